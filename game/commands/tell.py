"""`tell`: the whole game as text. Rooms are lists of what can be done; nobody has to sneak.

Reads one line for each answer, so it can be scripted: an empty line goes on, a number picks.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.commands import DONE, WrongUse, language, load_content, lore_of
from game.commands._teller import Teller, colours
from game.commands._watch import Watch, reread
from game.commands.replay import read_recording

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.commands._journey import Journey
    from game.prove.menu import Pick, Sitting
    from game.sim.world import World
    from game.words.slots import Words

EXAMPLE = """examples:
  python -m game tell
  python -m game tell --seed 7 --log journey.txt
  printf '\\n\\n\\n1\\n' | python -m game tell --seed 7
  python -m game tell --replay bridge.json      a recorded journey as text
  python -m game tell --from my_story --watch   read again whenever you save a file

  python -m game tell --seed 7 --choose "road.arrival.c1 > reach way_back"

at a question a number picks, Enter goes on. Words: `look` tells the place again, `bag` what is carried, `facts` what is
so, `history` what was said, `undo` goes back one decision, `save FILE`, `load FILE`, `quit`"""


ASIDES = ("undo", "load")  # words after which she is elsewhere


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("tell", help="the game as text in a terminal", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=None, metavar="N", help="the luck of the journey")
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="your own folder with story/ and maps/")
    parser.add_argument("--lang", default="en", metavar="L", help="language (default: en)")
    parser.add_argument("--start", default="", metavar="NODE", help="begin at a node, as road.arrival")
    parser.add_argument("--choose", default="", metavar="IDS", help='take these first: "a > b", as `bot --show` prints')
    parser.add_argument("--plain", action="store_true", help="no colours (nor with NO_COLOR set, nor into a file)")
    parser.add_argument("--watch", action="store_true", help="read the story again whenever a file of it was changed")
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
        teller = Teller(sys.stdin, sys.stdout, log, colours(args.plain, sys.stdout))
        return _retell(args, teller) if args.replay else _tell(args, teller)
    finally:
        if log is not None:
            log.close()


def _tell(args: argparse.Namespace, teller: Teller) -> int:
    import time

    from game.commands._journey import Journey
    from game.commands.play import opening_of
    from game.content.sources import data_root
    from game.prove.menu import NEXT
    from game.story.runtime import TaleError
    from game.words.slots import Words
    from game.words.talk import talk_lines
    from game.words.telling import tell

    lore = lore_of(load_content(args.root, maps=False))
    opening_of(lore, args.start)
    words = Words(lore.book, language(lore.book, args.lang))
    seed = args.seed if args.seed is not None else time.time_ns() % 1_000_000
    teller.say(f"{words.say('game.name')}. {words.say('level.contains')} (seed {seed})")
    teller.say()
    journey, told = Journey.begun(lore, seed, args.start)
    hurried = bool(args.choose)  # up to the first question that is left to the reader
    wanted = [id.strip() for id in args.choose.split(">") if id.strip()]
    watch = Watch(Path(args.root) if args.root else data_root()) if args.watch else None
    while True:
        if watch is not None and watch.changed() and reread(teller, journey, args.root):
            lore, words, told = journey.lore, Words(journey.lore.book, args.lang), []
        for line in tell(told, lore.book, words):
            teller.say(line)
        told = []
        _arrive(journey.view, journey.sitting, words, teller)
        offered = journey.offered()
        if not offered:
            return DONE
        if [pick.id for pick in offered] == [NEXT]:
            if not hurried:
                answer = _line_past(teller, journey, words)
                if answer is None:
                    return _leave(teller)
                if answer in ASIDES:  # back or elsewhere
                    continue
            told = journey.take(NEXT)
            continue
        for line in talk_lines(lore.book, journey.sitting.tale, words):
            teller.say(line)
        if wanted:
            picked = next((pick for pick in offered if pick.id == wanted[0] and pick.open), None)
            if picked is None:
                raise WrongUse(f"'{wanted[0]}' cannot be chosen here; there are "
                               + ", ".join(pick.id for pick in offered if pick.open))
            del wanted[0]
        else:
            hurried = False
            question = _question(teller, journey, words, offered)
            if question is None:
                return _leave(teller)
            if isinstance(question, str):
                continue
            picked = question
        try:
            told = journey.take(picked.id)
        except TaleError as fault:  # a way that closed while time went by
            teller.say(str(fault))
        _move(journey.view, picked)


def _leave(teller: Teller) -> int:
    teller.say()
    teller.say("Here the telling stops. The same seed and the same answers lead here again.")
    return DONE


def _line_past(teller: Teller, journey: Journey, words: Words) -> str | None:
    """Wait for Enter after a line; the small questions are answered on the way. One of ASIDES: she is elsewhere."""
    while True:
        answer = teller.ask("")
        if answer is None or answer.lower() in ("q", "quit"):
            return None
        went = _aside(teller, journey, words, answer)
        if went:
            return went
        if went is None:
            return ""


def _question(teller: Teller, journey: Journey, words: Words, offered: list[Pick]) -> Pick | str | None:
    """Ask until a number fits; None to leave, one of ASIDES if she is elsewhere now."""
    listed = False
    while True:
        if not listed:
            for number, pick in enumerate(offered, 1):
                teller.say(f"{number}. {_label(journey.view, words, pick)}")
        answer = teller.ask("? ")
        if answer is None or answer.lower() in ("q", "quit"):
            return None
        went = _aside(teller, journey, words, answer)
        if went:
            return went
        listed = went is None
        if answer.isdecimal() and 0 < int(answer) <= len(offered) and offered[int(answer) - 1].open:
            return offered[int(answer) - 1]
        if answer and listed:
            teller.say(f"Type a number from 1 to {len(offered)}, `look`, `bag`, `undo` or `quit`.")


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


def _aside(teller: Teller, journey: Journey, words: Words, answer: str) -> str | None:
    """Answer one of the words: "" if only told, one of ASIDES if she is elsewhere now, None if it is no such word."""
    from game.commands._journey import JourneyFault, bag, facts, history
    from game.words.describe import describe

    word, _, file = answer.partition(" ")
    word = word.lower()
    try:
        match word:
            case "look" | "l":
                lines = describe(journey.view, words)
            case "bag" | "b":
                lines = bag(journey, words)
            case "facts":
                lines = facts(journey)
            case "history":
                lines = history(journey, words)
            case "save":
                journey.save(file.strip())
                lines = [f"Saved in {file.strip()}."]
            case "load":
                journey.load(file.strip())
                lines = ["Here the journey goes on."]
            case "undo":
                journey.undo()
                lines = ["One decision back."]
            case _:
                return None
    except JourneyFault as fault:
        lines, word = [str(fault)], ""
    for line in lines:
        teller.say(line)
    return word if word in ASIDES else ""


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
        if isinstance(step, Visit) and step.room in view.lore.rooms:  # a writer may read before there is a map
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
    words = Words(lore.book, language(lore.book, args.lang))
    recording = read_recording(args.replay, lore)
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
