import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from game.sim.angles import DIRECTIONS
from game.sim.grid import UNITS
from game.sim.outline import outline
from game.sim.sight import CORE, NONE, RIM, Reach, blocked_at, clear, glance
from tests.sim.drawn import inside, near_edge, screen

QUICK = (Phase.explicit, Phase.generate)  # a failing yard takes minutes to shrink
QUARTER = UNITS // 4
ROOMY = Reach(6 * UNITS, rim=3 * UNITS, near=UNITS * 3 // 2)
TORCH = Reach(6 * UNITS, torch=9 * UNITS, rim=3 * UNITS, near=UNITS * 3 // 2)
SIZE = 20
EYES = (1, 1, 1)

cells = st.lists(st.sampled_from("........#"), min_size=SIZE * SIZE, max_size=SIZE * SIZE)
places = st.integers(0, SIZE * UNITS - 1)


def rows(signs):
    return ["".join(signs[y * SIZE:(y + 1) * SIZE]) for y in range(SIZE)]


def mid(x, y):
    return x * UNITS + UNITS // 2, y * UNITS + UNITS // 2


def free(signs, x, y):
    return signs[(y >> 12) * SIZE + (x >> 12)] != "#"


@settings(max_examples=150, deadline=None)
@given(cells, places, places, places, places)
def test_a_line_is_the_same_both_ways(signs, x0, y0, x1, y1):
    assume(free(signs, x0, y0) and free(signs, x1, y1))
    seen = screen(rows(signs))
    assert clear(seen.solid, seen.wide, x0, y0, x1, y1) == clear(seen.solid, seen.wide, x1, y1, x0, y0)


@settings(max_examples=100, deadline=None)
@given(cells, *([st.integers(0, SIZE * 2 - 1)] * 4))
def test_a_line_through_corners_is_the_same_both_ways(signs, x0, y0, x1, y1):
    x0, y0, x1, y1 = (v * UNITS // 2 for v in (x0, y0, x1, y1))
    assume(free(signs, x0, y0) and free(signs, x1, y1))
    seen = screen(rows(signs))
    assert clear(seen.solid, seen.wide, x0, y0, x1, y1) == clear(seen.solid, seen.wide, x1, y1, x0, y0)


@settings(max_examples=60, deadline=None)
@given(cells, places, places, places, places)
def test_a_line_is_stopped_by_what_it_crosses(signs, x0, y0, x1, y1):
    """Against a fine sampling of the line: a sampled cell that blocks must stop it; where it stops, a wall begins."""
    assume(free(signs, x0, y0))
    seen = screen(rows(signs))
    stop = blocked_at(seen.solid, seen.wide, x0, y0, x1, y1)
    crossed = [(x0 + (x1 - x0) * i // 500, y0 + (y1 - y0) * i // 500) for i in range(501)]
    if any(not free(signs, x, y) for x, y in crossed[1:-1]):
        assert stop is not None
    if stop is not None:
        x, y = stop
        assert any(0 <= a < SIZE * UNITS and 0 <= b < SIZE * UNITS and not free(signs, a, b)
                   for a in (x - 2, x + 2) for b in (y - 2, y + 2))


@pytest.mark.parametrize(("reach", "part"), [(ROOMY, CORE), (ROOMY, RIM), (TORCH, CORE), (ROOMY, NONE)])
@settings(max_examples=12, deadline=None, phases=QUICK)
@given(signs=cells, x=st.integers(5 * 16, 15 * 16), y=st.integers(5 * 16, 15 * 16), facing=st.integers(0, 71))
def test_what_is_drawn_is_what_is_tested(reach, part, signs, x, y, facing):
    x, y = x * 256 + 128, y * 256 + 128  # cones are drawn from the middle of a pixel
    assume(free(signs, x, y))
    seen, look = screen(rows(signs)), DIRECTIONS[facing]
    shape = outline(seen, reach, (x, y), look, part)
    only = {CORE: Reach(reach.core, torch=reach.torch), RIM: Reach(0, rim=reach.rim), NONE: Reach(0, near=reach.near)}
    for at_x in range(x - 9 * UNITS + 7, x + 9 * UNITS, QUARTER):
        for at_y in range(y - 9 * UNITS + 11, y + 9 * UNITS, QUARTER):
            if not (0 <= at_x < SIZE * UNITS and 0 <= at_y < SIZE * UNITS):
                continue
            sees = glance(seen, only[part], (x, y), look, (at_x, at_y), False) != NONE
            if sees != inside(shape, at_x, at_y):
                assert near_edge(shape, at_x, at_y, UNITS // 10), (at_x, at_y, sees)


@settings(max_examples=12, deadline=None, phases=QUICK)
@given(signs=st.lists(st.sampled_from("...........cc#"), min_size=SIZE * SIZE, max_size=SIZE * SIZE),
       x=st.integers(5, 14), y=st.integers(5, 14), facing=st.integers(0, 71))
def test_drawn_cover_is_tested_cover(signs, x, y, facing):
    """For one who crouches. The two-tile circle, where cover begins to count, is an edge too."""
    x, y = mid(x, y)
    assume(free(signs, x, y))
    seen, look = screen(rows(signs)), DIRECTIONS[facing]
    shape = outline(seen, Reach(6 * UNITS), (x, y), look, CORE, True)
    for at_x in range(x - 6 * UNITS + 7, x + 6 * UNITS, QUARTER):
        for at_y in range(y - 6 * UNITS + 11, y + 6 * UNITS, QUARTER):
            far = (at_x - x) ** 2 + (at_y - y) ** 2
            if not (0 <= at_x < SIZE * UNITS and 0 <= at_y < SIZE * UNITS) or abs(far - 4 * UNITS**2) < UNITS**2:
                continue
            sees = glance(seen, Reach(6 * UNITS), (x, y), look, (at_x, at_y), True) != NONE
            if sees != inside(shape, at_x, at_y):
                assert near_edge(shape, at_x, at_y, UNITS // 10), (at_x, at_y, sees)


OPEN = screen(["." * SIZE] * SIZE)


@pytest.mark.parametrize(("dx", "dy", "expected"), [
    (5, 0, CORE), (6.5, 0, NONE), (4, 2.7, CORE), (2, 1.8, RIM), (4, 3.6, NONE), (-1.4, 0, CORE), (-2, 0, NONE),
    (0, 1.4, CORE), (0, 2, NONE),
])
def test_core_rim_and_ring(dx, dy, expected):
    eye = mid(8, 8)
    her = eye[0] + int(dx * UNITS), eye[1] + int(dy * UNITS)
    assert glance(OPEN, ROOMY, eye, DIRECTIONS[0], her, False) == expected


def test_a_torch_reaches_nine_in_its_core():
    eye = mid(3, 8)
    assert glance(OPEN, TORCH, eye, DIRECTIONS[0], mid(11, 8), False) == CORE
    assert glance(OPEN, TORCH, eye, DIRECTIONS[0], mid(11, 12), False) == NONE


def test_cover_hides_only_who_crouches_and_only_beyond_two_tiles():
    yard = screen(["........", "....c...", "........"])
    assert glance(yard, ROOMY, mid(0, 1), DIRECTIONS[0], mid(5, 1), False) == CORE
    assert glance(yard, ROOMY, mid(0, 1), DIRECTIONS[0], mid(5, 1), True) == NONE
    assert glance(yard, ROOMY, mid(0, 1), DIRECTIONS[0], mid(4, 1), True) == NONE, "in it she is hidden too"
    assert glance(yard, ROOMY, mid(3, 1), DIRECTIONS[0], mid(5, 1), True) == CORE, "near, he looks over it"


def test_no_sight_between_two_walls_that_touch_at_a_corner():
    yard = screen(["..#", ".#.", "..."])
    assert not clear(yard.solid, yard.wide, *mid(1, 0), *mid(2, 1))
    assert not clear(yard.solid, yard.wide, *mid(2, 1), *mid(1, 0))


def test_the_near_ring_does_not_go_through_a_wall():
    yard = screen(["...", ".#.", "..."])
    assert glance(yard, Reach(0, near=2 * UNITS), mid(0, 1), DIRECTIONS[0], mid(2, 1), False) == NONE


def test_who_stands_in_something_solid_looks_out_of_it():
    yard = screen(["##....", "##..#.", "......"])
    assert clear(yard.solid, yard.wide, *mid(0, 1), *mid(3, 1))
    assert not clear(yard.solid, yard.wide, *mid(0, 1), *mid(5, 1))
