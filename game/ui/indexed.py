"""Indexed pictures: their tables of colours, and the same in the screen's own format (KEY where there is nothing)."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pygame

from game.ui.look import KEY, Colour

log = logging.getLogger(__name__)

NOTHING = 255


def table(path: Path) -> dict[str, object]:
    """A JSON object from a file; empty, with one line in the log, if there is none to be had."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as fault:
        log.warning("cannot read %s: %s", path, fault)
        return {}
    return held if isinstance(held, dict) else {}


def colours_of(words: object) -> list[Colour]:
    """256 colours from hexadecimal words; black where there are too few."""
    held = [str(w) for w in words] if isinstance(words, list) else []
    colours = [(int(w[0:2], 16), int(w[2:4], 16), int(w[4:6], 16)) for w in held[:256] if len(w) == 6]
    return colours + [(0, 0, 0)] * (256 - len(colours))


def lit(indexed: pygame.Surface, colours: list[Colour]) -> pygame.Surface:
    """An indexed picture in one light, in the screen's own format, with KEY where there is nothing."""
    colours = [c if c != KEY else (254, 0, 254) for c in colours]
    colours[NOTHING] = KEY
    indexed.set_palette(colours)
    made = pygame.Surface(indexed.get_size()).convert()
    made.fill(KEY)  # a PNG may already call index 255 transparent, and then it is not copied
    made.blit(indexed, (0, 0))
    made.set_colorkey(KEY)
    return made


def packed(picture: pygame.Surface) -> pygame.Surface:
    """The same, run-length coded: five times quicker to draw where it is always drawn whole."""
    picture.set_colorkey(KEY, pygame.RLEACCEL)
    return picture
