"""A market street in Yanji by night, from the third floor, through a hand's width of curtain."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.dither import BAYER, spread
from tools.art.noise import fbm, smooth
from tools.art.pictures import neon_people, street_people
from tools.art.pictures.letters import lettering
from tools.art.pictures.neon_view import AMBER, ASPHALT, GREEN, NIGHT, PINK, at, glow, ground, streak
from tools.art.pictures.parts import (
    HEIGHT,
    WIDTH,
    Bools,
    Floats,
    Layer,
    Line,
    Pen,
    Picture,
    Plate,
    Table,
    area,
    inks,
    shifted,
    xx,
    yy,
)

WALL_Y = -200.0
# Left, right and kind of each shop along the wall.
SHOPS = ((-640, -340, "noodles"), (-320, -60, "barber"), (-40, 230, "shut"), (250, 540, "tea"), (560, 900, "shut"))
SIGN = (-62.0, 268.0, 500.0)  # the blade sign that changes: its column, foot and top


def _on_wall(left: float, right: float, low: float, high: float, y: float = WALL_Y) -> list[tuple[float, float]]:
    return [at(left, y, high), at(right, y, high), at(right, y, low), at(left, y, low)]


def _windows(plate: Plate) -> None:
    """Two rows of flats over the shops; most have gone to bed, or sit in the dark as she does."""
    rng = np.random.default_rng(14)
    for row, low in enumerate((400, 690)):
        for number, left in enumerate(range(-680, 900, 118)):
            panes = area(_on_wall(left, left + 74, low, low + 130))
            lit = (number * 5 + row * 3) % 7 in (1, 4)
            plate.ink(area(_on_wall(left - 6, left + 80, low - 10, low + 136)), "171837")
            plate.paint(panes, AMBER if lit else NIGHT, (0.42 + 0.12 * rng.random()) if lit else 0.16, 0.3)
            if lit:
                drawn = area(_on_wall(left, left + 26 + 12 * (number % 3), low, low + 130))
                plate.paint(drawn, AMBER, 0.28 + 0.08 * np.sin(xx * 1.9), 0.3)
            bars = Pen().line([at(left + 37, WALL_Y, low), at(left + 37, WALL_Y, low + 130)], 1.0)
            plate.ink(bars.mask(0.4), "0f0f25")
            sill = Pen().line([at(left - 8, WALL_Y, low - 8), at(left + 82, WALL_Y, low - 8)], 1.6)
            plate.ink(sill.mask(0.4), "8a8fb8")
            if (number + row) % 4 == 1:
                plate.ink(area(_on_wall(left + 84, left + 112, low - 6, low + 34)), "23244e")
                plate.ink(area(_on_wall(left + 84, left + 112, low + 30, low + 36)), "7c82bf")


def _shop(plate: Plate, left: float, right: float, kind: str) -> None:
    """A shop front: lit glass with what stands behind it, or a shutter."""
    front = area(_on_wall(left + 14, right - 14, 0, 218))
    board = area(_on_wall(left + 4, right - 4, 232, 306))
    plate.paint(board, NIGHT, 0.34 + 0.1 * fbm(xx / 9, yy / 5, 2, 3), 0.14)
    plate.ink(shifted(board, 0, -2) & ~board, "5d63a1")
    if kind == "shut":
        plate.paint(front, NIGHT, 0.30 + 0.16 * (yy % 4 < 2), 0.0)
        return
    inside = {"noodles": AMBER, "barber": GREEN, "tea": PINK}[kind]
    low, high = at(left, WALL_Y, 0)[1], at(left, WALL_Y, 218)[1]
    plate.paint(front, inside, 0.66 - 0.30 * (yy - high) / (low - high) + 0.12 * (fbm(xx / 9, yy / 7, 2, 8) - 0.5), 0.5)
    rng = np.random.default_rng(int(right) % 97)
    dark = Pen()
    for _ in range(5):
        x, tall = rng.uniform(left + 40, right - 40), rng.uniform(90, 140)
        foot, top = at(x, WALL_Y, 0), at(x, WALL_Y, tall)
        dark.area([(foot[0] - 7, foot[1]), (top[0] - 6, top[1]), (top[0] + 6, top[1]), (foot[0] + 7, foot[1])])
        dark.oval(top[0], top[1] - 3, 4.2, 4.6)
    plate.paint(dark.mask() & front, inside, 0.30)
    frame = Pen()
    for share in (0.0, 0.36, 0.68, 1.0):
        x = left + 14 + (right - left - 28) * share
        frame.line([at(x, WALL_Y, 0), at(x, WALL_Y, 218)], 1.8)
    frame.line([at(left + 14, WALL_Y, 70), at(right - 14, WALL_Y, 70)], 1.2)
    plate.ink(frame.mask(0.4) & front, "0f0f25")


def _tubes(plate: Plate, marks: Bools, colours: Table, reach: float = 7.0) -> None:
    """Neon: white in the tube, colour about it."""
    halo = np.zeros_like(marks, dtype=np.float32)
    for step in range(1, int(reach)):
        for a in np.linspace(0, 2 * np.pi, 10, endpoint=False):
            moved = shifted(marks, round(step * np.cos(a)), round(step * np.sin(a)))
            halo = np.maximum(halo, moved * (1 - step / reach))
    plate.paint((halo > 0.12) & ~marks, colours, 0.26 + 0.5 * halo, 0.7, BAYER)
    plate.paint(marks, colours, 0.96)


def _han(points: dict[str, tuple[Line, ...]], word: str, x: float, y: float, size: float, weight: float) -> Bools:
    """A line of Chinese signs, drawn by strokes in unit boxes."""
    pen = Pen(fine=6)
    for number, sign in enumerate(word):
        for stroke in points[sign]:
            pen.line([(x + number * size * 1.25 + u * size, y + v * size) for u, v in stroke], weight)
    return pen.mask(0.45)


HAN: dict[str, tuple[Line, ...]] = {
    "山": (((0.5, 0), (0.5, 0.95)), ((0.05, 0.35), (0.05, 0.95), (0.95, 0.95)), ((0.95, 0.35), (0.95, 0.95))),
    "月": (((0.2, 0), (0.2, 0.6), (0.02, 1)), ((0.2, 0), (0.85, 0), (0.85, 1), (0.68, 0.95)),
        ((0.2, 0.33), (0.85, 0.33)), ((0.2, 0.64), (0.85, 0.64))),
    "面": (((0, 0), (1, 0)), ((0.5, 0), (0.42, 0.22)), ((0.05, 0.25), (0.95, 0.25), (0.95, 1), (0.05, 1), (0.05, 0.25)),
        ((0.36, 0.25), (0.36, 1)), ((0.66, 0.25), (0.66, 1)), ((0.36, 0.5), (0.66, 0.5)), ((0.36, 0.75), (0.66, 0.75))),
    "茶": (((0, 0.14), (1, 0.14)), ((0.3, 0), (0.3, 0.28)), ((0.7, 0), (0.7, 0.28)), ((0.5, 0.26), (0.05, 0.58)),
        ((0.5, 0.26), (0.95, 0.58)), ((0.15, 0.66), (0.85, 0.66)), ((0.5, 0.5), (0.5, 1)), ((0.3, 0.78), (0.16, 0.95)),
        ((0.7, 0.78), (0.84, 0.95))),
}


def _boards(plate: Plate) -> None:
    """What the shops call themselves: noodles, tea, a barber's pole."""
    x, y = at(-600, WALL_Y, 298)
    _tubes(plate, lettering("국수", x + 2, y + 4, 17, 7, 2.2), PINK)
    _tubes(plate, _han(HAN, "山月面", x + 56, y + 8, 9.5, 1.3), AMBER, 4)
    x, y = at(290, WALL_Y, 298)
    _tubes(plate, _han(HAN, "山茶", x + 4, y + 3, 17, 1.9), AMBER)
    _tubes(plate, lettering("다", x + 58, y + 6, 13, 6, 1.8), PINK, 5)
    x, y = at(-280, WALL_Y, 296)
    _tubes(plate, lettering("머리", x + 8, y + 4, 14, 6, 2.0), AMBER, 5)
    pole = area(_on_wall(-306, -288, 90, 205, WALL_Y + 12))
    plate.ink(pole, "f4fff2")
    plate.ink(pole & ((xx + yy) % 9 < 3), "f06492")
    plate.ink(pole & ((xx + yy) % 9 > 6), "434783")


def _wall(plate: Plate) -> None:
    low = at(0, WALL_Y, 0)[1] + 0 * xx
    tilt = (at(600, WALL_Y, 0)[1] - at(-600, WALL_Y, 0)[1]) / (at(600, WALL_Y, 0)[0] - at(-600, WALL_Y, 0)[0])
    wall = yy < low + tilt * (xx - at(0, WALL_Y, 0)[0])
    plate.paint(wall, NIGHT, 0.26 + 0.16 * (fbm(xx / 40, yy / 18, 3, 5) - 0.5) + 0.10 * smooth(60, 190, yy), 0.16)
    ledge = Pen().line([at(-800, WALL_Y + 10, 330), at(1000, WALL_Y + 10, 330)], 4.0)
    plate.ink(ledge.mask(), "303367")
    snow = Pen().line([at(-800, WALL_Y + 10, 338), at(1000, WALL_Y + 10, 338)], 2.2)
    plate.ink(snow.mask() & (fbm(xx / 13, yy * 0, 2, 6) > 0.36), "a4aadb")


def _wet(plate: Plate) -> None:
    """The pavement with its kerb; the road, wet and black, with trodden slush and every light once more, long."""
    gx, gy = ground()
    road = ~plate.shown
    slush = fbm(gx / 90, gy / 34, 3, 21)
    plate.paint(road, ASPHALT, 0.22 + 0.20 * (fbm(gx / 34, gy / 12, 3, 6) - 0.5), 0.12)
    for x, colours, strong, wide in ((-560, AMBER, 0.9, 62), (-450, PINK, 0.8, 44), (-230, GREEN, 0.62, 46),
            (-160, AMBER, 0.5, 30), (330, PINK, 0.62, 60), (420, AMBER, 0.7, 34), (-330, AMBER, 0.9, 24),
            (60, AMBER, 0.95, 26), (240, AMBER, 0.8, 24)):
        streak(plate, road, x, WALL_Y, colours, strong, wide)
    trodden = road & (slush > 0.60) & (gy < 330)
    plate.paint(trodden, NIGHT, 0.46 + 0.5 * (slush - 0.6) + 0.12 * (fbm(xx / 5, yy / 3, 2, 8) - 0.5), 0.16)
    kerb = Pen().line([at(-900, -96, 0), at(1000, -96, 0)], 2.4).mask(0.4)
    plate.ink(kerb & road, "5d63a1")
    plate.ink(shifted(kerb, 0, 2) & road & ~kerb, "070714")
    swept = np.abs(gy + 60 + 26 * (fbm(gx / 60, gx * 0, 2, 3) - 0.5)) < 17
    piles = road & swept & (fbm(gx / 120, gx * 0, 2, 17) > 0.45)
    plate.paint(piles, NIGHT, 0.82 + 0.3 * (fbm(xx / 9, yy / 4, 2, 7) - 0.5), 0.4)


@cache
def _empty() -> Plate:
    """The street when nobody is in it."""
    plate = Plate()
    _wall(plate)
    _windows(plate)
    for left, right, kind in SHOPS:
        _shop(plate, left, right, kind)
    _boards(plate)
    _wet(plate)
    _blade(plate, NIGHT, False)
    wires = Pen()
    for y0, y1, sag in ((70, 40, 16), (82, 96, 12)):
        spans = [(x, x / WIDTH) for x in range(0, 701, 20)]
        wires.line([(x, y0 + (y1 - y0) * t + sag * (1 - (2 * t - 1) ** 2)) for x, t in spans], 1.1)
    plate.ink(wires.mask(0.4), "070714")
    return plate


def street() -> Plate:
    """Shops, the wet road, stalls under their bulbs, and people who are allowed to be out."""
    plate = Plate()
    plate.rgb[:], plate.shown[:] = _empty().rgb, True
    neon_people.stalls(plate)
    neon_people.cart(plate)
    street_people.walkers(plate)
    return plate


def _blade(plate: Plate, colours: Table, lit: bool) -> None:
    """The sign that stands out from the wall and cannot settle on a colour."""
    x, low, high = SIGN
    box = area(_on_wall(x - 26, x + 34, low, high, WALL_Y + 60))
    left, top = at(x - 26, WALL_Y + 60, high)
    right, bottom = at(x + 34, WALL_Y + 60, low)
    wide = right - left
    marks = lettering("노", left + wide / 2 - 8, top + 10, 16, 0, 2.1)
    marks |= lettering("래", left + wide / 2 - 8, top + 33, 16, 0, 2.1)
    star = [(left + wide / 2 + r * np.sin(a), bottom - 15 - r * np.cos(a)) for a, r in
        zip(np.linspace(0, 2 * np.pi, 11), (8, 3.4) * 5 + (8,), strict=True)]
    marks |= Pen(fine=6).line(star, 1.5).mask(0.45)
    corners = [(left + 3, top + 4), (right - 3, top + 4), (right - 3, bottom - 4), (left + 3, bottom - 4)]
    frame = Pen(fine=6).line([*corners, corners[0]], 1.6).mask(0.45)
    if not lit:
        plate.ink(box, "0f0f25")
        plate.ink(box & ~shifted(box, 0, 2), "8a8fb8")
        plate.ink((marks | frame) & box, "303367")
        return
    plate.paint(box, colours, 0.14)
    _tubes(plate, marks | frame, colours, 6)
    streak(plate, _road(), x, WALL_Y + 60, colours, 1.0, 46)
    glow(plate, (left + right) / 2, (top + bottom) / 2, 74, colours)


@cache
def _road() -> Bools:
    """Where the road is seen, and not somebody on it."""
    return np.asarray((yy > 190) & (street().rgb == _empty().rgb).all(-1))


def sign(colours: Table) -> Plate:
    """The blade sign alight in one colour, and what of it the road has; nothing else."""
    plate = Plate()
    _blade(plate, colours, True)
    return plate


def green() -> Plate:
    """First it is green."""
    return sign(GREEN)


def pink() -> Plate:
    """Then it is pink."""
    return sign(PINK)


def steam() -> Plate:
    """Steam from the stalls' pots, lit by their bulbs."""
    plate = Plate()
    for x, y, tall in neon_people.POTS:
        px, py = at(x, y, 104)
        rise = np.clip((py - yy) / tall, 0, 1)
        sway = 10 * np.sin(yy / 15 + x) * rise
        across = np.abs(xx - px - sway - 10 * rise) / (6 + 22 * rise)
        thick = smooth(1, 0.1, across) * (1 - rise) ** 0.8 * smooth(0.28, 0.70, fbm(xx / 10, yy / 13, 3, 4))
        share: Floats = np.asarray(thick * (yy < py) * (py - yy < tall))
        seen = (share > 0.16) & (spread(BAYER, HEIGHT, WIDTH) < 0.18 + 0.62 * share)
        plate.paint(seen, inks("5d63a1 7c82bf a4aadb cfd4f6 fdecb8"), 0.15 + 0.85 * share, 0.6)
    return plate


PICTURE = Picture("neon_street", "neon", (
    Layer(street, 0.0), Layer(green, 0.0), Layer(pink, 0.0), Layer(steam, 0.04), Layer(neon_people.curtain, 0.9)))
