"""The story as it is shipped, played from transcripts and from recordings. How to write one: tests/plays/README.md."""

from functools import cache
from pathlib import Path

import pytest

from game.commands import load_content, lore_of
from game.sim.world import Lore
from tests.plays.player import perform
from tests.plays.script import PlayFault, read

HERE = Path(__file__).parent
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
    ("start: road.turn_home\nskim\nchoose: Go hone\nend: home", "t.play:3: no such option; this is asked: Go home. Two"),
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
