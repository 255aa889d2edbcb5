"""What is shown about a story: every promise, each fault with the shortest list of choices that leads there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from game.content.graph import links_of
from game.prove.story.backward import Odds, before, forced, odds, reaching
from game.prove.story.broad import prove_broadly
from game.prove.story.coarse import Var
from game.prove.story.live import Live, live_of, read_in
from game.prove.story.moves import Mover
from game.prove.story.packing import Packer
from game.prove.story.search import NONE, Space, explore
from game.prove.story.seek import Seeker
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story.book import Book
from game.story.claims import Claim
from game.story.steps import Bribe, Choose, Phone, Visit

STATES, SECONDS = 400_000, 60.0
EXACT_SHARE = 0.1  # of the time; what is not complete by then is proved step by step
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
    about: str = ""  # less than the node: the id of a choice, ending:NAME, the words of a promise

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
    """All that was shown. `unreached` are nodes, `untaken` choices and offers, sorted; empty where undecided.

    `complete`: every state is known; otherwise `shown` says in words what was shown instead.
    """

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
    complete: bool = True
    shown: list[str] = field(default_factory=list)


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
        proof.complete = False
        _broadly(proof, lore, packer, began + seconds, told, start)
    proof.verdict = Verdict.FAULT if proof.faults else Verdict.UNDECIDED if proof.undecided else Verdict.PROOF
    proof.seconds = time.monotonic() - began
    return proof


def _broadly(proof: Proof, lore: Lore, packer: Packer, until: float, told: Callable[[int, int], None],
             start: str) -> None:
    """What can be shown although not every state is known: safety for all of them at once, the rest by real plays."""
    book = lore.book
    broad = prove_broadly(lore, packer.live, start or book.start, until)
    proof.shown.append(f"{broad.steps} steps, from each of which an ending can be reached whatever the variables are"
                       if not broad.stranded else f"{broad.steps} steps, {len(broad.stranded)} not shown to be safe")
    proof.shown += [f"the states of the room in '{node}' were looked at one by one" for node, _ in broad.rooms]
    if broad.stranded:
        nodes = list(dict.fromkeys(node for node, _ in broad.stranded))
        proof.undecided.append(f"whether an ending can be reached from all states: it is not shown for "
                               f"{len(broad.stranded)} steps in {', '.join(nodes[:6])}{' ...' * (len(nodes) > 6)}")
    proof.undecided += broad.open
    seeker = Seeker(Mover(lore, packer), lambda: missing(), until, told)

    def missing() -> dict[str, set[Var]]:
        return _unseen(lore, packer.live, seeker.spaces) if not start else {}

    seeker.search(start or book.start)
    proof.space = space = seeker.spaces[0]
    proof.states, proof.moves = (sum(len(getattr(one, part)) for one in seeker.spaces) for part in ("states", "what"))
    proof.faults += [fault for one in seeker.spaces for fault in _stuck(one, packer)]
    proof.shown.append(f"{proof.states} states of real plays, for what can be reached and taken")
    for ending, at, found in [(id, at, one) for one in seeker.spaces for id, at in one.endings.items()]:
        proof.endings = [*(one for one in proof.endings if one.id != ending or len(one.choices) <= len(found.path(at))),
                         *([] if any(one.id == ending and len(one.choices) <= len(found.path(at))
                                     for one in proof.endings)
                           else [Ending(ending, True, tuple(found.path(at)), ending in broad.forced or None)])]
    proof.endings += [Ending(id, False) for id in book.endings if id not in {one.id for one in proof.endings}]
    proof.endings.sort(key=lambda one: list(book.endings).index(one.id))
    if start:
        return
    told_nodes = _told(book)
    proof.unreached = sorted(told_nodes - broad.linked)
    proof.faults += [Fault("R001", node, f"nobody can ever reach the node '{node}'") for node in proof.unreached]
    proof.undecided += [f"whether the ending '{one.id}' is reached: no play was seen" for one in proof.endings
                        if not one.reached]
    proof.undecided += [f"whether anybody comes to the node '{node}': no play was seen"
                        for node in sorted(told_nodes & broad.linked - space.nodes)]
    proof.undecided += [f"whether '{key.partition('/')[2]}' in '{key.partition('/')[0]}' can be taken: no play was seen"
                        for key in sorted(_untaken(book, seeker.spaces)) if key.partition("/")[0] in space.nodes]
    for promise in book.promises:
        if promise.claim is Claim.NEVER or (promise.claim is Claim.FORCED and promise.ending not in broad.forced):
            proof.undecided.append(f"the promise: {promise.words}")


def _untaken(book: Book, spaces: list[Space]) -> set[str]:
    """What is offered in the story and was taken in no play, as "node/name"."""
    nodes = _told(book)
    return ({key for key in written(book) if key.partition("/")[0] in nodes}
            - {f"{node}/{name}" for space in spaces for node, name in space.taken})


def _unseen(lore: Lore, live: Live, spaces: list[Space]) -> dict[str, set[Var]]:
    """The nodes where something was not seen yet, with the variables that are asked for there and just before."""
    book = lore.book
    nodes = {key.partition("/")[0] for key in _untaken(book, spaces)} | (_told(book) - spaces[0].nodes)
    found: dict[str, set[Var]] = {}
    for node in sorted(nodes):
        near = {node} | {one.id for one in book.nodes.values() for step in one.steps if ("go", node) in links_of(step)}
        mask = 0
        for one in near:
            mask |= read_in(live, one)
        found[node] = set(live.named(mask))
    return found


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
    for ending in [one for one in lore.book.endings if one not in space.endings]:
        said = f"the ending '{ending}' can never be reached"
        proof.faults.append(Fault("R003", "", said, about=f"ending:{ending}"))
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
    for words, promise in [(one.words, one) for one in lore.book.promises]:
        if promise.claim is Claim.NEVER and promise.condition is not None:
            for at, state in enumerate(space.states):
                if packer.plan_of(state).shape[1] and promise.condition.holds(packer.unpack(state, None)):
                    proof.faults.append(Fault("P001", "", f"promise broken: {words}", tuple(space.path(at)), 0, words))
                    break
        elif promise.claim is Claim.FORCED:
            at_end = space.endings.get(promise.ending)
            if at_end is None or not forced(space, at_end)[space.starts[0]]:
                proof.faults.append(Fault("R008", "", f"promise broken: {words}", about=words))


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
                        return Fault(code, node, f"'{id}' costs {count} {name}, and {why}", about=id)
    return Fault("C002", node, f"'{id}' can never be taken by anybody", about=id)


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

