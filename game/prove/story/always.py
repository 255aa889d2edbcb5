"""What holds at a step whatever the variables are: proved step by step, not state by state.

A step is *safe* if from every state that stands there an ending can be reached. For a branch nobody knows the way of,
all its ways must be safe; for dice one is enough (luck may help her); a choice or a way of a room counts if it can
always be taken, or all of them do. So the work is that of the story's length, not of the number of its states, and
what is called safe is so for certain. What is not called safe may still be: then only every state can tell.

Frames: `out` means that the frame comes to an ending without going back; `on` that it comes to an ending or goes back
to whoever called it. A call is safe if what it calls comes on, and what stands after it is safe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.sim.ways import HERS
from game.story.book import Book
from game.story.steps import (
    Back,
    Bribe,
    Call,
    Chance,
    Choice,
    Choose,
    Deck,
    End,
    Go,
    If,
    Jump,
    Later,
    Papers,
    Phone,
    Time,
    Together,
    Vary,
    Visit,
)

Place = tuple[str, int]
Look = Callable[[Place], bool]


@dataclass(slots=True)
class Always:
    """What is known of every step. With `goal`, of her forcing that ending: then dice, readings and the world's ways
    answer as badly as they can; without, any ending will do and luck may help.

    `kept` are the places whose frame may be interrupted by the world without harm (only with `goal`); `timers` the
    nodes that timers of a room play; `rooms` are those of which every state was seen to be safe (see inside.py).
    """

    book: Book
    goal: str = ""
    out: set[Place] = field(default_factory=set)
    on: set[Place] = field(default_factory=set)
    kept: set[Place] | None = None
    dues: list[str] = field(default_factory=list)
    timers: dict[Place, set[str]] = field(default_factory=dict)
    rooms: set[Place] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Who may interrupt: what comes due in tale time."""
        self.dues = [step.node for node in self.book.nodes.values() for step in node.steps
                     if isinstance(step, Later) and not step.ticks]

    def settle(self) -> None:
        """Go round until nothing new is known. Least sets: nothing is safe because it goes in circles."""
        places = [(node.id, at) for node in self.book.nodes.values() for at in range(len(node.steps))][::-1]
        changed = True
        while changed:
            changed = False
            for place in places:
                for known in (self.out, self.on):
                    if place not in known and self._holds(place, known, known.__contains__):
                        known.add(place)
                        changed = True

    def _holds(self, place: Place, known: set[Place], near: Look) -> bool:
        """Whether a step is safe; `near` answers for the other steps of its node, `known` for all others."""
        node, at = place
        step = self.book.nodes[node].steps[at]

        def far(name: str, first: int = 0) -> bool:
            return (name, first) in known

        match step:
            case End(ending=ending):
                return not self.goal or ending == self.goal
            case Back():
                return known is self.on
            case Go(node=target, at=first):
                gate = target.partition(".")[0] != node.partition(".")[0]
                return far(target, first) and (not gate or self._undisturbed())
            case Call(node=called):
                return (called, 0) in self.out or ((called, 0) in self.on and near((node, at + 1)))
            case If(otherwise=otherwise):
                return near((node, at + 1)) and near((node, otherwise))
            case Chance(percent=percent, otherwise=otherwise):
                faces = [near((node, at + 1))] * (percent > 0) + [near((node, otherwise))] * (percent < 100)
                return all(faces) if self.goal else any(faces)
            case Jump(to=to):
                return near((node, to))
            case Choose():
                return self._asked(place, step, known, near)
            case Bribe(leave=leave, refused=refused):
                return far(leave or refused)
            case Phone(hang_up=hang_up, traced=traced, no_signal=no_signal):
                return far(hang_up) and far(traced) and far(no_signal)
            case Papers():
                return self._examined(place, step, known, near)
            case Vary(items=items, otherwise=otherwise):
                return all(near((node, one)) for one in (*items, otherwise))
            case Deck(cards=cards, otherwise=otherwise):
                after = far(otherwise) if otherwise else near((node, at + 1))
                return after and all((card, 0) in self.on for card in cards) and near((node, at + 1))
            case Visit():
                return self._room(place, step)
            case Time() | Together():
                return near((node, at + 1)) and self._undisturbed()
            case _:
                return near((node, at + 1))  # the words and directions in between
    def _undisturbed(self) -> bool:
        """Whether whatever may come due here in tale time, as a call, comes on."""
        return all((node, 0) in self.on for node in self.dues)

    def _asked(self, place: Place, step: Choose, known: set[Place], near: Look) -> bool:
        """A question: some choice that can always be taken, or all of them; those used up may lead round to it."""
        node, _ = place
        if any(always(choice) and near((node, choice.at)) for choice in step.choices):
            return True
        if step.otherwise >= 0:
            if not near((node, step.otherwise)):
                return False
        elif not any(always(choice) for choice in step.choices):
            return False
        return all(near((node, choice.at)) or (choice.once and self._round(place, choice.at, known, near))
                   for choice in step.choices)

    def _examined(self, place: Place, step: Papers, known: set[Place], near: Look) -> bool:
        """Papers: whatever the verdict. The answers lead round to the next question, and there are only so many."""
        if not all((one, 0) in known for one in (step.passed, step.doubted, step.failed)):
            return False
        for question in step.questions:
            if all(answer.condition is not None for answer in question.answers):
                return False
            for answer in question.answers:
                if answer.at >= 0 and not self._round(place, answer.at, known, near):
                    return False
        return True

    def _round(self, place: Place, first: int, known: set[Place], near: Look) -> bool:
        """Whether from `first` the tale comes, inside its node, to `place` again, or is safe.

        Not where something is called on the way: papers shown there would lay these aside, and they begin anew.
        """
        if any(isinstance(step, (Call, Deck)) for step in self.book.nodes[place[0]].steps):
            return near((place[0], first))

        def nearer(one: Place, seen: frozenset[Place]) -> bool:
            if one == place or near(one):
                return True
            return one not in seen and self._holds(one, known, lambda next_: nearer(next_, seen | {one}))
        return nearer((place[0], first), frozenset())

    def _room(self, place: Place, visit: Visit) -> bool:
        """A room: a way that is always there leads out of it for good."""
        if place in self.rooms:
            return True
        if not self._undisturbed():
            return False
        if self.goal and self.kept is not None and not self._unspoilt(place, visit):
            return False
        return any(way.condition is None and not way.once and (way.node, 0) in self.out
                   and (way.verb in HERS or (way.verb == "at" and not self.goal)) for way in visit.ways)

    def _unspoilt(self, place: Place, visit: Visit) -> bool:
        """Whether nothing that the world may do here spoils it."""
        assert self.kept is not None
        return place in self.kept and all((node, 0) in self.kept for node in (
            *(way.node for way in visit.ways if way.verb not in HERS), *self.timers.get(place, ())))


def always(choice: Choice) -> bool:
    """Whether a choice can be taken by anybody, at any time."""
    return choice.condition is None and not choice.once and not choice.price.parts


def forced(book: Book, goal: str, timers: dict[Place, set[str]]) -> Always:
    """Where she can force an ending for certain; the world's ways may come first, but not for ever.

    Greatest set of least sets, as with every state: each round keeps only what the last one kept.
    """
    kept: set[Place] | None = None
    while True:
        found = Always(book, goal, kept=kept, timers=timers)
        found.settle()
        new = found.out | found.on
        if kept is not None and new == kept:
            return found
        kept = new if kept is None else new & kept
