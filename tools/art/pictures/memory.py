"""Pak remembers 1961: hunger was on the other bank that year, and a sack of maize went over the ice by hand."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np

from tools.art.dither import blue_noise, spread
from tools.art.noise import fbm, smooth
from tools.art.palette import NOTHING, Table, ramp, table
from tools.art.pictures import parts
from tools.art.pictures.hands import Grip, back
from tools.art.pictures.parts import HEIGHT, WIDTH, Floats, Layer, Line, Pen, Picture, Plate, inks, shifted, xx, yy
from tools.art.pictures.relief import Fold, Light, Piece, carve
from tools.art.pictures.tableau import Lamp, Solid, View, cut, look
from tools.art.shapes import Points, capsule, cone, custom, ellipsoid, smooth_union, turned, union
from tools.art.shapes import cut as without

BROWN = inks("1c120a 2c1d10 402b18 573c22 70502e 8b683e a88353 c39f6d d9bb8c ead5ad f6e9cc")
EYE = View((0, 150, 96), (0, 0, 72), 560.0, (350.0, 172.0))
LAMPS = (Lamp((-150.0, 120.0, 210.0), 1.05, 300.0), Lamp((170.0, 60.0, 120.0), 0.26, 200.0))


@cache
def _sepia() -> Table:
    """Lamp colours of the road gone brown, as an old photograph that somebody tinted by hand."""
    colours = table("road", "lamp").astype(np.float32)
    tone = ramp("1c120a 3a2614 5a3f24 7c5a36 a17b4c c09c6a d8ba8a e8d2a8 f4e6c8 fdf6e4", 10).astype(np.float32)
    mixed = colours.copy()
    for first in range(0, 160, 16):
        mixed[first : first + 10] = 0.42 * colours[first : first + 10] + 0.58 * tone
    return np.clip(np.round(mixed), 0, 255).astype(np.uint8)


def far() -> Plate:
    """A pale sky, the far bank with its low houses: no smoke from any of them."""
    plate = Plate()
    plate.paint(yy < 210, BROWN, 0.42 + 0.22 * smooth(0, 150, yy) + 0.14 * (fbm(xx / 140, yy / 20, 3, 7) - 0.5), 0.6)
    for base, swell, width, seed, tone in ((128, 62, 160, 4, 0.74), (146, 34, 100, 9, 0.84)):
        top = base - swell * smooth(0.15, 0.9, fbm(xx[0] / width, xx[0] * 0, 3, seed, 0.4))
        body = (yy >= top[None]) & (yy < 200)
        plate.paint(body, BROWN, tone + 0.24 * (fbm((xx + yy) / 44, yy / 18, 3, seed) - 0.5), 0.5)
        woods = body & (fbm(xx / 46, yy / 9, 3, seed + 4) > 0.56) & (yy - top[None] > 2)
        plate.paint(woods, BROWN, tone - 0.42 + 0.2 * (fbm(xx / 2.2, yy / 5, 2, 3) - 0.5))
    houses = Pen()
    for x, wide in ((150, 22), (196, 17), (470, 24), (516, 16), (566, 20)):
        houses.area([(x - wide, 146), (x + wide, 146), (x + wide - 2, 159), (x - wide + 2, 159)])
        houses.area([(x - wide - 4, 147), (x - wide + 5, 135), (x + wide - 5, 135), (x + wide + 4, 147)])
        houses.line([(x + wide + 6, 159), (x + wide + 6, 128)], 3.0)
    body = houses.mask()
    plate.ink(body, "573c22")
    plate.ink(body & ~shifted(body, 0, 1), "ead5ad")
    plate.ink(body & (yy < 144) & (yy > 134), "f6e9cc")
    return plate


def _people(plate: Plate) -> None:
    """Small on the ice behind: two lines of people coming from two banks, bent, one child carried."""
    rng = np.random.default_rng(21)
    pen = Pen()
    for side in (-1, 1):
        for number in range(7):
            t = number / 6
            x = 350 + side * (92 + 220 * t**0.8) + rng.normal(0, 4)
            y, tall = 216 - 42 * t + rng.normal(0, 1), 44 - 26 * t
            lean = -side * tall * 0.12
            pen.area([(x - tall * 0.16, y), (x + lean - tall * 0.17, y - tall * 0.72),
                (x + lean + tall * 0.17, y - tall * 0.72), (x + tall * 0.17, y)])
            pen.oval(x + lean * 1.3, y - tall * 0.85, tall * 0.13, tall * 0.15)
            if side < 0 and number % 2 == 0:
                pen.oval(x + lean + side * tall * 0.2, y - tall * 0.62, tall * 0.20, tall * 0.24)
            if side > 0 and number == 2:
                pen.oval(x + lean + tall * 0.16, y - tall * 0.66, tall * 0.15,
                    tall * 0.18).oval(x + lean + tall * 0.15, y - tall * 0.90, tall * 0.09, tall * 0.10)
    body = pen.mask(0.45)
    plate.ink(shifted(body, 7, 4) & (yy > 170) & ~body & ~shifted(body, 2, 1), "d9bb8c")
    plate.ink(body, "402b18")
    plate.ink(body & ~shifted(body, 1, 0), "70502e")


CRACKS: tuple[tuple[Line, ...], ...] = (
    ([(52, 352), (84, 338), (97, 340), (128, 326), (163, 322), (186, 311), (222, 309)], [(128, 326), (140, 336),
        (136, 345)], [(84, 338), (86, 328), (104, 320)]),
    ([(498, 282), (528, 277), (541, 280), (584, 270), (612, 272), (652, 264)], [(541, 280), (560, 288), (572, 287)],
        [(584, 270), (592, 264)]),
    ([(470, 268), (486, 264), (497, 266), (516, 261)],),
    ([(196, 300), (214, 297), (222, 299), (246, 293)], [(222, 299), (230, 303)]),
)
"""Where the ice has cracked: a long crack, then what branches from it."""


def _cracks(plate: Plate) -> None:
    """Few, thin, whole: a dark line with the light on its far lip."""
    pen = Pen()
    for crack in CRACKS:
        for number, line in enumerate(crack):
            pen.line(line, 1.5 if number == 0 else 1.2, 1.0)
    dark = pen.mask(0.24)
    plate.ink(shifted(dark, 0, 1) & ~dark, "f6e9cc")
    plate.ink(dark, "70502e")


def river() -> Plate:
    """The frozen river between, swept to glass in streaks, with a few cracks."""
    plate = Plate()
    body = yy > 156 + 3 * np.sin(xx / 60)
    depth = np.clip((yy - 156) / 204, 0.001, 1)
    across = (xx - 350) / (depth + 0.08) * 0.22
    drift = fbm(across / 46 + 3, 5 / (depth + 0.08), 3, 31)
    glass = smooth(0.55, 0.60, fbm(across / 60, 7 / (depth + 0.08), 3, 12))
    tone = 0.97 - 0.12 * depth + 0.16 * (drift - 0.5) - 0.34 * glass - 0.10 * smooth(0.60, 0.64, drift)
    plate.paint(body, BROWN, tone, 0.45)
    _cracks(plate)
    _people(plate)
    return plate


def _sack_skin(p: Points) -> Points:
    """Coarse weave."""
    weave = 0.16 * (np.sin(p[..., 0] * 4.4) * np.sin(p[..., 2] * 4.4) > 0)
    return np.asarray(0.3 * (fbm(p[..., 0] / 9, p[..., 2] / 8, 3, 5) - 0.5) - weave, dtype=np.float32)


@cache
def _sack() -> tuple[Solid, ...]:
    """The sack in the middle, and grains that fell from it."""
    bag = smooth_union(
        5, ellipsoid([0, 4, 56], [21, 14, 19]), ellipsoid([-7, 5, 49], [17, 13, 13]),
        ellipsoid([9, 5, 50], [16, 13, 14]),
        capsule([0, 3, 74], [0, 3, 82], 7.0, 3.4),
        turned(without(cone([0, 3, 83], 11, 3.4, 8.6), cone([0, 3, 86], 10, 2.6, 8.0)), [0, 3, 83], 0.18, 1),
    )

    def slack(p: Points) -> Points:
        fold = np.sin(np.arctan2(p[..., 0], 90 - p[..., 2]) * 15 + 2 * fbm(p[..., 0] / 9, p[..., 2] / 9, 2, 3))
        frill = np.sin(9 * np.arctan2(p[..., 0] - 1, p[..., 1] - 3) + 1.5) * smooth(83, 92, p[..., 2])
        return np.asarray(bag.field(p) * 0.8 + 0.8 * frill + 0.9 * fold * smooth(34, 74, p[..., 2]) * smooth(86, 80,
            p[..., 2]),
            dtype=np.float32)

    cord = union(*[
        capsule((4.2 * np.cos(a), 3 + 4.2 * np.sin(a), 83 + 0.3 * k),
            (4.2 * np.cos(b), 3 + 4.2 * np.sin(b), 83 + 0.3 * k), 0.8)
        for k in (0, 3) for a, b in pairwise(np.linspace(0, 2 * np.pi, 13))
    ])
    rng = np.random.default_rng(7)
    grains = [ellipsoid([rng.uniform(-3, 15), 19 + rng.uniform(-1, 5), 33 + rng.uniform(-3, 1)],
        [1.3, 1.0, 1.1]) for _ in range(9)]
    return (
        Solid(custom(slack, bag.centre, bag.reach + 2), "reed", 1.0, "hatch", _sack_skin), Solid(cord, "wood", 0.8),
        Solid(union(*grains), "lamp", 1.3),
    )


def _along(points: tuple[Line, Line], share: float) -> list[tuple[float, float]]:
    """A line between the upper and the lower edge of a sleeve, ``share`` of the way down."""
    return [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in zip(*points, strict=True)]


def _padded(edges: tuple[Line, Line], gain: float) -> list[Piece]:
    """A sleeve of the ones who give: quilted lengthwise, whole, with a turned cuff."""
    upper, lower = edges
    rows = [Fold(_along(edges, share), -1.7, 1.5, whole=True) for share in (0.2, 0.4, 0.6, 0.8)]
    bends = [Fold([_along(edges, share)[at] for share in (0.1, 0.5, 0.85)], -1.6, 4.0) for at in (1, 3)]
    cuff = [upper[-1], (upper[-1][0] - 15, upper[-1][1] - 4), (lower[-1][0] - 15, lower[-1][1] + 4), lower[-1]]
    return [
        Piece([*upper, *lower[::-1]], "snow", 26, 0.8, gain, (*rows, *bends), reach=6, shade=0.65),
        Piece(cuff, "snow", 6, 1.0, gain * 0.94, reach=3, shade=0.5),
    ]


def _weave(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.16 * np.sin(x * 2.1) + 0.16 * np.sin(y * 2.1 + x * 0.4), dtype=np.float32)


def _patch(outline: Line, gain: float, folds: tuple[Fold, ...] = ()) -> list[Piece]:
    """A patch and the stitches that hold it, each over its edge and drawing the cloth in a little."""
    ring = np.asarray(parts.curve(outline, closed=True))
    ring = np.concatenate([ring, ring[:1]])
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    stitches, dents = [], []
    for at in np.linspace(0, gone[-1], round(gone[-1] / 5.4), endpoint=False):
        x, y = (float(np.interp(at, gone, ring[:, axis])) for axis in (0, 1))
        dx, dy = (float(np.interp((at + 2) % gone[-1], gone, ring[:, axis])) - now for axis, now in ((0, x), (1, y)))
        long = np.hypot(dx, dy) + 0.01
        dx, dy = dx / long, dy / long
        stitches.append([(x + dy * a + dx * b, y - dx * a + dy * b)
            for a, b in ((3.4, -0.2), (3.4, 1.0), (-3.0, 0.4), (-3.0, -0.8))])
        dents.append(Fold([(x - dy * 3, y + dx * 3), (x - dy * 5.5, y + dx * 5.5)], -0.7, 1.3, whole=True))
    return [
        Piece(outline, "wood", 2.6, 0.8, gain, (*folds, *dents), skin=_weave, shade=0.55, reach=1.6),
        Piece(stitches[0], "snow", 1.2, 0.5, gain * 1.3, shade=0.75, reach=0.7, sharp=True, more=tuple(stitches[1:])),
    ]


def _coarse(edges: tuple[Line, Line], gain: float, at: int) -> list[Piece]:
    """A sleeve of the ones who take: sacking worn through, patched at ``at``."""
    upper, lower = edges
    drapes = [
        Fold([_along(edges, share)[k] for share, k in ((0.1, i), (0.5, i + 1), (0.9, i + 1))], high, 4.5)
        for i, high in ((0, 2.2), (1, -2.4), (2, 2.0), (3, -2.2))
    ]

    (ax, ay), (bx, by) = _along(edges, 0.25)[at], _along(edges, 0.70)[at + 1]
    high = _along(edges, 0.20)[at + 1][1]
    patch = [(ax - 8, ay + 2), ((ax + bx) / 2, (ay + high) / 2 - 1), (bx + 10, high), (bx + 12, (high + by) / 2),
        (bx + 14, by), ((ax + bx) / 2, by + 2), (ax - 4, by + 8), (ax - 7, (ay + by) / 2 + 4)]
    drape = Fold([(ax - 4, by), ((ax + bx) / 2, (ay + by) / 2), (bx + 8, high + 6)], 1.4, 5.0)
    return [
        Piece([*upper, *lower[::-1]], "coat", 22, 0.9, gain, tuple(drapes), skin=_weave, reach=6, shade=0.65),
        *_patch(patch, gain * 1.2, (drape,)),
    ]


MENDED = [(329, 252), (340, 248), (356, 249), (371, 247), (376, 258), (375, 272), (377, 284), (362, 287), (346, 284),
    (332, 286), (328, 276), (330, 264)]
"""The patch on the sack. Its folds go on where the sack's own come down from the cord."""
GIVES = (Grip((236, 226), 2, 1.12), Grip((232, 330), -14, 1.1))
TAKES = (Grip((472, 204), 4, 1.06, True, 0.88), Grip((472, 325), -14, 1.04, True, 0.88))
LIGHTS = (Light((-0.50, -0.66, 0.55), 0.84), Light((0.62, 0.20, 0.40), 0.14))
HIGH_LEFT = (
    ((-30, 172), (40, 180), (110, 188), (180, 198), (238, 204)),
    ((-30, 308), (40, 292), (110, 276), (180, 260), (238, 249)),
)
LOW_LEFT = (
    ((-50, 420), (20, 384), (90, 354), (150, 330), (222, 309)),
    ((30, 514), (80, 462), (130, 422), (180, 390), (238, 355)),
)
HIGH_RIGHT = (
    ((740, 92), (670, 134), (600, 162), (530, 178), (466, 185)),
    ((740, 238), (670, 242), (600, 240), (530, 234), (466, 224)),
)
LOW_RIGHT = (
    ((740, 334), (680, 326), (610, 316), (545, 308), (475, 305)),
    ((740, 464), (680, 430), (610, 396), (545, 370), (471, 347)),
)


def _cut_in(plate: Plate, pieces: list[Piece]) -> None:
    plate.stamp(carve(pieces, (WIDTH, HEIGHT), LIGHTS, 0.12)[0], _sepia(), 0, 0)


def hands() -> Plate:
    """From our left the hands that give it, from the right the thinner ones that take it: two below, two on it."""
    plate = Plate()
    solids = _sack()
    image = cut(look(solids, (), EYE, LAMPS, (0.12, 0.0)), solids, 4.4)
    plate.stamp(np.where(image != NOTHING, image, NOTHING).astype(np.uint8), _sepia(), 0, 0)
    _cut_in(plate, [
        *_patch(MENDED, 0.72, (
            Fold([(343, 246), (340, 266), (337, 288)], 1.8, 4.0, whole=True),
            Fold([(352, 246), (352, 266), (351, 288)], -1.6, 3.0, whole=True),
            Fold([(362, 246), (365, 266), (369, 288)], 1.8, 4.0, whole=True))),
        *back(GIVES[1], 0.92), *back(TAKES[1], 0.8),
        *_padded(LOW_LEFT, 0.95), *_coarse(LOW_RIGHT, 0.66, 1),
        *back(GIVES[0], 0.95), *back(TAKES[0], 0.82),
        *_padded(HIGH_LEFT, 1.0), *_coarse(HIGH_RIGHT, 0.70, 2),
    ])
    return plate


def edge() -> Plate:
    """Snow blown across, and the darkened corners of something remembered often."""
    plate = Plate()
    corner = np.hypot((xx - 350) / 390, (yy - 170) / 226)
    rim = corner + 0.10 * (fbm(xx / 40, yy / 40, 3, 6) - 0.5)
    dots = spread(blue_noise(), HEIGHT, WIDTH)
    plate.paint(dots < 1.5 * (rim - 1.04), BROWN, 0.06 + 0.10 * (rim < 1.16), 0.0)
    rng = np.random.default_rng(16)
    for _ in range(130):
        x, y = int(rng.integers(2, WIDTH - 3)), int(rng.integers(0, HEIGHT - 2))
        size = 2 if rng.random() < 0.25 else 1
        plate.rgb[y : y + size, x : x + size] = BROWN[10]
        plate.shown[y : y + size, x : x + size] = True
    return plate


PICTURE = Picture("pak_1961", "snow", (Layer(far, 0.0), Layer(river, 0.08), Layer(hands, 0.22), Layer(edge, 0.5)))
