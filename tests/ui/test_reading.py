"""Words that go by: run through, by themselves, and questions that do not wait."""

from dataclasses import replace

import pytest

from game.content.problems import Problem
from game.story.steps import Choose
from game.ui.play import Play
from game.ui.reading import auto_ticks
from game.ui.seen import NAME, Seen
from game.ui.storage import Memory
from tests.ui.hands import FRAME, begin, key, press, until, wait

SCENE = "road.arrival"


def line(app):
    return app.screens[-1].talk.line


def first_line(app):
    for _ in range(200):
        if app.screens[-1].talk.line is not None and not app.screens[-1].eyes.holds:
            return
        press(app, "return") if app.screens[-1].eyes.holds else wait(app, 0.1)
    raise AssertionError("no line came")


def test_only_what_was_read_before_is_run_through(content, assets):
    shelf = Memory()
    app = begin(content, SCENE, assets, shelf)
    first_line(app)
    first = line(app).key
    app.frame([key("f")], FRAME)
    wait(app, 1)
    assert line(app).key == first, "a new line stays"
    app.kit.seen.keep()
    again = begin(content, SCENE, assets, shelf)
    first_line(again)
    assert again.screens[-1].talking.reading.before
    shown = line(again).key
    again.frame([key("f")], FRAME)
    wait(again, 0.5)
    assert line(again) is None or line(again).key != shown


def test_lines_turn_by_themselves_at_the_speed_that_was_set(content, assets):
    app = begin(content, SCENE, assets, auto_words=400)
    first_line(app)
    shown = line(app)
    wait(app, auto_ticks(shown.words, 400) / 60 + 0.2)
    assert line(app) is None or line(app).key != shown.key or app.screens[-1].talk.page > 0


def test_a_slower_reader_gets_more_time():
    assert auto_ticks("x" * 600, 100) == 4 * auto_ticks("x" * 600, 400)
    assert auto_ticks("Yes.", 400) >= 60


@pytest.fixture
def timed(content):
    """The story with a first question that waits two seconds and then takes its second answer."""
    book = content.book
    for node in book.nodes.values():
        for at, step in enumerate(node.steps):
            free = [c for c in step.choices if c.condition is None and not c.price.parts] if isinstance(step, Choose) \
                else []
            if len(free) >= 2 and node.id.startswith("night."):
                steps = list(node.steps)
                steps[at] = replace(step, ticks=120, default=free[1].id)
                nodes = book.nodes | {node.id: replace(node, steps=tuple(steps))}
                return replace(content, book=replace(book, nodes=nodes)), node.id, free[1].id
    raise AssertionError("no such question")


def until_asked(app):
    until(app, "choice", most=200)
    wait(app, 0.05)


def test_a_question_that_does_not_wait_takes_its_default(timed, assets):
    content, node, default = timed
    app = begin(content, node, assets)
    until_asked(app)
    wait(app, 2.2)
    told = [entry.text for entry in app.screens[-1].world.tale.history]
    assert default in told
    app = begin(content, node, assets, timed=0)
    until_asked(app)
    wait(app, 5)
    assert app.screens[-1].world.tale.waiting.value == "choice", "with the help it waits"


def test_the_list_of_read_lines_survives_damage():
    shelf = Memory()
    shelf.write(NAME, "{")
    seen = Seen(shelf)
    assert not seen.has("a.1") and not seen.add("a.1") and seen.add("a.1")
    seen.keep()
    assert Seen(shelf).has("a.1")


def test_the_story_is_read_again_and_the_place_is_kept(content, assets):
    app = begin(content, SCENE, assets)
    first_line(app)
    shown = line(app).text
    words = content.book.words | {shown: "Quite other words."}
    app.kit.reread = lambda: replace(content, book=replace(content.book, words=words), hash="another")
    press(app, "f6")
    wait(app, 0.1)
    assert isinstance(app.screens[-1], Play) and line(app).words == "Quite other words."


def test_a_broken_file_shows_its_faults_and_keeps_the_old_story(content, assets):
    app = begin(content, SCENE, assets)
    first_line(app)
    fault = Problem("story/road.yaml", 7, 3, "error", "Y001", "not valid", "quote it")
    app.kit.reread = lambda: replace(content, book=None, problems=(fault,))
    press(app, "f6")
    page = app.screens[-1]
    assert any("story/road.yaml:7:3" in part.words for part in page.parts)
    press(app, "escape")
    assert isinstance(app.screens[-1], Play) and line(app) is not None


def test_a_decision_is_stood_before_again_from_the_menu(content, assets):
    app = begin(content, "night.mother_told", assets)
    until_asked(app)
    wait(app, 0.5)
    question = [item.id for item in app.screens[-1].talk.menu.items]
    press(app, "1")
    wait(app, 0.2)
    assert app.screens[-1].world.past.decisions
    press(app, "escape")
    pause = app.screens[-1]
    pause.menu.at = next(n for n, item in enumerate(pause.menu.items) if item.id == "decisions")
    press(app, "return", "return", "down", "return")
    wait(app, 0.3)
    assert isinstance(app.screens[-1], Play)
    assert [item.id for item in app.screens[-1].talk.menu.items] == question
