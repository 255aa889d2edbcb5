"""What has been, kept in memory for going back; never saved. See game/sim/rewind.py and decisions.py."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim.intents import Intent
from game.story.tale import Told


@dataclass(frozen=True, slots=True)
class Decision:
    """What she was asked once: the option `id` she took, `where` (node and step), and the world before it as bytes.

    `steps` counts the intents until then, `told` is the history.
    """

    id: str
    where: str
    steps: int
    copy: bytes
    told: tuple[Told, ...]


@dataclass(slots=True)
class Past:
    """What a rewind needs; never saved (see game/sim/rewind.py).

    `shots` are (tick, the world as bytes, what was told until then), about one a second, oldest first; `asked` the
    intents since the oldest. `steps` counts all intents since this began; `decisions` are the last answers, the oldest
    first.
    """

    steps: int = 0
    decisions: list[Decision] = field(default_factory=list)
    shots: list[tuple[int, bytes, tuple[Told, ...]]] = field(default_factory=list)
    asked: list[tuple[int, Intent]] = field(default_factory=list)
