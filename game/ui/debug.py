"""F1: what the rules know, drawn over the picture, for makers of maps and for the curious.

Walls are hatched, cover is dotted, areas are framed with their names, rounds are lines; beside each watcher stand his
mind and his suspicion, at the left the numbers of this tick. It only looks: nothing here changes the world.
"""

from __future__ import annotations

import pygame

from game.sim import watching
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, ground_at, noise_radius
from game.sim.room import Room
from game.sim.world import POINT, Mind, World
from game.ui.eyes import Eyes
from game.ui.kit import Kit
from game.ui.look import DANGER, EDGE, FAINT, INK, INTERACT, SAFE, SUSPICION, TEXT, TILE, UNIT_PX, WORLD_H, WORLD_W
from game.ui.panel import panel
from game.ui.text import Box


def draw_rules(picture: pygame.Surface, world: World, eyes: Eyes) -> None:
    """Walls, cover, areas and rounds on the world's picture."""
    stage = world.stage
    if stage is None:
        return
    room, left, top = world.room, eyes.camera.left, eyes.camera.top
    for y in range(max(0, top // TILE), min(room.height, (top + WORLD_H) // TILE + 1)):
        for x in range(max(0, left // TILE), min(room.width, (left + WORLD_W) // TILE + 1)):
            _cell(picture, room, x, y, x * TILE - left, y * TILE - top)
    for area in room.areas:
        frame = pygame.Rect(area.left * TILE - left, area.top * TILE - top, area.width * TILE, area.height * TILE)
        pygame.draw.rect(picture, SAFE, frame, 1)
    for guard in stage.guards.values():
        corners = [(x // UNIT_PX - left, y // UNIT_PX - top) for x, y in watching.loop_cells(world, guard)]
        if len(corners) > 1:
            pygame.draw.lines(picture, EDGE, True, corners)
        if guard.known != (-1, -1):
            at = (guard.known[0] // UNIT_PX - left, guard.known[1] // UNIT_PX - top)
            pygame.draw.line(picture, SUSPICION, (guard.x // UNIT_PX - left, guard.y // UNIT_PX - top), at)


def _cell(picture: pygame.Surface, room: Room, x: int, y: int, px: int, py: int) -> None:
    at = y * room.width + x
    if not room.walls.free(Cell(x, y)):
        colour = DANGER if room.opaque.free(Cell(x, y)) else INK
        pygame.draw.line(picture, colour, (px, py + TILE - 1), (px + TILE - 1, py))
    if room.cover[at]:
        picture.set_at((px + 8, py + 8), SAFE) if 0 <= px + 8 < WORLD_W and 0 <= py + 8 < WORLD_H else None
    if room.dark[at]:
        picture.fill(INK, (px + 7, py + 11, 3, 1))


def draw_numbers(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes) -> list[Box]:
    """The numbers of this tick at the left, and names over areas and watchers."""
    stage = world.stage
    if stage is None:
        return []
    room, her, say = world.room, stage.her, kit.words.say
    cell = cell_of(her.x, her.y)
    px = max(8, kit.small_px * 3 // 4)
    at = cell.y * room.width + cell.x if room.walls.inside(cell) else 0
    lines = (
        say("debug.place", room=room.id, tick=stage.tick, x=cell.x, y=cell.y),
        say("debug.ground", ground=ground_at(room, her.x, her.y), ice=room.ice_cm[at],
            noise=f"{noise_radius(room, her, her.gait) / UNITS:.1f}"),
        say("debug.seen", who=", ".join(watching.seen_by(world)) or "-", threat=watching.threat(world),
            alarm=stage.alarm),
        say("debug.pace", frame=f"{kit.frame_ms:.1f}", prints=len(stage.prints), lures=len(stage.lures)),
    )
    rect = pygame.Rect(kit.view.px(16), kit.view.px(110), max(kit.pen.width(line, px) for line in lines) + px,
                       len(lines) * kit.pen.line_height(px) + px)
    panel(surface, rect, max(2, px // 7))
    boxes = [Box("debug", kit.pen.block(surface, lines, px, (rect.left + px // 2, rect.top + px // 2), TEXT))]
    return boxes + _names(surface, kit, world, eyes, px)


def _names(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, px: int) -> list[Box]:
    stage = world.stage
    assert stage is not None
    found: list[Box] = []
    names = [(area.name, area.left * TILE + 2, area.top * TILE + 1, FAINT) for area in world.room.areas]
    names += [(thing.name, thing.cell.x * TILE, thing.cell.y * TILE, INTERACT) for thing in world.room.things]
    for guard in stage.guards.values():
        if guard.mind is not Mind.OFF:
            words = f"{guard.name} {guard.mind} {guard.suspicion // POINT}"
            names.append((words, guard.x // UNIT_PX - 20, guard.y // UNIT_PX + 2, SUSPICION))
    for words, x, y, colour in names:
        at = kit.view.to_window(x - eyes.camera.left, y - eyes.camera.top)
        if 0 <= at[0] < kit.view.window_w - kit.pen.width(words, px) and 0 <= at[1] < kit.view.window_h - 2 * px:
            found.append(Box("debug name", kit.pen.write(surface, words, px, at, colour, None)))
    return found
