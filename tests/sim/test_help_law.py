"""The law of help: from the same moment, a tick with more help leaves nobody surer of her.

Over drawn rooms of every kind of watcher, in every state of mind, with company, crowds, hours, snow and noises.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import watching
from game.sim.grid import UNITS
from game.sim.intents import Gait
from game.sim.room import Area, Post, Resident, WatcherKind
from game.sim.world import FULL, Help, Level, Lure, Mind, Noise
from tests.scenario import Scenario
from tests.sim.drawn import field, watched, watcher

WIDE, HIGH = 20, 14
LEVELS = tuple(Level)
MINDS = (Mind.CALM, Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL, Mind.CHALLENGE, Mind.CHASE, Mind.RETURN, Mind.SENT)
CELLS = st.tuples(st.integers(1, WIDE - 2), st.integers(1, HIGH - 2))
PLACES = st.tuples(st.integers(UNITS, (WIDE - 1) * UNITS - 1), st.integers(UNITS, (HIGH - 1) * UNITS - 1))


@dataclass(frozen=True)
class Moment:
    """All that a tick begins with, but for the help."""

    kinds: tuple[WatcherKind, ...]
    posts: tuple[tuple[int, int], ...]
    walls: tuple[tuple[int, int], ...]
    her: tuple[int, int]
    boy: tuple[int, int]
    gait: Gait
    moving: bool
    minds: tuple[Mind, ...]
    suspicion: tuple[int, ...]
    seen: int
    unseen: int
    heed: int
    facing: int
    night: bool
    alarm: int
    noise: int
    area: Area

    def open(self, help_: Help) -> Scenario:
        """This moment, played with `help_`."""
        people = [watcher((*post, (self.facing + 20 * n) % 72), name=f"w{n}", kind=kind, torch=n == 0, pair="w1")
                  for n, (kind, post) in enumerate(zip(self.kinds, self.posts, strict=True))]
        free = [cell for cell in self.walls if cell not in self.posts and cell != (2, 2)]
        drawing = field(WIDE, HIGH, at=(2, 2), wall=free).replace(".", "~")
        play = watched(drawing, *people, help=help_, night=self.night, areas=(self.area,), wind_angle=self.facing,
                       residents=(Resident("boy", (Post((2, 2)),), follows=True),))
        play.her.x, play.her.y, play.her.gait = *self.her, self.gait
        play.her.vx = 90 if self.moving else 0
        boy = play.stage.folk["boy"]
        boy.x, boy.y = self.boy
        play.stage.alarm = self.alarm
        for n, guard in enumerate(play.stage.guards.values()):
            guard.suspicion, guard.mind, guard.known = self.suspicion[n], self.minds[n], self.her
            guard.seen_ticks, guard.unseen_ticks, guard.heed, guard.mind_ticks = self.seen, self.unseen, self.heed, 50
        return play


MOMENTS = st.builds(
    Moment, st.tuples(*[st.sampled_from(list(WatcherKind))] * 3), st.tuples(CELLS, CELLS, CELLS),
    st.lists(CELLS, max_size=10).map(tuple), PLACES, PLACES, st.sampled_from(list(Gait)), st.booleans(),
    st.tuples(*[st.sampled_from(MINDS)] * 3), st.tuples(*[st.integers(0, FULL)] * 3), st.integers(0, 60),
    st.integers(0, 200), st.integers(0, 8_000), st.integers(0, 71), st.booleans(), st.integers(0, 3),
    st.integers(0, 9), st.builds(Area, st.just("place"), st.just(4), st.just(3), st.just(9), st.just(8),
                                 dark=st.booleans(), crowd=st.booleans()))


def after(moment: Moment, help_: Help) -> list[int]:
    """The suspicion of each after the tick."""
    play = moment.open(help_)
    x, y = moment.her
    noises = [Noise(x, y, moment.noise * UNITS, 30, "step_snow")] if moment.noise else []
    if moment.noise == 9:
        play.stage.lures.append(Lure(1, "pebble", x, y, 60))
    watching.watch(play.world, noises)
    return [guard.suspicion for guard in play.stage.guards.values()]


@settings(max_examples=150, deadline=None)
@given(moment=MOMENTS, harsh=st.sampled_from(LEVELS), easier=st.integers(0, 3), sight=st.integers(50, 100),
       slow=st.integers(40, 100), plain_sight=st.integers(0, 50), plain_slow=st.integers(0, 60))
def test_more_help_never_makes_anybody_surer(moment: Moment, harsh: Level, easier: int, sight: int, slow: int,
                                             plain_sight: int, plain_slow: int) -> None:
    """Every help at once, or any of them, against less of each."""
    less = Help(harsh, min(100, sight + plain_sight), min(100, slow + plain_slow))
    more = Help(LEVELS[min(easier, LEVELS.index(harsh))], sight, slow)
    plain, helped = after(moment, less), after(moment, more)
    assert all(one <= other for one, other in zip(helped, plain, strict=True)), (helped, plain)
