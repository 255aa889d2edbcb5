from itertools import combinations

import pytest

from game.story.steps import Title
from game.ui import shots
from game.ui.chapter_card import card_of, draw_card
from game.ui.look import EDGE, ROSE


def titles(content):
    return [step.text for node in content.book.nodes.values() for step in node.steps if isinstance(step, Title)]


def rose(surface):
    return sum(surface.get_at((x, y))[:3] == ROSE for x in range(200, 1080, 2) for y in range(200, 520, 2))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_title_fits_the_window_and_its_words_leave_each_other_room(content, assets, percent, lang):
    app = shots.staged(content, "level", text_percent=percent, lang=lang, assets=assets)
    window = app.display.surface.get_rect()
    assert len(titles(content)) > 12
    for text in titles(content):
        boxes = draw_card(app.display.surface, app.kit, card_of(app.kit, text, "IV. The far bank"), 1.0)
        assert all(window.contains(box.rect) for box in boxes), text
        assert not [pair for pair in combinations(boxes, 2) if pair[0].rect.colliderect(pair[1].rect)], text


def test_the_korean_name_stands_beside_a_place_and_not_beside_a_sentence(content, assets):
    kit = shots.staged(content, "level", assets=assets).kit
    text = next(t for t in titles(content) if kit.words.say(t) == "Hoeryong, 22 December 2012")
    card = card_of(kit, text)
    assert (card.place, card.korean, card.when) == ("Hoeryong", "회령", "22 December 2012")
    sentence = next(t for t in titles(content) if "," not in kit.words.say(t))
    assert card_of(kit, sentence).korean == ""
    kit.settings.language = "ko"
    kit.relanguage()
    assert (card_of(kit, text).place, card_of(kit, text).korean) == ("회령", "")


def test_the_river_arrives_with_time_and_stands_where_nothing_may_move(content, assets):
    app = shots.staged(content, "level", assets=assets)
    card, surface = card_of(app.kit, titles(content)[0]), app.display.surface

    def drawn(share):
        surface.fill((0, 0, 0))
        draw_card(surface, app.kit, card, share)
        return sum(surface.get_at((x, y))[:3] == EDGE for x in range(300, 980) for y in range(300, 460, 2))

    early, late = drawn(0.05), drawn(1.0)
    assert 0 < early < late / 3 and rose(surface) > 0
    app.kit.settings.motion = False
    assert drawn(0.05) == late
