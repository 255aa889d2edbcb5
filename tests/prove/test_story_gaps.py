"""What bots never met is answered: by a play that meets it, or that nobody ever can."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands import load_content, lore_of
from game.content.reader import read_draft
from game.prove import bots
from game.prove.story.gaps import Answers, Gap, Said, answer_all
from game.prove.story.wanting import wanted_sides
from game.prove.tally import Coverage
from game.sim.world import Lore
from tests.commands.calls import call
from tests.prove.test_story_planted import WORLD

ENDS = "  home: {title: Home, text: X}\n  away: {title: Away, text: X}\n"
CAST = """cast:
  narrator: {name: "", moods: [plain]}
  jo: {name: Jo, moods: [plain], greed: 50, fear: 40, mood: 0, likes: {coins: 9}}
"""
STORY = """nodes:
  start:
    - narrator @start.1: A yard.
    - visit: yard
      from: gate
      ways:
        talk jo: asked
        use door: {go: house, if: key}
        reach road: {go: away, risk: {caught: 1}}
        caught: held
        cold: frozen
  asked:
    - bribe:
        who: jo
        price: 10
        offers: [1 coins]
        accepted: given
        betrayed: given
        refused: nothing
        insulted: nothing
  given:
    - set: {key: true}
    - back
  nothing:
    - narrator @nothing.1: No.
    - back
  held:
    - narrator @held.1: One in a hundred.
    - go: house
  frozen:
    - narrator @frozen.1: Only where there is a stage.
    - end: home
  house:
    - chance: 2
      then:
        - narrator @house.1: Two in a hundred.
    - if: key and coins > 2
      then:
        - narrator @house.2: She never has three coins.
    - choose:
        - Sleep @house.c1:
            go: away
        - Count the coins @house.c2:
            if: coins > 2
            go: away
  away:
    - end: away
"""


@pytest.fixture(scope="module")
def lore(tmp_path_factory: pytest.TempPathFactory) -> Lore:
    folder = tmp_path_factory.mktemp("story")
    (folder / "world.yaml").write_text(WORLD + ENDS + CAST, encoding="utf-8")
    (folder / "m.yaml").write_text(STORY, encoding="utf-8")
    return Lore(read_draft(folder).book(), {}, "gaps")


def answered(lore: Lore, kind: str, name: str) -> Gap:
    return Answers.of(lore, bots.table(lore)).answer(kind, name)


@pytest.mark.parametrize(("kind", "name", "said"), [
    ("nodes", "m.given", Said.RARE), ("lines", "m.held.1", Said.RARE), ("lines", "m.house.1", Said.RARE),
    ("choices", "m.house.c1", Said.RARE), ("ways", "m.start/use door", Said.RARE),
    ("bribes", "m.asked 0 betrayed", Said.RARE), ("sides", "m.house 0: 2 in 100, yes", Said.RARE),
    ("sides", "m.start/use door: key, no", Said.RARE),
    ("nodes", "m.frozen", Said.ELSEWHERE), ("lines", "m.frozen.1", Said.ELSEWHERE),
    ("lines", "m.house.2", Said.IMPOSSIBLE), ("choices", "m.house.c2", Said.IMPOSSIBLE),
    ("bribes", "m.asked 0 insulted", Said.IMPOSSIBLE), ("sides", "m.house.c2: coins > 2, yes", Said.IMPOSSIBLE),
])
def test_each_kind_is_answered(lore: Lore, kind: str, name: str, said: Said) -> None:
    assert answered(lore, kind, name).said is said


def test_a_play_meets_what_it_is_shown_for(lore: Lore) -> None:
    table = bots.table(lore)
    nothing = Coverage().missing(lore.book, table.every)
    found = answer_all(lore, table, nothing)
    assert {kind: [gap.name for gap in gaps] for kind, gaps in found.items()} == nothing
    rare = [gap for gaps in found.values() for gap in gaps if gap.play is not None]
    assert len(rare) > 15
    for gap in rare:
        table.marks.clear()
        assert gap.play is not None
        sitting = bots.replay(table.lore, gap.play.seed, gap.play.picks)
        if gap.kind == "lines":
            assert gap.name in [told.text for told in sitting.tale.history]
        elif gap.kind == "nodes":
            assert gap.name in sitting.tale.visits
        elif gap.kind == "choices":
            assert gap.play.picks[-1] == gap.name
        elif gap.kind == "ways":
            assert gap.play.picks[-1] == gap.name.partition("/")[2]


def test_what_bots_do_meet_is_never_called_impossible(lore: Lore) -> None:
    table = bots.table(lore)
    seen = bots.tally(table, range(1, 400)).missing(lore.book, table.every)
    for kind, gaps in answer_all(lore, table, Coverage().missing(lore.book, table.every)).items():
        for gap in gaps:
            assert gap.said is not Said.OPEN, gap
            assert gap.said is Said.RARE or gap.name in seen[kind], gap


def test_every_side_there_is_can_be_asked_for() -> None:
    lore = lore_of(load_content())
    assert bots.table(lore).every <= set(wanted_sides(lore.book))


def test_the_river_can_keep_her_at_the_menu_and_the_cold_cannot_take_her() -> None:
    lore = lore_of(load_content())
    keeps = answered(lore, "nodes", "river.river_keeps")
    assert keeps.play is not None
    said = call("tell", "--plain", "--seed", str(keeps.play.seed), "--choose", " > ".join(keeps.play.picks))
    assert said.code == 0 and "She puts them together" in said.out
    cold = answered(lore, "nodes", "hill.cold")
    assert cold.said is Said.ELSEWHERE and cold.moves[-1] == "cold"


def test_bot_prints_the_answers(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "world.yaml").write_text(WORLD + ENDS + CAST, encoding="utf-8")
    (tmp_path / "story" / "m.yaml").write_text(STORY, encoding="utf-8")
    said = call("bot", "--from", str(tmp_path), "--runs", "6", "--gaps")
    assert said.code == 0, said.err
    assert "rare, like this: python -m game tell --seed" in said.out and "impossible" in said.out
    gaps = call("bot", "--from", str(tmp_path), "--runs", "6", "--gaps", "--json").json["gaps"]
    line = next(gap for gap in gaps["lines"] if gap["name"] == "m.house.2")
    assert line == {"name": "m.house.2", "answer": "impossible", "play": None, "moves": []}
    assert call("bot", "--gaps", "--walk").code == 2
