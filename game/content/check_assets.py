"""Pictures, sounds, music and people that a story or a map names must be among the assets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from game.content.draft import Draft
from game.content.problems import Place, did_you_mean
from game.sim.room import Room, WatcherKind
from game.sim.room_art import RoomArt
from game.story.steps import Music, Picture, Say, Sound, Step, Together

ON_WHEELS = (WatcherKind.VEHICLE, WatcherKind.VAN)  # what is drawn of them is a thing, not a person
_LAYER = re.compile(r"(.+)_(calm|drone|suspicion|alert)")


@dataclass(frozen=True, slots=True)
class Assets:
    """The names there are. An empty set means: not made yet, so nothing is said about them."""

    pictures: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    music: frozenset[str] = frozenset()
    portraits: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    icons: frozenset[str] = frozenset()


def read_assets(folder: Path) -> Assets:
    """What an assets folder holds, by its file names and lists. A missing or broken list is an empty one."""
    sounds = {re.sub(r"_\d+$", "", path.stem) for path in folder.glob("sounds/*.ogg")}
    cues = {found[1] for path in folder.glob("music/*.ogg") if (found := _LAYER.fullmatch(path.stem))}
    return Assets(frozenset(_listed(folder / "pictures.json")), frozenset(sounds), frozenset(cues),
                  frozenset(path.stem for path in folder.glob("portraits/*.png")),
                  frozenset(_listed(folder / "people.json")), frozenset(_listed(folder / "things.json")),
                  frozenset(_named(folder / "icons.json")))


def _listed(path: Path) -> list[str]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [str(name) for name in held] if isinstance(held, dict) else []


def _named(path: Path) -> list[str]:
    """The names in a table that lists them under `names`."""
    try:
        held = json.loads(path.read_text("utf-8"))["names"]
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return []
    return [str(name) for name in held] if isinstance(held, list) else []


def check_assets(draft: Draft, rooms: Iterable[Room], assets: Assets, art: Iterable[RoomArt] = ()) -> None:
    """Every name used, in story order."""
    for node in draft.nodes.values():
        for at, step in enumerate(node.steps):
            _step(draft, step, draft.step_place(node.id, at), assets)
    for room in rooms:
        place = Place(f"maps/{room.id}.tmx")
        _known(draft.faults.error, place, "music", room.music, assets.music)
        for mask in room.masks:
            _known(draft.faults.error, place, "sound", mask.name, assets.sounds)
        for person in (*(w.person for w in room.watchers if w.kind not in ON_WHEELS),
                       *(r.person for r in room.residents)):
            _known(draft.faults.error, place, "picture of a person", person, assets.people)
        for wheels in (w.person for w in room.watchers if w.kind in ON_WHEELS):
            _known(draft.faults.error, place, "picture of a thing", wheels, assets.things)
    for entry in draft.codex.values():
        place = draft.places.get(f"codex:{entry.id}/shows", Place("story/codex.yaml"))
        _known(draft.faults.warning, place, "picture of a thing or icon", entry.shows, assets.things | assets.icons)
    for one in art:
        _sounds_of(draft, one, assets)


def _sounds_of(draft: Draft, art: RoomArt, assets: Assets) -> None:
    for name in dict.fromkeys(bed.sound for part in art.ambience for bed in part.beds):
        _known(draft.faults.error, Place(f"maps/{art.room}.tmx"), "sound", name, assets.sounds)


def check_scenery(draft: Draft, looks: Iterable[RoomArt], assets: Assets) -> None:
    """The pictures of things that maps name; for one that is not there a grey box is drawn."""
    for look in looks:
        for name in sorted({thing.art for thing in look.scenery} | set(look.thing_art.values())):
            _known(draft.faults.warning, Place(f"maps/{look.room}.tmx"), "picture of a thing", name, assets.things)


def both(first: Assets, second: Assets) -> Assets:
    """What either holds."""
    return Assets(*(getattr(first, one.name) | getattr(second, one.name) for one in fields(Assets)))


def _step(draft: Draft, step: Step, place: Place, assets: Assets) -> None:
    match step:
        case Together(steps=steps):
            for part in steps:
                _step(draft, part, place, assets)
        case Picture(name=name):
            _known(draft.faults.error, place, "picture", name, assets.pictures)
        case Sound(name=name):
            _known(draft.faults.error, place, "sound", name, assets.sounds)
        case Music(cue=cue):
            _known(draft.faults.error, place, "music", cue, assets.music)
        case Say(who=who, mood=mood) if mood != "plain":
            person = draft.cast.get(who)
            if person is None or mood not in person.moods:
                return
            face = person.portrait or who
            drawn = {name.rpartition("_")[0] for name in assets.portraits}
            if face in drawn:  # many have no portrait at all; but who has one has every mood that is used
                _known(draft.faults.warning, place, "portrait", f"{face}_{mood}", assets.portraits)


def _known(report: Callable[[Place, str, str, str], None], place: Place, what: str, name: str,
           names: frozenset[str]) -> None:
    if name and names and name not in names:
        report(place, "X005", f"there is no {what} '{name}' among the assets", did_you_mean(name, names))
