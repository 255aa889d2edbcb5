"""Notes on maps: read with their faults named, and those of the shipped maps say something that can be found out."""

import pytest

from game.commands import load_content
from game.content.map_notes import read_note
from game.content.tmx import Faults, MapObject
from game.sim.room_art import Note
from game.story.facts import FactType


def note(width=0.0, height=0.0, points=(), **properties):
    faults = Faults("maps/t.tmx")
    return read_note(MapObject(1, "note", "n", 32.0, 48.0, width, height, 7, properties, points), faults), faults.found


@pytest.mark.parametrize(("shape", "points", "hatched"), [
    ({}, ((32, 48),), False),
    ({"width": 16.0, "height": 32.0}, ((32, 48), (48, 80)), True),
    ({"points": ((32.0, 48.0), (64.0, 40.0))}, ((32, 48), (64, 40)), False),
])
def test_a_note_is_a_ring_a_field_or_an_arrow(shape, points, hatched):
    assert note(**shape, fact="seen_ice", text="strong") == (Note("seen_ice", "strong", points, hatched), [])


@pytest.mark.parametrize(("properties", "why"), [
    ({"fact": "seen_ice"}, "'text' is ''"),
    ({"text": "strong"}, "'fact' is ''"),
    ({"fact": "seen ice", "text": "strong"}, "'fact' is 'seen ice'"),
    ({"fact": "seen_ice", "text": "strong", "art": "x"}, "unknown property 'art'"),
])
def test_a_note_that_says_too_little_or_too_much_is_named(properties, why):
    found, problems = note(**properties)
    assert (found is None) == ("unknown" not in why)
    assert [(p.line, why in p.message) for p in problems] == [(7, True)]


def test_the_notes_of_the_shipped_maps_can_be_found_out():
    content = load_content()
    assert content.book is not None
    notes = [note for art in content.art.values() for note in art.notes]
    facts = content.book.facts
    assert {facts[note.fact].type for note in notes} == {FactType.FLAG}
    set_somewhere = {name for node in content.book.nodes.values() for step in node.steps
                     for name in (change.fact for change in getattr(step, "changes", ()))}
    assert {note.fact for note in notes} <= set_somewhere
    assert {f"note.{note.text}" for note in notes} <= set(content.book.words)
    assert len({note.fact for note in content.art["tumen"].notes}) == 5
