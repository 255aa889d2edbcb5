"""What is shown where every state of the story is known: each promise holds or does not."""

from __future__ import annotations

from game.prove.story.backward import before, forced, odds, reaching
from game.prove.story.findings import Ending, Fault, Proof
from game.prove.story.offers import told_nodes, written
from game.prove.story.packing import Packer
from game.prove.story.search import Space
from game.sim.world import Lore
from game.story.claims import Claim
from game.story.steps import Bribe, Choose

MOST_FOR_ODDS = 60_000


def decide(proof: Proof, lore: Lore, space: Space, packer: Packer, start: str) -> None:
    """With every state known, each promise holds or does not."""
    back = before(space)
    can = reaching(space, space.endings.values(), back)
    lost = [at for at in range(len(space.states)) if not can[at]]
    for at in lost:
        frames = packer.plan_of(space.states[at]).shape[1]
        proof.unsafe |= {frames[-1][0]} if frames else set()
    if lost:
        node = packer.plan_of(space.states[lost[0]]).shape[1]
        where = node[-1][0] if node else ""
        proof.faults.append(Fault("R006", where, f"{len(lost)} states can never reach any ending; the nearest is in "
                                  f"'{where}'", tuple(space.path(lost[0])), len(lost)))
    _endings(proof, lore, space)
    if start:
        return
    _promises(proof, lore, space)
    for ending in [one for one in lore.book.endings if one not in space.endings]:
        said = f"the ending '{ending}' can never be reached"
        proof.faults.append(Fault("R003", "", said, about=f"ending:{ending}"))
    nodes = told_nodes(lore.book)
    proof.unreached = sorted(nodes - space.nodes)
    proof.faults += [Fault("R001", node, f"nobody can ever reach the node '{node}'") for node in proof.unreached]
    proof.untaken = sorted(written(lore.book) - {f"{node}/{name}" for node, name in space.taken})
    for key in proof.untaken:
        node, _, name = key.partition("/")
        if node in nodes and node not in proof.unreached:
            proof.faults.append(_never(lore, space, packer, node, name))


def _promises(proof: Proof, lore: Lore, space: Space) -> None:
    """What the writer promised besides what is always proved."""
    for words, (state, move) in space.broken.items():
        proof.faults.append(Fault("P001", "", f"promise broken: {words}", tuple(space.path(state, move)), about=words))
    for promise in lore.book.promises:
        if promise.claim is Claim.FORCED:
            at_end = space.endings.get(promise.ending)
            if at_end is None or not forced(space, at_end)[space.starts[0]]:
                proof.faults.append(Fault("R008", "", f"promise broken: {promise.words}", about=promise.words))


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

