"""What is loud enough to cover a step, and the dogs and mouths that are near."""

import numpy as np
from scipy import signal

from tools.sound.mastering import Sound
from tools.sound.nature import bark
from tools.sound.parts import RATE, Rng, Wave, add, band, clock, count, fall, low, modes, peak_one, room, sweep
from tools.sound.plucked import bowed
from tools.sound.score import hertz


def _train(rng: Rng) -> Wave:
    """A goods train over the bridge: it comes, the joints of the rails beat in pairs, it goes."""
    seconds = 8.0
    t = clock(seconds)
    near = np.sin(np.pi * np.clip(t / seconds, 0, 1)) ** 1.2
    x = 0.55 * peak_one(low(rng.standard_normal(len(t)), 170)) * near
    x += 0.12 * peak_one(band(rng.standard_normal(len(t)), 900, 2400, 1)) * near**2
    joint = modes(clock(0.3), ((68, 1, 0.06), (133, 0.8, 0.04), (410, 0.4, 0.015), (1150, 0.15, 0.008)), rng, 0.02)
    second = 0.3
    while second < seconds - 0.5:
        here = float(np.sin(np.pi * second / seconds) ** 1.2)
        for after, gain in ((0.0, 1.0), (0.13, 0.85)):
            add(x, joint, second + after, 0.8 * here * gain * rng.uniform(0.85, 1.0))
        second += 0.62
    horn = clock(1.5)
    chord = sum((signal.sawtooth(2 * np.pi * hz * horn) for hz in (233, 294, 349)), np.zeros(len(horn)))
    blown = low(chord, 900) * np.clip(horn / 0.15, 0, 1) * np.clip((1.5 - horn) / 0.3, 0, 1)
    add(x, peak_one(blown), 0.25, 0.16)
    return room(x, 1.8, 0.3, rng, (60, 1400))


def _bells(rng: Rng) -> Wave:
    """The small bell of a church, rung by hand, nine times and not quite evenly."""
    x = np.zeros(count(7.5))
    bell = ((392, 0.5, 1.1), (784, 1, 0.9), (940, 0.7, 0.6), (1176, 0.5, 0.5), (1570, 0.45, 0.35), (2360, 0.2, 0.15))
    for k in range(9):
        add(x, modes(clock(2.2), bell, rng, 0.002), 0.02 + 0.62 * k + rng.uniform(0, 0.05), rng.uniform(0.7, 1.0))
    return room(x, 1.8, 0.3, rng, (200, 3000))


def _voice(rng: Rng, seconds: float, hz: float) -> Wave:
    """A call without words: two or three vowels through moving formants."""
    t = clock(seconds)
    bend = 1 + 0.18 * np.sin(np.pi * t / seconds) + 0.01 * np.sin(2 * np.pi * 5.3 * t)
    source = signal.sawtooth(2 * np.pi * np.cumsum(hz * bend) / RATE) + 0.1 * rng.standard_normal(len(t))
    open_mouth = np.abs(np.sin(np.pi * (t / seconds) * int(rng.integers(2, 4))))
    x = band(source, 450, 800, 1) * (0.4 + 0.6 * open_mouth) + 0.7 * band(source, 1000, 1700, 1) * open_mouth
    return peak_one(x * np.sin(np.pi * t / seconds) ** 0.5 * (0.25 + 0.75 * open_mouth))


def _market(rng: Rng) -> Wave:
    seconds = 6.0
    x = np.zeros(count(seconds))
    for _ in range(70):  # talk, from all sides
        long = rng.uniform(0.4, 1.1)
        add(x, _voice(rng, long, rng.uniform(110, 270)), rng.uniform(0, seconds - long), rng.uniform(0.06, 0.2))
    for _ in range(7):  # and who has something to sell
        add(x, _voice(rng, rng.uniform(0.5, 0.9), rng.uniform(220, 360)), rng.uniform(0.3, seconds - 1.2), 0.6)
    t = clock(seconds)
    return room(low(x, 3200), 1.0, 0.35, rng, (200, 2600))[: len(t)] * np.clip((seconds - t) / 1.2, 0, 1) \
        * np.clip(t / 0.8, 0, 1)


def _fireworks(rng: Rng) -> Wave:
    x = np.zeros(count(5.5))
    for second in (0.05, 1.1, 1.5, 2.7, 3.4):
        t = clock(0.9)
        thud = sweep(52 + 80 * np.exp(-t * 18)) * fall(t, 0.003, 0.14)
        crack = band(rng.standard_normal(len(t)), 300, 3600, 1) * fall(t, 0.001, 0.06)
        add(x, thud + 0.6 * peak_one(crack), second, rng.uniform(0.6, 1.0))
    for _ in range(160):  # strings of crackers
        snap = band(rng.standard_normal(count(0.03)), 1200, 6000, 1) * fall(clock(0.03), 0.0005, 0.005)
        add(x, peak_one(snap), 1.7 + abs(rng.normal(0, 1.0)), rng.uniform(0.1, 0.4))
    return room(x, 2.2, 0.5, rng, (80, 2600))


def _dog_bark(rng: Rng) -> Wave:
    x = np.zeros(count(1.3))
    second = 0.02
    for _ in range(int(rng.integers(2, 4))):
        add(x, bark(rng, rng.uniform(330, 400), rng.uniform(0.13, 0.19)), second, rng.uniform(0.8, 1))
        second += rng.uniform(0.24, 0.4)
    # Computed throats convince from a yard away and not from a step: even the near dog stands behind air and a wall.
    return room(low(x, 2200), 1.0, 0.30, rng, (220, 2200))


def _murmur(rng: Rng) -> Wave:
    """Somebody close by says something under his breath, and says it again."""
    x = np.zeros(count(1.8))
    for second, gain in ((0.02, 1.0), (0.85, 0.75)):
        add(x, low(_voice(rng, 0.62, 104), 1300), second, gain)
        breath = band(rng.standard_normal(count(0.62)), 1500, 4200, 1) * np.sin(np.pi * clock(0.62) / 0.62)
        add(x, peak_one(breath), second, 0.12 * gain)
    return x


def _lament(rng: Rng) -> Wave:
    """The graveside lament, from the hollow: no voice is computed here, but the two strings that are nearest to one.

    It falls as laments do, do - la - sol - mi, and the low mi shakes.
    """
    x = np.zeros(count(5.9))
    for second, seconds, pitch, gain in ((0.02, 1.5, "C5", 0.8), (1.2, 1.0, "A#4", 0.7), (2.0, 2.0, "G4", 1.0),
                                         (3.6, 0.8, "F4", 0.7), (4.2, 1.7, "D4", 0.9)):
        add(x, bowed(hertz(pitch), seconds, rng, 0.22, 0.55), second, gain)
    return room(band(x, 280, 2400, 1), 1.6, 0.3, rng, (260, 1600))


SOUNDS = (
    Sound("train", _train, -25),
    Sound("bells", _bells, -26),
    Sound("market", _market, -27),
    Sound("fireworks", _fireworks, -24),
    Sound("dog_bark", _dog_bark, -22, 2),
    Sound("murmur", _murmur, -30),
    Sound("lament", _lament, -27),
)
