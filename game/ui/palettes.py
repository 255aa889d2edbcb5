"""The colours of the grades, and a grade that is for the moment a light between two others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.ui.indexed import colours_of
from game.ui.look import Colour

LIGHTS = ("moon", "lamp")


class Mix(NamedTuple):
    """A light between two: `share` of the way (0 to 1) from one grade to another."""

    first: str
    second: str
    share: float


class Palettes:
    """256 colours of every grade in either light. `held`: palettes.json, {grade: {light: hexadecimal words}}."""

    def __init__(self, held: Mapping[str, object]) -> None:
        self._held = held
        self._mixes: dict[str, Mix] = {}  # what a grade is for the moment
        self._colours: dict[tuple[str, str], list[Colour]] = {}

    def of(self, grade: str, light: str) -> list[Colour]:
        """The colours of a grade ("river") in a light ("moon", "lamp")."""
        key = (grade, light)
        if key not in self._colours:
            mix = self._mixes.get(grade)
            if mix is None:
                self._colours[key] = self._read(grade, light)
            else:
                first, second = self._read(mix.first, light), self._read(mix.second, light)
                self._colours[key] = [_between(one, two, mix.share) for one, two in zip(first, second, strict=True)]
        return self._colours[key]

    def turn(self, grade: str, mix: Mix | None) -> bool:
        """Let the colours of a grade be `mix` from here on (None: its own); whether that is anything new."""
        if self._mixes.get(grade) == mix:
            return False
        self._mixes.pop(grade, None)
        if mix is not None:
            self._mixes[grade] = mix
        for light in LIGHTS:
            self._colours.pop((grade, light), None)
        return True

    def _read(self, grade: str, light: str) -> list[Colour]:
        held = self._held.get(grade) or self._held.get("river")
        return colours_of(held.get(light)) if isinstance(held, dict) else colours_of([])


def _between(one: Colour, two: Colour, share: float) -> Colour:
    return (round(one[0] + (two[0] - one[0]) * share), round(one[1] + (two[1] - one[1]) * share),
            round(one[2] + (two[2] - one[2]) * share))
