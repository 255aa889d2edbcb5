"""Neighbours, wood-gatherers, washers, children and those at a bus stop: people who are met once and remembered."""

from __future__ import annotations

from tools.art import portraits_clothes as clothes
from tools.art import portraits_hair as hair
from tools.art import portraits_hats as hats
from tools.art import portraits_layers as layers
from tools.art import portraits_winter as winter
from tools.art.portraits_face import Face, Mood
from tools.art.portraits_hats import Tint
from tools.art.portraits_sitter import Sitter
from tools.art.solid import Part


def padded(tint: Tint, quilt: float = 0.018, wide: float = 0.94) -> list[Part]:
    """A padded jacket with its collar and its slanting front."""
    return [
        *clothes.shoulders(tint, quilt, wide), *clothes.collar((tint[0], tint[1] * 1.1), radius=0.13),
        *clothes.jacket_front((tint[0], tint[1] * 1.08)),
    ]


VILLAGE: dict[str, Sitter] = {
    "neighbour": Sitter(
        Face(
            width=0.97, jaw=0.92, chin=0.150, chin_low=-0.01, cheek=1.06, gaunt=0.50, nose=0.98, nose_wide=1.0,
            bridge=0.9,
            lips=0.92, ridge=0.85, age=0.36, crease=0.4, brow=0.044, brow_arch=0.9, lashes=0.85, neck=0.27, eye=1.02,
            tilt=0.010, skin=0.95,
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
        Face(
            width=1.03, jaw=1.04, chin=0.160, chin_low=-0.02, cheek=1.16, nose=1.02, nose_wide=1.16, bridge=0.8,
            lips=0.90,
            mouth=1.04, ridge=0.9, age=0.66, crease=0.2, brow=0.044, brow_arch=0.6, brow_tint="metal", lashes=0.5,
            neck=0.34,
            eye=0.92, tilt=0.004, skin=0.90,
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
        Face(
            width=0.94, jaw=0.88, chin=0.146, chin_low=0.0, cheek=0.98, nose=1.0, nose_wide=0.98, bridge=1.0,
            lips=1.0, ridge=0.8,
            crease=0.6, brow=0.050, brow_arch=0.8, lashes=0.8, neck=0.27, tilt=0.008, men=True, eye=1.04, skin=1.04,
        ),
        lambda face: [*winter.soft_cap(face, ("coat", 0.46), ("coat", 0.30)), *hats.glasses(face)],
        lambda: layers.muffled(("coat", 0.42), ("snow", 0.72), 0.92),
        {"plain": Mood(
            inner_brow=0.024, outer_brow=0.006, lids=1.08, corners=0.014, look=(0.20, -0.02), yaw=-19, pitch=3,
            light="day",
        )},
    ),
    "gatherer": Sitter(
        Face(
            width=0.98, jaw=1.0, chin=0.154, cheek=1.12, gaunt=0.68, nose=1.06, nose_wide=1.10, bridge=0.95,
            lips=0.82, ridge=1.05,
            age=0.56, crease=0.15, brow=0.060, brow_arch=0.6, lashes=0.5, neck=0.32, men=True, eye=0.94, skin=0.86,
            stubble=True,
        ),
        lambda face: hats.ushanka(face, ("wood", 0.60), ("reed", 0.66), False)[:-1],
        lambda: padded(("wood", 0.52), 0.020, 1.0),
        {"plain": Mood(
            inner_brow=0.016, lids=0.84, squint=0.65, corners=0.018, skew=0.022, look=(-0.35, -0.15), yaw=-26, pitch=6,
            light="dayside",
        )},
    ),
    "gatherer_b": Sitter(
        Face(
            width=0.95, jaw=0.90, chin=0.144, chin_low=0.02, cheek=1.10, gaunt=0.90, nose=1.10, nose_wide=1.08,
            bridge=1.05,
            lips=0.64, ridge=1.1, age=1.0, crease=0.4, brow=0.056, brow_arch=0.9, brow_tint="snow", moustache=0.034,
            lashes=0.4,
            neck=0.26, men=True, eye=0.90, skin=0.86, stubble=True,
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
        Face(
            width=0.96, jaw=0.86, chin=0.144, chin_low=-0.05, cheek=1.02, nose=0.94, nose_wide=0.98, bridge=0.8,
            lips=1.06,
            ridge=0.75, crease=0.3, brow=0.050, brow_arch=0.9, lashes=1.05, neck=0.27, eye=1.10, tilt=0.018, skin=1.0,
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
        Face(
            width=0.98, jaw=0.74, chin=0.122, chin_low=-0.16, cheek=0.96, nose=0.70, nose_wide=0.92, bridge=0.35,
            lips=0.96,
            mouth=0.78, ridge=0.4, crease=0.4, brow=0.040, brow_arch=0.9, lashes=1.05, neck=0.22, child=1.0, eye=1.30,
            skin=1.02,
        ),
        lambda face: winter.shawl(face, ("reed", 0.72), ("wood", 0.70), ("coat", 0.36)),
        lambda: layers.wrapped(("olive", 0.62), ("reed", 0.66)),
        {"plain": Mood(
            inner_brow=0.026, lids=1.18, look=(0.25, 0.40), yaw=-18, pitch=-5, light="moon",
        )},
        ears=False,
    ),
    "girl": Sitter(
        Face(
            width=0.96, jaw=0.80, chin=0.128, chin_low=-0.12, cheek=0.98, nose=0.80, nose_wide=0.92, bridge=0.5,
            lips=0.96, mouth=0.92,
            ridge=0.5, crease=0.5, brow=0.042, brow_arch=1.0, lashes=1.0, neck=0.23, child=0.75, eye=1.20, skin=1.02,
        ),
        lambda face: hair.bowl_cut(face, ("coat", 0.34)),
        lambda: layers.muffled(("ice", 0.62), ("reed", 0.80), 0.70),
        {"plain": Mood(
            outer_brow=0.012, lids=1.06, squint=0.45, corners=0.034, gap=0.008, look=(0.20, 0.20), yaw=-17, pitch=-2,
            light="day",
        )},
    ),
    "boy": Sitter(
        Face(
            width=0.98, jaw=0.82, chin=0.130, chin_low=-0.12, cheek=1.0, nose=0.82, nose_wide=1.0, bridge=0.45,
            lips=0.94, mouth=0.86,
            ridge=0.55, crease=0.2, brow=0.048, brow_arch=0.7, lashes=0.9, neck=0.23, child=0.8, eye=1.18, skin=0.96,
            men=True,
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
