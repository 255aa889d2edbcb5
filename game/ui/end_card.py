"""An ending as a picture to keep: what was seen last, the words, and the road that led there. No score, no numbers."""

from __future__ import annotations

import importlib
import io
import logging
import os
import re
import time
from pathlib import Path

import pygame

from game.sim.world import World
from game.ui import cutscene
from game.ui.eyes import Eyes
from game.ui.kit import Kit, on_web
from game.ui.look import EDGE, EDGE_LOW, FAINT, INK, ROSE, TEXT, WORLD_H, WORLD_W

log = logging.getLogger(__name__)
WIDE, HIGH = 1280, 720
PICTURES = "pictures"   # the folder beside the saves
LAST_PICTURE = "tumen_night"  # for an ending that shows none
_MARGIN, _PAD, _GAP = 56, 22, 8
_TITLE_PX, _TEXT_PX, _SMALL_PX, _LEAST_PX = 44, 27, 18, 14
_MEASURE = 920          # the longest line of words
_LIFT = 64              # of the 360 the picture is high: the band below would hide what it is about
_MOST = 0.56            # of the card that words may take
_RAIL = 26              # from the rail to the words under it
_DOT = 6


def stations(kit: Kit, world: World) -> list[str]:
    """The parts of the road she came through, in the road's order, in words."""
    book = world.lore.book
    been = {node.partition(".")[0] for node in world.tale.visits}
    known = [id.removeprefix("chapter.") for id in book.words if id.startswith("chapter.")]
    told = [kit.words.say(f"chapter.{name}") for name in known if name in been]
    return [words.partition(". ")[2] or words for words in told]


def card(kit: Kit, world: World, date: str) -> pygame.Surface:
    """The picture, 1280 x 720 whatever the window is."""
    ending = world.lore.book.endings.get(world.tale.ending)
    title = kit.words.say(ending.title) if ending else kit.words.say("end.over")
    text = kit.words.say(ending.text) if ending else ""
    pen, wide = kit.pen, WIDE - 2 * _MARGIN
    road, px = stations(kit, world), _TEXT_PX
    rail = _rail_height(kit, road)
    head, foot = pen.wrap(title, _TITLE_PX, wide), pen.line_height(_SMALL_PX)
    while True:
        lines = pen.wrap(text, px, _MEASURE)
        words = len(head) * pen.line_height(_TITLE_PX) + len(lines) * pen.line_height(px)
        high = words + rail + foot + 2 * _PAD + 3 * _GAP
        if high <= HIGH * _MOST or px <= _LEAST_PX:
            break
        px -= 1
    made = _picture(kit, world)
    band = pygame.Rect(0, HIGH - high, WIDE, high)
    made.fill(INK, band)
    pygame.draw.line(made, EDGE, band.topleft, band.topright, 2)
    y = band.top + _PAD
    y = pen.block(made, head, _TITLE_PX, (_MARGIN, y), TEXT).bottom
    y = pen.block(made, lines, px, (_MARGIN, y), TEXT).bottom + _GAP
    if road:
        _draw_rail(made, kit, road, y + _GAP)
    below = HIGH - _PAD - foot
    pen.write(made, kit.words.say("game.name"), _SMALL_PX, (_MARGIN, below), FAINT)
    pen.write(made, date, _SMALL_PX, (WIDE - _MARGIN, below), FAINT, INK, "right")
    return made


def _picture(kit: Kit, world: World) -> pygame.Surface:
    small = pygame.Surface((WORLD_W, WORLD_H)).convert()
    plate = kit.atlas.plate(world.tale.picture or LAST_PICTURE)
    cutscene.draw_plate(small, plate, Eyes(), kit.rooms.weather, kit.settings)
    small.scroll(0, -_LIFT)
    return pygame.transform.scale(small, (WIDE, HIGH))


# The road ------------------------------------------------------------------------------------------------------
def _rail_height(kit: Kit, road: list[str]) -> int:
    most = max((len(lines) for lines in _under(kit, road)), default=0)
    return _RAIL + most * kit.pen.line_height(_SMALL_PX) + _GAP if road else 0


def _under(kit: Kit, road: list[str]) -> list[tuple[str, ...]]:
    """The words of each station, broken to the room it has."""
    room = (WIDE - 2 * _MARGIN) // max(len(road), 1) - _GAP
    return [kit.pen.wrap(words, _SMALL_PX, room) for words in road]


def _draw_rail(made: pygame.Surface, kit: Kit, road: list[str], y: int) -> None:
    """A thin line with a ring for each station; the last one is where she is."""
    step = (WIDE - 2 * _MARGIN) // len(road)
    places = [(_MARGIN + _DOT + at * step, y + _DOT) for at in range(len(road))]
    pygame.draw.line(made, EDGE_LOW, places[0], (WIDE - _MARGIN, y + _DOT), 2)
    pygame.draw.line(made, EDGE, places[0], places[-1], 2)
    for at, (place, lines) in enumerate(zip(places, _under(kit, road), strict=True)):
        last = at == len(road) - 1
        pygame.draw.circle(made, INK, place, _DOT + 2)
        pygame.draw.circle(made, ROSE if last else EDGE, place, _DOT, 0 if last else 2)
        kit.pen.block(made, lines, _SMALL_PX, (place[0] - _DOT, y + _RAIL), TEXT if last else FAINT)


# Keeping -------------------------------------------------------------------------------------------------------
def keep(kit: Kit, world: World, now: float | None = None) -> str:
    """Write the card, and say where in one line of words; or that it could not be written."""
    at = time.localtime(now if now is not None else time.time())
    held = io.BytesIO()
    pygame.image.save(card(kit, world, time.strftime("%Y-%m-%d", at)), held, "card.png")
    ending = re.sub(r"\W+", "-", world.tale.ending or "end")
    name = f"winter-road-{ending}-{time.strftime('%Y-%m-%d-%H%M', at)}.png"
    where = _download(name, held.getvalue()) if on_web() else _write(kit.shelf.folder, name, held.getvalue())
    return kit.words.say("end.kept", where=where) if where else kit.words.say("end.not_kept")


def _write(folder: Path | None, name: str, data: bytes) -> str:
    """Into the folder of pictures beside the saves; where it is now, "" if that is not possible."""
    if folder is None:
        return ""
    path = folder / PICTURES / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(data)
        os.replace(fresh, path)
    except OSError as fault:
        log.warning("cannot write %s: %s", path, fault)
        return ""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def _download(name: str, data: bytes) -> str:
    """Hand it to the browser; the file's name, "" if this page cannot."""
    try:
        path = Path("/tmp") / name
        path.write_bytes(data)
        importlib.import_module("platform").window.MM.download(str(path))
    except Exception as fault:  # whatever the browser throws; there is no list of it
        log.warning("the browser takes no picture: %s", fault)
        return ""
    return name
