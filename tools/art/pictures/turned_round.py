"""Sol-hwa among the crowd, turned round to us: her portrait at another size, in the light of the painted wall."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy import ndimage

from tools.art import portraits_clothes as clothes
from tools.art import portraits_lines as lines
from tools.art.palette import NOTHING, index, table
from tools.art.pictures.likeness import planes
from tools.art.pictures.parts import Plate
from tools.art.portraits import solids
from tools.art.portraits_cast import CAST
from tools.art.shapes import Points, capsule, custom, smooth_union
from tools.art.solid import Lighting, Part, facing, render, unit

FACE_LIGHT = Lighting(
    toward=unit(0.52, 0.74, 0.42), ambient=0.12, key=0.88, fill=0.30, fill_toward=unit(-0.90, 0.25, 0.20)
)
MURAL_LIGHT = Lighting(toward=unit(-0.78, -0.46, 0.42), ambient=0.0, key=1.0, fill=0.0, shadows=False)
SHE = (488, 214)
SCALE = 35.0


def _jacket() -> list[Part]:
    """A padded jacket, stitched across, closed with a row of hooks; its collar stands."""
    shape = smooth_union(
        0.22,
        capsule((-0.86, -0.26, -1.84), (0.86, -0.26, -1.84), 0.44),
        capsule((-0.45, -0.1, -1.5), (0.45, -0.1, -1.5), 0.38),
        capsule((0, -0.1, -2.5), (0, -0.1, -6.0), 0.96, 1.04),
    )
    arms = [capsule((s * 0.98, -0.24, -1.98), (s * 1.20, 0.0, -6.0), 0.40, 0.36) for s in (-1, 1)]
    whole = smooth_union(0.06, shape, *arms)

    def padded(p: Points) -> Points:
        row = p[..., 2] * 2.3 + 0.16 * p[..., 0] ** 2
        puff = 0.036 * (1 - np.sqrt(np.abs(np.sin(np.pi * row)) + 0.01))
        front = 0.07 * np.exp(-(((p[..., 0] - 0.06) / 0.035) ** 2)) * (p[..., 1] > 0)
        return np.asarray(whole.field(p) * 0.9 + puff + front, dtype=np.float32)

    return [Part(custom(padded, whole.centre, whole.reach), "coat", 0.42), *clothes.collar(("coat", 0.42))]


def sol_hwa(plate: Plate) -> None:
    """The one who has turned round, cut as in her portrait; the painted wall behind her lights her edges."""
    sitter = CAST["solhwa"]
    mood = replace(sitter.moods["plain"], yaw=-15.0, pitch=1.0, look=(0.10, -0.02), lids=1.06, corners=0.006)
    parts, turn = solids(replace(sitter, body=_jacket), mood)
    size, middle = (150, 220), (75.0, 62.0)
    seen = render(parts, *size, facing(middle, SCALE), FACE_LIGHT, 3)
    behind = render(parts, *size, facing(middle, SCALE), MURAL_LIGHT, 2)
    page = lines.Page(planes(seen, turn), seen.tone, turn, SCALE, middle)
    lines.draw(page, sitter.face, mood)
    shown = seen.material >= 0
    image = np.where(shown, page.image, NOTHING).astype(np.uint8)
    image[ndimage.binary_dilation(shown) & ~shown] = index("snow", 0)
    x, y = round(SHE[0] - middle[0]), round(SHE[1] - middle[1])
    plate.stamp(image, table("river", "moon"), x, y)
    # Among greys the river's indigo looks purple: her coat, not her hair, has the road's slate blue, a step darker.
    coat = (image // 16 == index("coat", 0) // 16) & (np.arange(size[1]) > middle[1] + SCALE)[:, None]
    slate = np.where(coat, image - (image > index("coat", 1)), NOTHING).astype(np.uint8)
    plate.stamp(slate, table("road", "moon"), x, y)
    inner = ndimage.distance_transform_edt(np.pad(shown, ((1, 0), (0, 0)))[1:])
    edge = shown & (behind.tone > 0.16) & (inner < 2.4)
    warm = np.where(seen.material == index("rose", 0) // 16, index("rose", 7), index("rose", 5))
    glow = np.where(edge, warm, NOTHING).astype(np.uint8)
    plate.stamp(glow, table("river", "lamp"), x, y)
