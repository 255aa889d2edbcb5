"""Portraits, 128 x 128 px: busts lit by one hard light, cut like wood, engraved along the form.

The cut is six flat tones; between them lines run over the face as sections of the solid itself, so that the
hatching bends where the cheek bends. `build()` writes assets/portraits/NAME_MOOD.png.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.art import portraits_lines as lines
from tools.art.dither import quantise
from tools.art.noise import fbm, smooth
from tools.art.palette import MATERIALS, NOTHING, ROOT, index, table
from tools.art.portraits_cast import CAST
from tools.art.portraits_face import Mood, head
from tools.art.portraits_hair import Hair, sheen
from tools.art.portraits_sitter import Sitter
from tools.art.shapes import Points, Shape, custom
from tools.art.sheet import Indices, save
from tools.art.solid import Lighting, Part, Picture, despeckle, facing, render, unit

SIZE = 128
SCALE = 41.0
MIDDLE = (63.0, 58.0)
FINE = 3


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light and the air behind the sitter: `glow` (x, y) px, its material, and the table that colours it all."""

    lighting: Lighting
    glow: tuple[float, float]
    air: str
    colours: tuple[str, str] = ("river", "moon")
    depth: float = 0.15
    glimmer: float = 0.27


def _lighting(
    toward: tuple[float, float, float], key: float, fill_toward: tuple[float, float, float], fill: float, ambient: float
) -> Lighting:
    return Lighting(toward=unit(*toward), key=key, fill_toward=unit(*fill_toward), fill=fill, ambient=ambient, rim=0.0)


FLAT, ROAD, SHADE = ("flat", "lamp"), ("road", "moon"), ("flat", "moon")
_moon = _lighting((-0.62, 0.68, 0.34), 0.92, (0.90, 0.30, 0.25), 0.34, 0.10)
_day = _lighting((-0.52, 0.76, 0.36), 0.86, (0.90, 0.20, 0.20), 0.30, 0.11)
_under = _lighting((-0.42, 0.70, -0.58), 0.86, (0.75, -0.10, 0.66), 0.26, 0.05)
_warm = _lighting((-0.50, 0.80, 0.30), 0.90, (0.90, 0.25, 0.25), 0.28, 0.10)
_side = _lighting((-0.80, 0.56, 0.24), 0.94, (0.92, 0.22, 0.25), 0.30, 0.08)
_dayside = _lighting((-0.80, 0.54, 0.26), 0.90, (0.90, 0.25, 0.20), 0.27, 0.09)
_room = _lighting((-0.62, 0.70, 0.32), 0.90, (0.90, 0.25, 0.10), 0.26, 0.09)
LAMPS: dict[str, Lamp] = {
    "moon": Lamp(_moon, (98, 50), "snow"),
    "day": Lamp(_day, (92, 44), "metal", ROAD, 0.22, 0.22),
    "under": Lamp(_under, (30, 92), "snow"),
    "warm": Lamp(_warm, (28, 60), "wood", FLAT, 0.12, 0.17),
    "side": Lamp(_side, (100, 56), "coat"),
    "dayside": Lamp(_dayside, (96, 54), "metal", ROAD, 0.22, 0.22),
    "indoors": Lamp(_room, (98, 50), "metal", SHADE, 0.20, 0.22),
    "room": Lamp(_room, (94, 40), "wood", FLAT, 0.12, 0.17),
}
"""By what light a mood is seen. Changing the light does more for a feeling than moving the face."""
LEVELS = np.array([0, 0.15, 0.32, 0.50, 0.69, 0.86, 1.0])
STEPS = np.array([0, 1, 3, 5, 7, 8, 9], dtype=np.int16)


def turn_of(yaw: float, pitch: float) -> NDArray[np.float32]:
    """The rotation of a head: `yaw` degrees about the upright, `pitch` nodding down (above 0)."""
    a, b = np.radians(yaw), np.radians(pitch)
    about = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    nod = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
    return np.asarray(nod @ about, dtype=np.float32)


def spun(part: Part, turn: NDArray[np.float32]) -> Part:
    """A part turned about the origin."""
    shape: Shape = part.shape
    middle = turn @ np.asarray(shape.centre, dtype=np.float32)
    turned = custom(lambda p: shape.field(p @ turn), [float(v) for v in middle], shape.reach)
    return replace(part, shape=turned)


def solids(sitter: Sitter, mood: Mood) -> tuple[list[Part], NDArray[np.float32]]:
    """All parts of a bust, and the head's rotation. The body turns half as far and never nods."""
    turn, body = turn_of(mood.yaw, mood.pitch), turn_of(mood.yaw * 0.45, 0)
    above = [*head(sitter.face, mood, sitter.ears), *sitter.headwear(sitter.face)]
    return [spun(part, turn) for part in above] + [spun(part, body) for part in sitter.body()], turn


def combed(seen: Picture, turn: NDArray[np.float32], parts: list[Part]) -> tuple[NDArray[np.bool_], Points]:
    """Which pixels are hair, and how much lighter each is for its strand."""
    hair, lighter = np.zeros(seen.part.shape, dtype=bool), np.zeros(seen.part.shape, dtype=np.float32)
    for number, part in enumerate(parts):
        if isinstance(part, Hair) and part.lines is not None and (here := seen.part == number).any():
            hair |= here
            lighter[here] = sheen(part.lines, np.asarray(seen.place[here] @ turn, dtype=np.float32))
    return hair, lighter


def engraved(seen: Picture, turn: NDArray[np.float32], parts: list[Part]) -> Indices:
    """Six tones; where one passes into the next, lines along sections of the solid, wide in shadow, short in light."""
    grain = np.array([0.33, 0.42, 0.85])
    phase = (seen.place @ turn) @ (grain / np.linalg.norm(grain)) * SCALE / 3.3
    hatch = np.abs(np.mod(phase, 1.0) - 0.5) * 2
    hair, lighter = combed(seen, turn, parts)
    value = np.clip(0.03 + 0.95 * seen.tone * (1 + 2.2 * lighter), 0, 1) ** 0.94
    at = np.interp(value, LEVELS, np.arange(len(LEVELS)))
    low = np.floor(at).astype(np.int64)
    wide = np.where(hair, 0.05, np.where(low <= 2, 0.60, 0.30))
    level = np.clip(low + ((at - low - 0.5) / wide + 0.5 > hatch), 0, len(LEVELS) - 1)
    both = np.maximum(seen.material, 0).astype(np.int16) * 16 + STEPS[level]
    return despeckle(np.where(seen.material >= 0, both, NOTHING).astype(np.uint8))


def air(lamp: Lamp) -> Indices:
    """What is behind: a breath of light in the dark, no place in particular."""
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(float)
    far = np.hypot(x - lamp.glow[0], (y - lamp.glow[1]) * 0.9)
    value = lamp.depth + lamp.glimmer * smooth(82, 8, far) + 0.09 * (fbm(x / 24, y / 10, 3, 4) - 0.5)
    return (MATERIALS.index(lamp.air) * 16 + quantise(value, 0.85)).astype(np.uint8)


def portrait(sitter: Sitter, mood: Mood, blink: bool = False) -> tuple[Indices, Indices | None]:
    """A portrait of indices (128, 128), and the same with closed eyes if asked."""
    parts, turn = solids(sitter, mood)
    lamp = LAMPS[mood.light]
    seen = render(parts, SIZE, SIZE, facing(MIDDLE, SCALE), lamp.lighting, fine=FINE)
    cut, shown = engraved(seen, turn, parts), seen.material >= 0
    edge = ndimage.binary_dilation(shown) & ~shown
    out: list[Indices] = []
    for closed in (False, True) if blink else (False,):
        page = lines.Page(cut.copy(), seen.tone, turn, SCALE, MIDDLE)
        lines.draw(page, sitter.face, mood, closed)
        whole = np.where(shown, page.image, air(lamp)).astype(np.uint8)
        whole[edge] = index("snow", 0)
        out.append(whole)
    return out[0], out[1] if blink else None


def build(say: Callable[[str], None] = print, only: str | None = None) -> None:
    """Write every portrait, or only those of one person or of one `NAME_MOOD`."""
    folder = ROOT / "assets" / "portraits"
    for name, sitter in CAST.items():
        for feeling, mood in sitter.moods.items():
            if only not in (None, name, f"{name}_{feeling}"):
                continue
            colours = table(*LAMPS[mood.light].colours)
            image, closed = portrait(sitter, mood, blink=feeling == "plain")
            size = save(image, folder / f"{name}_{feeling}.png", colours)
            if closed is not None:
                save(closed, folder / f"{name}_{feeling}_blink.png", colours)
            say(f"portraits/{name}_{feeling}: {size} bytes")
