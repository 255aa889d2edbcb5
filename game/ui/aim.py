"""Where to throw: a mark moved over the ground while time stands still, and the ring of what its fall will sound like.

Whoever would hear it has a ring of his own, so that nothing about a throw is a guess.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.sim import throwing, tools
from game.sim.angles import DIRECTIONS
from game.sim.grid import Cell
from game.sim.ground import cell_of, middle
from game.sim.intents import Tool
from game.sim.watching import noise_heard_by
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import INTERACT, SUSPICION, TILE, UNIT_PX
from game.ui.panel import prompt, prompt_size
from game.ui.text import Box
from game.ui.turn import Pop, Turn

if TYPE_CHECKING:
    from game.ui.play import Play

_FIRST_FAR = 4        # the mark begins so many cells before her
_REPEAT_SECONDS = 0.12
_HUD = ("state", "hour")
_STEPS = {Action.UP: (0, -1), Action.DOWN: (0, 1), Action.LEFT: (-1, 0), Action.RIGHT: (1, 0)}


class Aim:
    """The mark, over the journey it belongs to."""

    over = True

    def __init__(self, kit: Kit, play: Play, tool: str, done: Callable[[], None]) -> None:
        self.play, self.tool, self.done = play, tool, done
        self.cells = tools.reach(play.world, tool)
        stage = play.world.stage
        assert stage is not None
        here = cell_of(stage.her.x, stage.her.y)
        across, down = DIRECTIONS[stage.her.facing]
        wanted = Cell(here.x + round(_FIRST_FAR * across / 4096), here.y + round(_FIRST_FAR * down / 4096))
        self.at = self._nearest(wanted)
        self.owed = 0.0
        kit.narrator.say(kit.words.say("aim.intro"))

    def _nearest(self, wanted: Cell) -> Cell:
        return min(self.cells, key=lambda c: ((c.x - wanted.x) ** 2 + (c.y - wanted.y) ** 2, c.y, c.x), default=wanted)

    def heed(self, kit: Kit) -> Turn | None:
        """Move the mark, throw, or think again."""
        inputs = kit.inputs
        if Action.MENU in inputs.pressed or Action.BACK in inputs.pressed or not self.cells:
            return Pop()
        for action in inputs.pressed:
            if action in _STEPS:
                self._move(*_STEPS[action])
                self.owed = -2 * _REPEAT_SECONDS
        mouse = inputs.mouse
        if mouse.moved or mouse.clicked:
            x, y = kit.view.to_world(mouse.x, mouse.y)
            eye = self.play.eyes.camera
            self.at = self._nearest(Cell(int(x + eye.left) // TILE, int(y + eye.top) // TILE))
        if Action.ACT in inputs.pressed or mouse.clicked:
            self.play.ask(kit, Tool(self.tool, self.at.x, self.at.y))
            self.done()
            return Pop()
        return None

    def _move(self, dx: int, dy: int) -> None:
        """To the nearest cell in reach that lies that way."""
        ahead = [c for c in self.cells if (c.x - self.at.x) * dx + (c.y - self.at.y) * dy > 0]
        if ahead:
            wanted = Cell(self.at.x + dx, self.at.y + dy)
            self.at = min(ahead, key=lambda c: ((c.x - wanted.x) ** 2 + (c.y - wanted.y) ** 2, c.y, c.x))

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """The world waits; a held key moves the mark on."""
        dx, dy = kit.inputs.direction()
        self.owed = self.owed + seconds if dx or dy else 0.0
        while self.owed >= _REPEAT_SECONDS:
            self.owed -= _REPEAT_SECONDS
            self._move(dx, dy)
        return None

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """The moment below, the mark, the ring, who would hear, and the keys."""
        self.play.eyes.aiming = True
        boxes = self.play.draw(surface, kit)
        self.play.eyes.aiming = False
        below = max((box.rect.bottom for box in boxes if box.name in _HUD), default=0) + kit.view.px(8)
        surface.set_clip(pygame.Rect(0, below, kit.view.window_w, kit.view.window_h - below))  # words stay readable
        world, eye = self.play.world, self.play.eyes.camera
        assert world.stage is not None
        view, scale = kit.view, kit.view.scale
        x, y = middle(self.at)
        centre = view.to_window(x / UNIT_PX - eye.left, y / UNIT_PX - eye.top)
        radius = throwing.HEARD[self.tool]
        heard = noise_heard_by(world, x, y, radius) if radius else []
        thick = max(1, round(scale))
        if radius:
            colour = SUSPICION if heard else INTERACT
            pygame.draw.circle(surface, colour, centre, round(radius / UNIT_PX * scale), thick)
        half = round(TILE * scale / 2)
        for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            corner = (centre[0] + dx * half, centre[1] + dy * half)
            pygame.draw.line(surface, INTERACT, corner, (corner[0] - dx * half // 2, corner[1]), 2 * thick)
            pygame.draw.line(surface, INTERACT, corner, (corner[0], corner[1] - dy * half // 2), 2 * thick)
        for name in heard:
            guard = world.stage.guards[name]
            at = view.to_window(guard.x / UNIT_PX - eye.left, guard.y / UNIT_PX - eye.top)
            pygame.draw.circle(surface, SUSPICION, at, half, 2 * thick)
        surface.set_clip(None)
        return boxes + self._keys(surface, kit, len(heard))

    def _keys(self, surface: pygame.Surface, kit: Kit, hearers: int) -> list[Box]:
        px = kit.small_px
        rows = [(kit.cap(Action.ACT), kit.words.say("aim.throw")),
                (kit.cap(Action.MENU, menu=True), kit.words.say("key.back")),
                (None, kit.words.say("aim.heard", n=hearers))]
        y = kit.view.window_h - kit.view.px(24)
        found = []
        for cap, words in reversed(rows):
            wide, high = prompt_size(kit.pen, cap, words, px)
            y -= high + px // 4
            at = ((kit.view.window_w - wide) // 2, y)
            found.append(Box("aim", prompt(surface, kit.pen, cap, words, px, at)))
        return found
