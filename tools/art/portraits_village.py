"""Neighbours, wood-gatherers, washers, children and those at a bus stop: people who are met once and remembered."""

from __future__ import annotations

from dataclasses import replace

from tools.art import portraits_clothes as clothes
from tools.art import portraits_hair as hair
from tools.art import portraits_hats as hats
from tools.art import portraits_layers as layers
from tools.art import portraits_winter as winter
from tools.art.portraits_face import Mood
from tools.art.portraits_hats import Tint
from tools.art.portraits_sitter import Sitter
from tools.art.portraits_types import BROAD, LONG, OVAL, ROUND, SPARE
from tools.art.solid import Part


def padded(tint: Tint, quilt: float = 0.018, wide: float = 0.94) -> list[Part]:
    """A padded jacket with its collar and its slanting front."""
    return [
        *clothes.shoulders(tint, quilt, wide), *clothes.collar((tint[0], tint[1] * 1.1), radius=0.13),
        *clothes.jacket_front((tint[0], tint[1] * 1.08)),
    ]


VILLAGE: dict[str, Sitter] = {
    "neighbour": Sitter(
        replace(
            SPARE,
            chin_low=-0.01, cheek=1.06, gaunt=0.5, nose=0.95, nose_wide=1.0, lips=0.92, age=0.36, eye=1.02,
            tilt=0.01, crease=0.4, brow=0.044, brow_arch=0.9, lashes=0.85, skin=0.95,
        ),
        lambda face: hats.headcloth(face, ("ice", 0.62), ("coat", 0.36)),
        lambda: padded(("wood", 0.62)),
        {
            "plain": Mood(inner_brow=0.010, lids=0.92, look=(0.35, -0.05), yaw=-25, pitch=4, light="indoors"),
            "wary": Mood(
                inner_brow=-0.016, outer_brow=0.010, lids=0.96, corners=-0.014, look=(-0.75, 0.0), yaw=-31, pitch=6,
                light="side",
            ),
            "warm": Mood(
                inner_brow=0.020, lids=0.86, squint=0.75, corners=0.036, look=(0.15, -0.05), yaw=-17, pitch=2,
                light="warm",
            ),
        },
    ),
    "egg_woman": Sitter(
        replace(
            BROAD,
            width=1.03, jaw=1.06, nose=1.0, nose_wide=1.2, lips=0.9, age=0.66, eye=0.92, crease=0.2, brow=0.044,
            brow_arch=0.6, brow_tint="metal", lashes=0.5, skin=0.9,
        ),
        lambda face: winter.kerchief(face, ("olive", 0.78), ("metal", 0.60)),
        lambda: padded(("olive", 0.60), 0.040, 1.02),
        {"plain": Mood(
            inner_brow=-0.014, brow_skew=0.030, lids=0.86, squint=0.40, corners=-0.006, skew=0.018, look=(0.35, -0.55),
            yaw=-21, pitch=8, light="day",
        )},
        ears=False,
    ),
    "student": Sitter(
        replace(
            OVAL,
            width=0.94, jaw=0.88, chin=0.146, chin_low=0.01, gaunt=0.1, nose=1.04, nose_wide=0.98, lips=1.0,
            mouth_low=0.01, eye=1.04, tilt=0.008, crease=0.6, brow=0.05, brow_arch=0.8, lashes=0.8, skin=1.04,
            men=True,
        ),
        lambda face: [*winter.soft_cap(face, ("coat", 0.46), ("coat", 0.30)), *hats.glasses(face)],
        lambda: layers.muffled(("coat", 0.42), ("snow", 0.72), 0.92),
        {"plain": Mood(
            inner_brow=0.024, outer_brow=0.006, lids=1.08, corners=0.014, look=(0.20, -0.02), yaw=-19, pitch=3,
            light="day",
        )},
    ),
    "gatherer": Sitter(
        replace(
            SPARE,
            jaw=1.0, chin=0.154, gaunt=0.68, nose=1.06, nose_wide=1.14, lips=0.82, ridge=1.05, age=0.56, eye=0.94,
            crease=0.15, brow=0.06, brow_arch=0.6, lashes=0.5, skin=0.86, neck=0.32, stubble=True, men=True,
        ),
        lambda face: winter.fur_hat(face, ("wood", 0.50), ("reed", 0.62)),
        lambda: padded(("wood", 0.52), 0.020, 1.0),
        {"plain": Mood(
            inner_brow=0.016, lids=0.84, squint=0.65, corners=0.018, skew=0.022, look=(-0.35, -0.15), yaw=-26, pitch=6,
            light="dayside",
        )},
    ),
    "gatherer_b": Sitter(
        replace(
            LONG,
            width=0.945, jaw=0.9, chin_low=0.03, cheek=1.1, gaunt=0.9, nose_wide=1.08, bridge=1.05, lips=0.64,
            ridge=1.1, age=1.0, eye=0.9, crease=0.4, brow=0.056, brow_arch=0.9, brow_tint="snow", lashes=0.4,
            skin=0.86, moustache=0.034, stubble=True, men=True,
        ),
        lambda face: hats.headcloth(face, ("reed", 0.66), ("metal", 0.80)),
        lambda: padded(("coat", 0.60), 0.016, 0.92),
        {"plain": Mood(
            inner_brow=0.022, outer_brow=-0.012, lids=0.74, squint=0.45, corners=0.008, look=(0.30, -0.40), yaw=-22,
            pitch=9,
            light="day",
        )},
    ),
    "washer_b": Sitter(
        replace(
            ROUND,
            width=0.965, jaw=0.87, chin_low=-0.05, cheek=1.02, nose=0.92, nose_wide=0.98, lips=1.06, apart=0.004,
            eye=1.1, tilt=0.018, crease=0.3, brow=0.05, brow_arch=0.9, lashes=1.05,
        ),
        lambda face: hats.headcloth(face, ("snow", 0.92), ("coat", 0.34)),
        lambda: padded(("ice", 0.58)),
        {"plain": Mood(
            inner_brow=0.008, brow_skew=0.020, lids=1.02, squint=0.30, corners=0.020, skew=0.018, look=(-0.60, -0.10),
            yaw=-28,
            pitch=4, light="day",
        )},
    ),
    "grave_child": Sitter(
        replace(
            ROUND,
            width=0.98, jaw=0.74, chin=0.122, chin_low=-0.16, cheek=0.96, nose=0.7, nose_wide=0.92, bridge=0.35,
            lips=0.96, mouth=0.78, ridge=0.4, child=1.0, eye=1.3, crease=0.4, brow=0.04, brow_arch=0.9, lashes=1.05,
            skin=1.02, neck=0.22,
        ),
        lambda face: winter.shawl(face, ("reed", 0.72), ("wood", 0.70), ("coat", 0.36)),
        lambda: layers.wrapped(("olive", 0.62), ("reed", 0.66)),
        {"plain": Mood(
            inner_brow=0.026, lids=1.18, look=(0.25, 0.40), yaw=-18, pitch=-5, light="moon",
        )},
        ears=False,
    ),
    "girl": Sitter(
        replace(
            ROUND,
            width=0.96, jaw=0.8, chin=0.128, chin_low=-0.12, cheek=0.98, nose=0.8, nose_wide=0.92, bridge=0.5,
            lips=0.96, ridge=0.5, child=0.75, eye=1.2, brow=0.042, skin=1.02, neck=0.23,
        ),
        lambda face: hair.bowl_cut(face, ("coat", 0.34)),
        lambda: layers.muffled(("ice", 0.62), ("reed", 0.80), 0.70),
        {"plain": Mood(
            outer_brow=0.012, lids=1.06, squint=0.45, corners=0.034, gap=0.008, look=(0.20, 0.20), yaw=-17, pitch=-2,
            light="day",
        )},
    ),
    "boy": Sitter(
        replace(
            ROUND,
            width=0.98, jaw=0.82, chin=0.13, chin_low=-0.12, cheek=1.0, nose=0.82, nose_wide=1.0, bridge=0.45,
            lips=0.94, mouth=0.86, ridge=0.55, child=0.8, eye=1.18, crease=0.2, brow=0.048, brow_arch=0.7,
            lashes=0.9, skin=0.96, neck=0.23, men=True,
        ),
        lambda face: hats.ushanka(face, ("wood", 0.62), ("wood", 0.86), True)[:-1],
        lambda: layers.muffled(("olive", 0.60), ("coat", 0.60), 0.72),
        {"plain": Mood(
            inner_brow=0.010, brow_skew=0.026, lids=1.12, corners=0.008, skew=0.022, look=(-0.35, 0.15), yaw=-24,
            pitch=-1, light="day",
        )},
        ears=False,
    ),
}  # fmt: skip
