"""Words and signs over the world's picture: what can be done and where, who speaks, who looks from outside it."""

from __future__ import annotations

import pygame

from game.sim import things, ways
from game.sim.grid import UNITS
from game.sim.things import Target
from game.sim.world import FULL, Guard, Mind, Stage, World
from game.ui.eyes import Eyes
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import DANGER, FAINT, INK, INTERACT, SUSPICION, TEXT, UNIT_PX, WORLD_H, WORLD_W
from game.ui.panel import panel, prompt, prompt_size
from game.ui.text import Box
from game.words import captions, describe

_LOOKING = (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL)
_SURE = (Mind.CHALLENGE, Mind.CHASE)
_EDGE_CELLS = 22  # a watcher outside the picture is pointed at from so near


def near(world: World) -> Target | None:
    """What is outlined."""
    if world.stage is None or world.stage.her.hidden:
        return None
    return things.nearest(world, things.OUTLINE_RANGE)


def act_prompt(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes, target: Target | None) -> list[Box]:
    """What the act key would do, over the thing it would do it to."""
    stage = world.stage
    assert stage is not None
    px = kit.small_px
    if eyes.planning:
        return []
    if stage.her.hidden:
        words, x, y = kit.words.say("verb.come_out"), stage.her.x, stage.her.y
    else:
        if target is None or not _in_reach(stage, target):
            return []
        words, x, y = describe.target_label(world, kit.words, target), target.x, target.y
    cap = kit.cap(Action.ACT)
    wide, high = prompt_size(kit.pen, cap, words, px)
    left, top = kit.view.to_window(x / UNIT_PX - eyes.camera.left, y / UNIT_PX - eyes.camera.top - 44)
    rect = pygame.Rect(left - wide // 2, top - high, wide, high)
    safe = pygame.Rect(0, kit.view.px(70), kit.view.window_w, kit.view.window_h - kit.view.px(140))
    rect.clamp_ip(safe.inflate(-kit.view.px(24), 0))
    return [Box("prompt", prompt(surface, kit.pen, cap, words, px, rect.topleft))]


def _in_reach(stage: Stage, target: Target) -> bool:
    """Outlined from two tiles, done from one and a half."""
    far = (target.x - stage.her.x) ** 2 + (target.y - stage.her.y) ** 2
    return far <= things.ACT_RANGE * things.ACT_RANGE


def edge_arrows(surface: pygame.Surface, kit: Kit, stage: Stage, eyes: Eyes) -> None:
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


def draw_barks(surface: pygame.Surface, kit: Kit, world: World, eyes: Eyes) -> list[Box]:
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


def draw_planning(surface: pygame.Surface, kit: Kit, world: World) -> list[Box]:
    """While time stands still: a frame round the picture, how to go on, and what can be done here."""
    px = kit.small_px
    words = kit.words.say("hud.planning")
    cap = kit.cap(Action.PLAN)
    wide, high = prompt_size(kit.pen, cap, words, px)
    rect = pygame.Rect(kit.view.x, kit.view.y, kit.view.width, kit.view.height)
    pygame.draw.rect(surface, INTERACT, rect, max(2, kit.view.px(3)))
    at = ((kit.view.window_w - wide) // 2, kit.view.window_h - high - kit.view.px(76))
    boxes = [Box("planning", prompt(surface, kit.pen, cap, words, px, at))]
    return boxes + _possible(surface, kit, world, at[1] - px // 2)


def _possible(surface: pygame.Surface, kit: Kit, world: World, bottom: int) -> list[Box]:
    """The ways of hers, with the direction to each, as far down as `bottom`."""
    stage = world.stage
    assert stage is not None
    px = max(8, kit.small_px * 4 // 5)
    lines = []
    for way in ways.possible(world):
        named = way.way.label or kit.words.has(f"object.{way.way.target}")
        if way.way.verb == "reach" and not named:
            continue  # a place the story only listens at
        dx, dy = way.cell.x * UNITS + UNITS // 2 - stage.her.x, way.cell.y * UNITS + UNITS // 2 - stage.her.y
        arrow = captions.ARROWS[captions.direction(dx, dy)]
        lines.append(f"{arrow} {describe.way_label(world, kit.words, way.way)}")
    top, line = kit.view.px(120), kit.pen.line_height(px)
    lines = list(dict.fromkeys(lines))[:max(0, (bottom - top - px) // line - 1)]
    if not lines:
        return []
    head = kit.words.say("hud.here")
    wide = max(kit.pen.width(words, px) for words in (head, *lines)) + px
    rect = pygame.Rect(kit.view.px(16), top, min(wide, kit.view.window_w // 2), (len(lines) + 1) * line + px)
    panel(surface, rect, max(2, px // 7))
    at = (rect.left + px // 2, rect.top + px // 2)
    boxes = [Box("here", kit.pen.write(surface, head, px, at, FAINT))]
    lines = [next(iter(kit.pen.wrap(words, px, rect.width - px))) for words in lines]
    return [*boxes, Box("ways", kit.pen.block(surface, tuple(lines), px, (at[0], at[1] + line), TEXT))]

