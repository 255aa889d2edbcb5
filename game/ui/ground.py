"""The ground of a room in chunks of 640x360: painted ones from files, else its tiles, else plain colours."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.sim.room import GROUNDS, Ground, Room
from game.sim.room_art import RoomArt
from game.sim.world import Level
from game.ui import elsewhere, tracks
from game.ui.atlas import Atlas, Both
from game.ui.indexed import lit
from game.ui.lie import OPEN_AIR, Lie, lie_of
from game.ui.light import falloff
from game.ui.look import KEY, TILE, WORLD_H, WORLD_W
from game.ui.mirrored import Glow, glows
from game.ui.tileset import Standing, blank, silhouette
from game.ui.tiling import Chunk

# Palette index (material * 16 + step) that stands for a terrain where there are neither bake nor tiles.
_PLAIN = {
    Ground.SNOW: 5, Ground.CRUST: 6, Ground.PATH: 4, Ground.GRAVEL: 0x74, Ground.REEDBED: 0x84, Ground.ICE: 0x14,
    Ground.RAKED: 0x23, Ground.FIELD: 4, Ground.DITCH: 3, Ground.BANK: 0x22, Ground.WATER: 0x11, Ground.PLANK: 0x24,
    Ground.FLOOR: 0x25, Ground.MAT: 0x85, Ground.CONCRETE: 0x74, Ground.ASPHALT: 0x72, Ground.WALL_BRICK: 0x24,
    Ground.WALL_INNER: 0x26, Ground.WALL_PLANK: 0x23, Ground.VOID: 0,
}
_THIN = ("fence_", "rope_", "window_")


class GroundView:
    """The chunks of one room, made when first seen."""

    def __init__(self, atlas: Atlas, room: Room, art: RoomArt | None, level: Level = Level.TRAVELLER) -> None:
        self._atlas, self._room, self._art, self.level = atlas, room, art, level
        self._chunks: dict[tuple[int, int], Both] = {}
        self._drawn: dict[tuple[int, int], pygame.Surface] = {}  # in indices
        self._lie: Lie | None = None  # made for the first chunk that nobody has painted, and what stands there too
        self._standing: list[Standing] = []
        self._shining: list[Glow] = []

    def blit(self, surface: pygame.Surface, left: int, top: int, lamp: bool = False) -> None:
        """Fill `surface` with the ground whose top left pixel is (left, top); outside the room nothing is drawn."""
        width, height = surface.get_size()
        for row in range(top // WORLD_H, (top + height - 1) // WORLD_H + 1):
            for column in range(left // WORLD_W, (left + width - 1) // WORLD_W + 1):
                chunk = self._chunks.get((column, row)) or self._chunk(column, row)
                if chunk is not None:
                    at = (column * WORLD_W - left, row * WORLD_H - top)
                    surface.blit(chunk.lamp if lamp else chunk.moon, at)

    def prepare(self) -> bool:
        """Make one more chunk, so that none is made in mid-play; False if all are there. One a frame is not felt."""
        for row in range(-(-self._room.height * TILE // WORLD_H)):
            for column in range(-(-self._room.width * TILE // WORLD_W)):
                if (column, row) not in self._chunks:
                    self._chunk(column, row)
                    return True
        return False

    def prepare_view(self, left: int, top: int) -> bool:
        """The same for the chunks that a view with this corner shows."""
        for row in range(top // WORLD_H, (top + WORLD_H - 1) // WORLD_H + 1):
            for column in range(left // WORLD_W, (left + WORLD_W - 1) // WORLD_W + 1):
                if (column, row) not in self._chunks and self._chunk(column, row) is not None:
                    return True
        return False

    def relight(self) -> Iterator[None]:
        """Make every chunk there is in the colours that the grade has now, one at a time."""
        for column, row in list(self._chunks):
            self._chunks[column, row] = self._made(column, row)
            yield

    def _chunk(self, column: int, row: int) -> Both | None:
        if not (0 <= column * WORLD_W < self._room.width * TILE and 0 <= row * WORLD_H < self._room.height * TILE):
            return None
        if (column, row) not in self._chunks:
            self._chunks[column, row] = self._made(column, row)
        return self._chunks[column, row]

    def _made(self, column: int, row: int) -> Both:
        file = self._art.chunks.get((column, row)) if self._art else None
        both = elsewhere.chunk(self._art.drawn, column, row) if self._art and self._art.drawn else None
        both = both or (self._atlas.ground(file, self._room.grade) if file else None)
        made = _opaque(both) if both else self._tiled(column, row)
        tracks.draw(made.moon, self._room, self.level, self._atlas, column * WORLD_W, row * WORLD_H, "moon")
        tracks.draw(made.lamp, self._room, self.level, self._atlas, column * WORLD_W, row * WORLD_H, "lamp")
        return made

    def _tiled(self, column: int, row: int) -> Both:
        """A chunk from the terrain tiles, its standing lamps shown by the same mask that moving ones use."""
        room, tiles = self._room, self._atlas.tiles()
        left, top = column * WORLD_W, row * WORLD_H
        size = (min(WORLD_W, room.width * TILE - left), min(WORLD_H, room.height * TILE - top))
        drawn = self._drawn.get((column, row))
        if drawn is None and tiles:
            if self._lie is None:
                self._lie, self._standing = lie_of(room, self._art.underfoot if self._art else ()), self._things()
                self._shining = self._glows() if self._lie.states else []
            drawn = Chunk(tiles, self._lie, left, top, size, room.grade, self._standing, self._shining).drawn()
        drawn = drawn or _plain(room, left, top, size)
        if self._art and self._art.hours:  # soon to be wanted in another light
            self._drawn[column, row] = drawn
        moon, lamplight = (lit(drawn, self._atlas.palette(room.grade, light)) for light in ("moon", "lamp"))
        both = Both(moon, lamplight)
        for lamp in self._art.lights if self._art else ():
            _lamp_into(both, lamp.x - left, lamp.y - top, lamp.radius_px)
        return _opaque(both)


    def _glows(self) -> list[Glow]:
        """All that shines and may be given back by wet ground."""
        if self._art is None:
            return []
        atlas, art, grade = self._atlas, self._art, self._room.grade
        return glows(art.scenery, art.lights, atlas.shape, lambda name: atlas.thing(name, grade).foot, grade)

    def _things(self) -> list[Standing]:
        """The scenery that throws a shadow: not what is flat, thin or hung on a wall."""
        room, found = self._room, []
        shapes: dict[str, pygame.Surface | None] = {}
        for item in self._art.scenery if self._art else ():
            if item.art not in shapes:
                thin = item.art.startswith(_THIN) and item.art != "fence_post"
                picture = None if thin else self._atlas.shape(item.art)
                tall = picture and (picture.get_height() > 12 or picture.get_width() > 18)
                shapes[item.art] = silhouette(picture) if picture and tall else None
            if shape := shapes[item.art]:
                x, y = min(max(item.x // TILE, 0), room.width - 1), min(max(item.y // TILE, 0), room.height - 1)
                tallest = 999 if room.ground[y * room.width + x] in OPEN_AIR else 12
                foot = self._atlas.thing(item.art, room.grade).foot
                found.append(Standing(shape, foot, item.x, item.y, tallest))
        return found


def _plain(room: Room, left: int, top: int, size: tuple[int, int]) -> pygame.Surface:
    """A chunk in plain colours."""
    drawn = blank(size)
    for here, ground in enumerate(room.ground):
        x, y = here % room.width * TILE - left, here // room.width * TILE - top
        drawn.fill(_PLAIN[GROUNDS[ground]], (x, y, TILE, TILE))
    return drawn


def _opaque(both: Both) -> Both:
    both.moon.set_colorkey(None)
    both.lamp.set_colorkey(None)
    return both


def _lamp_into(both: Both, x: int, y: int, radius: int) -> None:
    """Let the lamp look of a chunk show through around a standing lamp."""
    mask = falloff(radius)
    area = mask.get_rect(center=(x, y))
    if not area.colliderect(both.moon.get_rect()):
        return
    patch = pygame.Surface(area.size).convert()
    patch.fill(KEY)
    patch.blit(both.lamp, (-area.left, -area.top))
    patch.blit(mask, (0, 0))
    patch.set_colorkey(KEY)
    both.moon.blit(patch, area.topleft)
