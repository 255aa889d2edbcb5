"""Warmth and wet: what the cold does to her (story-bible 5.4).

`warmth` (0-100) and `wet` (0 dry, 1 wet feet, 2 soaked) are facts of the story, if it declares them, so they outlive
the room; the stage keeps only what is smaller than a point.
"""

from __future__ import annotations

from game.sim.ground import cell_of, takes_wet
from game.sim.world import POINT, World
from game.story.facts import Change, Value, changed

WARMTH, WET = "warmth", "wet"
SOAKED = 2
SHIVERS, HANDS_FAIL, STUMBLES = 40, 20, 8
# Seconds a point lasts.
STANDING_SECONDS, WALKING_SECONDS, WIND_SECONDS, HIDDEN_SECONDS = 6, 9, 3, 15
STOVE_SECONDS = 1
WET_TIMES = (1, 2, 6)
DRIER_TICKS = 20 * 60
WATER_COST = 15  # points, at once
STRAW_STEPS = 120  # on snow or ice, and straw shoes are wet through: half a minute of walking


def has_warmth(world: World) -> bool:
    """Whether the story counts her warmth."""
    return WARMTH in world.tale.facts


def warmth(world: World) -> int:
    """Her warmth, 0-100; 100 where the story does not count it."""
    return int(world.tale.facts.get(WARMTH, 100))


def wet(world: World) -> int:
    """How wet she is, 0-2."""
    return int(world.tale.facts.get(WET, 0))


def band(world: World) -> int:
    """Warmth as the story reads it: 3 well, 2 shivering, 1 hands fail, 0 stumbling."""
    now = warmth(world)
    return (now >= STUMBLES) + (now >= HANDS_FAIL) + (now >= SHIVERS)


def shivering(world: World) -> bool:
    """Whether she shivers, which is heard."""
    return warmth(world) < SHIVERS


def breath_shows(world: World) -> bool:
    """Whether her breath stands in the air: in the cold, and for two seconds after she ran. For the eye only."""
    stage = world.stage
    return stage is not None and world.room.freezing and stage.her.breath_ticks > 0 and not stage.her.hidden


def soak(world: World) -> None:
    """She was in the water."""
    _put(world, WET, SOAKED)
    if has_warmth(world) and not world.help.no_cold:
        _put(world, WARMTH, warmth(world) - WATER_COST)


def tread(world: World) -> None:
    """A foot of hers came down: in straw shoes, on snow or ice, the feet get wet in time."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    if not her.shoes or wet(world) or not takes_wet(world.room, her.x, her.y):
        return
    her.soaked_steps += 1
    if her.soaked_steps >= STRAW_STEPS:
        her.soaked_steps = 0
        _put(world, WET, 1)


def feel(world: World) -> None:
    """A played tick of cold, or of a stove."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    cell = cell_of(her.x, her.y)
    warm = windy = False
    for area in room.areas:
        if (area.warm or area.wind) and area.holds(cell.x, cell.y):
            warm, windy = warm or area.warm, windy or area.wind
    if warm:
        _shift(world, POINT // (60 * STOVE_SECONDS))
        _dry(world)
    elif room.freezing and has_warmth(world) and not world.help.no_cold:
        if her.hidden and not windy:
            seconds = HIDDEN_SECONDS
        else:
            seconds = WIND_SECONDS if windy else STANDING_SECONDS if her.still_ticks else WALKING_SECONDS
        # spread evenly: the n-th tick takes what is due by then, so no rounding is lost over a second
        milli = POINT * WET_TIMES[wet(world)]
        part = 60 * seconds
        at = stage.tick % part
        _shift(world, -(milli * (at + 1) // part - milli * at // part))


def _dry(world: World) -> None:
    stage = world.stage
    assert stage is not None
    if not wet(world):
        return
    stage.her.dry_ticks += 1
    if stage.her.dry_ticks >= DRIER_TICKS:
        stage.her.dry_ticks = 0
        _put(world, WET, wet(world) - 1)


def _shift(world: World, milli: int) -> None:
    """Move warmth by thousandths of a point; the whole points go to the fact."""
    stage = world.stage
    assert stage is not None
    if not milli or not has_warmth(world):
        return
    points, rest = divmod(warmth(world) * POINT + stage.warmth_milli + milli, POINT)
    _put(world, WARMTH, points)
    stage.warmth_milli = rest if 0 <= points == warmth(world) else 0


def _put(world: World, name: str, value: int) -> None:
    fact = world.lore.book.facts.get(name)
    if fact is not None:
        new: Value = changed(fact, world.tale.facts[name], Change(name, "to", value))
        world.tale.facts[name] = new
