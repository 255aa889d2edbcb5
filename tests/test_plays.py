"""The story as it is shipped, played from transcripts and from recordings. How to write one: tests/plays/README.md."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.commands import load_content, lore_of
from game.content.codec import CodecFault, digest, plain_world, world_from
from game.content.recordings import Recording, RecordingFault, decode, play
from game.sim.step import step
from game.sim.world import Lore
from game.story.runtime import TaleError
from tests.plays.player import perform
from tests.plays.script import PlayFault, read
from tests.recordings.make import rules_of

HERE = Path(__file__).parent
REMAKE = "python -m tests.recordings.make"
PLAYS = sorted((HERE / "plays").glob("*.play"))


@cache
def lore() -> Lore:
    return lore_of(load_content())


@pytest.mark.parametrize("saving", [False, True], ids=["straight", "saving"])
@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_the_story_goes_as_written(path: Path, saving: bool) -> None:
    perform(read(path.read_text(encoding="utf-8"), path.name), lore(), saving)


def test_every_ending_has_a_transcript() -> None:
    told = {line.partition(":")[2].strip() for path in PLAYS for line in path.read_text(encoding="utf-8").splitlines()
            if line.startswith("end:")}
    assert told == set(lore().book.endings)


@pytest.mark.parametrize(("text", "why"), [
    ("sya: Hello", "t.play:1: there is no verb 'sya'; did you mean 'say'?"),
    ("skim\nseed: 4\nend: home", "t.play:2: 'seed' belongs above"),
    ("say\nend: home", "t.play:1: write 'say: ...'"),
    ("skim: all\nend: home", "t.play:1: 'skim' stands alone"),
    ("seed: 9..2\nend: home", "t.play:1: a range of seeds goes up"),
    ("seed: luck\nend: home", "t.play:1: a seed is a number"),
    ("given: won 3\nend: home", "t.play:1: write 'given: fact=value"),
    ("# nothing but words", "t.play: a transcript ends with something to check"),
    ("choose: Go home", "t.play: a transcript ends with something to check"),
])
def test_a_transcript_that_cannot_be_read_says_where(text: str, why: str) -> None:
    with pytest.raises(PlayFault) as fault:
        read(text, "t.play")
    assert str(fault.value).startswith(why)


@pytest.mark.parametrize(("text", "why"), [
    ("start: road.nowhere\nend: home", "t.play: there is no node 'road.nowhere'"),
    ("given: wonn=3\nend: home", "t.play: there is no fact 'wonn'"),
    ("given: won=41\nend: home", "t.play: the fact 'won' cannot be '41'"),
    ("start: road.turn_home\nsay: The road", "t.play:2: not this line, but this is said: The road home is"),
    ("start: road.turn_home\nskim\nchoose: Go hone\nend: home", "t.play:3: no such option; this is asked: Go"),
    ("start: road.turn_home\nskim\noptions: Not yet", "t.play:3: the options are: Go home. Two spoons, one bowl | Not"),
    ("start: road.to_the_post\nway: fly\nend: home", "t.play:2: no such way; talk swallow, "),
    ("start: road.to_the_post\nlater: rain\nend: home", "t.play:2: nothing called 'rain' is under way"),
    ("start: road.to_the_post\nfact: won > 8", "t.play:2: does not hold: won > 8"),
    ("start: road.to_the_post\nfact: won = 8", "t.play:2: cannot read the condition"),
    ("start: road.turn_home\nskim\nnever: being reasonable", "t.play:3: this was said: being reasonable"),
    ("start: road.turn_home\nend: home", "t.play:2: the ending is not 'home': this is said: The road home"),
])
def test_a_story_that_goes_another_way_says_where(text: str, why: str) -> None:
    with pytest.raises(PlayFault) as fault:
        perform(read(text, "t.play"), lore(), saving=False)
    assert str(fault.value).startswith(why)


# Recordings ----------------------------------------------------------------------------------------------
RECORDINGS = sorted((HERE / "recordings").glob("*.json"))


@cache
def rules() -> str:
    return rules_of(load_content())


def replayed(recording: Recording) -> tuple[str, str, int]:
    """Digest of a replay, digest of one from what was saved in the middle of the first, and the ticks of both."""
    asked = [intent for intent, times in recording.intents for _ in range(times)]
    half = len(asked) // 2
    world = world_from(recording.start, lore())
    for intent in asked[:half]:
        step(world, intent)
    saved, ticks = json.loads(json.dumps(plain_world(world))), world.tick
    for intent in asked[half:]:
        step(world, intent)
    again, more = play(replace(recording, start=saved, intents=tuple((one, 1) for one in asked[half:])), lore())
    return digest(world), again, ticks + more


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_a_recording_ends_as_it_did(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    recording = decode(text)
    try:
        found, again, ticks = replayed(recording)
    except (RecordingFault, TaleError, CodecFault, KeyError, IndexError) as fault:
        if json.loads(text)["rules"] == rules():
            raise
        pytest.fail(f"made on other steps or rooms, and does not fit any more ({fault}): {REMAKE}")
    assert found == again, "a save in the middle changed what came after"
    assert ticks > 40
    if json.loads(text)["rules"] != rules():
        pytest.fail(f"made on other steps or rooms: {REMAKE}")
    assert found == recording.digest, f"the rules go another way now. If that is meant: {REMAKE}"


def test_every_room_has_a_recording_and_none_is_large() -> None:
    assert {path.stem for path in RECORDINGS} >= set(lore().rooms)
    assert any(path.stem.startswith("to_") for path in RECORDINGS)
    assert {path.name for path in RECORDINGS if path.stat().st_size > 30_000} == set()


def test_only_words_may_change_under_a_recording() -> None:
    content = load_content()
    assert content.book is not None
    words = {id: text + " " for id, text in content.book.words.items()}
    assert rules_of(replace(content, book=replace(content.book, words=words))) == rules()
    first = content.book.nodes[content.book.start]
    fewer = {**content.book.nodes, first.id: replace(first, steps=first.steps[1:])}
    assert rules_of(replace(content, book=replace(content.book, nodes=fewer))) != rules()
