"""What a person is to the sheet maker: a body, clothes, actions."""

from __future__ import annotations

from dataclasses import dataclass

from tools.art.people_dress import Dress
from tools.art.people_pose import Build


@dataclass(frozen=True, slots=True)
class Person:
    """A body, its clothes, and the actions its sheet holds (in the order of `ACTIONS`)."""

    build: Build
    dress: Dress
    actions: tuple[str, ...] = ("idle", "walk")
