"""The bot with legs: real steps, from the first line to each of the endings, without a screen."""

from functools import cache

import pytest

from game.commands import load_content, lore_of
from game.content.recordings import agrees, decode, encode, play
from game.prove import guide, walker
from game.prove.routing import find_path
from game.sim.grid import Cell
from game.sim.intents import Next, Skip
from game.sim.journey import new_world
from game.sim.step import step
from game.sim.world import Lore
from game.story.steps import Visit
from game.story.tale import Waiting


@cache
def lore() -> Lore:
    return lore_of(load_content())


@pytest.mark.parametrize(("ending", "start"), [
    ("home", "laundry.morning"), ("river_keeps", "river.crossing"), ("bridge", "bank.orchard"),
    ("curtains", "flat.arrival"), ("road_on", "flat.arrival"),
])
def test_every_ending_can_be_walked_to_and_replayed(ending: str, start: str) -> None:
    for seed in range(1, 13):
        journey = walker.toward(lore(), ending, seed, start=start)
        if journey.ending == ending:
            break
    assert journey.ending == ending
    again = decode(encode(journey.recording))
    found, ticks = play(again, lore())
    assert ticks == journey.ticks
    assert agrees(again, lore(), found) is True


def test_the_same_seed_walks_the_same() -> None:
    start = "laundry.morning"
    assert walker.toward(lore(), "home", 3, start=start) == walker.toward(lore(), "home", 3, start=start)


def test_a_guide_knows_every_ending_from_the_start() -> None:
    for ending in lore().book.endings:
        way = guide.guide(lore().book, ending)
        assert (lore().book.start, 0) in way.far, ending


def test_an_agenda_leads_there_by_menu() -> None:
    way = guide.guide(lore().book, "bridge")
    agenda = guide.find(lore(), way, 1)
    assert agenda is not None
    assert agenda == guide.find(lore(), way, 1)


def test_a_path_keeps_off_ice_that_breaks_and_walls() -> None:
    world, _ = new_world(lore(), 1, _visit("tumen"))
    while world.stage is None:
        step(world, Skip() if world.tale.waiting is Waiting.STAGE else Next())
    room = world.room
    area = next(area for area in room.areas if area.name == "orchard")
    legs = find_path(world, [Cell(area.left, area.top)])
    assert legs
    for leg in legs:
        at = leg.cell.y * room.width + leg.cell.x
        assert room.walls.free(leg.cell)
        assert room.ice_cm[at] == 0 or room.ice_cm[at] >= 7


def _visit(room: str) -> str:
    return next(node.id for node in lore().book.nodes.values()
                for part in node.steps if isinstance(part, Visit) and part.room == room)
