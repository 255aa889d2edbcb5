from game.sim import tower, watching
from game.sim.angles import angle_of
from game.sim.events import AlarmChanged, Sounded
from game.sim.intents import Gait
from game.sim.room import WatcherKind
from game.sim.world import Mind
from tests.sim.drawn import TILE, field, inside, near_edge, watched, watcher

LAMP = watcher((2, 10, 0), kind=WatcherKind.TOWER, sweep=(66, 6, 0), sees_cells=16)


def test_six_seconds_there_and_nine_back():
    assert angle_of(*tower.beam(LAMP, 0)) == 66
    assert angle_of(*tower.beam(LAMP, 180)) == 0
    assert angle_of(*tower.beam(LAMP, 360)) == 6
    assert angle_of(*tower.beam(LAMP, 630)) == 0
    assert angle_of(*tower.beam(LAMP, 900)) == 66


def test_the_beam_moves_smoothly():
    for tick in range(1800):
        (x0, y0), (x1, y1) = tower.beam(LAMP, tick), tower.beam(LAMP, tick + 1)
        assert (x1 - x0) ** 2 + (y1 - y0) ** 2 < 20**2
        assert 4050 < (x0 * x0 + y0 * y0) ** 0.5 < 4130


def lit_yard(**more):
    return watched(field(30, 21, at=(14, 10), **more), LAMP)


def test_it_sees_only_in_its_beam_and_what_is_seen_is_drawn():
    play = lit_yard()
    seen = []
    for _ in range(900):
        play.wait(1)
        play.guard.suspicion = 0
        cone = watching.cone(play.world, play.guard)
        seen.append(bool(watching.seen_by(play.world)))
        if not near_edge(cone, play.her.x, play.her.y, TILE // 8):
            assert seen[-1] == inside(cone, play.her.x, play.her.y)
    assert 20 < sum(seen) < 450 and not seen[0]


def test_trees_throw_shadows():
    play = lit_yard(wall=[(10, y) for y in range(8, 13)])
    assert not any(watching.seen_by(play.world) for _ in range(900) if play.wait(1) is not None)


def test_dark_when_the_generator_coughs():
    play = lit_yard()
    play.stage.tick = tower.COUGH_EVERY_TICKS - tower.DARK_TICKS
    assert watching.cone(play.world, play.guard) == () and watching.seen_by(play.world) == []


def test_lying_flat_halves_it():
    left = []
    for gait in (Gait.CROUCH, Gait.CRAWL):
        play = lit_yard()
        play.stage.tick = 150
        play.guard.seen_ticks = 99
        play.wait(50, gait)
        left.append(play.guard.suspicion)
    assert left[1] > 0 and abs(left[0] - 2 * left[1]) < 200


def test_caught_in_the_beam_it_calls_soldiers():
    play = watched(field(30, 21, at=(14, 10)), LAMP, watcher((22, 3, 54), name="near"),
                   watcher((28, 3, 54), name="far"))
    play.guard.suspicion = 99_999
    play.stage.tick = 175
    play.wait(20)
    assert play.guard.mind is Mind.CHALLENGE and play.happened(AlarmChanged) == [AlarmChanged(0, 1)]
    assert play.stage.guards["near"].mind is Mind.SEARCHING and play.stage.guards["far"].mind is Mind.CALM
    play.put_at(2, 18)
    play.wait(400)
    assert play.guard.mind in (Mind.CALM, Mind.CURIOUS) and play.guard.x == 2 * TILE + TILE // 2


def test_the_generator_is_heard_as_it_coughs_and_only_then():
    play = lit_yard()
    play.stage.tick = tower.COUGH_EVERY_TICKS - tower.DARK_TICKS - 3
    play.wait(10)
    assert [(s.name, s.by) for s in play.happened(Sounded)] == [("generator", "guard")]
