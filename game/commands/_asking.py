"""Questions in `tell`: what a pick is called, and an answer waited for until it fits."""

from __future__ import annotations

from game.commands import is_whole
from game.commands._asides import aside
from game.commands._journey import Journey
from game.commands._teller import Teller
from game.prove.menu import WAIT, Pick
from game.sim.ways import WORLDS
from game.sim.world import World
from game.story.runtime import LEAVE
from game.words.describe import act_label, called_within, way_label
from game.words.slots import Words
from game.words.talk import takes


def line_past(teller: Teller, journey: Journey, words: Words) -> str | None:
    """Wait for Enter after a line; the small questions are answered on the way. One of ELSEWHERE: she is elsewhere."""
    while True:
        answer = teller.ask("")
        if answer is None or answer.lower() in ("q", "quit"):
            return None
        went = aside(teller, journey, words, answer)
        if went:
            return went
        if went is None:
            return ""


def question(teller: Teller, journey: Journey, words: Words, offered: list[Pick]) -> Pick | str | None:
    """Ask until a number fits; None to leave, one of ELSEWHERE if she is elsewhere now."""
    listed = False
    while True:
        if not listed:
            for number, pick in enumerate(offered, 1):
                teller.say(f"{number}. {label(journey.view, words, pick)}")
        answer = teller.ask("? ")
        if answer is None or answer.lower() in ("q", "quit"):
            return None
        went = aside(teller, journey, words, answer)
        if went:
            return went
        listed = went is None
        if is_whole(answer) and 0 < int(answer) <= len(offered) and offered[int(answer) - 1].open:
            return offered[int(answer) - 1]
        if answer and listed:
            teller.say(words.say("tell.asked", n=len(offered)))


def label(view: World, words: Words, pick: Pick) -> str:
    """What a pick is called: its price, why it is locked, what may come of it."""
    if pick.id == WAIT:
        return words.say("tell.wait")
    if pick.way is not None:
        risks = [risk[:1].lower() + risk[1:] for name, percent in pick.way.risk if percent
                 for risk in (act_label(view, words, *_verb(name)),)]
        text = way_label(view, words, pick.way)
        return words.say("tell.risk", what=text, risks=", ".join(dict.fromkeys(risks))) if risks else text
    assert pick.option is not None
    text = words.say("bribe.leave") if pick.id == LEAVE else words.say(pick.id)
    if not words.has(pick.id) and pick.id != LEAVE:
        text = ""
    price = words.price(pick.option.price) or takes(pick.option, words)
    priced = f"{text} ({price})" if text and price else text or price
    if pick.option.open:
        return priced
    why = words.say(pick.option.locked) if pick.option.locked else words.say("choice.cannot_pay")
    return words.say("tell.not_now", what=priced, why=why)


def befell(view: World, words: Words, fired: str) -> str:
    """What the world did to her, in a line before the scene tells it; "" for what she did, and for what only came."""
    verb, name = _verb(fired)
    id = f"tell.befell.{verb.replace(' ', '_')}"
    return words.say(id, who=called_within(view, words, name)) if words.has(id) else ""


def _verb(name: str) -> tuple[str, str]:
    verb = next((verb for verb in WORLDS if name == verb or name.startswith(verb + " ")), name)
    return verb, name.removeprefix(verb).strip()
