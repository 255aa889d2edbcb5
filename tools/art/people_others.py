"""Who is met on the hill, at the washing place and over the river: hunters, neighbours, a broker, children."""

from __future__ import annotations

from dataclasses import replace

from tools.art.people_dress import Dress
from tools.art.people_person import Person
from tools.art.people_pose import Build

_HUNTER = Dress(
    coat=("olive", 0.98), legs=("olive", 0.72), boots=("wood", 0.45), hands=("wood", 0.7), bulk=1.02, hem=4.6,
    flare=0.3, belt=("wood", 0.6), collar=("reed", 0.8), head="ushanka", head_tint=("olive", 0.9), trim=("reed", 0.9),
)

OTHERS: dict[str, Person] = {
    "handler": Person(
        Build(height=1.0, hips=2.6, shoulders=3.9, stride=5.6, hold="leash"),
        Dress(
            coat=("olive", 0.86), legs=("olive", 0.66), boots=("wood", 0.45), hands=("wood", 0.8), bulk=1.0, hem=3.0,
            belt=("reed", 0.8), collar=("wood", 0.9), head="ushanka_up", head_tint=("olive", 0.85), trim=("wood", 0.95),
            extras=("leash", "rifle_low"),
        ),
        ("idle", "walk", "run"),
    ),
    "radioman": Person(
        Build(height=0.98, hips=2.4, shoulders=3.7, stride=5.2, stoop=1.4, hold="strap"),
        Dress(
            coat=_HUNTER.coat, legs=_HUNTER.legs, boots=_HUNTER.boots, hands=_HUNTER.hands, bulk=0.98, hem=3.8,
            belt=_HUNTER.belt, collar=("olive", 0.7), head="ushanka", head_tint=("olive", 0.9), trim=("reed", 0.9),
            extras=("radio_pack",),
        ),
        ("idle", "walk", "run"),
    ),
    "ryu": Person(
        Build(height=1.1, hips=2.0, shoulders=3.5, stride=4.8, hold="pockets"),
        Dress(
            coat=("metal", 0.80), legs=("olive", 0.6), boots=("coat", 0.36), hands=("coat", 0.4), bulk=0.88, hem=9.6,
            flare=0.3, belt=("wood", 0.5), collar=("coat", 0.5), skin=1.35, brows=("metal", 3), cheeks=("skin", 5),
            mouth=("skin", 3), head="cap_back", head_tint=("metal", 0.62), hair=("metal", 0.8), trim=("olive", 0.6),
            extras=("headphones", "boards"),
        ),
    ),
    "gatherer": Person(
        Build(height=0.98, hips=2.3, shoulders=3.5, stride=4.4, stoop=2.6, hold="cane"),
        Dress(
            coat=("wood", 0.98), legs=("coat", 0.7), boots=("reed", 0.7), hands=("wood", 0.8), bulk=0.98, hem=2.4,
            head="headcloth", head_tint=("metal", 0.9), hair=("coat", 0.4), extras=("jige", "cane"),
        ),
    ),
    "washer": Person(
        Build(height=0.93, hips=2.4, shoulders=3.3, stride=4.4, hold="wash"),
        Dress(
            coat=("ice", 0.72), legs=("wood", 0.7), boots=("coat", 0.5), hands=("skin", 1.35), rolled=True, bulk=1.04,
            hem=2.6, skirt=("wood", 0.72), head="headcloth", head_tint=("snow", 1.1), hair=("coat", 0.4),
            trim=("reed", 1.0),
            extras=("apron",),
        ),
        ("idle", "walk", "act"),
    ),
    "washer_b": Person(
        Build(height=0.9, hips=2.6, shoulders=3.5, stride=4.0, stoop=1.0, hold="wash"),
        Dress(
            coat=("reed", 0.78), legs=("coat", 0.7), boots=("coat", 0.5), hands=("skin", 1.35), rolled=True, bulk=1.16,
            hem=3.0, skirt=("coat", 0.62), head="headcloth", head_tint=("olive", 1.25), hair=("metal", 0.7),
            trim=("olive", 0.9), extras=("apron",),
        ),
        ("idle", "walk", "act"),
    ),
    "child": Person(
        Build(height=0.62, head=1.46, hips=2.4, shoulders=3.6, stride=4.8),
        Dress(
            coat=("olive", 1.1), legs=("coat", 0.75), boots=("wood", 0.8), bulk=1.12, hem=1.8, skin=1.6,
            eyes=("coat", 1), cheeks=("skin", 5), mouth=("skin", 4), head="flaps_down",
            head_tint=("wood", 0.9), trim=("wood", 1.15), hair=("coat", 0.4), extras=("muffler",),
        ),
        ("idle", "walk", "run", "crouch", "sneak"),
    ),
    "child_b": Person(
        Build(height=0.7, head=1.34, hips=2.3, shoulders=3.3, stride=4.8),
        Dress(
            coat=("ice", 0.9), legs=("wood", 0.8), boots=("wood", 0.7), bulk=1.06, hem=2.6, skin=1.6,
            eyes=("coat", 1), cheeks=("skin", 5), mouth=("skin", 4), head="scarf",
            head_tint=("snow", 0.85), hair=("coat", 0.4),
        ),
        ("idle", "walk", "run"),
    ),
    "overseer": Person(
        Build(height=0.97, hips=2.6, shoulders=3.9, stride=4.8, hold="board"),
        Dress(
            coat=("coat", 0.8), legs=("coat", 0.58), boots=("wood", 0.5), bulk=1.26, hem=3.2, collar=("coat", 0.6),
            head="soft_cap", head_tint=("olive", 0.95), extras=("armband", "board"),
        ),
    ),
    "informer": Person(
        Build(height=0.95, hips=2.2, shoulders=3.3, stride=4.4, hold="pockets"),
        Dress(
            coat=("wood", 0.78), legs=("coat", 0.4), boots=("coat", 0.28), bulk=0.98, hem=6.4, flare=0.3, head="bun",
            hair=("coat", 0.4), trim=("wood", 1.35), extras=("fur_collar", "shoes"),
        ),
    ),
    "farmer": Person(
        Build(height=0.94, hips=2.7, shoulders=3.8, stride=4.8, stoop=1.4, hold="phone"),
        Dress(
            coat=("ice", 0.62), legs=("olive", 0.7), boots=("olive", 0.5), bulk=1.2, hem=2.2, collar=("ice", 0.5),
            head="ushanka_up", head_tint=("olive", 0.75), trim=("wood", 1.1), extras=("phone",),
        ),
        ("idle", "walk", "run", "act"),
    ),
    "zhang": Person(
        Build(height=0.99, hips=2.8, shoulders=4.0, stride=4.6),
        Dress(
            coat=("coat", 0.56), legs=("coat", 0.46), boots=("coat", 0.34), bulk=1.2, hem=7.6, flare=0.9,
            collar=("metal", 0.7), belt=("coat", 0.3), head="ushanka_up", head_tint=("coat", 0.6), trim=("metal", 0.8),
            extras=("thermos",),
        ),
        ("idle", "walk", "act"),
    ),
    "scout": Person(
        Build(height=0.96, hips=2.3, shoulders=3.2, stride=4.8, hold="bag"),
        Dress(
            coat=("rose", 0.34), legs=("coat", 0.5), boots=("wood", 0.7), bulk=0.96, hem=7.2, flare=1.0, head="scarf",
            head_tint=("lamp", 0.82), hair=("coat", 0.36), extras=("handbag",),
        ),
        ("idle", "walk", "act"),
    ),
    "magpie": Person(
        Build(height=1.05, hips=2.2, shoulders=3.7, stride=5.2),
        Dress(
            coat=("wood", 0.52), legs=("metal", 0.62), boots=("wood", 0.5), bulk=0.92, hem=1.0, collar=("wood", 0.4),
            front=("snow", 0.9), head="hair", hair=("coat", 0.26), extras=("shoulder_bag",),
        ),
        ("idle", "walk", "act"),
    ),
    "egg_woman": Person(
        Build(height=0.92, hips=2.8, shoulders=3.7, stride=4.0, stoop=0.8, hold="load"),
        Dress(
            coat=("olive", 1.12), legs=("coat", 0.6), boots=("wood", 0.6), bulk=1.2, hem=3.0, skirt=("wood", 0.6),
            head="scarf", head_tint=("olive", 0.85), hair=("metal", 0.8), extras=("egg_basket",),
        ),
    ),
    "student": Person(
        Build(height=0.99, hips=2.2, shoulders=3.4, stride=5.2, hold="clasp"),
        Dress(
            coat=("coat", 0.62), legs=("coat", 0.45), boots=("coat", 0.3), bulk=0.9, hem=5.6, head="soft_cap",
            head_tint=("coat", 0.5), hair=("coat", 0.3), trim=("snow", 1.0), extras=("glasses", "book", "muffler"),
        ),
    ),
    "widow": Person(
        Build(height=0.94, hips=2.4, shoulders=3.5, stride=3.8, stoop=1.6),
        Dress(
            coat=("coat", 0.72), legs=("coat", 0.5), boots=("wood", 0.5), bulk=1.06, hem=4.0, skirt=("coat", 0.5),
            head="scarf", head_tint=("ice", 0.8), hair=("metal", 0.8), trim=("snow", 0.75), extras=("apron",),
        ),
    ),
}  # fmt: skip


def _kneeling(who: Person) -> Person:
    """The same, at work on her knees whenever she stands still."""
    return replace(who, build=replace(who.build, hold="kneel"), actions=("idle", "walk"))


OTHERS["washing"] = _kneeling(OTHERS["washer"])
OTHERS["washing_b"] = _kneeling(OTHERS["washer_b"])
