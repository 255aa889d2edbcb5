"""Lieutenant Ryu listens: a green dial in a dark room, a gloved care in the fingers on the knob, and no face."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import NOTHING, Table, ramp, table
from tools.art.pictures.listener import DIAL_ON_HAND, DIAL_ON_HEAD, hearing, turning
from tools.art.pictures.parts import HEIGHT, WIDTH, Layer, Pen, Picture, Plate, area, inks, xx, yy
from tools.art.pictures.relief import carve
from tools.art.pictures.tableau import Lamp, Solid, View, cut, look
from tools.art.shapes import Points, box, capsule, cylinder, ellipsoid, sphere, turned, union

EYE = View((-14, 96, 58), (8, 0, 24), 560.0, (350.0, 190.0))
DIAL = (-14.0, 0.6, 30.0)
LAMPS = (Lamp((DIAL[0] + 2, 11.0, DIAL[2] + 1), 1.15, 21.0), Lamp((-120.0, 40.0, 150.0), 0.26, 150.0, cold=True))


@cache
def _green() -> Table:
    """The river's night colours drowned in the light of a valve dial."""
    colours = table("river", "moon").astype(np.float32)
    glow = ramp("030806 08160f 0f2a1c 18452e 236646 378c60 5cb37f 92d6a2 c8f0c4 f0ffe6", 10).astype(np.float32)
    mixed = colours.copy()
    for first in range(0, 160, 16):
        mixed[first : first + 10] = 0.30 * colours[first : first + 10] + 0.70 * glow
    return np.clip(np.round(mixed), 0, 255).astype(np.uint8)


@cache
def _blue() -> Table:
    """The same night where only the window reaches: hardly a colour left."""
    colours = table("river", "moon").astype(np.float32)
    glow = ramp("04060c 090d18 101826 182336 223148 2e4260 42597a 647c98 92a6b8 ccd6dc", 10).astype(np.float32)
    mixed = colours.copy()
    for first in range(0, 160, 16):
        mixed[first : first + 10] = 0.30 * colours[first : first + 10] + 0.70 * glow
    return np.clip(np.round(mixed), 0, 255).astype(np.uint8)


def _front(p: Points) -> Points:
    """The set's front: crackle paint, worn at the corners."""
    worn = smooth(0.62, 0.72, fbm(p[..., 0] / 5, p[..., 2] / 4, 3, 5))
    return np.asarray(0.30 * (fbm(p[..., 0] * 1.4, p[..., 2] * 1.4, 2, 8) - 0.5) + 0.35 * worn, dtype=np.float32)


def _grain(p: Points) -> Points:
    return np.asarray(0.45 * (fbm(p[..., 0] / 34, p[..., 1] / 2.4, 3, 4) - 0.5), dtype=np.float32)


@cache
def _set() -> tuple[Solid, ...]:
    """The receiver, its knobs and sockets, a desk, a log book, a pencil, a glass of tea, the wall."""
    knobs = [
        turned(cylinder([x, 0, z], 3.4, r), [x, 0, z], -np.pi / 2, 0)
        for x, z, r in ((-36, 15, 3.0), (-26, 15, 2.2), (-4, 14, 2.2), (31, 34, 2.6), (31, 25, 2.6))
    ]
    dial_rim = turned(cylinder([DIAL[0], -1, DIAL[2]], 2.2, 13.4), [DIAL[0], -1, DIAL[2]], -np.pi / 2, 0)
    tuning = turned(cylinder([15, 0, 18], 5.0, 6.0), [15, 0, 18], -np.pi / 2, 0)
    grille = [box([16 + 0.0 * i, 0.5, 30 + i * 2.2], [7.6, 0.8, 0.45]) for i in range(6)]
    rivets = [sphere([x, 0.6, z], 0.7) for x in (-44, 38) for z in (8, 42)]
    book = [box([-52, 22, 1.0], [14, 10, 1.0], 0.3, 0.2), box([-38, 26, 1.2], [11, 10, 1.1], 0.3, 0.12)]
    glass = union(cylinder([52, 14, 0], 11, 4.2), cylinder([52, 14, 0], 5, 4.8))
    return (
        Solid(box([-3, -16, 25], [46, 16, 23], 1.6), "olive", 0.85, "hatch", _front),
        Solid(box([-3, -0.4, 25], [43.6, 0.8, 20.6], 0.6), "metal", 0.62, "hatch", _front),
        Solid(dial_rim, "metal", 1.1), Solid(union(*knobs), "coat", 0.75), Solid(tuning, "metal", 1.3),
        Solid(union(*grille), "coat", 0.5),
        Solid(union(*rivets), "metal", 1.2), Solid(box([0, 40, -4], [200, 92, 4]), "wood", 0.9, "hatch", _grain, False),
        Solid(box([0, -70, 60], [240, 6, 120]), "coat", 0.5, "grain", None, False),
        Solid(union(*book), "reed", 1.2, "print"),
        Solid(glass, "metal", 1.3),
        Solid(turned(capsule([-50, 30, 2.8], [-34, 22, 3.2], 0.55), [-42, 26, 3], 0.2, 2), "lamp", 0.8),
    )


@cache
def _hand() -> tuple[Solid, ...]:
    """What of the hand and the head throws a shadow; they are seen as ``listener.py`` cuts them."""
    return (
        Solid(ellipsoid([29, 18, 23], [8, 4, 7]), "skin"), Solid(capsule([36, 22, 20], [80, 46, 8], 5.0, 8.0), "metal"),
        Solid(capsule([28, 15, 27], [17, 8, 25.4], 2.2), "skin"),
        Solid(capsule([28, 17, 17], [15, 8, 11.6], 2.2), "skin"),
        Solid(ellipsoid([-44, 47, 38], [9, 12, 12]), "coat"),
    )


def _stamp(plate: Plate, solids: tuple[Solid, ...], others: tuple[Solid, ...], ambient: float) -> None:
    """The view in green where the dial leads, in the blue of the window elsewhere."""
    seen = look(solids, others, EYE, LAMPS, (0.012, ambient))
    image = cut(seen, solids, 5.6)
    green = seen.warm > seen.cold * 0.7
    plate.stamp(np.where(green, image, NOTHING).astype(np.uint8), _green(), 0, 0)
    plate.stamp(np.where(green, NOTHING, image).astype(np.uint8), _blue(), 0, 0)


def wall() -> Plate:
    """The dark behind everything, as far as the dial does not reach."""
    plate = Plate()
    plate.paint(np.ones((HEIGHT, WIDTH), dtype=bool), inks("04060d 070b16 0b1222 111b30"),
        0.34 + 0.5 * (fbm(xx / 90, yy / 60, 2, 4) - 0.5), 0.22)
    return plate


def _scale(plate: Plate) -> None:
    """The lit half-moon of the dial: marks, figures too small to read, and the needle."""
    x, y = EYE.seen(DIAL)
    near, _ = EYE.seen((DIAL[0] + 11.6, DIAL[1], DIAL[2]))
    size = near - x
    away = np.hypot(xx - x, (yy - y) * 1.08) / size
    face = (away < 1.0) & (yy < y + size * 0.34)
    plate.paint(face, inks("1c5a3c 2f8a5c 5cba80 9ae0a4 d4f8cc f4ffe8"),
        0.92 - 0.62 * away + 0.10 * (fbm(xx / 30, yy / 30, 2, 3) - 0.5), 0.6)
    marks = Pen()
    for number in range(33):
        turn = np.pi * (1.06 + 0.88 * number / 32)
        inner = 0.80 if number % 4 else 0.70
        ends = [(x + size * r * np.cos(turn), y + size * r * np.sin(turn) / 1.08) for r in (inner, 0.90)]
        marks.line(ends, 1.5 if number % 4 else 2.3)
        if number % 4 == 0:
            spot = (x + size * 0.58 * np.cos(turn), y + size * 0.58 * np.sin(turn) / 1.08)
            marks.line([(spot[0] - 3, spot[1] - 2), (spot[0] - 3, spot[1] + 3)], 1.3).oval(spot[0] + 2, spot[1] + 0.5,
                2.2, 2.9, 1.2)
    plate.ink(marks.mask(0.4) & face, "0f3a26")
    tip = np.pi * 1.615
    needle = Pen().line([(x, y + size * 0.16), (x + size * 0.86 * np.cos(tip), y + size * 0.86 * np.sin(tip) / 1.08)],
        2.2, 1.2)
    plate.ink(needle.mask(0.4), "b8384c")
    plate.ink(Pen().oval(x, y + size * 0.16, 5.0, 5.0).mask(), "123222")
    plate.ink((np.abs(away - 1.0) < 0.035) & (yy < y + size * 0.34), "0a1c14")
    plate.ink(area([(x - size * 0.94, y + size * 0.34), (x + size * 0.94, y + size * 0.34),
        (x + size * 0.94, y + size * 0.40), (x - size * 0.94, y + size * 0.40)]), "0a1c14")
    plate.veil(smooth(size * 2.4, size * 0.7, np.hypot(xx - x, yy - y)) * 0.75 * ~face, "5cba80", 5, 0.30, 0.9)


def receiver() -> Plate:
    """The set and the desk."""
    plate = Plate()
    _stamp(plate, _set(), _hand(), 0.05)
    _scale(plate)
    lamp_x, lamp_y = EYE.seen((38, 1, 15))
    plate.ink(np.hypot(xx - lamp_x, yy - lamp_y) < 3.4, "e0566a")
    plate.veil(smooth(20, 3, np.hypot(xx - lamp_x, yy - lamp_y)) * 0.8, "e0566a", 4, 0.5, 0.9)
    return plate


def hand() -> Plate:
    """The hand on the knob."""
    plate = Plate()
    for image, colours in zip(carve(turning(), (WIDTH, HEIGHT), DIAL_ON_HAND, 0.05), (_blue(), _green()), strict=True):
        plate.stamp(image, colours, 0, 0)
    return plate


def listener() -> Plate:
    """The back of a head, cut off by the frame: the dial finds its edges."""
    plate = Plate()
    for image, colours in zip(carve(hearing(), (WIDTH, HEIGHT), DIAL_ON_HEAD, 0.06), (_blue(), _green()), strict=True):
        plate.stamp(image, colours, 0, 0)
    return plate


PICTURE = Picture("ryu_listening", "light",
    (Layer(wall, 0.0), Layer(receiver, 0.10), Layer(hand, 0.16), Layer(listener, 0.5)))
