"""What a portrait needs to know of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.art.portraits_face import Face, Mood
from tools.art.solid import Part


@dataclass(frozen=True, slots=True)
class Sitter:
    """A face, what is worn on the head and on the body, and the moods, plain first."""

    face: Face
    headwear: Callable[[Face], list[Part]]
    body: Callable[[], list[Part]]
    moods: dict[str, Mood]
    ears: bool = True
