"""The women at the stones and the sergeant, cut in relief: who kneels how, and what is in every hand. Pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.palette import table
from tools.art.pictures.hands import limb
from tools.art.pictures.parts import HEIGHT, WIDTH, Floats, Line, Plate
from tools.art.pictures.relief import Fold, Light, Piece, carve

CLOUD = (Light((-0.72, -0.60, 0.34), 0.72), Light((0.85, -0.10, -0.30), 0.26), Light((0.0, -0.5, 0.8), 0.16))
"""A grey sky that is lightest on the left, and what the ice gives back."""


def _rows(lean: float) -> Callable[[Floats, Floats], Floats]:
    """Stitched rows of a padded coat, tilted by ``lean``."""

    def skin(x: Floats, y: Floats) -> Floats:
        return np.asarray(0.9 * np.sqrt(np.abs(np.sin(np.pi * (y + lean * x) / 10.0)) + 0.02), np.float32)

    return skin


def _columns(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.7 * np.sqrt(np.abs(np.sin(np.pi * (x - 527) / 6.5)) + 0.02), np.float32)


def _skirt(x: float, y: float, wide: float, gain: float) -> list[Piece]:
    """She sits on her heels at (x, y): cloth drawn tight from the hips, gathered on the ice, and two worn soles."""
    cloth = [(x - 0.66 * wide, y - 34), (x - 0.92 * wide, y - 20), (x - 1.14 * wide, y - 5), (x - 0.9 * wide, y),
        (x - 0.5 * wide, y - 2), (x - 0.3 * wide, y - 5), (x, y - 3), (x + 0.32 * wide, y - 5),
            (x + 0.6 * wide, y - 2),
        (x + 0.95 * wide, y), (x + 1.16 * wide, y - 6), (x + 0.9 * wide, y - 20), (x + 0.66 * wide, y - 34)]
    folds = [Fold([(x + a * wide, y - 30), (x + b * wide, y - 14), (x + c * wide, y - 2)], high, 2.6, whole=True)
        for a, b, c, high in ((-0.5, -0.7, -1.0, -1.6), (-0.3, -0.46, -0.62, 1.4), (-0.1, -0.2, -0.16, -1.5),
            (0.1, 0.2, 0.18, 1.2), (0.3, 0.46, 0.60, -1.6), (0.5, 0.72, 0.98, 1.3))]
    soles = [[(x + s * 4, y - 6), (x + s * 3, y + 1), (x + s * 6, y + 6), (x + s * 11, y + 6), (x + s * 14, y),
        (x + s * 12, y - 6)] for s in (-1, 1)]
    return [*[Piece(sole, "metal", 4, 0.9, 0.5, (Fold([(sole[1][0], y + 1), (sole[4][0], y)], -1.0, 1.2),))
        for sole in soles], Piece(cloth, "wood", 12, 0.85, gain, tuple(folds), reach=4)]


def _tie(left: Line, x: float, y: float) -> list[Piece]:
    """The apron's band along ``left``, its bow and two ends at (x, y)."""
    band = [*left, *[(a, b + 3.2) for a, b in reversed(left)]]
    loops: tuple[Line, ...] = ([(x, y), (x - 8, y - 4), (x - 11, y), (x - 7, y + 3)],
        [(x, y), (x + 7, y - 5), (x + 11, y - 1), (x + 7, y + 3)], [(x - 2, y), (x - 7, y + 9), (x - 8, y + 16),
        (x - 3, y + 15), (x + 1, y + 2)], [(x, y), (x + 3, y + 8), (x + 3, y + 13), (x + 7, y + 12), (x + 3, y)])
    return [Piece(band, "snow", 1.8, 0.7, 0.72, reach=2), *[Piece(loop, "snow", 2, 0.9, 0.82, reach=1.5)
        for loop in loops]]


def _sleeve(spine: Line, tint: str, gain: float, lean: float = 0.3, thick: float = 1.0) -> Piece:
    """A padded arm that wrinkles where it bends."""
    middle = len(spine) // 2
    x, y = spine[middle]
    widths = np.interp(np.linspace(0, 1, len(spine)), (0, 0.5, 1), (10.0, 9.2, 6.6)) * thick
    folds = [Fold([(x - 9, y + shift + 2), (x, y + shift), (x + 9, y + shift - 3)], high, 2.2)
        for shift, high in ((-4, -1.8), (1, 1.2), (5, -1.5))]
    return Piece(limb(spine, list(widths)), tint, 10, 0.95, gain, tuple(folds), skin=_rows(lean), shade=0.75, reach=4)


def _fist(x: float, y: float, turn: float) -> list[Piece]:
    """A bare hand closed on something that lies at ``turn`` degrees: four red knuckles and a thumb."""
    angle = np.radians(turn)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))

    def put(a: float, b: float) -> tuple[float, float]:
        return x + a * cos - b * sin, y + a * sin + b * cos

    palm = [put(-5, -3.4), put(4, -4), put(5.6, 0), put(4, 4), put(-5, 3.4)]
    fingers = tuple(limb([put(-3.4 + 2.6 * n, -3), put(-3.2 + 2.6 * n, 3.4)], (1.6, 1.5)) for n in range(4))
    return [Piece(palm, "skin", 4, 0.9, 0.95, more=fingers, reach=2),
        Piece(limb([put(-4, -2), put(0.5, -4.6)], (1.8, 1.4)), "skin", 1.8, 0.9, 1.05, reach=1)]


def _cuff(x: float, y: float, turn: float, tint: str, gain: float) -> Piece:
    a = np.radians(turn)
    dx, dy = 3.0 * float(np.cos(a)), 3.0 * float(np.sin(a))
    return Piece(limb([(x - dx, y - dy), (x + dx, y + dy)], (6.8, 6.8)), tint, 4, 0.8, gain, reach=2)


def _back(outline: Line, tint: str, gain: float, lean: float, *folds: Line) -> Piece:
    """A padded back, pulled by what the arms do."""
    return Piece(outline, tint, 22, 0.85, gain, tuple(Fold(line, -2.0 if n % 2 == 0 else 1.5, 3.0)
        for n, line in enumerate(folds)), skin=_rows(lean), reach=5)


def rinsing() -> list[Piece]:
    """The eldest: all her weight on two straight arms, a shirt pressed under against the current."""
    trunk = [(104, 206), (104, 190), (116, 174), (136, 162), (158, 154), (178, 156), (188, 168), (184, 182),
        (172, 196),
        (158, 212), (134, 216), (114, 214)]
    shirt = [(176, 211), (186, 204), (200, 200), (210, 206), (212, 215), (202, 220), (188, 221), (178, 218)]
    return [*_skirt(128, 230, 27, 0.62),
        Piece(shirt, "coat", 6, 0.9, 0.62, (Fold([(184, 206), (196, 212), (208, 214)], -1.4, 1.8),
            Fold([(180, 214), (192, 216), (202, 219)], 1.2, 1.8))), _sleeve([(176, 164), (186, 178),
                (192, 190)], "olive", 0.82),
        *_fist(194, 197, 30), _back(trunk, "olive", 0.92, 0.6, [(176, 164), (150, 176), (124, 196)],
            [(182, 176), (158, 190), (140, 206)], [(150, 160), (140, 180), (140, 208)], [(112, 182), (118, 200),
                (130, 212)]),
        _sleeve([(164, 168), (168, 186), (178, 202)], "olive", 1.0), _cuff(179, 203, 52, "olive", 0.9),
        *_fist(185, 209, 30), *_tie([(103, 199), (130, 205), (160, 203)], 116, 203)]


def beating() -> list[Piece]:
    """The bat is at its highest: the coat rides up on that side, the other hand keeps the sheet where it is."""
    trunk = [(206, 214), (202, 196), (206, 176), (212, 162), (226, 155), (248, 154), (262, 160), (262, 176),
        (256, 194),
        (256, 212), (236, 219)]
    bat = limb([(277, 146), (268, 126), (257, 98)], (2.2, 3.0, 5.0))
    return [*_skirt(228, 236, 28, 0.66), _sleeve([(214, 166), (204, 182), (199, 200)], "metal", 0.72),
        *_fist(198, 208, 80),
        _back(trunk, "metal", 0.86, -0.2, [(258, 166), (240, 186), (216, 200)], [(256, 178), (244, 196), (230, 210)],
            [(232, 160), (230, 186), (231, 214)], [(212, 170), (214, 188), (224, 200)]),
        Piece(bat, "wood", 4, 0.9, 0.9, (Fold([(276, 142), (266, 120), (256, 100)], -0.5, 1.0),)),
        _sleeve([(254, 164), (272, 176), (283, 168),
            (280, 152)], "metal", 0.88, -0.3), _cuff(280, 153, 90, "metal", 0.75),
        *_fist(278, 144, 25), *_tie([(202, 200), (230, 205), (258, 199)], 234, 204)]


def wringing() -> list[Piece]:
    """A sheet twisted between two fists; what leaves it falls straight down."""
    trunk = [(306, 216), (304, 198), (304, 182), (306, 170), (318, 162), (336, 162), (352, 168), (358, 184),
        (357, 202),
        (356, 216), (332, 221)]
    rope = limb([(266, 208), (274, 198), (284, 194), (300, 196), (316, 194)], (5.6, 5.0, 4.2, 3.6, 3.4))
    other = limb([(346, 194), (364, 193), (382, 196), (391, 205)], (3.4, 3.8, 4.6, 5.2))
    twists = tuple(Fold([(x - 2, 190), (x + 3, 200)], -1.2, 1.2) for x in (280, 288, 296, 364, 372, 380))
    drops = [Piece(limb([(x, y), (x, y + 2)], (0.8, 0.9)), "snow", 1, 0.9, 1.2, reach=0.5) for x, y in ((281, 206),
        (285, 214), (283, 221), (376, 205), (380, 212))]
    return [*_skirt(332, 238, 29, 0.58), Piece(rope, "wood", 4, 0.9, 0.80, twists, more=(other,)), *drops,
        _back(trunk, "olive", 0.90, 0.0, [(308, 178), (326, 186), (350, 182)], [(330, 166), (331, 190), (331, 216)],
            [(356, 188), (340, 196), (324, 198)], [(306, 194), (316, 204), (328, 208)]),
        _sleeve([(312, 170), (299, 178), (291, 188), (293, 193)], "olive", 0.96), *_fist(291, 197, 10),
        _sleeve([(350, 172), (364, 178), (373, 187), (372, 192)], "olive", 0.80, -0.3), *_fist(371, 196, -10),
        *_tie([(304, 203), (332, 208), (358, 203)], 330, 207)]


def resting() -> list[Piece]:
    """She counts: one hand flat on her stone to hold her up, the other forgotten on the wet cloth."""
    trunk = [(420, 214), (410, 194), (406, 172), (410, 156), (424, 149), (442, 151), (456, 160), (464, 178),
        (470, 198),
        (470, 212), (446, 220)]
    cloth = [(470, 207), (480, 200), (494, 201), (502, 210), (499, 221), (488, 224), (474, 219)]
    flat = tuple(limb([(390 - 1.4 * n, 211 + 2.0 * n), (381 - 1.6 * n, 212 + 2.4 * n)], (2.0, 1.6)) for n in range(3))
    return [*_skirt(446, 234, 28, 0.60),
        Piece([(386, 206), (396, 203), (402, 209), (398, 217), (388, 218)], "skin", 4, 0.9, 0.95, more=flat),
        _sleeve([(416, 160), (402, 174), (396, 190), (396, 204)], "coat", 0.70), _cuff(396, 204, 90, "coat", 0.6),
        _back(trunk, "coat", 0.74, 0.25, [(410, 164), (432, 180), (462, 190)], [(438, 154), (440, 182), (446, 214)],
            [(412, 182), (430, 196), (450, 202)], [(458, 170), (454, 188), (458, 206)]),
        Piece(cloth, "snow", 6, 0.9, 0.86, (Fold([(474, 206), (486, 212), (490, 222)], -1.2, 1.8),
            Fold([(482, 202), (494, 210), (498, 218)], -1.2, 1.8))),
        _sleeve([(452, 160), (468, 174), (479, 188), (483, 200)], "coat", 0.62, -0.4), *_fist(486, 206, 60),
        *_tie([(412, 200), (442, 206), (471, 201)], 450, 206)]


def sergeant() -> list[Piece]:
    """On one leg, for the other sleeps; a thumb through the sling, a hand in his belt. His head is a likeness."""
    boots: tuple[Line, Line] = ([(507, 176), (506, 196), (498, 202), (496, 206), (510, 207), (519, 204), (521, 176)],
        [(538, 176), (540, 196), (537, 203), (540, 207), (553, 207), (555, 200), (553, 176)])
    legs: tuple[Line, Line] = ([(510, 128), (508, 150), (505, 166), (506, 180), (521, 180), (523, 160), (529, 140),
        (530, 128)],
        [(526, 128), (532, 150), (536, 166), (537, 181), (554, 181), (555, 162), (552, 142), (550, 128)])
    coat = [(520, 65), (510, 71), (506, 84), (510, 102), (507, 120), (505, 136), (518, 141), (536, 141), (554, 136),
        (552, 118), (551, 102), (557, 86), (554, 73), (544, 66), (532, 63)]
    belt = [(509, 110), (509, 116), (530, 119), (552, 115), (552, 109), (530, 113)]
    sling = limb([(548, 66), (545, 80), (541, 96), (538, 110)], (1.8, 1.8, 1.8, 1.8))
    collar = [(519, 62), (516, 68), (523, 73), (535, 74), (546, 71), (550, 64), (544, 58), (530, 61)]
    barrel = limb([(549, 62), (548, 44), (547, 24)], (1.6, 1.4, 1.2))
    stock = limb([(556, 128), (554, 104), (550, 58)], (4.6, 3.2, 2.2))
    mitten = limb([(541, 92), (536, 86)], (4.4, 4.0))
    thumb = limb([(541, 88), (545, 85)], (1.8, 1.6))
    return [Piece(barrel, "metal", 1.6, 0.9, 0.7), Piece(stock, "wood", 4, 0.9, 0.7),
        *[Piece(leg, "olive", 9, 0.9, 0.62, (Fold([(x - 3, 156), (x + 6, 160), (x + 16, 156)], -1.6, 2.2),
            Fold([(x - 2, 166), (x + 7, 169), (x + 15, 165)], 1.2, 2.0), Fold([(x, 176), (x + 8, 178),
                (x + 15, 175)], -1.8,
                1.8))) for leg, x in zip(legs, (507, 537), strict=True)],
        *[Piece(boot, "wood", 6, 0.9, 0.55, (Fold([(x, 192), (x + 8, 195), (x + 14, 192)], -1.2, 1.8),), shade=0.7)
            for boot, x in zip(boots, (506, 539), strict=True)],
        Piece(coat, "olive", 20, 0.85, 0.84, (Fold([(531, 70), (530, 100), (529, 141)], -1.8, 1.4, whole=True),
            Fold([(509, 106), (520, 100), (530, 103)], -1.4, 2.0), Fold([(514, 118), (512, 130),
                (511, 138)], -1.6, 2.4),
            Fold([(543, 118), (546, 130), (546, 139)], -1.6, 2.4), Fold([(551, 84), (544, 94),
                (538, 102)], 1.2, 2.4)),
            skin=_columns, reach=4),
        Piece(belt, "wood", 2.4, 0.7, 0.66, reach=2, sharp=True),
        Piece([(526, 111), (534, 111), (534, 119), (526, 119)], "lamp", 2, 0.8, 0.8, reach=1, sharp=True),
        Piece(limb([(518, 110), (523, 113)], (4.2, 3.8)), "wood", 4, 1.0, 0.85),
        _sleeve([(515, 75), (508, 91), (505, 104), (517, 110)], "olive", 0.94, 0.3, 0.72),
            Piece(sling, "wood", 1.8, 0.8, 0.75, reach=2),
        _sleeve([(549, 75), (556, 92), (556, 104), (545, 96)], "olive", 0.76, -0.3, 0.72),
        Piece(mitten, "wood", 4.2, 1.0, 0.95, more=(thumb,), reach=2),
        Piece(collar, "reed", 6, 0.9, 0.85, reach=3)]


def people(plate: Plate) -> None:
    """All five, he first, since he stands farthest."""
    for who in (sergeant, rinsing, beating, wringing, resting):
        plate.stamp(carve(who(), (WIDTH, HEIGHT), CLOUD, 0.20)[0], table("road", "moon"), 0, 0)
