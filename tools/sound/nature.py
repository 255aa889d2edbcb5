"""The river, the wind, far dogs, her own breath and heart."""

import numpy as np
from scipy import signal

from tools.sound.mastering import Sound
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
    peak_one,
    room,
    slow_loop,
    sweep,
)


def _chirp(rng: Rng, seconds: float, top: float, foot: float, rate: float, tau: float) -> Wave:
    """What a crack sounds like from far along the sheet: high frequencies arrive first."""
    t = clock(seconds)
    return sweep(foot + (top - foot) * np.exp(-t * rate * rng.uniform(0.9, 1.1))) * fall(t, 0.002, tau)


def _snap(rng: Rng, tau: float = 0.008) -> Wave:
    t = clock(0.08)
    return high(rng.standard_normal(len(t)), 1300) * fall(t, 0.0005, tau)


def _ice_crack(rng: Rng) -> Wave:
    x = np.zeros(count(1.5))
    second = 0.02
    for k in range(int(rng.integers(4, 7))):
        gain = 1.0 if k == 0 else rng.uniform(0.25, 0.6)
        far = _chirp(rng, 0.6, rng.uniform(2000, 3400), rng.uniform(150, 260), rng.uniform(22, 44), 0.07)
        add(x, far, second, 0.45 * gain)
        add(x, _snap(rng, rng.uniform(0.005, 0.014)), second, 0.6 * gain)
        tear = second + np.cumsum(rng.exponential(0.007, int(rng.integers(8, 22))))  # the crack runs on
        x += 0.55 * gain * peak_one(grains(1.5, tear, rng, (1300, 6500), (2, 7), 0.8))
        second += rng.exponential(0.16) + 0.05
    t = clock(1.5)
    give = signal.sawtooth(2 * np.pi * np.cumsum(64 + 22 * peak_one(low(rng.standard_normal(len(t)), 7))) / RATE)
    x += 0.16 * band(give, 120, 520) * np.clip(t / 0.08, 0, 1) * np.exp(-t / 0.4)  # the sheet gives a little
    return room(x, 1.3, 0.3, rng, (150, 5000))


def _ice_boom(rng: Rng) -> Wave:
    t = clock(3.2)
    x = 1.2 * sweep(38 + 60 * np.exp(-t * 5)) * fall(t, 0.02, 0.75)
    x += 0.9 * sweep(96 + 70 * np.exp(-t * 3.2)) * fall(t, 0.03, 0.55)  # small speakers hear this one
    for second, top, gain in ((0.0, 1900, 0.5), (0.33, 1300, 0.3), (0.92, 900, 0.22)):
        add(x, _chirp(rng, 2.2, top, 120, 5.5, 0.4), second, gain)
    groan = low(signal.sawtooth(2 * np.pi * np.cumsum(52 + 8 * np.sin(2 * np.pi * 0.6 * t)) / RATE), 320)
    x += 0.35 * groan * np.clip(t / 0.5, 0, 1) * np.exp(-np.maximum(t - 0.5, 0) / 0.7)
    return room(x, 2.2, 0.5, rng, (60, 1500))


def _ice_break(rng: Rng) -> Wave:
    x = np.zeros(count(2.2))
    for k in range(9):
        second = 0.02 + (0 if k == 0 else rng.exponential(0.13))
        add(x, _snap(rng, rng.uniform(0.006, 0.02)), second, 0.9 if k == 0 else rng.uniform(0.3, 0.7))
        add(x, _chirp(rng, 0.4, rng.uniform(1400, 3200), 240, 24, 0.06), second, 0.5)
    x += 0.9 * peak_one(grains(2.2, 0.05 + rng.exponential(0.28, 130), rng, (1200, 8000), (4, 22), 0.6))
    t = clock(0.5)
    add(x, sweep(60 + 90 * np.exp(-t * 14)) * fall(t, 0.004, 0.10), 0.04, 1.1)
    add(x, _splash(rng), 0.22, 0.8)
    return room(x, 0.9, 0.2, rng, (150, 5000))


def _splash(rng: Rng) -> Wave:
    t = clock(1.5)
    burst = band(rng.standard_normal(len(t)), 350, 5200, 1) * fall(t, 0.012, 0.12)
    wash = band(rng.standard_normal(len(t)), 600, 2600, 1) * np.clip(t / 0.12, 0, 1) * np.exp(-t / 0.35)
    x = 0.8 * peak_one(burst) + 0.35 * peak_one(wash)
    for _ in range(46):  # bubbles: each rings at its size's pitch, rising as it nears the surface
        n = clock(rng.uniform(0.03, 0.09))
        hz = np.exp(rng.uniform(np.log(320), np.log(1700)))
        bubble = sweep(hz * (1 + 3.0 * n)) * fall(n, 0.003, 0.018)
        add(x, bubble, 0.03 + rng.exponential(0.28), rng.uniform(0.1, 0.4) * (500 / hz) ** 0.4)
    return peak_one(x)


def _wind(rng: Rng) -> Wave:
    n = count(7.0)
    x = band_loop(n, 110, 560, rng) * slow_loop(n, 0.30, 1, 5, rng)
    x += 0.45 * band_loop(n, 450, 1500, rng) * slow_loop(n, 0.06, 1, 8, rng) ** 2
    x += 0.30 * band_loop(n, 590, 720, rng) * slow_loop(n, 0, 1, 6, rng) ** 3  # the wire sings when it blows hard
    return calmest_start(x)


def calmest_start(x: Wave) -> Wave:
    """The loop turned so that it begins where it is softest, and near zero."""
    smooth = np.convolve(np.concatenate([x, x[: count(0.05)]]) ** 2, np.ones(count(0.05)), "valid")[: len(x)]
    return near_zero(x, int(smooth.argmin()) + count(0.025))


def near_zero(x: Wave, around: int) -> Wave:
    """The loop turned so that it begins near zero, at most 8 ms from a sample."""
    near = [(around + k) % len(x) for k in range(-200, 200)]
    start = min(near, key=lambda i: abs(x[i]) + abs(x[i - 1]))
    return np.roll(x, -start)


def bark(rng: Rng, hz: float, seconds: float) -> Wave:
    t = clock(seconds)
    u = t / seconds
    arc = hz * (0.72 + 0.55 * np.sin(np.pi * np.clip(u * 1.15, 0, 1)) ** 0.8) * (1 - 0.22 * u)
    turns = np.cumsum(arc * (1 + 0.02 * peak_one(low(rng.standard_normal(len(t)), 60)))) / RATE
    source = signal.sawtooth(2 * np.pi * turns) + 0.55 * signal.sawtooth(np.pi * turns + 0.3)
    source += 0.7 * rng.standard_normal(len(t)) * (0.35 + 0.65 * np.exp(-t * 30))
    source *= 1 + 0.45 * np.sin(2 * np.pi * rng.uniform(62, 75) * t)
    throat = ((700, 180, 1.0), (1180, 230, 0.75), (2350, 380, 0.32))
    y = sum((g * band(source, f - w / 2, f + w / 2, 1) for f, w, g in throat), np.zeros(len(t)))
    return peak_one(y * np.minimum(t / 0.012, 1) * np.clip((seconds - t) / (seconds * 0.45), 0, 1) ** 1.3)


def _dog_far(rng: Rng) -> Wave:
    x = np.zeros(count(2.2))
    second = 0.02
    for _ in range(int(rng.integers(3, 5))):
        add(x, bark(rng, rng.uniform(300, 360), rng.uniform(0.15, 0.22)), second, rng.uniform(0.7, 1))
        second += rng.uniform(0.30, 0.62)
    return room(low(x, 1500), 1.6, 0.34, rng, (220, 1600))


def _breath(rng: Rng) -> Wave:
    t = clock(1.5)
    inward = np.sin(np.pi * np.clip(t / 0.55, 0, 1)) ** 1.6
    outward = np.clip((t - 0.68) / 0.10, 0, 1) * np.exp(-np.maximum(t - 0.78, 0) / 0.20)
    shake = 1 + 0.25 * np.sin(2 * np.pi * 9 * t) * (t > 0.7)  # cold: the way out shivers
    x = 0.5 * band(rng.standard_normal(len(t)), 1100, 3800, 1) * inward
    return x + band(rng.standard_normal(len(t)), 420, 2100, 1) * outward * shake


def _heart(rng: Rng, per_minute: float, beats: int, apart_s: float) -> Wave:
    beat = 60 / per_minute
    x = np.zeros(count(beats * beat))
    t = clock(0.28)
    for k in range(beats):
        for after, hz, gain in ((0.0, 58, 1.0), (apart_s, 48, 0.7)):
            thump = np.sin(2 * np.pi * (hz * t + 1.1 * (1 - np.exp(-t / 0.03)))) * fall(t, 0.006, 0.06)
            thump += 0.30 * np.sin(2 * np.pi * 2.6 * hz * t) * fall(t, 0.004, 0.03)
            add_round(x, thump * rng.uniform(0.95, 1), k * beat + after + 0.05, gain)
    return np.tanh(1.5 * x)


def _heartbeat(rng: Rng) -> Wave:
    return _heart(rng, 66, 2, 0.27)


def _heartbeat_fast(rng: Rng) -> Wave:
    """The same heart when somebody is after her."""
    return _heart(rng, 112, 3, 0.19)


def _pant(rng: Rng) -> Wave:
    """A dog's breath, near: through the mouth, in and out, with the nose in the snow at the end."""
    x = np.zeros(count(2.2))
    for k in range(5):
        t = clock(0.34)
        inward = band(rng.standard_normal(len(t)), 900, 2600, 1) * np.sin(np.pi * np.clip(t / 0.13, 0, 1)) ** 1.5
        out = band(rng.standard_normal(len(t)), 350, 1500, 1) * np.sin(np.pi * np.clip((t - 0.15) / 0.17, 0, 1))
        add(x, 0.5 * peak_one(inward) + peak_one(out), 0.02 + 0.335 * k + rng.uniform(0, 0.02), rng.uniform(0.75, 1))
    for second in (1.78, 1.92, 2.03):
        t = clock(0.1)
        add(x, peak_one(band(rng.standard_normal(len(t)), 1400, 4200, 1) * np.sin(np.pi * t / 0.1)), second, 0.4)
    return x


SOUNDS = (
    Sound("ice_crack", _ice_crack, -22, 2),
    Sound("ice_boom", _ice_boom, -21),
    Sound("ice_break", _ice_break, -18),
    Sound("splash", _splash, -21),
    Sound("wind", _wind, -30, loop=True),
    Sound("dog_far", _dog_far, -31, 2),
    Sound("breath", _breath, -32),
    Sound("heartbeat", _heartbeat, -29, loop=True),
    Sound("heartbeat_fast", _heartbeat_fast, -28, loop=True),
    Sound("pant", _pant, -29),
)
