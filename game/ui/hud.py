"""What she knows of herself while she walks: seen or not, warmth, purse, the hour, prompts, captions. Window pixels."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.sim import body
from game.sim.clock import DAY_MINUTES, minute_of, room_ways
from game.sim.room import Room
from game.sim.things import Target
from game.sim.world import FULL, Mind, Stage, World
from game.ui import marks, over
from game.ui.eyes import Eyes
from game.ui.hints import draw_hints
from game.ui.kit import Kit
from game.ui.look import (
    DANGER,
    DANGER_TEXT,
    EDGE,
    INK,
    INTERACT,
    SAFE,
    SUSPICION,
    TEXT,
    WARM,
    Colour,
)
from game.ui.panel import bar, panel
from game.ui.text import Box
from game.words import describe

_LOOKING = (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL)
_SURE = (Mind.CHALLENGE, Mind.CHASE)

_MASK_TICKS = 360  # a full bar of what covers sounds: six seconds or more
_HINT_TICKS = 720  # the keys are named at the beginning of a room


def draw_hud(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, target: Target | None) -> list[Box]:
    """All of it. Corners: how seen she is, the hour, warmth and purse. Over the world: prompt, barks, arrows."""
    stage = world.stage
    if stage is None:
        return draw_notes(surface, kit, eyes)
    boxes, left = _state(surface, kit, stage)
    body_boxes, right = _body(surface, kit, world, stage, eyes)
    boxes += body_boxes + _hour(surface, kit, world, stage, left, right)
    boxes += over.act_prompt(surface, kit, world, eyes, target)
    over.edge_arrows(surface, kit, stage, eyes)
    boxes += over.draw_barks(surface, kit, world, eyes)
    quiet = not (eyes.planning or eyes.aiming or eyes.gains or eyes.captions or eyes.painting.wanted)
    if stage.tick < _HINT_TICKS and stage.visit == 1 and quiet:
        boxes += draw_hints(surface, kit, stage, eyes)
    return boxes + draw_notes(surface, kit, eyes)


# Corners -------------------------------------------------------------------------------------------------------
def _state(surface: pygame.Surface, kit: Kit, stage: Stage) -> tuple[list[Box], int]:
    """Hidden, unseen, noticed or seen: an eye by shape, and the word. Also where it ends."""
    seen = [g.suspicion for g in stage.guards.values() if g.mind is not Mind.OFF]
    sure = any(g.mind in _SURE for g in stage.guards.values())
    most = max(seen, default=0)
    state, openness, colour = ("seen", 4, DANGER) if sure else ("noticed", 2, SUSPICION) if most > FULL // 50 else (
        ("hidden", 0, SAFE) if stage.her.hidden else ("unseen", 0, SAFE))
    margin, px = kit.view.px(16), kit.small_px
    words = kit.words.say(f"state.{state}")
    icon = _icon(openness, colour, sure, px)
    height = kit.pen.line_height(px) + px // 3
    rect = pygame.Rect(margin, margin, icon.get_width() + kit.pen.width(words, px) + px * 3 // 2, height)
    panel(surface, rect, max(2, px // 7), DANGER if sure else EDGE)
    surface.blit(icon, (rect.left + px // 2, rect.centery - icon.get_height() // 2))
    at = (rect.left + px * 3 // 4 + icon.get_width(), rect.top + px // 6)
    shown = DANGER_TEXT if colour == DANGER else colour
    boxes = [Box("state", kit.pen.write(surface, words, px, at, shown))]
    if stage.alarm:
        words = kit.words.say(f"alarm.{stage.alarm}")
        below = pygame.Rect(margin, rect.bottom + px // 3, kit.pen.width(words, px) + px, height)
        panel(surface, below, max(2, px // 7), DANGER)
        at = (below.left + px // 2, below.top + px // 6)
        boxes.append(Box("alarm", kit.pen.write(surface, words, px, at, DANGER_TEXT)))
        rect.bottom = below.bottom
    if stage.mask_ticks:
        boxes.append(_covered(surface, kit, stage, (margin, rect.bottom + px // 3)))
    return boxes, rect.right


def _covered(surface: pygame.Surface, kit: Kit, stage: Stage, corner: tuple[int, int]) -> Box:
    """What covers her steps now, and for how long still: a bar that runs out."""
    px = kit.small_px
    words = kit.words.either(f"covered.{stage.mask}", kit.words.say("covered.other"))
    rect = pygame.Rect(corner, (kit.pen.width(words, px) + px, kit.pen.line_height(px) + px * 2 // 3))
    panel(surface, rect, max(2, px // 7), SAFE)
    box = Box("covered", kit.pen.write(surface, words, px, (rect.left + px // 2, rect.top + px // 6), TEXT))
    share = min(1.0, stage.mask_ticks / _MASK_TICKS)
    bar(surface, pygame.Rect(rect.left + px // 2, rect.bottom - px // 3, rect.width - px, max(2, px // 8)), share, SAFE)
    return box


@lru_cache(maxsize=16)
def _icon(openness: int, colour: Colour, sure: bool, px: int) -> pygame.Surface:
    return pygame.transform.scale(marks.eye(openness, colour, sure), (px * 2, px * 34 // 25))


def _hour(surface: pygame.Surface, kit: Kit, world: World, stage: Stage, left: int, right: int) -> list[Box]:
    """The hour, and a horizon: the span of this room, rotations as gates on it, what comes at a time as a mark.

    It lies in the middle, or where there is room between `left` and `right`; the horizon goes first if there is none.
    """
    room, px = world.room, kit.small_px
    words = describe.clock(world.tale.clock)
    spans = room.clock_start != room.clock_end
    gap = kit.view.px(10)
    spare = right - left - 2 * gap - kit.pen.width(words, px) - px * 3 // 2
    line = min(kit.view.px(220), spare) if spans and spare >= kit.view.px(70) else 0
    width = kit.pen.width(words, px) + px + (line + px // 2 if line else 0)
    rect = pygame.Rect(0, kit.view.px(16), width, kit.pen.line_height(px) + px // 3)
    rect.centerx = kit.view.window_w // 2
    rect.right = min(rect.right, right - gap)
    rect.left = max(rect.left, left + gap)
    panel(surface, rect, max(2, px // 7))
    at = (rect.left + px // 2, rect.top + px // 6)
    boxes = [Box("hour", kit.pen.write(surface, words, px, at, TEXT))]
    if line:
        track = pygame.Rect(boxes[0].rect.right + px // 2, rect.centery, line, max(2, px // 10))
        _horizon(surface, world, room, stage, track, px)
    return boxes


def _horizon(surface: pygame.Surface, world: World, room: Room, stage: Stage, track: pygame.Rect, px: int) -> None:
    span = (room.clock_end - room.clock_start) % DAY_MINUTES

    def place(minute: int) -> int:
        return track.left + track.width * min((minute - room.clock_start) % DAY_MINUTES, span) // span

    pygame.draw.rect(surface, EDGE, track)
    for number, handover in enumerate(room.handovers):
        x, wide = place(handover.minute), max(3, track.width * 10 // span)
        if number < stage.announced and number < len(stage.handovers):
            x, wide = place(stage.handovers[number]), 3
        # Two posts: a gate that opens when one pair leaves and the next has not come.
        colour = SUSPICION if number < stage.announced else INTERACT
        for post in (x - wide // 2, x + wide // 2):
            pygame.draw.rect(surface, colour, (post, track.top - px // 4, 2, px // 2))
    for way in room_ways(world):
        if way.verb == "at":
            x = place(minute_of(way.target))
            pygame.draw.circle(surface, WARM, (x, track.centery), px // 5, max(1, px // 12))
    here = place(world.tale.clock % DAY_MINUTES)
    pygame.draw.polygon(surface, TEXT, [(here, track.top - 1), (here - px // 5, track.top - px // 3),
                                        (here + px // 5, track.top - px // 3)])


def _body(surface: pygame.Surface, kit: Kit, world: World, stage: Stage, eyes: Eyes) -> tuple[list[Box], int]:
    """Warmth in five cells with its word, breath while it is spent, and what she carries. Also where it begins."""
    px, margin = kit.small_px, kit.view.px(16)
    height = kit.pen.line_height(px) + px // 3
    boxes, top, right = [], margin, kit.view.window_w - margin
    begins = right
    if body.has_warmth(world):
        words = kit.words.say("hud.warmth")
        wide = px * 5
        icon = kit.icons.room("warmth", px)
        rect = pygame.Rect(0, top, icon + kit.pen.width(words, px) + wide + px * 3 // 2, height)
        rect.right = right
        begins = rect.left
        panel(surface, rect, max(2, px // 7))
        at = (rect.left + px // 2, rect.top + px // 6)
        at = (kit.icons.draw(surface, "warmth", px, at), at[1])
        boxes.append(Box("warmth", kit.pen.write(surface, words, px, at, TEXT)))
        warmth = body.warmth(world)
        colour: Colour = WARM if warmth >= body.SHIVERS else DANGER
        cells = pygame.Rect(boxes[-1].rect.right + px // 2, rect.centery - px // 4, wide, px // 2)
        bar(surface, cells, warmth / 100, colour, 5)
        if warmth < body.SHIVERS and (eyes.clock // 30 % 2 or not kit.settings.flashes):
            pygame.draw.rect(surface, DANGER, rect, max(1, px // 10))
        top = rect.bottom + px // 3
    if stage.her.stamina < FULL:
        cells = pygame.Rect(right - px * 5, top, px * 5, max(3, px // 4))
        pygame.draw.rect(surface, INK, cells.inflate(4, 4))
        bar(surface, cells, stage.her.stamina / FULL, INTERACT)
        top = cells.bottom + px // 3
    return boxes + draw_purse(surface, kit, world, (right, top)), begins


def draw_purse(surface: pygame.Surface, kit: Kit, world: World, corner: tuple[int, int]) -> list[Box]:
    """Both purses in a small panel whose top right is `corner`."""
    facts = world.tale.facts
    held = [(name, kit.words.count(name, int(facts[name]))) for name in ("won", "yuan") if name in facts]
    if not held:
        return []
    px = max(8, kit.small_px * 4 // 5)
    wide = sum(kit.icons.room(name, px) + kit.pen.width(words, px) + px for name, words in held)
    rect = pygame.Rect(0, corner[1], wide, kit.pen.line_height(px) + px // 3)
    rect.right = corner[0]
    panel(surface, rect, max(2, px // 7))
    boxes, x, y = [], rect.left + px // 2, rect.top + px // 6
    for name, words in held:
        x = kit.icons.draw(surface, name, px, (x, y))
        boxes.append(Box(f"purse {name}", kit.pen.write(surface, words, px, (x, y), TEXT)))
        x = boxes[-1].rect.right + px
    return boxes


def draw_saved(surface: pygame.Surface, kit: Kit, eyes: Eyes) -> list[Box]:
    """In a scene: whether a save was written, in the corner above."""
    margin, px = kit.view.px(16), kit.small_px
    for note in eyes.captions:
        if note.key == "save":
            lines = kit.pen.wrap(note.words, px, kit.view.window_w // 2)
            rect = pygame.Rect(margin, margin, max(kit.pen.width(line, px) for line in lines) + px,
                               len(lines) * kit.pen.line_height(px) + px // 3)
            panel(surface, rect, max(2, px // 7))
            at = (rect.left + px // 2, rect.top + px // 6)
            return [Box("saved", kit.pen.block(surface, lines, px, at, TEXT))]
    return []


def draw_notes(surface: pygame.Surface, kit: Kit, eyes: Eyes) -> list[Box]:
    """Captions at the bottom, in the middle; what was gained at the left."""
    boxes: list[Box] = []
    px, margin = kit.small_px, kit.view.px(16)
    height = kit.pen.line_height(px) + px // 3
    y = kit.view.window_h - margin - height
    for note in reversed(eyes.captions):
        lines = kit.pen.wrap(note.words, px, kit.view.window_w - kit.view.px(120))
        rect = pygame.Rect(0, 0, max(kit.pen.width(line, px) for line in lines) + px,
                           len(lines) * kit.pen.line_height(px) + px // 3)
        rect.midbottom = (kit.view.window_w // 2, y + height)
        surface.fill(INK, rect)
        at = (rect.left + px // 2, rect.top + px // 6)
        boxes.append(Box("caption", kit.pen.block(surface, lines, px, at, TEXT)))
        y = rect.top - height - px // 4
    y = kit.view.window_h // 2
    for note in eyes.gains:
        rect = pygame.Rect(margin, y, kit.icons.room(note.icon, px) + kit.pen.width(note.words, px) + px, height)
        panel(surface, rect, max(2, px // 7), INTERACT)
        at = (rect.left + px // 2, rect.top + px // 6)
        at = (kit.icons.draw(surface, note.icon, px, at), at[1])
        boxes.append(Box("gain", kit.pen.write(surface, note.words, px, at)))
        y = rect.bottom + px // 4
    return boxes
