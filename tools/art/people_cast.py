"""Everybody who walks: their bodies, clothes and what they can do. Change a look here, then rebuild that sheet."""

from __future__ import annotations

from dataclasses import dataclass

from tools.art.people_dress import Dress
from tools.art.people_pose import ACTIONS, Build


@dataclass(frozen=True, slots=True)
class Person:
    """A body, its clothes, and the actions its sheet holds (in the order of `ACTIONS`)."""

    build: Build
    dress: Dress
    actions: tuple[str, ...] = ("idle", "walk")


CAST: dict[str, Person] = {
    "solhwa": Person(
        Build(height=0.96, hips=2.3, shoulders=3.2, stride=5.2, hold="knot"),
        Dress(
            coat=("coat", 0.74), legs=("wood", 0.78), boots=("wood", 0.6), hands=("skin", 1.15),
            bulk=0.97, hem=5.4, flare=0.35, head="scarf", head_tint=("rose", 1.06), hair=("coat", 0.35),
            extras=("bundle",),
        ),
        tuple(ACTIONS),
    ),
    "soldier": Person(
        Build(height=1.04, hips=2.5, shoulders=4.0, stride=5.6, hold="torch_left"),
        Dress(
            coat=("olive", 1.0), legs=("olive", 0.72), boots=("wood", 0.45), hands=("wood", 0.7),
            bulk=1.04, hem=6.6, flare=0.5, belt=("wood", 0.6), collar=("reed", 0.85), head="ushanka",
            head_tint=("olive", 0.95), trim=("reed", 0.98), extras=("rifle", "torch_left"),
        ),
        ("idle", "walk", "run", "act"),
    ),
    "soldier_b": Person(
        Build(height=0.93, hips=2.5, shoulders=3.9, stride=5.2, hold="torch"),
        Dress(
            coat=("olive", 0.88), legs=("olive", 0.78), boots=("wood", 0.45), hands=("wood", 0.7),
            bulk=1.08, hem=2.6, belt=("reed", 0.7), collar=("olive", 0.7), head="ushanka_up",
            head_tint=("olive", 0.8), trim=("reed", 0.85), extras=("rifle_low", "torch"),
        ),
        ("idle", "walk", "run", "act"),
    ),
}  # fmt: skip
