"""The page of a proved story: every node with its mark in words and shapes, every link, lines that can be typed."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from game.content.reader import read_draft
from game.prove import bots
from game.prove.story.covered import Mark, covered
from game.prove.story.findings import Fault, Proof
from game.prove.story.layout import bands, layout
from game.prove.story.links import Edge, followed, links
from game.prove.story.proof import STATES, prove_story
from game.prove.story.report import page
from game.prove.story.retold import Retold, retell_ending
from game.prove.tally import Coverage
from game.sim.world import Lore
from game.story.book import Book
from tests.commands.calls import call
from tests.prove import test_story_gaps
from tests.prove.test_story_planted import WORLD

ENDS = "  home: {title: Home, text: X}\n  away: {title: Away, text: X}\n  lost: {title: Lost, text: X}\n"
STORY = """nodes:
  start:
    - choose:
        - Buy the key @start.c1:
            pay: {coins: 2}
            do:
              - set: {key: true}
            go: hall
        - Go on @start.c2:
            go: hall
        - Pay nine @start.c3:
            pay: {coins: 9}
            go: nowhere
  nowhere:
    - go: bed
  hall:
    - call: bell
    - choose:
        - Into the yard @hall.c1:
            go: yard
        - Both @hall.c2:
            if: key and coins > 3
            go: bed
        - Wait for ever @hall.c3:
            go: trap
  bell:
    - back
  trap:
    - choose:
        - Wait @trap.c1:
            go: trap
  yard:
    - visit: yard
      from: gate
      ways:
        talk jo: jo
        use door: bed
        caught: away
  jo:
    - back
  away:
    - end: away
  bed:
    - end: home
"""


@pytest.fixture(scope="module")
def lore(tmp_path_factory: pytest.TempPathFactory) -> Lore:
    folder = tmp_path_factory.mktemp("story")
    (folder / "world.yaml").write_text(WORLD + ENDS, encoding="utf-8")
    (folder / "m.yaml").write_text(STORY, encoding="utf-8")
    return Lore(read_draft(folder).book(), {}, "page")


def drawn(lore: Lore, proof: Proof, runs: Coverage | None = None) -> str:
    plays: dict[str, Retold] = {}
    for ending in proof.endings:
        play = retell_ending(lore, ending.id, ending.choices) if ending.reached else None
        plays |= {ending.id: play} if play is not None else {}
    return page(lore.book, proof, plays, runs)


@pytest.mark.parametrize("most_states", [STATES, 0], ids=["every state", "plays"])
def test_marks_say_what_was_shown(lore: Lore, most_states: int) -> None:
    known = covered(lore.book, prove_story(lore, most_states), None)
    marks = {spot.node.partition(".")[2]: spot.mark for spot in known.spots.values()}
    assert marks["nowhere"] is Mark.NEVER and marks["start"] is Mark.FAULT and marks["bed"] is Mark.SAFE
    assert marks["trap"] is (Mark.FAULT if most_states else Mark.OPEN)
    lines = {(line.edge.source.partition(".")[2], line.edge.target.partition(".")[2]): line for line in known.lines}
    assert lines["start", "hall"].is_taken and lines["hall", "bell"].is_taken and lines["hall", "yard"].is_taken
    assert not lines["start", "nowhere"].is_taken and lines["nowhere", "bed"].never
    assert [one.plays > 0 for one in lines["hall", "bed"].offered] == [False]


def test_every_node_is_drawn_once_with_a_word_and_a_shape(lore: Lore) -> None:
    html = drawn(lore, prove_story(lore))
    names = re.findall(r"<g class=\"node (\w+)\"><title>([^<\n]+)", html)
    assert {name for _, name in names} == set(lore.book.nodes) and len(names) == len(lore.book.nodes)
    for group in re.findall(r"<g class=\"node .*?</g>", html, re.S):
        assert re.search(r">(safe, \d|open, \d|fault, \d|never come to)", group), group
        assert "class=\"sign" in group or "class=sign" in group
    assert ">never</text>" in html and "m.hall.c2: not taken" in unescape(html)


def test_the_page_needs_nothing_else_and_says_how_to_come_to_each_ending(lore: Lore) -> None:
    proof = prove_story(lore)
    html = drawn(lore, proof)
    assert not any(mark in html for mark in ("<script", "<link", "src=", "http:", "https:", "@import"))
    assert set(re.findall(r"url\((.)", html)) <= {"#"}
    typed = [unescape(line) for line in re.findall(r"<pre class=typed>(.*?)</pre>", html)]
    assert len(typed) == 1 and typed[0].startswith("python -m game tell --seed 1 --choose \"m.start.c")
    assert "m.hall.c1 &gt; caught" in html  # nobody at the menu is caught there
    assert "no play comes to it" in html and "odds" in html
    for fault in proof.faults:
        assert fault.message in unescape(html)


def test_bots_stand_beside_the_proof(lore: Lore) -> None:
    runs = bots.tally(bots.table(lore), range(1, 40))
    html = drawn(lore, prove_story(lore), runs)
    assert runs.nodes["m.bed"] > 1 and f"bots {runs.nodes['m.bed']} times" in html and ">bots never<" in html
    assert f"of {runs.runs.total()} runs of bots" in html


def test_prove_writes_it(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    world = WORLD + test_story_gaps.ENDS + test_story_gaps.CAST
    (tmp_path / "story" / "world.yaml").write_text(world, encoding="utf-8")
    (tmp_path / "story" / "m.yaml").write_text(test_story_gaps.STORY, encoding="utf-8")
    out = tmp_path / "page.html"
    said = call("prove", str(tmp_path), "--story", "--report", str(out), "--runs", "6", "--jobs", "1", "--json")
    assert said.code == 1, said.err
    endings = {ending["id"]: ending["tell"] for ending in said.json["story"]["endings"]}
    assert endings["away"].startswith("python -m game tell --seed ") and endings["home"] is None
    assert "of 6 runs of bots" in out.read_text("utf-8")
    assert call("prove", str(tmp_path), "--story", "--runs", "6").code == 2


# How it is drawn -----------------------------------------------------------------------------------------
def test_links_have_the_names_of_what_takes_them(lore: Lore) -> None:
    named = {(link.edge.source, link.edge.target): link.names for link in links(lore.book)}
    assert named["m.start", "m.hall"] == ["m.start.c1", "m.start.c2"]
    assert named["m.yard", "m.bed"] == ["use door"] and named["m.hall", "m.bell"] == []
    assert named["m.bed", "end home"] == []


def test_a_call_comes_back_to_who_called() -> None:
    found = [Edge("a", "b", "call"), Edge("b", "c", "call"), Edge("a", "d", "go"), Edge("d", "e", "go")]
    entered, led = followed(Counter({("a", "b", "c", "d", "e"): 3}), found)
    assert led == {("a", "b"): 3, ("b", "c"): 3, ("a", "d"): 3, ("d", "e"): 3}
    assert entered["c"] == 3


def test_what_follows_on_a_second_room_stands_by_itself(book_of_two_rooms: Book) -> None:
    nodes = list(book_of_two_rooms.nodes)
    edges = [link.edge for link in links(book_of_two_rooms)]
    assert bands(nodes, edges, {"m.one", "m.two"}) == [["m.start", "m.one", "m.scene"], ["m.two", "m.end"], ["m.alone"]]


@pytest.fixture
def book_of_two_rooms(tmp_path: Path) -> Book:
    (tmp_path / "world.yaml").write_text(WORLD + "  home: {title: T, text: X}\n", encoding="utf-8")
    (tmp_path / "m.yaml").write_text("""nodes:
  start: [go: one]
  one:
    - visit: a
      from: gate
      ways: {talk jo: scene, use door: two}
  scene: [back: ""]
  two:
    - visit: b
      from: gate
      ways: {use door: end}
  end: [end: home]
  alone: [end: home]
""", encoding="utf-8")
    return read_draft(tmp_path).book()


def test_no_two_nodes_lie_on_one_another() -> None:
    edges = [Edge("a", f"b{n}", "way") for n in range(9)] + [Edge(f"b{n}", f"c{n // 3}", "go") for n in range(9)]
    made = layout("a", [*edges, Edge("c0", "c1", "go"), Edge("c2", "a", "go")])
    assert sorted(made.row) == sorted({edge.source for edge in edges} | {edge.target for edge in edges})
    for names in made.columns:
        rows = sorted(made.row[name] for name in names)
        assert all(after - before >= 0.999 for before, after in pairwise(rows))
    assert min(made.row.values()) == 0 and made.height_rows <= 10


def test_a_fault_is_typed_only_if_all_its_moves_are_hers() -> None:
    assert 'tell --choose "m.a > reach x"' in str(Fault("R006", "m.a", "lost", ("m.a", "reach x")))
    said = str(Fault("R006", "m.a", "lost", ("m.a", "at 11:00")))
    assert "tell" not in said and "m.a > at 11:00" in said
