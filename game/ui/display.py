"""The window: where the world lies in it, how large its words are, full screen and back."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

import pygame

from game.ui.look import WORLD_H, WORLD_W

SMALLEST = (640, 360)
BLIND = ("dummy", "offscreen", "evdev")  # drivers that show nothing
FIRST = (1280, 720)
WORTH_BARS = 0.75  # whole-number scaling is given up where it would waste more of the window than this leaves


class NoWindow(RuntimeError):
    """No window can be opened on this machine."""


@dataclass(frozen=True, slots=True)
class View:
    """How the world and the words lie in a window. All in window pixels.

    `x, y, width, height` is the world's picture; `text` multiplies every text size (1.0 in a window 720 high).
    """

    window_w: int
    window_h: int
    x: int
    y: int
    width: int
    height: int
    text: float

    @property
    def scale(self) -> float:
        """Window pixels to a world pixel."""
        return self.width / WORLD_W

    def to_window(self, x: float, y: float) -> tuple[int, int]:
        """Where a point of the world's picture is in the window."""
        return self.x + round(x * self.scale), self.y + round(y * self.scale)

    def to_world(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the window is in the world's picture (outside it when on the bars)."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def px(self, size: float) -> int:
        """A measure of the 720-high layout, in window pixels; text size does not change it."""
        return max(1, round(size * min(self.window_w / FIRST[0], self.window_h / FIRST[1])))

    def text_px(self, size: float) -> int:
        """A text size of the 720-high layout, in window pixels."""
        return max(8, round(size * self.text))


def view_for(window_w: int, window_h: int, text_percent: int = 100, whole: bool = True) -> View:
    """The largest picture of the world that fits: 16 to 9, centred, by a whole number if `whole` and worth it."""
    window_w, window_h = max(window_w, 1), max(window_h, 1)
    scale = min(window_w / WORLD_W, window_h / WORLD_H)
    if whole and scale >= 1 and int(scale) / scale >= WORTH_BARS:
        scale = int(scale)
    width, height = max(1, int(WORLD_W * scale)), max(1, int(WORLD_H * scale))
    text = min(window_w / FIRST[0], window_h / FIRST[1]) * text_percent / 100
    return View(window_w, window_h, (window_w - width) // 2, (window_h - height) // 2, width, height, text)


class Display:
    """The one window. Full screen is the desktop's own size; leaving it gives the old window back."""

    def __init__(self, full: bool = False, size: tuple[int, int] = FIRST) -> None:
        self._size = size
        self.full = False
        self.surface = self._window(size)
        if full:
            self.set_full(True)

    def set_full(self, full: bool) -> None:
        """To full screen or back. Does nothing in a web page, where the page scales the picture."""
        if sys.platform == "emscripten" or full == self.full:
            return
        if full:
            self._size = self.surface.get_size()
            self.surface = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            self.surface = self._window(self._size)
        self.full = full

    def resized(self) -> None:
        """The player pulled at the window's edge."""
        shown = pygame.display.get_surface()
        if shown is not None:
            self.surface = shown

    @staticmethod
    def _window(size: tuple[int, int]) -> pygame.Surface:
        if sys.platform == "emscripten":
            return pygame.display.set_mode(FIRST)
        width, height = size
        desktops = pygame.display.get_desktop_sizes()
        blind = pygame.display.get_driver() in BLIND
        if not blind and desktops and (width > desktops[0][0] or height > desktops[0][1]):
            share = min(desktops[0][0] / width, desktops[0][1] / height) * 0.9
            width, height = int(width * share), int(height * share)
        return pygame.display.set_mode((max(width, SMALLEST[0]), max(height, SMALLEST[1])), pygame.RESIZABLE)


def open_display(full: bool, headless: bool = False) -> Display:
    """Start pygame's picture and open the window.

    Raises NoWindow if there is none to be had: SDL quietly falls back to drivers that show nothing.
    """
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoWindow(f"there is no screen that can be used: {error}") from error
    if not headless and pygame.display.get_driver() in BLIND:
        asked = os.environ.get("SDL_VIDEODRIVER", "")
        raise NoWindow(f"SDL_VIDEODRIVER is set to '{asked}', which shows nothing" if asked in BLIND
                       else "there is no screen")
    try:
        return Display(full)
    except pygame.error as error:
        raise NoWindow(f"there is no screen that can be used: {error}") from error
