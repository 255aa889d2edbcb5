"""What only chooses words: branches that come together again with nothing changed.

Such a branch need not be followed twice: whichever way it goes, the same can happen afterwards. `stops` names where
the tale comes to from a step, past everything quiet; a branch with one stop is quiet itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.prove.story.live import FACT, SEEN, Live, live_of
from game.story.book import Book
from game.story.facts import Price
from game.story.steps import (
    Alert,
    Back,
    Bark,
    Call,
    Calm,
    Camera,
    Chance,
    Choice,
    Choose,
    Close,
    End,
    Face,
    Fade,
    Go,
    If,
    Jump,
    Later,
    Learn,
    Move,
    Music,
    Open,
    Pass,
    Picture,
    Say,
    Send,
    Set,
    Shake,
    Sound,
    Step,
    Storylet,
    Time,
    Title,
    Together,
    Vary,
    Visit,
    Wait,
    Way,
)

Stop = tuple[str, ...]
BACK: Stop = ("back",)
_SHOWN = (Say, Bark, Learn, Picture, Camera, Fade, Sound, Music, Shake, Title, Calm, Pass, Alert, Send, Face, Move,
          Wait, Open, Close, Storylet)


@dataclass(slots=True)
class Quiet:
    """Answers for one analysis of what is live; a later analysis that takes this into account may be quieter still."""

    live: Live
    asked: int = 0      # every variable that is read anywhere
    dated: bool = True  # whether tale time can bring something
    found: dict[tuple[str, int], frozenset[Stop]] = field(default_factory=dict)
    open: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """What holds for the whole book."""
        for mask in self.live.at.values():
            self.asked |= mask
        self.dated = any(isinstance(step, Later) and step.minutes
                         for node in self.live.book.nodes.values() for step in node.steps)

    def branch(self, node: str, at: int) -> bool:
        """Whether it makes no difference how the step goes on."""
        return len(self.stops(node, at)) == 1

    def way(self, way: Way) -> bool:
        """Whether a way only tells something and comes back to the room."""
        return not self.noted(way.node) and self.stops(way.node, 0) == {BACK}

    def choices(self, node: str, step: Choose) -> set[str]:
        """The ids of choices that change nothing, beside another that does the same and can always be taken."""
        always: set[frozenset[Stop]] = set()
        quiet: dict[str, frozenset[Stop]] = {}
        for choice in step.choices:
            stops = self.stops(node, choice.at)
            if len(stops) == 1 and self.free(choice.price):
                quiet[choice.id] = stops
                if _always(choice):
                    always.add(stops)
        return {id for id, stops in quiet.items() if stops in always}

    def noted(self, node: str) -> bool:
        """Whether anybody asks how often the node was seen."""
        return bool(self.live.bits.get((SEEN, node), 0) & self.asked)

    def free(self, price: Price) -> bool:
        """Whether a price takes nothing that matters."""
        return not price.parts

    def stops(self, node: str, at: int) -> frozenset[Stop]:
        """Where the tale comes to from here, before anything changes or is decided."""
        key = (node, at)
        if key in self.found:
            return self.found[key]
        steps = self.live.book.nodes[node].steps
        if at >= len(steps) or key in self.open:
            return frozenset({("here", node, str(at))})
        self.open.add(key)
        after = self._past(node, at, steps[at])
        if isinstance(after, frozenset):
            stops = after
        else:
            stops = frozenset({("here", node, str(at))}) if not after else frozenset().union(
                *(self.stops(*one) for one in after))
        self.open.discard(key)
        self.found[key] = stops  # cut short where it goes round: still true, only less is called quiet
        return stops

    def _past(self, node: str, at: int, step: Step) -> list[tuple[str, int]] | frozenset[Stop]:
        """The steps that a quiet step leads to, or its stop; nothing if it is not quiet."""
        on = [(node, at + 1)]
        match step:
            case If(otherwise=otherwise) | Chance(otherwise=otherwise):
                return [*on, (node, otherwise)] if otherwise > at else []
            case Jump(to=to):
                return [(node, to)] if to > at else []
            case Set(changes=changes):
                mask = 0
                for change in changes:
                    mask |= self.live.bits.get((FACT, change.fact), 0)
                return [] if mask & self.live.at.get((node, at + 1), 0) else on
            case Choose(choices=choices, otherwise=otherwise):
                if not any(_always(choice) for choice in choices) or not all(self.free(c.price) for c in choices):
                    return []
                return [(node, choice.at) for choice in choices if choice.at > at] if all(
                    choice.at > at for choice in choices) else []
            case Vary(items=items, otherwise=otherwise):
                return [(node, one) for one in (*items, otherwise)]
            case Time() | Together():
                return [] if self.dated else on
            case Call(node=called):
                return on if not self.noted(called) and self.stops(called, 0) == {BACK} else []
            case Go(node=target, at=first):
                gate = target.partition(".")[0] != node.partition(".")[0]
                return [] if self.noted(target) or (gate and self.dated) else [(target, first)]
            case Back():
                return frozenset({BACK})
            case End(ending=ending):
                return frozenset({("end", ending)})
            case Visit():
                return []
            case _:
                return on if isinstance(step, _SHOWN) else []


def live_and_quiet(book: Book) -> tuple[Live, Quiet]:
    """What matters at each step, when branches that make no difference ask nothing.

    Goes up from "nothing matters" to the least sets that justify one another, so that a scene which asks only for
    itself stays quiet.
    """
    live = Live(book)
    while True:
        quiet = Quiet(live)
        found = live_of(book, quiet)
        if found.named_at() == live.named_at():
            return found, Quiet(found)
        live = found


def _always(choice: Choice) -> bool:
    return choice.condition is None and not choice.once and not choice.price.parts
