"""Eyes, brows and mouths: curves in the head's own space, drawn where a turned head shows them."""

from __future__ import annotations

import numpy as np

from tools.art.pictures.parts import Bools, Pen, curve


def features(
    yaw: float, pitch: float, size: tuple[int, int], middle: tuple[float, float], scale: float, closed: bool = False
) -> dict[str, Bools]:
    """Where eye white, iris, lid, brow, nostril, mouth and crease are drawn in a (width, height) picture of a head.

    ``closed``: eyes lowered, with the creases of age.
    """
    yaw, pitch = float(np.radians(yaw)), float(np.radians(pitch))

    def seen(x: float, y: float, z: float) -> tuple[float, float]:
        y, z = y * np.cos(pitch) - z * np.sin(pitch), y * np.sin(pitch) + z * np.cos(pitch)
        return middle[0] + float(x * np.cos(yaw) - y * np.sin(yaw)) * scale, middle[1] - float(z) * scale

    def lid(side: int, out: float, up: float) -> tuple[float, float]:
        """A spot on the eyeball: ``out`` -1 at the nose to 1 at the temple."""
        x, z = out * 0.165, up
        y = 0.19 * np.sqrt(max(0.02, 1 - (x / 0.205) ** 2 - (z / 0.165) ** 2))
        return seen(side * 0.285 + side * x, 0.487 + float(y), 0.065 + z)

    pens = {name: Pen(size[0], size[1], 6) for name in ("white", "iris", "lid", "brow", "nostril", "mouth", "crease")}
    thick = scale / 41
    for side in (-1, 1):
        upper = [lid(side, o, u) for o, u in ((-1, -0.03), (-0.55, 0.03), (0, 0.05), (0.55, 0.043), (1, 0.004))]
        lower = [lid(side, o, u) for o, u in ((1, 0.004), (0.5, -0.03), (0, -0.042), (-0.55, -0.04), (-1, -0.03))]
        pens["white"].area(curve(upper) + curve(lower))
        x, y = lid(side, -0.05 * side, 0.004)
        pens["iris"].oval(x, y, 0.062 * scale, 0.07 * scale)
        pens["lid"].line(curve(lower if closed else [*upper, lid(side, 1.14, -0.006)]), 1.5 * thick)
        for step in range(3 if closed else 0):
            ends = (side * 0.50, 0.52, 0.06 - 0.05 * step), (side * 0.62, 0.36, 0.10 - 0.07 * step)
            pens["crease"].line([seen(*end) for end in ends], 0.9 * thick)
        if closed:
            fold = ((0.19, 0.74, -0.22), (0.28, 0.70, -0.36), (0.30, 0.62, -0.52))
            pens["crease"].line(curve([seen(side * a, b, c) for a, b, c in fold]), 1.0 * thick)
        brow = ((0.11, 0.70, 0.235), (0.24, 0.70, 0.275), (0.38, 0.645, 0.285), (0.52, 0.50, 0.235))
        pens["brow"].line(curve([seen(side * a, b, c) for a, b, c in brow]), 2.0 * thick, 0.8 * thick)
        pens["nostril"].line([seen(side * 0.05, 0.80, -0.283), seen(side * 0.105, 0.775, -0.272)], 1.4 * thick)
    mouth = (
        (-0.225, 0.67, -0.49),
        (-0.10, 0.745, -0.494),
        (0, 0.765, -0.503),
        (0.10, 0.745, -0.494),
        (0.225, 0.67, -0.49),
    )
    pens["mouth"].line(curve([seen(*spot) for spot in mouth]), 1.2 * thick)
    masks = {name: pen.mask(0.42) for name, pen in pens.items()}
    masks["iris"] &= masks["white"]
    return masks
