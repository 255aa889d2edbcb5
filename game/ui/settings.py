"""What a player likes: display, sound, hands. Nothing here changes a rule (that is `Help`, in the World)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields

from game.ui.storage import SETTINGS, Shelf, kept

RANGES: dict[str, tuple[int, int, int]] = {
    "text_percent": (100, 200, 10), "master": (0, 100, 10), "music": (0, 100, 10), "effects": (0, 100, 10),
    "speed_percent": (50, 100, 10), "auto_words": (0, 400, 50), "timed": (0, 200, 100),
}


@dataclass(slots=True)
class Settings:
    """All of it. Percents are whole numbers; `keys` and `pad` hold only what was changed from the defaults."""

    text_percent: int = 100
    language: str = "en"
    full_screen: bool = False
    whole_scale: bool = True
    contrast: bool = False
    cones: bool = True
    paths: bool = False
    captions: bool = True
    motion: bool = True
    flashes: bool = True
    toggle_run: bool = False
    toggle_crouch: bool = True
    toggle_crawl: bool = True
    toggle_peek: bool = False
    toggle_faces: bool = False
    speed_percent: int = 100
    auto_words: int = 0       # words a minute; 0: lines wait for a key
    timed: int = 100          # percent of the time a question gives; 0: it waits for ever
    skip_unread: bool = False
    master: int = 80
    music: int = 70
    effects: int = 90
    mono: bool = False
    level: str = "traveller"
    keys: dict[str, list[str]] = field(default_factory=dict)
    pad: dict[str, list[int]] = field(default_factory=dict)


def load(shelf: Shelf) -> Settings:
    """The kept settings; whatever cannot be read or is out of range keeps its default."""
    settings = Settings()
    held = kept(shelf, SETTINGS)
    for part in fields(Settings):
        value = held.get(part.name) if isinstance(held, dict) else None
        if type(value) is type(getattr(settings, part.name)) and _sane(part.name, value):
            setattr(settings, part.name, value)
    return settings


def _sane(name: str, value: object) -> bool:
    if name in RANGES:
        least, most, _ = RANGES[name]
        return isinstance(value, int) and least <= value <= most
    if name in ("keys", "pad") and isinstance(value, dict):
        wanted: type = str if name == "keys" else int
        return all(isinstance(k, str) and isinstance(v, list) and all(isinstance(w, wanted) for w in v)
                   for k, v in value.items())
    return True


def save(settings: Settings, shelf: Shelf) -> None:
    """Keep them."""
    shelf.write(SETTINGS, json.dumps({part.name: getattr(settings, part.name) for part in fields(Settings)}, indent=1))


def nudge(settings: Settings, name: str, by: int) -> None:
    """Move a number by steps inside its range, or turn a switch."""
    value = getattr(settings, name)
    if isinstance(value, bool):
        setattr(settings, name, not value)
    elif name in RANGES:
        least, most, step = RANGES[name]
        setattr(settings, name, min(max(int(value) + by * step, least), most))
