"""What a room looks and sounds like, as data: nothing here is a rule. Pixels are of the room, from its top left."""

from __future__ import annotations

from dataclasses import dataclass

UNDERFOOT = ("snow", "thaw", "wet", "dry")


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
class Patch:
    """A rectangle of cells."""

    left: int
    top: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether cell (x, y) lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


@dataclass(frozen=True, slots=True)
class Ambience(Patch):
    """What a patch sounds like when nobody does anything."""

    beds: tuple[Bed, ...]


@dataclass(frozen=True, slots=True)
class Tinted(Patch):
    """A floor with a grade of its own: a street behind a warm flat."""

    grade: str


@dataclass(frozen=True, slots=True)
class Hour:
    """The minute after midnight at which the light of a room has become that of a grade."""

    minute: int
    grade: str


@dataclass(frozen=True, slots=True)
class Lying(Patch):
    """How the ground of a patch lies: one of UNDERFOOT. Snow and crust are snow in all of them."""

    state: str


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
    rain: int = 0  # 0 none to 3 a downpour
    hours: tuple[Hour, ...] = ()  # its grade goes from one to the next; without any it stays
    tinted: tuple[Tinted, ...] = ()  # the first that holds her is seen
    ambience: tuple[Ambience, ...] = ()  # the last one that holds her is heard
    underfoot: tuple[Lying, ...] = ()  # where several hold a cell, the last one; without any, snow
