"""The cues: each a function that returns its layers, ready to be levelled and written.

The melody has the whole length; what lies under it comes round twice in that time, which halves its bytes. So all
layers of a cue started at one moment stay together for ever.

The game fades between *states*, sums of layers (see STATES). A cue's loudness is set state by state, so that moving
between places never jumps: calm at -25 LUFS, suspicion and alert a little above it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.sound import score
from tools.sound.layers import (
    cluster,
    drone,
    drumming,
    hall,
    ostinato,
    played,
    shiver,
    sung,
    ticking,
)  # fmt: skip
from tools.sound.mastering import limited, seeded, write
from tools.sound.measure import integrated
from tools.sound.parts import RATE, Rng, Wave, count, peak_one

STATES: dict[str, dict[str, float]] = {
    "calm": {"calm": 1.0, "drone": 0.8},
    "suspicion": {"calm": 0.35, "drone": 1.0, "suspicion": 1.0},
    "alert": {"drone": 0.7, "suspicion": 0.6, "alert": 1.0},
    "all": {"calm": 1.0, "drone": 1.0, "suspicion": 1.0, "alert": 1.0},
}
LAYER_LUFS = {"calm": -25.2, "drone": -30.0, "suspicion": -25.5, "alert": -23.0}  # before balancing
STATE_LUFS = {"calm": -25.0, "suspicion": -24.4, "alert": -23.4}
CEILINGS = {
    "calm": 0.30,
    "drone": 0.16,
    "suspicion": 0.21,
    "alert": 0.26,
}  # all at once stay under -1 dBFS, encoded
MOST_BYTES = {"calm": 88_000, "drone": 44_000, "suspicion": 46_000, "alert": 46_000}
LEAD_S = 0.12  # loops begin this long before the first beat, in the last bar's rest

Layers = dict[str, Wave]


@dataclass(frozen=True, slots=True)
class Cue:
    """A piece of music: its name, its length in beats (an even number), a beat in seconds, how its layers are made."""

    name: str
    beats: int
    beat_s: float
    make: Callable[[int, float, Callable[[str], Rng]], Layers]

    @property
    def samples(self) -> int:
        """Length of the melody; every other layer has half of it."""
        return 2 * count(self.beats * self.beat_s / 2)


def _title(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """The lullaby, on one string, over a low G and its fifth."""
    tones = ((98.0, 1.0, 1), (146.83, 0.45, 2), (196.0, 0.35, 3), (293.66, 0.10, 5))
    calm = played(n, score.TITLE, beat, rng("calm"))
    return {"calm": hall(calm, rng("hall"), 2.8, 0.18), "drone": drone(n // 2, tones, (150, 500), rng("drone"))}


def _river(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """Night on the ice: slow, wide, mostly silence; under suspicion a limping 3+2+3+2 (eotmori) in low strings."""
    tones = ((73.42, 0.9, 1), (98.0, 0.8, 2), (146.83, 0.4, 1), (220.2, 0.16, 4), (587.33, 0.03, 7))
    steps = ((0, "G2", 0.9), (3, "G2", 0.5), (5, "A#2", 0.7), (8, "F2", 0.6))
    half = n // 2
    tense = ostinato(half, beat, steps, 10, rng("suspicion"))
    tense += 0.07 * cluster(half, (880.0, 932.3, 783.99), 2, rng("cluster"))
    chase = drumming(half, beat / 2, (1, 0, 0.4, 0, 0.5, 0, 0.9, 0, 0.4, 0.3, 0.6, 0.3), rng("alert"), 74)
    chase += 0.11 * shiver(half, (293.66, 311.13, 440.0), 9.0, 2)
    return {
        "calm": hall(played(n, score.RIVER, beat, rng("calm"), 5.5, 0.28, 4.2), rng("hall"), 3.2, 0.24, 2000),
        "drone": drone(n // 2, tones, (200, 900), rng("drone")),
        "suspicion": hall(tense, rng("hall-s"), 2.0, 0.10, 1800, 3600),
        "alert": hall(chase, rng("hall-a"), 1.2, 0.12, 2000),
    }


def _road(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """Post 10 by day: a march that does not move; the rim of a drum; the hum of a wire."""
    calm = played(n, score.ROAD, beat, rng("calm"), 2.6, 0.26, 2.6)
    calm += 0.22 * ticking(n, beat, ((0, 0.5), (3, 0.8), (3.5, 0.4)), 8, 640, rng("rim"))
    tones = ((98.0, 1.0, 1), (103.83, 0.25, 3), (196.0, 0.35, 2), (349.23, 0.10, 5))
    steps = ((0, "G2", 0.9), (1, "G2", 0.35), (2, "G2", 0.6), (2.5, "A#2", 0.45), (3, "G2", 0.35))
    half = n // 2
    tense = ostinato(half, beat, steps, 4, rng("suspicion"))
    tense += 0.16 * ticking(half, beat, ((1.5, 0.5), (3.5, 0.7)), 4, 900, rng("tick"))
    tense += 0.06 * cluster(half, (698.46, 739.99, 783.99), 1, rng("cluster"))
    chase = drumming(half, beat / 2, (1, 0, 0.4, 0.6, 0, 0.45, 0.85, 0.3), rng("alert"), 80)
    chase += 0.12 * shiver(half, (392.0, 415.3, 587.33), 8.0, 2)
    return {
        "calm": hall(calm, rng("hall"), 1.8, 0.15, 2200),
        "drone": drone(n // 2, tones, (300, 1100), rng("drone")),
        "suspicion": hall(tense, rng("hall-s"), 1.4, 0.08, 2000, 3600),
        "alert": hall(chase, rng("hall-a"), 1.2, 0.12, 2400),
    }


def _flat(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """A hidden room in Yanji: the lullaby half remembered, dull strings; the mains hum; a clock."""
    calm = played(n, score.FLAT, beat, rng("calm"), 1.9, 0.16, 2.4)
    tones = ((100.0, 1.0, 1), (50.0, 0.5, 2), (150.0, 0.25, 3), (233.08, 0.14, 2), (300.0, 0.05, 1))
    half = n // 2
    tense = ticking(half, beat, ((0, 0.9), (1.5, 0.6), (3, 0.9), (4.5, 0.6)), 6, 1180, rng("clock")) * 0.8
    tense += 0.9 * ostinato(half, beat, ((0, "G2", 0.7), (4, "A#2", 0.4), (5, "G2", 0.5)), 6, rng("suspicion"))
    tense += 0.08 * cluster(half, (622.25, 659.26, 587.33), 2, rng("cluster"))
    chase = drumming(half, beat / 2, (1, 0, 0.35, 0.8, 0, 0.35, 0.9, 0, 0.45, 0.6, 0.35, 0.5), rng("alert"), 70)
    chase += 0.10 * shiver(half, (311.13, 329.63, 466.16), 10.0, 1)
    return {
        "calm": hall(calm, rng("hall"), 0.9, 0.16, 1800),
        "drone": drone(n // 2, tones, (120, 420), rng("drone")),
        "suspicion": hall(tense, rng("hall-s"), 0.9, 0.14, 2000),
        "alert": hall(chase, rng("hall-a"), 0.8, 0.12, 2200),
    }


def _bank(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """First light on the far bank: wide and thin, over sol; under suspicion two against three."""
    half = n // 2
    tones = ((87.31, 0.9, 1), (130.81, 0.6, 2), (174.61, 0.35, 1), (349.23, 0.12, 3), (523.25, 0.04, 4))
    steps = ((0, "F2", 0.9), (2, "F2", 0.4), (3, "C3", 0.6), (4, "F2", 0.5), (5, "G2", 0.45))
    tense = ostinato(half, beat, steps, 6, rng("suspicion"))
    tense += 0.14 * ticking(half, beat, ((1, 0.5), (3, 0.7), (5, 0.5)), 6, 720, rng("tick"))
    tense += 0.07 * cluster(half, (698.46, 739.99, 830.61), 2, rng("cluster"))
    chase = drumming(half, beat / 2, (1, 0, 0.4, 0.5, 0, 0.4, 0.85, 0, 0.5, 0, 0.6, 0.4), rng("alert"), 84)
    chase += 0.11 * shiver(half, (349.23, 369.99, 523.25), 9.0, 2)
    return {
        "calm": hall(played(n, score.BANK, beat, rng("calm"), 4.6, 0.32, 3.8), rng("hall"), 2.4, 0.16, 2200, 4200),
        "drone": drone(half, tones, (400, 1500), rng("drone")),
        "suspicion": hall(tense, rng("hall-s"), 1.6, 0.10, 1800, 3600),
        "alert": hall(chase, rng("hall-a"), 1.2, 0.12, 2200),
    }


def _home(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """A warm room on the home side: the second verse, muffled and near, over a low G and the breath of a stove."""
    tones = ((98.0, 1.0, 1), (146.83, 0.35, 1), (196.0, 0.2, 2))
    calm = played(n, score.HOME_ROOM, beat, rng("calm"), 3.0, 0.2, 3.0)
    calm = hall(calm, rng("hall"), 0.8, 0.10, 1500, 3600)
    return {"calm": calm, "drone": drone(n // 2, tones, (110, 380), rng("drone"))}


def _ending_road(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """The lullaby on the move: the last line climbs and stays open; the bowed string walks with it."""
    held = tuple(score.Note(at, pitch, 0.6) for at, pitch in (
        (0, "G3"), (12, "A#3"), (18, "D3"), (24, "G3"), (30, "C4"), (36, "A#3"), (42, "F3"), (45, "A#3"),
        (54, "F3"), (60, "C4"), (66, "A#3"), (72, "F3"), (75, "A#3"),
    ))  # fmt: skip
    calm = played(n, score.ENDING_ROAD, beat, rng("calm"), 3.6, 0.3) + 0.10 * sung(n, held, beat, rng("bowed"))
    return {"calm": hall(calm, rng("hall"), 2.0, 0.08, 1700, 3200)}


def _ending(n: int, beat: float, rng: Callable[[str], Rng]) -> Layers:
    """The lullaby whole, its question answered: two strings an octave apart, a bowed one beneath."""
    held = tuple(score.Note(at, pitch, 0.6) for at, pitch in (
        (0, "G3"), (12, "A#3"), (18, "D3"), (24, "G3"), (30, "C4"), (36, "A#3"), (42, "D3"), (45, "G3"),
        (54, "G3"), (60, "C4"), (66, "A#3"), (72, "D3"), (75, "G3"),
    ))  # fmt: skip
    calm = played(n, score.ENDING, beat, rng("calm"), 3.6, 0.26) + 0.10 * sung(n, held, beat, rng("bowed"))
    return {"calm": hall(calm, rng("hall"), 2.0, 0.08, 1700, 3400)}


CUES = (
    Cue("title", 72, 0.40, _title),
    Cue("road", 32, 0.97, _road),
    Cue("river", 60, 0.50, _river),
    Cue("flat", 60, 0.47, _flat),
    Cue("bank", 60, 0.48, _bank),
    Cue("home", 54, 0.45, _home),
    Cue("ending", 78, 0.37, _ending),
    Cue("ending_road", 78, 0.36, _ending_road),
)


def levelled(cue: Cue) -> Layers:
    """A cue's layers, softly limited, balanced state by state, turned so that they begin in a rest."""

    def rng(part: str) -> Rng:
        return seeded(f"{cue.name}-{part}")

    raw = {
        # a little weight before anything else: plucks are all peak and no body
        layer: np.tanh(1.3 * peak_one(np.roll(x - x.mean(), count(LEAD_S))))
        for layer, x in cue.make(cue.samples, cue.beat_s, rng).items()
    }
    gains = {layer: 10 ** ((LAYER_LUFS[layer] - integrated(x, RATE, True)) / 20) for layer, x in raw.items()}
    out = {layer: limited(gains[layer] * x, CEILINGS[layer]) for layer, x in raw.items()}
    for name, target in STATE_LUFS.items():
        if name not in raw:
            continue
        moved = [layer for layer in ("calm", "drone") if layer in raw] if name == "calm" else [name]
        for _ in range(5):  # each round makes good what the limiter took
            step = 10 ** ((target - integrated(state(out, name), RATE, True)) / 20)
            for layer in moved:
                gains[layer] *= step
                out[layer] = limited(gains[layer] * raw[layer], CEILINGS[layer])
    return out


def state(layers: Layers, name: str) -> Wave:
    """The sum the player hears in a state; layers a cue lacks are silent."""
    total = np.zeros(max(len(x) for x in layers.values()))
    for layer, gain in STATES[name].items():
        if layer in layers:
            total = total + gain * np.tile(layers[layer], len(total) // len(layers[layer]))
    return total


def master(cue: Cue, folder: Path) -> None:
    """Make and write every layer of a cue; finer than this is not heard under plucks, but the package grows."""
    for layer, x in levelled(cue).items():
        path = folder / f"{cue.name}_{layer}.ogg"
        for thrift in (0.95, 1.0):
            write(path, x, thrift)
            if path.stat().st_size < MOST_BYTES[layer]:
                break
        else:
            raise ValueError(f"{path.name} is {path.stat().st_size} bytes, not under {MOST_BYTES[layer]}: shorten it")
