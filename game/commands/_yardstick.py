"""The yardstick every measured time is scaled to, and a measured Row; not a command of its own."""

from __future__ import annotations

import time
from dataclasses import dataclass

YARDSTICK_MS = 0.37


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: `found` and `reach` in `unit`; smaller is better unless `more`."""

    what: str
    found: float
    reach: float
    unit: str
    yardstick_ms: float
    more: bool = False
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether it is as good as we want."""
        return self.found > self.reach if self.more else self.found < self.reach


def yardstick() -> float:
    """Milliseconds of the loop now, the best of five."""
    best = 1e9
    for _ in range(5):
        before = time.perf_counter()
        total = 0
        for number in range(10_000):
            total += number
        best = min(best, (time.perf_counter() - before) * 1000)
    return best


def row(what: str, ms: float, reach: float, stick: float, note: str = "") -> Row:
    """A row in milliseconds, scaled to the yardstick."""
    return Row(what, ms * YARDSTICK_MS / stick, reach, "ms", stick, note=note)
