"""The story as a graph: what can follow what, worked out from the steps alone (facts are not looked at).

It answers too much rather than too little: what it calls unreachable is so for certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from game.content.draft import Draft
from game.story.steps import (
    Back,
    Bribe,
    Call,
    Chance,
    Choose,
    Deck,
    End,
    Go,
    How,
    If,
    Jump,
    Later,
    Papers,
    Phone,
    Step,
    Vary,
    Visit,
)

Kind = Literal["go", "call", "way", "due"]  # `due`: a later in tale time comes like a call, whenever its time has come


@dataclass(frozen=True, slots=True)
class Link:
    """Step `at` of `source` leads to `target`."""

    source: str
    at: int
    kind: Kind
    target: str


@dataclass(slots=True)
class Graph:
    """The links of a draft. `played` are the indices of each node's steps that can be reached from its first."""

    draft: Draft
    returning: set[str] = field(default_factory=set)
    played: dict[str, set[int]] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: Draft) -> Graph:
        """The graph of a draft; which nodes can come `back` is found by going round until nothing changes."""
        graph = cls(draft)
        while True:
            graph.played = {node: graph._played(node) for node in draft.nodes}
            returning = {node for node in draft.nodes if graph._returns(node)}
            if returning == graph.returning:
                break
            graph.returning = returning
        for node, indices in graph.played.items():
            steps = draft.steps(node)
            graph.links[node] = [Link(node, at, kind, target) for at in sorted(indices) if at < len(steps)
                                 for kind, target in links_of(steps[at])]
        return graph

    def after(self, step: Step, at: int) -> tuple[int, ...]:
        """Indices that can follow step `at` inside its own node. A call goes on only if what it calls can return."""
        match step:
            case Call(node=node) if node in self.draft.nodes and node not in self.returning:
                return ()
            case _:
                return following(step, at)

    def _played(self, node: str) -> set[int]:
        steps = self.draft.steps(node)
        seen: set[int] = set()
        left = [0]
        while left:
            at = left.pop()
            if at in seen:
                continue
            seen.add(at)
            if at < len(steps):
                left.extend(self.after(steps[at], at))
        return seen

    def _returns(self, node: str) -> bool:
        """Whether a `back` of this frame can be reached; a missing node is given the benefit of the doubt."""
        steps = self.draft.steps(node)
        for at in self.played[node]:
            step = steps[at] if at < len(steps) else None
            if isinstance(step, Back):
                return True
            for kind, target in links_of(step) if step is not None else ():
                if kind == "go" and (target in self.returning or target not in self.draft.nodes):
                    return True
        return False

    def reach(self, starts: Iterable[str], kinds: tuple[Kind, ...]) -> set[str]:
        """All nodes that can be reached from `starts` (themselves too) by links of these kinds."""
        seen: set[str] = set()
        left = [node for node in starts if node in self.draft.nodes]
        while left:
            node = left.pop()
            if node in seen:
                continue
            seen.add(node)
            left.extend(link.target for link in self.links[node]
                        if link.kind in kinds and link.target in self.draft.nodes)
        return seen

    def all_links(self) -> list[Link]:
        """Every link, in story order."""
        return [link for links in self.links.values() for link in links]

    def rooms_of(self) -> dict[str, set[str]]:
        """For each node, the rooms that can be open while it is told: it is a way's node, or follows from one."""
        rooms: dict[str, set[str]] = {node: set() for node in self.draft.nodes}
        for node in self.draft.nodes:
            for at, step in self.steps_of(node, Visit):
                scenes = [link.target for link in self.links[node] if link.at == at]
                for scene in self._inside(scenes):
                    rooms[scene].add(step.room)
        return rooms

    def _inside(self, scenes: Iterable[str]) -> set[str]:
        """The scenes of an open room, and those its timers start, which may start timers again."""
        inside: set[str] = set()
        starts = list(scenes)
        while starts:
            new = self.reach(starts, ("go", "call")) - inside
            inside |= new
            starts = [link.target for scene in new for link in self.links[scene] if link.kind == "way"
                      and isinstance(self.draft.steps(scene)[link.at], Later)]
        return inside

    def steps_of(self, node: str, kind: type[Visit]) -> list[tuple[int, Visit]]:
        """The visits of a node that can be played, with their indices."""
        steps = self.draft.steps(node)
        return [(at, step) for at in sorted(self.played[node]) if at < len(steps)
                for step in (steps[at],) if isinstance(step, kind)]


def following(step: Step, at: int) -> tuple[int, ...]:
    """Indices that can follow step `at` inside its node."""
    match step:
        case If(otherwise=otherwise) | Chance(otherwise=otherwise):
            return at + 1, otherwise
        case Jump(to=to):
            return (to,)
        case Choose(choices=choices, otherwise=otherwise):
            return (*(choice.at for choice in choices), *([otherwise] if otherwise >= 0 else []))
        case Vary(items=items, otherwise=otherwise, how=how):
            return (*items, otherwise) if how is How.ONCE else items
        case Phone(cards=cards):
            return tuple(card.at for card in cards)
        case Papers(questions=questions):
            return tuple(answer.at for question in questions for answer in question.answers if answer.at >= 0)
        case Go() | Back() | End() | Visit() | Bribe():
            return ()
        case _:
            return (at + 1,)


def links_of(step: Step) -> list[tuple[Kind, str]]:
    """The nodes a step leads to."""
    match step:
        case Go(node=node):
            return [("go", node)]
        case Call(node=node):
            return [("call", node)]
        case Deck(cards=cards, otherwise=otherwise):
            drawn: list[tuple[Kind, str]] = [("call", card) for card in cards]
            return [*drawn, ("go", otherwise)] if otherwise else drawn
        case Visit(ways=ways):
            return [("way", way.node) for way in ways]
        case Bribe():
            nodes = (step.accepted, step.betrayed, step.refused, step.insulted, step.leave)
            return [("go", node) for node in nodes if node]
        case Phone():
            return [("go", node) for node in (step.hang_up, step.traced, step.no_signal) if node]
        case Papers():
            return [("go", node) for node in (step.passed, step.doubted, step.failed) if node]
        case Later(node=node, ticks=ticks):
            return [("way" if ticks else "due", node)]
        case _:
            return []
