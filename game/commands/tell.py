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
    from game.words.slots import Words

EXAMPLE = """examples:
  python -m game tell
  python -m game tell --seed 7 --log journey.txt
  printf '\\n\\n\\n1\\n' | python -m game tell --seed 7
  python -m game tell --replay bridge.json      a recorded journey as text
  python -m game tell --from my_story --watch   read again whenever you save a file

  python -m game tell --seed 7 --choose "road.arrival.c1 > reach way_back"

at a question a number picks, Enter goes on. Words: `look` tells the place again, `bag` what is carried, `facts` what is
so, `history` what was said, `codex` what was learned (`codex 2` reads the second), `undo` goes back one decision,
`save FILE`, `load FILE`, `quit`"""


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

    from game.commands._asides import ELSEWHERE
    from game.commands._asking import befell, line_past, question
    from game.commands._journey import Journey
    from game.commands._told_room import arrive, move
    from game.commands.play import opening_of
    from game.content.sources import data_root
    from game.prove.menu import NEXT
    from game.story.runtime import NotNow, TaleError
    from game.words.slots import Words
    from game.words.talk import talk_lines
    from game.words.telling import tell

    lore = lore_of(load_content(args.root, maps=False))
    opening_of(lore, args.start)
    words = Words(lore.book, language(lore.book, args.lang))
    seed = args.seed if args.seed is not None else time.time_ns() % 1_000_000
    teller.say(_title(args, words, seed))
    teller.say()
    journey, told = Journey.begun(lore, seed, args.start)
    hurried = bool(args.choose)  # up to the first question that is left to the reader
    wanted = [id.strip() for id in args.choose.split(">") if id.strip()]
    watch = Watch(Path(args.root) if args.root else data_root()) if args.watch else None
    while True:
        if watch is not None and watch.changed() and reread(teller, journey, words, args.root):
            lore, words, told = journey.lore, Words(journey.lore.book, args.lang), []
        for line in tell(told, lore.book, words):
            teller.say(line)
        told = []
        arrive(journey.view, journey.sitting, words, teller)
        offered = journey.offered()
        if not offered:
            return DONE
        if [pick.id for pick in offered] == [NEXT]:
            if not hurried:
                answer = line_past(teller, journey, words)
                if answer is None:
                    return _leave(teller, words)
                if answer in ELSEWHERE:  # back or elsewhere
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
            answered = question(teller, journey, words, offered)
            if answered is None:
                return _leave(teller, words)
            if isinstance(answered, str):
                continue
            picked = answered
        try:
            told = journey.take(picked.id)
        except NotNow:  # a way that closed while time went by
            teller.say(words.say("tell.gone"))
        except TaleError as fault:
            teller.say(str(fault))
        if journey.sitting.fired != picked.id and (line := befell(journey.view, words, journey.sitting.fired)):
            teller.say(line)
        move(journey.view, picked)


def _title(args: argparse.Namespace, words: Words, seed: int) -> str:
    """The game's name and what it contains; of a story of one's own only what it says of itself. And the seed."""
    from game.content.sources import load

    own = load(Path(args.root)).book if args.root else None
    ids = [id for id in ("game.name", "level.contains") if own is None or id in own.words]
    seeded = f"({words.say('tell.seed', n=seed)})"
    return f"{'. '.join(words.say(id).rstrip('.') for id in ids)}. {seeded}" if ids else seeded


def _leave(teller: Teller, words: Words) -> int:
    teller.say()
    teller.say(words.say("tell.stops"))
    return DONE


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
