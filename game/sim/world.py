"""The World: all that changes, as plain data. tale = the story now; stage = the room now.

Everything here goes through one codec (game/content/codec.py), so a save is exact at any tick. `lore` is the
frozen content; it is not saved. Positions are units of 1/4096 tile at the feet, meters 1/1000 point, angles
72 steps, durations ticks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.sim.intents import Gait
from game.sim.past import Past
from game.sim.room import Room
from game.story.book import Book
from game.story.steps import Effect
from game.story.tale import Tale

POINT = 1000  # meters count thousandths of a point
FULL = 100 * POINT
PRINTS_CAP = 400
NOWHERE = (-1, -1)


class Level(StrEnum):
    """Difficulty: scales watchers by documented measures, never the story."""

    STORY = "story"
    TRAVELLER = "traveller"
    WINTER = "winter"
    SECOND = "second"  # Second Winter: opens after a first ending


@dataclass(slots=True)
class Help:
    """What the player chose; it changes rules, so it lives in the World. Percents; 0/1 switches.

    Each only helps: `sight_percent` 50-100 shortens what watchers see, `suspicion_percent` 40-100 slows suspicion,
    `no_cold`, `no_ice` (ice bears), `clear_odds` says bribe odds in words.
    """

    level: Level = Level.TRAVELLER
    sight_percent: int = 100
    suspicion_percent: int = 100
    no_cold: int = 0
    no_ice: int = 0
    clear_odds: int = 0


@dataclass(slots=True)
class Her:
    """Sol-hwa in the room. `vx`, `vy` units a tick. `hidden` names the hiding thing she is in ("" none)."""

    x: int
    y: int
    vx: int = 0
    vy: int = 0
    facing: int = 18
    gait: Gait = Gait.WALK
    hidden: str = ""
    stamina: int = FULL
    pace: int = 0            # 0 standing to 12 at full speed
    winded: bool = False     # ran out of breath: no running until it is back
    stride: int = 0          # units walked since the last step sounded
    act_held: bool = False   # the act key was down last tick
    act_ticks: int = 0       # ticks an early press still counts
    in_area: list[str] = field(default_factory=list)
    in_water: bool = False
    still_ticks: int = 0
    calm_ticks: int = 0      # suspicion cannot rise for so long
    weak_steps: int = 0      # steps since she came onto ice that will give
    on_stairs: str = ""      # the stairs she came up or down by, until she leaves their cell
    dry_ticks: int = 0       # spent at a stove since she last got drier
    branch: bool = False     # drags a branch: slower, and no prints
    cloth: bool = False      # under the white cloth
    shoes: bool = False      # in straw shoes
    pole_ticks: int = 0      # left of a pole test of the ice; moving breaks it off
    carries: str = ""        # the resident she carries
    frost_ticks: int = 0     # spent with failing hands since the last frostbite
    breath_ticks: int = 0    # left in which her breath shows after running
    soaked_steps: int = 0    # steps in straw shoes on snow or ice since her feet were last dry


class Mind(StrEnum):
    """The states of a watcher, from story-bible.md 5.2, in rising order, then what a scene may ask."""

    CALM = "calm"
    CURIOUS = "curious"      # stops, looks where it was
    SEARCHING = "searching"  # walks to the last known position, looks at hiding places
    TRAIL = "trail"          # follows prints
    CHALLENGE = "challenge"  # whistles, calls, comes close: `stopped by`
    CHASE = "chase"          # she ran: `caught`
    SENT = "sent"            # a scene sent him somewhere
    RETURN = "return"        # back to where the clock says he should be
    OFF = "off"              # not on duty


@dataclass(slots=True)
class Guard:
    """A watcher now. `leg` is the route post he walks to; `path` the cells still to walk when off the route."""

    name: str
    x: int
    y: int
    facing: int
    leg: int = 0
    wait_ticks: int = 0
    mind: Mind = Mind.CALM
    mind_ticks: int = 0
    suspicion: int = 0
    unseen_ticks: int = 0      # since he last saw or heard her
    seen_ticks: int = 0        # since he first saw her, this time
    known: tuple[int, int] = NOWHERE   # last known position, units; NOWHERE none
    path: list[tuple[int, int]] = field(default_factory=list)
    wants: tuple[int, int] = NOWHERE   # the place he waits to know a way to, units; NOWHERE: he does not
    blind_ticks: int = 0       # a bribed guard does not see her
    print_id: int = -1         # the print he follows
    looks: list[tuple[int, int]] = field(default_factory=list)  # hiding places still to look at, cells
    phase: int = 0             # ticks his loop is shifted against the room's, since he came on duty
    ahead: int = 0             # ticks he gained on his loop by cutting waits short under alarm
    leaving: bool = False      # his duty is over: he walks off and sees only what is beside him
    decoy: str = ""            # the decoy lamp he last went to look at
    heed: int = 0              # hundredths of ticks that an informer minded her or a dog smelled her; see neighbour.py
    reported: bool = False     # he has told somebody
    lured: int = 0             # the number of the last lure he went to look at
    fed: bool = False          # a dog that has had its bread


@dataclass(slots=True)
class Folk:
    """A resident now."""

    name: str
    x: int
    y: int
    facing: int
    leg: int = 0
    wait_ticks: int = 0
    path: list[tuple[int, int]] = field(default_factory=list)
    order: str = ""          # what she asked of a companion: "" as the map says, follow, wait, hide
    hidden: str = ""         # the hiding thing he is in
    gait: Gait = Gait.WALK


@dataclass(slots=True)
class Thrown:
    """Something in the air: what, from and to in units, ticks it still flies."""

    what: str
    x: int
    y: int
    to_x: int
    to_y: int
    ticks_left: int


@dataclass(slots=True)
class Lure:
    """Something that draws watchers: a fallen pebble, a whistle, bread. `number` counts up; ticks it still draws."""

    number: int
    what: str
    x: int
    y: int
    ticks_left: int


@dataclass(slots=True)
class Print:
    """A footprint: `id` counts up, place in units, angle she went, ticks it still lasts."""

    id: int
    x: int
    y: int
    facing: int
    ticks_left: int


@dataclass(slots=True)
class Noise:
    """A sound in the air: units, radius in units, ticks it still rings (for drawing), and its name."""

    x: int
    y: int
    radius: int
    ticks_left: int
    name: str


@dataclass(slots=True)
class Running:
    """An Effect under way: what, who (actor name or "she"), the path left and the ticks left."""

    effect: Effect
    who: str = ""
    path: list[tuple[int, int]] = field(default_factory=list)
    ticks_left: int = 0


@dataclass(slots=True)
class Due:
    """A way whose cause came while another fired; kept until its cause ends."""

    name: str


@dataclass(slots=True)
class Stage:
    """The room now. `visit` counts visits of this room (dice, handover). `clock_ticks` is below ticks_per_minute."""

    room: str
    visit: int
    her: Her
    tick: int = 0
    clock_ticks: int = 0
    guards: dict[str, Guard] = field(default_factory=dict)
    folk: dict[str, Folk] = field(default_factory=dict)
    open_doors: list[str] = field(default_factory=list)
    cracks: dict[int, int] = field(default_factory=dict)   # cell index -> warnings it gave (for drawing)
    broken: list[int] = field(default_factory=list)        # cell indices of open holes
    tested: list[int] = field(default_factory=list)        # cell indices whose ice she knows
    prints: list[Print] = field(default_factory=list)
    prints_made: int = 0
    noises: list[Noise] = field(default_factory=list)
    mask_ticks: int = 0          # a boom, gust or train covers sounds
    mask: str = ""               # which
    next_masks: list[int] = field(default_factory=list)   # tick of the next of each Room.masks
    thrown: list[Thrown] = field(default_factory=list)
    lures: list[Lure] = field(default_factory=list)
    lures_made: int = 0
    taken: list[str] = field(default_factory=list)         # things taken from the map
    next_boom: int = 0           # tick of the next ice boom
    alarm: int = 0               # 0-3
    alarm_ticks: int = 0         # since the alarm last rose or she was last seen
    decoys: dict[str, int] = field(default_factory=dict)   # burning decoy -> ticks it still burns
    handovers: list[int] = field(default_factory=list)     # minutes drawn for Room.handovers, in order
    handed: int = 0              # how many of them are done
    announced: int = 0           # how many of them were announced
    running: list[Running] = field(default_factory=list)
    due: list[Due] = field(default_factory=list)
    asking: list[str] = field(default_factory=list)        # watchers who wait to know a way, longest first
    warmth_milli: int = 0        # thousandths of a point on top of the fact `warmth`, 0-999
    ice_falls: int = 0
    spent: list[str] = field(default_factory=list)         # ways that fired and whose cause has not ended yet


@dataclass(frozen=True, slots=True)
class Lore:
    """The frozen content a World plays on."""

    book: Book
    rooms: dict[str, Room]
    hash: str = ""


@dataclass(slots=True)
class World:
    """tale + stage (None between rooms) + help. `tick` counts ticks of all rooms since the journey began.

    `room_visits` counts visits of each room; `rewinds` those used, by "room:visit" (a rewind does not restore it).
    """

    lore: Lore = field(repr=False, compare=False, metadata={"saved": False})
    tale: Tale
    stage: Stage | None = None
    help: Help = field(default_factory=Help)
    tick: int = 0
    room_visits: dict[str, int] = field(default_factory=dict)
    rewinds: dict[str, int] = field(default_factory=dict)
    past: Past = field(default_factory=Past, repr=False, compare=False, metadata={"saved": False})

    @property
    def room(self) -> Room:
        """The room of the stage. Raises ValueError between rooms."""
        if self.stage is None:
            raise ValueError("no room is open")
        return self.lore.rooms[self.stage.room]
