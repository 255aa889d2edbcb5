"""What she knows of herself while she walks: seen or not, warmth, purse, the hour, prompts, captions. Window pixels."""

from __future__ import annotations

import pygame

from game.sim import body, things
from game.sim.clock import DAY_MINUTES, minute_of, room_ways
from game.sim.room import Room
from game.sim.things import Target
from game.sim.world import FULL, Guard, Mind, Stage, World
from game.ui import marks
from game.ui.eyes import Eyes
from game.ui.inputs import Action
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
    UNIT_PX,
    WARM,
    WORLD_H,
    WORLD_W,
    Colour,
)
from game.ui.panel import bar, panel, prompt, prompt_size
from game.ui.text import Box
from game.words import describe

_LOOKING = (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL)
_SURE = (Mind.CHALLENGE, Mind.CHASE)
_EDGE_CELLS = 22  # a watcher outside the picture is pointed at from so near


def draw_hud(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, target: Target | None) -> list[Box]:
    """All of it. Corners: how seen she is, the hour, warmth and purse. Over the world: prompt, barks, arrows."""
    stage = world.stage
    if stage is None:
        return draw_notes(surface, kit, eyes)
    boxes, left = _state(surface, kit, stage)
    body_boxes, right = _body(surface, kit, world, stage, eyes)
    boxes += body_boxes + _hour(surface, kit, world, stage, left, right)
    boxes += _prompt(surface, kit, world, eyes, target)
    _edge_arrows(surface, kit, stage, eyes)
    boxes += _barks(surface, kit, world, eyes)
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
    icon = pygame.transform.scale(marks.eye(openness, colour, sure), (px * 2, px * 34 // 25))
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
    return boxes, rect.right


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
        rect = pygame.Rect(0, top, kit.pen.width(words, px) + wide + px * 3 // 2, height)
        rect.right = right
        begins = rect.left
        panel(surface, rect, max(2, px // 7))
        boxes.append(Box("warmth", kit.pen.write(surface, words, px, (rect.left + px // 2, rect.top + px // 6), TEXT)))
        warmth = body.warmth(world)
        colour: Colour = WARM if warmth >= body.SHIVERS else DANGER
        cells = pygame.Rect(boxes[-1].rect.right + px // 2, rect.centery - px // 4, wide, px // 2)
        bar(surface, cells, warmth / 100, colour, 5)
        if warmth < body.SHIVERS and eyes.clock // 20 % 2:
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
    held = [kit.words.count(name, int(facts[name])) for name in ("won", "yuan") if name in facts]
    if not held:
        return []
    px = max(8, kit.small_px * 4 // 5)
    words = "  ".join(held)
    rect = pygame.Rect(0, corner[1], kit.pen.width(words, px) + px, kit.pen.line_height(px) + px // 3)
    rect.right = corner[0]
    panel(surface, rect, max(2, px // 7))
    return [Box("purse", kit.pen.write(surface, words, px, (rect.left + px // 2, rect.top + px // 6), TEXT))]


# Over the world ------------------------------------------------------------------------------------------------
def near(world: World) -> Target | None:
    """What is outlined."""
    if world.stage is None or world.stage.her.hidden:
        return None
    return things.nearest(world, things.OUTLINE_RANGE)


def _prompt(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, target: Target | None) -> list[Box]:
    """What the act key would do, over the thing it would do it to."""
    stage = world.stage
    assert stage is not None
    px = kit.small_px
    if stage.her.hidden:
        words, x, y = kit.words.say("verb.come_out"), stage.her.x, stage.her.y
    else:
        if target is None or not _in_reach(stage, target):
            return []
        words, x, y = describe.target_label(world, kit.words, target), target.x, target.y
    key = kit.key(Action.ACT)
    wide, high = prompt_size(kit.pen, key, words, px)
    left, top = kit.view.to_window(x / UNIT_PX - eyes.camera.left, y / UNIT_PX - eyes.camera.top - 44)
    rect = pygame.Rect(left - wide // 2, top - high, wide, high)
    safe = pygame.Rect(0, kit.view.px(70), kit.view.window_w, kit.view.window_h - kit.view.px(140))
    rect.clamp_ip(safe.inflate(-kit.view.px(24), 0))
    return [Box("prompt", prompt(surface, kit.pen, key, words, px, rect.topleft))]


def _in_reach(stage: Stage, target: Target) -> bool:
    """Outlined from two tiles, done from one and a half."""
    far = (target.x - stage.her.x) ** 2 + (target.y - stage.her.y) ** 2
    return far <= things.ACT_RANGE * things.ACT_RANGE


def _edge_arrows(surface: pygame.Surface, kit: Kit, stage: Stage, eyes: Eyes) -> None:
    """Arrows at the picture's edge to watchers outside it who look for her."""
    for guard in stage.guards.values():
        if guard.mind not in (*_LOOKING, *_SURE) and guard.suspicion < FULL // 5:
            continue
        _arrow(surface, kit, guard, eyes)


def _arrow(surface: pygame.Surface, kit: Kit, guard: Guard, eyes: Eyes) -> None:
    x, y = guard.x / UNIT_PX - eyes.camera.left, guard.y / UNIT_PX - eyes.camera.top
    if 0 <= x < WORLD_W and 0 <= y < WORLD_H:
        return
    dx, dy = x - WORLD_W / 2, y - WORLD_H / 2
    if dx * dx + dy * dy > (_EDGE_CELLS * 16) ** 2:
        return
    share = min((WORLD_W / 2 - 14) / max(abs(dx), 1), (WORLD_H / 2 - 14) / max(abs(dy), 1))
    tip = pygame.Vector2(kit.view.to_window(WORLD_W / 2 + dx * share, WORLD_H / 2 + dy * share))
    way = pygame.Vector2(dx, dy).normalize()
    side, size = pygame.Vector2(-way.y, way.x), kit.view.px(12)
    sure = guard.mind in _SURE
    colour = DANGER if sure else SUSPICION
    shape = [tip + way * size, tip - way * size * 0.4 + side * size, tip - way * size * 0.4 - side * size]
    pygame.draw.polygon(surface, INK, [p + (p - tip) * 0.35 for p in shape])
    pygame.draw.polygon(surface, colour, shape, 0 if sure else max(2, size // 5))


def _barks(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes) -> list[Box]:
    """Words over the head of whoever says them without stopping the world."""
    boxes: list[Box] = []
    px = kit.small_px
    for note in eyes.barks:
        place = _head(world, note.who)
        if place is None:
            continue
        lines = kit.pen.wrap(note.words, px, kit.view.px(360))
        wide = max(kit.pen.width(line, px) for line in lines) + px
        rect = pygame.Rect(0, 0, wide, len(lines) * kit.pen.line_height(px) + px // 3)
        rect.midbottom = kit.view.to_window(place[0] - eyes.camera.left, place[1] - eyes.camera.top - 46)
        rect.clamp_ip(pygame.Rect(0, kit.view.px(70), kit.view.window_w, kit.view.window_h - kit.view.px(160)))
        while any(rect.colliderect(box.rect) for box in boxes):
            rect.bottom -= kit.pen.line_height(px)
        panel(surface, rect, max(2, px // 7))
        boxes.append(Box("bark", kit.pen.block(surface, lines, px, (rect.left + px // 2, rect.top + px // 6))))
    return boxes


def _head(world: World, who: str) -> tuple[float, float] | None:
    stage = world.stage
    if stage is None:
        return None
    if who in ("she", "solhwa"):
        return stage.her.x / UNIT_PX, stage.her.y / UNIT_PX
    found = things.people(world.room, stage, who)
    if not found:
        return None
    her = stage.her
    _, x, y = min(found, key=lambda f: (f[1] - her.x) ** 2 + (f[2] - her.y) ** 2)
    return x / UNIT_PX, y / UNIT_PX


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
        rect = pygame.Rect(margin, y, kit.pen.width(note.words, px) + px, height)
        panel(surface, rect, max(2, px // 7), INTERACT)
        boxes.append(Box("gain", kit.pen.write(surface, note.words, px, (rect.left + px // 2, rect.top + px // 6))))
        y = rect.bottom + px // 4
    return boxes


def draw_planning(surface: pygame.Surface, kit: Kit) -> list[Box]:
    """While time stands still: a frame round the picture, what it means, how to go on."""
    px = kit.small_px
    words = kit.words.say("hud.planning")
    key = kit.key(Action.PLAN)
    wide, high = prompt_size(kit.pen, key, words, px)
    rect = pygame.Rect(kit.view.x, kit.view.y, kit.view.width, kit.view.height)
    pygame.draw.rect(surface, INTERACT, rect, max(2, kit.view.px(3)))
    at = ((kit.view.window_w - wide) // 2, kit.view.window_h - high - kit.view.px(76))
    return [Box("planning", prompt(surface, kit.pen, key, words, px, at))]
