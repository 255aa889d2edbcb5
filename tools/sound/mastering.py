"""Level, limit, trim and write waves: the last step of every sound and every stem of music."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import soundfile

from tools.sound.measure import integrated, loudest
from tools.sound.pages import renumber
from tools.sound.parts import RATE, Rng, Wave, count

CEILING = 0.76  # -2.4 dBFS: the encoder adds up to a decibel of its own
BLOCK = 8192  # one larger write can overflow libsndfile's stack in its Vorbis encoder


@dataclass(frozen=True, slots=True)
class Sound:
    """One sound of the game: how it is made and how loud it is.

    `make` returns a wave of any height; `lufs` is the loudness of its loudest 400 ms (of the whole, for a loop).
    """

    name: str
    make: Callable[[Rng], Wave]
    lufs: float
    takes: int = 1
    loop: bool = False

    def files(self) -> tuple[str, ...]:
        """File stems: NAME, or NAME_1 and on where there are several takes."""
        return (self.name,) if self.takes == 1 else tuple(f"{self.name}_{k}" for k in range(1, self.takes + 1))


def seeded(name: str) -> Rng:
    """A generator of its own for each name, so that one sound can be rebuilt without the others."""
    return np.random.default_rng(crc32(name.encode()))


def limited(x: Wave, ceiling: float = CEILING) -> Wave:
    """Peaks bent softly under the ceiling; what is under 0.55 of it stays as it was."""
    knee = 0.55 * ceiling
    over = np.maximum(np.abs(x) - knee, 0)
    bent = knee + (ceiling - knee) * np.tanh(over / (ceiling - knee))
    return np.where(over > 0, np.sign(x) * bent, x)


def levelled(x: Wave, lufs: float, loop: bool) -> Wave:
    """The wave at a loudness, limited; a few rounds, since limiting takes some loudness away."""
    x = x - x.mean()
    out = x
    gain = 1.0
    for _ in range(4):
        heard = integrated(out, RATE, True) if loop else loudest(out, RATE)
        gain *= 10 ** ((lufs - heard) / 20)
        out = limited(x * gain)
    return out


def trimmed(x: Wave) -> Wave:
    """A one-shot without silence before it or after it (58 dB under its peak), its ends faded."""
    heard = np.flatnonzero(np.abs(x) > np.abs(x).max() * 10 ** (-58 / 20))
    x = x[max(0, heard[0] - count(0.006)) : heard[-1] + count(0.01)].copy()
    n_in, n_out = count(0.003), count(0.02)
    x[:n_in] *= np.linspace(0, 1, n_in)
    x[-n_out:] *= np.linspace(1, 0, n_out)
    return x


def write(path: Path, x: Wave, thrift: float) -> None:
    """Write mono Vorbis. `thrift` 0 (large, fine) to 1 (small)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(path, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=thrift) as file:
        for start in range(0, len(x), BLOCK):
            file.write(x[start : start + BLOCK])
    renumber(path)


def master(sound: Sound, folder: Path) -> None:
    """Make all takes of a sound and write them."""
    for stem in sound.files():
        x = sound.make(seeded(stem))
        if not sound.loop:
            x = trimmed(x)
        thrift = 0.95 if sound.loop or len(x) > count(2) else 0.7  # noise beds hide what a coder leaves out
        write(folder / f"{stem}.ogg", levelled(x, sound.lufs, sound.loop), thrift)
