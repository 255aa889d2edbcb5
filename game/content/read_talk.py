"""Talk that is counted: `phone` with its cards, `papers` with their questions and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.content import lines, schema
from game.content.kinds import Form, Labelled, ListOf, One, Whole, either, one_of
from game.content.problems import did_you_mean
from game.content.read_flow import labelled
from game.content.scribe import Scribe
from game.content.yamltree import Text, Tree
from game.story.steps import Answer, Card, Jump, OnLine, Papers, Phone, Question

_PHONE_NODES = ("hang_up", "traced", "no_signal")
_PAPERS_NODES = ("passed", "doubted", "failed")
_DOUBTS = {"right": 0, "doubt": 1, "wrong": 2}
MOST_CARDS = 9
MOST_CARD_SECONDS = 40
CARD = Form({"secs": One.SECONDS, "burst": One.FLAG, "once": One.FLAG, "if": One.CONDITION, "do": One.STEPS})
PHONE = Form({"who": One.PERSON, "most": Whole(1, MOST_CARDS), "cards": ListOf(Labelled(CARD)),
              **dict.fromkeys(_PHONE_NODES, One.NODE)}, ("who", "cards", *_PHONE_NODES))
ANSWER = Form({"is": one_of(_DOUBTS), "if": One.CONDITION, "do": One.STEPS}, ("is",))
QUESTION = Form({"field": One.NAME, "answers": ListOf(Labelled(either(one_of(_DOUBTS), ANSWER)))}, ("answers",))
PAPERS = Form({"who": One.PERSON, "paper": One.PAPER, "asks": Whole(1, MOST_CARDS),
               "questions": ListOf(Labelled(QUESTION)), **dict.fromkeys(_PAPERS_NODES, One.NODE)},
              ("who", "paper", "asks", "questions", *_PAPERS_NODES))


def read_phone(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`phone`: whom she calls, what she can say, and where each end of the call leads."""
    got = schema.settings(value, "phone", scribe.faults, PHONE)
    nodes = {name: scribe.node_name(got[name], name) if name in got else "" for name in _PHONE_NODES}
    phone = Phone(_who(scribe, got), (), **nodes, most=schema.number(got, "most", PHONE, scribe.faults, 4))
    at = scribe.add(phone, value.place)
    scribe.targets.add(at)
    cards = tuple(card for entry in schema.items(got.get("cards"), "cards", scribe.faults)
                  if (card := _card(scribe, entry, at)) is not None)
    if "cards" in got and not cards:
        scribe.faults.error(got["cards"].place, "R005", "there is nothing to say in this call")
    scribe.steps[at] = replace(phone, cards=cards)


def _who(scribe: Scribe, got: Mapping[str, Tree]) -> str:
    return scribe.speaker(schema.text(got["who"], "who", scribe.faults), got["who"].place) if "who" in got else ""


def _card(scribe: Scribe, entry: Tree, phone: int) -> Card | None:
    """One card; its steps are written at once, from the seconds it takes to the way back to the call."""
    found = labelled(scribe, entry, "a card", "c")
    if found is None:
        return None
    id, key, settings = found
    got = schema.settings(settings, "a card", scribe.faults, CARD)
    burst = schema.switch(got, "burst", scribe.faults)
    ticks = _ticks(scribe, key, got, burst)
    at = scribe.add(OnLine(ticks, burst), key.place)
    scribe.targets.add(at)
    _told(scribe, got, at, phone, entry)
    return Card(id, at, ticks, scribe.condition(got["if"]) if "if" in got else None,
                schema.switch(got, "once", scribe.faults), burst)


def _ticks(scribe: Scribe, key: Text, got: Mapping[str, Tree], burst: bool) -> int:
    """How long a card takes; a burst takes none."""
    if burst:
        if "secs" in got:
            scribe.faults.error(got["secs"].place, "L003", "a burst is keyed and takes no seconds", "delete secs")
        return 0
    if "secs" not in got:
        scribe.faults.error(key.place, "L001", "this card takes no time, so it would cost nothing",
                            "add secs: 18, or burst: true")
        return 1
    ticks = schema.ticks(got["secs"], "secs", scribe.faults)
    if ticks > MOST_CARD_SECONDS * lines.TICKS_A_SECOND:
        scribe.faults.error(got["secs"].place, "L002", f"a card takes at most {MOST_CARD_SECONDS} seconds: so long "
                            "nobody dares to speak", "make two cards of it")
    return ticks


def _told(scribe: Scribe, got: Mapping[str, Tree], begun: int, back_to: int, entry: Tree) -> None:
    """The steps below `do`, and the way back to the step that asked."""
    if "do" in got:
        scribe.block(scribe, got["do"])
    jump = scribe.rejoin(begun, entry.place)
    if jump is not None:
        scribe.steps[jump] = Jump(back_to)


# Papers --------------------------------------------------------------------------------------------------
def read_papers(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`papers`: who looks at which paper, what is asked, and where it ends."""
    faults = scribe.faults
    got = schema.settings(value, "papers", faults, PAPERS)
    nodes = {name: scribe.node_name(got[name], name) if name in got else "" for name in _PAPERS_NODES}
    name = schema.text(got["paper"], "paper", faults) if "paper" in got else ""
    paper = scribe.draft.papers.get(name)
    if paper is None and name:
        faults.error(got["paper"].place, "N008", f"there is no paper '{name}'",
                     did_you_mean(name, scribe.draft.papers) or "describe it under papers in world.yaml")
    asks = schema.number(got, "asks", PAPERS, faults, 1)
    papers = Papers(_who(scribe, got), name, paper.quality if paper else "", asks, (), **nodes)
    at = scribe.add(papers, value.place)
    scribe.targets.add(at)
    entries = schema.items(got.get("questions"), "questions", faults)
    questions = tuple(one for entry in entries if (one := _question(scribe, entry, name, at)) is not None)
    if "asks" in got and asks > len(entries):
        faults.error(got["asks"].place, "D002", f"{asks} questions are to be asked, and {len(entries)} are written",
                     "write more, or ask fewer")
    scribe.steps[at] = replace(papers, questions=questions)


def _question(scribe: Scribe, entry: Tree, paper: str, papers: int) -> Question | None:
    found = labelled(scribe, entry, "a question", "q")
    if found is None:
        return None
    id, key, settings = found
    got = schema.settings(settings, "a question", scribe.faults, QUESTION)
    field = schema.text(got["field"], "field", scribe.faults) if "field" in got else ""
    known = dict(scribe.draft.papers[paper].fields) if paper in scribe.draft.papers else None
    if field and known is not None and field not in known:
        scribe.faults.error(got["field"].place, "N009", f"the paper '{paper}' has no field '{field}'",
                            did_you_mean(field, known) or "it has " + ", ".join(known))
    answers = tuple(one for told in schema.items(got.get("answers"), "answers", scribe.faults)
                    if (one := _answer(scribe, told, papers)) is not None)
    if "answers" in got and not any(one.doubt == 0 and one.condition is None for one in answers):
        scribe.faults.error(key.place, "D001", "nothing she can always answer here is right",
                            "mark one answer `right`, without an `if`")
    return Question(id, field, answers)


def _answer(scribe: Scribe, entry: Tree, papers: int) -> Answer | None:
    """One answer: `words: right`, or words with settings below."""
    found = labelled(scribe, entry, "an answer", "a")
    if found is None:
        return None
    id, _, settings = found
    if isinstance(settings, Text):
        return Answer(id, _DOUBTS[schema.one_of(settings, _DOUBTS, "an answer", scribe.faults)])
    got = schema.settings(settings, "an answer", scribe.faults, ANSWER)
    doubt = _DOUBTS[schema.one_of(got["is"], _DOUBTS, "an answer", scribe.faults)] if "is" in got else 0
    condition = scribe.condition(got["if"]) if "if" in got else None
    at = -1
    if "do" in got:
        at = len(scribe.steps)
        scribe.targets.add(at)
        _told(scribe, got, at, papers, entry)
    return Answer(id, doubt, at, condition)
