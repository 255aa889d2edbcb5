"""Playing talk that is counted: a call that rings or goes on, papers and the next question about them."""

from __future__ import annotations

from game.story import calls, desk, moments
from game.story.flow import enter, in_room, wait_for
from game.story.keeping import remember
from game.story.moments import Moment
from game.story.steps import Papers, Phone
from game.story.tale import Frame, Tale, Told, Waiting


def ring(tale: Tale, frame: Frame, phone: Phone, told: list[Moment]) -> bool:
    """A call rings, or goes on after a card."""
    calls.pick_up(tale, phone)
    node = calls.goes_to(tale, phone, in_room(tale))
    if node:
        enter(tale, frame, node, told)
        return False
    told.append(moments.Asked())
    return wait_for(tale, Waiting.CHOICE)


def question(tale: Tale, frame: Frame, papers: Papers, told: list[Moment]) -> bool:
    """The next question is asked, or the paper comes back."""
    desk.lay_down(tale, papers, in_room(tale))
    asked = desk.question(tale, papers)
    if asked is None:
        enter(tale, frame, desk.verdict(tale, papers), told)
        return False
    told.append(moments.Spoke(asked.id, papers.who, "plain"))
    remember(tale, Told(asked.id, papers.who))
    told.append(moments.Asked())
    return wait_for(tale, Waiting.CHOICE)
