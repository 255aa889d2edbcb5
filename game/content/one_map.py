"""A map by itself, to be walked in: the shipped content, and one node that visits the map and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.content.maps import load_room
from game.content.packed import Content
from game.content.problems import Problem
from game.sim.room import ThingKind
from game.story.book import Node
from game.story.steps import Visit

NODE = "map.walk"


def with_map(content: Content, path: Path) -> tuple[Content, list[Problem]]:
    """`content` with the map and the node NODE that visits it, and the map's faults.

    With errors among them, or without a story to stand in, the content is as it was.
    """
    room, art, problems = load_room(path, path.resolve().parent.parent / "assets")
    if room is None or art is None or content.book is None:
        return content, problems
    entry = next(thing.name for thing in room.things if thing.kind is ThingKind.ENTRY)
    nodes = content.book.nodes | {NODE: Node(NODE, (Visit(room.id, entry, ()),))}
    words = content.book.words | {f"place.{room.id}": content.book.words.get(f"place.{room.id}", room.id)}
    return replace(content, book=replace(content.book, nodes=nodes, words=words),
                   rooms=content.rooms | {room.id: room}, art=content.art | {room.id: art}), problems
