"""Recordings play back to the same world."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.recordings import Recorder, RecordingFault, agrees, decode, encode, play
from game.sim.intents import Intent, Move, Rewind, SetHelp
from game.sim.step import step
from game.sim.world import Lore
from tests.scenario import Scenario, answered, lively
from tests.sim.test_rewind import HOLDS


def record(yard: Scenario, recorder: Recorder, *intents: Intent) -> None:
    for intent in intents:
        recorder.note(yard.world, intent, step(yard.world, intent))


@given(HOLDS, st.lists(st.integers(0, 13), max_size=3), st.integers(0, 9))
@settings(max_examples=25, deadline=None)
def test_a_replay_is_equal_with_rewinds_cut_out(holds: list[tuple[int, ...]], rewinds: list[int], seed: int) -> None:
    yard = lively(seed)
    recorder = Recorder.of(yard.world)
    for i, (dx, dy, gait, act, pick, ticks) in enumerate(holds):
        for _ in range(ticks):
            record(yard, recorder, answered(yard.world, dx, dy, gait, bool(act), pick))
        if i in rewinds:
            record(yard, recorder, Rewind())
    recording = decode(encode(recorder.finish(yard.world)))
    found, ticks = play(recording, yard.world.lore)
    assert found == recording.digest and ticks == yard.world.tick
    assert agrees(recording, yard.world.lore, found) is True
    assert not any(isinstance(intent, Rewind) for intent, _ in recording.intents)


def test_a_recording_can_begin_anywhere() -> None:
    yard = lively()
    yard.walk("south", 200)
    recorder = Recorder.of(yard.world)
    record(yard, recorder, SetHelp("no_cold", 1), *[Move(1, 0)] * 100)
    assert play(recorder.finish(yard.world), yard.world.lore) == (recorder.finish(yard.world).digest, 100)
    record(yard, recorder, Rewind())
    assert yard.world.tick == 0, "back to before the recording began"
    record(yard, recorder, *[Move(0, 1)] * 50)
    assert play(recorder.finish(yard.world), yard.world.lore) == (recorder.finish(yard.world).digest, 50)


def test_intents_are_run_lengths() -> None:
    yard = lively()
    recorder = Recorder.of(yard.world)
    record(yard, recorder, *[Move(0, 1)] * 300)
    assert recorder.finish(yard.world).intents == ((Move(0, 1), 300),)


def test_other_content_runs_and_compares_nothing() -> None:
    yard = lively()
    recording = Recorder.of(yard.world).finish(yard.world)
    other = Lore(yard.world.lore.book, yard.world.lore.rooms, "other")
    found, _ = play(recording, other)
    assert agrees(recording, other, found) is None
    assert agrees(recording, yard.world.lore, "0" * 64) is False


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format":1,"content":"","digest":"","start":{},'
                                  '"intents":[[1,"fly"]]}', '{"format":1,"content":"","digest":"","start":{},'
                                  '"intents":[[-1,"next"]]}'])
def test_what_is_no_recording_says_so(text: str) -> None:
    with pytest.raises(RecordingFault):
        decode(text)


def test_a_recording_that_does_not_fit() -> None:
    text = '{"format":1,"content":"","digest":"","start":{},"intents":[]}'
    with pytest.raises(RecordingFault, match="does not fit"):
        play(decode(text), lively().world.lore)
