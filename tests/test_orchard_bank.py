"""The orchard bank as it is drawn: its first minute is safe, and the cellar is sat out in hiding, not by luck."""

from functools import cache

import pytest

from game.commands import load_content, lore_of
from game.sim.grid import Cell
from game.sim.ground import cell_of, middle
from game.sim.intents import STAND, Choose, Gait, Intent, Move, Next, Skip
from game.sim.journey import new_world
from game.sim.step import step
from game.sim.world import Help, Level, Lore, World
from game.story import runtime
from game.story.tale import Waiting

BELOW = "bank.under_the_floor"


@cache
def lore() -> Lore:
    return lore_of(load_content())


def talk_on(world: World) -> None:
    """Past lines and directions, and by the first answer of every question about the tea."""
    while world.stage is not None and world.tale.waiting is not Waiting.ROOM:
        match world.tale.waiting:
            case Waiting.WORDS:
                step(world, Next())
            case Waiting.STAGE:
                step(world, Skip())
            case Waiting.CHOICE if world.tale.frame.node == "bank.tea_prints":
                step(world, Choose(next(o.id for o in runtime.options(world.lore.book, world.tale) if o.open)))
            case _:
                return


def sit(world: World, ticks: int, intent: Intent) -> str:
    """Do the same for so many ticks of play, or until a question that ends the sitting; the node it is at."""
    for _ in range(ticks):
        talk_on(world)
        if world.tale.waiting is not Waiting.ROOM:
            break
        step(world, intent)
    return world.tale.frame.node


def below(at: str) -> World:
    """In the cellar, beside the thing or place `at` of the map."""
    world, _ = new_world(lore(), 3, BELOW)
    assert world.stage is not None
    cell = next(thing.cell for thing in world.room.things if thing.name == at)
    world.stage.her.x, world.stage.her.y = middle(cell)
    return world


@pytest.mark.parametrize("level", [Level.TRAVELLER, Level.SECOND])
def test_nobody_notices_her_where_she_begins_for_a_minute(level: Level) -> None:
    world, _ = new_world(lore(), 3, "bank.outside", Help(level=level))
    for _ in range(3600):
        step(world, STAND)
        assert world.stage is not None
        assert not any(guard.suspicion for guard in world.stage.guards.values())


@pytest.mark.parametrize("hide", ["straw", "jar_gap"])
def test_he_comes_down_and_does_not_find_her_in_hiding(hide: str) -> None:
    world = below(hide)
    assert world.stage is not None
    for intent in (STAND, STAND, Move(act=True)):
        step(world, intent)
        talk_on(world)
    assert world.stage.her.hidden == hide
    cells = set[Cell]()
    for _ in range(3000):
        talk_on(world)
        if world.tale.waiting is not Waiting.ROOM:
            break
        step(world, STAND)
        guard = world.stage.guards["zhang_in"]
        cells.add(cell_of(guard.x, guard.y))
    assert world.tale.frame.node == "bank.tea_form"
    foot = next(thing.cell for thing in lore().rooms["orchard_bank"].things if thing.name == "cellar_foot")
    assert foot in cells


@pytest.mark.parametrize("at", ["cellar_foot", "by_candle"])
def test_whoever_stands_in_the_open_is_found(at: str) -> None:
    assert sit(below(at), 3000, STAND) == "bank.found"


def test_crouching_behind_the_jars_will_do() -> None:
    world = below("jar_gap")
    assert sit(world, 3000, Move(gait=Gait.CROUCH)) == "bank.tea_form"
