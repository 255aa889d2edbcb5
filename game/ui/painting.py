"""How far the shown face of home is painted over the lived one: strokes come, stay while a key is held, are wiped off.

Only what the screen remembers; why it is so, notes/2026-11-28-two-faces.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

STROKE_TICKS = 21      # to paint it on, and as many to wipe it off: never three changes a second
SMEAR_TICKS = 5 * 60   # red stays in the eyes, and hides where watchers look
KEPT_TICKS = 10 * 60   # the colours mixed for it are kept so long after


class Phase(Enum):
    """What the brush does."""

    NONE = "none"
    LAID = "laid"      # being painted, or whole
    WIPED = "wiped"


@dataclass(slots=True)
class Painting:
    """`wanted`: the key is held. `ready`: what is to be painted has its colours. `stroke` runs to STROKE_TICKS."""

    wanted: bool = False
    ready: bool = False
    phase: Phase = Phase.NONE
    stroke: int = 0
    smear: int = 0
    idle: int = KEPT_TICKS

    def pass_ticks(self, ticks: int, gently: bool = False) -> None:
        """Let the brush go on; `gently`: half as fast. Once begun a painting is finished, however short the press."""
        self.smear = SMEAR_TICKS if self.phase is not Phase.NONE else max(0, self.smear - ticks)
        self.idle = 0 if self.wanted or self.phase is not Phase.NONE else min(KEPT_TICKS, self.idle + ticks)
        last = STROKE_TICKS * (2 if gently else 1)
        match self.phase:
            case Phase.NONE:
                if self.wanted and self.ready:
                    self.phase, self.stroke = Phase.LAID, 0
            case Phase.LAID:
                self.stroke = min(last, self.stroke + ticks)
                if self.stroke == last and not self.wanted:
                    self.phase, self.stroke = Phase.WIPED, 0
            case Phase.WIPED:
                self.stroke += ticks
                if self.stroke >= last:
                    self.phase, self.stroke = Phase.NONE, 0

    @property
    def blind(self) -> bool:
        """Whether red hides where watchers look."""
        return self.phase is not Phase.NONE or self.smear > 0

    @property
    def whole(self) -> bool:
        """Whether nothing of the lived face is left in the picture."""
        return self.phase is Phase.LAID and self.stroke >= STROKE_TICKS
