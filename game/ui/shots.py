"""Pictures of any screen, room or moment, made without a display: for reviews, notes, and the curious."""

from __future__ import annotations

import os
from pathlib import Path

import pygame

from game.content.packed import Content
from game.sim.clock import DAY_MINUTES
from game.sim.events import Event
from game.sim.intents import STAND
from game.sim.journey import new_world, visit_of
from game.sim.step import step
from game.sim.tools import TOOLS, Use
from game.sim.world import Lore, World
from game.story.book import Book
from game.story.runtime import TaleError
from game.story.steps import End, Picture
from game.story.tale import Waiting
from game.ui import cues
from game.ui.aim import Aim
from game.ui.app import App, Options, make_app
from game.ui.bag import BagPage
from game.ui.ending import EndPage
from game.ui.example_packs import NAMES as PACK_PAGES
from game.ui.example_packs import example_screen
from game.ui.inputs import Action
from game.ui.pages import codex_page, credits_page, entry_page, history_page
from game.ui.painting import STROKE_TICKS
from game.ui.pause import Pause, decisions_page, help_page
from game.ui.play import Play
from game.ui.saves_page import confirm_page, load_page, save_page
from game.ui.settings_page import GROUPS, ControlsPage, group_page, settings_page
from game.ui.storage import Memory
from game.ui.title import level_page
from game.ui.turn import Push, Screen

SEED = 20130110
MENUS = ("level", "settings", "controls", "load", "credits", "pause", "save", "help", "history", "codex", "entry",
         "confirm", "bag", "aim", "decisions", *PACK_PAGES,
         *(f"settings.{group}" for group in GROUPS))
_SETTLE_FRAMES = 4


class UnknownShot(ValueError):
    """There is no such thing to make a picture of; the words list what there is."""


def names(content: Content) -> list[str]:
    """All that can be asked for, scenes included."""
    book = content.book
    nodes = [f"scene:{node}" for node in book.nodes] if book else []
    endings = [f"end:{ending}" for ending in book.endings] if book else []
    entries = [f"entry:{entry}" for entry in book.codex] if book else []
    shown = [f"faces:{room}" for room in content.rooms if content.art[room].home]
    return ["title", *MENUS, *(f"room:{room}" for room in content.rooms), *shown, *endings, *entries, *nodes]


def gallery_names(content: Content) -> list[str]:
    """The pictures of a gallery: every screen, room and ending, but not every scene or fact."""
    return [name for name in names(content) if not name.startswith(("scene:", "entry:"))]


def shot(content: Content, what: str, out: Path, tick: int = 0, size: tuple[int, int] = (1280, 720),
         text_percent: int = 100, lang: str = "en", assets: Path = Path("assets"), minute: int | None = None) -> None:
    """Write a PNG of `what` after `tick` ticks of play (or of the screen's own time). Raises UnknownShot.

    `minute` of the day, 0 to 1439, sets the clock first.
    """
    app = staged(content, what, tick, size, text_percent, lang, assets, minute)
    app.frame([], 0.0)
    out.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(app.display.surface, str(out))


def staged(content: Content, what: str, tick: int = 0, size: tuple[int, int] = (1280, 720), text_percent: int = 100,
           lang: str = "en", assets: Path = Path("assets"), minute: int | None = None) -> App:
    """An app that shows `what`, on the driver that shows nothing. Raises UnknownShot."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    world, events = _world(content, what)
    if world is not None and minute is not None:
        world.tale.clock += (minute - world.tale.clock) % DAY_MINUTES
    app = make_app(content, Options(assets=assets, headless=True, quiet=True, world=world, events=tuple(events),
                                    language=lang, seed=SEED), Memory())
    app.display.surface = pygame.display.set_mode(size)
    app.kit.settings.text_percent = text_percent
    app.kit.fit(size)
    play = app.screens[-1]
    if isinstance(play, Play):
        _play_on(app, play, tick)
        if what.startswith("faces:"):
            _paint(app, play)
    app.screens[-1].draw(app.display.surface, app.kit)
    app.kit.leave_behind()
    screen = _screen(app, what, play)
    if screen is not None:
        app.turn(Push(screen))
    for _ in range(min(_SETTLE_FRAMES, 1 + (tick or _SETTLE_FRAMES))):
        if not isinstance(app.screens[-1], Play):
            app.frame([], 1 / 60)
    return app


def _world(content: Content, what: str) -> tuple[World | None, list[Event]]:
    """A journey that stands where the picture is to be taken; None for screens without one."""
    book = content.book
    if book is None:
        raise UnknownShot("there is no story in this content")
    kind, _, name = what.partition(":")
    lore = Lore(book, content.rooms, content.hash)
    match kind:
        case "room" | "faces":
            spot = visit_of(book, name)
            if spot is None:
                raise UnknownShot(f"no node visits a room '{name}'; rooms are {', '.join(content.rooms)}")
            return new_world(lore, SEED, spot[0], at=spot[1])
        case "scene":
            if name not in book.nodes:
                raise UnknownShot(f"there is no node '{name}'")
            try:
                return new_world(lore, SEED, name)
            except TaleError as fault:  # a scene without a word, and nobody called it
                raise UnknownShot(f"there is nothing to see in '{name}': {fault}") from None
        case "end":
            if name not in book.endings:
                raise UnknownShot(f"there is no ending '{name}'; they are {', '.join(book.endings)}")
            return new_world(lore, SEED)
        case "entry" if name:
            if name not in book.codex:
                raise UnknownShot(f"there is no entry '{name}'; they are {', '.join(book.codex)}")
            return new_world(lore, SEED)
    if what not in ("title", *MENUS):
        raise UnknownShot(f"there is no picture '{what}'; try title, room:ID, faces:ID, scene:NODE, end:ID or one of "
                          + ", ".join(MENUS))
    if what in ("bag", "aim"):
        return _world(content, f"room:{next(iter(content.rooms))}")
    return (None, []) if what in ("title", "level", "credits", "load", *PACK_PAGES) else new_world(lore, SEED)


def _play_on(app: App, play: Play, ticks: int) -> None:
    """Let the journey go on by itself: cues end, directions run, she stands."""
    world, kit = play.world, app.kit
    while play.eyes.holds and not ticks:
        cues.skip(play.eyes)
        cues.run_holds(world, play.eyes, kit, 1)
    for _ in range(ticks):
        if cues.run_holds(world, play.eyes, kit, 1):
            continue
        if world.tale.waiting in (Waiting.ROOM, Waiting.STAGE):
            cues.heed(step(world, STAND), world, play.eyes, kit)
    for _ in range(4):
        play.pass_time(kit, 0.1)
    play.eyes.cover = 0


def _paint(app: App, play: Play) -> None:
    """Hold the key until the shown face is whole."""
    app.kit.inputs.held.add(Action.FACES)
    for _ in range(3 * STROKE_TICKS):
        play.draw(app.display.surface, app.kit)  # inks are mixed between two frames
        play.pass_time(app.kit, 1 / 60)


def _last_picture(book: Book, ending: str) -> str:
    """What is on screen where the journey ends so; "" for a room."""
    for node in book.nodes.values():
        if any(isinstance(step, End) and step.ending == ending for step in node.steps):
            return next((step.name for step in reversed(node.steps) if isinstance(step, Picture)), "")
    return ""


def _road_to(book: Book, ending: str) -> dict[str, int]:
    """A node of every chapter up to the one that ends so, as if she had come that way."""
    last = next((node.id for node in book.nodes.values()
                 if any(isinstance(step, End) and step.ending == ending for step in node.steps)), "")
    chapters = [id.removeprefix("chapter.") for id in book.words if id.startswith("chapter.")]
    been = chapters[:chapters.index(last.partition(".")[0]) + 1] if last.partition(".")[0] in chapters else []
    return {node: 1 for node in book.nodes if node.partition(".")[0] in been}


def _screen(app: App, what: str, play: Screen) -> Screen | None:
    """The menu asked for, over the title or over a journey."""
    kit = app.kit
    kind, _, name = what.partition(":")
    if isinstance(play, Play):
        match kind:
            case "end":
                play.world.tale.ending = name
                play.world.tale.picture = _last_picture(play.world.lore.book, name)
                play.world.tale.visits |= _road_to(play.world.lore.book, name)
                return EndPage(kit, play.world)
            case "pause":
                return Pause(kit, play)
            case "save":
                return save_page(kit, play.world)
            case "help":
                return help_page(kit, play.world, lambda ask: play.ask(kit, ask))
            case "history":
                return history_page(kit, play.world)
            case "codex":
                play.world.tale.learned = list(play.world.lore.book.codex)[:4]
                return codex_page(kit, play.world)
            case "decisions":
                return decisions_page(kit, Pause(kit, play))
            case "entry":
                return entry_page(kit, play.world, name or next(iter(play.world.lore.book.codex)))
            case "bag" | "aim":
                facts = play.world.tale.facts
                facts |= {tool.fact: 3 if tool.use is Use.THROW else True
                          for tool in TOOLS.values() if tool.fact in facts}
                return BagPage(kit, play) if kind == "bag" else Aim(kit, play, "pebble", lambda: None)
    if what in PACK_PAGES:
        return example_screen(kit, what)
    match what:
        case "level":
            return level_page(kit, SEED, None)
        case "credits":
            return credits_page(kit)
        case "load":
            return load_page(kit)
        case "settings":
            return settings_page(kit)
        case "controls":
            return ControlsPage(kit)
        case "confirm":
            return confirm_page("pause.leave", lambda kit: None)
        case _:
            return group_page(kit, what.partition(".")[2]) if what.startswith("settings.") else None


__all__ = ["UnknownShot", "gallery_names", "names", "shot", "staged"]
