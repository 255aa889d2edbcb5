"""Signal colours stay apart for every kind of sight, and words stand off what they are written on, on every screen."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest

from game.ui import look, paper_panel, shots
from game.ui.text import Pen
from tests.ui.sight import SIGHTS, apart, seen

SIGNALS = {"danger": look.DANGER, "suspicion": look.SUSPICION, "safe": look.SAFE, "interact": look.INTERACT}
APART = 20.0
READABLE = 4.5  # WCAG 2.2, 1.4.3


def test_the_measure_agrees_with_published_pairs() -> None:
    """Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula, 2005, table 1: pairs 1, 13, 17 and 25."""
    for one, other, expected in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -0.001, 2.49), (50.0, 0.0011, -2.49), 4.7461),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert apart(one, other) == pytest.approx(expected, abs=1e-4)
        assert apart(other, one) == pytest.approx(expected, abs=1e-4)
    assert seen((255, 255, 255), "normal") == pytest.approx((100, 0, 0), abs=0.02)


@pytest.mark.parametrize("sight", SIGHTS)
def test_signal_colours_are_far_apart(sight: str) -> None:
    for (one, here), (other, there) in combinations(SIGNALS.items(), 2):
        assert apart(seen(here, sight), seen(there, sight)) >= APART, f"{one} and {other} for {sight} sight"


def test_signal_marks_stand_off_the_panel() -> None:
    """WCAG 2.2, 1.4.11 asks 3:1 of what is no text."""
    assert all(look.contrast(colour, look.INK) >= 3 for colour in SIGNALS.values())


def test_print_on_paper_is_readable() -> None:
    for ink in (paper_panel.PRINT, paper_panel.LABEL):
        assert look.contrast(ink, paper_panel.PAPER) >= READABLE


def test_every_word_on_every_screen_is_readable(content, assets, monkeypatch) -> None:
    """Words on a ground of their own against it; words on a picture against nine tenths of the pixels beneath them."""
    numpy = pytest.importorskip("numpy")
    faint: set[str] = set()
    written: set[tuple[look.Colour, look.Colour | None]] = set()
    write = Pen.write

    def watched(pen, surface, words, px, at, colour=look.TEXT, ground=look.INK, align="left"):
        rect = pygame.Rect(at, (pen.width(words, px), pen.line_height(px)))
        rect.x -= {"left": 0, "centre": rect.width // 2, "right": rect.width}[align]
        rect = rect.clip(surface.get_rect())
        if words.strip() and rect:
            grounds = [ground]
            if ground is None:
                shades = pygame.surfarray.array3d(surface.subsurface(rect)).reshape(-1, 3)
                by_light = shades[numpy.argsort(shades @ numpy.array([0.2126, 0.7152, 0.0722]))]
                grounds = [tuple(int(part) for part in by_light[len(by_light) * tenth // 10]) for tenth in (1, 9)]
            written.add((colour, ground))
            for back in grounds:
                if look.contrast(colour, back) < READABLE:
                    faint.add(f"'{words}' {colour} on {back}: {look.contrast(colour, back):.1f}")
        return write(pen, surface, words, px, at, colour, ground, align)

    monkeypatch.setattr(Pen, "write", watched)
    talking = [name for name in ("scene:road.clerk_bribe", "scene:road.arrival", "scene:hill.magpie")
               if name in shots.names(content)]
    for what in [*shots.gallery_names(content), *talking]:
        shots.staged(content, what, assets=assets).frame([], 0.0)
    assert not faint
    assert len(written) >= 5
