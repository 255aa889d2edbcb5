"""How words go by: lines read before can be run through, lines can turn by themselves, some questions do not wait."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.answers import Countdown
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import TICKS

SKIP_TICKS = 5          # a line run through stands so long
AUTO_LEAST_TICKS = 90   # a line that turns by itself stands at least so long
LETTERS_A_WORD = 6


@dataclass(slots=True)
class Reading:
    """The page on screen: `before` it was read already, `ticks` it stands; `counted` ticks of a question gone by."""

    before: bool = False
    ticks: int = 0
    counted: float = 0.0

    def line(self, kit: Kit, text: str) -> None:
        """A line is shown."""
        self.before, self.ticks = kit.seen.add(text), 0

    def question(self) -> None:
        """A question is shown."""
        self.counted = 0.0

    def goes_on(self, kit: Kit, words: str, due: int) -> bool:
        """After `due` ticks more: whether the page turns by itself. `words` is what stands on it."""
        self.ticks += due
        if self.skipping(kit):
            return self.ticks >= SKIP_TICKS
        return kit.settings.auto_words > 0 and self.ticks >= auto_ticks(words, kit.settings.auto_words)

    def skipping(self, kit: Kit) -> bool:
        """Whether the skip key runs through this line."""
        return Action.SKIP in kit.inputs.held and (self.before or kit.settings.skip_unread)

    def runs_out(self, kit: Kit, question: Countdown, due: int) -> bool:
        """After `due` ticks more: whether the question has waited long enough. `timed` 0: it waits for ever."""
        if kit.settings.timed:
            self.counted += due * 100 / kit.settings.timed
        return self.counted >= question.ticks

    def left(self, kit: Kit, question: Countdown | None) -> float | None:
        """The share of a question's time that is left, 1 to 0; None if it waits for ever."""
        if question is None or not kit.settings.timed:
            return None
        return max(0.0, 1.0 - self.counted / question.ticks)


def auto_ticks(words: str, words_a_minute: int) -> int:
    """How long a page stands before it turns by itself."""
    return max(AUTO_LEAST_TICKS, 60 * TICKS * len(words) // (LETTERS_A_WORD * words_a_minute))
