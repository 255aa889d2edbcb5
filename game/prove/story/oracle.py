"""Dice that fall on every face: one play after the other until all that can happen has happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


class Oracle:
    """Takes `script` for its first picks and the first face after that; notes what it was asked.

    `weight` is the chance (0 to 1) of all picks together. A face of weight 0 is one that nature may choose and that
    never happens by menu. Serves as `Tale.dice`.
    """

    __slots__ = ("faces", "script", "weight")

    def __init__(self, script: Sequence[int] = ()) -> None:
        self.script = script
        self.faces: list[tuple[int, int]] = []  # picked, of how many
        self.weight = 1.0

    def pick(self, weights: Sequence[int]) -> int:
        """One of the faces, which weigh so much; the index."""
        at = len(self.faces)
        face = self.script[at] if at < len(self.script) else 0
        self.faces.append((face, len(weights)))
        self.weight *= weights[face] / sum(weights)
        return face

    def roll(self, key: str, sides: int) -> int:
        """A fair die. Its key does not matter: each decision falls anew."""
        return self.pick((1,) * sides) if sides > 1 else 0

    def falls(self, key: str, percent: int) -> bool:
        """Whether something of `percent` in 100 happens."""
        if percent <= 0 or percent >= 100:
            return percent >= 100
        return self.pick((percent, 100 - percent)) == 0


def every(play: Callable[[Oracle], T]) -> Iterator[tuple[float, T]]:
    """Play again and again until every fall of the dice was seen: each result with its chance."""
    script: list[int] = []
    while True:
        oracle = Oracle(script)
        result = play(oracle)
        yield oracle.weight, result
        faces = oracle.faces
        while faces and faces[-1][0] + 1 == faces[-1][1]:
            faces.pop()
        if not faces:
            return
        script = [face for face, _ in faces[:-1]] + [faces[-1][0] + 1]
