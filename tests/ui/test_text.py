import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui import look
from game.ui.fonts import Fonts
from game.ui.text import Pen


@pytest.fixture(scope="module")
def pen(assets):
    pygame.display.set_mode((320, 200))
    return Pen(Fonts(assets))


WORDS = st.lists(st.text("abcdefgil.m-'강물눈길", min_size=1, max_size=14), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(words=WORDS, width=st.integers(60, 700))
def test_lines_fit_and_lose_nothing(pen, words, width):
    lines = pen.wrap(words, 31, width)
    assert all(pen.width(line, 31) <= width or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@settings(max_examples=40, deadline=None)
@given(words=WORDS, height=st.integers(20, 300))
def test_pages_hold_every_line_once(pen, words, height):
    pages = pen.pages(words, 31, 400, height)
    assert all(len(page) * pen.line_height(31) <= max(height, pen.line_height(31)) for page in pages)
    assert tuple(line for page in pages for line in page) == pen.wrap(words, 31, 400)


@pytest.mark.parametrize("words", ["gjpqy,;", "ÀÉ", "강을 건넌다"])
@pytest.mark.parametrize("px", [16, 31, 62])
def test_no_letter_is_cut_off(pen, words, px):
    """A line with room above and below shows no more ink than the line itself."""
    font = pen.fonts.at(px)
    whole = pygame.mask.from_surface(font.render(words, True, look.TEXT)).count()
    line = pen.line(words, px, look.TEXT, None)
    assert pygame.mask.from_surface(line).count() == whole


@pytest.mark.parametrize("colour", [look.TEXT, look.FAINT, look.ROSE, look.INTERACT, look.SUSPICION, look.SAFE,
                                    look.DANGER_TEXT])
@pytest.mark.parametrize("ground", [look.INK, look.INK_SOFT])
def test_words_can_be_told_from_their_ground(colour, ground):
    assert look.contrast(colour, ground) >= 4.5


def test_a_key_caps_label_can_be_read():
    assert look.contrast(look.INK, look.INTERACT) >= 7
