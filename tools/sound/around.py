"""What a place sounds like when nobody does anything: pines, water, a stove, rain, a house, a washing place.

The beds are loops, played softly and written thriftily: they lie under everything else. Nothing in them stands out,
or the ear would count how often they come round.
"""

import numpy as np
from scipy import signal

from tools.sound.mastering import Sound
from tools.sound.nature import calmest_start
from tools.sound.parts import (
    RATE,
    Rng,
    Wave,
    add,
    add_round,
    band,
    band_loop,
    clock,
    count,
    fall,
    high,
    low,
    modes,
    peak_one,
    room,
    slow_loop,
    sweep,
    whole,
)  # fmt: skip


def _pines(rng: Rng) -> Wave:
    """Needles in a steady wind: a hiss that comes and goes in waves, each crown in its own time."""
    n = count(5.0)
    x = 0.35 * band_loop(n, 160, 600, rng) * slow_loop(n, 0.3, 1, 4, rng)
    for low_hz, high_hz in ((700, 2200), (1300, 3600), (2400, 5600)):
        x += 0.4 * band_loop(n, low_hz, high_hz, rng) * slow_loop(n, 0.08, 1, 5, rng) ** 1.6
    return calmest_start(x)


def _water(rng: Rng) -> Wave:
    """Water that runs on under the ice: bubbles strung into threads, a hollow gurgle, no splash."""
    n = count(5.0)
    x = 0.30 * band_loop(n, 180, 520, rng) * slow_loop(n, 0.3, 1, 9, rng)
    x += 0.10 * band_loop(n, 700, 2000, rng) * slow_loop(n, 0.2, 1, 12, rng)
    for _ in range(26):
        second, hz = 5.0 * rng.random(), float(np.exp(rng.uniform(np.log(330), np.log(980))))
        for k in range(int(rng.integers(2, 7))):
            t = clock(rng.uniform(0.03, 0.07))
            drop = sweep(hz * rng.uniform(0.9, 1.15) * (1 + 2.5 * t)) * fall(t, 0.004, 0.016)
            add_round(x, drop, second + 0.055 * k * rng.uniform(0.8, 1.3), rng.uniform(0.08, 0.3))
    return calmest_start(x)


def _fire(rng: Rng) -> Wave:
    """Wood in an iron stove or a brazier: a draught and small cracks."""
    seconds = 4.0
    n = count(seconds)
    x = 0.35 * band_loop(n, 60, 240, rng) * slow_loop(n, 0.5, 1, 14, rng)
    x += 0.05 * band_loop(n, 900, 2600, rng) * slow_loop(n, 0.2, 1, 20, rng)
    for _ in range(56):
        t = clock(0.02)
        crack = high(rng.standard_normal(len(t)), 1500, 1) * fall(t, 0.0003, rng.uniform(0.0008, 0.003))
        add_round(x, peak_one(crack), seconds * rng.random(), 0.05 + 0.3 * rng.random() ** 4)
    for _ in range(4):
        pop = modes(clock(0.06), ((540, 1, 0.008), (1230, 0.6, 0.005), (2600, 0.4, 0.003)), rng, 0.2)
        add_round(x, pop, seconds * rng.random(), rng.uniform(0.10, 0.18))
    return calmest_start(x)


def _rain(rng: Rng) -> Wave:
    """Rain on snow and tin: a soft wide hiss, and single drops near her, none louder than the next."""
    seconds = 5.0
    n = count(seconds)
    x = 0.5 * band_loop(n, 1800, 6800, rng) * slow_loop(n, 0.7, 1, 6, rng)
    x += 0.35 * band_loop(n, 300, 1100, rng) * slow_loop(n, 0.6, 1, 4, rng)
    for _ in range(150):
        t = clock(0.03)
        drop = modes(t, ((rng.uniform(900, 3200), 1, rng.uniform(0.002, 0.006)),), rng, 0.1)
        add_round(x, drop, seconds * rng.random(), rng.uniform(0.05, 0.22))
    return calmest_start(x)


def _house(rng: Rng) -> Wave:
    """A block of flats in the evening: the mains, and water in a pipe two floors down."""
    n = count(5.0)
    t = np.arange(n) / RATE
    x = sum((0.10 / k * np.sin(2 * np.pi * whole(100 * k, n) * t + k) for k in (1, 2, 3, 5)), np.zeros(n))
    x += 0.20 * band_loop(n, 260, 760, rng) * slow_loop(n, 0, 1, 3, rng) ** 2
    x += 0.12 * band_loop(n, 70, 170, rng)
    return calmest_start(x)


def _paddles(rng: Rng) -> Wave:
    """Forty women and forty wooden paddles on wet stone: no common beat, and the other bank answers."""
    seconds = 5.0
    n = count(seconds)
    x = np.zeros(n)
    for _ in range(7):  # each with her own beat; a whole number of strokes, so that the loop closes
        strokes, start, near = int(rng.integers(6, 10)), rng.random(), rng.uniform(0.15, 1.0)
        hz = rng.uniform(260, 420)
        for k in range(strokes):
            t = clock(0.09)
            slap = 0.7 * band(rng.standard_normal(len(t)), 500, 2600, 1) * fall(t, 0.001, 0.010)
            slap += modes(t, ((hz, 1, 0.016), (hz * 2.3, 0.5, 0.009)), rng, 0.04)
            at = (start + k / strokes) * seconds + rng.normal(0, 0.012)
            add_round(x, low(slap, 900 + 2600 * near), at % seconds, near * rng.uniform(0.6, 1))
    return calmest_start(room(x, 1.6, 0.3, rng, (220, 1800), loop=True))


def _magpie(rng: Rng) -> Wave:
    """A magpie put to flight: a dry rattle of harsh short notes, faster than anybody could say them."""
    x = np.zeros(count(1.3))
    second = 0.02
    for k in range(int(rng.integers(7, 10))):
        t = clock(rng.uniform(0.048, 0.062))
        hz = rng.uniform(1250, 1400) * (1 + 0.10 * np.sin(np.pi * t / t[-1])) * (0.97 if k else 1.05)
        turns = 2 * np.pi * np.cumsum(hz) / RATE
        note = sum((weight * np.sin(h * turns + h) for h, weight in ((1, 0.4), (2, 1), (3, 0.8), (4, 0.35))),
                   np.zeros(len(t)))
        note = (note + 0.8 * band(rng.standard_normal(len(t)), 2000, 5200, 1)) * (1 + 0.6 * signal.square(
            2 * np.pi * 155 * t))
        add(x, peak_one(note) * np.maximum(np.sin(np.pi * t / t[-1]), 0) ** 0.5, second, rng.uniform(0.75, 1))
        second += rng.uniform(0.088, 0.112)
    return room(high(x, 700), 1.2, 0.3, rng, (700, 4200))


SOUNDS = (
    Sound("pines", _pines, -33, loop=True),
    Sound("water", _water, -33, loop=True),
    Sound("fire", _fire, -34, loop=True),
    Sound("rain", _rain, -33, loop=True),
    Sound("house", _house, -37, loop=True),
    Sound("paddles", _paddles, -33, loop=True),
    Sound("magpie", _magpie, -29, 2),
)
