"""The dog team: smells down the wind, barks before it acts, and its answers work."""

from game.sim import watching
from game.sim.events import Sounded
from game.sim.room import GROUNDS, Ground, WatcherKind
from game.sim.world import FULL, POINT, Help, Level, Lure, Mind
from tests.sim.drawn import TILE, field, watched, watcher

EAST, SOUTH, WEST, NORTH = 0, 18, 36, 54


def team(at, *, facing=NORTH, wind=EAST, ground=".", help=None, walls=(), **more):
    """She at `at`, a team at (20, 8) that looks away, the wind blowing to the east: from her to the dog."""
    drawing = field(40, 17, at=at, wall=list(walls)).replace(".", ground)
    return watched(drawing, watcher((20, 8, facing), kind=WatcherKind.DOG, **more), wind_angle=wind, help=help)


def barks(play):
    return [s for s in play.happened(Sounded) if s.name == "dog_bark"]


def test_it_smells_her_down_the_wind_and_barks_before_its_soldier_knows():
    play = team((14, 8))
    play.wait(29)
    assert not barks(play) and play.guard.suspicion == 0
    play.wait(3)
    assert len(barks(play)) == 1 and barks(play)[0].radius == 10 * TILE
    assert play.guard.suspicion < 30 * POINT and play.guard.mind is Mind.CALM
    while play.guard.mind is Mind.CALM:
        play.wait(1)
    assert 120 < play.stage.tick < 240, "two seconds and more after the bark"
    assert play.guard.mind is Mind.CURIOUS and play.guard.known == (play.her.x, play.her.y)


def test_smelling_is_not_seeing_it_makes_him_search_never_sure():
    play = team((14, 8))
    play.her.hidden = "nowhere"
    play.guard.suspicion = 74 * POINT
    most = 0
    for _ in range(300):
        play.wait(1)
        most = max(most, play.guard.suspicion)
    assert most <= 75 * POINT < FULL and play.guard.mind is Mind.SEARCHING


def test_upwind_is_behind_its_nose():
    for at in ((26, 8), (20, 2), (20, 14)):
        play = team(at)
        play.wait(200)
        assert not barks(play), at


def test_the_wind_decides():
    assert barks_after(WEST, (26, 8)) and not barks_after(WEST, (14, 8))
    assert barks_after(SOUTH, (20, 2)) and not barks_after(SOUTH, (20, 14))


def barks_after(wind, at):
    play = team(at, wind=wind, facing=SOUTH if at[1] < 8 else NORTH)
    play.wait(60)
    return barks(play)


def test_seven_cells_and_no_farther_and_not_through_a_wall():
    play = team((11, 8))
    play.wait(120)
    assert not barks(play)
    play = team((14, 8), walls=[(17, y) for y in range(5, 12)])
    play.wait(120)
    assert not barks(play)
    play = team((11, 8), smells_cells=10)
    play.wait(120)
    assert barks(play)


def test_bread_keeps_it_busy_for_twenty_seconds_once():
    play = team((14, 8))
    play.wait(5)
    play.stage.lures.append(Lure(1, "bread", 22 * TILE, 13 * TILE, 100_000))
    play.wait(2)
    assert play.guard.mind is Mind.SENT and play.guard.fed
    play.wait(180 + 1000)
    assert play.guard.mind is Mind.SENT and not barks(play), "it eats, and smells nothing"
    play.wait(400)
    assert play.guard.mind is not Mind.SENT
    play.stage.lures.append(Lure(2, "bread", 22 * TILE, 13 * TILE, 100_000))
    play.wait(10)
    assert play.guard.mind is not Mind.SENT, "the second time it knows"


def test_bread_too_far_off_is_nothing():
    play = team((35, 8), facing=WEST)
    play.stage.lures.append(Lure(1, "bread", 35 * TILE, 13 * TILE, 100_000))
    play.wait(10)
    assert play.guard.mind is Mind.CALM and not play.guard.fed


def test_it_finds_prints_beside_its_way_and_loses_them_on_ice():
    rows = field(40, 17, at=(24, 14)).replace(".", "~").split("\n")
    rows[8:12] = ["#" + "=" * 38 + "#"] * 4
    play = watched("\n".join(rows), watcher((5, 13), (30, 13), kind=WatcherKind.DOG), wind_angle=NORTH)
    play.put_at(15, 14)
    play.walk("north", 170)
    assert play.cell.y < 8 and any(p.y >> 12 > 11 for p in play.stage.prints)
    play.put_at(38, 2)
    for _ in range(1500):
        play.wait(1)
        if play.guard.mind is Mind.TRAIL:
            break
    assert play.guard.mind is Mind.TRAIL
    for _ in range(600):
        play.wait(1)
        if play.guard.mind is not Mind.TRAIL:
            break
    assert play.guard.mind is Mind.SEARCHING
    ground = GROUNDS[play.world.room.ground[(play.guard.y >> 12) * 40 + (play.guard.x >> 12)]]
    assert ground is Ground.SNOW and play.guard.y >> 12 >= 11, "at the edge of the ice"


def test_who_is_bribed_has_his_dog_by_the_collar():
    play = team((14, 8))
    watching.pass_by(play.world, "guard", 600)
    play.wait(120)
    assert not barks(play)


def test_on_story_it_takes_longer():
    def ticks(level):
        play = team((14, 8), help=Help(level))
        while not barks(play):
            play.wait(1)
        return play.stage.tick
    assert ticks(Level.STORY) > ticks(Level.TRAVELLER) > ticks(Level.SECOND)
