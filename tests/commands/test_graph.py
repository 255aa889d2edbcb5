"""The story as a graph: every node and ending is in it, in both kinds of writing."""

from pathlib import Path
from xml.etree import ElementTree

from game.commands import WRONG_USE, load_content, lore_of
from game.commands.graph import mermaid
from game.prove.story.links import Edge, layers
from tests.commands.calls import call


def test_every_node_is_drawn(tmp_path: Path) -> None:
    book = lore_of(load_content()).book
    out = tmp_path / "story.svg"
    assert call("graph", "--out", str(out)).code == 0
    drawn = {text.text for text in ElementTree.parse(out).iter("{http://www.w3.org/2000/svg}text")}
    assert drawn == set(book.nodes) | {f"end {ending}" for ending in book.endings}


def test_links_as_json_lead_somewhere() -> None:
    book = lore_of(load_content()).book
    said = call("graph", "--json").json
    assert {link["to"] for link in said} <= set(book.nodes) | {f"end {ending}" for ending in book.endings}
    assert {"from": "river.crossing", "to": "bank.orchard", "kind": "way"} in said


def test_layers_go_by_distance() -> None:
    found = [Edge("a.x", "a.y", "go"), Edge("a.y", "a.z", "way"), Edge("a.x", "a.z", "go"),
             Edge("a.lost", "a.x", "due")]
    assert layers(found, "a.x") == [["a.x"], ["a.y", "a.z"], ["a.lost"]]


def test_mermaid_names_chapters_and_endings() -> None:
    text = mermaid([Edge("a.x", "b.y", "call"), Edge("b.y", "end home", "end")])
    assert text.splitlines() == ["flowchart TD", "  subgraph a", '    n0["x"]', "  end", "  subgraph b", '    n1["y"]',
                                 "  end", "  subgraph endings", '    n2(["end home"])', "  end", "  n0 -.-> n1",
                                 "  n1 --> n2"]


def test_an_unknown_kind_of_picture_is_wrong_use() -> None:
    assert call("graph", "--out", "story.bmp").code == WRONG_USE
    assert call("graph", "--chapter", "moon").code == WRONG_USE
