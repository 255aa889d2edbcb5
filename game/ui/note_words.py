"""The words beside her pencil notes, in window pixels so that they grow with the text."""

from __future__ import annotations

import math

import pygame

from game.sim.world import World
from game.story.tale import Waiting
from game.ui.eyes import Eyes
from game.ui.kit import Kit
from game.ui.look import INK, TILE, UNIT_PX
from game.ui.notes import PENCIL, known, words_at
from game.ui.text import Box

_NEAR_PX = 9 * TILE  # they are read from so near; with a look round, from anywhere


def labels(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, taken: list[Box]) -> list[Box]:
    """Write the words of the notes near her, or of all in view while she looks round; none over words on screen."""
    stage = world.stage
    walks = world.tale.waiting in (Waiting.ROOM, Waiting.STAGE) and not eyes.picture and not eyes.title
    if stage is None or not walks or eyes.dark or eyes.cover:
        return []
    view, boxes = kit.view, list[Box]()
    window = pygame.Rect(view.x, view.y, view.width, view.height)
    look_round = eyes.planning or eyes.peek != (0, 0)
    for note in known(world, kit.content.art.get(stage.room)):
        x, y = words_at(note)
        far = math.hypot(x - stage.her.x // UNIT_PX, y - stage.her.y // UNIT_PX)
        if far > _NEAR_PX and not look_round:
            continue
        made = kit.pen.line(kit.words.say(f"note.{note.text}"), kit.small_px, PENCIL, None)
        at = made.get_rect(midleft=view.to_window(x - eyes.camera.left, y - eyes.camera.top))
        if window.contains(at) and at.collidelist([box.rect for box in taken + boxes]) < 0:
            shade = kit.pen.line(kit.words.say(f"note.{note.text}"), kit.small_px, INK, None)
            for shift in ((-1, 1), (1, 1), (0, -1), (0, 2)):
                surface.blit(shade, at.move(shift))
            surface.blit(made, at)
            boxes.append(Box(f"note {note.text}", at))
    return boxes
