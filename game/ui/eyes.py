"""Eyes: what the screen remembers between frames and the rules never need. Drop it, and a second later all is right."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass, field

from game.sim.world import Stage
from game.story.steps import Cue
from game.ui.camera import Camera
from game.ui.look import TICKS, UNIT_PX
from game.ui.painting import Painting

PUFF_TICKS = 50  # how long a breath is seen


@dataclass(slots=True)
class Stride:
    """How somebody moved lately: pixels walked (for the legs), ticks since the last move, pixels a tick."""

    x: int
    y: int
    walked: float = 0.0
    still: int = 99
    speed: float = 0.0
    steps: int = 0   # how many of the steps walked were heard


@dataclass(slots=True)
class Note:
    """A line of words on screen for a while: a caption, a bark, something gained."""

    words: str
    ticks: int
    who: str = ""
    key: str = ""
    icon: str = ""


@dataclass(slots=True)
class Puff:
    """A breath in the cold air, in room pixels."""

    x: float
    y: float
    ticks: int


@dataclass(slots=True)
class Hold:
    """A timed cue that holds the next tick until it is shown or skipped."""

    cue: Cue
    ticks: int
    total: int
    begun: bool = False


@dataclass(slots=True)
class Eyes:
    """The eye's state.

    `holds` are cues still to be shown, the first one now. `picture`, `dark` (0-1) and `title` (a text id) are what is
    on screen.
    `clock` counts ticks of the screen, also while the world stands still.
    """

    camera: Camera = field(default_factory=Camera)
    strides: dict[str, Stride] = field(default_factory=dict)
    captions: deque[Note] = field(default_factory=lambda: deque(maxlen=4))
    barks: deque[Note] = field(default_factory=lambda: deque(maxlen=3))
    gains: deque[Note] = field(default_factory=lambda: deque(maxlen=4))
    holds: deque[Hold] = field(default_factory=deque)
    puffs: list[Puff] = field(default_factory=list)
    popped: dict[str, int] = field(default_factory=dict)   # watcher -> ticks its sign still jumps
    picture: str = ""
    picture_alt: str = ""
    picture_before: str = ""  # the last one shown, for scenes that stand nowhere
    picture_ticks: int = 0
    title: str = ""
    cover: int = 0        # ticks the dark still clears after a change of picture or room
    dark: float = 0.0
    shake: int = 0
    clock: int = 0
    room: str = ""
    visit: int = -1
    watched: dict[str, int] = field(default_factory=dict)  # watcher -> ticks he was in the picture, this visit
    debug: bool = False
    aiming: bool = False  # the list of keys makes room for the mark
    painting: Painting = field(default_factory=Painting)  # home as it is shown, while a key is held
    peek: tuple[int, int] = (0, 0)
    run_held: bool = False
    planning: bool = False
    # Cosmetic luck only: it never reaches the World.
    luck: random.Random = field(default_factory=lambda: random.Random(20130110))

    def pass_ticks(self, ticks: int) -> None:
        """Let the screen's own time go by."""
        self.clock += ticks
        self.picture_ticks += ticks
        self.shake = max(0, self.shake - ticks)
        self.cover = max(0, self.cover - ticks)
        for notes in (self.captions, self.barks, self.gains):
            for note in list(notes):
                note.ticks -= ticks
                if note.ticks <= 0:
                    notes.remove(note)
        for name in [n for n, left in self.popped.items() if left <= ticks]:
            del self.popped[name]
        for name in self.popped:
            self.popped[name] -= ticks

    def follow_strides(self, stage: Stage, ticks: int) -> None:
        """Notice who has moved how far; the legs follow the ground, so feet never slide."""
        places = [("she", stage.her.x, stage.her.y)]
        places += [(g.name, g.x, g.y) for g in stage.guards.values()]
        places += [(f.name, f.x, f.y) for f in stage.folk.values()]
        for name, x, y in places:
            stride = self.strides.get(name)
            if stride is None:
                self.strides[name] = Stride(x, y)
                continue
            far = max(abs(x - stride.x), abs(y - stride.y)) / UNIT_PX
            if far > 0:
                stride.walked += far if far < 12 else 0.0  # a jump (load, rewind) is no step
                stride.speed = far / max(ticks, 1)
                stride.still = 0
                stride.x, stride.y = x, y
            else:
                stride.still += ticks

    def breathe(self, stage: Stage, ticks: int, running: bool) -> None:
        """Puffs of breath before her mouth, oftener when she runs."""
        self.puffs = [Puff(p.x + 0.12 * ticks, p.y - 0.08 * ticks, p.ticks - ticks) for p in self.puffs
                      if p.ticks > ticks]
        every = TICKS if running else 3 * TICKS
        if self.clock % every < ticks and not stage.her.hidden:
            x, y = stage.her.x / UNIT_PX, stage.her.y / UNIT_PX - 24
            self.puffs += [Puff(x + 4, y, PUFF_TICKS), Puff(x + 8, y - 2, PUFF_TICKS * 3 // 4)]
