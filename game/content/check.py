"""All checks of a content folder: story/, maps/ and assets/, each for itself and together."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.content import check_assets, check_facts, check_rooms, check_talk, check_unused, flow, profile
from game.content.check_assets import Assets
from game.content.draft import Draft
from game.content.graph import Graph
from game.content.problems import Place, Problem, in_order
from game.content.reader import read_draft
from game.content.released import check_released
from game.content.sources import data_root
from game.sim.room import Room
from game.sim.room_art import RoomArt


@dataclass(slots=True)
class Maps:
    """The maps of a folder: all names, and rooms with their looks where a map has no error."""

    names: list[str] = field(default_factory=list)
    rooms: dict[str, Room] = field(default_factory=dict)
    art: dict[str, RoomArt] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check_all(root: Path) -> list[Problem]:
    """Every fault of a content folder, errors first. Missing folders are said; nothing is raised.

    A story of somebody's own is played with the game's pictures and sounds, so those count as there.
    """
    story = root / "story"
    if not story.is_dir():
        return [Problem("story", 0, 0, "error", "Y000", f"there is no folder '{story}'",
                        "a content folder holds story/, and perhaps maps/ and assets/")]
    maps = read_maps(root)
    own = check_assets.read_assets(root / "assets")
    ours = check_assets.read_assets(data_root() / "assets")
    draft = check_story(read_draft(story), maps if (root / "maps").is_dir() else None, check_assets.both(own, ours))
    check_talk.check_names(draft, maps.names)
    check_released(story, draft)
    return in_order([*maps.problems, *_stale(maps, root / "assets"), *draft.faults.found,
                     *check_unused.unused(root, draft, own)])


def check_story(draft: Draft, maps: Maps | None, assets: Assets | None) -> Draft:
    """Note every fault of a story in its draft. Without maps or assets nothing is said about them."""
    if "world" in draft.unread:
        return draft  # who and what there is is not known
    graph = Graph.of(draft)
    flow.check_flow(draft, graph)
    check_facts.check_choices(draft)
    check_facts.check_bribes(draft)
    check_talk.check_papers(draft)
    rooms = maps.rooms if maps else {}
    if not draft.unread and not draft.torn and not (maps and set(maps.names) - set(rooms)):
        check_facts.check_facts(draft, check_rooms.kept_facts(rooms.values()))
    profile.check_gates(draft, graph)
    if maps is not None:
        check_rooms.check_rooms(draft, graph, rooms, maps.names)
        check_rooms.check_kept(draft, rooms.values())
        check_rooms.check_people(draft, graph, rooms.values())
        check_talk.check_calls(draft, graph, rooms)
    if assets is not None:
        check_assets.check_assets(draft, rooms.values(), assets, maps.art.values() if maps else ())
        check_assets.check_scenery(draft, maps.art.values() if maps else (), assets)
    return draft


def read_maps(root: Path) -> Maps:
    """Every map of maps/. The TMX reader is loaded only if there is one."""
    found = Maps()
    paths = sorted((root / "maps").glob("*.tmx"))
    if not paths:
        return found
    from game.content.maps import load_room

    for path in paths:
        room, art, problems = load_room(path, root / "assets")
        found.names.append(path.stem)
        found.problems += problems
        if room is not None and art is not None:
            found.rooms[path.stem], found.art[path.stem] = room, art
    return found


def _stale(maps: Maps, assets: Path) -> list[Problem]:
    """Ground that was painted for an older map, or never. Where none is painted plain tiles are what is meant."""
    if not (assets / "ground").is_dir():
        return []
    from game.content.bakes import stale_chunks

    found: list[Problem] = []
    for id, room in maps.rooms.items():
        chunks = stale_chunks(room, maps.art[id])
        if chunks:
            place = Place(f"maps/{id}.tmx")
            found.append(Problem(*place, "warning", "A001", f"{len(chunks)} chunks of painted ground are missing or "
                                 "older than the map; plain tiles are drawn there",
                                 "python -m tools.art --only ground"))
    return found
