"""The watchers of a room, as the rest of the game meets them. Nobody is on duty yet."""

from __future__ import annotations

from game.sim.events import Event
from game.sim.room import Room
from game.sim.world import Noise, Stage, World


def place(room: Room, stage: Stage, seed: int) -> None:
    """Put the watchers where the clock says."""


def watch(world: World, noises: list[Noise]) -> list[Event]:
    """A played tick of everybody who watches; `noises` were made in it."""
    return []


def walk(world: World) -> list[Event]:
    """A tick in which they only walk their rounds."""
    return []


def calm(world: World, who: str) -> list[Event]:
    """`who` forgets her."""
    return []


def pass_by(world: World, who: str, ticks: int) -> list[Event]:
    """`who` does not see her for `ticks`."""
    return []


def alert(world: World, who: str) -> list[Event]:
    """`who` searches where she is."""
    return []


def send(world: World, who: str, to: str) -> list[Event]:
    """`who` walks to the place `to`."""
    return []


def challenging(world: World) -> str | None:
    """Who challenges her from close by while she stands."""
    return None


def caught(world: World) -> str | None:
    """Who has caught her."""
    return None
