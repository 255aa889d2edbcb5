"""Pictures from indexed PNGs, each in two lights: as the moon shows it and as a lamp does.

Index = material * 16 + step, 255 = nothing; `palettes.json` says what colour an index has in a grade. A picture that
is missing or damaged becomes a drawn stand-in, with one line in the log, and the game goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pygame

from game.ui import placeholder
from game.ui.indexed import lit, packed, table
from game.ui.look import Colour
from game.ui.palettes import LIGHTS, Palettes
from game.ui.tileset import Tileset, tileset

log = logging.getLogger(__name__)

FRAME_W, FRAME_H = 32, 48
ROWS = 8  # E SE S SW W NW N NE
_NEAREST = {"run": "walk", "sneak": "walk", "crawl": "sneak", "crouch": "idle", "act": "idle", "down": "crouch",
            "walk": "idle", "warm": "idle", "sit": "idle", "papers": "act"}


@dataclass(frozen=True, slots=True)
class Both:
    """One picture in both lights, converted, with its foot in pixels from its top left."""

    moon: pygame.Surface
    lamp: pygame.Surface
    foot: tuple[int, int] = (0, 0)


class Sheet:
    """A person: frames by (action, row, number). `drawn` makes the one in a column and a row of the sheet."""

    def __init__(self, actions: dict[str, tuple[int, int]], drawn: Callable[[int, int], Both]) -> None:
        self._actions, self._drawn = actions, drawn
        self._frames: dict[tuple[int, int], Both] = {}

    def frame(self, action: str, row: int, number: int) -> Both:
        """A frame, made when first shown, as few ever are; an action the person lacks is the nearest there is."""
        while action and action not in self._actions:
            action = _NEAREST.get(action, "")
        first, count = self._actions.get(action, (0, 1))
        key = (first + number % count, row % ROWS)
        if key not in self._frames:
            self._frames[key] = self._drawn(*key)
        return self._frames[key]

    def forget(self) -> None:
        """Let go of the frames made so far: their colours are no longer right."""
        self._frames.clear()


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a picture, cut to what is in it: its place in the picture, and its share of the camera's travel.

    `wide` is how wide the whole layer was.
    """

    surface: pygame.Surface
    drift: float
    x: int = 0
    y: int = 0
    wide: int = 640


@dataclass(frozen=True, slots=True)
class Plate:
    """A cutscene picture: layers back to front, and what lives in it. `found` is False for the stand-in.

    `mouths` are the spots of its layers before which breath rises.
    """

    layers: tuple[Layer, ...]
    living: str = "none"
    found: bool = True
    mouths: tuple[tuple[int, int], ...] = ()


class Atlas:
    """All pictures, loaded when first asked for and kept while the grade stays."""

    def __init__(self, assets: Path, of_packs: Mapping[str, pygame.Surface] = MappingProxyType({})) -> None:
        self.assets, self._of_packs = assets, of_packs
        self.palettes = Palettes(table(assets / "palettes.json"))
        self._feet = table(assets / "things.json")
        self._people = table(assets / "people.json")
        self._plates = table(assets / "pictures.json")
        self._said: set[str] = set()
        self._things: dict[tuple[str, str], Both] = {}
        self._sheets: dict[tuple[str, str], Sheet] = {}
        self._portraits: dict[tuple[str, str, int], pygame.Surface] = {}
        self._painted: dict[str, bool] = {}
        self._shown: tuple[str, Plate] | None = None
        self._tiles: tuple[Tileset | None] | None = None  # once read, what came of it

    def palette(self, grade: str, light: str) -> list[Colour]:
        """256 colours of a grade ("river") in a light ("moon", "lamp")."""
        return self.palettes.of(grade, light)

    def relight(self, grade: str) -> Iterator[None]:
        """Make everything but ground in the colours that a grade has now, a thing or all frames of a person at a time.

        Whoever has taken one of the pictures has the old one.
        """
        for name, held in [key for key in self._sheets if key[1] == grade]:
            self._sheets[name, held].forget()
            yield
        for name, held in [key for key in self._things if key[1] == grade]:
            self._things.pop((name, held), None)
            self.thing(name, grade)
            yield

    # People and things ---------------------------------------------------------------------------------------
    def thing(self, name: str, grade: str) -> Both:
        """A thing by its picture's name."""
        key = (name, grade)
        if key not in self._things:
            both = self._both(f"things/{name}.png", grade)
            if both is None:
                surface, foot = placeholder.thing(name)
                self._things[key] = Both(surface, surface, foot)
            else:
                held = self._feet.get(name)
                foot_at = held.get("foot") if isinstance(held, dict) else None
                width, height = both.moon.get_size()
                foot = (int(foot_at[0]), int(foot_at[1])) if isinstance(foot_at, list) else (width // 2, height - 2)
                self._things[key] = Both(packed(both.moon), packed(both.lamp), foot)
        return self._things[key]

    def shape(self, name: str) -> pygame.Surface | None:
        """A thing's picture in indices, None if it has none."""
        return self._read(f"things/{name}.png") if self.has_thing(name) else None

    def has_thing(self, name: str) -> bool:
        """Whether a thing has a picture of its own."""
        return name in self._feet

    def sheet(self, person: str, grade: str) -> Sheet:
        """All frames of a person."""
        key = (person, grade)
        if key not in self._sheets:
            indexed = self._read(f"people/{person}.png")
            self._sheets[key] = self._cut(indexed, person, grade) if indexed else _figure(person)
        return self._sheets[key]

    def _actions(self, person: str) -> dict[str, tuple[int, int]]:
        held = self._people.get(person)
        if not isinstance(held, dict):
            return {"idle": (0, 1)}
        return {str(name): (int(span[0]), int(span[1])) for name, span in held.items()
                if isinstance(span, list) and len(span) == 2}

    def _cut(self, indexed: pygame.Surface, person: str, grade: str) -> Sheet:
        columns = indexed.get_width() // FRAME_W
        if columns < 1 or indexed.get_height() < ROWS * FRAME_H:
            return _figure("")

        def drawn(column: int, row: int) -> Both:
            part = indexed.subsurface((column * FRAME_W, row * FRAME_H, FRAME_W, FRAME_H))
            moon, lamp = (packed(lit(part, self.palette(grade, light))) for light in LIGHTS)
            return Both(moon, lamp, placeholder.FOOT)

        return Sheet({name: span for name, span in self._actions(person).items() if sum(span) <= columns}, drawn)

    # Ground --------------------------------------------------------------------------------------------------
    def ground(self, file: str, grade: str) -> Both | None:
        """A painted chunk of ground, read anew each time; None if it cannot be read."""
        return self._both(file, grade)

    def tiles(self) -> Tileset | None:
        """What ground is drawn from that nobody has painted yet, in indices; None if it cannot be read."""
        if self._tiles is None:
            names = ("ground", "edges", "walls", "melt")
            self._tiles = (tileset(tuple(self._read(f"tiles/{name}.png") for name in names)),)
        return self._tiles[0]

    def forget(self, grade: str) -> None:
        """Let go of everything in a grade that is no longer looked at."""
        for kept in (self._things, self._sheets):
            for key in [key for key in kept if key[1] == grade]:
                del kept[key]

    # Faces and scenes ----------------------------------------------------------------------------------------
    def portrait(self, name: str, mood: str, size: int) -> pygame.Surface:
        """A face `size` window pixels square; a mood nobody painted is shown plain."""
        key = (name, mood, size)
        if key not in self._portraits:
            face = self._own(f"portraits/{name}_{mood}.png", quiet=mood != "plain")
            if face is None and mood != "plain":
                other = mood.removesuffix("_blink") if mood.endswith("_blink") else "plain"
                self._portraits[key] = self.portrait(name, other, size)
                return self._portraits[key]
            self._portraits[key] = pygame.transform.scale(face or placeholder.portrait(), (size, size))
        return self._portraits[key]

    def has_portrait(self, name: str) -> bool:
        """Whether somebody was painted at all."""
        if name not in self._painted:
            self._painted[name] = (self.assets / "portraits" / f"{name}_plain.png").is_file()
        return self._painted[name]

    def plate(self, name: str) -> Plate:
        """A cutscene picture; only the last one is kept."""
        if self._shown is None or self._shown[0] != name:
            self._shown = (name, self._plate(name))
        return self._shown[1]

    def _plate(self, name: str) -> Plate:
        held = self._plates.get(name)
        parts = held.get("layers") if isinstance(held, dict) else None
        layers = []
        for part in parts if isinstance(parts, list) else []:
            surface = self._own(f"pictures/{part.get('file')}")
            if surface is not None:
                layers.append(_layer(surface, float(part.get("drift", 0.0))))
        if name in self._of_packs:
            return Plate((Layer(self._of_packs[name].convert(), 0.0),))
        if not layers or not isinstance(held, dict):
            self._say(f"no picture '{name}'")
            return Plate((Layer(placeholder.scene().convert(), 0.0),), "snow", found=False)
        mouths = tuple((int(x), int(y)) for x, y in held.get("mouths", ()))
        return Plate(tuple(layers), str(held.get("living", "none")), mouths=mouths)

    # Reading files -------------------------------------------------------------------------------------------
    def _both(self, file: str, grade: str) -> Both | None:
        indexed = self._read(file)
        if indexed is None:
            return None
        return Both(lit(indexed, self.palette(grade, "moon")), lit(indexed, self.palette(grade, "lamp")))

    def _own(self, file: str, quiet: bool = False) -> pygame.Surface | None:
        """A picture with its own colours."""
        picture = self._read(file, quiet)
        if picture is None:
            return None
        return lit(picture, [(c.r, c.g, c.b) for c in map(picture.get_palette_at, range(256))])

    def _read(self, file: str, quiet: bool = False) -> pygame.Surface | None:
        try:
            picture = pygame.image.load(str(self.assets / file))
        except (pygame.error, OSError) as fault:
            if not quiet:
                self._say(f"cannot read {file}: {fault}")
            return None
        if picture.get_bitsize() != 8:
            self._say(f"{file} is not an indexed picture")
            return None
        return picture

    def _say(self, words: str) -> None:
        if words not in self._said:
            self._said.add(words)
            log.warning(words)


def _layer(surface: pygame.Surface, drift: float) -> Layer:
    """A layer without the empty margin round what is in it."""
    used = surface.get_bounding_rect()
    if used.width == 0 or used.height == 0:
        used = pygame.Rect(0, 0, 1, 1)
    cut = surface.subsurface(used).copy()
    return Layer(packed(cut), drift, used.x, used.y, surface.get_width())


def _figure(person: str) -> Sheet:
    def drawn(_: int, row: int) -> Both:
        figure = placeholder.person(person, row)
        return Both(figure, figure, placeholder.FOOT)
    return Sheet({}, drawn)
