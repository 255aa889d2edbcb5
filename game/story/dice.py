"""Dice without a stream: what falls depends only on the seed and on what is being decided.

A rewind therefore keeps its luck, and adding a roll somewhere changes no roll elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

_MASK = (1 << 64) - 1


def _mixed(x: int) -> int:
    """SplitMix64's finaliser (Steele, Lea, Flood 2014): every bit of `x` reaches every bit of the answer."""
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & _MASK
    return x ^ (x >> 31)


def roll(seed: int, key: str, sides: int) -> int:
    """A number 0 to sides-1, the same for the same `seed` and `key`, alike on every platform.

    `key` names the decision, for example "river.bribe:0:2:1" (node, step, visit, try).
    Raises ValueError if `sides` is below 1.
    """
    if sides < 1:
        raise ValueError(f"a die needs at least one side, not {sides}")
    state = seed & _MASK
    for byte in key.encode():  # `_mixed` written out: half of what a roll costs would be calling it
        x = (state + byte + 0x9E3779B97F4A7C15) & _MASK
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB & _MASK
        state = x ^ (x >> 31)
    return _mixed(state) % sides


def falls(seed: int, key: str, percent: int) -> bool:
    """Whether something with a chance of `percent` in 100 happens."""
    return roll(seed, key, 100) < percent


class Dice(Protocol):
    """What a tale decides by. `key` names the decision; a chance of 0 or 100 in 100 is never asked for."""

    def roll(self, key: str, sides: int) -> int:
        """A number 0 to sides-1."""

    def falls(self, key: str, percent: int) -> bool:
        """Whether something with a chance of `percent`, 1 to 99 in 100, happens."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """The dice of every game that is played: `roll` of one seed."""

    seed: int

    def roll(self, key: str, sides: int) -> int:
        """As the function of this name."""
        return roll(self.seed, key, sides)

    def falls(self, key: str, percent: int) -> bool:
        """As the function of this name."""
        return falls(self.seed, key, percent)
