"""One picture enlarged into another: by whole numbers in a way of its own, which takes two thirds of the time."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import pygame

_Format: TypeAlias = Literal["BGRA", "RGBX"]
_FORMATS: dict[tuple[int, ...], _Format] = {(0xFF0000, 0xFF00, 0xFF): "BGRA", (0xFF, 0xFF00, 0xFF0000): "RGBX"}


def enlarge(picture: pygame.Surface, into: pygame.Surface) -> None:
    """Fill `into` with `picture`; both have the screen's format."""
    if not _by_whole(picture, into):
        pygame.transform.scale(picture, into.get_size(), into)


def _by_whole(picture: pygame.Surface, into: pygame.Surface) -> bool:
    """Enlarge by a whole number, if it is one; the pixels are the same.

    Only across is it done pixel by pixel; then every row is copied below itself as it is. For that the memory of
    `into` is looked at as rows so many times as long, and what lies at the left of them is moved to the right.
    """
    (width, height), wide = picture.get_size(), into.get_width()
    times = wide // width
    form = _FORMATS.get(into.get_masks()[:3])
    if times < 2 or into.get_size() != (times * width, times * height) or form is None or into.get_pitch() != 4 * wide:
        return False
    memory: Any = into.get_buffer()  # pygame's stubs do not say that it is one
    rows = pygame.image.frombuffer(memory, (times * wide, height), form)
    pygame.transform.scale(picture, (wide, height), rows.subsurface((0, 0, wide, height)))
    for _ in range(times - 1):
        rows.scroll(wide, 0)
    return True
