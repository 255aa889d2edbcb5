"""Rooms as drawings, and verbs to play them: tests read like the game.

Signs: `#` wall, `.` floor (packed earth), `~` powder snow, `c` crust, `g` gravel, `r` reeds, `/` raked strip,
`=` strong ice (20 cm), `-` thin ice (6 cm), `o` ice that breaks (3 cm), `,` ice that cracks (8 cm), `@` she,
`G` a guard looking south, `R` a resident, `D` a shut door, `H` a hiding place, `L` where a lamp may be set down,
`S` stairs (in pairs, in reading order), `1`-`9` labels: places, and areas of one cell named "one" ... "nine".
Under people, things and labels lies the ground of the nearest cell in the row that is no wall (left before right).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from game.sim.events import Event
from game.sim.grid import UNITS, Cell, Grid
from game.sim.ground import cell_of, middle
from game.sim.intents import Choose, Gait, Intent, Move, Next, Rewind, Skip
from game.sim.journey import new_world
from game.sim.room import (
    GROUNDS,
    Area,
    Ground,
    Post,
    Resident,
    Room,
    RoomKind,
    Thing,
    ThingKind,
    Watcher,
    WatcherKind,
)
from game.sim.step import step
from game.sim.world import Guard, Help, Her, Lore, Stage, World
from game.story import runtime
from game.story.book import Book, Ending, Node, Person
from game.story.conditions import Condition, parse
from game.story.facts import Change, Fact, FactType, Price
from game.story.steps import (
    Back,
    Bribe,
    Calm,
    End,
    Later,
    Offer,
    Pass,
    Say,
    Set,
    Step,
    Time,
    Together,
    Visit,
    Wait,
    Way,
)
from game.story.steps import Move as StageMove
from game.story.tale import Waiting

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GROUND = {"#": Ground.WALL_BRICK, ".": Ground.PATH, "~": Ground.SNOW, "c": Ground.CRUST, "g": Ground.GRAVEL,
           "r": Ground.REEDBED, "/": Ground.RAKED, "=": Ground.ICE, "-": Ground.ICE, "o": Ground.ICE, ",": Ground.ICE}
_ICE_CM = {"=": 20, "-": 6, "o": 3, ",": 8}
_DIRECTIONS = {"east": (1, 0), "west": (-1, 0), "south": (0, 1), "north": (0, -1), "southeast": (1, 1),
               "southwest": (-1, 1), "northeast": (1, -1), "northwest": (-1, -1)}
FACTS = (
    Fact("won", FactType.INT, 8, 0, 40, item=True, worth=10),
    Fact("heat", FactType.INT, 0, 0, 5),
    Fact("met", FactType.FLAG, False),
    Fact("shed_open", FactType.FLAG, False),
    Fact("lamp", FactType.FLAG, True),
    Fact("warmth", FactType.INT, 80, 0, 100),
    Fact("wet", FactType.INT, 0, 0, 2),
)


def drawn_room(drawing: str, id: str = "yard", **changes: Any) -> Room:
    """A room from a drawing; `changes` are fields of Room."""
    rows = [line.strip() for line in drawing.strip().splitlines()]
    width, height = len(rows[0]), len(rows)
    assert all(len(row) == width for row in rows), "rows of unequal length"
    plain = [[_plain(row, x) for x in range(width)] for row in rows]
    signs = [(sign, Cell(x, y)) for y, row in enumerate(rows) for x, sign in enumerate(row)]
    walls = Grid(width, height, bytes(sign == "#" for row in plain for sign in row))
    things = [Thing("start", ThingKind.ENTRY, cell) for sign, cell in signs if sign == "@"]
    areas: list[Area] = []
    for sign, cell in signs:
        if sign in "123456789":
            name = NUMBERS[int(sign) - 1]
            things.append(Thing(f"at_{name}", ThingKind.PLACE, cell))
            areas.append(Area(name, cell.x, cell.y, 1, 1))
    things += _numbered(signs, "D", "door", ThingKind.DOOR)
    things += _numbered(signs, "H", "hole", ThingKind.HIDE)
    things += _numbered(signs, "L", "lamp_stone", ThingKind.DECOY)
    stairs = _numbered(signs, "S", "stairs", ThingKind.STAIRS)
    things += [replace(s, to=stairs[i ^ 1].name) for i, s in enumerate(stairs)]
    guards = [cell for sign, cell in signs if sign == "G"]
    folk = [cell for sign, cell in signs if sign == "R"]
    room = Room(
        id, width, height, RoomKind.LAB,
        bytes(GROUNDS.index(_GROUND[sign]) for row in plain for sign in row),
        bytes(_ICE_CM.get(sign, 0) for row in plain for sign in row),
        walls, walls, bytes(width * height), bytes(width * height), tuple(areas), tuple(things),
        tuple(Watcher(f"guard{i or ''}", WatcherKind.SOLDIER, (Post(cell, facing=18),), cast="jo")
              for i, cell in enumerate(guards)),
        tuple(Resident(f"villager{i or ''}", (Post(cell),), cast="pak") for i, cell in enumerate(folk)),
    )
    return replace(room, **changes)


def _plain(row: str, x: int) -> str:
    """The ground sign of a cell; under a person or a label that of the nearest cell in the row that is no wall."""
    if row[x] in _GROUND:
        return row[x]
    near = sorted((abs(i - x), i) for i in range(len(row)) if row[i] in _GROUND and row[i] != "#")
    return row[near[0][1]] if near else "."


def _numbered(signs: list[tuple[str, Cell]], sign: str, name: str, kind: ThingKind) -> list[Thing]:
    cells = [cell for found, cell in signs if found == sign]
    return [Thing(f"{name}{i or ''}", kind, cell) for i, cell in enumerate(cells)]


def way(name: str, node: str, **settings: Any) -> Way:
    """A way as the story writes it: `way("talk jo", "scene")`."""
    for verb in ("stopped by", "reported by", "ice gives way"):
        if name.startswith(verb):
            return Way(verb, name.removeprefix(verb).strip(), f"road.{node}", **settings)
    verb, _, target = name.partition(" ")
    return Way(verb, target, f"road.{node}", **settings)


def holds(source: str) -> Condition:
    return parse(source, {fact.name: fact for fact in FACTS}, "road")


def line(id: str = "words") -> Say:
    return Say(id, "pak")


BACK = Back()
SCENE = (line(), BACK)


def drawn_book(ways: dict[str, str | tuple[Step, ...]] | tuple[Way, ...] = (), nodes: dict[str, tuple[Step, ...]]
               | None = None, facts: tuple[Fact, ...] = FACTS) -> Book:
    """A book of one visit. `ways` maps a way to the steps it plays (or is a tuple of ready ways)."""
    written = {f"road.{name}": steps for name, steps in (nodes or {}).items()}
    if isinstance(ways, dict):
        found = []
        for i, (name, steps) in enumerate(ways.items()):
            node = steps if isinstance(steps, str) else f"way{i}"
            if not isinstance(steps, str):
                written[f"road.{node}"] = steps
            found.append(way(name, node))
        ways = tuple(found)
    written.setdefault("road.start", (Visit("yard", "start", ways),))
    written["road.over"] = (End("over"),)
    return Book("road.start", {id: Node(id, steps) for id, steps in written.items()}, {f.name: f for f in facts},
                {"jo": Person("jo", "Jo"), "pak": Person("pak", "Pak")},
                {"over": Ending("over", "ending.over.title", "ending.over.text")}, {}, {"words": "Words."})


@dataclass
class Scenario:
    """A drawn room being played, and all events so far."""

    world: World
    events: list[Event] = field(default_factory=list)

    @property
    def stage(self) -> Stage:
        assert self.world.stage is not None, "no room is open"
        return self.world.stage

    @property
    def her(self) -> Her:
        return self.stage.her

    @property
    def guard(self) -> Guard:
        return self.stage.guards["guard"]

    def do(self, *intents: Intent) -> list[Event]:
        """Carry out intents; their events."""
        events = [event for intent in intents for event in step(self.world, intent)]
        self.events += events
        return events

    def walk(self, where: str, ticks: int, gait: Gait = Gait.WALK) -> list[Event]:
        """Hold a direction for `ticks`."""
        dx, dy = _DIRECTIONS[where]
        return self.do(*[Move(dx, dy, gait)] * ticks)

    def walk_until(self, where: str, kind: type, gait: Gait = Gait.WALK, most_ticks: int = 1200) -> Any:
        """Hold a direction until an event of `kind` happens; that event."""
        for _ in range(most_ticks):
            for event in self.walk(where, 1, gait):
                if isinstance(event, kind):
                    return event
        raise AssertionError(f"no {kind.__name__} in {most_ticks} ticks; {self.cell} {self.world.tale.waiting}")

    def wait(self, ticks: int, gait: Gait = Gait.WALK) -> list[Event]:
        """Stand for `ticks`."""
        return self.do(*[Move(gait=gait)] * ticks)

    def press(self) -> list[Event]:
        """Press and let go of the act key."""
        return self.do(Move(act=True), Move())

    def next(self) -> list[Event]:
        return self.do(Next())

    def choose(self, id: str) -> list[Event]:
        return self.do(Choose(id))

    def skip(self) -> list[Event]:
        return self.do(Skip())

    def rewind(self) -> list[Event]:
        return self.do(Rewind())

    def put(self, label: int) -> None:
        """Set her down at a label."""
        thing = next(t for t in self.world.room.things if t.name == f"at_{NUMBERS[label - 1]}")
        self.her.x, self.her.y = middle(thing.cell)

    def put_at(self, x: int, y: int) -> None:
        """Set her down in the middle of a cell."""
        self.her.x, self.her.y = middle((x, y))

    @property
    def cell(self) -> Cell:
        return cell_of(self.her.x, self.her.y)

    def expect_at(self, label: int) -> None:
        thing = next(t for t in self.world.room.things if t.name == f"at_{NUMBERS[label - 1]}")
        assert self.cell == thing.cell, f"she is at {self.cell}, {label} is at {thing.cell}"

    def happened(self, kind: type) -> list[Any]:
        """All events of a kind so far."""
        return [event for event in self.events if isinstance(event, kind)]


def play(drawing: str, ways: Any = (), *, seed: int = 1, help: Help | None = None,
         nodes: dict[str, tuple[Step, ...]] | None = None, facts: tuple[Fact, ...] = FACTS, **room: Any) -> Scenario:
    """Open a drawn room and play it."""
    lore = Lore(drawn_book(ways, nodes, facts), {"yard": drawn_room(drawing, **room)}, "drawn")
    world, events = new_world(lore, seed, help=help)
    return Scenario(world, events)


TILE = UNITS


# A room with a bit of everything, for laws that must hold whatever she does ---------------------------------
LIVELY = """
    ##################
    #@~~~~.R..D.~~~S.#
    #~~~~~.....#~~~~~#
    #/////////.#.....#
    #==--==o,=.###.###
    #=====--,=.H.....#
    #====G=====..1.L.#
    ##################
    ####S..2....G....#
    ##################
"""


def lively(seed: int = 1, help: Help | None = None) -> Scenario:
    """Ice, snow, doors, stairs, two guards, somebody to bribe, timers, a clock, cold."""
    talk = (
        line(), Bribe("pak", 30, (Offer("two", Price((("won", 2),))), Offer("four", Price((("won", 4),)))), "road.paid",
                      "road.sold", "road.refused", "road.refused"))
    nodes: dict[str, tuple[Step, ...]] = {
        "paid": (Set((Change("met", "to", True),)), StageMove("pak", "at_one"), Time(3), line(), BACK),
        "sold": (Later("second_man", "road.refused", ticks=200, missed=(Change("heat", "by", 1),)), BACK),
        "refused": (Together((StageMove("she", "at_one", "run"), Wait(90))), Calm("everyone"), line(), BACK),
        "stopped": (line(), Calm("everyone"), Pass("jo", 120), BACK),
        "again": (Visit("yard", "start", (way("reach two", "over"), way("caught", "stopped"))),),
    }
    ways = {"talk pak": talk, "reach one": (line(), BACK), "reach two": "again", "caught": "stopped",
            "stopped by jo": "stopped", "ice gives way": (line(), BACK), "cold": "again", "at 02:13": (line(), BACK)}
    return play(LIVELY, ways, seed=seed, help=help, nodes=nodes, clock_start=130, clock_end=280, ticks_per_minute=240,
                freezing=True, night=True)


def answered(world: World, dx: int, dy: int, gait: Gait, act: bool, pick: int) -> Intent:
    """What a player who keeps pressing would ask now: past lines, through choices, on foot."""
    match world.tale.waiting:
        case Waiting.WORDS:
            return Next()
        case Waiting.CHOICE | Waiting.BRIBE:
            open_ = [option.id for option in runtime.options(world.lore.book, world.tale) if option.open]
            return Choose(open_[pick % len(open_)])
        case _:
            return Move(dx, dy, gait, act)
