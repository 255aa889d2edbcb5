"""Doors that are not the wooden one, and who is at them."""

import numpy as np

from tools.sound.mastering import Sound
from tools.sound.parts import Rng, Wave, add, band, clock, count, fall, grains, low, modes, peak_one, room

_LOCK = ((1420, 1, 0.012), (2630, 0.7, 0.008), (3900, 0.4, 0.005), (610, 0.5, 0.016))
_SHEET = ((62, 1, 0.09), (118, 0.9, 0.07), (211, 0.6, 0.05), (402, 0.4, 0.035), (950, 0.2, 0.02))


def _door_flat(rng: Rng) -> Wave:
    """A door with a sheet of steel on it, over a bare stair: two bolts, a short hinge, and the whole stair hears it."""
    x = np.zeros(count(1.4))
    for second, gain in ((0.02, 0.7), (0.14, 0.8), (0.90, 0.5)):
        add(x, modes(clock(0.12), _LOCK, rng), second, gain)
    t = clock(0.4)
    hinge = band(np.diff(np.floor(np.cumsum(60 + 40 * t) / 24_000), prepend=0), 600, 1500, 1)
    add(x, peak_one(hinge) * np.sin(np.pi * t / 0.4), 0.32, 0.14)
    add(x, modes(clock(0.5), _SHEET, rng), 0.86, 1.0)
    return room(x, 1.3, 0.34, rng, (150, 2200))


def _door_iron(rng: Rng) -> Wave:
    """New hinges, well oiled: hardly anything, and then it shuts like a drawer."""
    x = np.zeros(count(1.3))
    t = clock(0.6)
    add(x, peak_one(band(rng.standard_normal(len(t)), 300, 1100, 1) * np.sin(np.pi * t / 0.6) ** 2), 0.02, 0.12)
    iron = ((74, 1, 0.07), (168, 0.8, 0.05), (423, 0.6, 0.11), (1107, 0.35, 0.09), (1890, 0.2, 0.06))
    add(x, modes(clock(0.7), iron, rng, 0.01), 0.58, 1.0)
    add(x, modes(clock(0.1), _LOCK, rng), 0.66, 0.45)
    return room(x, 0.9, 0.22, rng, (120, 2600))


def _hatch(rng: Rng) -> Wave:
    """A cellar's lid of boards: lifted, laid back, the hollow under it."""
    x = np.zeros(count(1.2))
    t = clock(0.36)
    add(x, peak_one(low(rng.standard_normal(len(t)), 700) * np.sin(np.pi * t / 0.36)), 0.02, 0.25)
    boards = ((92, 1, 0.06), (147, 0.7, 0.05), (243, 0.5, 0.03), (530, 0.25, 0.014))
    add(x, modes(clock(0.1), boards, rng, 0.06), 0.03, 0.4)
    add(x, modes(clock(0.4), boards, rng, 0.04), 0.52, 1.0)
    add(x, grains(0.4, 0.01 + rng.exponential(0.06, 22), rng, (900, 3200), (2, 6)), 0.54, 0.2)  # earth trickles
    return room(x, 0.5, 0.28, rng, (90, 900))


def _knock_four(rng: Rng) -> Wave:
    """Four knocks of a fist on steel, evenly spaced, as one who has done it on every floor."""
    x = np.zeros(count(1.6))
    for k in range(4):
        fist = modes(clock(0.3), _SHEET, rng, 0.02)
        fist += 0.3 * peak_one(band(rng.standard_normal(count(0.3)), 500, 2000, 1) * fall(clock(0.3), 0.0006, 0.006))
        add(x, fist, 0.02 + 0.36 * k, rng.uniform(0.92, 1.0))
    return room(x, 1.1, 0.26, rng, (120, 1800))


def _fingernail(rng: Rng) -> Wave:
    """A nail against a window of paper, twice."""
    x = np.zeros(count(0.7))
    for second in (0.02, 0.30):
        t = clock(0.12)
        paper = modes(t, ((310, 1, 0.012), (690, 0.6, 0.008), (1500, 0.3, 0.004)), rng, 0.05)
        tick = band(rng.standard_normal(len(t)), 1600, 5000, 1) * fall(t, 0.0004, 0.004)
        add(x, paper + 0.5 * peak_one(tick), second, rng.uniform(0.85, 1.0))
    return room(x, 0.3, 0.12, rng, (300, 3200))


SOUNDS = (
    Sound("door_flat", _door_flat, -23),
    Sound("door_iron", _door_iron, -25),
    Sound("hatch", _hatch, -25),
    Sound("knock_four", _knock_four, -21),
    Sound("fingernail", _fingernail, -30),
)
