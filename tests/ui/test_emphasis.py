from dataclasses import replace

from game.ui.emphasis import runs
from game.ui.look import WARM
from tests.ui.hands import begin, press, wait


def test_weighty_words_are_found_on_their_lines():
    pages = [("I said not", "now, not"), ("ever.",)]
    marked = "I said *not now*, not *ever*."
    assert runs(marked, pages, 0) == [(0, 7, 10), (1, 0, 3)]
    assert runs(marked, pages, 1) == [(0, 0, 4)]
    assert runs("plain words", [("plain words",)], 0) == []


def test_they_are_drawn_in_another_colour_and_the_stars_are_not(content, assets):
    app = begin(content, "road.arrival", assets)
    for _ in range(60):
        if app.screens[-1].talk.line is not None and not app.screens[-1].eyes.holds:
            break
        press(app, "return") if app.screens[-1].eyes.holds else wait(app, 0.1)
    shown = app.screens[-1].talk.line
    app.screens[-1].talk.line = replace(shown, words="It was not me.", marked="It was *not* me.")
    app.frame([], 0.0)
    surface = app.display.surface
    colours = {tuple(surface.get_at((x, y))[:3]) for x in range(0, 1280) for y in range(500, 720, 1)}
    assert WARM in colours
