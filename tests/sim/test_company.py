"""Those who go with her: in line, waiting, hiding, carried; and that all of it can be saved and gone back on."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim import company
from game.sim.events import IceBroke, Ordered, Refused
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of
from game.sim.intents import Gait, Order, Tool
from game.sim.room import Post, Resident
from game.sim.world import Folk
from tests.scenario import Scenario, play
from tests.sim.test_tools import BAG


def friend(name: str, x: int, y: int, person: str = "okju") -> Resident:
    return Resident(name, (Post(Cell(x, y)),), person=person, follows=True)


def together(drawing: str, *friends: Resident, **room: Any) -> Scenario:
    return play(drawing, residents=friends, **room)


def where(folk: Folk) -> Cell:
    return cell_of(folk.x, folk.y)


PAIR = friend("okju", 1, 0), friend("mingi", 0, 0, "mingi")


def test_they_come_in_line_in_file_order() -> None:
    yard = together("..@" + "." * 40, *PAIR)
    yard.walk("east", 300)
    okju, mingi = company.members(yard.world)
    assert (okju.name, mingi.name) == ("okju", "mingi")
    for behind, before in ((okju, yard.her), (mingi, okju)):
        assert UNITS <= before.x - behind.x <= 2 * UNITS
    yard.wait(120)
    assert mingi.x < okju.x < yard.her.x


def test_they_come_in_with_her_wherever_she_comes_in() -> None:
    yard = together("""
        ......#..@
        ......#...
    """, *PAIR, friend("zhang", 0, 1))
    cells = [where(folk) for folk in company.members(yard.world)]
    assert len({*cells, yard.cell}) == 4 and all(cell.x > 6 for cell in cells)
    alone = together("""
        ..###
        ..#@#
        ..###
    """, *PAIR)
    assert {where(folk) for folk in company.members(alone.world)} == {alone.cell}


def test_they_walk_where_she_walked_and_through_no_wall() -> None:
    yard = together("""
        ..@....#.....
        .......#.....
        .......#.....
        .......D.....
    """, *PAIR)
    yard.stage.open_doors = ["door"]
    for way, ticks in (("south", 60), ("east", 140), ("north", 60)):
        for _ in range(ticks):
            yard.walk(way, 1)
            for folk in company.members(yard.world):
                assert yard.world.room.walls.free(where(folk))
    yard.wait(200)
    assert all(where(folk).x > 7 for folk in company.members(yard.world))


def test_they_go_round_the_hole_she_fell_into() -> None:
    river = together("""
        ==========
        ..@==o====
        ==========
    """, *PAIR)
    river.walk_until("east", IceBroke)
    assert river.stage.broken == [15]
    river.wait(5)
    river.put_at(9, 1)
    for _ in range(400):
        river.wait(1)
        assert all(where(folk) != (5, 1) for folk in company.members(river.world))
    assert all(where(folk).x >= 5 for folk in company.members(river.world))


def test_nobody_jumps_when_asked_to_come() -> None:
    yard = together("..@" + "." * 40, *PAIR)
    yard.do(Order("wait"))
    yard.walk("east", 40)
    yard.wait(10)
    yard.do(Order("follow"))
    for _ in range(200):
        before = [(folk.x, folk.y) for folk in company.members(yard.world)]
        yard.wait(1)
        for (x, y), folk in zip(before, company.members(yard.world), strict=True):
            assert abs(folk.x - x) + abs(folk.y - y) < UNITS // 4


def test_they_stoop_when_she_stoops() -> None:
    yard = together("..@" + "." * 30, *PAIR)
    yard.walk("east", 60)
    assert [low for _, _, low in company.exposed(yard.world)] == [False, False]
    yard.walk("east", 60, Gait.CROUCH)
    assert [low for _, _, low in company.exposed(yard.world)] == [True, True]


def test_wait_and_come() -> None:
    yard = together("..@" + "." * 40, *PAIR)
    assert yard.do(Order("wait")) == [Ordered("wait")]
    stood = [where(folk) for folk in company.members(yard.world)]
    yard.walk("east", 300)
    assert [where(folk) for folk in company.members(yard.world)] == stood
    yard.do(Order("follow"))
    yard.wait(900)
    assert all(yard.her.x - folk.x <= 4 * UNITS for folk in company.members(yard.world))


HIDES = """
    ...........
    ..@..H.....
    ...........
    .....H.....
"""


def test_each_hides_in_a_place_of_his_own_and_is_not_seen() -> None:
    yard = together(HIDES, friend("okju", 1, 1), friend("mingi", 0, 1))
    yard.do(Order("hide"))
    yard.wait(300)
    assert {folk.hidden for folk in company.members(yard.world)} == {"hole", "hole1"}
    assert company.exposed(yard.world) == []
    yard.do(Order("follow"))
    assert len(company.exposed(yard.world)) == 2


def test_who_has_no_hiding_place_crouches() -> None:
    yard = together(HIDES, friend("okju", 1, 1), friend("mingi", 0, 1), friend("zhang", 1, 2))
    yard.do(Order("hide"))
    yard.wait(300)
    assert [low for _, _, low in company.exposed(yard.world)] == [True]
    far = together("..@" + "." * 20 + "H", *PAIR)
    far.do(Order("hide"))
    far.wait(10)
    assert [(x // UNITS, low) for x, _, low in company.exposed(far.world)] == [(1, True), (3, True)]


def test_a_small_one_is_carried_slower_and_without_running() -> None:
    yard = together(".@" + "." * 40 + "G", friend("mingi", 0, 0, "mingi"))
    assert yard.do(Order("carry")) == [Ordered("carry")]
    mingi = yard.stage.folk["mingi"]
    yard.walk("east", 60, Gait.RUN)
    assert yard.her.gait is Gait.WALK and yard.her.vx == 205 * 7 // 10
    assert (mingi.x, mingi.y) == (yard.her.x, yard.her.y)
    assert company.exposed(yard.world) == []
    assert yard.do(Order("carry")) == [Refused("refused.arms")]
    assert yard.do(Order("put_down")) == [Ordered("put_down")]
    assert yard.her.carries == "" and len(company.exposed(yard.world)) == 1


def test_who_is_carried_hides_with_her_and_is_not_put_down_in_there() -> None:
    yard = together(".@H..", friend("mingi", 0, 0, "mingi"))
    yard.do(Order("carry"))
    yard.press()
    yard.wait(1)
    assert yard.her.hidden == "hole" == yard.stage.folk["mingi"].hidden
    for word in ("put_down", "hide", "wait"):
        assert yard.do(Order(word)) == [Refused("refused.hidden")]
    yard.walk("east", 30)
    yard.do(Order("put_down"))
    yard.wait(1)
    assert not yard.stage.folk["mingi"].hidden and len(company.exposed(yard.world)) == 1


def test_with_arms_full_there_is_no_throwing() -> None:
    yard = together(".@" + "." * 20, friend("mingi", 0, 0, "mingi"), facts=BAG)
    yard.do(Tool("branch"), Order("carry"))
    assert not yard.her.branch
    for name in ("pebble", "branch", "pole", "whistle"):
        assert yard.do(Tool(name, 4, 0)) == [Refused("refused.arms")]


@pytest.mark.parametrize(("word", "why"), [("dance", "refused.order"), ("carry", "refused.nobody_to_carry"),
                                           ("put_down", "refused.not_carrying")])
def test_what_cannot_be_asked(word: str, why: str) -> None:
    yard = together("..@....", friend("okju", 1, 0))
    assert yard.do(Order(word)) == [Refused(why)]


def test_alone_there_is_nobody_to_ask() -> None:
    assert play("@..R").do(Order("wait")) == [Refused("refused.alone")]


def test_only_what_makes_sense_is_offered() -> None:
    assert company.orders(play("@..R").world) == ()
    grown = together(".@...", friend("okju", 0, 0))
    assert company.orders(grown.world) == (("follow", ""), ("wait", ""), ("hide", ""))
    small = together("@" + "." * 40, friend("mingi", 8, 0, "mingi"))
    small.do(Order("wait"))
    small.walk("east", 100)
    assert company.orders(small.world)[-1] == ("carry", "refused.nobody_to_carry")
    small.do(Order("follow"))
    small.wait(500)
    assert small.do(Order("carry")) == [Ordered("carry")]
    assert company.orders(small.world)[-1] == ("put_down", "")
