"""Keys, pad and mouse -> actions. Which key does what is data; the last device used decides the prompts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

import pygame

from game.ui.settings import Settings


class Action(StrEnum):
    """All that can be pressed; the value is its name in settings and strings."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    RUN = "run"
    CROUCH = "crouch"
    CRAWL = "crawl"
    ACT = "act"
    PEEK = "peek"
    PLAN = "plan"
    MENU = "menu"
    BACK = "back"
    REWIND = "rewind"
    SAVE = "save"
    LOAD = "load"
    HISTORY = "history"
    CODEX = "codex"
    FULL = "full"
    TOOLS = "tools"
    FACES = "faces"
    DEBUG = "debug"
    SKIP = "skip"
    RELOAD = "reload"
    CHOICE_1 = "choice_1"
    CHOICE_2 = "choice_2"
    CHOICE_3 = "choice_3"
    CHOICE_4 = "choice_4"
    CHOICE_5 = "choice_5"
    CHOICE_6 = "choice_6"
    CHOICE_7 = "choice_7"
    CHOICE_8 = "choice_8"
    CHOICE_9 = "choice_9"


KEYS: dict[Action, tuple[str, ...]] = {
    Action.UP: ("up", "w"), Action.DOWN: ("down", "s"), Action.LEFT: ("left", "a"), Action.RIGHT: ("right", "d"),
    Action.RUN: ("left shift", "right shift"), Action.CROUCH: ("c", "left ctrl"), Action.CRAWL: ("x",),
    Action.ACT: ("e", "return", "space"), Action.PEEK: ("q", "tab"), Action.PLAN: ("p",), Action.MENU: ("escape",),
    Action.BACK: (), Action.REWIND: ("backspace",), Action.SAVE: ("f5",), Action.LOAD: ("f9",),
    Action.HISTORY: ("h",), Action.CODEX: ("k",), Action.FULL: ("f11",),
    Action.TOOLS: ("t",), Action.FACES: ("v",), Action.DEBUG: ("f1",), Action.SKIP: ("f",), Action.RELOAD: ("f6",),
} | {Action(f"choice_{n}"): (str(n),) for n in range(1, 10)}
PAD: dict[Action, tuple[int, ...]] = {  # the order of Xbox-like pads
    Action.ACT: (0,), Action.CROUCH: (1,), Action.RUN: (2,), Action.PEEK: (3,), Action.REWIND: (4,), Action.CRAWL: (5,),
    Action.PLAN: (6,), Action.MENU: (7,), Action.BACK: (1,), Action.HISTORY: (8,), Action.TOOLS: (9,),
    Action.FACES: (8,),  # while she walks; while words stand, the same button is for what was said
}
PAD_NAMES = ("A", "B", "X", "Y", "LB", "RB", "View", "Menu", "L3", "R3")


class Shape(Enum):
    """What is pressed, to the eye: a key, a round button, a shoulder, a stick, a small bar in the middle of a pad."""

    KEY = auto()
    ROUND = auto()
    SHOULDER = auto()
    STICK = auto()
    BAR = auto()


@dataclass(frozen=True, slots=True)
class Cap:
    """A key or button to be shown: what is written on it, and its shape."""

    label: str
    shape: Shape = Shape.KEY


_SHAPES = (*(Shape.ROUND,) * 4, *(Shape.SHOULDER,) * 2, *(Shape.BAR,) * 2, *(Shape.STICK,) * 2)
FIXED = {Action.MENU: "escape"}  # whatever else is bound, this key always opens the menu
DEAD_ZONE = 0.35
_AXES = {(0, -1): Action.LEFT, (0, 1): Action.RIGHT, (1, -1): Action.UP, (1, 1): Action.DOWN}
_SHORT = {"return": "Enter", "escape": "Esc", "left shift": "Shift", "right shift": "Shift", "left ctrl": "Ctrl",
          "backspace": "Back", "up": "Up", "down": "Down", "left": "Left", "right": "Right", "space": "Space"}


@dataclass(slots=True)
class Mouse:
    """The pointer in window pixels; `clicked` and `wheel` last one frame, `down` while the left button is."""

    x: int = 0
    y: int = 0
    down: bool = False
    clicked: bool = False
    moved: bool = False
    wheel: int = 0


@dataclass(slots=True)
class Inputs:
    """What is pressed this frame (`pressed`, in order) and held. `caught` is the raw key for whoever rebinds."""

    keys: dict[str, list[Action]] = field(default_factory=dict)
    buttons: dict[int, list[Action]] = field(default_factory=dict)
    pressed: list[Action] = field(default_factory=list)
    held: set[Action] = field(default_factory=set)
    mouse: Mouse = field(default_factory=Mouse)
    device: str = "keys"
    caught: str = ""
    quit: bool = False
    resized: bool = False
    unfocused: bool = False
    pads: dict[int, pygame.joystick.JoystickType] = field(default_factory=dict)

    def begin_frame(self) -> None:
        """Forget what lasted one frame."""
        self.pressed.clear()
        self.mouse.clicked = self.mouse.moved = self.resized = self.unfocused = False
        self.mouse.wheel = 0
        self.caught = ""

    def release(self) -> None:
        """Let go of everything: the window lost the keyboard."""
        self.held.clear()
        self.mouse.down = False

    def feed(self, event: pygame.Event) -> None:
        """Take one event in."""
        match event.type:
            case pygame.KEYDOWN:
                self._key_down(event)
            case pygame.KEYUP:
                for action in self.keys.get(_name(event.key), ()):
                    self.held.discard(action)
            case pygame.MOUSEMOTION:
                self.mouse.x, self.mouse.y = event.pos
                self.mouse.moved = True
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.mouse.x, self.mouse.y = event.pos
                self.mouse.down = self.mouse.clicked = True
                self.device = "mouse"
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self.mouse.down = False
            case pygame.MOUSEBUTTONDOWN if event.button == 3:
                self.pressed.append(Action.MENU)
            case pygame.MOUSEWHEEL:
                self.mouse.wheel += event.y
            case pygame.QUIT:
                self.quit = True
            case pygame.VIDEORESIZE | pygame.WINDOWSIZECHANGED:
                self.resized = True
            case pygame.WINDOWFOCUSLOST:
                self.release()
                self.unfocused = True
            case _:
                self._pad(event)

    def _key_down(self, event: pygame.Event) -> None:
        name = _name(event.key)
        self.device = "keys"
        self.caught = name
        if name == "return" and event.mod & pygame.KMOD_ALT:
            self.pressed.append(Action.FULL)
            return
        for action in self.keys.get(name, ()):
            self.pressed.append(action)
            self.held.add(action)

    def _pad(self, event: pygame.Event) -> None:
        match event.type:
            case pygame.JOYDEVICEADDED:
                pad = pygame.joystick.Joystick(event.device_index)
                self.pads[pad.get_instance_id()] = pad
            case pygame.JOYDEVICEREMOVED:
                self.pads.pop(event.instance_id, None)
                self.release()
                self.unfocused = True
            case pygame.JOYBUTTONDOWN:
                self.device = "pad"
                for action in self.buttons.get(event.button, ()):
                    self.pressed.append(action)
                    self.held.add(action)
            case pygame.JOYBUTTONUP:
                self.held.difference_update(self.buttons.get(event.button, ()))
            case pygame.JOYHATMOTION:
                x, y = event.value
                self._hold({Action.LEFT: x < 0, Action.RIGHT: x > 0, Action.UP: y > 0, Action.DOWN: y < 0})
            case pygame.JOYAXISMOTION if event.axis in (0, 1):
                low, high = _AXES[(event.axis, -1)], _AXES[(event.axis, 1)]
                self._hold({low: event.value < -DEAD_ZONE, high: event.value > DEAD_ZONE})

    def _hold(self, wanted: dict[Action, bool]) -> None:
        for action, down in wanted.items():
            if down and action not in self.held:
                self.device = "pad"
                self.held.add(action)
                self.pressed.append(action)
            elif not down:
                self.held.discard(action)

    def direction(self) -> tuple[int, int]:
        """Where the keys point: each of x and y in -1, 0, 1."""
        return ((Action.RIGHT in self.held) - (Action.LEFT in self.held),
                (Action.DOWN in self.held) - (Action.UP in self.held))

    def bind(self, settings: Settings) -> None:
        """Take the bindings from the settings."""
        self.keys, self.buttons = {}, {}
        for action in Action:
            for name in bound_keys(settings, action):
                self.keys.setdefault(name, []).append(action)
            for button in settings.pad.get(action, PAD.get(action, ())):
                self.buttons.setdefault(button, []).append(action)

    def cap(self, settings: Settings, action: Action, menu: bool = False) -> Cap:
        """What to press for `action`, on the device in use; in a `menu` Enter is named if it does."""
        if self.device == "pad":
            buttons = settings.pad.get(action, list(PAD.get(action, ())))
            if buttons:
                at = buttons[0]
                return Cap(PAD_NAMES[at], _SHAPES[at]) if at < len(PAD_NAMES) else Cap(str(at), Shape.ROUND)
        names = bound_keys(settings, action)
        if menu and "return" in names:
            return Cap(key_label("return"))
        return Cap(key_label(names[0]) if names else "-")


def bound_keys(settings: Settings, action: Action) -> list[str]:
    """The keys of an action; the fixed one is always among them."""
    names = list(settings.keys.get(action, KEYS.get(action, ())))
    fixed = FIXED.get(action)
    return [*names, fixed] if fixed and fixed not in names else names


def rebind(settings: Settings, action: Action, key: str) -> Action | None:
    """Give `key` to `action` alone. Returns the action that lost it, or None. The fixed keys cannot be taken."""
    if key in FIXED.values() and FIXED.get(action) != key:
        return None
    loser = None
    for other in Action:
        names = bound_keys(settings, other)
        if other is not action and key in names:
            settings.keys[other] = [n for n in names if n != key]
            loser = other
    settings.keys[action] = [key, *[n for n in bound_keys(settings, action) if n != key]][:2]
    return loser


def key_label(name: str) -> str:
    """A key's name as printed on it."""
    return _SHORT.get(name, name.upper() if len(name) <= 3 else name.capitalize())


def _name(key: int) -> str:
    name = pygame.key.name(key)
    return {"enter": "return", "right ctrl": "left ctrl"}.get(name, name)
