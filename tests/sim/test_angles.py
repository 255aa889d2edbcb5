from math import atan2, isqrt, radians, sin, tau

from hypothesis import given
from hypothesis import strategies as st

from game.sim.angles import DIRECTIONS, SINES, angle_of, root, spun, turned

whole = st.integers(-200_000, 200_000)


def test_tables_are_the_circle():
    for step in range(72):
        assert abs(SINES[step] - 4096 * sin(radians(5 * step))) < 0.6
        assert DIRECTIONS[step] == (SINES[(step + 18) % 72], SINES[step])


def test_every_direction_knows_its_own_angle():
    assert [angle_of(*DIRECTIONS[step]) for step in range(72)] == list(range(72))


@given(whole, whole)
def test_angle_is_the_nearest_step(dx, dy):
    if (dx, dy) == (0, 0):
        assert angle_of(dx, dy) == 0
        return
    gap = (atan2(dy, dx) - tau * angle_of(dx, dy) / 72 + tau / 2) % tau - tau / 2
    assert abs(gap) <= tau / 144 + 0.0003


@given(st.integers(0, 10**15))
def test_root(n):
    assert root(n) == isqrt(n)


@given(st.integers(0, 71), st.integers(0, 71), st.integers(1, 5))
def test_turning_goes_the_short_way_and_arrives(facing, wanted, most):
    turns = 0
    while facing != wanted:
        facing, turns = turned(facing, wanted, most), turns + 1
        assert turns <= 36
    assert turned(facing, wanted, most) == wanted


def test_spun_turns_clockwise():
    assert spun(4096, 0, 18) == (0, 4096)
