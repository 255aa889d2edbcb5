"""Talk that is counted: a call on the telephone, and questions about papers at a desk."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.conditions import Condition


# The telephone -------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Card:
    """Something she can say into the telephone.

    `id` is stamped, and is the text id of the label too. Its steps begin at index `at` with the effect `OnLine` and
    come back to the `Phone`. `ticks` is how long it takes, 0 for a `burst` of keys. Hidden unless `condition` holds.
    Played once a call; with `once`, once for ever.
    """

    id: str
    at: int
    ticks: int = 0
    condition: Condition | None = None
    once: bool = False
    burst: bool = False


@dataclass(frozen=True, slots=True)
class Phone:
    """A call to `who` (cast id): at most `most` cards are played, then she hangs up.

    `hang_up`, `traced` and `no_signal` are node ids, entered like `Go`.
    """

    who: str
    cards: tuple[Card, ...]
    hang_up: str
    traced: str
    no_signal: str
    most: int = 4


# Papers --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Answer:
    """What she can answer: `doubt` is 0 right, 1 doubtful, 2 wrong. `id` is the label's text id.

    Its steps begin at index `at` and come back to the `Papers`; -1: it has none. Hidden unless `condition` holds.
    """

    id: str
    doubt: int
    at: int = -1
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the `field` of a paper ("" none). `id` is its text id."""

    id: str
    field: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """`who` (cast id) looks at `paper` and asks: `asks` of the `questions`, one more for each level of alarm.

    `quality` names the int fact 0-3 that says how well the paper is made. `passed` (doubt 0-1), `doubted` (2-3) and
    `failed` (4 and more) are node ids, entered like `Go`.
    """

    who: str
    paper: str
    quality: str
    asks: int
    questions: tuple[Question, ...]
    passed: str
    doubted: str
    failed: str
