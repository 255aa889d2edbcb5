"""Sol-hwa in Pak's cellar, close to us and from behind: the candle finds the edge of her, and a little of her cheek."""

from __future__ import annotations

from dataclasses import replace

from tools.art.palette import table
from tools.art.pictures.from_behind import coat, scarf
from tools.art.pictures.parts import Line, Plate
from tools.art.pictures.relief import Fold, Light, Piece, carve, resized

SIZE = (232, 360)
LARGE = 1.62
LIGHTS = (
    Light((0.92, 0.16, -0.46), 1.55, warm=True), Light((0.86, 0.04, 0.26), 0.21, warm=True),
    Light((-0.60, -0.70, 0.30), 0.26),
)


def _scarf_at(line: Line) -> list[tuple[float, float]]:
    """The title's scarf, larger and turned to the right: its corner swings left."""
    return [(90 - LARGE * (x - 94) - 0.20 * max(y - 84, 0), 96 + LARGE * (y - 48)) for x, y in line]


def _cheek() -> Piece:
    """Cheekbone, lashes, the tip of a nose: as much of her as can be seen."""
    line = [(136, 68), (147, 80), (150.5, 90), (150, 98), (151.5, 104), (154.5, 111), (152, 115), (152, 121),
            (150, 128), (145, 140), (132, 152), (118, 120)]
    return Piece(line, "skin", 7, 1.0, 1.5, folds=(Fold([(144, 96), (151, 98)], -1.6, 1.4),))


def woman(plate: Plate) -> None:
    """She, at the left edge of the plate."""
    back = [resized(replace(piece, gain=piece.gain * 0.74), 1.72, -76, 12) for piece in coat(seam=False)]
    cloth = scarf("rose", 1.05, _scarf_at, LARGE)[-1]
    cold, warm = carve([*back, _cheek(), cloth], SIZE, LIGHTS, 0.07)
    plate.stamp(cold, table("river", "moon"), 0, 0)
    plate.stamp(warm, table("flat", "lamp"), 0, 0)
