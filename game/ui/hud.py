"""What she knows of herself while she walks: seen or not, warmth, purse, the hour, prompts, captions. Window pixels."""

from __future__ import annotations

import pygame

from game.sim import body
from game.sim.clock import DAY_MINUTES, minute_of, room_ways
from game.sim.room import Room
from game.sim.things import Target
from game.sim.world import FULL, Mind, Stage, World
from game.ui import over
from game.ui.cards import Horizon, hour_card, purse_card, warmth_card, words_card
from game.ui.eyes import Eyes
from game.ui.hints import draw_hints
from game.ui.kit import Kit
from game.ui.look import (
    DANGER,
    DANGER_TEXT,
    EDGE,
    EDGE_LOW,
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
    card = words_card(kit.pen, "state", kit.words.say(f"state.{state}"), px, DANGER_TEXT if sure else colour,
                      DANGER if sure else EDGE, (openness, colour, sure))
    boxes = card.draw(surface, (margin, margin))
    bottom = margin + card.picture.get_height()
    if stage.alarm:
        told = words_card(kit.pen, "alarm", kit.words.say(f"alarm.{stage.alarm}"), px, DANGER_TEXT, DANGER)
        boxes += told.draw(surface, (margin, bottom + px // 3))
        bottom += px // 3 + told.picture.get_height()
    if stage.mask_ticks:
        boxes.append(_covered(surface, kit, stage, (margin, bottom + px // 3)))
    return boxes, margin + card.picture.get_width()


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
    card = hour_card(kit.pen, words, px, line, _horizon(world, room, stage))
    rect = card.picture.get_rect(top=kit.view.px(16), centerx=kit.view.window_w // 2)
    rect.right = min(rect.right, right - gap)
    rect.left = max(rect.left, left + gap)
    return card.draw(surface, rect.topleft)


def _horizon(world: World, room: Room, stage: Stage) -> Horizon:
    """The hours of the room as they stand: rotations, exact once announced, and ways that wait for a time."""
    def since(minute: int) -> int:
        return (minute - room.clock_start) % DAY_MINUTES

    told = min(stage.announced, len(stage.handovers))
    gates = tuple((since(stage.handovers[at] if at < told else one.minute), at < told)
                  for at, one in enumerate(room.handovers))
    times = tuple(since(minute_of(way.target)) for way in room_ways(world) if way.verb == "at")
    return Horizon(since(room.clock_end), since(world.tale.clock), gates, times)


def _body(surface: pygame.Surface, kit: Kit, world: World, stage: Stage, eyes: Eyes) -> tuple[list[Box], int]:
    """Warmth in five cells with its word, breath while it is spent, and what she carries. Also where it begins."""
    px, margin = kit.small_px, kit.view.px(16)
    boxes, top, right = list[Box](), margin, kit.view.window_w - margin
    begins = right
    if body.has_warmth(world):
        warmth = body.warmth(world)
        colour: Colour = WARM if warmth >= body.SHIVERS else DANGER
        card = warmth_card(kit.pen, kit.icons, kit.words.say("hud.warmth"), px, warmth, colour)
        rect = card.picture.get_rect(top=top, right=right)
        begins = rect.left
        boxes = card.draw(surface, rect.topleft)
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
    held = tuple((name, kit.words.count(name, int(facts[name]))) for name in ("won", "yuan") if name in facts)
    if not held:
        return []
    card = purse_card(kit.pen, kit.icons, held, max(8, kit.small_px * 4 // 5))
    return card.draw(surface, (corner[0] - card.picture.get_width(), corner[1]))


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
        panel(surface, rect, max(2, px // 7), EDGE_LOW)
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
