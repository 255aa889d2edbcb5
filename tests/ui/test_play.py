import pygame
import pytest

from game.sim.events import Noticed, Sounded
from game.sim.intents import STAND
from game.sim.step import step
from game.sim.world import Mind
from game.story.tale import Waiting
from game.ui import cues, saving
from game.ui.eyes import Eyes
from game.ui.inputs import Action
from game.ui.play import Play
from game.ui.pointer import button_rects, toward
from game.ui.storage import Memory
from game.ui.talking import ASKED_TICKS
from tests.ui.hands import begin, click, hold, key, press, until, wait


@pytest.fixture
def road(content, assets):
    """She stands on the road before Post 10."""
    app = begin(content, "road.to_the_post", assets)
    until(app, "room")
    wait(app, 0.5)
    return app


def her(app):
    return app.screens[-1].world.stage.her


def test_keys_walk_her_and_time_is_counted_in_whole_ticks(road):
    x, tick = her(road).x, road.screens[-1].world.tick
    hold(road, ["right"], 0.5)
    assert her(road).x > x + 4096
    assert 30 <= road.screens[-1].world.tick - tick <= 34


def test_the_left_button_walks_her_toward_the_pointer(road):
    x = her(road).x
    road.frame([pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(1270, 360))], 1 / 60)
    wait(road, 0.5)
    assert her(road).x > x + 4096 and road.kit.inputs.device == "mouse"


def test_the_pointer_gives_one_of_eight_directions(road):
    kit = road.kit
    for at, way in {(1200, 360): (1, 0), (640, 20): (0, -1), (900, 620): (1, 1), (640, 360): (0, 0)}.items():
        kit.inputs.mouse.x, kit.inputs.mouse.y = at
        assert toward(kit.inputs, kit, 320, 180) == way


def test_crouch_is_one_press_and_running_is_held(road):
    press(road, "c")
    hold(road, ["right"], 0.2)
    assert her(road).gait.name == "CROUCH"
    press(road, "c")
    road.frame([key("left shift"), key("right")], 1 / 60)
    wait(road, 0.1)
    assert her(road).gait.name == "RUN"


def test_a_slow_frame_carries_out_five_ticks_at_most(road):
    tick = road.screens[-1].world.tick
    road.frame([], 3.0)
    assert road.screens[-1].world.tick - tick == 5


def test_no_tick_passes_while_there_are_words(content, assets):
    app = begin(content, "road.queue_rules" if "road.queue_rules" in content.book.nodes else content.book.start, assets)
    until(app, "words")
    world = app.screens[-1].world
    tick, line = world.tick, app.screens[-1].talk.line.key
    wait(app, 2)
    assert world.tick == tick and app.screens[-1].talk.line.key == line


def test_a_line_longer_than_its_box_has_pages_and_the_last_leads_on(content, assets):
    app = begin(content, "road.arrival", assets, text_percent=200)
    until(app, "words")
    play = app.screens[-1]
    for _ in range(12):
        if play.talk.line is None:
            break
        from game.ui.dialog import pages

        number, shown = len(pages(app.kit, play.talk.line)), play.talk.line.key
        for page in range(number):
            assert play.talk.line.key == shown and play.talk.page == page
            press(app, "return")
        assert play.talk.line is None or play.talk.line.key != shown


def test_numbers_and_clicks_choose(content, assets):
    app = begin(content, "road.arrival", assets)
    until(app, "choice")
    play = app.screens[-1]
    count = len(play.world.tale.history)
    rect = play.talk.menu.boxes[1][1]
    click(app, rect.center)
    assert len(play.world.tale.history) > count
    until(app, "choice")
    press(app, "1")
    assert play.world.tale.waiting is not Waiting.CHOICE


def test_a_betrayed_bribe_looks_like_an_accepted_one(content, assets):
    """Only the story tells them apart, later: no event of the answer changes the picture."""
    from game.story.bribes import Outcome
    from game.story.moments import BribeAnswered

    app = begin(content, "road.to_the_post", assets)
    until(app, "room")
    play, shown = app.screens[-1], []
    for outcome in (Outcome.ACCEPTED, Outcome.BETRAYED):
        play.eyes = Eyes()
        said = len(app.kit.narrator.lines)
        cues.heed([BribeAnswered("clerk", outcome, True)], play.world, play.eyes, app.kit)
        shown.append((list(play.eyes.captions), list(play.eyes.gains), play.eyes.shake, play.eyes.popped,
                      list(app.kit.narrator.lines)[said:]))
    assert shown[0] == shown[1]


def test_who_neither_hears_nor_sees_colours_is_told_of_a_look_and_of_the_generator(content, assets):
    app = begin(content, "river.crossing", assets)
    until(app, "room")
    play, stage = app.screens[-1], app.screens[-1].world.stage
    guard = next(iter(stage.guards.values()))
    guard.x, guard.y = stage.her.x - 6 * 4096, stage.her.y
    tower = next(g for g in stage.guards.values() if g.name == "tower")
    events = [Noticed(guard.name, Mind.CALM, Mind.CURIOUS), Noticed(guard.name, Mind.CURIOUS, Mind.SEARCHING),
              Sounded("step_snow", guard.x, guard.y, 4096, guard.name),
              Sounded("generator", tower.x, tower.y, 0, "tower")]
    app.kit.settings.captions = True
    cues.heed(events, play.world, play.eyes, app.kit)
    looks, cough = (note.words for note in play.eyes.captions)
    assert "searching" in looks and "←" in looks and "some way" in looks
    assert "generator" in cough
    play.eyes.captions.clear()
    app.kit.settings.captions = False
    cues.heed(events, play.world, play.eyes, app.kit)
    assert not play.eyes.captions


def test_a_quick_save_says_so_also_in_a_scene(content, assets):
    app = begin(content, "road.clerk_bribe", assets)
    until(app, "words")
    press(app, "f5")
    assert "saved" in [box.name for box in app.frame([], 0.0)]
    kept = saving.slots(app.kit)
    assert [slot.name for slot in kept if slot.name == saving.QUICK] and "road" in kept[0].where
    assert any("just now" in line for line in app.kit.narrator.lines)


def test_the_menu_stops_time_and_escape_gives_it_back(road):
    tick = road.screens[-1].world.tick
    press(road, "escape")
    wait(road, 0.5)
    assert len(road.screens) == 2 and road.screens[0].world.tick <= tick + 2
    press(road, "escape")
    assert isinstance(road.screens[-1], Play)


def test_losing_the_window_pauses_and_lets_go_of_every_key(road):
    road.frame([key("right")], 1 / 60)
    road.frame([pygame.Event(pygame.WINDOWFOCUSLOST)], 1 / 60)
    assert len(road.screens) == 2 and not road.kit.inputs.held


def test_planning_stops_time_and_moves_only_the_eye(road):
    press(road, "p")
    x, tick, left = her(road).x, road.screens[-1].world.tick, road.screens[-1].eyes.camera.left
    hold(road, ["right"], 0.6)
    assert (her(road).x, road.screens[-1].world.tick) == (x, tick)
    assert road.screens[-1].eyes.camera.left > left
    press(road, "p")
    wait(road, 0.2)
    assert road.screens[-1].world.tick > tick


def test_quick_save_and_quick_load_bring_the_same_world_back(road):
    press(road, "f5")
    saved = saving.load(road.kit, saving.QUICK)
    hold(road, ["right"], 0.6)
    press(road, "f9")
    now = road.screens[-1]
    assert now.world.stage.her == saved.world.stage.her and now.eyes.planning, "a load starts paused"


def test_a_room_is_saved_on_entering_it(road):
    assert saving.AUTO in road.kit.shelf.names()


def test_ten_seconds_back_is_one_key(road):
    start = her(road).x
    hold(road, ["right"], 1.0)
    press(road, "backspace")
    assert her(road).x <= start + 4096


def test_missed_events_leave_the_picture_right_a_second_later(content, assets):
    app = begin(content, "road.to_the_post", assets)
    until(app, "room")
    play = app.screens[-1]
    for _ in range(60):
        step(play.world, STAND)  # nobody hears of these
    play.eyes.picture, play.eyes.dark = "two_faces", 1.0
    wait(app, 1.0)
    assert play.eyes.picture == play.world.tale.picture and play.eyes.dark == 0.0


def test_settings_survive_and_language_starts_a_line_again(content, assets):
    shelf = Memory()
    app = begin(content, "road.arrival", assets, shelf)
    until(app, "words")
    world = app.screens[-1].world
    before = len(world.tale.history)
    press(app, "escape")
    for row in ("settings", "picture"):
        page = app.screens[-1]
        app.frame([], 1 / 60)
        page.menu.at = next(n for n, item in enumerate(page.menu.items) if item.id == row)
        press(app, "return")
    press(app, "right")
    assert app.kit.settings.text_percent == 110 and '"text_percent": 110' in shelf.read("settings")
    assert len(world.tale.history) == before


def test_every_action_has_a_name_and_the_menu_key_cannot_be_lost(road):
    from game.ui.inputs import rebind

    for action in Action:
        if not action.startswith("choice_") and action is not Action.BACK:
            assert road.kit.words.has(f"action.{action}")
    for action in Action:
        rebind(road.kit.settings, action, "escape")
    road.kit.inputs.bind(road.kit.settings)
    press(road, "escape")
    assert len(road.screens) == 2


def test_the_pointer_alone_acts_crouches_and_opens_the_menu(content, assets):
    app = begin(content, "river.crossing", assets)
    until(app, "room")
    play = app.screens[-1]
    straw = next(t for t in play.world.room.things if t.name == "straw_2")
    here = play.world.stage.her
    here.x, here.y = (straw.cell.x + 1) * 4096 + 2048, straw.cell.y * 4096 + 2048
    wait(app, 0.3)
    click(app, play.prompt.center)
    wait(app, 0.2)
    assert here.hidden == "straw_2"
    buttons = dict(button_rects(app.kit))
    click(app, buttons[Action.CROUCH].center)
    assert play.hands.crouch
    click(app, buttons[Action.MENU].center)
    assert len(app.screens) == 2


@pytest.mark.parametrize("percent", [100, 200])
def test_planning_lists_what_can_be_done_here(content, assets, percent):
    app = begin(content, "river.crossing", assets, text_percent=percent)
    until(app, "room")
    press(app, "p")
    boxes = app.frame([], 1 / 60)
    window = app.display.surface.get_rect()
    assert any(box.name == "ways" for box in boxes)
    for number, box in enumerate(boxes):
        assert window.contains(box.rect)
        assert not any(box.rect.colliderect(other.rect) for other in boxes[number + 1:]), box


def test_buttons_for_the_pointer_are_large_and_apart(content, assets):
    for percent in (100, 200):
        app = begin(content, "road.to_the_post", assets, text_percent=percent)
        rects = [rect for _, rect in button_rects(app.kit)]
        window = app.display.surface.get_rect()
        assert all(min(rect.size) >= 48 and window.contains(rect) for rect in rects)
        assert all(not one.inflate(7, 7).colliderect(other) for one in rects for other in rects if one is not other)


def test_reading_on_answers_no_question(content, assets):
    app = begin(content, "road.arrival", assets)
    until(app, "choice")
    told = app.screens[-1].world.tale.history
    count = len(told)
    press(app, "return")
    assert len(told) == count
    wait(app, ASKED_TICKS / 60)
    press(app, "return")
    assert len(told) > count
