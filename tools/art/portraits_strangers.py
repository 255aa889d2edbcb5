"""The broker, the officer who listens, and those met at the washing place and over the river."""

from __future__ import annotations

from dataclasses import replace

from tools.art import portraits_clothes as clothes
from tools.art import portraits_hair as hair
from tools.art import portraits_hats as hats
from tools.art import portraits_layers as layers
from tools.art import portraits_winter as winter
from tools.art.portraits_face import SIDES, Face, Mood
from tools.art.portraits_hats import Tint
from tools.art.portraits_sitter import Sitter
from tools.art.portraits_types import BROAD, LONG, OVAL, SQUARE
from tools.art.shapes import capsule, ellipsoid, smooth_cut, smooth_union, sphere
from tools.art.solid import Part


def leather_jacket(hide: Tint, knit: Tint) -> list[Part]:
    """A worn leather jacket with broad lapels over a dark jumper, the strap of a bag across it."""
    lapels = [
        smooth_union(
            0.06,
            capsule((s * 0.50, -0.04, -1.14), (s * 0.50, 0.36, -1.50), 0.17, 0.15),
            capsule((s * 0.50, 0.36, -1.50), (s * 0.16, 0.66, -2.40), 0.16, 0.10),
        )
        for s in SIDES
    ]
    zips = [capsule((s * 0.30, 0.58, -1.62), (s * 0.08, 0.74, -2.40), 0.026) for s in SIDES]
    strap = capsule((0.78, 0.10, -1.34), (-0.30, 0.90, -2.6), 0.085)
    return [
        *clothes.shoulders(hide, 0.0, 1.0),
        *layers.rollneck(knit),
        *[Part(lapel, hide[0], hide[1] * 1.22) for lapel in lapels],
        *[Part(line, "metal", 0.85) for line in zips],
        Part(strap, "olive", 0.62),
    ]


def combed(face: Face, tint: Tint) -> list[Part]:
    """A man's thick hair combed straight back from a square brow, grey coming in over the ears."""
    edge = smooth_union(
        0.10, ellipsoid((0, 1.02, -0.16), (0.67, 0.80, 0.82)), ellipsoid((-0.44, 0.92, 0.34), (0.24, 0.62, 0.30)),
        ellipsoid((0.44, 0.92, 0.34), (0.24, 0.62, 0.30)),
    )
    back, shell = hair.combed_back, hats.mane(face, 0.070, edge, 0.02)
    crest = smooth_cut(0.06, ellipsoid((0.06, 0.02, 0.72), (0.62, 0.80, 0.46)), edge)
    temples = [smooth_cut(0.04, sphere((s * 0.66 * face.width, 0.02, 0.20), 0.24), edge) for s in SIDES]
    return [
        hair.Hair(hair.locks(smooth_union(0.10, shell, crest), back, 0.04, edge), *tint, lines=back),
        *[hair.Hair(hair.locks(temple, back, 0.02), "metal", 0.52, lines=back) for temple in temples],
    ]


def headphones() -> list[Part]:
    """Bakelite headphones pushed down round a stand-up collar."""
    cups = [ellipsoid((s * 0.46, 0.44, -1.30), (0.20, 0.15, 0.24)) for s in SIDES]
    rims = [ellipsoid((s * 0.43, 0.53, -1.30), (0.13, 0.11, 0.165)) for s in SIDES]
    bands = [
        smooth_union(
            0.04, capsule((s * 0.56, 0.36, -1.20), (s * 0.66, -0.10, -0.96), 0.055),
            capsule((s * 0.66, -0.10, -0.96), (s * 0.40, -0.50, -0.86), 0.055),
        )
        for s in SIDES
    ]
    wire = capsule((0.46, 0.55, -1.50), (0.34, 0.82, -2.5), 0.040)
    return [
        *[Part(cup, "coat", 0.34) for cup in cups], *[Part(rim, "metal", 0.62) for rim in rims],
        *[Part(band, "metal", 0.85) for band in bands], Part(wire, "coat", 0.30),
    ]


STRANGERS: dict[str, Sitter] = {
    "magpie": Sitter(
        replace(
            SQUARE,
            jaw=1.05, chin=0.162, cheek=1.04, gaunt=0.35, nose=1.0, nose_wide=1.12, bridge=0.95, apart=0.006,
            age=0.46, tilt=0.01, crease=0.25, brow=0.066, brow_arch=0.75, lashes=0.65, skin=0.95, neck=0.36,
            stubble=True, men=True,
        ),
        lambda face: combed(face, ("coat", 0.30)),
        lambda: leather_jacket(("wood", 0.46), ("coat", 0.50)),
        {
            "plain": Mood(brow_skew=0.018, lids=0.90, squint=0.25, corners=0.006, skew=0.014, look=(0.35, -0.02),
                yaw=-23, pitch=3, light="day"),
            "wary": Mood(
                inner_brow=-0.020, outer_brow=0.008, lids=0.80, squint=0.45, corners=-0.012, look=(-0.80, 0.0),
                yaw=-31, pitch=5,
                light="side",
            ),
            "warm": Mood(
                inner_brow=0.014, lids=0.88, squint=0.75, corners=0.034, skew=0.020, look=(0.15, -0.04), yaw=-16,
                pitch=0, light="warm",
            ),
        },
    ),
    "ryu": Sitter(
        replace(
            LONG,
            jaw=0.9, chin_low=0.02, gaunt=0.45, nose=1.05, nose_wide=0.86, lips=0.78, age=0.22, tilt=0.014,
            crease=0.6, brow=0.038, brow_arch=1.2, lashes=0.75, skin=1.05, men=True,
        ),
        lambda face: hats.peaked(face, ("metal", 0.62), ("olive", 0.50)),
        lambda: [
            *clothes.shoulders(("metal", 0.56), 0.0, 0.96), *clothes.stand_collar(("metal", 0.64), ("olive", 0.70)),
            *headphones(),
        ],
        {"plain": Mood(
            outer_brow=0.014, lids=0.84, squint=0.30, corners=0.020, skew=-0.012, look=(-0.35, -0.10), yaw=-26,
            pitch=6, light="side",
        )},
    ),
    "overseer": Sitter(
        replace(
            BROAD,
            jaw=1.1, chin=0.165, nose=0.98, bridge=0.85, mouth=0.9, age=0.52, eye=0.9, tilt=0.0, crease=0.1,
            brow=0.07, brow_arch=0.5, lashes=0.55, skin=0.97, neck=0.39, moustache=0.022, men=True,
        ),
        lambda face: winter.soft_cap(face, ("olive", 0.70), ("coat", 0.40)),
        lambda: [*clothes.shoulders(("coat", 0.60), 0.016, 1.06), *clothes.collar(("coat", 0.52)),
            *clothes.jacket_front(("coat", 0.64))],
        {"plain": Mood(inner_brow=-0.012, brow_skew=0.022, lids=0.86, corners=-0.012, look=(0.30, -0.45), yaw=-20,
            pitch=8, light="day")},
    ),
    "farmer": Sitter(
        replace(
            BROAD,
            width=1.0, jaw=0.99, chin=0.152, chin_low=0.01, gaunt=0.4, nose=1.0, nose_wide=1.18, lips=0.9,
            mouth_low=0.012, age=0.58, eye=0.92, tilt=0.016, crease=0.1, brow=0.048, brow_arch=0.7, lashes=0.55,
            skin=0.84, neck=0.34, stubble=True, men=True,
        ),
        lambda face: winter.wool_cap(face, ("ice", 0.44), ("coat", 0.34)),
        lambda: [*clothes.shoulders(("ice", 0.50), 0.050, 1.02), *clothes.collar(("ice", 0.42)),
            *clothes.jacket_front(("ice", 0.56))],
        {"plain": Mood(
            inner_brow=0.020, brow_skew=-0.022, lids=0.84, squint=0.60, corners=-0.004, look=(0.65, 0.05), yaw=-28,
            pitch=2, light="dayside",
        )},
    ),
    "scout": Sitter(
        replace(
            OVAL,
            width=0.985, jaw=0.91, chin=0.146, cheek=1.08, gaunt=0.0, nose=0.9, nose_wide=1.0, bridge=0.8, lips=1.1,
            mouth=1.06, apart=0.01, age=0.26, crease=0.9, brow=0.036, brow_arch=1.5, lashes=1.15, skin=1.05,
        ),
        lambda face: hats.scarf(face, ("lamp", 0.56), ("coat", 0.36)),
        lambda: [*clothes.shoulders(("rose", 0.30), 0.0, 0.92), *clothes.collar(("wood", 0.60), fur=True),
            *clothes.jacket_front(("rose", 0.34))],
        {
            "plain": Mood(outer_brow=0.006, lids=0.98, squint=0.20, corners=0.014, look=(0.55, -0.10), yaw=-25,
                pitch=4, light="day"),
            "warm": Mood(inner_brow=0.020, lids=0.92, squint=0.65, corners=0.046, gap=0.010, look=(0.15, -0.02),
                yaw=-15, pitch=1, light="day"),
        },
        ears=False,
    ),
    "informer": Sitter(
        replace(
            LONG,
            width=0.95, jaw=0.92, chin_low=0.005, cheek=1.0, gaunt=0.1, nose=0.98, bridge=1.05, lips=0.84, mouth=0.9,
            mouth_low=0.006, age=0.38, crease=0.7, brow=0.034, lashes=0.8, skin=1.03,
        ),
        lambda face: winter.permed(face, ("coat", 0.36)),
        lambda: [*clothes.shoulders(("wood", 0.46), 0.0, 0.92), *clothes.collar(("wood", 0.80), fur=True, tall=1.1)],
        {"plain": Mood(outer_brow=0.010, lids=0.82, corners=0.012, skew=0.010, look=(-0.70, 0.0), yaw=-30, pitch=5,
            light="day")},
    ),
}  # fmt: skip
