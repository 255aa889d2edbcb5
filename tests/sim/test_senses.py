"""What is drawn of ears, noses, faces, radios, and the light is what is tested."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import dog, hearing, informer, light, watching
from game.sim.grid import Cell
from game.sim.intents import Gait
from game.sim.outline import earshot, ring
from game.sim.plan import begin
from game.sim.room import Thing, ThingKind, WatcherKind
from game.sim.senses import RADIO, SenseKind, finds_telephone, loudness
from game.sim.world import Mind
from tests.sim.drawn import TILE, field, inside, near_edge, watched, watcher

EAST = 0
WIDE, HIGH = 24, 18
SLACK = 300  # units: less than a tenth of a tile, where a polygon's straight edge stands for an arc
WALLS = st.lists(st.tuples(st.integers(8, 16), st.integers(5, 13)), min_size=2, max_size=16)
SPOTS = st.lists(st.tuples(st.integers(-1100, 1100), st.integers(-1100, 1100)), min_size=24, max_size=24)


def room(walls, kind, **more):
    walls = [cell for cell in walls if cell not in ((12, 9), (13, 9), (1, 1))]
    return watched(field(WIDE, HIGH, at=(1, 1), wall=walls), watcher((12, 9, EAST), kind=kind, **more))


def agree(polygon, play, spots, far, sensed):
    """Every spot on free ground is sensed exactly if it lies in the polygon, but for a hair along its edge.

    Spots are thousandths of `far`, the reach of the sense in units, from whoever senses.
    """
    walls = play.world.room.walls
    for across, down in spots:
        x, y = play.guard.x + across * far // 1000, play.guard.y + down * far // 1000
        if walls.free(Cell(x >> 12, y >> 12)) and not near_edge(polygon, x, y, SLACK):
            assert inside(polygon, x, y) == sensed(x, y), (x / TILE, y / TILE)


def sensed_by(play, kind):
    found = watching.senses(play.world, play.guard)
    assert [sense.kind for sense in found] == [kind]
    return found[0].points


@settings(max_examples=40, deadline=None)
@given(walls=WALLS, spots=SPOTS, gait=st.sampled_from(list(Gait)))
def test_the_ring_of_a_listening_post_is_where_her_step_is_heard(walls, spots, gait):
    play = room(walls, WatcherKind.LISTENER)
    play.her.gait = gait
    around = begin(play.world)
    loud = loudness(around)
    post = around.plan.watchers["guard"]
    agree(sensed_by(play, SenseKind.EARS), play, spots, hearing.carries(post, loud),
          lambda x, y: hearing.hears(around, post, play.guard, (x, y, loud)))


def test_crouching_the_ring_shrinks():
    play = room([], WatcherKind.LISTENER)
    wide = sensed_by(play, SenseKind.EARS)
    play.her.gait = Gait.CROUCH
    narrow = sensed_by(play, SenseKind.EARS)
    assert all(inside(wide, *point) or near_edge(wide, *point, SLACK) for point in narrow)
    assert inside(wide, play.guard.x + 3 * TILE, play.guard.y) > inside(narrow, play.guard.x + 3 * TILE, play.guard.y)


@settings(max_examples=40, deadline=None)
@given(walls=WALLS, spots=SPOTS, wind=st.integers(0, 71), facing=st.integers(0, 71))
def test_the_plume_is_where_the_dog_smells_her(walls, spots, wind, facing):
    walls = [cell for cell in walls if abs(cell[0] - 12) > 1 or abs(cell[1] - 9) > 1]
    play = watched(field(WIDE, HIGH, at=(1, 1), wall=walls), watcher((12, 9, facing), kind=WatcherKind.DOG),
                   wind_angle=wind)
    around = begin(play.world)
    handler = around.plan.watchers["guard"]
    agree(sensed_by(play, SenseKind.NOSE), play, spots, 8 * TILE,
          lambda x, y: dog.smells(around, handler, play.guard, x, y))


@settings(max_examples=40, deadline=None)
@given(walls=WALLS, spots=SPOTS)
def test_the_small_ring_is_where_an_informer_knows_her_face(walls, spots):
    play = room(walls, WatcherKind.INFORMER)
    around = begin(play.world)
    agree(sensed_by(play, SenseKind.FACES), play, spots, 3 * TILE,
          lambda x, y: informer.knows(around, play.guard, x, y))


@settings(max_examples=40, deadline=None)
@given(spots=st.lists(st.tuples(st.integers(0, 60 * TILE), st.integers(0, 60 * TILE)), min_size=12, max_size=12))
def test_the_wide_ring_is_where_a_van_finds_a_telephone(spots):
    play = watched(field(60, 60, at=(1, 1)), watcher((30, 30), (31, 30), kind=WatcherKind.VAN))
    polygon = sensed_by(play, SenseKind.RADIO)
    for x, y in spots:
        if not near_edge(polygon, x, y, SLACK):
            assert inside(polygon, x, y) == finds_telephone(play.guard, x, y)
    assert RADIO == 18 * TILE


@settings(max_examples=40, deadline=None)
@given(walls=WALLS, spots=SPOTS, radius=st.integers(1, 9))
def test_a_noise_is_heard_exactly_within_its_earshot(walls, spots, radius):
    """For every kind of ears and every loudness, not only hers."""
    play = room(walls, WatcherKind.SOLDIER)
    around, post = begin(play.world), play.world.room.watchers[0]
    polygon = earshot(around.screen, (play.guard.x, play.guard.y), radius * TILE)
    agree(polygon, play, spots, radius * TILE,
          lambda x, y: hearing.hears(around, post, play.guard, (x, y, radius * TILE)))


@settings(max_examples=40, deadline=None)
@given(walls=WALLS, spots=SPOTS, radius=st.integers(1, 6))
def test_a_lamp_lights_what_lies_open_around_it(walls, spots, radius):
    walls = [cell for cell in walls if cell != (12, 9)]
    lamp = Thing("lamp", ThingKind.LAMP, Cell(12, 9), radius_cells=radius)
    play = watched(field(WIDE, HIGH, at=(1, 1), wall=walls), watcher((1, 2, 36)))
    yard = play.world.room
    play.world.lore.rooms["yard"] = replace(yard, things=(*yard.things, lamp))
    around = begin(play.world)
    middle = 12 * TILE + TILE // 2, 9 * TILE + TILE // 2

    def lit(x, y):
        play.her.x, play.her.y = x, y
        return light.lamp_lit(around)

    play.guard.x, play.guard.y = middle
    agree(ring(around.screen, radius * TILE, middle), play, spots, radius * TILE, lit)


def test_nothing_is_drawn_of_who_is_off_duty_or_looks_away():
    for kind in (WatcherKind.LISTENER, WatcherKind.DOG, WatcherKind.INFORMER, WatcherKind.VAN):
        play = room([], kind)
        assert watching.senses(play.world, play.guard)
        play.guard.blind_ticks = 5
        assert watching.senses(play.world, play.guard) == ()
        play.guard.blind_ticks, play.guard.mind = 0, Mind.OFF
        assert watching.senses(play.world, play.guard) == ()
    assert watching.senses(room([], WatcherKind.SOLDIER).world, room([], WatcherKind.SOLDIER).guard) == ()


def test_a_dog_that_eats_smells_nothing_and_none_is_drawn():
    play = room([], WatcherKind.DOG)
    play.guard.mind = Mind.SENT
    assert watching.senses(play.world, play.guard) == ()


def test_under_a_mask_the_ring_of_ears_is_gone():
    play = room([], WatcherKind.LISTENER)
    play.stage.mask_ticks = 10
    assert watching.senses(play.world, play.guard) == ()
    assert watching.noise_heard_by(play.world, play.guard.x, play.guard.y, 5 * TILE) == []
