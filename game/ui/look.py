"""Colours and measures shared by everything on screen.

Signal colours appear in no scenery, and never alone: each comes with its own shape.
"""

from __future__ import annotations

from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

WORLD_W, WORLD_H = 640, 360  # the world is drawn at this size, then scaled
SMALL_SIZE = (160, 90)       # the world's picture beside a save
TILE = 16
UNIT_PX = 256                # units of the simulation to a pixel (4096 to a tile)
TICKS = 60                   # a second

INK: Colour = (8, 11, 22)
INK_SOFT: Colour = (19, 28, 53)
TEXT: Colour = (217, 232, 238)
FAINT: Colour = (143, 165, 190)     # words that are off or beside the point; 7:1 on INK
ROSE: Colour = (223, 169, 164)      # her name
EDGE: Colour = (86, 116, 157)
EDGE_LOW: Colour = (41, 60, 100)
DANGER: Colour = (222, 58, 42)
DANGER_TEXT: Colour = (240, 120, 104)  # DANGER as words: light enough to read on INK
SUSPICION: Colour = (255, 198, 74)
SAFE: Colour = (38, 176, 155)
INTERACT: Colour = (203, 228, 255)
WARM: Colour = (236, 179, 76)
BLACK: Colour = (0, 0, 0)
KEY: Colour = (255, 0, 255)         # "nothing" in every converted picture

TEXT_PX = 31    # dialog, in a window 720 high at 100 %
SMALL_PX = 22   # labels, prompts, captions
TITLE_PX = 56


def luminance(colour: Colour) -> float:
    """Relative luminance 0-1 (WCAG 2)."""
    def part(value: int) -> float:
        c = value / 255
        return c / 12.92 if c <= 0.03928 else float(((c + 0.055) / 1.055) ** 2.4)
    red, green, blue = colour
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio 1-21 (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
