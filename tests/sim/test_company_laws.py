"""Saving, going back and recording with tools and company in play: exact, whatever was asked."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import recordings
from game.content.codec import plain_world
from game.content.saves import decode, encode
from game.sim import company, tools
from game.sim.events import Rewound
from game.sim.intents import Gait, Intent, Move, Order, Rewind, Tool
from game.sim.rewind import BACK_TICKS
from game.sim.room import Mask
from game.sim.step import step
from game.sim.world import World
from tests.scenario import Scenario, answered
from tests.sim.test_company import friend, together, where
from tests.sim.test_tools import BAG

YARD = """
    ..@~~~~~~~H...
    .~~~~~#~~~~...
    .~==-=#~~D~~~~
    .~~~~~#~~~H~~G
"""
ASKS = st.lists(st.one_of(
    st.tuples(st.just("tool"), st.sampled_from([*tools.TOOLS, "sling"]),
              st.integers(0, 13), st.integers(0, 3)),
    st.tuples(st.just("order"), st.sampled_from([*company.ORDERS, "dance"]), st.just(0), st.just(0)),
    st.tuples(st.just("walk"), st.sampled_from(list(Gait)), st.integers(0, 8), st.integers(1, 150))),
    min_size=2, max_size=16)
Ask = tuple[str, Any, int, int]


def busy(seed: int) -> Scenario:
    return together(YARD, friend("okju", 1, 0), friend("mingi", 0, 0, "mingi"), seed=seed, facts=BAG, freezing=True,
                    night=True, masks=(Mask("wind", 300, 90),))


def asked(world: World, ask: Ask) -> list[Intent]:
    kind, what, a, b = ask
    match kind:
        case "tool":
            return [Tool(what, a, b)]
        case "order":
            return [Order(what)]
        case _:
            return [answered(world, a % 3 - 1, a // 3 - 1, what, b % 7 == 0, 0)] * b


@given(ASKS, st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_a_save_is_exact_with_tools_and_company_in_play(asks: list[Ask], seed: int) -> None:
    yard = busy(seed)
    for ask in asks:
        other = decode(encode(yard.world), yard.world.lore)
        assert other == yard.world
        for intent in asked(yard.world, ask):
            assert step(other, intent) == step(yard.world, intent)
        assert plain_world(other) == plain_world(yard.world)


@given(ASKS, st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_going_back_brings_back_tools_and_company(asks: list[Ask], seed: int) -> None:
    yard = busy(seed)
    was = {0: plain_world(yard.world)}
    for ask in asks:
        for intent in asked(yard.world, ask):
            before = yard.world.tick
            step(yard.world, intent)
            if yard.world.tick != before:
                was[yard.world.tick] = plain_world(yard.world)
    now = yard.world.tick
    if not now or step(yard.world, Rewind()) != [Rewound()]:
        return
    found = plain_world(yard.world)
    found.pop("rewinds")
    assert yard.world.tick == max(0, now - BACK_TICKS)
    if yard.world.tick:
        assert found == {key: value for key, value in was[yard.world.tick].items() if key != "rewinds"}


@given(ASKS, st.lists(st.integers(0, 15), max_size=2), st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_a_recording_with_tools_and_orders_replays_the_same(asks: list[Ask], backs: list[int], seed: int) -> None:
    yard = busy(seed)
    recorder = recordings.Recorder.of(yard.world)
    for number, ask in enumerate(asks):
        for intent in (*asked(yard.world, ask), *[Rewind()] * (number in backs)):
            recorder.note(yard.world, intent, step(yard.world, intent))
    recording = recordings.decode(recordings.encode(recorder.finish(yard.world)))
    assert recordings.play(recording, yard.world.lore)[0] == recording.digest


@given(ASKS, st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_none_of_them_is_ever_in_a_wall_or_in_one_hiding_place_with_another(asks: list[Ask], seed: int) -> None:
    yard = busy(seed)
    for ask in asks:
        for intent in asked(yard.world, ask):
            step(yard.world, intent if isinstance(intent, Move | Tool | Order) else Move())
        folk = company.members(yard.world)
        hidden = [one.hidden for one in folk if one.hidden and one.name != yard.her.carries]
        assert len(hidden) == len(set(hidden))
        assert all(yard.world.room.walls.free(where(one)) for one in folk)
        assert yard.her.carries in ("", "mingi")
