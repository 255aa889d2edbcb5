"""The signals van: hisses before it is near, finds telephones, sees and hears nothing."""

from game.sim import telephone, watching
from game.sim.events import Sounded
from game.sim.room import WatcherKind
from game.sim.sight import CORE, NONE, RIM
from game.sim.world import POINT, Mind
from tests.sim.drawn import TILE, field, watched, watcher


def van(at, **more):
    return watched(field(80, 12, at=at), watcher((5, 5), (20, 5), kind=WatcherKind.VAN), **more)


def test_it_has_no_eyes_and_no_ears():
    play = van((8, 6))
    play.walk("east", 200)
    assert play.guard.suspicion == 0 and play.guard.mind is Mind.CALM
    assert [watching.cone(play.world, play.guard, part) for part in (CORE, RIM, NONE)] == [(), (), ()]
    assert watching.noise_heard_by(play.world, play.guard.x, play.guard.y, 8 * TILE) == []


def test_it_drives_its_round():
    play = van((70, 9))
    play.wait(60)
    assert 3 * TILE < play.guard.x - 5 * TILE - TILE // 2 < 5 * TILE


def test_its_hiss_is_heard_before_its_ring_reaches_her():
    far, near = van((60, 9)), van((27, 9))
    for play in (far, near):
        play.wait(961)
    assert not [s for s in far.happened(Sounded) if s.name == "radio"]
    heard = [s for s in near.happened(Sounded) if s.name == "radio"]
    assert len(heard) >= 1 and heard[0].by == "guard"


def test_distance_is_an_answer():
    play = van((5, 9))
    assert telephone.van_near(play.world)
    play.put_at(60, 9)
    assert not telephone.van_near(play.world)
    play.put_at(5, 9)
    play.guard.mind = Mind.OFF
    assert not telephone.van_near(play.world)


def test_sent_it_comes_fast_looks_about_and_goes_on():
    play = van((60, 9))
    play.world.tale.trace = 100 * POINT
    watching.send(play.world, "guard", play.cell)
    play.wait(60 * 12)
    assert abs(play.guard.x - play.her.x) < 2 * TILE and play.guard.mind is Mind.SENT
    play.wait(60 * 20)
    assert play.guard.mind is Mind.CALM
