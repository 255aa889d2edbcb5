from game.sim import watching
from game.sim.room import WatcherKind
from game.sim.world import Mind, Noise
from tests.sim.drawn import TILE, field, watched, watcher

NORTH, SOUTH = 54, 18


def ring(play, tiles):
    return watching.noise_heard_by(play.world, play.her.x, play.her.y, tiles * TILE)


def hear(play, tiles, **stage):
    for name, value in stage.items():
        setattr(play.stage, name, value)
    return watching.watch(play.world, [Noise(play.her.x, play.her.y, tiles * TILE, 30, "step")])


def test_a_noise_is_heard_as_far_as_its_ring():
    play = watched(field(20, 9, at=(4, 4)), watcher((9, 4, 0)))
    assert ring(play, 5) == ["guard"] and ring(play, 4) == []


def test_a_wall_between_halves_it():
    wall = [(7, y) for y in range(1, 8)]
    play = watched(field(20, 9, at=(4, 4), wall=wall), watcher((9, 4, 0)))
    assert ring(play, 9) == [] and ring(play, 10) == ["guard"]


def test_a_listening_post_hears_crusted_snow_nine_tiles_off():
    play = watched(field(20, 9, at=(4, 4)), watcher((13, 4, 0), kind=WatcherKind.LISTENER))
    assert ring(play, 5) == ["guard"]
    play = watched(field(20, 9, at=(3, 4)), watcher((13, 4, 0), kind=WatcherKind.LISTENER))
    assert ring(play, 5) == []


def test_under_a_boom_nothing_is_heard():
    play = watched(field(20, 9, at=(4, 4)), watcher((7, 4, 0)))
    play.stage.mask_ticks = 30
    assert ring(play, 6) == []
    hear(play, 6)
    assert play.guard.suspicion == 0 and play.guard.mind is Mind.CALM


def test_up_the_stairs_goes_half_of_what_is_left():
    wall = [(7, y) for y in range(1, 8)]
    play = watched(field(20, 9, at=(4, 4), wall=wall, S=[(5, 4), (12, 4)]), watcher((14, 4, 0)))
    assert ring(play, 5) == ["guard"] and ring(play, 4) == []


def test_a_noise_makes_him_look_where_it_was_and_walk_on_after_three_seconds():
    play = watched(field(20, 9, at=(4, 7)), watcher((8, 4, NORTH)))
    hear(play, 6)
    assert play.guard.mind is Mind.CURIOUS and play.guard.known == (play.her.x, play.her.y)
    play.put_at(17, 1)
    play.wait(100)
    assert 18 < play.guard.facing < 36
    play.wait(100)
    assert play.guard.mind is Mind.CALM


def test_noise_after_noise_makes_him_come():
    play = watched(field(20, 9, at=(3, 7)), watcher((9, 4, NORTH)))
    for _ in range(300):
        if play.guard.mind is Mind.SEARCHING:
            break
        play.stage.tick += 1
        hear(play, 9)
    assert play.guard.mind is Mind.SEARCHING


def test_the_ring_tells_the_truth():
    """Who is told by the ring is who is roused by the step."""
    for x in range(5, 18):
        play = watched(field(22, 9, at=(3, 4), wall=[(10, 4), (10, 5)]), watcher((x, 5, 0)))
        told = ring(play, 8)
        hear(play, 8)
        assert (play.guard.mind is Mind.CURIOUS) == (told == ["guard"])
