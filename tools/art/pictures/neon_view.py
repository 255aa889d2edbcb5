"""The street as seen from the window of the flat: where things stand on the picture, its inks, its lights."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.parts import Bools, Floats, Plate, Table, inks, xx, yy
from tools.art.pictures.tableau import View

EYE = View((0, 900, 800), (90, -200, 210), 470.0, (350.0, 120.0))
NIGHT = inks("070714 0f0f25 171837 23244e 303367 434783 5d63a1 7c82bf a4aadb cfd4f6")
ASPHALT = inks("05060f 090b1a 0f1126 171837 23244e 303367 434783")
PINK = inks("140612 2b0a22 440e34 681546 921c58 b82c6c d8447f f36596 fc9ab6 ffe6ec")
GREEN = inks("050a12 081820 0a262f 0c3c3f 0d5650 137863 23a479 4ccd93 97e6b9 f0fff6")
AMBER = inks("140c10 2a1712 4a2814 754016 a3611b cf8a2b ecb34c f9d680 fdecb8 fffbe6")


def at(x: float, y: float, z: float) -> tuple[float, float]:
    """The pixel of a spot of the street, in cm."""
    return EYE.seen((x, y, z))


@cache
def ground() -> tuple[Floats, Floats]:
    """The x and y (cm) of the road under every pixel; meaningless above the horizon."""
    right, down, into = EYE.axes()
    rays = [(xx - EYE.middle[0]) * right[n] + (yy - EYE.middle[1]) * down[n] + EYE.focal * into[n] for n in range(3)]
    far = EYE.eye[2] / np.maximum(-rays[2], 1.0)
    return np.asarray(EYE.eye[0] + rays[0] * far), np.asarray(EYE.eye[1] + rays[1] * far)


def streak(plate: Plate, road: Bools, x: float, y: float, colours: Table, strong: float, wide: float) -> None:
    """A light's reflection on the wet road: a broken column from its foot toward us."""
    px, py = at(x, y, 0)
    half = wide * 0.18
    deep = np.clip((yy - py) / (352 - py), 0, 1)
    broken = smooth(0.36, 0.62, fbm(xx / 8, yy / 2.1, 2, int(x) % 89))
    aside = np.abs(xx - px + 5 * (fbm(yy / 4, yy * 0, 2, 7) - 0.5))
    share = strong * smooth(1, 0.25, aside / (half * (1 + 0.7 * deep)))
    share = share * broken * (1 - 0.72 * deep) * (yy > py)
    plate.paint(road & (share > 0.20), colours, 0.16 + 0.64 * share, 0.5)


def glow(plate: Plate, x: float, y: float, reach: float, colours: Table) -> None:
    """A light's haze: a sparse print of dots that thins out."""
    away = np.hypot(xx - x, (yy - y) * 0.8) / reach
    dots = ((xx + 2 * yy) % 5 < 1) & ((xx - yy) % 4 < 1)
    plate.paint((away < 1) & dots & ~plate.shown & (fbm(xx / 3, yy / 3, 1, 3) > 0.2 + 0.8 * away), colours, 0.34)
