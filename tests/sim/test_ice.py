"""The ice: what it bears, how it warns, what happens in the water."""

import itertools

import pytest

from game.sim.events import IceBroke, IceCracked, Sounded, WayTaken
from game.sim.ground import cell_of
from game.sim.ice import Bearing, bearing
from game.sim.intents import Gait, Move
from game.sim.world import Help
from tests.scenario import BACK, line, play

FALL = {"ice gives way": (line(), BACK)}


@pytest.mark.parametrize(("cm", "gait", "found"), [
    (10, Gait.WALK, Bearing.BEARS), (9, Gait.WALK, Bearing.CRACKS), (7, Gait.CROUCH, Bearing.CRACKS),
    (6, Gait.WALK, Bearing.GIVES), (5, Gait.CROUCH, Bearing.GIVES), (5, Gait.CRAWL, Bearing.CRACKS),
    (4, Gait.CRAWL, Bearing.BREAKS), (20, Gait.RUN, Bearing.BEARS), (19, Gait.RUN, Bearing.CRACKS),
    (12, Gait.RUN, Bearing.GIVES), (4, Gait.RUN, Bearing.BREAKS), (0, Gait.WALK, Bearing.BREAKS),
])
def test_thickness_and_load(cm: int, gait: Gait, found: Bearing) -> None:
    assert bearing(cm, gait) is found


@pytest.mark.parametrize("gait", list(Gait))
def test_thicker_ice_never_bears_less(gait: Gait) -> None:
    found = [bearing(cm, gait) for cm in range(41)]
    assert found == sorted(found, reverse=True)


def test_strong_ice_is_silent_but_for_her_steps() -> None:
    river = play("=@" + "=" * 20, FALL)
    river.walk("east", 300)
    assert not river.happened(IceCracked) and not river.happened(IceBroke)


def test_loud_ice_cracks_and_holds() -> None:
    river = play(",@" + "," * 20, FALL)
    river.walk("east", 300)
    assert river.happened(IceCracked) and not river.happened(IceBroke)


def test_thin_ice_warns_twice_and_then_breaks() -> None:
    river = play("-@" + "-" * 20, FALL)
    broke = river.walk_until("east", IceBroke)
    assert len(river.happened(IceCracked)) == 2
    assert river.stage.broken == [broke.cell]
    assert river.happened(WayTaken) == [WayTaken("ice gives way")], "in the tick it breaks"


def test_firm_ground_between_forgives() -> None:
    river = play(".@-.-.-.-.-.-.", FALL)
    river.walk("east", 400)
    assert not river.happened(IceBroke)


def test_crawling_spreads_the_load() -> None:
    river = play("-@" + "-" * 20, FALL)
    river.walk("east", 600, Gait.CRAWL)
    assert not river.happened(IceBroke)


def test_standing_on_thin_ice_is_no_rest() -> None:
    river = play("-@--", FALL)
    river.wait(60 * 3 + 5)
    assert river.happened(IceBroke)


def test_breaking_ice_is_heard_two_cells_ahead() -> None:
    river = play("=@====oo", FALL)
    first = river.walk_until("east", IceCracked)
    assert cell_of(river.her.x, river.her.y).x == first.cell - 2 or first.cell == 6
    river.wait(30)
    assert not river.happened(IceBroke), "she can still stop"
    river.walk_until("east", IceBroke)
    assert river.happened(IceBroke) == [IceBroke(6)]


def test_back_puts_her_soaked_on_the_nearest_cell_that_bears() -> None:
    river = play("""
        ===========
        =@==ooooooo
        ===========
    """, FALL)
    river.walk_until("east", IceBroke)
    assert river.her.in_water
    warm = river.world.tale.facts["warmth"]
    river.next()
    assert not river.her.in_water
    assert river.cell in {(3, 1), (4, 0), (4, 2)}
    assert river.world.tale.facts["wet"] == 2
    assert river.world.tale.facts["warmth"] == warm - 15


def test_without_a_way_for_it_she_climbs_out_herself() -> None:
    river = play("=@==ooo")
    river.walk_until("east", IceBroke)
    river.wait(1)
    assert not river.her.in_water and river.world.tale.facts["wet"] == 2


def test_no_ice_help_bears_always() -> None:
    river = play("=@==ooo---", FALL, help=Help(no_ice=1))
    river.walk("east", 300)
    assert not river.happened(IceBroke) and river.cell.x == 9


def test_the_pole_tells_of_nine_cells() -> None:
    river = play("""
        .==.
        .@-.
        .o=.
    """)
    river.wait(119, Gait.CROUCH)
    assert river.stage.tested == []
    river.wait(5, Gait.CROUCH)
    assert sorted(river.stage.tested) == [1, 2, 5, 6, 9, 10] or sorted(river.stage.tested) == [1, 2, 6, 9, 10]


def test_standing_upright_tells_nothing() -> None:
    river = play("=@-")
    river.wait(300)
    assert river.stage.tested == []


def test_the_ice_booms_every_40_to_70_seconds_and_masks_sound() -> None:
    river = play("=@=====", seed=5)
    booms = []
    for tick in range(300 * 60):
        for event in river.do(Move()):
            if isinstance(event, Sounded) and event.name == "ice_boom":
                booms.append(tick)
                assert river.stage.mask_ticks == 150
    gaps = [b - a for a, b in itertools.pairwise(booms)]
    assert len(booms) >= 4 and all(40 * 60 <= gap <= 70 * 60 for gap in gaps)
    again = play("=@=====", seed=5)
    assert again.stage.next_boom - 1 == booms[0], "the same seed, the same booms"


def test_no_ice_no_booms() -> None:
    assert play("@....").stage.next_boom == -1
