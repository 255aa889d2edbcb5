"""What she does with her hands, and what telephones do."""

import numpy as np

from tools.sound.mastering import Sound
from tools.sound.parts import Rng, Wave, add, band, clock, count, fall, grains, high, low, modes, peak_one, room, sweep

_STONE = ((1480, 1, 0.010), (2630, 0.7, 0.006), (3900, 0.4, 0.004), (610, 0.5, 0.012))


def _throw(rng: Rng) -> Wave:
    t = clock(0.45)
    swing = np.exp(-0.5 * ((t - 0.16) / 0.05) ** 2)
    sleeve = band(rng.standard_normal(len(t)), 500, 2600, 1) * swing
    air = band(rng.standard_normal(len(t)), 900, 1500, 1) * np.exp(-0.5 * ((t - 0.24) / 0.04) ** 2)
    return peak_one(sleeve) + 0.6 * peak_one(air)


def _pebble(rng: Rng) -> Wave:
    x = np.zeros(count(0.9))
    second, gain = 0.02, 1.0
    for _ in range(int(rng.integers(4, 6))):  # it falls, jumps, and rolls out in the frozen grass
        add(x, modes(clock(0.1), _STONE, rng, 0.08), second, gain)
        gravel = grains(0.12, 0.004 + rng.exponential(0.015, 8), rng, (1800, 6500), (2, 6))
        add(x, peak_one(gravel), second, 0.25 * gain)
        second += rng.uniform(0.07, 0.16) * gain**0.4
        gain *= rng.uniform(0.4, 0.6)
    return room(x, 0.5, 0.15, rng, (500, 4200))


def _bread(rng: Rng) -> Wave:
    x = np.zeros(count(0.6))
    t = clock(0.3)
    add(x, sweep(90 + 60 * np.exp(-t * 30)) * fall(t, 0.004, 0.05), 0.02, 0.7)
    add(x, peak_one(grains(0.4, 0.005 + rng.exponential(0.03, 40), rng, (900, 4200), (2, 8))), 0.02, 0.6)
    return x


def _kite_whistle(rng: Rng) -> Wave:
    """A bamboo whistle of two pipes, as a kite seller blows it: up, and up again."""
    x = np.zeros(count(1.7))
    for second, seconds, up in ((0.02, 0.42, 1.0), (0.55, 0.8, 1.16)):
        t = clock(seconds)
        lift = up * (0.93 + 0.07 * np.clip(t / 0.12, 0, 1)) * (1 + 0.008 * np.sin(2 * np.pi * 6.2 * t))
        shape = np.clip(t / 0.04, 0, 1) * np.clip((seconds - t) / 0.09, 0, 1)
        pipes = sweep(1320 * lift) + 0.6 * sweep(1662 * lift) + 0.12 * sweep(2640 * lift)
        air = 0.22 * peak_one(band(rng.standard_normal(len(t)), 1100, 4800, 1))
        add(x, (pipes + air) * shape, second)
    return room(x, 1.2, 0.25, rng, (500, 3800))


def _take(rng: Rng) -> Wave:
    x = np.zeros(count(0.5))
    t = clock(0.3)
    cloth = band(rng.standard_normal(len(t)), 600, 3200, 1) * np.sin(np.pi * t / 0.3) ** 1.5
    add(x, peak_one(cloth), 0.02, 0.5)
    add(x, modes(clock(0.08), _STONE, rng, 0.1), 0.1, 0.35)
    return x


def _branch(rng: Rng) -> Wave:
    seconds = 1.0
    needles = grains(seconds, np.sort(rng.random(220)) ** 0.8 * 0.85, rng, (2400, 9000), (2, 7), 0.8)
    t = clock(seconds)
    drag = band(rng.standard_normal(len(t)), 700, 2600, 1) * np.sin(np.pi * np.clip(t / 0.9, 0, 1))
    x = peak_one(needles) * np.sin(np.pi * np.clip(t / 0.95, 0, 1)) ** 0.7 + 0.3 * peak_one(drag)
    add(x, modes(clock(0.1), ((720, 1, 0.012), (1350, 0.6, 0.008)), rng, 0.1), 0.06, 0.5)  # a twig
    return x


def _cloth(rng: Rng) -> Wave:
    t = clock(0.9)
    billow = low(rng.standard_normal(len(t)), 420) * np.exp(-0.5 * ((t - 0.22) / 0.09) ** 2)
    fold = band(rng.standard_normal(len(t)), 900, 4200, 1) * np.exp(-0.5 * ((t - 0.34) / 0.16) ** 2)
    return peak_one(billow) + 0.45 * peak_one(fold * (1 + 0.6 * peak_one(low(rng.standard_normal(len(t)), 22))))


def _shoes(rng: Rng) -> Wave:
    x = np.zeros(count(1.0))
    for second in (0.02, 0.5):  # two pulls of straw rope
        straw = grains(0.4, np.sort(rng.random(60)) * 0.3, rng, (1400, 5200), (3, 10), 0.7)
        add(x, peak_one(straw), second, rng.uniform(0.8, 1.0))
    return x


# Telephones ----------------------------------------------------------------------------------------------
def _telephone(rng: Rng) -> Wave:
    """A receiver lifted from its fork, and the dial going round twice."""
    x = np.zeros(count(2.3))
    add(x, modes(clock(0.15), ((980, 1, 0.014), (2150, 0.8, 0.009), (310, 0.7, 0.03)), rng), 0.02, 1.0)
    add(x, modes(clock(0.4), ((2230, 1, 0.11), (2790, 0.6, 0.08)), rng, 0.01), 0.05, 0.10)  # the bell is touched
    for start, clicks in ((0.55, 5), (1.45, 4)):
        for k in range(clicks):
            add(x, modes(clock(0.05), ((1750, 1, 0.004), (3300, 0.6, 0.003)), rng, 0.02), start + 0.1 * k, 0.5)
        t = clock(0.1 * clicks + 0.1)
        whirr = band(rng.standard_normal(len(t)), 900, 2600, 1) * np.clip(t / 0.05, 0, 1)
        add(x, peak_one(whirr), start - 0.08, 0.12)
    return room(x, 0.4, 0.15, rng, (250, 3200))


def _in_the_line(x: Wave) -> Wave:
    """As a bad line lets it through."""
    return band(np.tanh(1.6 * x), 380, 2900, 3)


def _line_click(rng: Rng) -> Wave:
    x = np.zeros(count(0.8))
    hum = 0.05 * np.sin(2 * np.pi * 100 * clock(0.8)) + 0.05 * rng.standard_normal(len(x))
    add(x, modes(clock(0.05), ((1250, 1, 0.003), (2400, 0.7, 0.002)), rng), 0.2, 1.0)
    add(x, modes(clock(0.05), ((900, 1, 0.004), (2000, 0.6, 0.002)), rng), 0.27, 0.6)
    t = clock(0.8)
    return _in_the_line(x + hum * (0.4 + 0.6 * (t > 0.2)))


def _line_breath(rng: Rng) -> Wave:
    t = clock(2.4)
    inward = np.sin(np.pi * np.clip((t - 0.15) / 0.8, 0, 1)) ** 1.8
    outward = np.clip((t - 1.1) / 0.15, 0, 1) * np.exp(-np.maximum(t - 1.3, 0) / 0.35)
    air = rng.standard_normal(len(t))
    x = 0.5 * band(air, 900, 2600, 1) * inward + 0.8 * band(air, 500, 1700, 1) * outward
    return _in_the_line(peak_one(x) + 0.03 * high(rng.standard_normal(len(t)), 800))


SOUNDS = (
    Sound("throw", _throw, -34),
    Sound("pebble", _pebble, -26, 2),
    Sound("bread", _bread, -32),
    Sound("kite_whistle", _kite_whistle, -22),
    Sound("take", _take, -32),
    Sound("branch", _branch, -31),
    Sound("cloth", _cloth, -32),
    Sound("shoes", _shoes, -32),
    Sound("telephone", _telephone, -26),
    Sound("line_click", _line_click, -25),
    Sound("line_breath", _line_breath, -28),
)
