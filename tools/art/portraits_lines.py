"""The drawn part of a portrait: lids, irises, brows, the line of the mouth, spectacles' glint.

Each line is a curve on the face in head units, turned with the head, drawn six times enlarged and cut to whole
pixels: thin, and never darker than it must be. Thicker strokes look like make-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tools.art.palette import index
from tools.art.portraits_face import SIDES, Face, Mood, eye_spot, mouth_spot
from tools.art.sheet import Indices

Spot = Sequence[float]
Mask = NDArray[np.float64]
ENLARGED = 6


@dataclass(slots=True)
class Page:
    """An index image being drawn on, the tones beneath, and how head units become its pixels."""

    image: Indices
    tone: NDArray[np.float32]
    turn: NDArray[np.floating]
    scale: float
    middle: tuple[float, float]

    def pixel(self, spot: Spot) -> tuple[float, float]:
        """Where a spot of the head shows."""
        x, _, z = self.turn @ np.asarray(spot, dtype=float)
        return float(x * self.scale + self.middle[0]), float(self.middle[1] - z * self.scale)

    def light(self, spot: Spot) -> float:
        """The mean tone about a spot of the head."""
        x, y = self.pixel(spot)
        height, width = self.tone.shape
        column, row = int(np.clip(x, 1, width - 2)), int(np.clip(y, 1, height - 2))
        return float(self.tone[row - 1 : row + 2, column - 1 : column + 2].mean())

    def ink(self, mask: Mask, material: str, step: int, threshold: float = 0.5) -> None:
        """Set the pixels a mask covers more than `threshold`."""
        self.image[mask > threshold] = index(material, step)

    def drawn(self, shapes: list[tuple[str, object]]) -> Mask:
        """Coverage 0..1 of polygons ("fill", pixels) and of dots ("dot", (x, y, radius))."""
        height, width = self.image.shape
        big = Image.new("L", (width * ENLARGED, height * ENLARGED), 0)
        pen = ImageDraw.Draw(big)
        for kind, what in shapes:
            if kind == "fill":
                pen.polygon([(x * ENLARGED, y * ENLARGED) for x, y in what], fill=255)  # type: ignore[attr-defined]
            else:
                x, y, r = (value * ENLARGED for value in what)  # type: ignore[attr-defined]
                pen.ellipse([x - r, y - r, x + r, y + r], fill=255)
        return np.asarray(big.resize((width, height), Image.Resampling.BOX)) / 255.0

    def stroke(self, spots: Sequence[Spot], start: float, middle: float, end: float) -> Mask:
        """A line through the spots, its width in px at start, middle and end."""
        curve = smooth_line([self.pixel(spot) for spot in spots])
        dots: list[tuple[str, object]] = []
        for i, (x, y) in enumerate(curve):
            t = i / (len(curve) - 1)
            dots.append(("dot", (x, y, float(np.interp(t, (0, 0.5, 1), (start, middle, end))) / 2)))
        return self.drawn(dots)

    def shade(
        self, spots: Sequence[Spot], widths: tuple[float, float, float], darker: int, threshold: float = 0.5
    ) -> None:
        """A fold of skin: a line a few steps darker than the skin it lies in."""
        mask = self.stroke(spots, *widths) > threshold
        skin = mask & (self.image // 16 == 4)
        step = np.maximum((self.image % 16).astype(np.int16) - darker, 1)
        self.image[skin] = (64 + step[skin]).astype(np.uint8)


def smooth_line(points: Sequence[tuple[float, float]], each: int = 14) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through the points."""
    p = np.array([points[0], *points, points[-1]], dtype=float)
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False):
        for t in np.linspace(0, 1, each, endpoint=False):
            spot = 2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
            out.append((float(spot[0] / 2), float(spot[1] / 2)))
    return [*out, (float(p[-1][0]), float(p[-1][1]))]


def on_lid(face: Face, side: float, across: float, up: float) -> Spot:
    """A spot on the lids: `across` -1 inner corner to 1 outer, `up` head units above the eye's middle."""
    x0, y0, z0 = eye_spot(face, side)
    x = x0 + side * across * 0.168 * face.eye
    z = z0 + up + face.tilt * across
    dx, dz = (x - x0) / 0.208, (z - z0) / 0.168
    return (x, y0 + 0.19 * float(np.sqrt(max(0.02, 1 - dx * dx - dz * dz))) + 0.012, z)


def eye(page: Page, face: Face, mood: Mood, side: float, lids: float) -> None:
    """One eye. The white is never white: it takes the light of its place."""

    def at(a: float, b: float) -> Spot:
        return on_lid(face, side, a, b)

    rise = lids * (1.0 + 0.22 * face.child)
    lower = 0.040 - 0.020 * mood.squint
    # The inner corner dips below the fold; the highest point lies a little outward of the middle.
    upper = [
        at(-1.03, -0.034),
        at(-0.70, 0.012 * rise),
        at(-0.15, 0.050 * rise),
        at(0.40, 0.050 * rise),
        at(1.0, 0.004),
    ]
    under = [at(1.0, 0.004), at(0.5, -0.75 * lower), at(0.0, -lower), at(-0.55, -lower), at(-1.03, -0.034)]
    over_px, under_px = [page.pixel(v) for v in upper], [page.pixel(v) for v in under]
    bed = page.light(at(0, -0.13))
    if lids > 0.18:
        almond = page.drawn([("fill", smooth_line(over_px) + smooth_line(under_px))])
        page.ink(almond, "metal", int(np.clip(round(3 + bed * 5.5), 4, 8)), 0.45)
        cx, cy = page.pixel(at(mood.look[0] * 0.40 * side, mood.look[1] * 0.05 + 0.008))
        radius = 0.070 * page.scale * (1 + 0.16 * face.child)
        iris = page.drawn([("dot", (cx, cy, radius))]) * (almond > 0.35)
        page.ink(iris, "wood", 1, 0.5)
        glow = page.drawn([("dot", (cx + 0.5, cy + 0.9, radius * 0.55))]) * (iris > 0.5)
        page.ink(glow, "wood", 3 if bed > 0.3 else 2, 0.55)
        row, column = round(cy - 1.7), round(cx - 1.5)
        if iris[row : row + 2, column : column + 2].max() > 0.3 and lids > 0.5:
            page.image[row, column] = index("snow", 9 if bed > 0.2 else 8)
    weight = 0.45 * face.lashes
    tail = at(1.16, -0.008 + 0.010 * (lids - 1))
    page.ink(page.stroke([*upper, tail], 0.55, 1.2 + weight, 0.8), "wood", 0, 0.46)
    if face.crease:
        fold = [
            at(-0.75 + 0.9 * (1 - face.crease), 0.058 * rise + 0.006),
            at(0.0, 0.090 * rise + 0.010),
            at(0.5, 0.086 * rise + 0.010),
            at(1.10, 0.036),
        ]
        page.shade(fold, (0.5, 1.0, 0.6), 2)
    page.shade(under[:4], (0.5, 0.9, 0.5), 2)
    if face.age > 0.3:
        bag = [at(-0.75, -0.095), at(-0.1, -0.118 - 0.02 * face.age), at(0.6, -0.090)]
        page.shade(bag, (0.4, 1.0, 0.5), 1)


def brow(page: Page, face: Face, mood: Mood, side: float) -> None:
    """One eyebrow, a little irregular; grey with the years."""
    skew = mood.brow_skew * (0.5 + 0.5 * side)
    low = -0.075 * face.child
    inner, outer = mood.inner_brow + low + skew, mood.outer_brow + low + skew
    arch = 0.020 * face.brow_arch
    spots = [
        (side * (0.115 + face.apart), 0.705, 0.244 + inner),
        (side * (0.24 + face.apart), 0.705, 0.262 + arch * 0.6 + inner * 0.6 + outer * 0.2),
        (side * (0.39 + face.apart), 0.645, 0.266 + arch + outer * 0.7),
        (side * 0.53, 0.49, 0.222 + outer),
    ]
    thick = face.brow * page.scale
    step = 5 if face.brow_tint == "metal" else 1
    page.ink(page.stroke(spots, thick * 0.9, thick * 1.15, thick * 0.35), face.brow_tint, step, 0.48)


def mouth(page: Page, face: Face, mood: Mood) -> None:
    """The line between the lips; a dark gap where they part."""
    spots = [mouth_spot(face, mood, x) for x in (-1.0, -0.5, -0.12, 0.12, 0.5, 1.0)]
    lit = page.light(spots[2])
    colour = "skin" if face.men else "rose"
    page.ink(page.stroke(spots, 0.7, 1.15, 0.7), colour, 2 if lit > 0.25 else 1, 0.5)
    if mood.gap > 0.004:
        lip = [(x, y, z - 0.5 * mood.gap - 0.004) for x, y, z in spots[1:5]]
        page.ink(page.stroke(lip, 0.3, mood.gap * page.scale * 1.5, 0.3), "wood", 0, 0.5)
    for side in SIDES:
        x, y, z = mouth_spot(face, mood, side)
        lift = mood.corners + 0.5 * side * mood.skew
        if abs(lift) > 0.008 or face.age > 0.4:
            page.shade([(x, y, z), (x + side * 0.028, y - 0.03, z + np.sign(lift) * 0.022)], (1.0, 0.9, 0.5), 2)


def details(page: Page, face: Face, mood: Mood) -> None:
    """Nostrils, and the lines of age and cold."""
    drop = -0.05 * face.child
    for side in SIDES:
        w = face.nose_wide
        spots = [
            (side * 0.048 * w, 0.80, -0.283 * face.nose + drop),
            (side * 0.105 * w, 0.775, -0.270 * face.nose + drop),
        ]
        page.ink(page.stroke(spots, 1.2, 1.45, 0.9), "skin", 1, 0.47)
        if face.age > 0.35:
            beside = [(side * 0.20, 0.80, -0.27), (side * 0.30, 0.735, -0.42), (side * 0.315, 0.69, -0.56)]
            page.shade(beside, (0.7, 1.2, 0.6), 2 if face.age > 0.55 else 1, 0.45)
        if face.age > 0.55:
            for k in range(3):
                line = [on_lid(face, side, 1.22, 0.020 - 0.035 * k), (side * 0.62, 0.36, 0.11 - 0.075 * k)]
                page.shade(line, (0.9, 0.9, 0.5), 2, 0.40)
            for k in range(3):
                x = 0.05 + 0.075 * k
                crack = [(side * x, 0.765, -0.40), (side * (x + 0.006), 0.772, -0.445)]
                page.shade(crack, (0.6, 0.7, 0.4), 1, 0.40)
            page.shade(
                [(side * 0.36, 0.62, -0.24), (side * 0.46, 0.54, -0.38), (side * 0.45, 0.50, -0.54)],
                (0.5, 0.9, 0.5),
                1,
                0.42,
            )
        if face.moustache:
            hairs = [
                (side * 0.030, 0.815, -0.385 - face.mouth_low),
                (side * 0.115, 0.795, -0.425 - face.mouth_low + 0.3 * mood.corners),
                (side * 0.205, 0.735, -0.475 - face.mouth_low + 0.7 * mood.corners),
            ]
            thick = face.moustache * page.scale
            step = 5 if face.brow_tint == "metal" else 2
            page.ink(page.stroke(hairs, thick * 0.7, thick, thick * 0.5), face.brow_tint, step, 0.5)
    if face.age > 0.55 or mood.inner_brow > 0.05:
        for k in range(3 if face.age > 0.55 else 1):
            z = 0.36 + 0.075 * k + 0.4 * mood.inner_brow
            page.shade(
                [(-0.30 + 0.03 * k, 0.66, z), (-0.1, 0.71, z + 0.025), (0.12, 0.71, z + 0.012), (0.30, 0.66, z + 0.01)],
                (0.6, 1.0, 0.6),
                2 if face.age > 0.55 else 1,
                0.42,
            )
    if mood.inner_brow < -0.02:
        page.shade([(0.045, 0.70, 0.27), (0.055, 0.695, 0.20)], (0.8, 0.9, 0.6), 2, 0.42)


def stubble(page: Page) -> None:
    """Some days without a razor: sparse strokes, one step darker, from the ears over lip and chin."""
    edge = [(0.0, 0.80, -0.40), (0.26, 0.72, -0.40), (0.40, 0.52, -0.44), (0.54, 0.28, -0.34), (0.48, 0.20, -0.72),
            (0.20, 0.52, -0.95)]  # fmt: skip
    around = [*edge, *[(-x, y, z) for x, y, z in reversed(edge[1:])]]
    mask = page.drawn([("fill", [page.pixel(spot) for spot in around])]) > 0.5
    y, x = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]]
    here = mask & (page.image // 16 == 4) & ((2 * x + y) % 5 < 2) & (page.image % 16 > 3)
    page.image[here] -= 1


def draw(page: Page, face: Face, mood: Mood, blink: bool = False) -> None:
    """All the lines of a face."""
    for side in SIDES:
        eye(page, face, mood, side, 0.05 if blink else mood.lids)
        brow(page, face, mood, side)
    mouth(page, face, mood)
    details(page, face, mood)
    if face.stubble:
        stubble(page)
