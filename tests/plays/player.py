"""Plays a transcript over the real story runtime; a stage is a hand that always carries out what it is told."""

from __future__ import annotations

import json
from dataclasses import dataclass

from game.content.codec import plain_world, world_from
from game.sim.world import Lore, World
from game.story import runtime
from game.story.answers import Option
from game.story.conditions import ConditionFault, parse
from game.story.facts import FactType, Readings, Value
from game.story.steps import Say
from game.story.tale import Tale, Waiting, begin, step_at
from game.words.slots import Words
from tests.plays.script import Act, Play, PlayFault

MOST_LINES = 200  # that `skim` goes past; a story that talks longer goes round


@dataclass(slots=True)
class Player:
    """A play in progress. `saving`: at every pause the world goes through a save's text and back."""

    play: Play
    lore: Lore
    tale: Tale
    words: Words
    saving: bool
    far: int = 0  # acts done

    def fault(self, act: Act, why: str) -> PlayFault:
        """`why`, with the place."""
        return PlayFault(f"{self.play.name}:{act.line}: {why}")


def perform(play: Play, lore: Lore, saving: bool) -> int:
    """Play it with each seed until one passes; that seed. Raises PlayFault of the seed that got furthest."""
    furthest, fault = -1, PlayFault(f"{play.name}: no seeds")
    for seed in play.seeds:
        player = Player(play, lore, _begin(play, lore, seed), Words(lore.book), saving)
        try:
            _settle(player)
            for act in play.acts:
                _do(player, act)
                _settle(player)
                player.far += 1
            return seed
        except PlayFault as why:
            if player.far > furthest:
                furthest, fault = player.far, why
    raise fault


def _begin(play: Play, lore: Lore, seed: int) -> Tale:
    if play.start and play.start not in lore.book.nodes:
        raise PlayFault(f"{play.name}: there is no node '{play.start}'")
    tale = begin(lore.book, seed, play.start)
    for name, value in play.given.items():
        tale.facts[name] = _value(play, lore, name, value)
    runtime.settle(lore.book, tale)
    return tale


def _value(play: Play, lore: Lore, name: str, written: str) -> Value:
    fact = lore.book.facts.get(name)
    if fact is None:
        raise PlayFault(f"{play.name}: there is no fact '{name}'")
    if fact.type is FactType.FLAG and written in ("true", "false"):
        return written == "true"
    if fact.type is FactType.ENUM and written in fact.of:
        return written
    if fact.type is FactType.INT and written.isdecimal() and fact.least <= int(written) <= fact.most:
        return int(written)
    raise PlayFault(f"{play.name}: the fact '{name}' cannot be '{written}'")


def _settle(player: Player) -> None:
    """Let the stage do its part, and at the pause that follows save and load."""
    while player.tale.waiting is Waiting.STAGE:
        _save_and_load(player)
        runtime.stage_done(player.lore.book, player.tale)
    _save_and_load(player)


def _save_and_load(player: Player) -> None:
    if player.saving:
        text = json.dumps(plain_world(World(player.lore, player.tale)))
        player.tale = world_from(json.loads(text), player.lore).tale


def _do(player: Player, act: Act) -> None:
    match act.verb:
        case "say":
            _say(player, act)
        case "skim":
            _skim(player, act)
        case "options":
            _options(player, act)
        case "choose":
            _choose(player, act)
        case "way":
            _way(player, act)
        case "later":
            _later(player, act)
        case "fact":
            _fact(player, act)
        case "never":
            if any(act.words in shown for shown in _history(player)):
                raise player.fault(act, f"this was said: {act.words}")
        case "end":
            if player.tale.ending != act.words:
                raise player.fault(act, f"the ending is not '{act.words}': {_now(player)}")


def _say(player: Player, act: Act) -> None:
    """The line on screen is this one (`...` at its end: begins so); go past it."""
    shown = _line(player)
    if not shown or not _same(act.words, shown):
        raise player.fault(act, f"not this line, but {_now(player)}")
    runtime.next_line(player.lore.book, player.tale)


def _skim(player: Player, act: Act) -> None:
    """Go past words until something must be decided, or all is over."""
    for _ in range(MOST_LINES):
        _settle(player)
        if player.tale.waiting is not Waiting.WORDS:
            return
        runtime.next_line(player.lore.book, player.tale)
    raise player.fault(act, f"more than {MOST_LINES} lines without a decision")


def _options(player: Player, act: Act) -> None:
    """Exactly these options, in order, `|` between; a minus before one that is shown but off."""
    wanted = [part.strip() for part in act.words.split("|")]
    shown = [("" if option.open else "- ") + _label(player, option) for option in _asked(player)]
    if wanted != shown:
        raise player.fault(act, f"the options are: {' | '.join(shown) or _now(player)}")


def _choose(player: Player, act: Act) -> None:
    """Take the open option with this label (`...` at its end: the one that begins so)."""
    found = [option for option in _asked(player) if option.open and _same(act.words, _label(player, option))]
    if len(found) != 1:
        raise player.fault(act, f"{'more than one' if found else 'no'} such option; {_now(player)}")
    runtime.choose(player.lore.book, player.tale, found[0].id)


def _way(player: Player, act: Act) -> None:
    """A way of the room fires: hers or the world's. `way: use yoke, hour 2` says what the stage reads."""
    name, *rest = (part.strip() for part in act.words.split(","))
    readings = Readings(False, 0, player.tale.clock // 60 % 24, 3)
    for part in rest:
        word, _, number = part.partition(" ")
        if word != "hour" or not number.isdecimal():
            raise player.fault(act, f"only 'hour N' may follow a way, not '{part}'")
        readings = Readings(readings.witness, readings.alarm, int(number), readings.warmth)
    ways = {way.name: way for way in runtime.open_ways(player.lore.book, player.tale)}
    if name not in ways:
        raise player.fault(act, f"no such way; {', '.join(ways) if ways else _now(player)}")
    runtime.take_way(player.lore.book, player.tale, ways[name], readings)


def _later(player: Player, act: Act) -> None:
    """A timer of the room runs out."""
    timer = next((timer for timer in player.tale.timers if timer.name == act.words), None)
    if timer is None:
        raise player.fault(act, f"nothing called '{act.words}' is under way")
    player.tale.timers.remove(timer)
    runtime.interrupt(player.lore.book, player.tale, timer.node, Readings(False, 0, player.tale.clock // 60 % 24, 3))


def _fact(player: Player, act: Act) -> None:
    """A condition of the story's own language holds."""
    try:
        holds = parse(act.words, player.lore.book.facts).holds(player.tale)
    except ConditionFault as why:
        raise player.fault(act, str(why)) from None
    if not holds:
        raise player.fault(act, f"does not hold: {act.words}")


def _same(written: str, shown: str) -> bool:
    return shown.startswith(written[:-3]) if written.endswith("...") else shown == written


# What is on screen ---------------------------------------------------------------------------------------
def _line(player: Player) -> str:
    """The line on screen as a transcript writes it: `jo: words`, the narrator's without a name."""
    if player.tale.waiting is not Waiting.WORDS:
        return ""
    step = step_at(player.lore.book, player.tale)
    assert isinstance(step, Say)
    text = player.words.say(step.text, **{name: str(player.tale.facts[name]) for name in step.slots})
    return text if step.who == "narrator" else f"{step.who}: {text}"


def _label(player: Player, option: Option) -> str:
    if option.id == runtime.LEAVE:
        return "leave"
    return player.words.either(option.id, player.words.price(option.price))


def _asked(player: Player) -> list[Option]:
    return runtime.options(player.lore.book, player.tale)


def _history(player: Player) -> list[str]:
    return [player.words.either(told.text, told.text) for told in player.tale.history]


def _now(player: Player) -> str:
    match player.tale.waiting:
        case Waiting.WORDS:
            return f"this is said: {_line(player)}"
        case Waiting.CHOICE | Waiting.BRIBE:
            return f"this is asked: {' | '.join(_label(player, option) for option in _asked(player))}"
        case Waiting.END:
            return f"it is over: {player.tale.ending}"
        case _:
            return f"the tale waits for the {player.tale.waiting}"
