"""What she found out beforehand, in pencil over the room: rings, arrows and hatched fields (words: note_words).

Drawn as a hand draws: in short strokes, twice, a little beside the line. It never moves, so a note is drawn once.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pygame

from game.sim.room_art import Note, RoomArt
from game.sim.world import World
from game.ui.look import KEY, WORLD_H, WORLD_W, Colour

Spot = tuple[float, float]

PENCIL: Colour = (236, 224, 196)
SHADE: Colour = (30, 36, 52)
_MARGIN = 14       # pixels round a note's shape: a ring, an arrow's head
_STROKE = 11       # pixels of a pencil stroke before the hand sets down anew
_RING_PX = 11
_HATCH_PX = 9


def known(world: World, art: RoomArt | None) -> list[Note]:
    """The notes of this room that she has found out."""
    return [note for note in art.notes if world.tale.facts.get(note.fact) is True] if art is not None else []


def pencil(surface: pygame.Surface, world: World, art: RoomArt | None, left: int, top: int) -> None:
    """Draw the shapes of all notes that are known and in view."""
    for note in known(world, art):
        made, (x, y) = _drawn(note)
        if -made.get_width() < x - left < WORLD_W and -made.get_height() < y - top < WORLD_H:
            surface.blit(made, (x - left, y - top))


def words_at(note: Note) -> tuple[int, int]:
    """Where its words begin: beside a ring, above a line's start, inside a field."""
    x, y = note.points[0]
    if note.hatched:
        return x + _HATCH_PX, y + 2 * _HATCH_PX
    return (x + _RING_PX + 6, y) if len(note.points) == 1 else (x + 6, y - 16)


# Pencil --------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=16)
def _drawn(note: Note) -> tuple[pygame.Surface, tuple[int, int]]:
    """The note's picture, and where its top left corner lies in the room."""
    xs, ys = [x for x, _ in note.points], [y for _, y in note.points]
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    made = pygame.Surface((max(xs) - left + _MARGIN, max(ys) - top + _MARGIN)).convert()
    made.fill(KEY)
    made.set_colorkey(KEY)
    for lift, colour in ((1, SHADE), (0, PENCIL)):
        for turn, line in enumerate(_lines(note)):
            for start, end in _strokes(line, turn):
                pygame.draw.line(made, colour, (start[0] - left, start[1] - top + lift),
                                 (end[0] - left, end[1] - top + lift))
    return made, (left, top)


def _lines(note: Note) -> Iterator[list[Spot]]:
    """The lines a hand would draw for it, in room pixels."""
    points = [(float(x), float(y)) for x, y in note.points]
    if note.hatched:
        yield from _hatching(points[0], points[1])
    elif len(points) == 1:
        x, y = points[0]
        for grow in (0.0, 1.5):
            yield [(x + (_RING_PX + grow) * math.cos(a / 3), y + (_RING_PX * 0.8 - grow) * math.sin(a / 3))
                   for a in range(21)]
    else:
        yield points
        yield points
        (x, y), (fx, fy) = points[-1], points[-2]
        back = math.atan2(fy - y, fx - x)
        for side in (-0.5, 0.5):
            yield [(x, y), (x + 11 * math.cos(back + side), y + 11 * math.sin(back + side))]


def _hatching(start: Spot, end: Spot) -> Iterator[list[Spot]]:
    """Slanting strokes that fill a field, and its outline once."""
    (left, top), (right, bottom) = start, end
    at = left - (bottom - top)
    while at < right:
        first, last = max(at, left), min(at + bottom - top, right)
        if last - first > 2:
            yield [(first, bottom - (first - at)), (last, bottom - (last - at))]
        at += _HATCH_PX
    yield [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _strokes(line: list[Spot], turn: int) -> Iterator[tuple[Spot, Spot]]:
    """A line as the short strokes of a hand: a gap now and then, and up to a pixel beside."""
    count = turn * 7
    for (ax, ay), (bx, by) in pairwise(line):
        long = math.hypot(bx - ax, by - ay)
        parts = max(1, round(long / _STROKE))
        for part in range(parts):
            count += 1
            beside = ((count * 37 + turn * 11) % 5 - 2) * 0.6
            across, along = -(by - ay) / max(long, 1) * beside, (bx - ax) / max(long, 1) * beside
            end = part + (0.8 if count % 4 else 0.55)
            yield ((ax + (bx - ax) * part / parts + across, ay + (by - ay) * part / parts + along),
                   (ax + (bx - ax) * min(end, parts) / parts, ay + (by - ay) * min(end, parts) / parts))
