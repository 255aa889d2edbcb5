import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.caps import cap_width, draw_cap
from game.ui.fonts import Fonts
from game.ui.inputs import PAD_NAMES, Action, Cap, Inputs, Shape, bound_keys, rebind
from game.ui.settings import Settings
from game.ui.text import Pen
from tests.ui.hands import key

KEYS = ["a", "f", "g", "m", "up", "return", "space", "tab", "escape", "left shift"]


def fed(settings, *events):
    inputs = Inputs()
    inputs.bind(settings)
    for event in events:
        inputs.feed(event)
    return inputs


@given(st.lists(st.tuples(st.sampled_from(list(Action)), st.sampled_from(KEYS)), max_size=12))
def test_after_any_bindings_the_menu_opens_and_no_key_does_two_things(changes):
    pygame.display.init()
    settings = Settings()
    for action, name in changes:
        rebind(settings, action, name)
    assert Action.MENU in fed(settings, key("escape")).pressed
    for name in KEYS:
        assert sum(name in bound_keys(settings, action) for action in Action) <= 1


@given(st.sampled_from([a for a in Action if a is not Action.MENU]), st.sampled_from(KEYS[:-2]))
def test_a_bound_key_does_its_action(action, name):
    pygame.display.init()
    settings = Settings()
    rebind(settings, action, name)
    assert action in fed(settings, key(name)).pressed


def test_alt_enter_is_full_screen_and_not_enter():
    pygame.display.init()
    inputs = fed(Settings(), key("return", mod=pygame.KMOD_ALT))
    assert inputs.pressed == [Action.FULL]


def test_a_pad_walks_acts_and_changes_the_prompts():
    settings = Settings()
    inputs = fed(settings, pygame.Event(pygame.JOYAXISMOTION, axis=0, value=0.9, instance_id=0))
    assert inputs.direction() == (1, 0) and inputs.device == "pad"
    inputs.feed(pygame.Event(pygame.JOYAXISMOTION, axis=0, value=0.1, instance_id=0))
    assert inputs.direction() == (0, 0)
    inputs.feed(pygame.Event(pygame.JOYBUTTONDOWN, button=0, instance_id=0))
    assert Action.ACT in inputs.pressed and inputs.cap(settings, Action.ACT) == Cap("A", Shape.ROUND)
    inputs.feed(pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=0))
    assert inputs.unfocused and not inputs.held


def test_the_device_used_last_says_what_is_shown():
    pygame.display.init()
    settings = Settings()
    inputs = fed(settings, pygame.Event(pygame.JOYBUTTONDOWN, button=4, instance_id=0))
    assert inputs.cap(settings, Action.REWIND) == Cap("LB", Shape.SHOULDER)
    assert inputs.cap(settings, Action.TOOLS).shape is Shape.STICK
    inputs.feed(key("up"))
    assert inputs.cap(settings, Action.REWIND) == Cap("Back", Shape.KEY)


@pytest.mark.parametrize("px", [13, 22, 46])
def test_every_shape_has_its_own_outline_and_room_for_its_label(assets, px):
    pygame.display.set_mode((64, 64))
    pen = Pen(Fonts(assets))
    outlines = set()
    for shape in Shape:
        for label in (*PAD_NAMES, "Backspace"):
            surface = pygame.Surface((300, 80))
            rect = draw_cap(surface, pen, Cap(label, shape), px, (4, 4))
            drawn = pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1, 255))
            drawn.invert()
            assert rect.width == cap_width(pen, Cap(label, shape), px) >= pen.width(label, px)
            assert rect.contains(drawn.get_bounding_rects()[0])
            if label == "LB":
                outlines.add(tuple(tuple(drawn.get_at((x, y)) for x in range(4, 120)) for y in range(4, 80)))
    assert len(outlines) == len(Shape)


def test_directions_add_up():
    pygame.display.init()
    inputs = fed(Settings(), key("left"), key("up"))
    assert inputs.direction() == (-1, -1)
    inputs.feed(key("d"))
    assert inputs.direction() == (0, -1)
