"""Names that nobody uses are said, and only those."""

from pathlib import Path

from game.content.check_assets import Assets
from game.content.check_unused import unused
from game.content.reader import read_draft
from tests.content.stories import GOOD, story_with


def said(tmp_path: Path, assets: Assets, world: str = "", chapter: str = "") -> list[str]:
    told = (GOOD / "world.yaml").read_text("utf-8").replace("cast:\n", f"cast:\n{world}")
    files = {"world.yaml": told, **({"crossing.yaml": chapter} if chapter else {})}
    draft = read_draft(story_with(tmp_path / "story", files))
    return [problem.message for problem in unused(tmp_path, draft, assets)]


def test_what_is_named_in_story_or_map_is_used(tmp_path: Path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "bank.tmx").write_text('<object name="x" type="van_n"/>')
    assets = Assets(frozenset({"tumen_night"}), frozenset({"knock"}), frozenset({"river"}),
                    frozenset({"jo_plain", "jo_plain_blink", "jo_afraid"}), things=frozenset({"van_n", "van_n_open"}))
    assert said(tmp_path, assets) == []


def test_what_is_named_nowhere_is_said(tmp_path: Path):
    assets = Assets(frozenset({"moon"}), frozenset({"drum"}), frozenset({"waltz"}), frozenset({"jo_angry"}),
                    frozenset({"miller"}), frozenset({"mill_e"}))
    assert said(tmp_path, assets, "  ferryman: {name: He}\n") == [
        "'ferryman' of the cast never appears", "the picture 'moon' is used nowhere",
        "the sound 'drum' is used nowhere",
        "the music 'waltz' is used nowhere", "the picture of a person 'miller' is used nowhere",
        "the thing 'mill_e' is used nowhere", "the portrait 'jo_angry' belongs to nobody of the cast"]


def test_a_story_with_errors_is_no_witness(tmp_path: Path):
    assert said(tmp_path, Assets(frozenset({"moon"})), chapter="nodes:\n  start:\n    - go: nowhere\n") == []
