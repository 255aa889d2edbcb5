"""Grandmother Pak's farmhouse at first light: thatch under snow, a blue door, smoke; and the snow's own colours."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.parts import Line, Pen, Plate, area, inks, shifted, xx, yy

SNOW = inks("0e1738 16224a 203060 2e4379 435c93 5f79aa 829abf a9b8cf d0ced6 f1dccb fdeacb")
WALL = inks("3a4066 575a7e 7b7890 a5969d c9b1a4 e6cba9 f5e1bd")
ROOF = inks("1b2346 2a355f 43557f 6b80a6 9dafc6 d6d2d0 f8e0b8")
DOOR = (455.0, 214.0)
"""The foot of the door."""


def house(plate: Plate) -> None:
    """A long low farmhouse, its end to the dawn: pale walls, thatch under snow, and the door."""
    left, right, ground, eaves, ridge = 398.0, 534.0, 213.0, 178.0, 153.0
    end = area([(left, ground), (left, eaves), (left - 17, eaves - 3), (left - 17, ground - 6)])
    front = area([(left, ground + 1), (right, ground + 1), (right, eaves - 2), (left, eaves - 2)])
    rough = fbm(xx / 14, yy / 7, 3, 6) - 0.5
    plate.paint(
        front, WALL, 0.50 + 0.28 * smooth(right, left, xx) - 0.10 * smooth(eaves + 9, eaves, yy) + 0.22 * rough, 0.3
    )
    plate.paint(end, WALL, 0.92 + 0.2 * rough, 0.3)
    stone = front & (yy > ground - 6) | end & (yy > ground - 11)
    plate.paint(stone, WALL, 0.20 + 0.4 * (fbm(xx / 5, yy / 3, 2, 2) - 0.4))
    posts = Pen()
    for x in (left + 1, left + 44, left + 70, left + 104, right - 1):
        posts.line([(x, eaves - 2), (x, ground)], 2.2)
    posts.line([(left, ground - 6), (right, ground - 6)], 1.4)
    plate.ink(posts.mask(0.4), "3b3450")
    roof_line: Line = [
        (left - 26, eaves - 4),
        (left - 14, ridge + 6),
        (left + 4, ridge),
        (left + 60, ridge + 3),
        (right - 22, ridge + 1),
        (right - 2, ridge + 8),
        (right + 12, eaves + 1),
        (right - 30, eaves + 2),
        (left + 40, eaves),
        (left - 6, eaves + 2),
    ]
    roof = area(roof_line, True)
    drape = fbm(xx / 16, yy / 9, 3, 5) - 0.5
    plate.paint(roof, ROOF, 0.60 + 0.26 * smooth(left + 60, left - 10, xx) - 0.016 * (yy - ridge) + 0.26 * drape, 0.25)
    plate.paint(
        roof & ~shifted(roof, 0, 1) | shifted(roof & ~shifted(roof, 0, 1), 0, 1) & roof,
        ROOF,
        0.96 - 0.2 * smooth(left, right, xx),
    )
    under = roof & ~shifted(roof, 0, -3)
    plate.paint(under & (yy > eaves - 8), ROOF, 0.12)
    plate.ink(shifted(under, 0, 2) & (yy > eaves - 4) & front, "47466c")
    ice = Pen()
    rng = np.random.default_rng(2)
    for x in np.arange(left + 4, right, 5.3):
        ice.line([(x, eaves + 1), (x + 0.3, eaves + 3 + rng.uniform(1, 6))], 1.2, 0.5)
    plate.ink(ice.mask(0.4), "bfcbdc")
    _openings(plate, left, ground, eaves)
    _chimney(plate, right, ground)
    drift = ground - 2 + 4 * fbm(xx[0] / 22, xx[0] * 0, 2, 4)
    bank = (yy > drift[None]) & (yy < ground + 6) & (xx > left - 24) & (xx < right + 22) & (np.abs(xx - DOOR[0]) > 10)
    plate.paint(bank, SNOW, 0.62 - 0.05 * (yy - ground) + 0.2 * smooth(right, left, xx), 0.3)


def _openings(plate: Plate, left: float, ground: float, eaves: float) -> None:
    """The blue door, and two papered windows, one with a candle behind it."""
    x, foot = DOOR
    frame = area([(x - 11, foot), (x + 11, foot), (x + 11, eaves), (x - 11, eaves)])
    plate.ink(frame, "2a2c50")
    door = area([(x - 9, foot), (x + 9, foot), (x + 9, eaves + 2), (x - 9, eaves + 2)])
    plate.paint(
        door,
        inks("14509a 1b66ba 2b80d2 4f9ce0"),
        0.62 - 0.4 * smooth(x - 9, x + 9, xx) + 0.3 * (fbm(xx / 2, yy / 14, 2, 6) - 0.5),
    )
    plate.ink(door & ((np.abs(xx - x) < 0.6) | (np.abs(yy - eaves - 16) < 0.6)), "0f3a78")
    plate.ink(np.hypot(xx - x - 6, yy - foot + 15) < 1.3, "f0c88a")
    step = area([(x - 13, foot + 4), (x + 13, foot + 4), (x + 12, foot), (x - 12, foot)])
    plate.ink(step, "8f97b4")
    for at, glow in ((left + 24, True), (left + 92, False)):
        pane = area([(at - 11, eaves + 20), (at + 11, eaves + 20), (at + 11, eaves + 6), (at - 11, eaves + 6)])
        plate.ink(pane, "e7b36a" if glow else "7d86a8")
        plate.veil(
            (smooth(13, 2, np.hypot(xx - at + 2, yy - eaves - 15)) * pane) if glow else pane * 0.0,
            "ffe6ac",
            3,
            0.8,
            0.6,
        )
        bars = Pen().line([(at - 11, eaves + 13), (at + 11, eaves + 13)], 1.0)
        for k in (-11, -5.5, 0, 5.5, 11):
            bars.line([(at + k, eaves + 6), (at + k, eaves + 20)], 1.0)
        plate.ink(bars.mask(0.4), "3b3450")


def _chimney(plate: Plate, right: float, ground: float) -> None:
    """A hollow log for a chimney, standing apart as they do here, and a thread of smoke."""
    x = right + 18
    log = area([(x - 5, ground), (x + 5, ground), (x + 4, 152), (x - 4, 152)])
    plate.paint(
        log, inks("1c1b36 332d4c 574661 8f6a72"), 0.70 - 0.07 * (xx - x + 5) + 0.3 * (fbm(xx / 2, yy / 14, 2, 3) - 0.5)
    )
    cap = area([(x - 6, 153), (x + 6, 153), (x + 4, 148), (x - 4, 148)], True)
    plate.paint(cap, SNOW, 0.86)


def smoke(plate: Plate) -> None:
    """Straight up while the air is still, then it remembers the river and leans."""
    x, top = 552.0, 147.0
    up = (top - yy) / 140
    lean = 3 * np.sin(up * 5.2) + 30 * smooth(0.45, 1.0, up) ** 2
    body = np.abs(xx - x + lean) < 1.1 + 4.2 * up
    torn = fbm((xx + lean) / 6, yy / 12, 3, 7) > 0.14 + 0.34 * up
    share = body & torn & (up > 0) & (up < 1)
    edge = (xx - x + lean) / (1.1 + 4.2 * up)
    plate.paint(share, inks("515b87 6f7398 9a92a6 c9ada6 eac6a4"), 0.66 - 0.34 * edge - 0.36 * up, 0.5)
