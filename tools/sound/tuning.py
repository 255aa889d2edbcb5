"""Is the music in tune and in time? Read from a finished wave and its notes, by those who cannot listen."""

import numpy as np

from tools.sound.measure import Wave
from tools.sound.score import Note, hertz, neighbour

AFTER_S, LONG_S = 0.34, 0.50  # the left hand has arrived by then; long enough to tell 10 cents
SEARCH_CENTS = 130.0          # nearer than the next semitone and a half


def settles(note: Note) -> float:
    """The frequency a note comes to rest on; a "fall" ends on the tone below."""
    return hertz(note.pitch) * 2 ** ((neighbour(note.pitch, -1) if note.hand == "fall" else 0) / 12)


def cents_off(x: Wave, rate: int, note: Note, beat_s: float, lead_s: float) -> float:
    """How far what sounds there is from where the note should settle, in cents: the highest peak near it."""
    late = 0.4 if note.hand == "fall" else 0.0
    start = round((note.at * beat_s + lead_s + AFTER_S + late) * rate)
    piece = np.take(x, range(start, start + round(LONG_S * rate)), mode="wrap")
    power = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 1 << 17))
    hz = np.fft.rfftfreq(1 << 17, 1 / rate)
    want = settles(note)
    near = np.flatnonzero(np.abs(1200 * np.log2(np.maximum(hz, 1) / want)) < SEARCH_CENTS)
    return float(1200 * np.log2(hz[near[power[near].argmax()]] / want))


def strokes(x: Wave, rate: int) -> Wave:
    """The moments at which something is struck: how fast the level of the upper spectrum rises, every 5 ms."""
    hop, size = rate // 200, rate // 50
    starts = np.arange(0, len(x) - size, hop)
    frames = np.stack([x[s : s + size] for s in starts]) * np.hanning(size)
    level = np.log1p(200 * np.abs(np.fft.rfft(frames, axis=1))[:, 4:]).sum(1)
    return np.maximum(np.diff(level, prepend=level[0]), 0)


def milliseconds_off(rises: Wave, note: Note, beat_s: float, lead_s: float) -> float:
    """How far the nearest of the `strokes` is from where the note should be struck; within 60 ms either way."""
    due = round((note.at * beat_s + lead_s) * 200) - 3  # a frame of 20 ms hears it 10 to 15 ms early
    near = range(max(0, due - 12), min(len(rises), due + 13))
    return float(5.0 * (max(near, key=lambda k: float(rises[k])) - due))
