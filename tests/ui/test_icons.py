import pygame
import pytest

from game.sim.tools import TOOLS
from game.story.moments import FactChanged
from game.ui import cues, shots
from game.ui.icons import Icons
from game.ui.look import KEY
from game.ui.settings_page import GROUPS
from tests.ui.hands import begin, until, wait


@pytest.fixture
def icons(assets):
    pygame.display.set_mode((64, 64))
    return Icons(assets)


def test_whatever_can_be_carried_has_an_icon(content, icons):
    carried = {fact.name for fact in content.book.facts.values() if fact.item} | {t.fact for t in TOOLS.values()}
    assert {name for name in carried if not icons.has(name)} == set()


@pytest.mark.parametrize("what", ["title", "pause", "settings", "bag", "end:bridge"])
def test_every_row_of_the_great_menus_has_one(content, assets, what):
    app = shots.staged(content, what, assets=assets)
    rows = app.screens[-1].menu.items
    assert len(rows) >= 4
    assert [row.id for row in rows if not app.kit.icons.has(row.icon)] == []
    assert all(row.label for row in rows), "beside a word, never instead of one"


def test_the_groups_of_settings_are_all_drawn(icons):
    assert [name for name in (*GROUPS, "controls", "language") if not icons.has(name)] == []


def test_an_icon_is_a_whole_multiple_and_fits_its_row(icons):
    for px in range(8, 130):
        size = icons.size(px)
        assert size % 16 == 0
        assert size <= max(16, round(px * 1.3) + px // 3 + 1)


def test_an_icon_is_drawn_where_the_words_begin_and_an_unknown_one_takes_no_room(icons):
    surface = pygame.Surface((64, 64))
    surface.fill(KEY)
    assert icons.draw(surface, "nothing_of_the_kind", 22, (5, 5)) == 5
    assert surface.get_bounding_rect().size == (64, 64) and surface.get_at((10, 15))[:3] == KEY
    after = icons.draw(surface, "lamp", 22, (5, 5))
    assert after == 5 + icons.room("lamp", 22) > 5 + icons.size(22)
    assert any(surface.get_at((x, 20))[:3] != KEY for x in range(5, after))
    assert all(surface.get_at((x, 20))[:3] == KEY for x in range(after, 64))


def test_assets_without_icons_leave_the_words_alone(tmp_path):
    pygame.display.set_mode((64, 64))
    bare = Icons(tmp_path)
    assert not bare.has("won") and bare.room("won", 22) == 0


def test_what_is_gained_shows_its_icon_beside_its_words(content, assets):
    app = begin(content, "river.crossing", assets)
    until(app, "room")
    play = app.screens[-1]
    cues.heed([FactChanged("yuan", 22, 24)], play.world, play.eyes, app.kit)
    assert play.eyes.gains[-1].icon == "yuan"
    wait(app, 0.1)
    box = next(box for box in app.frame([], 0.0) if box.name == "gain")
    beside = app.display.surface.subsurface((box.rect.left - app.kit.icons.size(22), box.rect.top, 20, box.rect.height))
    assert len({tuple(beside.get_at((x, 14))[:3]) for x in range(20)}) > 3
