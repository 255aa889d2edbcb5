"""`play`: the game in a window. Without a display it says so and goes on as text, or as a demo."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, NO_DISPLAY, WrongUse, is_whole, language, load_walked, lore_of, with_pack

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.content.packed import Content
    from game.content.recordings import Recorder
    from game.prove.opening import Opening
    from game.sim.events import Event
    from game.sim.intents import Intent
    from game.sim.world import Lore, World
    from game.story.book import Book
    from game.story.facts import Value
    from game.ui.kit import Packs

EXAMPLE = """examples:
  python -m game
  python -m game play --room tumen --set won=12 --set pulled=true --seed 7
  python -m game play --scene flat.evening
  python -m game play --map my_map.tmx
  python -m game play --pack my_pack               a folder or a zip; `new-pack` writes an example
  python -m game play --from my_story              a story and maps of your own
  python -m game play --record mine.json           then: python -m game replay mine.json

exit codes: 0 done, 2 wrong use, 3 no display (only with --window)"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("play", help="the game (default)", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="your own folder with story/ and maps/")
    parser.add_argument("--window", action="store_true", help="insist on a window: without a display exit with 3")
    parser.add_argument("--full", action="store_true", help="full screen")
    parser.add_argument("--lang", default="", metavar="L", help="language, for example en")
    parser.add_argument("--data-dir", default="", metavar="DIR", help="where saves and settings are kept")
    parser.add_argument("--narrate", action="store_true", help="also print every focused and spoken line")
    parser.add_argument("--quiet", action="store_true", help="no sound at all")
    parser.add_argument("--record", default="", metavar="FILE", help="write a recording of the journey")
    parser.add_argument("--frames", type=int, default=0, metavar="N", help="stop after so many frames (for tests)")
    parser.add_argument("--pack", type=Path, default=None, metavar="PATH", help="play a pack: a folder or a zip")
    add_start(parser)


def add_start(parser: argparse.ArgumentParser) -> None:
    """The words that say where a journey begins."""
    parser.add_argument("--room", default="", metavar="ID", help="begin in a room")
    parser.add_argument("--map", type=Path, default=None, metavar="FILE.tmx", help="walk in a map of your own, alone")
    parser.add_argument("--scene", default="", metavar="ID", help="begin at a node, for example road.window")
    parser.add_argument("--set", action="append", default=[], metavar="FACT=VALUE", help="begin with a fact changed")
    parser.add_argument("--seed", type=int, default=None, metavar="N", help="the luck of the journey")


def run(args: argparse.Namespace) -> int:
    """Play in a window, or as the machine allows."""
    from game.content.recordings import Recorder
    from game.content.sources import data_root
    from game.ui import app

    content = _content(args)
    if args.lang:
        language(lore_of(content).book, args.lang)
    options = app.Options(data_root() / "assets", seed=args.seed, full_screen=args.full or None, language=args.lang,
                          data_dir=_data_dir(args), quiet=args.quiet,
                          frames=args.frames, narrate_to=sys.stdout if args.narrate else None,
                          reread=lambda: _again(args), packs=_packs(args, content))
    if args.frames < 0:
        raise WrongUse("--frames takes a number from 0 up")
    noting = None
    if args.room or args.scene or args.set or args.record or args.map:
        world, events = begin(lore_of(content), args)
        options.world, options.events = world, tuple(events)
        if args.record:
            _writable(args.record)
            noting = _Noting(world, Recorder.of(world))
            options.on_intent = noting
    try:
        app.run(content, options)
    except app.NoWindow as fault:
        return _without_window(args, content, str(fault))
    except KeyboardInterrupt:
        pass
    if noting is not None:
        noting.write(Path(args.record))
        print(f"recorded in {args.record}")
    return DONE


def _content(args: argparse.Namespace) -> Content:
    """What is played: the game, or --from; with the pack of --pack, with the map of --map. Raises WrongUse."""
    content = load_walked(args.root)
    return with_map(with_pack(content, args.pack) if args.pack is not None else content, args)


def _again(args: argparse.Namespace) -> Content:
    """The same, read anew while it is played: with errors there is no book in it, and they are its problems."""
    from game.content.packed import Content
    from game.content.problems import Problem

    try:
        return _content(args)
    except WrongUse as fault:
        first, *more = str(fault).splitlines()
        return Content(None, problems=tuple(Problem("story", 0, 0, "error", "Y000", line.strip())
                                            for line in more or [first]))


def _packs(args: argparse.Namespace, content: Content) -> Packs | None:
    """The packs folder that the title leads to; none beside a story of one's own, or in a pack."""
    if args.root or args.pack is not None:
        return None
    from game.content.packs import open_pack
    from game.content.sources import data_root
    from game.ui.kit import Packs
    from game.ui.storage import PACKS, own_folder

    folder = Path(args.data_dir) if args.data_dir else own_folder()
    return Packs(folder / PACKS, lambda path: open_pack(path, content, data_root() / "assets"))


def _data_dir(args: argparse.Namespace) -> Path | None:
    """The folder of saves: what --data-dir says, else `saves` in a folder of one's own. None for the usual place."""
    if args.data_dir or not args.root:
        return Path(args.data_dir) if args.data_dir else None
    return Path(args.root) / "saves"


def with_map(content: Content, args: argparse.Namespace) -> Content:
    """The content with the map of --map, where the journey then begins. Its faults are printed; errors end it."""
    if args.map is None:
        return content
    from game.content import one_map

    if not args.map.is_file():
        raise WrongUse(f"there is no map '{args.map}'")
    found, problems = one_map.with_map(content, args.map)
    for problem in problems:
        print(problem, file=sys.stderr)
    if any(problem.severity == "error" for problem in problems):
        raise WrongUse(f"'{args.map}' has faults")
    args.scene = one_map.NODE
    return found


def begin(lore: Lore, args: argparse.Namespace) -> tuple[World, list[Event]]:
    """A journey that begins where --room, --scene, --set and --seed say. Raises WrongUse."""
    from game.sim.journey import new_world

    if args.scene or not args.room:
        begun = opening_of(lore, args.scene)
        start, step, scene = begun.node, begun.at, begun.scene
    else:
        (start, step), scene = _visit_of(lore, args.room), ""
    seed = args.seed if args.seed is not None else time.time_ns() % 1_000_000_000
    changed = {}
    for words in args.set:
        name, _, value = words.partition("=")
        changed[name] = _value(lore.book, name, value)
    return new_world(lore, seed, start, at=step, scene=scene, facts=changed)


def opening_of(lore: Lore, node: str) -> Opening:
    """How a journey begins with `node` ("": with the story); if elsewhere, that is said. Raises WrongUse."""
    from game.prove.opening import NobodyCalls, opening

    if node and node not in lore.book.nodes:
        raise WrongUse(f"there is no node '{node}'{_near(node, list(lore.book.nodes))}")
    try:
        begun = opening(lore.book, node or lore.book.start)
    except NobodyCalls as fault:
        raise WrongUse(str(fault)) from None
    if node and begun.node != node:
        print(f"'{node}' goes back to whoever leads to it: it is told from '{begun.node}'.", file=sys.stderr)
    return begun


def _visit_of(lore: Lore, room: str) -> tuple[str, int]:
    """The node and the step that open a room. Raises WrongUse."""
    from game.sim.journey import visit_of

    if room not in lore.rooms:
        raise WrongUse(f"there is no room '{room}'; there are {', '.join(sorted(lore.rooms))}")
    spot = visit_of(lore.book, room)
    if spot is None:
        raise WrongUse(f"no node of the story visits the room '{room}'")
    return spot


def _value(book: Book, name: str, words: str) -> Value:
    """The value of a fact as written on the command line. Raises WrongUse."""
    from game.story.facts import FactType

    fact = book.facts.get(name)
    if fact is None:
        raise WrongUse(f"there is no fact '{name}'{_near(name, list(book.facts))}")
    if fact.type is FactType.FLAG and words in ("true", "false"):
        return words == "true"
    if fact.type is FactType.ENUM and words in fact.of:
        return words
    if fact.type is FactType.INT and is_whole(words) and fact.least <= int(words) <= fact.most:
        return int(words)
    can = {FactType.FLAG: "true or false", FactType.ENUM: ", ".join(fact.of),
           FactType.INT: f"{fact.least} to {fact.most}"}[fact.type]
    raise WrongUse(f"'{name}' cannot be '{words}'; it is {can}")


def _near(word: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _writable(path: str) -> None:
    try:
        open(path, "a", encoding="utf-8").close()
    except OSError as fault:
        raise WrongUse(f"cannot write '{path}': {fault.strerror}") from None


class _Noting:
    """Hears every intent before it is carried out, and notes the one before it with what came of it."""

    def __init__(self, world: World, recorder: Recorder) -> None:
        self.world, self.recorder = world, recorder
        self.last: Intent | None = None
        self.tick = world.tick

    def __call__(self, intent: Intent) -> None:
        self._note()
        self.last, self.tick = intent, self.world.tick

    def _note(self) -> None:
        from game.sim.events import Rewound

        if self.last is not None:
            events: list[Event] = [Rewound()] if self.world.tick < self.tick else []
            self.recorder.note(self.world, self.last, events)
        self.last = None

    def write(self, path: Path) -> None:
        """Write the recording up to now."""
        from game.content.recordings import encode

        self._note()
        path.write_text(encode(self.recorder.finish(self.world)), encoding="utf-8")


def _without_window(args: argparse.Namespace, content: Content, why: str) -> int:
    """Say it in one line, and go on as text on a terminal, else as a demo of the same story."""
    from game.ui.film import close

    close()
    if args.window:
        print(f"No window can be opened: {why}. Without --window the game goes on as text.", file=sys.stderr)
        return NO_DISPLAY
    as_text = args.pack is None and sys.stdin.isatty() and sys.stdout.isatty()
    print(f"No window can be opened: {why}. It goes on as {'text' if as_text else 'a demo'}.", file=sys.stderr)
    if as_text:
        from game.__main__ import main

        seed = [] if args.seed is None else ["--seed", str(args.seed)]
        folder = ["--from", args.root] if args.root else []
        start = ["--start", args.scene] if args.scene and args.map is None else []
        return main(["tell", "--lang", args.lang or "en", *seed, *folder, *start])
    from game.commands import demo

    return demo.show(content, argparse.Namespace(seed=args.seed, ending="", out="", json=False, no_pictures=False,
                                                 lang=args.lang or "en"))
