"""Who calls whom: in which frames each node can be told, and whether what is told there is ever stranded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.content.graph import following, links_of
from game.prove.story.always import Always, Place, always
from game.story.book import Book
from game.story.steps import Back, Bribe, Call, Choose, Deck, End, Go, Later, Papers, Phone, Visit

Frame = tuple[str, str, int]  # "base", "call", "way" or "due", and the place it goes back to
BASE: Frame = ("base", "", 0)
DUE: Frame = ("due", "", 0)


@dataclass(slots=True)
class Strands:
    """The frames each node can be told in, from `start` on, and the steps of it that can be played. Never too few."""

    book: Book
    start: str
    frames: dict[str, set[Frame]] = field(default_factory=dict)
    played: dict[str, set[int]] = field(default_factory=dict)
    timers: dict[Place, set[str]] = field(default_factory=dict)  # by room, the nodes its timers play
    loose: bool = False                                          # whether a timer may be set before a room is entered

    def __post_init__(self) -> None:
        """Follow every link until nothing is new."""
        self._begin(self.start, 0, {BASE})
        changed = True
        while changed:
            before = self._size()
            for node in list(self.frames):
                for at in list(self.played[node]):
                    self._follow(node, at)
            changed = self._size() != before

    def _size(self) -> int:
        return sum(map(len, self.frames.values())) + sum(map(len, self.played.values()))

    def _begin(self, node: str, at: int, frames: set[Frame]) -> None:
        self.frames.setdefault(node, set()).update(frames)
        played, steps, left = self.played.setdefault(node, set()), self.book.nodes[node].steps, [at]
        while left:
            one = left.pop()
            if one not in played and one < len(steps):
                played.add(one)
                left.extend(following(steps[one], one))

    def _follow(self, node: str, at: int) -> None:
        step = self.book.nodes[node].steps[at]
        if isinstance(step, Visit):
            self._settle_in(node, set())
        for kind, target in links_of(step):
            if kind == "go":
                self._begin(target, step.at if isinstance(step, Go) else 0, self.frames[node])
            elif kind == "call":
                self._begin(target, 0, {("call", node, at)})
            elif kind == "due":
                self._begin(target, 0, {DUE})
            elif isinstance(step, Later):  # a timer comes like a way of the room it was set in
                rooms = self._rooms(node, set())
                for _, room, place in rooms:
                    self.timers.setdefault((room, place), set()).add(target)
                self.loose = self.loose or not rooms or BASE in self.frames[node]
                self._begin(target, 0, rooms or {BASE})
            else:
                self._begin(target, 0, {("way", node, at)})

    def _rooms(self, node: str, seen: set[str]) -> set[Frame]:
        """The rooms that can be open while a node is told; of several frames only one is the way of a room."""
        found: set[Frame] = set()
        if node in seen:
            return found
        seen.add(node)
        for kind, caller, at in list(self.frames[node]):
            if kind == "way":
                found.add(("way", caller, at))
            elif kind == "call":
                found |= self._rooms(caller, seen)
        return found

    def _settle_in(self, node: str, seen: set[str]) -> None:
        """Another room is entered: of the frames that run, the one above the old room takes its place."""
        if node in seen:
            return
        seen.add(node)
        for kind, caller, _ in list(self.frames[node]):
            if kind == "way":
                self.frames[node] |= self.frames[caller]
            elif kind == "call":
                self._settle_in(caller, seen)

    def alone(self, node: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether nobody has called a node, or the room it was entered from: then nothing stands below it."""
        return node in seen or all(kind in ("base", "way") and (not room or self.alone(room, seen | {node}))
                                   for kind, room, _ in self.frames[node])

    def unseen_before(self, place: Place) -> frozenset[str]:
        """The nodes nobody can have seen who enters the room at `place`; none if it can be entered twice."""
        inside = {target for _, target in links_of(self.book.nodes[place[0]].steps[place[1]])}
        if place[0] in self._linked(inside | self.timers.get(place, set()), None):
            return frozenset()
        return frozenset(self.book.nodes) - self._linked({self.start}, place)

    def _linked(self, starts: set[str], without: Place | None) -> set[str]:
        """All that is linked with `starts`, but for the links of one step."""
        seen: set[str] = set()
        left = list(starts)
        while left:
            node = left.pop()
            if node not in seen:
                seen.add(node)
                left += [target for at in self.played.get(node, ()) if (node, at) != without
                         for _, target in links_of(self.book.nodes[node].steps[at])]
        return seen

    def places(self) -> Iterator[Place]:
        """Every step that can be played."""
        for node in self.book.nodes:
            for at in sorted(self.played.get(node, ())):
                yield node, at

    def stranded(self, known: Always) -> list[Place]:
        """The steps where some frame is not known to be safe."""
        answers: dict[tuple[Place, Frame], bool] = {}
        return [place for place in self.places()
                if not all(self._safe(known, place, frame, answers) for frame in self.frames[place[0]])]

    def _safe(self, known: Always, place: Place, frame: Frame, answers: dict[tuple[Place, Frame], bool]) -> bool:
        """By induction over the stack, which is finite: so a place asked for within itself counts as safe."""
        if place in known.out or (frame[0] == "way" and frame[1:] in known.rooms):
            return True
        if place not in known.on or frame == BASE:
            return False
        if (place, frame) not in answers:
            answers[place, frame] = True
            kind, node, at = frame
            back = (node, at + (kind == "call"))
            answers[place, frame] = kind == "due" or all(self._safe(known, back, below, answers)
                                                         for below in self.frames[node])
        return answers[place, frame]

    def faults(self) -> list[str]:
        """Places where the story could break off, in words: what only every state can tell."""
        found: list[str] = []
        for node, at in self.places():
            step = self.book.nodes[node].steps[at]
            if isinstance(step, Choose) and step.otherwise < 0 and not any(always(one) for one in step.choices):
                found.append(f"whether a question in '{node}' always has an answer")
            if isinstance(step, Papers) and any(all(answer.condition is not None for answer in question.answers)
                                                for question in step.questions):
                found.append(f"whether the papers in '{node}' always have an answer")
            if isinstance(step, Back) and BASE in self.frames[node]:
                found.append(f"whether '{node}' goes back only where somebody called it")
        return found + self._circles()

    def _circles(self) -> list[str]:
        """Steps that lead round to themselves though nobody decides anything."""
        after = {place: self._by_itself(*place) for place in self.places()}
        state: dict[Place, int] = {}
        found: list[str] = []
        for first in after:
            left: list[tuple[Place, Iterator[Place]]] = []
            if first not in state:
                state[first] = 1
                left.append((first, iter(after[first])))
            while left:
                place, more = left[-1]
                one = next((one for one in more if one in after and state.get(one) != 2), None)
                if one is None:
                    state[place] = 2
                    left.pop()
                elif one in state:
                    found.append(f"whether '{one[0]}' ever stops going round by itself")
                else:
                    state[one] = 1
                    left.append((one, iter(after[one])))
        return list(dict.fromkeys(found))

    def _by_itself(self, node: str, at: int) -> list[Place]:
        """The steps that come next although nobody decides anything."""
        step = self.book.nodes[node].steps[at]
        match step:
            case Choose(otherwise=otherwise):
                return [(node, otherwise)] if otherwise >= 0 else []
            case Visit() | Bribe() | End() | Later():
                return [(node, at + 1)] if isinstance(step, Later) else []
            case Phone() | Papers() | Go() | Call() | Deck():
                first = step.at if isinstance(step, Go) else 0
                targets = [(target, first) for _, target in links_of(step)]
                return [*targets, *([(node, at + 1)] if isinstance(step, (Call, Deck)) else [])]
            case _:
                return [(node, one) for one in following(step, at)]
