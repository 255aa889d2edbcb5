"""Everybody who walks: their bodies, clothes and what they can do. Change a look here, then rebuild that sheet."""

from __future__ import annotations

from tools.art.people_dog import Dog
from tools.art.people_dress import Dress
from tools.art.people_others import OTHERS
from tools.art.people_person import Person
from tools.art.people_pose import ACTIONS, Build

CAST: dict[str, Person | Dog] = {
    "solhwa": Person(
        Build(height=0.96, hips=2.1, shoulders=3.2, stride=5.2, hold="knot"),
        Dress(
            coat=("coat", 0.74), skin=1.75, legs=("wood", 0.78), boots=("wood", 0.6), hands=("skin", 1.15),
            bulk=0.94, hem=4.6, flare=0.2, head="scarf", head_tint=("rose", 0.92), hair=("coat", 0.35),
            extras=("bundle",),
        ),
        tuple(ACTIONS),
    ),
    "soldier": Person(
        Build(height=1.04, hips=2.5, shoulders=4.0, stride=5.6, hold="torch_left"),
        Dress(
            coat=("olive", 1.0), legs=("olive", 0.72), boots=("wood", 0.45), hands=("wood", 1.15),
            bulk=1.04, hem=6.6, flare=0.5, belt=("wood", 0.6), collar=("reed", 0.7), head="ushanka",
            head_tint=("olive", 0.95), trim=("reed", 0.72), extras=("rifle", "torch_left"),
        ),
        ("idle", "walk", "run", "act", "warm", "papers"),
    ),
    "soldier_b": Person(
        Build(height=0.93, hips=2.5, shoulders=3.9, stride=5.2, hold="torch"),
        Dress(
            coat=("olive", 0.88), legs=("olive", 0.78), boots=("wood", 0.45), hands=("wood", 1.15),
            bulk=1.08, hem=2.6, belt=("reed", 0.7), collar=("olive", 0.7), head="ushanka_up",
            head_tint=("olive", 0.8), trim=("reed", 0.74), extras=("rifle_low", "torch"),
        ),
        ("idle", "walk", "run", "act", "warm", "papers"),
    ),
    "jo": Person(
        Build(height=1.0, hips=2.3, shoulders=3.6, stride=5.4, hold="rifle"),
        Dress(
            coat=("olive", 0.95), legs=("olive", 0.7), boots=("wood", 0.45), bulk=0.92, hem=4.2, belt=("wood", 0.95),
            collar=("olive", 0.75), head="ushanka_up", head_tint=("olive", 0.9), trim=("reed", 1.0),
            extras=("carried_rifle", "boards"),
        ),
        ("idle", "walk", "run", "act"),
    ),
    "clerk": Person(
        Build(height=1.04, hips=2.3, shoulders=4.1, stride=5.0, hold="case"),
        Dress(
            coat=("olive", 0.78), legs=("olive", 0.6), boots=("coat", 0.42), hands=("coat", 0.5), bulk=1.05, hem=9.0,
            flare=1.5, belt=("wood", 0.7), head="peaked", head_tint=("olive", 0.88), trim=("wood", 0.85),
            extras=("satchel", "boards"),
        ),
        ("idle", "walk", "warm", "papers"),
    ),
    "pak": Person(
        Build(height=0.86, hips=2.3, shoulders=3.1, stride=3.2, stoop=3.4, hold="cane"),
        Dress(
            coat=("wood", 0.98), sleeves=("reed", 0.92), skin=1.6, legs=("coat", 0.7), boots=("coat", 0.5), bulk=1.02,
            hem=2.0, skirt=("coat", 0.74), collar=("reed", 0.9),
            head="headcloth", head_tint=("snow", 1.0), hair=("metal", 0.9), trim=("snow", 0.7), extras=("cane",),
        ),
    ),
    "moon": Person(
        Build(height=0.96, hips=2.2, shoulders=3.2, stride=4.6, hold="clasp"),
        Dress(
            coat=("ice", 0.98), legs=("coat", 0.5), boots=("wood", 0.6), bulk=0.9, hem=2.6, front=("snow", 1.0),
            skirt=("coat", 0.55), head="bun", hair=("coat", 0.34), extras=("glasses", "book"),
        ),
        ("idle", "walk", "sit"),
    ),
    "mingi": Person(
        Build(height=0.66, head=1.4, hips=2.4, shoulders=3.6, stride=4.6),
        Dress(
            coat=("reed", 0.9), legs=("coat", 0.75), boots=("wood", 0.8), bulk=1.08, hem=1.6, head="bowl",
            head_tint=("ice", 0.9), trim=("metal", 1.0), hair=("coat", 0.4), skin=1.7, eyes=("coat", 1),
            cheeks=("skin", 5), mouth=("skin", 4), extras=("muffler",),
        ),
        ("idle", "walk", "run", "crouch", "sneak"),
    ),
    "okju": Person(
        Build(height=0.95, hips=2.3, shoulders=3.3, stride=4.8, hold="load"),
        Dress(
            coat=("metal", 1.02), sleeves=("wood", 0.95), legs=("coat", 0.6), boots=("wood", 0.7), bulk=1.08, hem=2.4,
            head="tail",
            hair=("coat", 0.42), trim=("reed", 0.95), extras=("apron", "big_bundle"),
        ),
        ("idle", "walk", "run", "crouch", "sneak", "warm"),
    ),
    "police": Person(
        Build(height=1.04, hips=2.4, shoulders=4.0, stride=5.6, hold="palm"),
        Dress(
            coat=("coat", 0.5), legs=("coat", 0.42), boots=("coat", 0.32), hands=("skin", 1.2), bulk=1.02, hem=3.4,
            head="peaked", head_tint=("coat", 0.62), trim=("snow", 0.62), extras=("cross_belt",),
        ),
        ("idle", "walk", "run", "act", "papers"),
    ),
    "driver": Person(
        Build(height=1.0, hips=2.7, shoulders=4.0, stride=5.0),
        Dress(
            coat=("wood", 0.64), legs=("coat", 0.7), boots=("wood", 0.5), hands=("reed", 0.9), bulk=1.24, hem=1.0,
            belt=("wood", 0.6), collar=("reed", 0.8), front=("olive", 1.0), head="fur_hat", trim=("wood", 1.15),
            extras=("keys",),
        ),
    ),
    "villager": Person(
        Build(height=0.92, hips=2.3, shoulders=3.3, stride=4.2, stoop=1.6, hold="strap"),
        Dress(
            coat=("metal", 0.72), legs=("wood", 0.7), boots=("wood", 0.55), bulk=1.02, hem=4.0, head="headcloth",
            head_tint=("metal", 1.0), hair=("coat", 0.4), trim=("reed", 0.95), extras=("back_load",),
        ),
    ),
    "villager_b": Person(
        Build(height=0.99, hips=2.4, shoulders=3.8, stride=5.0, stoop=2.4),
        Dress(
            coat=("coat", 0.62), legs=("wood", 0.8), boots=("wood", 0.55), bulk=1.02, hem=3.2, head="soft_cap",
            head_tint=("coat", 0.8), extras=("cart_strap",),
        ),
    ),
    "landlord": Person(
        Build(height=1.08, hips=1.9, shoulders=3.1, stride=5.0, stoop=0.6, hold="behind"),
        Dress(
            coat=("snow", 0.85), skin=1.25, legs=("metal", 0.55), boots=("wood", 0.5), bulk=0.78, hem=0.8, head="wisps",
            hair=("metal", 0.85), trim=("wood", 0.9), extras=("waistcoat", "keys"),
        ),
    ),
    "swallow": Person(
        Build(height=0.82, head=1.2, hips=2.1, shoulders=3.5, stride=5.4),
        Dress(
            coat=("wood", 0.98), legs=("coat", 0.6), boots=("reed", 0.6), hands=("wood", 0.9), bulk=1.14, hem=8.2,
            flare=0.5, belt=("reed", 1.15), collar=("wood", 0.62), skin=1.6, eyes=("coat", 1), cheeks=("skin", 6),
            mouth=("skin", 4), head="tousled", hair=("coat", 0.34),
            extras=("patches",),
        ),
        ("idle", "walk", "run", "crouch", "sneak", "down"),
    ),
    "dog": Dog(),
    **OTHERS,
}  # fmt: skip
