"""Motors that start, stop and come to a halt. The one that runs is the loop `engine` of things.py."""

import numpy as np

from tools.sound.mastering import Sound
from tools.sound.parts import RATE, Rng, Wave, add, band, clock, count, grains, low, modes, peak_one, room

_LORRY = ((47, 1, 0.03), (94, 0.9, 0.022), (168, 0.5, 0.014), (310, 0.25, 0.008))
_SINGLE = ((78, 1, 0.022), (157, 0.8, 0.014), (330, 0.5, 0.009), (720, 0.2, 0.004))


def _strokes(x: Wave, rng: Rng, start: float, rates: Wave, body: tuple[tuple[float, float, float], ...],
             gain: float) -> None:
    """Strokes of a motor from `start` on; `rates` is how many a second, sample by sample."""
    fires = np.flatnonzero(np.diff(np.floor(np.cumsum(rates) / RATE), prepend=0))
    for at in fires:
        t = clock(0.14)
        stroke = modes(t, body, rng, 0.03)
        stroke += 0.3 * band(rng.standard_normal(len(t)), 250, 1600, 1) * np.exp(-t / 0.009)
        add(x, stroke, start + at / RATE, gain * rng.uniform(0.75, 1.0))


def _engine_start(rng: Rng) -> Wave:
    """A cold lorry: it is asked twice and says no; the third time it coughs, races and stays."""
    x = np.zeros(count(4.4))
    for start, seconds in ((0.02, 0.62), (1.0, 0.55), (1.85, 0.6)):
        t = clock(seconds)
        turn = 0.55 + 0.45 * np.sin(2 * np.pi * 9.5 * t)  # the starter slows at every compression
        whine = low(np.sign(np.sin(2 * np.pi * np.cumsum(205 + 45 * turn) / RATE)), 1300)
        grind = band(rng.standard_normal(len(t)), 180, 900, 1)
        edge = np.clip(t / 0.04, 0, 1) * np.clip((seconds - t) / 0.06, 0, 1)
        add(x, (0.5 * whine + peak_one(grind)) * turn * edge, start, 0.5)
    for second in (0.66, 1.57):
        _strokes(x, rng, second, np.full(count(0.12), 17.0), _LORRY, 0.5)
    t = clock(1.98)
    _strokes(x, rng, 2.42, 14 + 22 * np.exp(-0.5 * ((t - 0.45) / 0.3) ** 2) + 6 * (t > 0.9), _LORRY, 0.9)
    fade = np.clip((count(4.4) - np.arange(len(x))) / count(1.3), 0, 1) ** 1.3
    return room(low(np.tanh(x), 4200) * fade, 0.6, 0.12, rng, (80, 1200))


def _car_stops(rng: Rng) -> Wave:
    """Tyres on packed snow, slower and slower; the motor dies; a door."""
    x = np.zeros(count(3.4))
    t = clock(1.8)
    slow = 1 - t / 1.8
    times = 1.75 * (1 - np.sqrt(1 - rng.random(260)))  # the snow cracks under the tread, fewer as it slows
    x += 0.5 * peak_one(grains(3.4, times, rng, (500, 2600), (4, 12), 1.4))
    add(x, peak_one(low(rng.standard_normal(len(t)), 300) * slow**0.5 * np.clip(t / 0.3, 0, 1)), 0.0, 0.3)
    _strokes(x, rng, 0.02, 22 + 14 * slow, _LORRY, 0.35)
    latch = ((190, 0.8, 0.02), (640, 0.7, 0.012), (1700, 0.5, 0.006))
    add(x, modes(clock(0.1), latch, rng), 2.25, 0.5)
    shut = ((84, 1, 0.045), (152, 0.8, 0.03), (330, 0.4, 0.018), (980, 0.15, 0.01))
    add(x, modes(clock(0.4), shut, rng), 2.85, 0.9)
    return room(x, 0.9, 0.2, rng, (90, 2200))


def _motorbike(rng: Rng) -> Wave:
    """One cylinder, overhead: it comes, putters, and is switched off."""
    x = np.zeros(count(3.2))
    t = clock(2.7)
    _strokes(x, rng, 0.02, 13 + 22 * np.exp(-t / 0.7) - 6 * np.clip((t - 2.3) / 0.4, 0, 1), _SINGLE, 0.9)
    add(x, modes(clock(0.1), ((900, 1, 0.01), (2100, 0.6, 0.006)), rng), 3.0, 0.2)  # the stand
    swell = np.clip(np.arange(len(x)) / count(0.8), 0.15, 1)
    return room(low(x * swell, 1600), 0.7, 0.2, rng, (90, 1200))


SOUNDS = (
    Sound("engine_start", _engine_start, -26),
    Sound("car_stops", _car_stops, -27),
    Sound("motorbike", _motorbike, -27),
)
