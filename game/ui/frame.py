"""One frame of play: the world's picture or a scene's, scaled into the window, and the words over it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame

from game.sim.ground import noise_radius
from game.sim.intents import Gait
from game.sim.watching import noise_heard_by
from game.sim.world import World
from game.story import runtime
from game.story.tale import Waiting
from game.ui import cutscene, debug, hud, over
from game.ui.bribe_panel import draw_bribe
from game.ui.chapter_card import card_of, draw_card
from game.ui.cues import COVER_TICKS
from game.ui.dialog import Line, draw_choices, draw_line
from game.ui.enlarge import enlarge
from game.ui.eyes import Eyes
from game.ui.kit import Kit
from game.ui.look import BLACK, INTERACT, SUSPICION, TICKS, UNIT_PX
from game.ui.marks import ring
from game.ui.menu import Menu
from game.ui.paper_panel import draw_papers
from game.ui.phone_panel import draw_phone
from game.ui.text import Box
from game.words import describe

SHAKE_PX = 3


@dataclass(slots=True)
class Talk:
    """The words of the moment: a line and its page, or a menu of choices or offers; neither while she walks.

    `before`: the line was read in an earlier journey. `left`: the share of a question's time, None if it waits.
    """

    line: Line | None = None
    page: int = 0
    menu: Menu | None = None
    before: bool = False
    left: float | None = None


def draw(surface: pygame.Surface, world: World, kit: Kit, eyes: Eyes, talk: Talk) -> list[Box]:
    """Draw all of it; the boxes of the words on screen."""
    picture = kit.world
    scene = eyes.picture != ""
    target = over.near(world) if world.tale.waiting is Waiting.ROOM and not scene else None
    if scene:
        plate = kit.atlas.plate(eyes.picture)
        cutscene.draw_plate(picture, plate, eyes, kit.rooms.weather, kit.settings)
    elif world.stage is not None:
        _room(picture, world, kit, eyes, target.name if target else "")
        if eyes.debug:
            debug.draw_rules(picture, world, eyes)
        if eyes.run_held and world.tale.waiting is Waiting.ROOM:
            _preview(picture, world, eyes)
    else:
        last = kit.atlas.plate(eyes.picture_before) if eyes.picture_before else None
        cutscene.nowhere(picture, last, eyes, kit.rooms.weather, kit.settings)
    cutscene.fade(picture, max(eyes.dark, eyes.cover / COVER_TICKS))
    blow_up(surface, kit, _shaken(eyes))
    boxes: list[Box] = []
    if scene and not kit.atlas.plate(eyes.picture).found and eyes.picture_alt:
        boxes += cutscene.draw_alt(surface, kit, kit.words.say(eyes.picture_alt))
    playing = world.tale.waiting in (Waiting.ROOM, Waiting.STAGE) and not scene
    if playing and eyes.dark < 1.0 and not eyes.title:
        boxes += hud.draw_hud(surface, kit, world, eyes, target)
        boxes += kit.poster.words(surface, kit, world, eyes, boxes)
        if eyes.debug:
            boxes += debug.draw_numbers(surface, kit, world, eyes)
    elif not eyes.title:
        desk = runtime.desk_now(world.lore.book, world.tale) is not None  # the paper lies where the purse would
        boxes += hud.draw_purse(surface, kit, world, (kit.view.window_w - kit.view.px(16), kit.view.px(16))) \
            if world.tale.waiting in (Waiting.CHOICE, Waiting.BRIBE) and not desk else []
    if not playing:
        boxes += hud.draw_saved(surface, kit, eyes)
    if playing:
        boxes += _on_the_line(surface, kit, world)
    if eyes.title:
        card = card_of(kit, eyes.title, describe.chapter(world, kit.words))
        return boxes + draw_card(surface, kit, card, _title_share(eyes))
    if talk.line is not None:
        said = draw_line(surface, kit, world, talk.line, talk.page, eyes.clock, talk.before)
        boxes += _on_the_line(surface, kit, world, min(box.rect.top for box in said) - kit.view.px(30)) + said
    elif talk.menu is not None and world.tale.waiting is Waiting.CHOICE:
        boxes += _asked(surface, kit, world, talk.menu, talk.left)
    elif talk.menu is not None and world.tale.waiting is Waiting.BRIBE:
        boxes += draw_bribe(surface, kit, world, talk.menu)
    return boxes


def _room(picture: pygame.Surface, world: World, kit: Kit, eyes: Eyes, near: str) -> None:
    """The room as it is lived, and over it, as far as it is painted, as it is shown."""
    art = kit.content.art.get(world.stage.room) if world.stage is not None else None
    kit.poster.prepare(world, art, eyes)
    if not eyes.painting.whole:
        shown = replace(kit.shown, cones=False) if eyes.painting.blind else kit.shown
        kit.rooms.draw(picture, world, art, eyes, shown, near)
    kit.poster.draw(picture, world, art, eyes, kit.settings.flashes)


def _asked(surface: pygame.Surface, kit: Kit, world: World, menu: Menu, left: float | None) -> list[Box]:
    """A choice, and the papers or the telephone it is about."""
    boxes = draw_choices(surface, kit, world, menu, left)
    above = min(box.rect.top for box in boxes) - max(kit.view.px(20), kit.text_px // 2 + kit.view.px(6))
    desk = runtime.desk_now(world.lore.book, world.tale)
    if desk is not None:
        boxes = draw_papers(surface, kit, desk, above) + boxes
    return _on_the_line(surface, kit, world, above) + boxes


def _on_the_line(surface: pygame.Surface, kit: Kit, world: World, bottom: int | None = None) -> list[Box]:
    """The telephone, while a call is under way; above `bottom` if words are on screen."""
    call = runtime.phone_now(world.lore.book, world.tale)
    if call is None:
        return []
    return draw_phone(surface, kit, call, kit.words.name(world.lore.book, call.who), bottom)


def blow_up(surface: pygame.Surface, kit: Kit, shift: tuple[int, int] = (0, 0)) -> None:
    """The world's picture into the window, by whole numbers where it fits; bars where it does not."""
    view = kit.view
    if shift != (0, 0):
        kit.world.scroll(*shift)
    bars = view.width < view.window_w or view.height < view.window_h
    if bars:
        surface.fill(BLACK)
        inner = surface.subsurface((view.x, view.y, view.width, view.height))
        enlarge(kit.world, inner)
    else:
        enlarge(kit.world, surface)


def _title_share(eyes: Eyes) -> float:
    hold = eyes.holds[0] if eyes.holds else None
    return 1.0 - hold.ticks / hold.total if hold and hold.total else 1.0


def _shaken(eyes: Eyes) -> tuple[int, int]:
    if not eyes.shake:
        return 0, 0
    size = max(1, SHAKE_PX * min(eyes.shake, TICKS) // TICKS)
    return eyes.luck.randint(-size, size), eyes.luck.randint(-size, size)


def _preview(picture: pygame.Surface, world: World, eyes: Eyes) -> None:
    """How far a running step would be heard here, and whether anybody would: noise is never a guess."""
    stage = world.stage
    assert stage is not None
    radius = noise_radius(world.room, stage.her, Gait.RUN) // UNIT_PX
    x, y = stage.her.x / UNIT_PX - eyes.camera.left, stage.her.y / UNIT_PX - eyes.camera.top
    heard = noise_heard_by(world, stage.her.x, stage.her.y, radius * UNIT_PX)
    ring(picture, x, y, radius, SUSPICION if heard else INTERACT, 1 if heard else 5)
