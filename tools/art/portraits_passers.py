"""Those met along the road, each portrayed once: family, hosts, policemen, people in a queue."""

from __future__ import annotations

from tools.art import portraits_clothes as clothes
from tools.art import portraits_layers as layers
from tools.art import portraits_winter as winter
from tools.art.portraits_face import Face, Mood
from tools.art.portraits_sitter import Sitter

PASSERS: dict[str, Sitter] = {
    "mother": Sitter(
        Face(
            width=0.97, jaw=0.90, chin=0.148, chin_low=-0.03, cheek=1.02, gaunt=0.5, nose=0.96, nose_wide=0.96,
            lips=0.90, mouth=0.97, ridge=0.8, age=0.60, crease=0.85, brow=0.038, brow_arch=1.1, lashes=0.75,
            neck=0.27, eye=1.06, tilt=0.008, skin=0.97,
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
        Face(
            width=1.0, jaw=1.02, chin=0.158, chin_low=0.01, cheek=1.10, gaunt=0.52, nose=1.06, nose_wide=1.12,
            bridge=1.05, lips=0.66, mouth=0.94, ridge=1.0, age=0.92, crease=0.6, brow=0.036, brow_arch=0.9,
            brow_tint="metal", lashes=0.45, neck=0.28, eye=0.94, tilt=-0.012, skin=0.93,
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
        Face(
            width=1.02, jaw=1.00, chin=0.158, cheek=1.10, nose=0.98, nose_wide=1.10, bridge=0.85, lips=0.95,
            mouth=1.04, ridge=0.85, age=0.24, crease=0.1, brow=0.060, brow_arch=0.9, lashes=0.65, neck=0.36,
            tilt=0.006, men=True, eye=0.96, skin=1.0,
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
        Face(
            width=0.99, jaw=1.06, chin=0.168, chin_low=0.02, cheek=0.95, nose=1.06, nose_wide=1.0, bridge=1.2,
            lips=0.84, ridge=1.0, age=0.46, crease=0.4, brow=0.046, brow_arch=0.35, lashes=0.6, neck=0.37,
            tilt=-0.002, men=True, eye=0.98, skin=0.97,
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
        Face(
            width=0.98, jaw=1.05, chin=0.156, chin_low=0.03, cheek=1.02, gaunt=0.25, nose=1.08,
            nose_wide=1.14, bridge=0.95, lips=0.92, mouth=1.02,
            ridge=1.05, age=0.44, crease=0.15, brow=0.062, brow_arch=0.7, lashes=0.6, neck=0.36,
            tilt=0.010, men=True, eye=0.95, skin=0.88, stubble=True,
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
        Face(
            width=0.965, jaw=0.94, chin=0.146, chin_low=-0.03, cheek=1.12, gaunt=0.45, nose=0.95, nose_wide=1.04,
            bridge=0.8, lips=0.88, mouth=0.94, ridge=0.8, age=0.34, crease=0.3, brow=0.042, brow_arch=0.7,
            lashes=0.8, neck=0.27, tilt=0.018, eye=1.0, skin=0.93,
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
        Face(
            width=0.95, jaw=0.94, chin=0.150, chin_low=0.03, cheek=1.06, gaunt=0.70, nose=1.08, nose_wide=1.06,
            bridge=1.1, lips=0.74, ridge=1.05, age=0.78, crease=0.3, brow=0.052, brow_arch=0.8, brow_tint="metal",
            moustache=0.030, lashes=0.5, neck=0.29, tilt=-0.006, men=True, eye=0.94, skin=0.88,
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
