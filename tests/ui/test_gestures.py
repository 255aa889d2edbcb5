"""Papers in hand: who looks at hers while words are on screen, and what each of them is seen to do."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.intents import Next
from game.sim.journey import new_world
from game.sim.step import step
from game.sim.world import Lore, Mind, World
from game.story.steps import Visit
from game.story.tale import Waiting
from game.ui import actors, gestures
from game.ui.eyes import Eyes
from game.ui.look import UNIT_PX
from tests.ui.test_actors import SCREEN, Noted

CELL = 4096


def told(content: Any, visit: str, scene: str, who: str, mind: Mind = Mind.CALM, cells: int = 1) -> World:
    """A scene of a room, up to its first question, as if a way had led to it; she stands `cells` below `who`."""
    node = content.book.nodes[visit]
    at = next(i for i, one in enumerate(node.steps) if isinstance(one, Visit))
    world, _ = new_world(Lore(content.book, content.rooms, content.hash), 5, visit, at=at, scene=scene)
    assert world.stage is not None
    guard = world.stage.guards[who]
    guard.mind = mind
    world.stage.her.x, world.stage.her.y = guard.x, guard.y + cells * CELL
    for _ in range(12):
        if world.tale.waiting is Waiting.WORDS:
            step(world, Next())
    assert world.tale.waiting is Waiting.CHOICE
    return world


def shown(world: World) -> dict[str, str]:
    """Which action of whom is asked for, by person."""
    noted, screen = Noted(), SCREEN.copy()
    assert world.stage is not None
    screen.center = world.stage.her.x // UNIT_PX, world.stage.her.y // UNIT_PX
    actors.people(world.room, world.stage, noted, Eyes(), screen, gestures.check(world))
    return noted.asked


@pytest.mark.parametrize("scene", ["road.window", "road.five_questions", "road.papers_doubted"])
def test_at_the_window_she_holds_out_her_permit_and_the_clerk_reads_it(content: Any, scene: str) -> None:
    world = told(content, "road.to_the_post", scene, "clerk")
    assert gestures.check(world) == ("clerk", True)
    actions = shown(world)
    assert actions.pop("solhwa") == actions.pop("clerk") == "papers"
    assert "papers" not in actions.values(), "nobody else has anything to read"


def test_she_turns_to_whoever_reads(content: Any) -> None:
    world, rows = told(content, "road.to_the_post", "road.window", "clerk"), []
    assert world.stage is not None
    world.stage.her.facing = 18  # away from him

    class Turned(Noted):
        def sheet(self, person: str, grade: str) -> Any:
            inner = super().sheet(person, grade)

            class Sheet:
                def frame(self, action: str, row: int, number: int) -> Any:
                    rows.append((person, row))
                    return inner.frame(action, row, number)

            return Sheet()

    screen = SCREEN.copy()
    screen.center = world.stage.her.x // UNIT_PX, world.stage.her.y // UNIT_PX
    actors.people(world.room, world.stage, Turned(), Eyes(), screen, gestures.check(world))
    assert ("solhwa", 6) in rows, "north, where he is"


def test_a_soldier_at_the_foot_of_the_hill_looks_at_it_while_he_holds_her_and_no_longer(content: Any) -> None:
    world = told(content, "hill.slope", "hill.post_stop", "p1", Mind.CHALLENGE)
    assert gestures.check(world) == ("p1", True)
    assert shown(world)["soldier"] == shown(world)["solhwa"] == "papers"
    assert world.stage is not None
    world.stage.guards["p1"].mind = Mind.RETURN
    assert gestures.check(world) is None


def test_over_the_river_she_has_none_to_show(content: Any) -> None:
    world = told(content, "flat.evening", "flat.police_stop", "p1", Mind.CHALLENGE)
    assert gestures.check(world) == ("p1", False)
    actions = shown(world)
    assert actions["police"] == "papers", "he leafs in his own list"
    assert actions["solhwa"] != "papers"


def test_nobody_reads_from_afar_nor_when_others_talk(content: Any) -> None:
    assert gestures.check(told(content, "road.to_the_post", "road.window", "clerk", cells=6)) is None
    assert gestures.check(told(content, "road.to_the_post", "road.swallow_post", "clerk")) is None


def test_nothing_is_read_while_she_walks_about(content: Any) -> None:
    world, _ = new_world(Lore(content.book, content.rooms, content.hash), 5, "road.to_the_post")
    assert world.tale.waiting is Waiting.ROOM and gestures.check(world) is None
