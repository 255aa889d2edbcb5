"""The faces of the three at the bus stop, drawn line by line where they are too small to be cut."""

from __future__ import annotations

import numpy as np

from tools.art.pictures.parts import Pen, Plate
from tools.art.pictures.tableau import View


def faces(plate: Plate, eye: View) -> None:
    """Eyes, brows and mouths, pixel by pixel: at this size a line is a look. The third one smiles."""
    for (x, y, z), yaw, pitch, smiles, lowered in (
        ((-108.0, 6.0, 149.0), -30.0, -6.0, False, False), ((-8.0, -28.0, 158.0), 22.0, -16.0, False, True),
        ((100.0, 22.0, 152.0), 8.0, 2.0, True, False)):
        turn, nod = np.radians(yaw), np.radians(pitch)

        def seen(a: float, b: float, c: float, at: tuple[float, float, float] = (x, y, z), turn: float = turn,
                nod: float = nod) -> tuple[float, float]:
            b, c = b * np.cos(nod) - c * np.sin(nod), b * np.sin(nod) + c * np.cos(nod)
            a, b = a * np.cos(turn) - b * np.sin(turn), a * np.sin(turn) + b * np.cos(turn)
            return eye.seen((at[0] + a * 12.2, at[1] + b * 12.2, at[2] + c * 12.2))

        marks, light, brows, lips = Pen(fine=6), Pen(fine=6), Pen(fine=6), Pen(fine=6)
        for side in (-1, 1):
            px, py = seen(side * 0.285, 0.68, 0.06)
            if smiles:
                marks.line([(px - 2.0, py + 0.6), (px, py - 0.6), (px + 2.0, py + 0.6)], 1.1)
            else:
                marks.line([(px - 1.9, py + 0.2), (px + 1.9, py + (0.5 if lowered else 0.0))], 1.2)
                if not lowered:
                    marks.oval(px, py + 0.5, 0.8, 0.9)
            brow = [seen(side * u, 0.68, v) for u, v in ((0.12, 0.25), (0.30, 0.31), (0.50, 0.25))]
            brows.line(brow, 1.0)
        mouth = [seen(u, 0.74, -0.50 + (0.10 * abs(u) / 0.22 if smiles else 0.0)) for u in (-0.24, 0.0, 0.24)]
        lips.line(mouth, 1.1 if smiles else 0.9)
        if smiles:
            light.line([seen(u, 0.75, -0.46) for u in (-0.12, 0.12)], 1.0)
        plate.ink(brows.mask(0.4) & plate.shown, "3a2e30")
        plate.ink(marks.mask(0.4) & plate.shown, "20181c")
        plate.ink(lips.mask(0.4) & plate.shown, "5c2a30")
        plate.ink(light.mask(0.45) & plate.shown, "f2e6dc")
