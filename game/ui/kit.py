"""The kit: what every screen needs, made once when the game starts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.content.packed import Content
from game.content.problems import Problem
from game.sim.world import Lore
from game.ui.atlas import Atlas
from game.ui.display import View, view_for
from game.ui.fonts import Fonts
from game.ui.icons import Icons
from game.ui.inputs import Action, Cap, Inputs
from game.ui.look import SMALL_PX, SMALL_SIZE, TEXT_PX, WORLD_H, WORLD_W
from game.ui.narration import Narrator
from game.ui.pack_pictures import pack_pictures
from game.ui.poster import Poster
from game.ui.room_view import RoomView, Shown
from game.ui.seen import Seen
from game.ui.settings import Settings
from game.ui.sound import Sounds
from game.ui.storage import PackShelf, Shelf
from game.ui.text import Pen
from game.words.slots import Words

if TYPE_CHECKING:
    from game.content.packs import Card  # it reads YAML, which the web package does not carry


@dataclass(frozen=True, slots=True)
class Packs:
    """Packs beside the game: the folder they are put into, and how one of them is read.

    `open` answers with its card and its content (each None if that could not be), and every fault.
    """

    folder: Path
    open: Callable[[Path], tuple[Card | None, Content | None, list[Problem]]]


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
    icons: Icons
    rooms: RoomView
    poster: Poster
    sounds: Sounds
    narrator: Narrator
    seen: Seen
    inputs: Inputs
    view: View
    world: pygame.Surface
    behind: pygame.Surface | None = None          # what pages without a picture of their own lie over
    seen_last: pygame.Surface | None = None       # the same moment, small and as bright as it was, for a save
    frame_ms: float = 0.0                         # the work of the last frame, flip left out
    reread: Callable[[], Content] | None = None   # reads the content from its sources again, where that can be done
    packs: Packs | None = None                    # None: none are offered (in a page, in a story of one's own)
    home: tuple[Content, Shelf, Callable[[], Content] | None] | None = None  # to go back to from a pack: see `enter`
    pictures: dict[str, pygame.Surface] = field(default_factory=dict)  # of the pack that is played; the atlas has it
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

    def cap(self, action: Action, menu: bool = False) -> Cap:
        """The key or button for `action`."""
        return self.inputs.cap(self.settings, action, menu)

    def fit(self, window: tuple[int, int]) -> None:
        """Lay everything out for a window of this size and the text size set."""
        self.view = view_for(*window, self.settings.text_percent, self.settings.whole_scale)

    def leave_behind(self) -> None:
        """Pages from here on lie over the picture of this moment, darkened."""
        self.behind = self.world.copy()
        self.seen_last = pygame.transform.smoothscale(self.world, SMALL_SIZE)
        self.behind.fill((96, 96, 104), special_flags=pygame.BLEND_RGB_MULT)

    @property
    def pack(self) -> str:
        """The id of the pack that is played; "" for the game's own story."""
        packs = self.lore.book.packs
        return packs[-1][0] if packs else ""

    def enter(self, content: Content, reread: Callable[[], Content]) -> None:
        """Play a pack from here on; the game's own story waits at home."""
        self.home = self.content, self.shelf, self.reread
        self._open(content, PackShelf(self.shelf, lore_of(content).book.packs[-1][0]), reread)

    def go_home(self) -> None:
        """Back to the game's own story."""
        if self.home is not None:
            content, shelf, reread = self.home
            self.home = None
            self._open(content, shelf, reread)

    def _open(self, content: Content, shelf: Shelf, reread: Callable[[], Content] | None) -> None:
        self.seen.keep()
        self.content, self.lore, self.shelf, self.reread = content, lore_of(content), shelf, reread
        self.pictures.clear()
        self.pictures.update(pack_pictures(content.pictures))
        self.seen, self.behind = Seen(shelf), None
        self.relanguage()

    def relanguage(self) -> None:
        """The language was changed."""
        self.words = Words(self.lore.book, self.settings.language)


def make_kit(content: Content, assets: Path, settings: Settings, shelf: Shelf, window: tuple[int, int],
             quiet: bool = False) -> Kit:
    """Load what is needed to draw the first frame. pygame's display must be open.

    A pack in `content` has a part of the shelf for itself. Raises ValueError if there is no story in `content`.
    """
    lore = lore_of(content)
    if lore.book.packs:
        shelf = PackShelf(shelf, lore.book.packs[-1][0])
    pictures = pack_pictures(content.pictures)
    atlas = Atlas(assets, pictures)
    inputs = Inputs()
    inputs.bind(settings)
    return Kit(content, lore, assets, settings, shelf, Words(lore.book, settings.language),
               Pen(Fonts(assets)), atlas, Icons(assets), RoomView(atlas), Poster(atlas),
               Sounds(assets, settings, quiet), Narrator(), Seen(shelf), inputs,
               view_for(*window, settings.text_percent, settings.whole_scale),
               pygame.Surface((WORLD_W, WORLD_H)).convert(), pictures=pictures)


def lore_of(content: Content) -> Lore:
    """What a world plays on. Raises ValueError if there is no story in `content`."""
    if content.book is None:
        raise ValueError("there is no story to play")
    return Lore(content.book, content.rooms, content.hash)


def on_web() -> bool:
    """Whether this runs in a web page."""
    return sys.platform == "emscripten"
