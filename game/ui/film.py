"""Pictures of a journey somebody else moves: the demo, filmed recordings. On the driver that shows nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pygame

from game.content.packed import Content
from game.sim.events import Event
from game.sim.world import World
from game.ui import cues
from game.ui.app import Options, make_app
from game.ui.play import Play
from game.ui.storage import Memory


class Film:
    """The game's own screen, following `world`."""

    def __init__(self, content: Content, world: World, assets: Path) -> None:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        os.environ["SDL_AUDIODRIVER"] = "dummy"
        self.app = make_app(content, Options(assets, world=world, headless=True, quiet=True), Memory())
        screen = self.app.screens[-1]
        assert isinstance(screen, Play)
        self.play = screen

    def heed(self, world: World, events: Iterable[Event]) -> None:
        """Take in what happened; whatever would take time to be shown is shown at once."""
        eyes, kit = self.play.eyes, self.app.kit
        cues.heed(events, world, eyes, kit)
        while eyes.holds:
            cues.skip(eyes)
            cues.run_holds(world, eyes, kit, 1)

    def save(self, path: Path) -> None:
        """Write the picture of this moment."""
        world, eyes = self.play.world, self.play.eyes
        cues.settle(world, eyes)
        if world.stage is not None:
            eyes.camera.snap(world.room, world.stage.her)
        self.play.changed(self.app.kit)
        eyes.cover = 0
        self.play.draw(self.app.display.surface, self.app.kit)
        pygame.image.save(self.app.display.surface, str(path))
        for notes in (eyes.gains, eyes.captions, eyes.barks):
            notes.clear()  # shown once is enough: no time passes here that would take them away


def close() -> None:
    """Let go of whatever display and sound pygame has opened."""
    pygame.quit()
