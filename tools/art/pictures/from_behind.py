"""Sol-hwa seen from behind: scarf, quilted coat, a bundle on cloth straps. Cold light left, the lamp's right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.palette import table
from tools.art.pictures.parts import Floats, Line, Plate
from tools.art.pictures.relief import Fold, Light, Piece, carve

SIZE = (190, 236)
LIGHTS = (
    Light((-0.55, -0.66, 0.42), 0.32), Light((-0.90, -0.22, -0.52), 0.9),
    Light((0.88, -0.26, -0.60), 1.9, warm=True),
)
ROW = 12.5  # px between two rows of stitches


def _quilt(x: Floats, y: Floats) -> Floats:
    """Padded rows that sag a little toward the sides, parted by stitches."""
    row = (y - 0.0016 * (x - 94) ** 2 - 1.2 * np.sin(x / 9)) / ROW
    return np.asarray(1.4 * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.02), dtype=np.float32)


def _seamed(x: Floats, y: Floats) -> Floats:
    """The same with the seam down the back."""
    return np.asarray(_quilt(x, y) - 0.9 * np.exp(-(((x - 94) / 1.1) ** 2)), dtype=np.float32)


def _sleeve(lean: float) -> Callable[[Floats, Floats], Floats]:
    """Rows of stitches across an arm."""

    def skin(x: Floats, y: Floats) -> Floats:
        row = (y + lean * x) / 11.0
        return np.asarray(1.3 * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.02), dtype=np.float32)

    return skin


def _weave(x: Floats, y: Floats) -> Floats:
    """Coarse cloth hanging slack."""
    return np.asarray(0.10 * np.sin(x * 2.2) * np.sin(y * 2.2), dtype=np.float32)


def _mirrored(points: Line) -> list[tuple[float, float]]:
    return [(188 - x, y) for x, y in points]


def coat(seam: bool = True) -> list[Piece]:
    """Back, sleeves, a standing collar. A seam that is nearer than the title's, and lit along, would be a thread."""
    left = [(46, 122), (37, 136), (31, 170), (26, 244), (58, 244), (61, 180), (64, 134), (58, 120)]
    back = [(94, 94), (72, 97), (58, 107), (45, 119), (43, 150), (44, 244), (144, 244), (145, 150), (143, 119),
            (130, 107), (116, 97)]
    collar = [(71, 84), (67, 94), (70, 106), (94, 110), (118, 106), (121, 94), (117, 84), (94, 90)]
    return [
        Piece(left, "coat", 13, 1.0, 0.74, skin=_sleeve(0.34),
              folds=(Fold([(36, 196), (46, 206), (58, 208)], -2.2, 3),)),
        Piece(_mirrored(left), "coat", 13, 1.0, 0.74, skin=_sleeve(-0.34),
              folds=(Fold([(152, 196), (142, 206), (130, 208)], -2.2, 3),)),
        Piece(back, "coat", 26, 0.72, 0.78, skin=_seamed if seam else _quilt, reach=3,
              folds=(Fold([(60, 108), (54, 128), (57, 158)], -2.0, 3.5),
                     Fold([(128, 108), (134, 128), (131, 158)], -2.0, 3.5))),
        Piece(collar, "coat", 7, 0.9, 0.66, folds=(Fold([(70, 97), (94, 102), (118, 97)], -0.8, 1.2, whole=True),)),
    ]


def _bundle() -> list[Piece]:
    """A square of cloth knotted round what she owns, and the two bands it hangs by."""
    band = [(64, 101), (58, 116), (60, 150), (68, 150), (67, 118), (72, 103)]
    sack = [(94, 138), (74, 139), (62, 148), (58, 172), (61, 204), (72, 217), (94, 220), (117, 217), (127, 204),
            (130, 172), (126, 148), (114, 139)]
    sling = [(56, 171), (57, 180), (94, 186), (131, 180), (132, 171), (94, 177)]
    upright = [(89, 137), (88, 180), (89, 221), (99, 221), (100, 180), (99, 137)]
    folds = tuple(
        Fold(points, high, 3.4)
        for points, high in (
            ([(90, 178), (76, 160), (64, 152)], 1.5), ([(90, 181), (72, 176), (60, 170)], -1.6),
            ([(99, 178), (112, 162), (124, 151)], 1.5), ([(99, 181), (116, 176), (129, 172)], -1.6),
            ([(90, 186), (76, 198), (68, 212)], 1.6), ([(98, 186), (112, 198), (121, 212)], 1.6),
            ([(92, 188), (86, 204), (84, 216)], -1.4), ([(97, 188), (103, 204), (105, 216)], -1.4),
        )
    )
    knot = [(94, 172), (87, 175), (86, 184), (94, 188), (102, 184), (101, 175)]
    tails = [[(90, 184), (82, 188), (77, 198), (84, 197), (92, 188)],
             [(97, 184), (105, 189), (108, 201), (102, 199), (95, 188)]]
    return [
        Piece(band, "reed", 3.5, 0.9, 1.1, reach=3), Piece(_mirrored(band), "reed", 3.5, 0.9, 1.1, reach=3),
        Piece(sack, "olive", 20, 0.95, 0.9, folds=folds, skin=_weave, shade=0.75, reach=5),
        Piece(sling, "reed", 4, 0.8, 1.15, shade=0.5, reach=2),
        Piece(upright, "reed", 4, 0.8, 1.15, shade=0.5, reach=2),
        *[Piece(tail, "reed", 3, 0.9, 1.25, reach=2) for tail in tails],
        Piece(knot, "reed", 6, 1.0, 1.3, folds=(Fold([(90, 176), (94, 181), (99, 185)], -1.2, 1.5),), reach=2),
    ]


def _as_drawn(points: Line) -> Line:
    return points


def scarf(
    cloth: str = "rose", gain: float = 1.35, put: Callable[[Line], Line] = _as_drawn, size: float = 1.0
) -> list[Piece]:
    """A square folded to a triangle: tight over the skull, drawn round under the chin, its point on her back.

    ``put`` says where the points of the title's are wanted; ``size`` is how large that is. Small ones have fewer folds.
    """
    cheek = [(66, 56), (64, 66), (67, 76), (73, 80), (76, 60)]
    strands: list[Line] = [
        [(72, 76), (66, 84), (58, 89), (51, 90), (58, 91.4), (67, 88), (74, 82)],
        [(73, 80), (66, 89), (62, 95), (57, 99), (63.5, 97), (69, 91), (75, 85)],
    ]
    outline = [(94, 14), (79, 17), (67, 27), (61, 42), (61, 57), (65, 70), (70, 80), (69, 88), (63, 97), (67, 106),
             (79, 125), (94, 147), (109, 125), (121, 106), (125, 97), (119, 88), (118, 80), (123, 70), (127, 57),
             (127, 42), (121, 27), (109, 17)]
    folds = tuple(
        Fold(put(points), high * max(size, 0.8), wide * max(size, 0.6))
        for points, high, wide in (
            # Drawn from the skull to the knot under the chin, on either side.
            ([(82, 44), (74, 60), (67, 76)], 0.8, 2.0), ([(92, 54), (82, 68), (70, 80)], -0.8, 2.0),
            ([(97, 62), (88, 74), (72, 85)], 0.7, 1.8), ([(106, 44), (114, 60), (121, 76)], 0.8, 2.0),
            ([(99, 56), (108, 68), (118, 80)], -0.8, 2.0), ([(72, 32), (66, 47), (64, 62)], -0.5, 1.8),
            ([(115, 30), (122, 46), (124, 62)], 0.6, 1.8),
            # Tight across the nape.
            ([(68, 81), (82, 88), (94, 90), (107, 88), (120, 80)], -1.8, 2.0),
            ([(70, 75), (82, 81), (94, 83), (107, 81), (119, 74)], 0.6, 1.8),
            # And hanging from there.
            ([(74, 90), (80, 108), (90, 134)], 0.9, 1.9), ([(81, 91), (86, 110), (92, 138)], -0.9, 1.8),
            ([(89, 92), (92, 114), (94, 141)], 0.8, 1.9), ([(98, 92), (97, 114), (95, 138)], -0.9, 1.8),
            ([(106, 91), (103, 109), (98, 132)], 0.9, 1.9), ([(114, 90), (109, 106), (101, 126)], -0.9, 1.8),
            ([(66, 95), (72, 104), (82, 122)], -0.6, 1.8), ([(122, 95), (116, 104), (107, 121)], 0.7, 1.8),
        )
    )[:: 1 if size > 0.6 else 2]
    edges: tuple[Line, Line] = (
        [(64, 98), (70, 105), (83, 125), (94, 142)], [(124, 98), (118, 105), (105, 125), (94, 142)]
    )
    hem = tuple(Fold(put(points), -0.8 * size, 0.9, whole=True) for points in edges)
    return [
        Piece(put(cheek), "skin", 6 * size, 0.9, 0.8),
        *[Piece(put(lock), "wood", 2.0, 0.8, 0.9, reach=1) for lock in strands if size > 0.6],
        Piece(put(outline), cloth, 26 * size, 0.95, gain, (*folds, *hem), shade=0.75, reach=4 * size),
    ]


def woman(plate: Plate, x: int, y: int) -> None:
    """She, her window's top left at (x, y) of the plate."""
    cold, warm = carve([*coat(), *_bundle(), *scarf()], SIZE, LIGHTS, 0.10)
    plate.stamp(cold, table("river", "moon"), x, y)
    plate.stamp(warm, table("river", "lamp"), x, y)
