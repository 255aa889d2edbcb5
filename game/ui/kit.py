"""The kit: what every screen needs, made once when the game starts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.content.packed import Content
from game.sim.world import Lore
from game.ui.atlas import Atlas
from game.ui.display import View, view_for
from game.ui.fonts import Fonts
from game.ui.inputs import Action, Inputs
from game.ui.look import SMALL_PX, TEXT_PX, WORLD_H, WORLD_W
from game.ui.narration import Narrator
from game.ui.pack_pictures import pack_pictures
from game.ui.room_view import RoomView, Shown
from game.ui.seen import Seen
from game.ui.settings import Settings
from game.ui.sound import Sounds
from game.ui.storage import Shelf
from game.ui.text import Pen
from game.words.slots import Words


@dataclass(slots=True)
class Kit:
    """Everything a screen may use. `world` is the 640x360 picture, scaled into the window each frame."""

    content: Content
    lore: Lore
    assets: Path
    settings: Settings
    shelf: Shelf
    words: Words
    pen: Pen
    atlas: Atlas
    rooms: RoomView
    sounds: Sounds
    narrator: Narrator
    seen: Seen
    inputs: Inputs
    view: View
    world: pygame.Surface
    behind: pygame.Surface | None = None          # what pages without a picture of their own lie over
    frame_ms: float = 0.0                         # the work of the last frame, flip left out
    reread: Callable[[], Content] | None = None   # reads the content from its sources again, where that can be done
    apply: Callable[[], None] = lambda: None      # set by the app: settings changed, look again at the window

    @property
    def text_px(self) -> int:
        """The size of dialog, in window pixels."""
        return self.view.text_px(TEXT_PX)

    @property
    def small_px(self) -> int:
        """The size of labels."""
        return self.view.text_px(SMALL_PX)

    @property
    def shown(self) -> Shown:
        """What the settings say about the picture of a room."""
        return Shown(self.settings.contrast, self.settings.motion, self.settings.cones, self.settings.paths,
                     self.settings.flashes)

    def key(self, action: Action, menu: bool = False) -> str:
        """The label of the key or button for `action`."""
        return self.inputs.label(self.settings, action, menu)

    def fit(self, window: tuple[int, int]) -> None:
        """Lay everything out for a window of this size and the text size set."""
        self.view = view_for(*window, self.settings.text_percent, self.settings.whole_scale)

    def leave_behind(self) -> None:
        """Pages from here on lie over the picture of this moment, darkened."""
        self.behind = self.world.copy()
        self.behind.fill((96, 96, 104), special_flags=pygame.BLEND_RGB_MULT)

    def relanguage(self) -> None:
        """The language was changed."""
        self.words = Words(self.lore.book, self.settings.language)


def make_kit(content: Content, assets: Path, settings: Settings, shelf: Shelf, window: tuple[int, int],
             quiet: bool = False) -> Kit:
    """Load what is needed to draw the first frame. pygame's display must be open.

    Raises ValueError if there is no story in `content`.
    """
    if content.book is None:
        raise ValueError("there is no story to play")
    atlas = Atlas(assets, pack_pictures(content.pictures))
    inputs = Inputs()
    inputs.bind(settings)
    words = Words(content.book, settings.language)
    return Kit(content, Lore(content.book, content.rooms, content.hash), assets, settings, shelf, words,
               Pen(Fonts(assets)), atlas, RoomView(atlas), Sounds(assets, settings, quiet), Narrator(),
               Seen(shelf), inputs,
               view_for(*window, settings.text_percent, settings.whole_scale),
               pygame.Surface((WORLD_W, WORLD_H)).convert())


def on_web() -> bool:
    """Whether this runs in a web page."""
    return sys.platform == "emscripten"
