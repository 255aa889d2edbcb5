"""A mixer without a sound card: what `game.ui.sound` would send to the speakers, as numbers.

It stands in for `pygame.mixer` and does what SDL's mixer does: a channel is a wave, a place in it and two volumes,
which change only between two blocks. Nothing is clipped, so that peaks above full scale can be seen.
"""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import soundfile

from tools.sound.measure import Wave


class Sound:
    """A decoded file."""

    def __init__(self, path: str) -> None:
        self.name = Path(path).stem
        self.wave: Wave = soundfile.read(path, dtype="float64")[0]


class Channel:
    """One of the desk's channels."""

    def __init__(self) -> None:
        self.sound: Sound | None = None
        self.at = 0
        self.loops = False
        self.volumes = (1.0, 1.0)

    def play(self, sound: Sound, loops: int = 0, fade_ms: int = 0) -> None:
        self.sound, self.at, self.loops, self.volumes = sound, 0, loops < 0, (1.0, 1.0)

    def set_volume(self, left: float, right: float | None = None) -> None:
        self.volumes = (left, left if right is None else right)

    def get_busy(self) -> bool:
        return self.sound is not None

    def stop(self) -> None:
        self.sound = None

    def take(self, n: int) -> Wave:
        """The next n samples; the channel falls free at the end of what does not loop."""
        assert self.sound is not None
        wave = self.sound.wave
        if self.loops:
            piece = np.take(wave, range(self.at, self.at + n), mode="wrap")
            self.at = (self.at + n) % len(wave)
            return piece
        piece = np.zeros(n)
        left = wave[self.at : self.at + n]
        piece[: len(left)] = left
        self.at += n
        if self.at >= len(wave):
            self.sound = None
        return piece


class Desk:
    """All channels, and the stereo wave they have given so far."""

    def __init__(self) -> None:
        self.channels: list[Channel] = []
        self.reserved = 0
        self.blocks: list[Any] = []

    def mixer(self) -> SimpleNamespace:
        """What stands where pygame.mixer stands."""
        return SimpleNamespace(
            Sound=Sound, Channel=lambda k: self.channels[k], get_init=lambda: True,
            set_num_channels=lambda n: self.channels.extend(Channel() for _ in range(n - len(self.channels))),
            set_reserved=lambda n: setattr(self, "reserved", n), stop=lambda: [c.stop() for c in self.channels],
            find_channel=lambda: next((c for c in self.channels[self.reserved:] if not c.get_busy()), None),
        )  # fmt: skip

    def render(self, n: int) -> None:
        """Mix the next n samples."""
        block = np.zeros((n, 2))
        for channel in self.channels:
            if channel.sound is not None:
                volumes = channel.volumes
                block += channel.take(n)[:, None] * np.array(volumes)
        self.blocks.append(block)
