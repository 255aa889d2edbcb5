"""Things people make, strike, drive and count."""

import numpy as np
from scipy import signal

from tools.sound.mastering import Sound
from tools.sound.nature import calmest_start, near_zero
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
    grains,
    high,
    low,
    modes,
    peak_one,
    room,
    slow_loop,
    sweep,
    whole,
)


def _whistle(rng: Rng) -> Wave:
    t = clock(0.85)
    pea = signal.sawtooth(2 * np.pi * 33 * t + 2 * np.sin(2 * np.pi * 3 * t), 0.5)
    rise = np.clip(t / 0.05, 0, 1)
    tone = sweep(2480 * (0.94 + 0.06 * rise) * (1 + 0.035 * pea)) + 0.35 * sweep(2710 * (1 + 0.03 * pea))
    air = 0.25 * peak_one(band(rng.standard_normal(len(t)), 1900, 5200))
    shape = rise * np.clip((0.85 - t) / 0.06, 0, 1) * (0.65 + 0.35 * pea)
    return room(low((tone + air) * shape, 5200), 1.1, 0.28, rng, (600, 4200))


def _radio(rng: Rng) -> Wave:
    seconds = 4.5
    n = count(seconds)
    t = np.arange(n) / RATE
    x = 0.5 * band_loop(n, 400, 3200, rng) * slow_loop(n, 0.4, 1, 11, rng)
    for hz in (900, 1740):  # two stations' beat tones, wandering
        wander = 2.5 * np.sin(2 * np.pi * 3 / seconds * t) + 1.5 * np.sin(2 * np.pi * whole(3, n) * t)
        x += 0.13 * np.sin(2 * np.pi * whole(hz, n) * t + wander) * slow_loop(n, 0, 1, 13, rng) ** 2
    gate = low(np.tile(0.5 + 0.5 * signal.square(2 * np.pi * whole(7, n) * t), 2), 90)[n:]
    x += 0.26 * band_loop(n, 700, 1500, rng) * gate * slow_loop(n, 0, 1, 3, rng) ** 2  # the jammer
    # a voice that cannot be made out: pulses through two slow formants
    syllables = slow_loop(n, 0, 1, 26, rng) ** 3
    pitch = 2 * np.pi * whole(128, n) * t + 1.6 * np.sin(2 * np.pi * 2 / seconds * t)
    voice = sum((np.sin(k * pitch + k) / k for k in range(3, 15)), np.zeros(n)) * syllables
    x += 0.16 * voice
    crackle = signal.lfilter([1], [1, -0.8], (rng.random(n) < 0.0009) * rng.standard_normal(n))
    x = band(np.tile(x + 0.5 * crackle, 2), 320, 3000)[n:]
    return calmest_start(np.tanh(1.4 * x))


def _knock(rng: Rng) -> Wave:
    x = np.zeros(count(1.3))
    door = ((146, 0.8, 0.030), (262, 1, 0.024), (431, 0.6, 0.016), (880, 0.35, 0.008), (1660, 0.2, 0.004))
    for k in range(3):
        t = clock(0.25)
        tap = modes(t, door, rng, 0.03)
        tap += 0.25 * band(rng.standard_normal(len(t)), 800, 3200) * np.exp(-t / 0.003)
        add(x, tap, 0.02 + 0.235 * k + rng.uniform(0, 0.02), (0.75, 0.85, 1.0)[k])
    return room(x, 0.5, 0.22, rng, (150, 2600))


def _creak(rng: Rng, seconds: float, slow: float, fast: float) -> Wave:
    """A hinge: stick and slip, a train of clicks whose rate wanders, through a body."""
    t = clock(seconds)
    rate = slow + (fast - slow) * np.sin(np.pi * t / seconds) + 9 * peak_one(low(rng.standard_normal(len(t)), 9))
    slips = np.diff(np.floor(np.cumsum(np.maximum(rate, 5)) / RATE), prepend=0) * rng.uniform(0.6, 1, len(t))
    body = band(slips, 520, 700, 1) + 0.8 * band(slips, 1150, 1400, 1) + 0.5 * band(slips, 2200, 2800, 1)
    return peak_one(body) * np.sin(np.pi * t / seconds) ** 0.6


def _door(rng: Rng) -> Wave:
    x = np.zeros(count(1.5))
    latch = ((1240, 1, 0.010), (2210, 0.8, 0.008), (3650, 0.5, 0.005))
    add(x, modes(clock(0.1), latch, rng), 0.02, 0.6)
    add(x, modes(clock(0.1), latch, rng), 0.09, 0.45)
    add(x, _creak(rng, 0.62, 34, 88), 0.15, 0.34)
    shut = modes(clock(0.4), ((74, 1, 0.06), (131, 0.8, 0.045), (248, 0.4, 0.025), (512, 0.2, 0.012)), rng)
    add(x, shut, 0.86, 1.0)
    add(x, modes(clock(0.1), latch, rng), 0.875, 0.4)
    return room(x, 0.6, 0.22, rng, (120, 2800))


def _lamp(rng: Rng) -> Wave:
    x = np.zeros(count(0.5))
    add(x, modes(clock(0.1), ((1850, 1, 0.005), (3100, 0.7, 0.003), (760, 0.5, 0.008)), rng), 0.01, 0.6)
    add(x, modes(clock(0.1), ((2350, 1, 0.006), (4200, 0.6, 0.003), (980, 0.6, 0.010)), rng), 0.062, 1.0)
    add(x, modes(clock(0.4), ((5150, 1, 0.07), (6380, 0.6, 0.05)), rng), 0.064, 0.05)  # the spring rings on
    return x


def _paper(rng: Rng) -> Wave:
    seconds = 0.75
    times = np.concatenate([0.02 + rng.random(90) * 0.3, 0.36 + np.abs(rng.normal(0, 0.09, 80))])
    x = grains(seconds, times, rng, (1800, 8500), (1, 6), 0.9)
    t = clock(seconds)
    slide = band(rng.standard_normal(len(t)), 2500, 7000, 1) * np.exp(-0.5 * ((t - 0.16) / 0.07) ** 2)
    return peak_one(x) + 0.25 * peak_one(slide)


def _notes(rng: Rng) -> Wave:
    x = np.zeros(count(1.7))
    second = 0.03
    for k in range(7):  # seven notes off the thumb, steady as a habit
        t = clock(0.12)
        rub = band(rng.standard_normal(len(t)), 1500, 5200, 1) * np.clip(t / 0.05, 0, 1) * np.exp(-t / 0.025)
        add(x, peak_one(rub), second, 0.30)
        snap = grains(0.06, 0.004 + rng.exponential(0.006, 14), rng, (2200, 7500), (1, 4), 0.9)
        add(x, peak_one(snap), second + 0.065, rng.uniform(0.7, 1.0))
        second += rng.uniform(0.185, 0.205) if k != 4 else 0.27
    return x


def _pulses(n: int, times: Wave, gains: Wave, stroke: Wave) -> Wave:
    x = np.zeros(n)
    for second, gain in zip(times, gains, strict=True):
        add_round(x, stroke, float(second), float(gain))
    return x


def _engine(rng: Rng) -> Wave:
    seconds, fires = 4.0, 92  # a four-cylinder lorry, idling rough at about 690 turns a minute
    n = count(seconds)
    times = (np.arange(fires) / fires + rng.normal(0, 0.0006, fires)) * seconds
    gains = np.tile([1.0, 0.72, 0.9, 0.62], fires // 4) * rng.uniform(0.9, 1.08, fires)
    t = clock(0.16)
    stroke = modes(t, ((47, 1, 0.03), (94, 0.9, 0.022), (168, 0.5, 0.014), (310, 0.25, 0.008)), rng, 0.01)
    stroke += 0.30 * band(rng.standard_normal(len(t)), 200, 1400, 1) * np.exp(-t / 0.010)
    x = _pulses(n, times, gains, stroke)
    valve = band(rng.standard_normal(len(clock(0.02))), 1800, 5000, 1) * np.exp(-clock(0.02) / 0.003)
    x += 0.10 * _pulses(n, times + 0.011, rng.uniform(0.4, 1, fires), peak_one(valve))
    x += 0.10 * band_loop(n, 300, 1500, rng) + 0.05 * band_loop(n, 60, 160, rng)
    return calmest_start(np.tanh(0.8 * x))


def _generator(rng: Rng) -> Wave:
    seconds = 3.5
    n = count(seconds)
    rate = 27 * np.ones(n)  # strokes a second; it coughs once a loop: slows, misses two, catches itself
    t = np.arange(n) / RATE
    rate *= 1 - 0.30 * np.exp(-0.5 * ((t - 1.7) / 0.13) ** 2) + 0.07 * np.exp(-0.5 * ((t - 2.1) / 0.14) ** 2)
    turns = np.cumsum(rate) / RATE
    turns *= round(turns[-1]) / turns[-1]
    fires = np.flatnonzero(np.diff(np.floor(turns), prepend=0)) / RATE
    gains = rng.uniform(0.85, 1.05, len(fires))
    near = np.abs(fires - 1.7)
    gains[np.argsort(near)[:3]] = 0.04
    gains[np.argmin(np.abs(fires - 1.89))] = 1.7
    u = clock(0.12)
    stroke = modes(u, ((108, 1, 0.014), (205, 0.7, 0.010), (420, 0.4, 0.006)), rng, 0.01)
    stroke += 0.4 * band(rng.standard_normal(len(u)), 400, 2400, 1) * np.exp(-u / 0.006)
    x = _pulses(n, fires, gains, stroke)
    whine = sum((np.sin(2 * np.pi * whole(f, n) * t) * a for f, a in ((216, 0.05), (432, 0.03))), np.zeros(n))
    return near_zero(np.tanh(x + whine + 0.07 * band_loop(n, 500, 2500, rng)), 300)


def _cart_bell(rng: Rng) -> Wave:
    x = np.zeros(count(2.2))
    for second, gain in ((0.02, 1.0), (0.36, 0.5), (0.78, 0.85), (1.10, 0.4)):
        bell = ((1046, 0.7, 0.32), (1398, 1, 0.26), (2240, 0.6, 0.16), (3170, 0.4, 0.10), (4480, 0.25, 0.05))
        add(x, modes(clock(1.1), bell, rng, 0.004), second, gain)
        add(x, band(rng.standard_normal(960), 1500, 6000) * np.exp(-clock(0.04) / 0.003), second, 0.12 * gain)
    return room(x, 1.0, 0.2, rng, (400, 4500))


def _curtain(rng: Rng) -> Wave:
    t = clock(0.9)
    cloth = band(rng.standard_normal(len(t)), 500, 3600, 1) * np.sin(np.pi * np.clip(t / 0.62, 0, 1)) ** 1.5
    x = 0.6 * peak_one(cloth * (1 + 0.5 * peak_one(low(rng.standard_normal(len(t)), 25))))
    for second in 0.06 + 0.46 * np.sort(rng.random(9)):  # rings along the rod
        ring = modes(clock(0.09), ((2900, 1, 0.012), (4650, 0.6, 0.008)), rng, 0.06)
        add(x, ring, float(second), rng.uniform(0.3, 0.7))
    return x


def _accordion_note(rng: Rng) -> Wave:
    t = clock(2.6)
    bellows = np.clip(t / 0.22, 0, 1) ** 1.3 * np.clip((2.6 - t) / 0.8, 0, 1) * (1 + 0.06 * np.sin(2 * np.pi * 2.3 * t))
    x = np.zeros(len(t))
    for hz, weight in ((196.0, 1.0), (293.66, 0.65), (392.0, 0.4)):
        for cents in (-7, 6):  # two reeds a note, out of tune with each other: the slow beat
            phase = 2 * np.pi * hz * 2 ** (cents / 1200) * t + rng.random() * 6
            reed = sum((np.sin(k * phase) / k**1.15 for k in range(1, int(5200 / hz))), np.zeros(len(t)))
            x += weight * reed
    air = 0.02 * peak_one(band(rng.standard_normal(len(t)), 800, 4000, 1))
    return room((peak_one(low(x, 3600)) + air) * bellows, 0.9, 0.18, rng, (200, 3000))


def _kettle(rng: Rng) -> Wave:
    t = clock(3.0)
    up = np.clip(t / 2.0, 0, 1)
    shut = np.clip((3.0 - t) / 0.5, 0, 1)
    x = 0.35 * peak_one(band(rng.standard_normal(len(t)), 180, 900, 1)) * (0.5 + 0.5 * up)
    for _ in range(90):  # bubbles under the lid
        u = clock(0.05)
        add(x, sweep(rng.uniform(220, 620) * (1 + 3 * u)) * fall(u, 0.003, 0.012), 2.9 * rng.random() ** 0.8, 0.16)
    for second in 0.7 + 2.1 * np.sort(rng.random(16)):  # the lid
        lid = modes(clock(0.12), ((1730, 1, 0.02), (2890, 0.7, 0.014), (4420, 0.4, 0.008)), rng, 0.02)
        add(x, lid, float(second), rng.uniform(0.05, 0.16))
    steam = high(rng.standard_normal(len(t)), 3200, 1)
    return (x + 0.16 * peak_one(steam) * up**2) * shut * np.clip(t / 0.3, 0, 1)


SOUNDS = (
    Sound("whistle", _whistle, -21),
    Sound("radio", _radio, -30, loop=True),
    Sound("knock", _knock, -23, 2),
    Sound("door", _door, -24),
    Sound("lamp", _lamp, -29),
    Sound("paper", _paper, -30),
    Sound("notes", _notes, -29),
    Sound("engine", _engine, -26, loop=True),
    Sound("generator", _generator, -28, loop=True),
    Sound("cart_bell", _cart_bell, -28),
    Sound("curtain", _curtain, -30),
    Sound("accordion_note", _accordion_note, -26),
    Sound("kettle", _kettle, -29),
)
