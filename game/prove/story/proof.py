"""What is shown about a story: every promise, each fault with the shortest list of choices that leads there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from game.prove.story.backward import Odds, before, forced, odds, reaching
from game.prove.story.coarse import prove_coarsely
from game.prove.story.live import live_of
from game.prove.story.moves import Mover
from game.prove.story.packing import Packer
from game.prove.story.quiet import live_and_quiet
from game.prove.story.search import NONE, Space, explore
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story.book import Book
from game.story.claims import Claim
from game.story.steps import Bribe, Choose, Phone, Visit

STATES, SECONDS = 400_000, 60.0
EXACT_SHARE = 0.25  # of the time; what is not complete by then is proved with forgotten variables
MOST_FOR_ODDS = 60_000


class Verdict(StrEnum):
    """What a proof comes to."""

    PROOF = "proof"
    FAULT = "fault found"
    UNDECIDED = "budget hit: not a proof"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong: rule `code`, the node it is in ("" the story), and the moves that lead there."""

    code: str
    node: str
    message: str
    choices: tuple[str, ...] = ()
    states: int = 0

    def __str__(self) -> str:
        """As `prove` prints it; the choices as `tell --choose` takes them."""
        where = f" ({self.node})" if self.node else ""
        path = f"\n    tell --choose \"{' > '.join(self.choices)}\"" if self.choices else ""
        return f"error {self.code}: {self.message}{where}{path}"


@dataclass(frozen=True, slots=True)
class Ending:
    """How an ending can come about: whether at all, by which shortest choices, whether forced, and its odds."""

    id: str
    reached: bool
    choices: tuple[str, ...] = ()
    forced: bool | None = None
    odds: Odds | None = None


@dataclass(slots=True)
class Proof:
    """All that was shown. `unreached` are nodes, `untaken` choices and offers, sorted; empty where undecided."""

    verdict: Verdict
    states: int
    moves: int
    seconds: float
    faults: list[Fault] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    untaken: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    chapters: dict[str, int] = field(default_factory=dict)
    longest: int = 0
    space: Space | None = None


def prove_story(lore: Lore, most_states: int = STATES, seconds: float = SECONDS, start: str = "",
                told: Callable[[int, int], None] = lambda done, known: None) -> Proof:
    """Prove a story from `start` (default: its first node). The place to try things in is left out."""
    began = time.monotonic()
    packer = Packer(live_of(lore.book))
    mover = Mover(lore, packer)
    starts = [start or lore.book.start]
    space = explore(mover, most_states, seconds * EXACT_SHARE, starts, told)
    proof = Proof(Verdict.PROOF, len(space.states), len(space.what), 0.0, space=space)
    proof.faults += _stuck(space, packer)
    proof.longest = len(space.path(len(space.states) - 1)) if space.states else 0
    for state in space.states:
        frames = packer.plan_of(state).shape[1]
        chapter = frames[-1][0].partition(".")[0] if frames else "endings"
        proof.chapters[chapter] = proof.chapters.get(chapter, 0) + 1
    if space.complete:
        _decide(proof, lore, space, packer, start)
    else:
        _endings(proof, lore, space)
        left = seconds - (time.monotonic() - began)
        _coarsely(proof, lore, space, most_states, left, told, start)
    proof.verdict = Verdict.FAULT if proof.faults else Verdict.UNDECIDED if proof.undecided else Verdict.PROOF
    proof.seconds = time.monotonic() - began
    return proof


def _coarsely(proof: Proof, lore: Lore, space: Space, most_states: int, seconds: float,
              told: Callable[[int, int], None], start: str) -> None:
    """What can be shown although not every state is known. What is seen in `space` is seen for certain."""
    live, _ = live_and_quiet(lore.book)
    found = prove_coarsely(lore, live, max(1.0, seconds), most_states, told, start)
    if not found.complete:
        proof.undecided.append(f"the search with {len(found.kept)} variables kept ended at its budget, "
                               f"{len(found.rests)} rests on")
        return
    if found.lost:
        at = found.rests[found.lost[0]]
        proof.undecided.append(f"whether an ending can be reached from all states; the nearest that may be lost is in "
                               f"'{at.node}' after {' > '.join(at.choices)}")
    if start:
        return
    for ending in lore.book.endings:
        if ending not in found.endings:
            proof.faults.append(Fault("R003", "", f"the ending '{ending}' can never be reached"))
        elif ending not in space.endings:
            proof.undecided.append(f"whether the ending '{ending}' is reached: nothing forbids it, no play was seen")
    nodes = _told(lore.book)
    proof.unreached = sorted(nodes - found.nodes)
    proof.faults += [Fault("R001", node, f"nobody can ever reach the node '{node}'") for node in proof.unreached]
    everything = {key for key in written(lore.book) if key.partition("/")[0] in nodes - set(proof.unreached)}
    proof.untaken = sorted(everything - found.offered)
    for key in proof.untaken:
        node, _, name = key.partition("/")
        proof.faults.append(Fault("C002", node, f"'{name}' can never be taken by anybody"))
    seen = {f"{node}/{name}" for node, name in space.taken}
    unseen = len(everything - seen - set(proof.untaken))
    if unseen:
        proof.undecided.append(f"whether {unseen} choices can be taken: nothing forbids them, no play was seen")
    if lore.book.promises:
        proof.undecided.append("promises beyond these: they need every state")


def _stuck(space: Space, packer: Packer) -> list[Fault]:
    """Places where the story breaks off, each once, at its shortest."""
    found: dict[tuple[str, str], Fault] = {}
    for stuck in space.stuck:
        frames = packer.plan_of(space.states[stuck.state]).shape[1] if stuck.state != NONE else ()
        node = frames[-1][0] if frames else ""
        path = [*space.path(stuck.state), *([stuck.name] if stuck.name else [])] if stuck.state != NONE else []
        found.setdefault((stuck.code, stuck.message), Fault(stuck.code, node, stuck.message, tuple(path)))
    return list(found.values())


def _decide(proof: Proof, lore: Lore, space: Space, packer: Packer, start: str) -> None:
    """With every state known, each promise holds or does not."""
    back = before(space)
    can = reaching(space, space.endings.values(), back)
    lost = [at for at in range(len(space.states)) if not can[at]]
    if lost:
        node = packer.plan_of(space.states[lost[0]]).shape[1]
        where = node[-1][0] if node else ""
        proof.faults.append(Fault("R006", where, f"{len(lost)} states can never reach any ending; the nearest is in "
                                  f"'{where}'", tuple(space.path(lost[0])), len(lost)))
    _endings(proof, lore, space)
    if start:
        return
    _promises(proof, lore, space, packer)
    for ending in lore.book.endings:
        if ending not in space.endings:
            proof.faults.append(Fault("R003", "", f"the ending '{ending}' can never be reached"))
    nodes = _told(lore.book)
    proof.unreached = sorted(nodes - space.nodes)
    proof.faults += [Fault("R001", node, f"nobody can ever reach the node '{node}'") for node in proof.unreached]
    proof.untaken = sorted(written(lore.book) - {f"{node}/{name}" for node, name in space.taken})
    for key in proof.untaken:
        node, _, name = key.partition("/")
        if node in nodes and node not in proof.unreached:
            proof.faults.append(_never(lore, space, packer, node, name))


def _promises(proof: Proof, lore: Lore, space: Space, packer: Packer) -> None:
    """What the writer promised besides what is always proved."""
    for promise in lore.book.promises:
        if promise.claim is Claim.NEVER and promise.condition is not None:
            for at, state in enumerate(space.states):
                if packer.plan_of(state).shape[1] and promise.condition.holds(packer.unpack(state, None)):
                    proof.faults.append(Fault("P001", "", f"promise broken: {promise.words}", tuple(space.path(at))))
                    break
        elif promise.claim is Claim.FORCED:
            at_end = space.endings.get(promise.ending)
            if at_end is None or not forced(space, at_end)[space.starts[0]]:
                proof.faults.append(Fault("R008", "", f"promise broken: {promise.words}"))


def written(book: Book) -> set[str]:
    """Everything she can be offered, as "node/name": choices, offers, cards, and ways of hers.

    Answers to questions about papers are left out: which questions fall is luck.
    """
    found: set[str] = set()
    for node in book.nodes.values():
        for step in node.steps:
            match step:
                case Choose(choices=choices):
                    found |= {f"{node.id}/{choice.id}" for choice in choices}
                case Bribe(offers=offers):
                    found |= {f"{node.id}/{offer.id}" for offer in offers}
                case Phone(cards=cards):
                    found |= {f"{node.id}/{card.id}" for card in cards}
                case Visit(ways=ways):
                    found |= {f"{node.id}/{way.name}" for way in ways if way.verb in HERS}
                case _:
                    pass
    return found


def _never(lore: Lore, space: Space, packer: Packer, node: str, id: str) -> Fault:
    """A choice nobody can ever take: for want of money, or because its condition never holds."""
    for step in lore.book.nodes[node].steps if node in lore.book.nodes else ():
        offered = step.choices if isinstance(step, Choose) else step.offers if isinstance(step, Bribe) else ()
        for one in offered:
            if one.id == id and one.price.parts:
                best = _best(space, packer, node, [name for name, _ in one.price.parts])
                for name, count in one.price.parts:
                    if best.get(name, 0) < count:
                        most = lore.book.facts[name].most
                        code, why = ("C001", f"at most {most} can ever be held") if most < count else (
                            "C002", f"the best purse that ever comes here holds {best.get(name, 0)}")
                        return Fault(code, node, f"'{id}' costs {count} {name}, and {why}")
    return Fault("C002", node, f"'{id}' can never be taken by anybody")


def _best(space: Space, packer: Packer, node: str, names: list[str]) -> dict[str, int]:
    """The most of each purse that ever rests in a node."""
    best: dict[str, int] = {}
    for state in space.states:
        plan = packer.plan_of(state)
        if plan.shape[1] and plan.shape[1][-1][0] == node:
            tale = packer.unpack(state, None)
            for name in names:
                best[name] = max(best.get(name, 0), int(tale.facts[name]))
    return best


def _told(book: Book) -> set[str]:
    """The nodes of the story, without those of the place to try things in."""
    practice = book.practice.partition(".")[0]
    return {node for node in book.nodes if not practice or node.partition(".")[0] != practice}


def _endings(proof: Proof, lore: Lore, space: Space) -> None:
    """Each ending with its shortest way, and where everything is known, whether it can be forced and its odds."""
    known = odds(space) if space.complete and len(space.states) <= MOST_FOR_ODDS else {}
    for id in lore.book.endings:
        at = space.endings.get(id)
        if at is None:
            proof.endings.append(Ending(id, False))
            continue
        can = bool(forced(space, at)[space.starts[0]]) if known else None
        proof.endings.append(Ending(id, True, tuple(space.path(at)), can, known.get(id)))

