"""Sounds and music. Everything is a mixer.Sound; without a card, or with a file missing, there is silence.

A cue of music is up to four layers of the same length, all looped from the same moment at volume 0; danger only moves
their volumes, quickly up and slowly down, so they never fall out of step.
"""

from __future__ import annotations

import logging
import random
from pathlib import Path

import pygame

from game.ui.settings import Settings

log = logging.getLogger(__name__)

LAYERS = ("calm", "drone", "suspicion", "alert")
# How loud each layer is at threat 0 (peace) to 3 (somebody is after her).
GAINS = ((1.0, 0.8, 0.0, 0.0), (0.7, 0.9, 0.5, 0.0), (0.35, 1.0, 1.0, 0.0), (0.0, 0.7, 0.6, 1.0))
MUSIC_MASTER = 0.7        # -3 dB: all layers of the loudest state stay below full scale
UP_SECONDS, DOWN_SECONDS = 0.8, 4.0
CHANNELS, MUSIC_CHANNELS = 24, 8
HEARD_PX = 480            # a sound this far from her is silent
MOST_TAKES = 4
RATE = 24_000              # that of the files: nothing is resampled, and music takes half the memory


class Sounds:
    """The mixer, as the game uses it."""

    def __init__(self, assets: Path, settings: Settings, quiet: bool = False) -> None:
        self.settings = settings
        self._folder = assets
        self._loaded: dict[str, pygame.mixer.Sound | None] = {}
        self._luck = random.Random()
        self._cue = ""
        self._music: list[tuple[int, pygame.mixer.Channel, list[float]]] = []  # layer, channel, [volume now]
        self._wanted: list[tuple[int, str]] = []               # layers of the cue still to be read
        self._asked = False                                    # for the cue, in this frame
        self._ready: list[tuple[int, pygame.mixer.Sound]] = []
        self._leaving: list[tuple[pygame.mixer.Channel, list[float]]] = []
        self._loops: dict[str, pygame.mixer.Channel] = {}
        self.danger = 0
        self.on = False if quiet else self._start()

    @staticmethod
    def _start() -> bool:
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(RATE, -16, 2, 512)
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(MUSIC_CHANNELS)
        except pygame.error as fault:
            log.warning("no sound: %s", fault)
            return False
        return True

    # Effects -------------------------------------------------------------------------------------------------
    def play(self, name: str, dx: float = 0.0, dy: float = 0.0, loud: float = 1.0) -> None:
        """Play a sound (one of its takes) from (dx, dy) pixels away from her."""
        sound = self._take(name)
        if sound is None:
            return
        far = (dx * dx + dy * dy) ** 0.5
        volume = loud * max(0.0, 1.0 - far / HEARD_PX) * self._gain("effects")
        if volume <= 0.01:
            return
        channel = pygame.mixer.find_channel()
        if channel is None:
            return
        side = 0.0 if self.settings.mono else min(max(dx / 240.0, -1.0), 1.0)
        channel.play(sound)
        channel.set_volume(volume * min(1.0, 1.0 - side * 0.8), volume * min(1.0, 1.0 + side * 0.8))

    def loop(self, name: str, loud: float) -> None:
        """Keep a sound going at a loudness; 0 ends it."""
        channel = self._loops.get(name)
        if loud <= 0.01:
            if channel is not None:
                channel.fadeout(400)
                del self._loops[name]
            return
        if channel is None:
            sound = self._take(name)
            channel = pygame.mixer.find_channel() if sound is not None else None
            if channel is None or sound is None:
                return
            channel.play(sound, loops=-1, fade_ms=400)
            self._loops[name] = channel
        channel.set_volume(loud * self._gain("effects"))

    def _take(self, name: str) -> pygame.mixer.Sound | None:
        """One of the takes of a sound, loaded when first wanted."""
        if not self.on:
            return None
        if name not in self._loaded:
            single = self._load(f"sounds/{name}.ogg", quiet=True)
            if single is not None:
                self._loaded[name] = single
                self._loaded[f"{name} takes"] = None
            else:
                self._loaded[name] = self._load(f"sounds/{name}_1.ogg")
        takes = [self._loaded[name]]
        if f"{name} takes" not in self._loaded:
            for number in range(2, MOST_TAKES + 1):
                key = f"{name}_{number}"
                if key not in self._loaded:
                    self._loaded[key] = self._load(f"sounds/{key}.ogg", quiet=True)
                takes.append(self._loaded[key])
        there = [take for take in takes if take is not None]
        return self._luck.choice(there) if there else None

    def _load(self, file: str, quiet: bool = False) -> pygame.mixer.Sound | None:
        path = self._folder / file
        if not path.is_file():
            if not quiet:
                log.warning("no sound %s", file)
            return None
        try:
            return pygame.mixer.Sound(str(path))
        except pygame.error as fault:
            log.warning("cannot read %s: %s", file, fault)
            return None

    # Music ---------------------------------------------------------------------------------------------------
    def music(self, cue: str) -> None:
        """Change to a cue; "" is silence. The old one fades; the new one starts, at nothing, once all of it is read."""
        if cue == self._cue or not self.on:
            self._cue = cue
            return
        self._cue = cue
        self._leaving += [(channel, volume) for _, channel, volume in self._music]
        self._music = []
        self._ready = []
        self._wanted = list(enumerate(LAYERS)) if cue else []
        self._asked = True

    def _read_layer(self) -> None:
        """Read one layer a frame, so that no frame is long; with the last one all start together.

        None in the frame that asked: that one is the first of all, or makes a room ready.
        """
        if self._asked:
            self._asked = False
            return
        at, layer = self._wanted.pop(0)
        sound = self._load(f"music/{self._cue}_{layer}.ogg", quiet=True)
        if sound is not None:
            self._ready.append((at, sound))
        if self._wanted:
            return
        free = [c for c in map(pygame.mixer.Channel, range(MUSIC_CHANNELS)) if not c.get_busy()]
        for (number, made), channel in zip(self._ready, free, strict=False):
            channel.play(made, loops=-1)
            channel.set_volume(0.0)
            self._music.append((number, channel, [0.0]))
        if not self._ready:
            log.warning("no music '%s'", self._cue)
        self._ready = []

    def pass_time(self, seconds: float) -> None:
        """Move every layer toward its volume."""
        if not self.on:
            return
        if self._wanted:
            self._read_layer()
        master = self._gain("music") * MUSIC_MASTER
        only = len(self._music) == 1
        for at, channel, volume in self._music:
            wanted = 1.0 if only else GAINS[self.danger][at]
            pace = seconds / (UP_SECONDS if wanted > volume[0] else DOWN_SECONDS)
            volume[0] += min(max(wanted - volume[0], -pace), pace)
            channel.set_volume(volume[0] * master)
        for channel, volume in list(self._leaving):
            volume[0] -= seconds / 1.5
            if volume[0] <= 0:
                channel.stop()
                self._leaving.remove((channel, volume))
            else:
                channel.set_volume(volume[0] * master)

    def hush(self) -> None:
        """Silence at once: the window is closing."""
        if self.on:
            pygame.mixer.stop()

    def _gain(self, bus: str) -> float:
        part = self.settings.music if bus == "music" else self.settings.effects
        return self.settings.master / 100 * part / 100
