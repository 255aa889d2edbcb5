"""Instruments: a plucked string after the gayageum, a bowed string, a barrel drum, a wood block.

The left hand's ornaments (late vibrato, pushes up, falls) carry the Korean voice more than the timbre does, so a
pluck is first computed plain and then resampled along a curve of pitch.
"""

from collections.abc import Sequence

import numpy as np
from scipy import signal

from tools.sound.parts import RATE, Rng, Wave, band, clock, count, fall, low, peak_one

Glide = Sequence[tuple[float, float]]  # (seconds after the pluck, semitones), joined smoothly
BODY = ((112, 0.9), (203, 0.7), (318, 0.55), (540, 0.4), (905, 0.25))  # hertz and weight of the hollow paulownia board


def string(hz: float, ring_s: float, bright: float, pick: float, rng: Rng, seconds: float) -> Wave:
    """A plain string (Karplus and Strong 1983), run as one recursive filter.

    `ring_s` is the time to fall by 60 dB, `bright` 0 to 1, `pick` the plucking place as a share of the string.
    The loop's delay is exact: whole samples, the half-tap of the damping filter and an all-pass for the rest.
    """
    damp = 0.5 - 0.25 * bright
    period = RATE / hz
    whole = int(period - damp - 0.2)
    rest = period - damp - whole
    c = (1 - rest) / (1 + rest)
    gain = 10 ** (-3 / (hz * ring_s))
    burst = low(rng.standard_normal(3 * whole), 1000 + 6000 * bright)[2 * whole :]
    burst -= burst.mean()
    burst -= 0.9 * np.roll(burst, max(1, int(whole * pick)))
    x = np.zeros(count(seconds))
    x[:whole] = peak_one(burst)[: len(x)]
    back = gain * np.convolve([1 - damp, damp], [c, 1.0])
    feedback = np.zeros(whole + 3)
    feedback[0], feedback[1] = 1.0, c
    feedback[whole:] -= back
    return peak_one(signal.lfilter([1.0, c], feedback, x))


def pluck(
    hz: float,
    rng: Rng,
    seconds: float = 3.6,
    ring_s: float = 4.5,
    bright: float = 0.45,
    vibrato: float = 0.0,
    glide: Glide = (),
    thump: float = 0.10,
) -> Wave:
    """A gayageum note with its left hand: `vibrato` in semitones, setting in late; `glide` the bends."""
    y = string(hz, ring_s, bright, 0.17, rng, seconds * 1.25)
    t = clock(seconds)
    semitones = np.zeros(len(t))
    if vibrato:
        depth = vibrato * (1 - np.exp(-np.maximum(t - 0.24, 0) * 3.5))
        semitones += depth * np.sin(2 * np.pi * (4.9 * t + 0.10 * np.sin(2 * np.pi * 0.7 * t)) - 0.6)
    if glide:
        semitones += _smooth(t, glide)
    y = np.interp(np.cumsum(2 ** (semitones / 12)), np.arange(len(y)), y)
    board = sum((weight * band(y, f * 0.93, f * 1.07, 1) for f, weight in BODY), np.zeros(len(y)))
    finger = low(rng.standard_normal(len(y)), 900) * fall(t, 0.001, 0.0075)
    return (0.72 * y + 0.55 * board + thump * finger) * np.minimum(1, np.arange(len(y))[::-1] / count(0.12))


def _smooth(t: Wave, points: Glide) -> Wave:
    """Straight lines between points, their corners rounded over 70 ms as a hand would."""
    line = np.interp(t, [p[0] for p in points], [p[1] for p in points])
    window = np.hanning(count(0.07))
    padded = np.concatenate([np.full(len(window), line[0]), line, np.full(len(window), line[-1])])
    smooth = np.convolve(padded, window / window.sum(), "same")
    return smooth[len(window) : len(window) + len(t)]


def bowed(hz: float, seconds: float, rng: Rng, swell_s: float = 0.5, vibrato: float = 0.25) -> Wave:
    """A soft bowed string (haegeum played quietly): saw partials, slow swell, a little bow noise."""
    t = clock(seconds)
    depth = vibrato * np.clip((t - 0.4) / 0.8, 0, 1)
    bend = depth * np.sin(2 * np.pi * 5.2 * t + rng.random()) - 0.6 * np.exp(-t / 0.06)
    phase = 2 * np.pi * np.cumsum(hz * 2 ** (bend / 12)) / RATE
    top = int(min(9, RATE * 0.4 / hz))
    tone = sum((np.sin(k * phase + k) / k**1.5 for k in range(1, top + 1)), np.zeros(len(t)))
    bow = band(rng.standard_normal(len(t)), 1200, 3600, 1) * 0.02
    shape = np.clip(t / swell_s, 0, 1) ** 1.4 * np.clip((seconds - t) / (seconds * 0.35), 0, 1) ** 1.2
    return (tone + bow) * shape * 0.5


def drum(rng: Rng, hz: float = 74, seconds: float = 0.6, slap: float = 0.35) -> Wave:
    """A buk: a skin whose pitch falls as it calms, a second mode, the slap of the stick."""
    t = clock(seconds)
    skin = np.sin(2 * np.pi * hz * (t + 0.9 * 0.035 * (1 - np.exp(-t / 0.035)))) * np.exp(-t * 9)
    rim = 0.5 * np.sin(2 * np.pi * hz * 1.59 * t) * np.exp(-t * 15)
    stick = slap * band(rng.standard_normal(len(t)), 300, 2200) * np.exp(-t * 70)
    return (skin + rim + stick) * np.clip(t / 0.0015, 0, 1)


def block(rng: Rng, hz: float = 820, seconds: float = 0.16) -> Wave:
    """The drum's wooden rim, struck: short and dry."""
    t = clock(seconds)
    wood = np.sin(2 * np.pi * hz * t) * np.exp(-t / 0.018)
    wood += 0.5 * np.sin(2 * np.pi * hz * 2.42 * t) * np.exp(-t / 0.009)
    tick = 0.4 * band(rng.standard_normal(len(t)), 1500, 5200) * np.exp(-t / 0.004)
    return (wood + tick) * np.clip(t / 0.0006, 0, 1)
