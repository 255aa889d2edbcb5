"""Hands for tests: keys and mouse as real events, frames as time."""

from pathlib import Path

import pygame

from game.sim.journey import new_world
from game.sim.world import Lore
from game.ui.app import Options, make_app
from game.ui.storage import Memory

FRAME = 1 / 60


def begin(content, start, assets=Path("assets"), shelf=None, **settings):
    """An app in a journey that starts at a node."""
    world, events = new_world(Lore(content.book, content.rooms, content.hash), 5, start)
    shelf = shelf if shelf is not None else Memory()
    app = make_app(content, Options(assets=assets, headless=True, quiet=True, world=world, events=tuple(events)), shelf)
    for name, value in settings.items():
        setattr(app.kit.settings, name, value)
    app.apply()
    return app


def key(name, down=True, mod=0):
    kind = pygame.KEYDOWN if down else pygame.KEYUP
    return pygame.Event(kind, key=pygame.key.key_code(name), mod=mod, unicode="", scancode=0)


def press(app, *names):
    """Tap keys, a frame down and a frame up each."""
    for name in names:
        app.frame([key(name)], FRAME)
        app.frame([key(name, down=False)], FRAME)


def hold(app, names, seconds):
    app.frame([key(name) for name in names], FRAME)
    wait(app, seconds)
    app.frame([key(name, down=False) for name in names], FRAME)


def wait(app, seconds):
    for _ in range(round(seconds * 60)):
        app.frame([], FRAME)


def click(app, place, button=1):
    down = pygame.Event(pygame.MOUSEBUTTONDOWN, button=button, pos=place)
    up = pygame.Event(pygame.MOUSEBUTTONUP, button=button, pos=place)
    app.frame([pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)), down], FRAME)
    app.frame([up], FRAME)


def until(app, waiting, most=80):
    """Press on through words and first choices until the tale waits for something else."""
    for _ in range(most):
        play = app.screens[-1]
        if not play.eyes.holds and play.world.tale.waiting.value == waiting:
            app.frame([], FRAME)
            return
        press(app, "return")
    raise AssertionError(f"never waited for {waiting}")
