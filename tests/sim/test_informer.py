"""The informer: a ring and no cone; he follows, then tells; leaving, a crowd and a talk with him help."""

import pytest

from game.sim import watching
from game.sim.events import Noticed, Reported, Sounded, WayTaken
from game.sim.room import Area, WatcherKind
from game.sim.sight import CORE, RIM
from game.sim.world import Mind
from game.story.facts import Fact, FactType
from game.story.steps import Back, Calm
from tests.scenario import FACTS, line
from tests.sim.drawn import field, watched, watcher
from tests.sim.test_telephone import hill, speak

EAST = 0
TOLD = Fact("told_on", FactType.FLAG, False)


def ear(at, *, ways=(), **room):
    """He stands at (10, 5); he tells at (25, 5)."""
    return watched(field(30, 12, at=at, R=(12, 9)),
                   watcher((10, 5, EAST, 100_000), (25, 5), kind=WatcherKind.INFORMER, keeps="told_on", cast="jo"),
                   ways=ways, facts=(*FACTS, TOLD), **room)


def test_he_has_no_cone():
    play = ear((12, 5))
    assert watching.cone(play.world, play.guard, CORE) == () == watching.cone(play.world, play.guard, RIM)
    assert watching.seen_by(play.world) == []


def test_he_follows_repeats_her_last_word_then_goes_and_tells():
    play = ear((11, 7), ways={"reported by jo": (line(), Back())})
    play.wait(179)
    assert play.guard.mind is Mind.CALM
    play.wait(2)
    assert play.guard.mind is Mind.TRAIL and play.happened(Sounded)[-1].name == "murmur"
    play.wait(720)
    assert play.guard.mind is Mind.SENT and not play.happened(Reported)
    play.wait(15 * 45)
    assert play.happened(Reported) == [Reported("guard")] and play.world.tale.facts["told_on"] is True
    assert play.happened(WayTaken) == [WayTaken("reported by jo")]
    assert play.stage.alarm == 0 and not [s for s in play.happened(Sounded) if s.name == "whistle"]


def test_he_tells_once():
    play = ear((11, 7))
    for _ in range(8000):
        play.wait(1)
    assert len(play.happened(Reported)) == 1


def test_even_where_he_stands_telling_takes_five_seconds():
    play = watched(field(30, 12, at=(11, 7)), watcher((10, 5, EAST), kind=WatcherKind.INFORMER))
    play.wait(920)
    assert play.guard.mind is Mind.SENT
    left = 300 - play.guard.mind_ticks
    play.wait(left - 1)
    assert not play.happened(Reported)
    play.wait(1)
    assert play.happened(Reported)


def test_what_she_says_into_a_telephone_beside_him_is_overheard():
    def heed(post):
        play = hill(watcher(post, kind=WatcherKind.INFORMER))
        speak(play, "say")
        return play.guard.heed
    assert heed((5, 4)) >= 14 * 60 * 100 and heed((20, 4)) == 0


def test_leaving_helps():
    play = ear((11, 7))
    play.wait(400)
    assert play.guard.mind is Mind.TRAIL
    play.walk("east", 300)
    play.wait(1500)
    assert not play.happened(Reported) and play.guard.heed == 0
    assert [e.new for e in play.happened(Noticed)][-1] is Mind.CALM


def test_farther_than_three_cells_he_knows_nobody():
    play = ear((14, 5))
    play.wait(600)
    assert play.guard.heed == 0 and play.guard.mind is Mind.CALM


def test_among_people_it_takes_him_longer():
    def heed(**room):
        play = ear((11, 7), **room)
        play.wait(100)
        return play.guard.heed
    assert heed(areas=(Area("market", 1, 1, 28, 10, crowd=True),)) == heed() * 2 // 5


def test_hidden_she_has_no_face():
    play = ear((11, 7))
    play.her.hidden = "anywhere"
    play.wait(300)
    assert play.guard.heed == 0


def test_talking_to_him_lets_him_carry_the_wrong_place():
    play = ear((11, 7), ways={"talk jo": (Calm("jo"), line(), Back())})
    play.wait(920)
    assert play.guard.mind is Mind.SENT
    play.put_at(play.guard.x >> 12, (play.guard.y >> 12) + 1)
    play.press()
    play.next()
    assert play.happened(WayTaken) == [WayTaken("talk jo")] and play.guard.heed == 0
    play.walk("west", 200)
    play.wait(900)
    assert not play.happened(Reported)


def test_her_talk_with_others_is_overheard_within_three_cells():
    def heed(post):
        play = watched(field(30, 12, at=(11, 7), R=(12, 7)), watcher(post, kind=WatcherKind.INFORMER),
                       ways={"talk pak": (line(), Back())})
        play.press()
        play.next()
        play.wait(1)
        assert play.happened(WayTaken)
        return play.guard.heed
    assert heed((10, 5)) >= 240 * 100 and heed((25, 3)) == 0


@pytest.mark.parametrize("wall", [False, True])
def test_a_wall_hides_a_face(wall):
    walls = [(x, 6) for x in range(6, 15)] if wall else []
    play = watched(field(30, 12, at=(10, 7), wall=walls), watcher((10, 5, EAST), kind=WatcherKind.INFORMER))
    play.wait(60)
    assert bool(play.guard.heed) != wall
