"""Which facts live across each gate: the fewer, the easier a chapter is to prove and to keep in mind."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.check_facts import SIM_SETS, changes_of, reads_of
from game.content.draft import Draft
from game.content.graph import Graph, following, links_of
from game.story.steps import Back, Set, Step, Visit

MOST_LIVE = 12


@dataclass(frozen=True, slots=True)
class Gate:
    """The `go` from one chapter to the next, and its live facts.

    A fact lives across it if something before may have changed it, and something after reads it before it is set anew.
    """

    source: str
    target: str
    at: int
    live: tuple[str, ...]


def gates(draft: Draft, graph: Graph) -> list[Gate]:
    """Every gate of a story with its live facts, memory facts left out, by chapters."""
    live, varied = _live(draft), _varied(draft, graph)
    found: list[Gate] = []
    for node in draft.nodes.values():
        for at, step in enumerate(node.steps):
            for kind, target in links_of(step):
                if kind == "go" and target in draft.nodes and target.partition(".")[0] != node.id.partition(".")[0]:
                    crossing = live.get((target, 0), frozenset()) & varied[node.id]
                    found.append(Gate(node.id, target, at, tuple(sorted(crossing))))
    return found


def _varied(draft: Draft, graph: Graph) -> dict[str, frozenset[str]]:
    """For each node, the facts that may have been changed by its end, on any path that leads here."""
    backs = {node: any(isinstance(step, Back) for step in draft.steps(node)) for node in draft.nodes}
    before: dict[str, set[str]] = {node: set() for node in draft.nodes}
    for node in draft.nodes.values():
        for step in node.steps:
            before[node.id] |= {change.fact for change in changes_of(step)}
            before[node.id] |= {name for name in SIM_SETS if isinstance(step, Visit)} & set(draft.facts)
    links: list[tuple[str, str]] = []
    for link in graph.all_links():
        if link.target in draft.nodes:
            links.append((link.source, link.target))
            if link.kind != "go":  # what a scene changed before its `back` is changed for whoever called it
                links += [(scene, link.source) for scene in graph.reach([link.target], ("go",)) if backs[scene]]
    changed = True
    while changed:
        changed = False
        for source, target in links:
            if not before[source] <= before[target]:
                before[target] |= before[source]
                changed = True
    return {node: frozenset(facts) for node, facts in before.items()}


def _live(draft: Draft) -> dict[tuple[str, int], frozenset[str]]:
    """For each step, the facts that may be read from it on. Goes round backwards until nothing changes."""
    live: dict[tuple[str, int], frozenset[str]] = {}
    after: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for node in draft.nodes.values():
        for at, step in enumerate(node.steps):
            after[node.id, at] = [(node.id, one) for one in following(step, at)]
            after[node.id, at] += [(target, 0) for _, target in links_of(step) if target in draft.nodes]
    order = list(reversed(after))
    changed = True
    while changed:
        changed = False
        for key in order:
            step = draft.nodes[key[0]].steps[key[1]]
            new = frozenset[str]().union(*(live.get(one, frozenset()) for one in after[key]))
            new = (new - _set_anew(step)) | _read(draft, step)
            if new != live.get(key, frozenset()):
                live[key], changed = new, True
    return live


def _set_anew(step: Step) -> set[str]:
    return {change.fact for change in step.changes if change.how == "to"} if isinstance(step, Set) else set()


def _read(draft: Draft, step: Step) -> set[str]:
    """A fact moved by a number is read too: what it becomes depends on what it was."""
    moved = {change.fact for change in changes_of(step) if change.how == "by"} & {
        name for name, fact in draft.facts.items() if fact.item}
    return {name for name in reads_of(step) | moved if not draft.facts[name].memory}


def check_gates(draft: Draft, graph: Graph) -> None:
    """More live facts than can be proved are an error at the gate."""
    for gate in gates(draft, graph):
        if len(gate.live) > MOST_LIVE:
            draft.faults.error(draft.step_place(gate.source, gate.at), "V007", f"{len(gate.live)} facts live across "
                               f"this gate to '{gate.target}'; at most {MOST_LIVE}: " + ", ".join(gate.live),
                               "set some anew after the gate, or make them memory facts")


def in_words(found: list[Gate]) -> str:
    """The profile as lines of text."""
    lines = [f"{gate.source} -> {gate.target}: {len(gate.live)} of {MOST_LIVE} ({', '.join(gate.live) or 'none'})"
             for gate in found]
    return "\n".join(lines) or "no gates: no `go` leads from one chapter file to another"
