"""No bytes make a reader of story files fail: they make problems."""

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import yamltree
from game.content.problems import Faults, Place, did_you_mean
from game.content.reader import read_draft
from game.content.yamltree import Items, Table, Text, read_tree
from tests.content.stories import GOOD, checked, story_with


def codes(data: bytes) -> list[str]:
    faults = Faults()
    read_tree(data, "f.yaml", faults)
    return [problem.code for problem in faults.found]


def test_scalars_stay_words_with_their_places():
    faults = Faults()
    tree = read_tree(b"a: no\nb: [010, '6:30']\n", "f.yaml", faults)
    assert isinstance(tree, Table) and not faults.found
    assert tree.get("a") == Text("no", Place("f.yaml", 1, 4))
    b = tree.get("b")
    assert isinstance(b, Items)
    assert b.entries == (Text("010", Place("f.yaml", 2, 5)), Text("6:30", Place("f.yaml", 2, 10), plain=False))


def test_limits(monkeypatch):
    assert codes(b"a: " + b"x" * 1_000_001) == ["Y010"]
    assert codes(b"[" + b"a," * 40_001 + b"]") == ["Y011"]
    assert codes(b"[" * 500) == ["Y013"]
    assert codes(b"{a: " * 100_000) == ["Y013"]
    assert codes(b"") == ["Y008"]
    assert codes(b"\xff\xfe") == ["Y001"]
    assert codes("\ufeffa: 1".encode()) == []


def test_a_bomb_costs_nothing():
    bomb = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(ord("b"), ord("k")))
    assert codes(bomb) == ["Y009"]


def test_without_libyaml_the_answers_are_the_same(monkeypatch, tmp_path):
    import yaml

    fast = [str(problem) for problem in checked(GOOD)]
    monkeypatch.setattr(yamltree, "Loader", yaml.SafeLoader)
    assert [str(problem) for problem in checked(GOOD)] == fast
    assert codes(b"a: &x 1") == ["Y009"] and codes(b"a: b: c") == ["Y001"] and codes(b"a: !x 1") == ["Y012"]


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes(data: bytes):
    faults = Faults()
    tree = read_tree(data, "f.yaml", faults)
    assert tree is not None or faults.errors


@given(st.text(alphabet="ab: -\n{}[]#&*!|>'\"%@`?,\t0\u00e9\u2028~<", max_size=80))
@settings(max_examples=400, deadline=None)
def test_any_yaml_signs(text: str):
    faults = Faults()
    tree = read_tree(text.encode(), "f.yaml", faults)
    assert tree is not None or faults.errors
    for problem in faults.found:
        assert problem.line <= text.count("\n") + text.count("\u2028") + text.count("\u0085") + 1


@given(st.integers(0, 2**32))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutated_stories(tmp_path_factory, seed: int):
    """Lines swapped, cut, doubled, indented otherwise, signs put in: problems, never a traceback."""
    folder = tmp_path_factory.mktemp("story", numbered=True)
    dice = random.Random(seed)
    name = dice.choice(["crossing.yaml", "crossing.yaml", "world.yaml", "codex.yaml"])
    rows = (GOOD / name).read_text("utf-8").split("\n")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(rows))
        row = rows[at]
        cut = dice.randint(0, len(row))
        rows[at] = dice.choice([
            row[:cut], row[cut:], "  " + row, row[2:], row + "\n" + row,
            row[:cut] + dice.choice(": #{}[]'\"@&*-,~9") + row[cut:],
            row.replace(": ", ":", 1), row.replace("- ", "", 1), row.rpartition(":")[0] + ":", dice.choice(rows)])
    story_with(folder, {name: "\n".join(rows)})
    for problem in checked(folder):
        assert problem.message and problem.code and problem.line >= 0


def test_unreadable_files_are_problems(tmp_path: Path):
    (tmp_path / "world.yaml").mkdir(parents=True)
    (tmp_path / "crossing.yaml").write_bytes(b"\x00\x01")
    assert read_draft(tmp_path).faults.errors >= 2
    assert read_draft(tmp_path / "nowhere").faults.errors


def test_did_you_mean():
    assert did_you_mean("rivr", ["river", "bank"]) == "did you mean 'river'?"
    assert did_you_mean("XYZ", ["river", "bank"]) == ""
