"""What lies among the assets, or stands in the cast, and is named nowhere: by no story, no map, and not by the game.

A name counts as used wherever the word stands, so nothing is reported that might be needed; of the game's own assets
those too that maps/README.md promises to mappers.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from game.content.check_assets import Assets
from game.content.draft import NARRATOR, Draft
from game.content.files import plain_bytes
from game.content.problems import Place, Problem
from game.content.sources import MOST_BYTES, data_root

_WORD = re.compile(r"[A-Za-z0-9_]+")
_VARIANT = re.compile(r"_(?:[nsew]|open|off|gap|gate|cn|\d+)$")   # the same thing, turned or changed by the game
_BLINK = "_blink"


def unused(root: Path, draft: Draft, assets: Assets) -> list[Problem]:
    """A warning for each name that is used nowhere; none if the story has errors, since it is no witness then."""
    if draft.unread or draft.faults.errors:
        return []
    told = _words([*(path for path in root.glob("story/*.yaml") if path.name != "world.yaml"),
                   *root.glob("maps/*.tmx")])
    ours = root.resolve() == data_root().resolve()
    known = told | _words([root / "story" / "world.yaml"])
    if ours:
        known |= _words([*Path(__file__).resolve().parent.parent.rglob("*.py"), root / "maps" / "README.md"])
    found = [_problem(draft.place(f"cast:{who}"), f"'{who}' of the cast never appears", "delete the entry")
             for who in draft.cast if who != NARRATOR and who not in (known if ours else told)]
    faces = _faces(draft)
    for file, what, names in (("pictures.json", "picture", assets.pictures), ("sounds", "sound", assets.sounds),
                              ("music", "music", assets.music), ("people.json", "picture of a person", assets.people),
                              ("things.json", "thing", assets.things)):
        found += [_problem(Place(f"assets/{file}"), f"the {what} '{name}' is used nowhere", "delete it, or use it")
                  for name in sorted(names) if not _stems(name) & known]
    found += [_problem(Place("assets/portraits"), f"the portrait '{name}' belongs to nobody of the cast",
                       "delete it, or add the mood")
              for name in sorted(assets.portraits) if name.removesuffix(_BLINK) not in faces]
    return found


def _problem(place: Place, message: str, suggestion: str) -> Problem:
    return Problem(*place, "warning", "X006", message, suggestion)


def _stems(name: str) -> set[str]:
    """A name, and what it is a variant of."""
    found = {name}
    while (shorter := _VARIANT.sub("", name)) != name:
        found.add(shorter)
        name = shorter
    return found


def _faces(draft: Draft) -> set[str]:
    """The names a portrait can have: somebody's, in one of the moods of everybody who is drawn so."""
    return {f"{person.portrait or person.id}_{mood}" for person in draft.cast.values()
            for mood in ("plain", *person.moods)}


def _words(paths: Iterable[Path]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            found.update(_WORD.findall((plain_bytes(path, MOST_BYTES) or b"").decode("utf-8")))
    return found
