"""`tell`: the whole game as text. Rooms are lists of what can be done; nobody has to sneak.

Reads one line for each answer, so it can be scripted: an empty line goes on, a number picks.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, TextIO

from game.commands import DONE, WrongUse, load_content, lore_of
from game.commands.replay import read_recording

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.prove.menu import Pick, Sitting
    from game.sim.world import World
    from game.words.slots import Words

EXAMPLE = """examples:
  python -m game tell
  python -m game tell --seed 7 --log journey.txt
  printf '\\n\\n\\n1\\n' | python -m game tell --seed 7
  python -m game tell --replay bridge.json      a recorded journey as text

at a question: a number picks, Enter goes on, `look` tells the place again, `bag` what is carried, `quit` leaves"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("tell", help="the game as text in a terminal", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=None, metavar="N", help="the luck of the journey")
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="your own folder with story/ and maps/")
    parser.add_argument("--lang", default="en", metavar="L", help="language (default: en)")
    parser.add_argument("--log", default="", metavar="FILE", help="also write everything to FILE")
    parser.add_argument("--replay", default="", metavar="FILE", help="tell a recorded journey instead")


def run(args: argparse.Namespace) -> int:
    """Tell a journey until it ends, or until there is no more input."""
    log: TextIO | None = None
    if args.log:
        try:
            log = open(args.log, "w", encoding="utf-8")  # noqa: SIM115 (closed below)
        except OSError as fault:
            raise WrongUse(f"cannot write '{args.log}': {fault.strerror}") from None
    try:
        teller = Teller(sys.stdin, sys.stdout, log)
        return _retell(args, teller) if args.replay else _tell(args, teller)
    finally:
        if log is not None:
            log.close()


class Teller:
    """Says lines to the screen and to the log, and asks for answers."""

    def __init__(self, answers: TextIO, screen: TextIO, log: TextIO | None) -> None:
        self.answers, self.screen, self.log = answers, screen, log

    def say(self, line: str = "") -> None:
        """Say a line."""
        for out in (self.screen, self.log):
            if out is not None:
                out.write(line + "\n")
                out.flush()

    def ask(self, prompt: str) -> str | None:
        """An answer without the spaces around it; None when there will be no more."""
        if self.answers.isatty():
            self.screen.write(prompt)
            self.screen.flush()
        line = self.answers.readline()
        if line and self.log is not None:
            self.log.write(f"{prompt}{line.strip()}\n")
        return line.strip() if line else None


def _tell(args: argparse.Namespace, teller: Teller) -> int:
    import time

    from game.prove.menu import NEXT, picks, sit_down, take
    from game.sim.world import World
    from game.story.runtime import TaleError
    from game.words.slots import Words
    from game.words.talk import talk_lines
    from game.words.telling import tell

    lore = lore_of(load_content(args.root))
    if args.lang != "en" and args.lang not in lore.book.languages:
        raise WrongUse(f"there is no language '{args.lang}'; there are {', '.join(['en', *lore.book.languages])}")
    words = Words(lore.book, args.lang)
    seed = args.seed if args.seed is not None else time.time_ns() % 1_000_000
    teller.say(f"{words.say('game.name')}. {words.say('level.contains')} (seed {seed})")
    teller.say()
    sitting, told = sit_down(lore, seed)
    view = World(lore, sitting.tale)
    while True:
        for line in tell(told, lore.book, words):
            teller.say(line)
        _arrive(view, sitting, words, teller)
        offered = picks(sitting)
        if not offered:
            return DONE
        if [pick.id for pick in offered] == [NEXT]:
            answer = _line_past(teller, view, words)
            if answer is None:
                return _leave(teller)
            told = take(sitting, NEXT)
            continue
        for line in talk_lines(lore.book, sitting.tale, words):
            teller.say(line)
        picked = _question(teller, sitting, view, words, offered)
        if picked is None:
            return _leave(teller)
        try:
            told = take(sitting, picked.id)
        except TaleError as fault:  # a way that closed while time went by
            teller.say(str(fault))
            told = []
        _move(view, picked)


def _leave(teller: Teller) -> int:
    teller.say()
    teller.say("Here the telling stops. The same seed and the same answers lead here again.")
    return DONE


def _line_past(teller: Teller, view: World, words: Words) -> str | None:
    """Wait for Enter after a line; the small questions are answered on the way."""
    while True:
        answer = teller.ask("")
        if answer is None or answer.lower() in ("q", "quit"):
            return None
        if not _aside(teller, view, words, answer):
            return answer


def _question(teller: Teller, sitting: Sitting, view: World, words: Words, offered: list[Pick]) -> Pick | None:
    """Ask until a number fits; None to leave."""
    listed = False
    while True:
        if not listed:
            for number, pick in enumerate(offered, 1):
                teller.say(f"{number}. {_label(view, words, pick)}")
        answer = teller.ask("? ")
        if answer is None or answer.lower() in ("q", "quit"):
            return None
        listed = not _aside(teller, view, words, answer)
        if answer.isdecimal() and 0 < int(answer) <= len(offered) and offered[int(answer) - 1].open:
            return offered[int(answer) - 1]
        if answer and listed:
            teller.say(f"Type a number from 1 to {len(offered)}, `look`, `bag` or `quit`.")


def _label(view: World, words: Words, pick: Pick) -> str:
    """What a pick is called: its price, why it is locked, what may come of it."""
    from game.prove.menu import WAIT
    from game.story.runtime import LEAVE
    from game.words.describe import act_label, way_label
    from game.words.talk import takes

    if pick.id == WAIT:
        return words.either("tell.wait", "Wait for what comes next")
    if pick.way is not None:
        risks = [act_label(view, words, *_verb(name)).lower() for name, percent in pick.way.risk if percent]
        return way_label(view, words, pick.way) + (f" (risk: {', '.join(risks)})" if risks else "")
    assert pick.option is not None
    text = words.say("bribe.leave") if pick.id == LEAVE else words.say(pick.id)
    if not words.has(pick.id) and pick.id != LEAVE:
        text = ""
    price = words.price(pick.option.price) or takes(pick.option, words)
    label = f"{text} ({price})" if text and price else text or price
    if pick.option.open:
        return label
    why = words.say(pick.option.locked) if pick.option.locked else words.say("choice.cannot_pay")
    return f"{label} - not now: {why}"


def _verb(name: str) -> tuple[str, str]:
    from game.sim.ways import WORLDS

    verb = next((verb for verb in WORLDS if name == verb or name.startswith(verb + " ")), name)
    return verb, name.removeprefix(verb).strip()


def _aside(teller: Teller, view: World, words: Words, answer: str) -> bool:
    """Answer `look` and `bag`; whether it was one of them."""
    from game.words.describe import describe

    match answer.lower():
        case "look" | "l":
            for line in describe(view, words):
                teller.say(line)
        case "bag" | "b":
            book, facts = view.lore.book, view.tale.facts
            carried = [words.count(name, int(facts[name])) for name, fact in book.facts.items()
                       if fact.item and facts[name]]
            teller.say(", ".join(carried) or "Nothing.")
        case _:
            return False
    return True


def _arrive(view: World, sitting: Sitting, words: Words, teller: Teller) -> None:
    """Keep a stage to look at: the room of the menu, its people where the clock says."""
    from game.sim import stage
    from game.story.steps import Visit
    from game.story.tale import step_at
    from game.words.describe import describe

    if not sitting.room:
        view.stage = None
    elif view.stage is None or view.stage.room != sitting.room:
        step = step_at(sitting.lore.book, sitting.tale)
        if isinstance(step, Visit):
            stage.build(view, step.room, step.entry)
            for line in describe(view, words):
                teller.say(line)


def _move(view: World, picked: Pick) -> None:
    """She stands where her way led, and the people of the room walk their rounds for as long."""
    from game.prove.menu import PICK_TICKS
    from game.sim import watching
    from game.sim.ground import middle
    from game.sim.ways import possible

    if view.stage is None or picked.way is None:
        return
    cell = next((one.cell for one in possible(view) if one.way == picked.way), None)
    if cell is not None:
        view.stage.her.x, view.stage.her.y = middle(cell)
    view.stage.tick += PICK_TICKS
    watching.walk(view)


def _retell(args: argparse.Namespace, teller: Teller) -> int:
    """A recorded journey as text: what was said and what was heard."""
    from game.content.codec import world_from
    from game.sim.step import step
    from game.story.moments import Visited
    from game.words.describe import describe
    from game.words.slots import Words
    from game.words.telling import tell

    lore = lore_of(load_content(args.root))
    recording = read_recording(args.replay, lore)
    words = Words(lore.book, args.lang)
    world = world_from(recording.start, lore)
    for intent, times in recording.intents:
        for _ in range(times):
            events = step(world, intent)
            for line in tell(events, lore.book, words, world):
                teller.say(line)
            if any(isinstance(event, Visited) for event in events):
                for line in describe(world, words):
                    teller.say(line)
    return DONE
