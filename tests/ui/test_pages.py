import pygame
import pytest

from game.ui import shots
from game.ui.text_page import MEASURE_PX, NICHE_PX
from tests.ui.hands import press

MOST_LETTERS = 66


@pytest.fixture
def pages(content, assets):
    return lambda what, **more: shots.staged(content, what, assets=assets, **more)


def test_what_was_never_opened_is_new_in_the_list_until_it_is(pages):
    app = pages("codex")
    rows = app.screens[-1].menu.items
    assert [row.value for row in rows[:4]] == ["new"] * 4 and rows[0].tags == ("unread",)
    press(app, "return", "escape")
    app.frame([], 0.0)
    assert [row.value for row in app.screens[-1].menu.items[:4]] == ["", "new", "new", "new"]
    assert "seen" in app.kit.shelf.names(), "it is remembered by the next journey"


def test_lines_of_a_fact_can_be_read_at_a_glance(content, pages):
    app = pages("entry")
    for entry in content.book.codex.values():
        words = app.kit.words.say(entry.text)
        lines = app.kit.pen.wrap(words, app.kit.text_px, MEASURE_PX)
        assert max(len(line) for line in lines) <= MOST_LETTERS, entry.id


@pytest.mark.parametrize("percent", [100, 200])
def test_every_fact_has_its_picture_its_words_and_its_sources_one_under_another(content, pages, percent):
    for entry in content.book.codex.values():
        app = pages(f"entry:{entry.id}", text_percent=percent)
        boxes = app.frame([], 0.0)
        window = app.display.surface.get_rect()
        assert all(window.contains(box.rect) for box in boxes)
        for number, box in enumerate(boxes):
            assert not [other.name for other in boxes[number + 1:] if box.rect.colliderect(other.rect)], entry.id
        seen = [box.name for box in boxes]
        assert seen[:2] == ["above", "heading"] and "text" in seen
    assert not {entry.shows for entry in content.book.codex.values()
                if entry.shows and not (app.kit.atlas.has_thing(entry.shows) or app.kit.icons.has(entry.shows))}


def test_the_picture_stands_in_its_frame_beside_the_title(pages):
    app = pages("entry:fence_2012")
    heading = next(box.rect for box in app.frame([], 0.0) if box.name == "heading")
    niche = pygame.Rect(0, 0, NICHE_PX, NICHE_PX)
    niche.topright = (640 + MEASURE_PX // 2, heading.top - app.kit.pen.line_height(23))
    shades = {tuple(app.display.surface.get_at((x, y))[:3]) for x in range(niche.left + 8, niche.right - 8, 2)
              for y in range(niche.top + 8, niche.bottom - 8, 2)}
    assert len(shades) > 6 and not heading.colliderect(niche)


def test_the_keys_scroll_to_the_last_source_and_back(pages):
    app = pages("entry:in_hiding", text_percent=200)
    page = app.screens[-1]
    seen = set()
    for _ in range(12):
        seen |= {box.rect.top for box in app.frame([], 0.0) if box.name == "text"}
        press(app, "down")
    last = page.top
    press(app, "down")
    assert page.top == last > 0
    press(app, *["up"] * 12)
    assert page.top == 0


def test_an_unknown_fact_is_refused_in_words(pages):
    with pytest.raises(shots.UnknownShot, match="winter_river"):
        pages("entry:nothing")
