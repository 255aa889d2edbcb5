"""What is shown of a story with too many states: safety for all of them at once, the rest by real plays."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from game.prove.story.acting import act
from game.prove.story.broad import Broad, prove_broadly
from game.prove.story.findings import Ending, Fault, Proof
from game.prove.story.links import followed, links
from game.prove.story.moves import Mover
from game.prove.story.offers import told_nodes, untaken
from game.prove.story.packing import Packer
from game.prove.story.promises import Kept
from game.prove.story.search import NONE, Space
from game.prove.story.seek import seek
from game.prove.story.shadow import Shadow
from game.prove.story.strands import Strands
from game.prove.story.walks import Wanted
from game.prove.story.wanting import wanted_ending, wanted_link, wanted_move, wanted_node
from game.prove.story.whether import Can, whether
from game.sim.world import Lore
from game.story.book import Book
from game.story.claims import Claim
from game.story.conditions import Condition
from game.story.moments import Moment
from game.story.steps import Bribe, Choose
from game.story.tale import Tale

SEEK_SHARE = 0.7         # of the time that is left
MOST_SECONDS_EACH = 4.0  # for one thing that no play has met


@dataclass(slots=True)
class Plays:
    """The work: the proof it goes into, and what was promised. `impossible` is what nobody comes to, for certain."""

    proof: Proof
    lore: Lore
    packer: Packer
    kept: Kept
    until: float
    start: str
    told: Callable[[int, int], None]
    impossible: set[str] = field(default_factory=set)

    def show(self) -> None:
        """Show what can be shown."""
        proof, first = self.proof, self.start or self.lore.book.start
        proof.complete = False
        broad = prove_broadly(self.lore, self.packer.live, first, self.until)
        self._safe(broad)
        never = {promise.words: promise.condition for promise in self.kept.open if promise.condition is not None}
        mover = Mover(self.lore, self.packer)
        now = time.monotonic()
        proof.spaces = [seek(mover, first, now + (self.until - now) * SEEK_SHARE, self.told, never)]
        if not self.start:
            self._aim(mover, never)
        proof.states = sum(len(space.states) for space in proof.spaces)
        proof.moves = sum(len(space.what) for space in proof.spaces)
        proof.faults += stuck(proof.spaces, self.packer)
        proof.shown.append(f"{proof.states} states of real plays, for what can be reached and taken")
        self._endings(broad)
        self._promises(broad, mover, never)
        if not self.start:
            self._unreached(broad, self.impossible)

    def _aim(self, mover: Mover, never: dict[str, Condition]) -> None:
        """Look for what no play has met, each by itself: nodes, moves as "node/name", endings as "end ID", links."""
        book, spaces = self.lore.book, self.proof.spaces
        shadow = Shadow.of(self.lore, self.packer.live, Strands(book, book.start))
        things: list[tuple[str, list[Wanted]]] = [(node, wanted_node(node)) for node in sorted(told_nodes(book))]
        things += [(f"end {id}", wanted_ending(book, id)) for id in book.endings]
        things += [(key, wanted_move(book, key)) for key in sorted(untaken(book, spaces))]
        for thing, wanted in things:
            if not _met(thing, spaces) and self._never(shadow, mover, wanted, never):
                self.impossible.add(thing)
        edges = [link.edge for link in links(book) if link.edge.source in told_nodes(book)]
        led = followed(self.proof.courses, edges)[1]
        for edge in edges:
            wanted = [] if led[edge.source, edge.target] else wanted_link(book, edge)
            if wanted and self._never(shadow, mover, wanted, never):
                self.proof.unled.add((edge.source, edge.target))
            elif wanted:  # it was played, and others with it
                led = followed(self.proof.courses, edges)[1]

    def _never(self, shadow: Shadow, mover: Mover, wanted: list[Wanted], never: dict[str, Condition]) -> bool:
        """Whether none of it can ever be; what can is played."""
        start, now = self.lore.book.start, time.monotonic()
        answers = [whether(shadow, one, start, min(self.until, now + MOST_SECONDS_EACH)) for one in wanted
                   ] if now < self.until else []
        moves = next((answer.moves for answer in answers if answer.can is Can.TRAIL), ())
        if moves:
            self.proof.spaces.append(act(mover, moves, start, never))
        return bool(answers) and all(answer.can is Can.NEVER for answer in answers)

    def _safe(self, broad: Broad) -> None:
        """Whether an ending can be reached from everywhere."""
        proof = self.proof
        proof.unsafe = {node for node, _ in broad.stranded}
        proof.shown.append(f"{broad.steps} steps, " + (
            f"{len(broad.stranded)} not shown to be safe" if broad.stranded
            else "from each of which an ending can be reached whatever the variables are"))
        proof.shown += [f"the states of the room in '{node}' were looked at one by one" for node, _ in broad.rooms]
        if broad.stranded:
            nodes = list(dict.fromkeys(node for node, _ in broad.stranded))
            proof.undecided.append(f"whether an ending can be reached from all states: it is not shown for "
                                   f"{len(broad.stranded)} steps in {', '.join(nodes[:6])}{' ...' * (len(nodes) > 6)}")
        proof.undecided += broad.open

    def _endings(self, broad: Broad) -> None:
        """Each ending with the shortest way that was seen."""
        found: dict[str, list[str]] = {}
        for space in self.proof.spaces:
            for ending, at in space.endings.items():
                path = space.path(at)
                if ending not in found or len(path) < len(found[ending]):
                    found[ending] = path
        self.proof.endings += [Ending(id, id in found, tuple(found.get(id, ())), (id in broad.forced) or None)
                               for id in self.lore.book.endings]

    def _promises(self, broad: Broad, mover: Mover, never: dict[str, Condition]) -> None:
        """What the writer promised besides what is always proved."""
        proof = self.proof
        broken: dict[str, list[str]] = {}
        for promise, moves in self.kept.open.items():
            met = partial(_breaks, never[promise.words])
            acted = [act(mover, moves, self.start or self.lore.book.start, never, met)] if moves else []
            paths = [space.path(*space.broken[promise.words]) for space in [*proof.spaces, *acted]
                     if promise.words in space.broken]
            if paths:
                broken[promise.words] = min(paths, key=len)
        proof.faults += [Fault("P001", "", f"promise broken: {words}", tuple(path), about=words)
                         for words, path in broken.items()]
        proof.undecided += [f"the promise: {promise.words}" for promise in self.kept.open
                            if promise.words not in broken]
        proof.undecided += [f"the promise: {promise.words}" for promise in self.lore.book.promises
                            if promise.claim is Claim.FORCED and promise.ending not in broad.forced and not self.start]

    def _unreached(self, broad: Broad, never: set[str]) -> None:
        """What nobody comes to or takes, and what no play was seen of."""
        proof, book = self.proof, self.lore.book
        nodes, lost = told_nodes(book), sorted(untaken(book, proof.spaces))
        met = {node for space in proof.spaces for node in space.nodes}
        proof.unreached = sorted((nodes - broad.linked) | (nodes & never))
        proof.untaken = [key for key in lost if key in never]
        proof.faults += [Fault("R003", "", f"the ending '{one.id}' can never be reached", about=f"ending:{one.id}")
                         for one in proof.endings if f"end {one.id}" in never]
        proof.faults += [Fault("R001", node, f"nobody can ever reach the node '{node}'") for node in proof.unreached]
        proof.faults += [_untakeable(book, key) for key in proof.untaken
                         if key.partition("/")[0] not in proof.unreached]
        proof.undecided += [f"whether the ending '{one.id}' is reached: no play was seen" for one in proof.endings
                            if not one.reached and f"end {one.id}" not in never]
        proof.undecided += [f"whether anybody comes to the node '{node}': no play was seen"
                            for node in sorted(nodes - met - set(proof.unreached))]
        proof.undecided += [f"whether '{name}' in '{node}' can be taken: no play was seen" for node, name in
                            (key.split("/", 1) for key in lost if key not in never) if node in met]


def _breaks(condition: Condition, tale: Tale, told: list[Moment]) -> bool:
    return condition.holds(tale)


def _met(thing: str, spaces: list[Space]) -> bool:
    """Whether some play met a node, a move, an ending."""
    node, slash, name = thing.partition("/")
    if thing.startswith("end "):
        return any(thing[4:] in space.endings for space in spaces)
    return any((node, name) in space.taken for space in spaces) if slash else any(
        node in space.nodes for space in spaces)


def _untakeable(book: Book, key: str) -> Fault:
    """Something that nobody can ever take."""
    node, _, name = key.partition("/")
    for step in book.nodes[node].steps:
        offered = step.choices if isinstance(step, Choose) else step.offers if isinstance(step, Bribe) else ()
        for fact, count in [part for one in offered if one.id == name for part in one.price.parts]:
            most = book.facts[fact].most
            if most < count:
                return Fault("C001", node, f"'{name}' costs {count} {fact}, and at most {most} can ever be held",
                             about=name)
    return Fault("C002", node, f"'{name}' can never be taken by anybody", about=name)


def stuck(spaces: list[Space], packer: Packer) -> list[Fault]:
    """Places where the story breaks off, each once, at its shortest."""
    found: dict[tuple[str, str], Fault] = {}
    for space in spaces:
        for one in space.stuck:
            frames = packer.plan_of(space.states[one.state]).shape[1] if one.state != NONE else ()
            node = frames[-1][0] if frames else ""
            path = [*space.path(one.state), *([one.name] if one.name else [])] if one.state != NONE else []
            fault = Fault(one.code, node, one.message, tuple(path))
            known = found.setdefault((one.code, one.message), fault)
            if len(path) < len(known.choices):
                found[one.code, one.message] = fault
    return list(found.values())
