"""What a screen wants next, as data; the app alone moves between screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pygame

from game.ui.kit import Kit
from game.ui.text import Box


class Screen(Protocol):
    """Something that fills the window and takes the keys. `over`: drawn above the screen below it."""

    over: bool

    def heed(self, kit: Kit) -> Turn | None:
        """Take what was pressed this frame."""

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """Let time go by while this screen is on top."""

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """Draw; the boxes of all words drawn."""


@dataclass(frozen=True, slots=True)
class Push:
    """Another screen on top."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Back to the screen below."""


@dataclass(frozen=True, slots=True)
class Only:
    """One screen and no other."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game."""


Turn: TypeAlias = Push | Pop | Only | Quit
