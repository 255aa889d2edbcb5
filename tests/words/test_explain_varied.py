"""What varies is explained too."""

from pathlib import Path

from game.content.reader import read_story
from game.words.explain import explain

PLAYED = Path(__file__).parent.parent / "story" / "played"


def test_varied_items_and_cards_are_explained():
    book, _ = read_story(PLAYED)
    assert book is not None
    start = {fact.name: fact.start for fact in book.facts.values()}
    assert [one.lines for one in explain(book, "ferry.bank", start) if one.kind == "vary"] == [
        ("one of 2 items: in order, and the last for ever",)]
    assert explain(book, "ferry.shed", start)[0].lines == (
        "a deck of 2 cards: by the dice", "  talk.rope: priority 1", "  talk.coins: priority 0 if won >= 3, once",
        "  with none of them it goes on")
