"""A newer farmhouse of the hamlet: brick and tiles, a dish on its wall, as there were many by 2012."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.model import Thing, made, part
from tools.art.noise import fbm
from tools.art.palette import MATERIALS, index
from tools.art.shapes import box, capsule, cone, cut, ellipsoid, gable, sphere, turned
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_hill import BRICK, laid_bricks

SNOW = MATERIALS.index("snow")


def _window(x: float, lit: bool) -> list[Part]:
    """A wide window of two panes in a white frame on a concrete sill; a curtain's light behind it when ``lit``."""
    return [
        part(box((x, 17.4, 22), (9.4, 0.6, 8)), "snow", 1.5),
        part(box((x, 17.9, 22), (8.4, 0.4, 7)), "lamp" if lit else "wood", 1.5 if lit else 0.5),
        part(box((x, 18.3, 22), (0.6, 0.3, 7)), "snow", 1.4), part(box((x, 18.3, 25.4), (8.6, 0.3, 0.45)), "snow", 1.4),
        part(box((x, 18.8, 13.4), (10.6, 1.4, 0.7)), "metal", 1.4, True),
    ]


def _tiles(image: Indices, x: int, y: int) -> None:
    """Rows of tiles where the snow has slid off at the eaves and over the warm stove, ribs through the rest."""
    for row in range(y - 58, y - 9):
        for column in range(x - 55, x + 56):
            if not (0 <= row < image.shape[0] and 0 <= column < image.shape[1]) or image[row, column] // 16 != SNOW:
                continue
            warm = np.hypot((column - x - 20) / 15, (row - y + 40) / 7) < 1 + 0.25 * np.sin(column * 0.9 + row)
            slid = row > y - 9 - 13 * float(fbm(np.array([column / 9]), np.array([0.5]), 2, 6)[0])
            rib = (column - x) % 4 == 0
            if warm or slid:
                image[row, column] = index(BRICK, 3 - rib + ((row - y) % 5 == 0))
            elif rib and int(image[row, column]) % 16 > 4:
                image[row, column] -= 1


def farmhouse() -> Thing:
    """A long brick house, 7 by 4 cells, the same size and foot as the old one with the blue door."""
    parts: list[Part] = [
        part(box((0, -2, 20), (49, 19, 20)), BRICK, 1.15), part(box((0, 17.2, 2.6), (49.6, 0.7, 2.6)), "metal", 1.3),
        part(gable((0, -2, 38), (54, 22, 0), 19, 1.8), BRICK, 0.8, True),
        part(box((0, 20.4, 37.2), (54, 0.8, 1.0)), "wood", 1.2),
        part(box((-8, 20.6, 1.2), (30, 3, 1.3), 0.3), "metal", 1.3, True),
        part(box((-14, 17.4, 17), (7.6, 0.6, 17)), "metal", 1.6),
        part(box((-14, 18.0, 16.6), (6.2, 0.5, 16)), "olive", 1.5),
        part(box((-14, 18.5, 25), (4.4, 0.3, 4.6)), "wood", 0.5),
        part(box((-14, 18.5, 10), (4.4, 0.3, 5.6)), "olive", 1.15),
        part(sphere((-9.4, 18.8, 16), 0.8), "metal", 2.4),
        part(box((26, -8, 58), (3.6, 3.6, 8)), BRICK, 1.0, True),
        part(box((26, -8, 66.4), (4.4, 4.4, 0.8)), "metal", 1.0, True),
        part(capsule((47, 18, 26), (47, 22, 28), 0.7), "metal", 1.6),
        part(turned(cut(cone((47, 23, 26), 2.6, 2.4, 6.4), cone((47, 23, 27), 2.2, 1.6, 5.8)), (47, 23, 28), -1.0, 0),
            "metal", 2.2),
        part(ellipsoid((-48, 18, 0), (10, 4, 3.6)), "snow", 1.0, True),
        part(ellipsoid((34, 19, 0), (14, 4, 2.8)), "snow", 1.0, True),
    ]
    for x, lit in ((-36, False), (8, True), (31, False)):
        parts += _window(x, lit)
    for i in range(5):
        parts.append(part(ellipsoid((19.4, 18.8, 33 - i * 3), (1.5, 1.2, 1.9)), "reed", 1.9 - 0.2 * (i % 2)))

    def finish(image: Indices, x: int, y: int) -> None:
        roof = image.copy()
        laid_bricks(image, x, y)
        image[: y - 17] = roof[: y - 17]
        _tiles(image, x, y)

    return made(parts, 140, 84, 34, snow=0.42, key=0.62, low=0.08, high=0.92, paint=finish)


THINGS: dict[str, Callable[[], Thing]] = {"farmhouse": farmhouse}
