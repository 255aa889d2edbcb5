"""The program with a window: one loop, one await a frame. In a page nothing else may wait.

real seconds -> whole ticks due, at most 5 -> one intent a tick -> `step` -> cues -> draw -> flip -> await
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pygame

from game.content.packed import Content
from game.sim.events import Event
from game.sim.intents import Intent
from game.sim.world import World
from game.ui import mishap
from game.ui import settings as settings_file
from game.ui.display import Display, NoWindow, open_display
from game.ui.inputs import Action
from game.ui.kit import Kit, Packs, make_kit, on_web
from game.ui.play import Play
from game.ui.storage import Shelf, open_shelf
from game.ui.text import Box
from game.ui.title import Title
from game.ui.turn import Only, Pop, Push, Quit, Screen, Turn

log = logging.getLogger(__name__)
FRAMES = 60
TIDY_FRAMES, TIDY_ALL_FRAMES = 12, 3600  # young garbage five times a second, all of it once a minute
LONGEST_SECONDS = 0.25  # a frame that took longer (a sleeping laptop) counts as this


@dataclass(slots=True)
class Options:
    """How the game is started. `world` and `events`: begin in this journey instead of at the title."""

    assets: Path = Path("assets")
    world: World | None = None
    events: tuple[Event, ...] = ()
    seed: int | None = None
    data_dir: Path | None = None
    full_screen: bool | None = None
    language: str = ""
    headless: bool = False          # a driver that shows nothing is welcome (tests)
    quiet: bool = False             # no sound at all
    frames: int = 0                 # stop after so many frames; 0: play on
    narrate_to: TextIO | None = None
    on_intent: Callable[[Intent], None] | None = None
    reread: Callable[[], Content] | None = None  # reads the content from its sources again
    packs: Packs | None = None      # stories by others that the title offers


class App:
    """The screens, the newest on top, and the kit they share."""

    def __init__(self, kit: Kit, display: Display, first: Screen) -> None:
        self.kit, self.display = kit, display
        self.screens: list[Screen] = [first]
        self.running = True
        self.failed = False  # in the last frame
        self.shown = 0       # frames
        kit.apply = self.apply

    def apply(self) -> None:
        """Settings changed: the window and the layout follow."""
        if self.kit.settings.full_screen != self.display.full:
            self.display.set_full(self.kit.settings.full_screen)
        self.kit.fit(self.display.surface.get_size())

    def frame(self, events: list[pygame.Event], seconds: float) -> list[Box]:
        """One frame up to the flip: input, time, picture. The boxes of all words drawn."""
        kit = self.kit
        inputs = kit.inputs
        inputs.begin_frame()
        for event in events:
            inputs.feed(event)
        if inputs.quit:
            self.running = False
        if inputs.resized:
            self.display.resized()
            kit.fit(self.display.surface.get_size())
        if Action.FULL in inputs.pressed:
            kit.settings.full_screen = not self.display.full
            settings_file.save(kit.settings, kit.shelf)
            self.apply()
        self.turn(self.screens[-1].heed(kit))
        if self.running:
            self.turn(self.screens[-1].pass_time(kit, seconds))
        kit.sounds.pass_time(seconds)
        return self.screens[-1].draw(self.display.surface, kit)

    def safely(self, events: list[pygame.Event], seconds: float) -> None:
        """A frame; if it fails, a page that says so. A failure of that page too is raised."""
        try:
            self.frame(events, seconds)
        except Exception as fault:
            if self.failed:
                raise
            self.failed = True
            self.kit.inputs.release()
            self.screens = [mishap.page(self.kit, self.screens, fault)]
            return
        self.failed = False

    def tidy(self) -> None:
        """Between two frames: let the garbage collector do what it would else do in the middle of one.

        It is off while frames are drawn (see `play`); most of what they leave is young and goes at once.
        """
        self.shown += 1
        if self.shown % TIDY_ALL_FRAMES == 0:
            gc.collect()
        elif self.shown % TIDY_FRAMES == 0:
            gc.collect(1)

    def turn(self, turn: Turn | None) -> None:
        """Do what a screen asked for. Presses are spent: what closed one page does not act on the next."""
        match turn:
            case None:
                return
            case Push(screen=screen):
                self.screens.append(screen)
            case Pop():
                if len(self.screens) > 1:
                    self.screens.pop()
            case Only(screen=screen):
                self.screens = [screen]
                gc.collect()
                gc.freeze()  # what a journey holds is never garbage: the collector need not look at it again
            case Quit():
                self.running = False
        self.kit.inputs.pressed.clear()
        self.kit.inputs.mouse.clicked = False
        self.kit.inputs.unfocused = False


def make_app(content: Content, options: Options, shelf: Shelf | None = None) -> App:
    """Open the window and the first screen. Raises NoWindow."""
    shelf = shelf if shelf is not None else open_shelf(options.data_dir)
    settings = settings_file.load(shelf)
    if options.full_screen is not None:
        settings.full_screen = options.full_screen
    if options.language:
        settings.language = options.language
    display = open_display(settings.full_screen and not on_web(), options.headless)
    pygame.key.set_repeat()
    if not on_web():
        pygame.joystick.init()
    size = display.surface.get_size()
    kit = make_kit(content, options.assets, settings, shelf, size, options.quiet)
    kit.narrator.stream = options.narrate_to
    kit.reread, kit.packs = options.reread, options.packs
    pygame.display.set_caption(kit.words.say("game.name"))
    first: Screen
    if options.world is not None:
        first = Play(kit, options.world, list(options.events), options.on_intent)
    else:
        first = Title(kit, options.seed, options.on_intent)
    return App(kit, display, first)


async def play(content: Content, options: Options | None = None) -> None:
    """Play until the player leaves, giving way once a frame. Raises NoWindow if no window can be opened."""
    import asyncio  # a twentieth of the time it takes to start, and where there is no page nobody needs it

    for _ in _frames(content, options or Options()):
        await asyncio.sleep(0)


def run(content: Content, options: Options | None = None) -> None:
    """The same, for programs that are not asynchronous."""
    for _ in _frames(content, options or Options()):
        pass


def _frames(content: Content, options: Options) -> Iterator[None]:
    """Show one frame after another; between two of them others may do something."""
    app = make_app(content, options)
    gc.freeze()
    gc.disable()
    clock = pygame.time.Clock()
    before = time.perf_counter()
    while app.running:
        now = time.perf_counter()
        app.safely(pygame.event.get(), min(now - before, LONGEST_SECONDS))
        app.kit.frame_ms = 1000 * (time.perf_counter() - now)
        before = now
        pygame.display.flip()
        if not on_web():
            clock.tick(FRAMES)
        app.tidy()
        if options.frames and app.shown >= options.frames:
            break
        yield
    gc.enable()
    app.kit.sounds.hush()
    pygame.quit()


__all__ = ["App", "NoWindow", "Options", "make_app", "play", "run"]
