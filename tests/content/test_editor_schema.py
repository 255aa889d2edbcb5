"""The schema for editors: it knows what the readers know, takes every story that is there and refuses broken shapes."""

import json
import re
from pathlib import Path

import pytest

from game.content import pack_example
from game.content.editor_schema import editor_schema
from game.content.editor_words import SAYS
from game.content.kinds import Form
from game.content.reader import ALL_VERBS, VERBS, read_draft
from tests.commands.calls import call
from tests.content.json_schema import faults, loaded
from tests.content.stories import GOOD, HERE, story_with

ROOT = HERE.parents[1]
STORIES = (ROOT / "story", ROOT / "docs" / "tutorial" / "story", GOOD)
# Faults of shape: what is not a step, has settings nobody knows, lacks one it needs, holds the wrong thing.
SHAPES = re.compile(r"T00[1-7]|V003")
# What a schema cannot see: it needs two facts at once, the sense of a word, or what the story says elsewhere.
BEYOND = {"AChoiceLeadsOneWay", "OnlyNumbersAreGiven", "SetsNameFactAndValue", "World_QualitiesAreNumbers",
          "World_QualitiesAreSmall", "NumbersStayInTheirRange", "TimesCanBeReadIn"}


def schema_of(folder: Path) -> dict[str, object]:
    return editor_schema(read_draft(folder))


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.parent.name)
def test_every_story_there_is_has_its_shape(folder: Path) -> None:
    made = schema_of(folder)
    for path in folder.glob("*.yaml"):
        assert list(faults(made, loaded(path))) == [], path


def test_the_example_of_a_pack_has_its_shape(tmp_path: Path) -> None:
    for name, text in pack_example.files("my_pack").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    for path in (tmp_path / "story").glob("*.yaml"):
        assert list(faults(schema_of(tmp_path / "story"), loaded(path))) == [], path


@pytest.mark.parametrize("path", [path for path in sorted((HERE / "broken").glob("*.yaml"))
                                  if SHAPES.search(path.read_text("utf-8").split("\n")[0])], ids=lambda path: path.stem)
def test_a_broken_shape_is_refused(path: Path) -> None:
    found = list(faults(schema_of(GOOD), loaded(path)))
    assert bool(found) is (path.stem not in BEYOND), found


def test_steps_are_those_of_the_reader_and_each_is_explained() -> None:
    draft = read_draft(GOOD)
    step = editor_schema(draft)["definitions"]["step"]["anyOf"][0]["properties"]
    beside = {name for verb in VERBS.values() for name in verb.beside.settings}
    assert set(step) == {*ALL_VERBS, *beside, *draft.cast}
    assert set(SAYS) == set(ALL_VERBS)
    assert all(SAYS[verb] in json.dumps(step[verb], ensure_ascii=False) for verb in ALL_VERBS)


def test_every_setting_of_a_step_is_there() -> None:
    step = json.dumps(schema_of(GOOD)["definitions"])
    forms = [verb.holds for verb in VERBS.values() if isinstance(verb.holds, Form)]
    assert sum(len(form.settings) for form in forms) > 30
    assert [name for form in forms for name in form.settings if f'"{name}"' not in step] == []


@pytest.mark.parametrize(("step", "refused"), [
    ("- goto: river", True), ("- jo: Hello.", False), ("- jo (afraid): Hello.", False),
    ("- new_person @a.1: Hi.", False),
    ("- wait: 2\n      then:\n        - back", True), ("- visit: bank", True), ("- set: {won: +1, met: true}", False),
    ("- give: {won: many}", True), ("- time: +20m", False), ("- time: soon", True), ("- then:\n        - back", True),
    ("- later: {name: a, in: 2d, go: b}", False), ("- together:\n        - go: b", True), ("- picture: none", False),
    ("- jo: Hello.\n      sora: Hello.", True), ('- "jo @a.1: Wait: who?"', False), ("- card", False),
])
def test_one_step(step: str, refused: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"nodes:\n  start:\n    {step}\n", "utf-8")
    assert bool(list(faults(schema_of(GOOD), loaded(path)))) is refused


def test_names_of_the_story_are_offered() -> None:
    named = schema_of(GOOD)["definitions"]
    assert "crossing.start" in named["node"]["anyOf"][0]["enum"] and "start" in named["node"]["anyOf"][0]["enum"]
    assert "jo" in named["person"]["anyOf"][0]["enum"]
    assert named["changes"]["properties"]["met"] == {"type": "boolean"}


def test_the_command_writes_it(tmp_path: Path) -> None:
    story_with(tmp_path / "story", {})
    out = tmp_path / "story.schema.json"
    said = call("schema", str(tmp_path), "--out", str(out))
    assert said.code == 0 and "# yaml-language-server: $schema=../story.schema.json" in said.out
    assert json.loads(out.read_text("utf-8")) == schema_of(tmp_path / "story") == call("schema", str(tmp_path)).json
    assert call("schema", str(tmp_path / "none")).code == 2
    assert call("schema", str(tmp_path), "--out", str(tmp_path / "none" / "x.json")).code == 2
