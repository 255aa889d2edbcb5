"""Where a tale can get stuck, run off, or never come: what the graph alone shows for certain."""

from __future__ import annotations

from game.content.draft import Draft
from game.content.graph import Graph, Kind, following, links_of
from game.content.problems import Place
from game.story.steps import (
    Alert,
    Back,
    Bribe,
    Call,
    Calm,
    Choose,
    End,
    Go,
    Later,
    Papers,
    Pass,
    Phone,
    Say,
    Send,
    Step,
    Storylet,
    Together,
    Visit,
)

EVERYWHERE: tuple[Kind, ...] = ("go", "call", "way", "due")


def check_flow(draft: Draft, graph: Graph) -> None:
    """All that follows."""
    _runs_off(draft, graph)
    _never_played(draft, graph)
    _endless_calls(draft, graph)
    endless = _silent_loops(draft, graph)
    _calls_again(draft)
    _nowhere_to_return(draft, graph)
    _calls_that_leave(draft, graph)
    _stopped_again(draft, graph)
    _timers_outside(draft, graph)
    if draft.start in draft.nodes and not draft.unread and not draft.torn:
        _unreached(draft, graph)
        if not endless:
            _no_ending(draft, graph)


def _runs_off(draft: Draft, graph: Graph) -> None:
    error = draft.faults.error
    for node, played in graph.played.items():
        steps = draft.steps(node)
        if not steps or len(steps) not in played or node in draft.torn:
            continue
        last = max(at for at in played if at < len(steps) and len(steps) in graph.after(steps[at], at))
        error(draft.step_place(node, last), "R002", f"'{_short(node)}' runs off its end: after this step "
                           "nothing says what comes next", "add go, back, visit or end")


def _never_played(draft: Draft, graph: Graph) -> None:
    """The first of every run of steps that nothing leads to."""
    warning = draft.faults.warning
    for node, played in graph.played.items():
        before = True
        for at, _ in enumerate(draft.steps(node)):
            place = draft.places.get(f"{node}#{at}")  # a jump made by the compiler has none
            if at not in played and before and place is not None:
                warning(place, "R001", "this step is never played: the one before it leads elsewhere",
                                     "move it up, or delete it")
            before = at in played if place is not None else before


def _unreached(draft: Draft, graph: Graph) -> None:
    error = draft.faults.error
    reached = graph.reach([draft.start], EVERYWHERE)
    practised = graph.reach([draft.practice], EVERYWHERE) if draft.practice in draft.nodes else frozenset()
    for node in draft.nodes:
        if node not in reached and node not in practised:
            card = isinstance(next(iter(draft.steps(node)), None), Storylet)
            error(draft.place(node), "R001", f"no deck draws the card '{_short(node)}'" if card else
                  f"nothing leads to '{_short(node)}'", f"write a `deck` with `from: {node.partition('.')[0]}`" if card
                  else "lead to it with go, call or a way, or delete it")
    ended = {step.ending for node in reached for at, step in enumerate(draft.steps(node))
             if isinstance(step, End) and at in graph.played[node]}
    if ended - set(draft.endings):
        return  # an ending is called by a wrong name, and which was meant is not known
    for ending in draft.endings:
        if ending not in ended:
            error(draft.place("ending:" + ending), "R003", f"no path leads to the ending '{ending}'",
                               f"write `- end: {ending}` where it happens")


def _no_ending(draft: Draft, graph: Graph) -> None:
    """Nodes that can neither return nor ever lead to an end. One report: they hang together."""
    error = draft.faults.error
    ending = {node for node in draft.nodes for at in graph.played[node]
              if at < len(draft.steps(node)) and isinstance(draft.steps(node)[at], End)}
    links = graph.all_links()
    ending |= {link.source for link in links if link.target not in draft.nodes}
    ending |= {node for node in draft.nodes if len(draft.steps(node)) in graph.played[node]}  # runs off: said already
    before: dict[str, list[str]] = {}
    for link in links:
        before.setdefault(link.target, []).append(link.source)
    left = list(ending)
    while left:
        more = set(before.get(left.pop(), ())) - ending
        ending |= more
        left += more
    reached = graph.reach([draft.start], EVERYWHERE)
    lost = [node for node in draft.nodes if node in reached and node not in ending and node not in graph.returning]
    if lost:
        others = f" (and {len(lost) - 1} more, such as '{lost[1]}')" if len(lost) > 1 else ""
        error(draft.place(lost[0]), "R006", f"from '{lost[0]}' no ending can be reached{others}",
                           "lead out of it, to an `end`")


def _endless_calls(draft: Draft, graph: Graph) -> None:
    error = draft.faults.error
    for link in graph.all_links():
        if link.kind == "call" and link.source in graph.reach([link.target], ("go", "call")):
            error(draft.step_place(link.source, link.at), "R004", f"'{_short(link.target)}' can come to "
                  "this same call again before it returns, so calls pile up without end", "use go instead of call")


def _silent_loops(draft: Draft, graph: Graph) -> bool:
    """Rounds of steps that never wait for the player and have no way out; whether there are any."""
    error = draft.faults.error
    done: set[tuple[str, int]] = set()
    safe: set[tuple[str, int]] = set()
    for node in draft.nodes:
        for at in sorted(graph.played[node], reverse=True):
            if (node, at) in done or at >= len(draft.steps(node)):
                continue
            closure, stops = _silent(draft, (node, at), safe)
            if stops:
                safe.add((node, at))
            elif any((node, at) in _after(draft, one) for one in closure):
                done |= closure
                error(draft.step_place(node, at), "R007", f"'{_short(node)}' goes round for ever from here: "
                                   "no words, choice, room or end ever comes", "give it a way out")
    return bool(done)


def _calls_again(draft: Draft) -> None:
    """A call without signal, or with nothing left to say, that leads straight to itself would ring for ever."""
    for node in draft.nodes:
        for at, step in enumerate(draft.steps(node)):
            for ends, target in ((step.no_signal, "no_signal"), (step.hang_up, "hang_up")) if isinstance(
                    step, Phone) else ():
                if _straight(draft, (ends, 0), (node, at)):
                    draft.faults.error(draft.step_place(node, at), "R007", f"`{target}` leads straight back to this "
                                       "same call, for ever", "let something be said or chosen in between")


def _straight(draft: Draft, start: tuple[str, int], goal: tuple[str, int]) -> bool:
    """Whether `goal` follows from `start` with no stop, branch or choice between."""
    seen: set[tuple[str, int]] = set()
    here = start
    while here != goal:
        steps = draft.steps(here[0])
        if here in seen or here[1] >= len(steps):
            return False
        seen.add(here)
        after = _after(draft, here)
        if len(after) != 1 or isinstance(steps[here[1]], (Say, Choose, Bribe, Phone, Papers, Visit, End, Back)):
            return False
        here = after[0]
    return True


def _silent(draft: Draft, start: tuple[str, int], safe: set[tuple[str, int]]) -> tuple[set[tuple[str, int]], bool]:
    """The steps that can follow without a stop, and whether there is any stop (or a doubt) among them."""
    seen: set[tuple[str, int]] = set()
    left = [start]
    while left:
        node, at = left.pop()
        if (node, at) in seen:
            continue
        seen.add((node, at))
        steps = draft.steps(node)
        if at >= len(steps) or (node, at) in safe:
            return seen, True
        if isinstance(steps[at], (Say, Choose, Bribe, Phone, Papers, Visit, End, Back)):
            return seen, True
        left.extend(_after(draft, (node, at)))
    return seen, False


def _after(draft: Draft, here: tuple[str, int]) -> list[tuple[str, int]]:
    """What comes next after a step that does not wait."""
    node, at = here
    step = draft.steps(node)[at]
    if isinstance(step, Go):
        return [(step.node, step.at)]
    if isinstance(step, Call):
        return [(step.node, 0)]
    return [(node, after) for after in following(step, at)]


def _nowhere_to_return(draft: Draft, graph: Graph) -> None:
    error = draft.faults.error
    for node in sorted(graph.reach([draft.start], ("go",))):
        for at in sorted(graph.played[node]):
            if at < len(draft.steps(node)) and isinstance(draft.steps(node)[at], Back):
                error(draft.step_place(node, at), "R009", "`back` has nowhere to return to: the story comes "
                                   "here by go from its start", "use go, or lead here by call or a way")


def _calls_that_leave(draft: Draft, graph: Graph) -> None:
    error = draft.faults.error
    for link in graph.all_links():
        if link.kind not in ("call", "due"):
            continue
        away = [node for node in sorted(graph.reach([link.target], ("go", "call"))) if graph.steps_of(node, Visit)]
        if away:
            what = "call" if link.kind == "call" else "later"
            error(draft.step_place(link.source, link.at), "W001", f"this {what} can lead to another room (in "
                               f"'{away[0]}'), and then nothing returns here", "use go to leave for a room")


def _stopped_again(draft: Draft, graph: Graph) -> None:
    """A scene that stops her and comes back must tell the watcher what to do, or he stops her again at once."""
    error = draft.faults.error
    for node in draft.nodes:
        for at, visit in graph.steps_of(node, Visit):
            for way in visit.ways:
                if way.verb == "stopped by" and _comes_back_unanswered(draft, way.node, {}):
                    place = draft.places.get(f"{node}#{at}/{way.name}", draft.step_place(node, at))
                    error(place, "W002", f"'{way.name}' can come back to the room with nothing said to the "
                                       "watcher: he would stop her again at once",
                                       "before `back` use calm, pass, alert or send")


def _comes_back_unanswered(draft: Draft, start: str, known: dict[str, bool]) -> bool:
    """Whether a `back` of this frame can be reached with no word to a watcher on the way; `known`: answers so far."""
    if start in known:
        return known[start]
    known[start] = False  # a call of itself adds nothing
    known[start] = _unanswered(draft, start, known)
    return known[start]


def _unanswered(draft: Draft, start: str, known: dict[str, bool]) -> bool:
    seen: set[tuple[str, int]] = set()
    left = [(start, 0)]
    while left:
        node, at = left.pop()
        steps = draft.steps(node)
        if (node, at) in seen or at >= len(steps):
            continue
        seen.add((node, at))
        step = steps[at]
        if isinstance(step, Back):
            return True
        if _answers(step):
            continue
        if isinstance(step, Go):
            left.append((step.node, 0))
        elif isinstance(step, (Bribe, Phone, Papers)):
            left.extend((to, 0) for _, to in links_of(step))
            left.extend((node, after) for after in following(step, at))
        elif not isinstance(step, Call) or _comes_back_unanswered(draft, step.node, known):
            left.extend((node, after) for after in following(step, at))
    return False


def _answers(step: Step) -> bool:
    parts = step.steps if isinstance(step, Together) else (step,)
    return any(isinstance(part, (Calm, Pass, Alert, Send)) for part in parts)


def _timers_outside(draft: Draft, graph: Graph) -> None:
    error = draft.faults.error
    rooms = graph.rooms_of()
    for node in draft.nodes:
        for at in sorted(graph.played[node]):
            step = draft.steps(node)[at] if at < len(draft.steps(node)) else None
            if isinstance(step, Later) and step.ticks and not rooms[node]:
                place: Place = draft.step_place(node, at)
                error(place, "W004", f"the seconds of '{step.name}' pass only in a room, and this is told "
                                   "outside of one", "use tale time, such as in: 30m")


def _short(node: str) -> str:
    return node.partition(".")[2] or node
