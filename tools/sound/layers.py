"""Layers of music: how a phrase is played, what drones, how suspicion ticks and how alarm drums.

Every function returns a loop of n samples. Notes are written modulo n, so tails come in again at the start; steady
tones are snapped to whole cycles a loop; noise is made in the spectrum; rooms are circular. So nothing has a seam.
"""

from collections.abc import Sequence

import numpy as np

from tools.sound.parts import RATE, Rng, Wave, add_round, band_loop, high, low, peak_one, room, slow_loop, whole
from tools.sound.plucked import Glide, block, bowed, drum, pluck
from tools.sound.score import Note, Phrase, hertz, neighbour

HAND_S, MOST_EARLY_S = 0.007, 0.012  # how unevenly a hand plays, and how far from the beat it never gets
VIBRATO = {"": 0.06, "warm": 0.22, "tremble": 0.50, "up": 0.20, "fall": 0.25, "lean": 0.10}  # semitones


def by_hand(second: float, rng: Rng, share: float = 1.0) -> float:
    """The moment a hand really plays what is due at `second`: a few milliseconds early or late."""
    return max(0.0, second + share * float(np.clip(rng.normal(0, HAND_S), -MOST_EARLY_S, MOST_EARLY_S)))


def bend(note: Note) -> Glide:
    """The left hand's way from or to a neighbour in the scale: (seconds, semitones)."""
    match note.hand:
        case "up":
            return ((0.0, neighbour(note.pitch, -1)), (0.10, neighbour(note.pitch, -1)), (0.30, 0.0))
        case "fall":
            return ((0.0, 0.0), (0.42, 0.0), (0.72, neighbour(note.pitch, -1)))
        case "lean":
            return ((0.0, neighbour(note.pitch, 1)), (0.07, neighbour(note.pitch, 1)), (0.15, 0.0))
        case _:
            return ()


def played(
    n: int, phrase: Phrase, beat_s: float, rng: Rng, ring_s: float = 4.2, bright: float = 0.34, seconds: float = 3.4
) -> Wave:
    """A phrase on the plucked string."""
    out = np.zeros(n)
    for note in phrase:
        light = bright * (0.6 + 0.6 * note.force)
        tone = pluck(hertz(note.pitch), rng, seconds, ring_s, light, VIBRATO[note.hand], bend(note))
        add_round(out, tone, by_hand(note.at * beat_s, rng), note.force)
    return out


def sung(n: int, phrase: Phrase, beat_s: float, rng: Rng) -> Wave:
    """A phrase of long notes on the quiet bowed string, each held until the next."""
    out = np.zeros(n)
    ends = [note.at for note in phrase[1:]] + [phrase[-1].at + 6]
    for note, end in zip(phrase, ends, strict=True):
        add_round(out, bowed(hertz(note.pitch), (end - note.at) * beat_s + 0.9, rng), note.at * beat_s, note.force)
    return out


def drone(n: int, tones: Sequence[tuple[float, float, int]], air: tuple[float, float], rng: Rng) -> Wave:
    """Held tones of (hertz, weight, swells a loop), each three strings a little apart, over a breath of noise."""
    t = np.arange(n) / RATE
    x = np.zeros(n)
    for hz, weight, swells in tones:
        swell = 0.68 + 0.32 * np.cos(2 * np.pi * (swells * np.arange(n) / n + rng.random()))
        for apart in (-0.11, 0.0, 0.14):
            x += weight * np.sin(2 * np.pi * (whole(hz + apart, n) * t + rng.random())) * swell
    x = np.tanh(0.5 * x) + 0.07 * band_loop(n, *air, rng) * slow_loop(n, 0.15, 1, 4, rng)
    return peak_one(room(x, 2.0, 0.18, rng, (80, 1200), loop=True))


def cluster(n: int, tones: Sequence[float], swells: int, rng: Rng) -> Wave:
    """High bowed tones too near to each other, swelling one after the other, then gone."""
    t = np.arange(n) / RATE
    x = np.zeros(n)
    for k, tone in enumerate(tones):
        hz = whole(tone, n)
        saw = sum((np.sin(2 * np.pi * hz * h * t + h) / h**1.7 for h in range(1, 6)), np.zeros(n))
        x += saw * (0.5 - 0.5 * np.cos(2 * np.pi * (swells * np.arange(n) / n + 0.12 * k))) ** 4
    return peak_one(x)


def ostinato(n: int, beat_s: float, pattern: Sequence[tuple[float, str, float]], beats: float, rng: Rng) -> Wave:
    """Muted low strings: `pattern` of (beat, pitch, force) repeated every `beats` through the loop."""
    out = np.zeros(n)
    for turn in range(round(n / RATE / beat_s / beats)):
        for at, pitch, force in pattern:
            tone = pluck(hertz(pitch), rng, 0.6, 0.45, 0.22, thump=0.25)
            add_round(out, tone, by_hand((turn * beats + at) * beat_s, rng), force * rng.uniform(0.9, 1.05))
    return out


def ticking(n: int, beat_s: float, pattern: Sequence[tuple[float, float]], beats: float, hz: float, rng: Rng) -> Wave:
    """A wood block: `pattern` of (beat, force) repeated every `beats`."""
    out = np.zeros(n)
    for turn in range(round(n / RATE / beat_s / beats)):
        for at, force in pattern:
            add_round(out, block(rng, hz), (turn * beats + at) * beat_s, force * rng.uniform(0.85, 1.05))
    return out


def drumming(n: int, beat_s: float, pattern: Sequence[float], rng: Rng, deep: float = 76) -> Wave:
    """A buk in even strokes of `beat_s`: forces in a row, repeated; the strong ones deep, the weak ones high."""
    out = np.zeros(n)
    for k in range(round(n / RATE / beat_s)):
        force = pattern[k % len(pattern)]
        if force:
            hz = deep if force > 0.7 else deep * 1.32
            add_round(out, drum(rng, hz, 0.55, 0.4), by_hand(k * beat_s, rng), force * rng.uniform(0.92, 1.04))
    return out


def shiver(n: int, tones: Sequence[float], shakes_s: float, swells: int) -> Wave:
    """Strings bowed to and fro, so many strokes a second: tremolo, swelling."""
    t = np.arange(n) / RATE
    x = np.zeros(n)
    for tone in tones:
        hz = whole(tone, n)
        x += sum((np.sin(2 * np.pi * hz * h * t + h * h) / h**1.2 for h in range(1, 8)), np.zeros(n))
    bow = 0.5 + 0.5 * np.tanh(3 * np.sin(2 * np.pi * whole(shakes_s, n) * t))
    return peak_one(x * bow * (0.6 + 0.4 * np.sin(2 * np.pi * swells * np.arange(n) / n)))


def hall(x: Wave, rng: Rng, seconds: float = 2.4, wet: float = 0.16, top: float = 2400, edge: float = 5200) -> Wave:
    """The layer in its room, rumble and what is above `edge` taken off (glitter costs bytes), as a loop."""
    x = room(x, seconds, wet, rng, (180, top), loop=True)
    twice = low(high(np.tile(x, 2), 45), edge, 4)
    return twice[len(x) :]
