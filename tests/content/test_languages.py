"""Translations: out and back without loss, nothing overwritten, stale seen; and the Korean that is shipped."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.__main__ import main
from game.content import language_files, language_sheets
from game.content.languages import Kept, Row, merge, sheet, unfit
from game.content.problems import Faults, Place
from game.content.reader import read_draft

ROOT = Path(__file__).parents[2]
WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="{}*\r"), max_size=40)
IDS = st.from_regex(r"[a-z]{1,6}(\.[a-z0-9_]{1,6}){0,3}", fullmatch=True)
ROWS = st.dictionaries(IDS, st.tuples(WORDS, WORDS, st.booleans()), max_size=6)


@pytest.mark.parametrize("kind", language_sheets.FORMATS)
@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_a_sheet_comes_back_as_it_went(kind, held):
    rows = [Row(id, english, text, stale, "before" if stale else "", "moon", "stern", "flat.arrival")
            for id, (english, text, stale) in held.items()]
    faults = Faults()
    back = language_sheets.read(language_sheets.written(rows, "ko", kind).encode(), "sheet", kind, faults)
    assert not faults.found
    assert [(r.id, r.english, r.text, r.stale) for r in back] == [(r.id, r.english, r.text, r.stale) for r in rows]


@given(st.dictionaries(IDS, st.tuples(WORDS, WORDS.filter(bool)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_what_is_there_is_never_overwritten(held):
    kept = {id: Kept(english, text) for id, (english, text) in held.items()}
    words = {id: one.english for id, one in kept.items()}
    came = [Row(id, one.english, "other words") for id, one in kept.items()]
    faults = Faults()
    assert merge(kept, came, words, faults) == kept
    assert len(faults.found) == sum(one.text != "other words" for one in kept.values())


def test_stale_words_make_way_and_are_kept_beside():
    kept, words, faults = {"a": Kept("Old.", "alt")}, {"a": "New."}, Faults()
    assert merge(kept, [Row("a", "New.", "alt", stale=True)], words, faults) == kept
    assert merge(kept, [Row("a", "New.", "neu")], words, faults) == {"a": Kept("New.", "neu", was="alt")}
    assert merge(kept, [Row("a", "New.", "alt")], words, faults) == {"a": Kept("New.", "alt")}
    assert not faults.found
    assert merge(kept, [Row("a", "Older.", "neu")], words, faults) == kept
    assert "changed since" in faults.found[0].message


def test_what_cannot_be_used_is_named_with_its_line():
    faults = Faults()
    came = [Row("a", "{n} steps", "걸음", place=Place("ko.csv", 7, 1)), Row("b", "Steps", "걸음")]
    assert merge({}, came, {"a": "{n} steps"}, faults) == {}
    assert [(p.file, p.line, p.severity) for p in faults.found] == [("ko.csv", 7, "error"), ("story", 0, "warning")]
    assert unfit("{n} steps", "{n:은/는} 걸음") == ""
    assert "particles" in unfit("{n} steps", "{n:은/을} 걸음")
    assert "star" in unfit("Steps", "*걸음")


def test_brackets_without_end_in_a_sheet_are_a_fault_with_its_line():
    faults = Faults()
    assert language_sheets.read(b"msgid " + b"[" * 100_000, "ko.po", "po", faults) == []
    assert [(p.line, p.code) for p in faults.found] == [(1, "Y001")]


def test_extract_merge_check_by_command(tmp_path, capsys):
    root = tmp_path / "mine"
    shutil.copytree(ROOT / "story", root / "story", ignore=shutil.ignore_patterns("ko*"))
    out = tmp_path / "ko.po"
    assert main(["text", "extract", "--root", str(root), "--out", str(out)]) == 0
    text = out.read_text("utf-8")
    at = text.index('msgctxt "title.new"')
    out.write_text(text[:at] + text[at:].replace('msgstr ""', 'msgstr "새 여정"', 1), "utf-8")
    assert main(["text", "merge", str(out), "--root", str(root)]) == 0
    assert main(["text", "merge", str(out), "--root", str(root)]) == 0
    assert "1 new" in capsys.readouterr().out
    kept = language_files.read_kept(root / "story", "ko", Faults())
    assert kept == {"title.new": Kept("New journey", "새 여정")}
    path = root / "story" / "strings" / "ko.yaml"
    path.write_text(path.read_text("utf-8").replace("새 여정", "여정" * 40), "utf-8")
    assert main(["text", "check", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert "story/strings/ko.yaml:3:1: warning X001: 'title.new' takes" in said
    assert "'title.go_on' has no words in 'ko'" in said


def test_the_korean_is_whole_and_the_font_has_every_sign():
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.ui.fonts import Fonts, font_file

    draft = read_draft(ROOT / "story")
    kept = language_files.read_kept(ROOT / "story", "ko", Faults())
    rows = sheet(draft, kept)
    assert sum(bool(row.text) for row in rows) >= 0.9 * len(rows)
    assert [(row.id, fault) for row in rows if row.text and not row.stale
            and (fault := unfit(row.english, row.text))] == []
    if font_file(ROOT / "assets") is None:
        pytest.skip("the font package is not there")
    font = Fonts(ROOT / "assets").at(24)

    def drawn(sign):
        return pygame.image.tobytes(font.render(sign, False, "white", "black"), "RGB")

    nothing = drawn("\U00012000")  # cuneiform: what the font draws for a sign that it has not
    signs = {sign for one in kept.values() for sign in one.text if not sign.isspace()}
    assert drawn("\U00012001") == nothing != drawn("\uac00")
    assert {sign for sign in signs if drawn(sign) == nothing} == set()
