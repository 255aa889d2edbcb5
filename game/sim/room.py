"""A Room: one map's rules, frozen. What changes in it is a Stage.

Cells are counted from the top left; an angle is one of 72 steps of 5 degrees, 0 = east, clockwise on screen
(18 = south). Durations are ticks, 60 a second; clock times are minutes after midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.sim.grid import Cell, Grid


class Ground(StrEnum):
    """Terrain ids, in the order of the terrain tileset; a Room stores each cell's index in this order."""

    SNOW = "snow"
    CRUST = "crust"
    PATH = "path"
    GRAVEL = "gravel"
    REEDBED = "reedbed"
    ICE = "ice"
    RAKED = "raked"
    FIELD = "field"
    DITCH = "ditch"
    BANK = "bank"
    WATER = "water"
    PLANK = "plank"
    FLOOR = "floor"
    MAT = "mat"
    CONCRETE = "concrete"
    ASPHALT = "asphalt"
    WALL_BRICK = "wall_brick"
    WALL_INNER = "wall_inner"
    WALL_PLANK = "wall_plank"
    VOID = "void"


GROUNDS: tuple[Ground, ...] = tuple(Ground)


class RoomKind(StrEnum):
    """A crossing must have three ways through (checked); a visit is lived in; a lab is for trying."""

    CROSSING = "crossing"
    VISIT = "visit"
    LAB = "lab"


@dataclass(frozen=True, slots=True)
class Area:
    """A named rectangle of cells. Firing `reach NAME` on entering.

    `dark` halves how fast suspicion fills, `wind` makes cold bite, `warm` warms (a stove), `floor` marks a storey
    or house with its own camera bounds, `crowd` is full of people (she is one of them while she walks). All flags may
    combine. In `permitted` (minutes after midnight, from and until; equal: never) whoever is here has business here.
    `signal` is how many bars a telephone has here, 0-5 (-1: as many as the room).
    """

    name: str
    left: int
    top: int
    width: int
    height: int
    dark: bool = False
    wind: bool = False
    warm: bool = False
    floor: bool = False
    crowd: bool = False
    permitted: tuple[int, int] = (0, 0)
    signal: int = -1

    def holds(self, x: int, y: int) -> bool:
        """Whether cell (x, y) lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class ThingKind(StrEnum):
    """What an object of the map is to the rules. Scenery is not here: it belongs to RoomArt."""

    ENTRY = "entry"     # where a visit begins
    PLACE = "place"     # a named spot for move, send, camera
    USE = "use"         # `use NAME`
    HIDE = "hide"       # `hide NAME`, she is unseen inside
    DOOR = "door"       # blocks walk and sight while shut
    STAIRS = "stairs"   # joined with `to`
    LAMP = "lamp"       # a standing lamp, lights cells around
    DECOY = "decoy"     # where a lamp may be set down: watchers go and look
    TAKE = "take"       # lies there to be taken, once: pebbles, bread, a branch
    JAM = "jam"         # the middle of a disc in which no telephone speaks; drifts to `to` and back in an hour


@dataclass(frozen=True, slots=True)
class Thing:
    """An object of the map. `facing` is an angle. `to` names the other end of stairs; `open` the door's start.

    `gives` and `count`: which item fact a thing to take gives, and how many.
    """

    name: str
    kind: ThingKind
    cell: Cell
    facing: int = 18
    to: str = ""
    open: bool = False
    radius_cells: int = 0
    keeps: str = ""
    gives: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A stop of a route: walk to `cell`, wait `wait_ticks`, looking at angle `facing` (-1: as he came)."""

    cell: Cell
    wait_ticks: int = 0
    facing: int = -1


class WatcherKind(StrEnum):
    """What kind of watcher it is; each reads differently to the player."""

    SOLDIER = "soldier"    # walks a route, sees, hears, follows prints
    LISTENER = "listener"  # hidden post: hears far, sees little, never moves
    TOWER = "tower"        # searchlight sweeping between two angles
    CLERK = "clerk"        # stands, sees, challenges, does not chase
    POLICE = "police"      # like a soldier, in China
    VEHICLE = "vehicle"    # patrol car on the far road: drives a route, sees ahead in its lamps
    DOG = "dog"            # a handler with a dog on three cells of leash: smells her downwind, follows a fresh trail
    CAMERA = "camera"      # fixed on its pole: an arc, five seconds left, five seconds right; calls, cannot come
    INFORMER = "informer"  # plain clothes: no cone, hears talk and sees faces near by, remembers hers, then tells
    NEIGHBOUR = "neighbour"  # a window with a curtain, or a farmer: each sighting is one rumour more
    SWEEP = "sweep"        # police who search house by house in the order of their route, forty seconds a house
    SCOUT = "scout"        # a trafficker's scout: friendly, comes up to her, asks
    VAN = "van"            # signals van or hand unit: sees nothing, finds a telephone that speaks too long


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who senses. `route` loops. `cast` is his id in the story; `pair` names who learns at once.

    `from_minute`/`until_minute`: on duty by the clock (0-1440; equal = always). `torch`: lights and sees in a beam.
    `sees_cells` is by night: 4 more by day, 3 more in a torch; a listener sees 4, a vehicle 8, a tower 12 or more.
    `sweep`: (angle, angle, ticks) for a tower; ticks 0 is six seconds, back takes half as long again.
    `person`: whose picture is drawn ("" hidden). `lag_ticks`: he walks his route so far behind the clock; four soldiers
    in line are one route with four lags. `level` names the least difficulty at which he is there ("" always); `comes`
    what brings him on duty: "" the clock, "alarm 1" to "alarm 3", or "trace". `smells_cells`: a dog's nose.
    `keeps`: the fact an informer sets or a neighbour counts up. `calls`: a neighbour who telephones.
    """

    name: str
    kind: WatcherKind
    route: tuple[Post, ...]
    cast: str = ""
    person: str = "soldier"
    pair: str = ""
    torch: bool = False
    sees_cells: int = 6
    hears_percent: int = 100
    sweep: tuple[int, int, int] = (0, 0, 0)
    from_minute: int = 0
    until_minute: int = 0
    lag_ticks: int = 0
    level: str = ""
    comes: str = ""
    smells_cells: int = 7
    keeps: str = ""
    calls: bool = False


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who does not watch: `talk NAME`. `follows`: walks after her. `route` may be one spot."""

    name: str
    route: tuple[Post, ...]
    cast: str = ""
    person: str = "villager"
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Handover:
    """At clock `minute` (drawn -5, 0 or +5 once a visit), watchers `out` walk off and `into` come on duty."""

    minute: int
    out: tuple[str, ...]
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mask:
    """A sound of the place that covers hers: about every `every_ticks` (a quarter more or less), for `lasts_ticks`.

    `name` is the sound's id: wind, train, bells, market. Two seconds before, it can be heard coming.
    """

    name: str
    every_ticks: int
    lasts_ticks: int


@dataclass(frozen=True, slots=True)
class Room:
    """One map's rules. Byte fields hold one value a cell, row after row."""

    id: str
    width: int
    height: int
    kind: RoomKind
    ground: bytes        # index into GROUNDS
    ice_cm: bytes        # thickness 0-40, 0 where there is no ice
    walls: Grid          # blocks walking
    opaque: Grid         # blocks sight
    cover: bytes         # 1: crouching behind or in it hides (low wall, reeds, straw)
    dark: bytes          # 1: unlit even where the room is lit
    areas: tuple[Area, ...] = ()
    things: tuple[Thing, ...] = ()
    watchers: tuple[Watcher, ...] = ()
    residents: tuple[Resident, ...] = ()
    handovers: tuple[Handover, ...] = ()
    clock_start: int = 0
    clock_end: int = 0
    ticks_per_minute: int = 3600
    night: bool = False
    snowfall: bool = False
    freezing: bool = False   # warmth falls
    wind_angle: int = 0
    grade: str = "river"
    music: str = ""
    calm_seconds: int = 0    # the first seconds that are safe, where something new is shown
    signal: int = 0          # bars of a telephone in the open, 0-5
    masks: tuple[Mask, ...] = ()
