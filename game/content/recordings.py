"""Recordings: a start, and everything that was asked from there.

Because the world depends on nothing else, playing the intents again gives the same world, bit for bit. A recording
made on other content still runs, but then its digest proves nothing and is not compared.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, assert_never

from game.content.codec import CodecFault, Plain, digest, plain_world, world_from
from game.sim.events import Event, Rewound
from game.sim.intents import Choose, Gait, Intent, Move, Next, Order, Rewind, SetHelp, Skip, Tool
from game.sim.step import step
from game.sim.world import Lore, World
from game.story.runtime import TaleError

FORMAT = 1
MOST_REPEATS = 10_000_000


class RecordingFault(ValueError):
    """A file that is no recording, or one of another format."""


@dataclass(frozen=True, slots=True)
class Recording:
    """`content` is the hash played on, `start` a plain world, `intents` runs of (intent, how often)."""

    content: str
    start: Plain
    intents: tuple[tuple[Intent, int], ...]
    digest: str


@dataclass(slots=True)
class Recorder:
    """Notes a world's intents from now on. Tell it of every step, after it."""

    start: Plain
    start_tick: int
    asked: list[tuple[Intent, int]] = field(default_factory=list)  # with the world's tick after it

    @classmethod
    def of(cls, world: World) -> Recorder:
        """A recorder that begins with `world` as it is."""
        return cls(plain_world(world), world.tick)

    def note(self, world: World, intent: Intent, events: list[Event]) -> None:
        """`intent` was carried out and made `events`. A rewind cuts what it undid."""
        if not isinstance(intent, Rewind):
            self.asked.append((intent, world.tick))
            return
        for event in events:
            if isinstance(event, Rewound) and event.undone >= 0:
                self._undo(world, event.undone)
            elif isinstance(event, Rewound):
                self._cut(world)

    def _undo(self, world: World, number: int) -> None:
        """The last `number` intents never happened."""
        if number > len(self.asked):
            self.start, self.start_tick = plain_world(world), world.tick
        del self.asked[max(0, len(self.asked) - number):]

    def _cut(self, world: World) -> None:
        kept = next((i + 1 for i, (_, tick) in enumerate(self.asked) if tick >= world.tick), 0)
        if world.tick <= self.start_tick:
            kept = 0
        if world.tick < self.start_tick:
            self.start, self.start_tick = plain_world(world), world.tick
        del self.asked[kept:]

    def finish(self, world: World) -> Recording:
        """The recording up to now."""
        runs = tuple((intent, len(list(same))) for intent, same in groupby(intent for intent, _ in self.asked))
        return Recording(world.lore.hash, self.start, runs, digest(world))


def play(recording: Recording, lore: Lore) -> tuple[str, int]:
    """Play a recording to its end; the digest of the world then, and the ticks that passed.

    Raises RecordingFault if its start does not fit `lore` or an intent cannot be carried out.
    """
    try:
        world = world_from(recording.start, lore)
        first_tick = world.tick
        for intent, times in recording.intents:
            for _ in range(times):
                step(world, intent)
    except (CodecFault, TaleError, KeyError, IndexError) as fault:
        raise RecordingFault(f"the recording does not fit this story: {fault}") from fault
    return digest(world), world.tick - first_tick


def agrees(recording: Recording, lore: Lore, found: str) -> bool | None:
    """Whether a replay ended as recorded; None if it was recorded on other content, so nothing can be said."""
    return found == recording.digest if lore.hash == recording.content else None


def encode(recording: Recording) -> str:
    """The text of a recording's file."""
    data = {"format": FORMAT, "content": recording.content, "digest": recording.digest, "start": recording.start,
            "intents": [[times, *_plain(intent)] for intent, times in recording.intents]}
    return json.dumps(data, separators=(",", ":"))


def decode(text: str) -> Recording:
    """The recording of a file's text. Raises RecordingFault."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise RecordingFault(f"a recording of format {data['format']}; this version reads {FORMAT}")
        intents = tuple((_intent(rest), _times(times)) for times, *rest in data["intents"])
        if sum(times for _, times in intents) > MOST_REPEATS:
            raise RecordingFault(f"a recording of more than {MOST_REPEATS:,} steps, which is two days of play")
        return Recording(str(data["content"]), data["start"], intents, str(data["digest"]))
    except RecordingFault:
        raise
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise RecordingFault("this file is not a recording, or it is damaged") from None


def _times(value: Any) -> int:
    if type(value) is not int or not 0 < value <= MOST_REPEATS:
        raise ValueError(value)
    return value


def _plain(intent: Intent) -> list[Plain]:
    match intent:
        case Move(dx=dx, dy=dy, gait=gait, act=act):
            return ["move", dx, dy, int(gait), int(act)]
        case Next():
            return ["next"]
        case Choose(id=id):
            return ["choose", id]
        case Skip():
            return ["skip"]
        case Rewind():
            return ["rewind"]
        case SetHelp(name=name, value=value):
            return ["help", name, value]
        case Tool(name=name, x=x, y=y):
            return ["tool", name, x, y]
        case Order(word=word):
            return ["order", word]
        case _:
            assert_never(intent)


def _intent(data: list[Any]) -> Intent:
    match data:
        case ["move", -1 | 0 | 1 as dx, -1 | 0 | 1 as dy, 0 | 1 | 2 | 3 as gait, 0 | 1 as act]:
            return Move(dx, dy, Gait(gait), bool(act))
        case ["next"]:
            return Next()
        case ["choose", str() as id]:
            return Choose(id)
        case ["skip"]:
            return Skip()
        case ["rewind"]:
            return Rewind()
        case ["help", str() as name, int() as value]:
            return SetHelp(name, value)
        case ["tool", str() as name, int() as x, int() as y]:
            return Tool(name, x, y)
        case ["order", str() as word]:
            return Order(word)
    raise ValueError(data)
