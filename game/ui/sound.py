"""Sounds and music. Everything is a mixer.Sound; without a card, or with a file missing, there is silence.

A cue of music is up to four layers of the same length, all looped from the same moment at volume 0; danger only moves
their volumes, quickly up and slowly down, so they never fall out of step.
"""

from __future__ import annotations

import logging
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pygame

from game.ui.places import Places
from game.ui.settings import Settings

log = logging.getLogger(__name__)

LAYERS = ("calm", "drone", "suspicion", "alert")
# How loud each layer is at threat 0 (peace) to 3 (somebody is after her).
GAINS = ((1.0, 0.8, 0.0, 0.0), (0.7, 0.9, 0.5, 0.0), (0.35, 1.0, 1.0, 0.0), (0.0, 0.7, 0.6, 1.0))
MUSIC_MASTER = 0.7        # -3 dB: all layers of the loudest state stay below full scale
UP_SECONDS, DOWN_SECONDS = 0.8, 4.0
LEAVE_SECONDS = 1.5       # a cue that gives way to another
LOOP_SECONDS = 0.6        # a lasting sound, from nothing to its loudest
CHANNELS, MUSIC_CHANNELS = 36, 12  # music: a cue, the one before it, and one more for who changes rooms quickly
SIDE_PX = 240.0           # a sound so far beside her is all on one side, but for a fifth of it
HEARD_PX = 480            # a sound this far from her is silent
MOST_TAKES = 4
RATE = 24_000              # that of the files: nothing is resampled, and music takes half the memory


_Layer: TypeAlias = "tuple[int, pygame.mixer.Channel, list[float]]"  # which of LAYERS, where it plays, [volume now]


@dataclass(slots=True)
class _Loop:
    """A lasting sound: how loud it shall be and from which side (-1 to 1), how loud it is. No channel: not begun."""

    wanted: float
    side: float
    kept: bool = True  # asked for since the last frame
    volume: float = 0.0
    channel: pygame.mixer.Channel | None = None


@dataclass(slots=True)
class _Leaving:
    """A cue on its way out: all its layers go on, softer and softer, so that it can still come back whole."""

    cue: str
    layers: list[_Layer]
    seconds: float = LEAVE_SECONDS

    def stop(self) -> None:
        for _, channel, _ in self.layers:
            channel.stop()


class Sounds:
    """The mixer, as the game uses it."""

    def __init__(self, assets: Path, settings: Settings, quiet: bool = False) -> None:
        self.settings = settings
        self._folder = assets
        self._loaded: dict[str, pygame.mixer.Sound | None] = {}
        self._luck = random.Random()
        self.places = Places()           # what the room she is in sounds like
        self._cue = ""
        self._music: list[_Layer] = []
        self._wanted: list[tuple[int, str]] = []               # layers of the cue still to be read
        self._asked = False                                    # for the cue, in this frame
        self._ready: list[tuple[int, pygame.mixer.Sound]] = []
        self._playing = ""                                     # the cue of `_music`; `_cue` is the one asked for
        self._leaving: list[_Leaving] = []
        self._loops: dict[str, _Loop] = {}
        self.danger = 0
        self._danger_heard = 0           # the danger the layers are on their way to, and how long the way takes
        self._pace = UP_SECONDS
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
        channel.play(sound)
        _place(channel, volume, self._side(dx))

    def loop(self, name: str, loud: float, dx: float = 0.0) -> None:
        """Keep a sound going at a loudness, from `dx` pixels beside her; it swells and sinks.

        It lasts as long as this is called every frame: what a screen left behind falls silent by itself.
        """
        held = self._loops.get(name)
        if held is not None:
            held.wanted, held.side, held.kept = loud, self._side(dx), True
        elif loud > 0.01:
            self._loops[name] = _Loop(loud, self._side(dx))

    def _side(self, dx: float) -> float:
        return 0.0 if self.settings.mono else min(max(dx / SIDE_PX, -1.0), 1.0)

    def _begin_loop(self) -> None:
        """Begin one of the loops that wait: one a frame, since a long sound takes a while to read."""
        for name, held in list(self._loops.items()):
            if held.channel is None and held.wanted <= 0.01:
                del self._loops[name]
            elif held.channel is None:
                sound = self._take(name)
                channel = pygame.mixer.find_channel() if sound is not None else None
                if channel is None or sound is None:
                    del self._loops[name]
                    return
                channel.play(sound, loops=-1)
                channel.set_volume(0.0)
                held.channel = channel
                return

    def _move_loops(self, seconds: float) -> None:
        self._begin_loop()
        gain = self._gain("effects")
        for name, held in list(self._loops.items()):
            if held.channel is None:
                continue
            held.wanted, held.kept = (held.wanted if held.kept else 0.0), False
            most = seconds / LOOP_SECONDS
            held.volume += min(max(held.wanted - held.volume, -most), most)
            if held.volume <= 0.01 and held.wanted <= 0.01:
                held.channel.stop()
                del self._loops[name]
            else:
                _place(held.channel, held.volume * gain, held.side)

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
        back = [gone.layers for gone in self._leaving if gone.cue == cue]  # not yet gone: it comes back where it is
        self._leaving = [gone for gone in self._leaving if gone.cue != cue]
        if self._music:
            self._leaving.append(_Leaving(self._playing, self._music))
        self._music, self._playing = back[-1] if back else [], cue
        self._ready = []
        self._danger_heard, self._pace = self.danger, UP_SECONDS
        self._wanted = list(enumerate(LAYERS)) if cue and not back else []
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
        while self._leaving and MUSIC_CHANNELS - sum(len(gone.layers) for gone in self._leaving) < len(self._ready):
            self._leaving.pop(0).stop()
        free = [c for c in map(pygame.mixer.Channel, range(MUSIC_CHANNELS)) if not c.get_busy()]
        for (number, made), channel in zip(self._ready, free, strict=False):
            channel.play(made, loops=-1)
            channel.set_volume(0.0)
            self._music.append((number, channel, [0.0]))
        if not self._ready:
            log.warning("no music '%s'", self._cue)
        self._ready = []

    def pass_time(self, seconds: float) -> None:
        """Move every layer and every lasting sound toward its volume."""
        if not self.on:
            return
        if self._wanted:
            self._read_layer()
        self._move_music(seconds)
        self._move_loops(seconds)

    def _move_music(self, seconds: float) -> None:
        """Fast into fear, slowly out of it: all layers at the pace of the change, so that their sum has no bump."""
        if self.danger != self._danger_heard:
            self._pace = UP_SECONDS if self.danger > self._danger_heard else DOWN_SECONDS
            self._danger_heard = self.danger
        master = self._gain("music") * MUSIC_MASTER
        tense = any(LAYERS[at] == "alert" for at, _, _ in self._music)  # a cue of peace stays peaceful
        for at, channel, volume in self._music:
            wanted, most = GAINS[self.danger if tense else 0][at], seconds / self._pace
            volume[0] += min(max(wanted - volume[0], -most), most)
            channel.set_volume(volume[0] * master)
        for gone in list(self._leaving):
            gone.seconds -= seconds
            for _, channel, volume in gone.layers:
                volume[0] = max(0.0, volume[0] - seconds / LEAVE_SECONDS)
                channel.set_volume(volume[0] * master)
            if gone.seconds <= 0:
                gone.stop()
                self._leaving.remove(gone)

    def hush(self) -> None:
        """Silence at once: the window is closing."""
        if self.on:
            pygame.mixer.stop()

    def _gain(self, bus: str) -> float:
        part = self.settings.music if bus == "music" else self.settings.effects
        return self.settings.master / 100 * part / 100


def _place(channel: pygame.mixer.Channel, volume: float, side: float) -> None:
    """Put a channel at a loudness and a side; what is left or right of her is never quite gone from the other ear."""
    channel.set_volume(volume * min(1.0, 1.0 - side * 0.8), volume * min(1.0, 1.0 + side * 0.8))
