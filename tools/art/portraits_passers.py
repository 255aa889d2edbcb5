"""Those met along the road, each portrayed once: family, hosts, policemen, people in a queue."""

from __future__ import annotations

from dataclasses import replace

from tools.art import portraits_clothes as clothes
from tools.art import portraits_layers as layers
from tools.art import portraits_winter as winter
from tools.art.portraits_face import Mood
from tools.art.portraits_sitter import Sitter
from tools.art.portraits_types import BROAD, OVAL, SPARE, SQUARE

PASSERS: dict[str, Sitter] = {
    "mother": Sitter(
        replace(
            OVAL,
            width=0.96, jaw=0.9, chin=0.148, cheek=1.02, gaunt=0.5, lips=0.9, mouth=0.97, mouth_low=0.006, ridge=0.8,
            age=0.6, tilt=0.008, crease=0.85, brow=0.038, brow_arch=1.1, lashes=0.75, skin=0.97,
        ),
        lambda face: winter.permed(face, ("coat", 0.40)),
        lambda: layers.padded_vest(("reed", 0.66), ("ice", 0.48)),
        {
            "plain": Mood(
                inner_brow=0.018, brow_skew=0.016, outer_brow=-0.010, lids=0.86, squint=0.45, corners=0.016,
                skew=0.030, look=(0.30, -0.10), yaw=-20, pitch=4, light="warm",
            ),
        },
    ),
    "widow": Sitter(
        replace(
            SPARE,
            width=1.0, jaw=1.02, chin=0.158, gaunt=0.52, nose=1.08, nose_wide=1.14, bridge=1.05, lips=0.66,
            mouth=0.94, mouth_low=0.018, age=0.92, eye=0.94, tilt=-0.012, crease=0.6, brow=0.036, brow_arch=0.9,
            brow_tint="metal", lashes=0.45, skin=0.93,
        ),
        lambda face: winter.kerchief(face, ("ice", 0.60), ("metal", 0.78)),
        lambda: [
            *clothes.shoulders(("coat", 0.55), 0.016, 0.94),
            *clothes.collar(("coat", 0.60), radius=0.12),
            *clothes.jacket_front(("coat", 0.60)),
        ],
        {
            "plain": Mood(
                inner_brow=-0.010, brow_skew=0.036, lids=0.84, corners=-0.006, skew=0.016, look=(0.60, 0.0),
                yaw=-29, pitch=0, light="room",
            ),
        },
        ears=False,
    ),
    "zhang": Sitter(
        replace(
            BROAD,
            width=1.03, cheek=1.12, nose_wide=1.16, bridge=0.85, age=0.24, crease=0.1, brow=0.06, brow_arch=0.9,
            lashes=0.65, men=True,
        ),
        lambda face: winter.winter_cap(face, ("coat", 0.52), ("metal", 0.42)),
        lambda: [
            *clothes.shoulders(("coat", 0.50), 0.0, 1.04),
            *clothes.collar(("metal", 0.44), fur=True, tall=1.15),
            *clothes.boards(("metal", 0.60)),
        ],
        {
            "plain": Mood(
                inner_brow=0.014, lids=0.90, squint=0.55, corners=0.024, look=(-0.80, -0.15), yaw=-17, pitch=4,
                light="day",
            ),
            "warm": Mood(
                inner_brow=0.020, brow_skew=0.014, lids=0.84, squint=0.85, corners=0.046, look=(0.10, -0.10), yaw=-20,
                pitch=1, light="warm",
            ),
            "stern": Mood(
                inner_brow=-0.026, outer_brow=0.012, lids=0.86, corners=-0.016, look=(0.40, 0.0), yaw=-14, pitch=7,
                light="dayside",
            ),
        },
    ),
    "police": Sitter(
        replace(
            SQUARE,
            chin_low=0.025, cheek=0.95, nose=1.08, nose_wide=1.0, bridge=1.25, lips=0.8, mouth=1.0, age=0.46,
            tilt=-0.002, crease=0.4, brow=0.046, brow_arch=0.35, lashes=0.6, skin=0.97, men=True,
        ),
        lambda face: winter.high_cap(face, ("coat", 0.74), ("coat", 0.52)),
        lambda: layers.tunic(("coat", 0.58), ("snow", 0.88), ("coat", 0.24)),
        {
            "plain": Mood(
                outer_brow=-0.014, lids=0.70, corners=-0.010, look=(0.25, -0.35), yaw=-25, pitch=-1, light="indoors",
            ),
        },
    ),
    "driver": Sitter(
        replace(
            SQUARE,
            jaw=1.06, chin=0.158, chin_low=0.03, cheek=1.04, gaunt=0.25, nose=1.06, nose_wide=1.2, bridge=0.9,
            lips=0.94, apart=0.006, age=0.44, tilt=0.01, crease=0.15, brow=0.062, brow_arch=0.7, lashes=0.6,
            skin=0.88, stubble=True, men=True,
        ),
        lambda face: winter.fur_hat(face, ("wood", 0.40), ("wood", 0.56)),
        lambda: [
            *clothes.shoulders(("reed", 0.56), 0.0, 1.06),
            *layers.rollneck(("olive", 0.62)),
            *clothes.collar(("wood", 0.56), fur=True, tall=1.1),
        ],
        {
            "plain": Mood(
                brow_skew=0.020, lids=0.86, squint=0.65, corners=0.016, skew=-0.034, look=(0.25, 0.05), yaw=-30,
                pitch=-1, light="day",
            ),
        },
        ears=False,
    ),
    "villager": Sitter(
        replace(
            SPARE,
            width=0.965, jaw=0.94, chin_low=-0.03, gaunt=0.45, nose=0.9, nose_wide=1.08, bridge=0.75, lips=0.88,
            mouth=0.92, mouth_low=-0.006, apart=0.014, age=0.34, eye=1.0, tilt=0.018, crease=0.3, brow=0.042,
            brow_arch=0.7, lashes=0.8, skin=0.93,
        ),
        lambda face: winter.shawl(face, ("wood", 0.66), ("reed", 0.80), ("coat", 0.34)),
        lambda: layers.wrapped(("metal", 0.60), ("wood", 0.66)),
        {
            "plain": Mood(
                inner_brow=0.026, outer_brow=-0.012, lids=0.98, corners=-0.010, look=(-0.30, -0.05), yaw=-27, pitch=5,
                light="day",
            ),
        },
        ears=False,
    ),
    "villager_b": Sitter(
        replace(
            SPARE,
            width=0.95, jaw=0.94, chin_low=0.04, gaunt=0.7, nose=1.12, bridge=1.15, mouth_low=0.022, ridge=1.05,
            age=0.78, tilt=-0.006, crease=0.3, brow=0.052, brow_arch=0.8, brow_tint="metal", lashes=0.5, skin=0.88,
            moustache=0.03, men=True,
        ),
        lambda face: winter.soft_cap(face, ("coat", 0.62), ("metal", 0.62)),
        lambda: layers.work_jacket(("coat", 0.66), ("snow", 0.82)),
        {
            "plain": Mood(
                inner_brow=0.010, lids=0.88, squint=0.35, corners=0.006, look=(0.50, 0.10), yaw=-23, pitch=3,
                light="dayside",
            ),
        },
    ),
}  # fmt: skip
