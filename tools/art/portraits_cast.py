"""Who is portrayed, what they wear, and what each mood does to face and light."""

from __future__ import annotations

from dataclasses import replace

from tools.art import portraits_clothes as clothes
from tools.art import portraits_hair as hair
from tools.art import portraits_hats as hats
from tools.art import portraits_layers as layers
from tools.art.portraits_face import Mood
from tools.art.portraits_passers import PASSERS
from tools.art.portraits_sitter import Sitter
from tools.art.portraits_strangers import STRANGERS
from tools.art.portraits_types import BROAD, LONG, OVAL, ROUND, SPARE, SQUARE
from tools.art.portraits_village import VILLAGE

CAST: dict[str, Sitter] = {
    "solhwa": Sitter(
        replace(
            OVAL,
            eye=1.12, crease=0.8, brow=0.043, brow_arch=1.25, lashes=1.1,
        ),
        lambda face: hats.scarf(face, ("rose", 0.70), ("coat", 0.38)),
        lambda: [
            *clothes.shoulders(("coat", 0.50), 0.014, 0.92),
            *clothes.collar(("coat", 0.56)),
            *clothes.jacket_front(("coat", 0.54)),
        ],
        {
            "plain": Mood(lids=1.12, look=(0.22, -0.02), yaw=-24, pitch=3, light="moon", inner_brow=0.006),
            "afraid": Mood(
                inner_brow=0.055, outer_brow=-0.015, lids=1.26, gap=0.022, corners=-0.012, look=(0.62, 0.05),
                yaw=-15, pitch=-1, light="under",
            ),
            "wry": Mood(
                inner_brow=0.012, brow_skew=0.040, outer_brow=0.004, lids=1.02, squint=0.55, corners=0.012, skew=0.052,
                look=(0.45, -0.02), yaw=-27, pitch=5, light="warm",
            ),
        },
        ears=False,
    ),
    "jo": Sitter(
        replace(
            LONG,
            width=0.935, chin_low=0.025, gaunt=0.60, nose=1.04, nose_wide=1.0, bridge=1.15, lips=0.94,
            mouth_low=0.012, ridge=1.05, age=0.2, eye=1.06, crease=0.3, brow=0.062, brow_arch=0.7, lashes=0.8,
            skin=0.95, neck=0.3, men=True,
        ),
        lambda face: hats.ushanka(face, ("olive", 0.80), ("reed", 0.82), False),
        lambda: [
            *clothes.shoulders(("olive", 0.72), 0.0, 0.96),
            *clothes.stand_collar(("olive", 0.78), ("coat", 0.50)),
            *clothes.boards(("reed", 0.85)),
        ],
        {
            "plain": Mood(lids=0.95, look=(0.30, -0.02), yaw=-22, pitch=4, light="moon", inner_brow=0.004),
            "afraid": Mood(
                inner_brow=0.050, outer_brow=-0.02, lids=1.22, gap=0.016, corners=-0.016, look=(-0.62, 0.02),
                yaw=-30, pitch=2, light="side",
            ),
            "warm": Mood(
                inner_brow=0.014, lids=0.95, squint=0.7, corners=0.034, look=(0.1, -0.1), yaw=-17, pitch=0,
                light="warm",
            ),
        },
    ),
    "pak": Sitter(
        replace(
            SPARE,
            width=0.985, jaw=0.93, chin=0.15, cheek=1.16, lips=0.72, mouth=1.03, age=1.0, tilt=-0.016, crease=0.9,
            brow=0.034, brow_arch=0.6, brow_tint="metal", lashes=0.45, skin=0.92,
        ),
        lambda face: hats.headcloth(face, ("snow", 0.74), ("metal", 0.85)),
        lambda: [
            *clothes.shoulders(("reed", 0.58), 0.016, 0.86),
            *clothes.collar(("reed", 0.66), radius=0.13),
            *clothes.jacket_front(("reed", 0.62)),
        ],
        {
            "plain": Mood(lids=0.90, look=(0.25, -0.1), yaw=-24, pitch=5, light="day", squint=0.2),
            "warm": Mood(
                inner_brow=0.014, lids=0.86, squint=0.8, corners=0.036, look=(0.15, 0.0), yaw=-18, pitch=2,
                light="warm",
            ),
            "stern": Mood(
                inner_brow=-0.032, outer_brow=0.012, lids=0.92, corners=-0.018, look=(0.45, 0.0), yaw=-26, pitch=7,
                light="dayside",
            ),
        },
    ),
    "moon": Sitter(
        replace(
            OVAL,
            width=0.96, jaw=0.92, chin=0.15, gaunt=0.2, nose=1.02, nose_wide=0.98, lips=0.86, mouth=0.98,
            mouth_low=0.008, age=0.42, eye=1.04, tilt=0.002, crease=0.9, brow=0.044, brow_arch=1.2, lashes=0.8,
            skin=1.02,
        ),
        lambda face: [*hair.bun(face, ("coat", 0.30)), *hats.glasses(face)],
        lambda: clothes.cardigan(("ice", 0.62), ("coat", 0.46)),
        {
            "plain": Mood(lids=1.0, look=(0.25, -0.03), yaw=-24, pitch=3, light="room"),
            "stern": Mood(
                inner_brow=-0.030, outer_brow=0.014, lids=0.92, corners=-0.014, look=(0.5, 0.05), yaw=-18, pitch=7,
                light="side",
            ),
            "tired": Mood(
                inner_brow=0.030, outer_brow=-0.016, lids=0.70, corners=-0.010, look=(-0.15, -0.55), yaw=-30, pitch=11,
                light="warm",
            ),
        },
    ),
    "clerk": Sitter(
        replace(
            SQUARE,
            width=0.955, jaw=1.02, chin=0.162, cheek=0.92, nose=1.08, nose_wide=0.95, bridge=1.35, lips=0.78,
            mouth=1.0, apart=-0.006, age=0.45, crease=0.2, brow=0.05, brow_arch=0.5, lashes=0.6, skin=0.98,
            neck=0.33, men=True,
        ),
        lambda face: hats.peaked(face, ("olive", 0.66), ("wood", 0.60)),
        lambda: [
            *clothes.shoulders(("olive", 0.60), 0.0, 1.0),
            *clothes.stand_collar(("olive", 0.68), ("coat", 0.62)),
            *clothes.boards(("lamp", 0.42)),
        ],
        {
            "plain": Mood(lids=0.88, look=(0.35, -0.06), yaw=-22, pitch=4, light="day"),
            "stern": Mood(
                inner_brow=-0.034, outer_brow=0.010, lids=0.86, corners=-0.016, look=(0.4, 0.0), yaw=-14, pitch=6,
                light="dayside",
            ),
            "hungry": Mood(
                inner_brow=0.016, lids=1.0, corners=0.004, skew=0.020, gap=0.008, look=(0.3, -0.75), yaw=-29, pitch=8,
                light="warm",
            ),
        },
    ),
    "soldier": Sitter(
        replace(
            BROAD,
            width=1.0, chin_low=-0.02, cheek=1.1, nose_wide=1.14, bridge=0.85, lips=1.0, apart=0.01, eye=1.02,
            crease=0.1, brow=0.058, brow_arch=0.6, lashes=0.7, skin=0.97, men=True,
        ),
        lambda face: hats.ushanka(face, ("olive", 0.80), ("reed", 0.80), True),
        lambda: [*clothes.shoulders(("olive", 0.70)), *clothes.collar(("reed", 0.72), fur=True)],
        {
            "plain": Mood(lids=0.95, look=(0.35, -0.02), yaw=-21, pitch=4, light="moon"),
            "stern": Mood(
                inner_brow=-0.034, outer_brow=0.014, lids=0.95, corners=-0.012, look=(-0.3, 0.0), yaw=-16, pitch=5,
                light="side",
            ),
        },
        ears=False,
    ),
    "mingi": Sitter(
        replace(
            ROUND,
            width=0.97, jaw=0.76, chin=0.125, chin_low=-0.15, cheek=0.95, nose=0.74, nose_wide=0.92, bridge=0.4,
            lips=0.92, mouth=0.8, ridge=0.45, child=1.0, eye=1.26, brow=0.042, brow_arch=0.8, skin=1.04, neck=0.23,
            men=True,
        ),
        lambda face: hair.bowl_cut(face, ("coat", 0.42)),
        lambda: layers.muffled(("reed", 0.64), ("snow", 0.84), 0.68),
        {"plain": Mood(
            inner_brow=0.022, outer_brow=0.012, lids=1.16, corners=0.010, look=(0.3, 0.25), yaw=-20, pitch=-3,
            light="room",
        )},
    ),
    "landlord": Sitter(
        replace(
            LONG,
            cheek=1.02, gaunt=0.8, nose=1.14, bridge=1.35, lips=0.75, age=0.62, eye=0.94, brow=0.046, brow_arch=1.3,
            lashes=0.5, skin=0.96, men=True,
        ),
        lambda face: hair.side_parting(face, ("metal", 0.62)),
        lambda: clothes.waistcoat(("snow", 0.74), ("wood", 0.62)),
        {"plain": Mood(outer_brow=0.016, lids=0.80, corners=0.008, look=(0.5, -0.05), yaw=-25, pitch=2, light="room")},
    ),
    "swallow": Sitter(
        replace(
            OVAL,
            width=0.92, jaw=0.87, cheek=1.0, gaunt=0.6, nose_wide=1.0, bridge=0.7, lips=0.95, age=0.1, child=0.35,
            crease=0.2, brow=0.048, brow_arch=0.8, lashes=0.9, skin=0.9, neck=0.22, men=True,
        ),
        lambda face: hair.tousled(face, ("coat", 0.42)),
        lambda: [*clothes.shoulders(("wood", 0.66), 0.0, 1.06), *clothes.collar(("wood", 0.74), tall=1.45)],
        {"plain": Mood(brow_skew=0.02, lids=1.04, skew=0.018, look=(-0.45, 0.10), yaw=-28, pitch=-2, light="moon")},
    ),
    "okju": Sitter(
        replace(
            ROUND,
            width=0.985, jaw=0.94, chin=0.15, chin_low=-0.04, cheek=1.12, nose=0.92, apart=0.008, age=0.28,
            crease=0.35, brow=0.046, brow_arch=0.9, lashes=0.95, skin=0.98,
        ),
        lambda face: hair.swept(face, ("coat", 0.32)),
        lambda: [
            *clothes.shoulders(("metal", 0.62), 0.020, 0.92),
            *clothes.collar(("metal", 0.68), radius=0.12),
            *clothes.jacket_front(("metal", 0.66)),
        ],
        {"plain": Mood(inner_brow=0.016, outer_brow=-0.006, lids=0.94, look=(0.2, -0.25), yaw=-25, pitch=6,
        light="room")},
    ),
    **PASSERS,
    **STRANGERS,
    **VILLAGE,
}  # fmt: skip
