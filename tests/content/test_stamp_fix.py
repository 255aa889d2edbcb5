"""Stamp and fix write what they should, and leave every other byte alone."""

import re
from pathlib import Path

from game.content.fix import fix
from game.content.reader import read_draft
from game.content.stamp import stamp, unchanged
from tests.content.stories import GOOD, checked, story_with

UNSTAMPED = """\
# A comment that stays.
nodes:
  start:
    - narrator:   Two spaces stay.    # and so does this
    - "jo (afraid): Wait: who?"
    - 'sora: It''s me.'
    - narrator @start.7: Has one.
    - bark: {who: jo, text: Psst}
    - bark:
        who: jo
        text: Again
    - bark: "jo: And again"
    - choose:
        - Plain: on
        - "Quoted: words": on
        - Long words here:
            do:
              - jo: In a choice.
            go: on
  on:

    - end: across
"""


UNSTAMPED_TALK = """\
nodes:
  start:
    - papers:
        who: jo
        paper: permit
        asks: 1
        questions:
          - Name?:
              answers:
                - Im Song-suk: right
                - "A name: any": doubt
                - Nobody:
                    is: wrong
                    do:
                      - jo: Nobody is at home.
        passed: call
        doubted: call
        failed: call
  call:
    - phone:
        who: sora
        cards:
          - Have you eaten?:
              secs: 12
          - "Listen: now":
              burst: true
        hang_up: on
        traced: on
        no_signal: on
  on:
    - end: across
"""


def test_stamp_knows_cards_questions_and_answers(tmp_path: Path):
    story_with(tmp_path, {"crossing.yaml": UNSTAMPED_TALK})
    before = read_draft(tmp_path)
    assert [(one.ids, one.left) for one in stamp(tmp_path)] == [(7, 0)]
    text = (tmp_path / "crossing.yaml").read_text("utf-8")
    for written in ("Name? @start.q1:", "Im Song-suk @start.a1: right", '"A name: any @start.a2": doubt',
                    "Nobody @start.a3:", "jo @start.1: Nobody is at home.", "Have you eaten? @call.c1:",
                    '"Listen: now @call.c2":'):
        assert written in text
    assert unchanged(before, read_draft(tmp_path))
    assert {problem.code for problem in checked(tmp_path) if problem.severity == "error"} == set()


def test_stamp_writes_ids_and_nothing_else(tmp_path: Path):
    story_with(tmp_path, {"crossing.yaml": UNSTAMPED})
    before = read_draft(tmp_path)
    assert [(one.ids, one.left) for one in stamp(tmp_path)] == [(10, 0)]
    text = (tmp_path / "crossing.yaml").read_text("utf-8")
    after = read_draft(tmp_path)
    assert unchanged(before, after) and not after.unstamped
    assert re.sub(r" @start\.[bc]?\d+(?=[: \"])|id: start\.b\d+(, |\n *)", "", text.replace(" @start.7", "")) \
        == UNSTAMPED.replace(" @start.7", "")
    assert "    - narrator @start.8:   Two spaces stay.    # and so does this\n" in text
    assert "    - \"jo (afraid) @start.9: Wait: who?\"\n" in text
    assert '        - "Quoted: words @start.c2": on\n' in text
    assert stamp(tmp_path) == []
    assert (tmp_path / "crossing.yaml").read_text("utf-8") == text


def test_stamp_keeps_line_ends_and_marks(tmp_path: Path):
    crlf = "\ufeff" + UNSTAMPED.replace("\n", "\r\n")
    story_with(tmp_path, {"crossing.yaml": crlf})
    stamp(tmp_path)
    data = (tmp_path / "crossing.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#") and not re.search(rb"(?<!\r)\n", data)
    assert not read_draft(tmp_path).unstamped


def test_stamp_leaves_a_stamped_story_alone(tmp_path: Path):
    story_with(tmp_path, {})
    assert stamp(tmp_path) == []
    for path in GOOD.glob("*.yaml"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


MISREAD = """\
nodes:
  start:
    - jo @a.1: Wait: who is that?
    - jo @a.2: {won} notes, no more.
    - jo @a.3: Room #4 is open.
    - jo @a.4: All is well.  # a comment
    - picture:
        show: tumen_night
        alt: A river: wide and white
    - choose:
        - Ask: why @a.c1: on
        - Leave @a.c2:
            if: met
            locked: No
            go: on
  on:
    - end: across
"""


def test_fix_puts_quotes_where_words_were_misread(tmp_path: Path):
    story_with(tmp_path, {"crossing.yaml": MISREAD})
    done = fix(tmp_path)
    assert [one.line for one in done] == [3, 4, 9, 11, 5, 14]
    text = (tmp_path / "crossing.yaml").read_text("utf-8")
    assert text.replace('"', "") == MISREAD
    assert '    - "jo @a.3: Room #4 is open."\n' in text and "All is well.  # a comment\n" in text
    assert {problem.code for problem in checked(tmp_path)} <= {"V002"}
    assert fix(tmp_path) == []


def test_fix_leaves_what_quotes_do_not_mend(tmp_path: Path):
    text = "nodes:\n  start:\n    - jo @a.1: Hello.\n   - end: across\n"
    story_with(tmp_path, {"crossing.yaml": text})
    assert fix(tmp_path) == []
    assert (tmp_path / "crossing.yaml").read_text("utf-8") == text
