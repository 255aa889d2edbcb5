"""Home as it is shown: the stage once more in the inks of a poster, without watchers' eyes, with words for everybody.

The pictures are the same indices under the grade "poster"; a painting goes over the room in strokes (painting.py).
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.sim.world import World
from game.ui import actors, silhouettes
from game.ui.actors import Sight, body_rect
from game.ui.atlas import Atlas
from game.ui.eyes import Eyes
from game.ui.ground import GroundView
from game.ui.light import pattern
from game.ui.living import still
from game.ui.look import INTERACT, KEY, WORLD_H, WORLD_W, Colour
from game.ui.painting import KEPT_TICKS, SMEAR_TICKS, STROKE_TICKS, Phase
from game.ui.text import Box

if TYPE_CHECKING:
    from game.ui.kit import Kit  # which holds the poster

GRADE = "poster"
RED: Colour = (200, 26, 24)
DARK_RED: Colour = (92, 6, 12)
PAPER: Colour = (255, 246, 216)
_BORDER_PX = 7
_BRISTLE_PX = 3     # rows of the picture that one bristle covers
_STROKE_ROWS = 45   # rows a stroke of the brush covers: eight strokes
_LAG = 0.55         # the last stroke begins when so much of the time is gone
_RAGGED_PX = 26     # how unevenly a stroke ends


class Poster:
    """Draws it. Keeps the inks mixed for one room until they were not looked at for a while."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._room: Room | None = None
        self._shown: Room | None = None
        self._ground: GroundView | None = None
        self._scenery: list[tuple[Sight, pygame.Rect]] = []
        self._sheet: pygame.Surface | None = None

    def prepare(self, world: World, art: RoomArt | None, eyes: Eyes) -> None:
        """Mix the inks for what is in view, one chunk of ground a call; lets go of them when they are not needed."""
        painting = eyes.painting
        if world.stage is None or (painting.idle >= KEPT_TICKS and not painting.wanted):
            if self._shown is not None:
                self._room = self._shown = self._ground = self._sheet = None
                self._scenery = []
                self.atlas.forget(GRADE)
            return
        if not painting.wanted and painting.phase is Phase.NONE:
            return
        room = world.room
        if room is not self._room or self._shown is None:
            self._room, self._shown = room, replace(room, grade=GRADE)
            self._ground = GroundView(self.atlas, self._shown, art, world.help.level)
            self._scenery = [(s, body_rect(s)) for s in actors.scenery(still(art), self.atlas, GRADE)]
            painting.ready = False
        elif self._ground is not None:
            painting.ready = not self._ground.prepare_view(eyes.camera.left, eyes.camera.top)

    def draw(self, surface: pygame.Surface, world: World, art: RoomArt | None, eyes: Eyes,
             flashes: bool = True) -> None:
        """Paint it over the picture as far as the strokes have come."""
        painting = eyes.painting
        if world.stage is not None and self._shown is not None and painting.phase is not Phase.NONE:
            if painting.whole and (flashes or painting.stroke >= 2 * STROKE_TICKS):
                self._scene(surface, world, art, eyes)
                return
            if self._sheet is None:
                self._sheet = pygame.Surface((WORLD_W, WORLD_H)).convert()
            self._sheet.set_colorkey(None)
            self._scene(self._sheet, world, art, eyes)
            if flashes:
                _strokes(surface, self._sheet, painting.stroke / STROKE_TICKS, painting.phase is Phase.WIPED)
            else:
                _through(surface, self._sheet, painting.stroke / (2 * STROKE_TICKS), painting.phase is Phase.WIPED)
        if painting.phase is Phase.NONE and painting.smear:
            _smear(surface, painting.smear / SMEAR_TICKS)

    def _scene(self, surface: pygame.Surface, world: World, art: RoomArt | None, eyes: Eyes) -> None:
        stage, room = world.stage, self._shown
        assert stage is not None and room is not None and self._ground is not None
        left, top = eyes.camera.left, eyes.camera.top
        screen = pygame.Rect(left, top, WORLD_W, WORLD_H)
        surface.fill(DARK_RED)
        self._ground.blit(surface, left, top)
        here = [placed for placed in self._scenery if placed[1].colliderect(screen)]
        moving = actors.people(room, stage, self.atlas, eyes, screen)
        moving += actors.things(room, art, stage, self.atlas, screen)
        here += [(sight, rect) for sight in moving if (rect := body_rect(sight)).colliderect(screen)]
        here.sort(key=lambda placed: placed[0].foot_y)
        blits = []
        for sight, rect in here:
            picture = sight.both.moon
            if sight.who and not sight.person:
                blits.append((silhouettes.outline(picture, INTERACT), (rect.left - left - 1, rect.top - top - 1)))
            blits.append((picture, (rect.left - left, rect.top - top)))
        surface.fblits(blits)
        _border(surface)

    def words(self, surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, taken: list[Box]) -> list[Box]:
        """The slogan of the place, the one word everybody performs, what signs say: where no words are `taken` yet."""
        stage = world.stage
        if stage is None or self._shown is None or not eyes.painting.whole:
            return []
        boxes = _ribbon(surface, kit, world.room.id, taken)
        left, top = eyes.camera.left, eyes.camera.top
        screen = pygame.Rect(left, top, WORLD_W, WORLD_H)
        signs = [(x, y - self.atlas.thing(name, GRADE).foot[1] - 2, id) for name, x, y in _standing(kit, world)
                 if screen.collidepoint(x, y) and kit.words.either(id := f"faces.sign.{name}", "")]
        cast = {w.name: w.person for w in world.room.watchers} | {r.name: r.person for r in world.room.residents}
        people = [(s.foot_x, s.foot_y - 44, f"faces.person.{cast.get(s.who, '')}")
                  for s in actors.people(self._shown, stage, self.atlas, eyes, screen) if s.who != "she"]
        for x, y, id in (*people, *signs):
            said = kit.words.either(id, "")
            if said:
                box = _label(surface, kit, said, kit.view.to_window(x - left, y - top), taken + boxes)
                boxes += [box] if box is not None else []
        return boxes


def _standing(kit: Kit, world: World) -> list[tuple[str, int, int]]:
    """The name and the foot of everything that stands in the room, to be used or only to be seen."""
    art = kit.content.art.get(world.room.id)
    if art is None:
        return []
    return [(s.art, s.x, s.y) for s in art.scenery] + [
        (art.thing_art.get(thing.name, ""), *actors.thing_foot(thing)) for thing in world.room.things]


def _label(surface: pygame.Surface, kit: Kit, said: str, at: tuple[int, int], taken: list[Box]) -> Box | None:
    """Words on a red strip centred over a window pixel; None where there is no room for it."""
    px = kit.small_px
    strip = pygame.Rect(0, 0, kit.pen.width(said, px) + px, kit.pen.line_height(px) + px // 4)
    strip.midbottom = at
    inner = pygame.Rect(0, 0, kit.view.window_w, kit.view.window_h).inflate(-kit.view.px(28), -kit.view.px(28))
    if not inner.contains(strip) or any(strip.colliderect(box.rect) for box in taken):
        return None
    surface.fill(DARK_RED, strip)
    kit.pen.write(surface, said, px, (strip.left + px // 2, strip.top + px // 8), PAPER, DARK_RED)
    return Box("faces", strip)


def _ribbon(surface: pygame.Surface, kit: Kit, room: str, taken: list[Box]) -> list[Box]:
    """The slogan of the place across the foot of the picture, unless other words lie there."""
    px = kit.text_px
    said = kit.words.either(f"faces.slogan.{room}", kit.words.say("faces.slogan.any"))
    while px > 8 and kit.pen.width(said, px) > kit.view.window_w - kit.view.px(40):
        px -= 1
    high = kit.pen.line_height(px) + px // 2
    band = pygame.Rect(0, kit.view.window_h - high - kit.view.px(2 * _BORDER_PX), kit.view.window_w, high)
    if any(band.colliderect(box.rect) for box in taken):
        return []
    surface.fill(RED, band)
    kit.pen.write(surface, said, px, (band.centerx - kit.pen.width(said, px) // 2, band.top + px // 4), PAPER, RED)
    return [Box("slogan", band)]


def _border(surface: pygame.Surface) -> None:
    """A print has an edge."""
    pygame.draw.rect(surface, RED, surface.get_rect(), _BORDER_PX)
    pygame.draw.rect(surface, PAPER, surface.get_rect().inflate(-2 * _BORDER_PX, -2 * _BORDER_PX), 1)


@lru_cache(maxsize=1)
def _bristles() -> tuple[tuple[float, int], ...]:
    """For every few rows: when their stroke begins (0 to 1), and how far ahead of its middle the bristle is (px)."""
    luck = random.Random(24)
    strokes = -(-WORLD_H // _STROKE_ROWS)
    return tuple((_LAG * (y // _STROKE_ROWS) / (strokes - 1), luck.randint(-_RAGGED_PX, _RAGGED_PX))
                 for y in range(0, WORLD_H, _BRISTLE_PX))


def _strokes(surface: pygame.Surface, sheet: pygame.Surface, share: float, off: bool) -> None:
    """Lay on what the brush has reached, or what it has not yet wiped away."""
    for number, (begins, ahead) in enumerate(_bristles()):
        part = min(1.0, max(0.0, (share - begins) / (1.0 - _LAG)))
        x = 0 if part == 0.0 else min(WORLD_W, max(0, round(part * (WORLD_W + 2 * _RAGGED_PX)) - _RAGGED_PX + ahead))
        y = number * _BRISTLE_PX
        if off:
            surface.blit(sheet, (x, y), (x, y, WORLD_W - x, _BRISTLE_PX))
        else:
            surface.blit(sheet, (0, y), (0, y, x, _BRISTLE_PX))


def _through(surface: pygame.Surface, sheet: pygame.Surface, share: float, off: bool) -> None:
    """For those who would rather not see strokes: four dithered steps."""
    kept = min(16, 4 * (1 + int(4 * share)))
    kept = 16 - kept if off else kept
    if kept == 0:
        return
    sheet.blit(pattern(kept, WORLD_W, WORLD_H), (0, 0))
    sheet.set_colorkey(KEY)
    surface.blit(sheet, (0, 0))


@lru_cache(maxsize=1)
def _drips() -> tuple[tuple[int, int, int], ...]:
    """Runs of red from the picture's upper edge: x, width, longest."""
    luck = random.Random(5)
    found, x = [], 0
    while x < WORLD_W:
        wide = luck.choice((2, 3, 3, 4, 6))
        found.append((x, wide, luck.randint(3, 14) + (luck.randint(12, 40) if luck.random() < 0.22 else 0)))
        x += wide
    return tuple(found)


def _smear(surface: pygame.Surface, share: float) -> None:
    """Red that runs down from above and dries up; the picture's middle stays free."""
    for x, wide, longest in _drips():
        high = round(longest * min(1.0, 1.4 * share))
        if high > 0:
            surface.fill(DARK_RED if wide < 4 else RED, (x, 0, wide, high))

