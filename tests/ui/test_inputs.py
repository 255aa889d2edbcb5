import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.inputs import Action, Inputs, bound_keys, rebind
from game.ui.settings import Settings
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
    assert Action.ACT in inputs.pressed and inputs.label(settings, Action.ACT) == "A"
    inputs.feed(pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=0))
    assert inputs.unfocused and not inputs.held


def test_directions_add_up():
    pygame.display.init()
    inputs = fed(Settings(), key("left"), key("up"))
    assert inputs.direction() == (-1, -1)
    inputs.feed(key("d"))
    assert inputs.direction() == (0, -1)
