"""What a room looks and sounds like, as data: nothing here is a rule. Pixels are of the room, from its top left."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scenery:
    """A thing only seen: picture `art` with its foot at pixel (x, y). `behind` things fade when she is behind."""

    art: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Light:
    """A standing lamp for the eye: centre pixel and radius in pixels."""

    x: int
    y: int
    radius_px: int


@dataclass(frozen=True, slots=True)
class Note:
    """What she found out about a room beforehand, drawn over it in pencil once the flag `fact` is true.

    `points` in pixels: one is a ring, more are a line with an arrow, and if `hatched` two are corners of a field.
    `text`: the words beside it are the string `note.TEXT`.
    """

    fact: str
    text: str
    points: tuple[tuple[int, int], ...]
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Bed:
    """A sound that goes on as long as she is where it is heard, at so many percent of its loudness."""

    sound: str
    percent: int


@dataclass(frozen=True, slots=True)
class Ambience:
    """What a rectangle of cells sounds like when nobody does anything."""

    left: int
    top: int
    width: int
    height: int
    beds: tuple[Bed, ...]

    def holds(self, x: int, y: int) -> bool:
        """Whether cell (x, y) lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


@dataclass(frozen=True, slots=True)
class Drawn:
    """A tile of a map made elsewhere: the part (left, top, width, height) of picture `file`, drawn at pixel (x, y).

    `turned`: flipped left to right, top to bottom, and along the diagonal, in this order of meaning.
    """

    file: str
    left: int
    top: int
    width: int
    height: int
    x: int
    y: int
    turned: tuple[bool, bool, bool] = (False, False, False)


@dataclass(frozen=True, slots=True)
class RoomArt:
    """What a room looks like, as data: ground chunks by (column, row) file name, scenery, lights.

    `thing_art` maps a Thing's name to the picture drawn for it ("" draws nothing).
    `home`: it lies in the country she comes from, which can be seen as it is shown.
    """

    room: str
    grade: str
    chunks: dict[tuple[int, int], str]
    scenery: tuple[Scenery, ...]
    lights: tuple[Light, ...]
    thing_art: dict[str, str]
    notes: tuple[Note, ...] = ()
    drawn: tuple[Drawn, ...] = ()  # what a map made elsewhere shows, bottom first
    home: bool = False
    fog: int = 0  # 0 none to 3 thick
    ambience: tuple[Ambience, ...] = ()  # the last one that holds her is heard
