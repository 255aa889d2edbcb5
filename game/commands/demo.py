"""`demo`: a whole journey walked through the rules by a bot, told as text, with pictures; needs no display."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.commands import DONE, UNDECIDED, WrongUse, language, load_content, lore_of, print_json

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.content.packed import Content
    from game.content.recordings import Recording
    from game.sim.events import Event
    from game.sim.world import World
    from game.ui.film import Film

EXAMPLE = """examples:
  python -m game --demo
  python -m game demo --ending bridge --seed 3 --out pictures
  python -m game demo --no-pictures --json

exit codes: 0 done, 2 wrong use, 4 the journey found no ending"""
DEFAULT_ENDING = "road_on"
DEFAULT_SEED = 1
PICTURE_EVERY_TICKS = 600
MOST_PICTURES = 60


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("demo", help="watch a whole journey, no display needed (also: --demo)",
                                   description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=None, metavar="N", help=f"the luck (default: {DEFAULT_SEED})")
    parser.add_argument("--ending", default="", metavar="ID", help=f"where it means to go (default: {DEFAULT_ENDING})")
    parser.add_argument("--out", default="", metavar="DIR", help="folder for the pictures (default: screenshots)")
    parser.add_argument("--no-pictures", action="store_true", help="text only")
    parser.add_argument("--lang", default="en", metavar="L", help="language (default: en)")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Walk the game's own story."""
    return show(load_content(), args)


def show(content: Content, args: argparse.Namespace) -> int:
    """Walk, tell, draw; say where it ended and where the pictures are."""
    from game.prove import walker

    lore = lore_of(content)
    ending = args.ending or (DEFAULT_ENDING if DEFAULT_ENDING in lore.book.endings else next(iter(lore.book.endings)))
    if ending not in lore.book.endings:
        raise WrongUse(f"there is no ending '{ending}'; there are {', '.join(lore.book.endings)}")
    language(lore.book, args.lang)
    out = Path(args.out or "screenshots")
    watching = _Watching(content, args.lang, None if args.json else sys.stdout,
                         None if args.no_pictures else _folder(out))
    journey = walker.toward(lore, ending, args.seed if args.seed is not None else DEFAULT_SEED, watching.hear)
    watching.close()
    if args.json:
        print_json({"ending": journey.ending, "rooms": list(journey.rooms), "ticks": journey.ticks,
                    "digest": journey.recording.digest, "seed": journey.seed, "pictures": watching.pictures})
    else:
        print(f"\n{journey.ending}: {journey.ticks} ticks, rooms {', '.join(journey.rooms)}, "
              f"digest {journey.recording.digest[:16]}")
        if watching.pictures:
            print(f"{len(watching.pictures)} pictures in {out}")
    return DONE if journey.ending in lore.book.endings else UNDECIDED


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WrongUse(f"cannot make the folder '{out}': {fault.strerror}") from None
    return out


class _Watching:
    """Listens to a journey: its text goes to `screen`, a picture of every scene and every ten seconds to `out`."""

    def __init__(self, content: Content, lang: str, screen: Any, out: Path | None) -> None:
        from game.words.slots import Words

        book = lore_of(content).book
        self.content, self.book, self.words, self.screen, self.out = content, book, Words(book, lang), screen, out
        self.film: Film | None = None
        self.pictures: list[str] = []
        self.next_tick = 0

    def hear(self, world: World, events: list[Event]) -> None:
        """Tell and draw what just happened."""
        from game.story.moments import Ended, Left, Spoke, Visited
        from game.words.telling import tell

        if self.screen is not None and events:
            for line in tell(events, self.book, self.words, world):
                print(line, file=self.screen)
        if self.out is None:
            return
        if self.film is None:
            from game.content.sources import data_root
            from game.ui.film import Film

            self.film = Film(self.content, world, data_root() / "assets")
        self.film.heed(world, events)
        new_place = any(isinstance(event, Visited | Left | Ended) for event in events)
        spoke = any(isinstance(event, Spoke) for event in events)
        if (new_place or world.tick >= self.next_tick) and (spoke or world.stage is not None or new_place) \
                and len(self.pictures) < MOST_PICTURES:
            self.next_tick = world.tick + PICTURE_EVERY_TICKS
            path = self.out / f"{len(self.pictures):02d}_{_place_name(world)}.png"
            self.film.save(path)
            self.pictures.append(str(path))

    def close(self) -> None:
        """Let go of the display."""
        if self.film is not None:
            from game.ui.film import close

            close()


def _place_name(world: World) -> str:
    if world.tale.ending:
        return world.tale.ending
    return world.stage.room if world.stage is not None else world.tale.frame.node.replace(".", "_")


def film(content: Content, recording: Recording, out: Path, every: int) -> tuple[str, int, int]:
    """Replay `recording` with a picture every so many ticks; digest, ticks, pictures."""
    from game.content.codec import digest, world_from
    from game.content.sources import data_root
    from game.sim.step import step
    from game.ui.film import Film, close

    _folder(out)
    world = world_from(recording.start, lore_of(content))
    moving = Film(content, world, data_root() / "assets")
    first, drawn, next_tick = world.tick, 0, world.tick
    for intent, times in recording.intents:
        for _ in range(times):
            moving.heed(world, step(world, intent))
            if world.tick >= next_tick:
                next_tick = world.tick + every
                moving.save(out / f"{drawn:06d}.png")
                drawn += 1
    close()
    return digest(world), world.tick - first, drawn
