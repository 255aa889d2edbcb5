"""Papers, telephone, prices: what lies beside a question leaves the question its room, at any text size."""

from itertools import combinations

import pytest

from tests.ui.hands import begin, press, wait


def asked(content, assets, node, waiting, **settings):
    """Press on until the question of a scene is on screen."""
    app = begin(content, node, assets, **settings)
    app.kit.relanguage()
    for _ in range(80):
        play = app.screens[-1]
        if not play.eyes.holds and play.world.tale.waiting.value == waiting:
            break
        press(app, "return")
    assert app.screens[-1].world.tale.waiting.value == waiting
    wait(app, 0.3)
    return app


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize(("node", "waiting"), [("road.clerk_bribe", "bribe"), ("road.five_questions", "choice"),
                                               ("hill.magpie", "choice")])
def test_all_words_leave_each_other_room(content, assets, node, waiting, percent, language):
    app = asked(content, assets, node, waiting, text_percent=percent, language=language)
    boxes = app.frame([], 0.0)
    window = app.display.surface.get_rect()
    assert all(window.contains(box.rect) for box in boxes)
    assert [(one.name, other.name) for one, other in combinations(boxes, 2) if one.rect.colliderect(other.rect)] == []


def test_an_offer_and_the_time_a_card_takes_have_their_icons(content, assets):
    offers = asked(content, assets, "road.clerk_bribe", "bribe").screens[-1].talk.menu.items
    assert [item.icon for item in offers] == ["won", "won", "yuan", "won", ""]
    cards = asked(content, assets, "hill.magpie", "choice").screens[-1].talk.menu.items
    assert cards[0].tags == ("hour",) and cards[0].value


def test_at_a_desk_the_paper_has_the_place_of_the_purse(content, assets):
    names = {box.name for box in asked(content, assets, "road.five_questions", "choice").frame([], 0.0)}
    assert "paper" in names and not any(name.startswith("purse") for name in names)
    bribe = {box.name for box in asked(content, assets, "road.clerk_bribe", "bribe").frame([], 0.0)}
    assert {"purse won", "purse yuan"} <= bribe
