"""The room of a menu: `tell` keeps a stage to look at, with its people where the clock says."""

from __future__ import annotations

from game.commands._teller import Teller
from game.prove.menu import PICK_TICKS, Pick, Sitting
from game.sim import stage, watching
from game.sim.ground import middle
from game.sim.ways import possible
from game.sim.world import World
from game.story.steps import Visit
from game.story.tale import step_at
from game.words.describe import describe
from game.words.slots import Words


def arrive(view: World, sitting: Sitting, words: Words, teller: Teller) -> None:
    """Keep a stage to look at: the room of the menu, its people where the clock says."""
    if not sitting.room:
        view.stage = None
    elif view.stage is None or view.stage.room != sitting.room:
        step = step_at(sitting.lore.book, sitting.tale)
        if isinstance(step, Visit) and step.room in view.lore.rooms:  # a writer may read before there is a map
            stage.build(view, step.room, step.entry)
            for line in describe(view, words):
                teller.say(line)


def move(view: World, picked: Pick) -> None:
    """She stands where her way led, and the people of the room walk their rounds for as long."""
    if view.stage is None or picked.way is None:
        return
    cell = next((one.cell for one in possible(view) if one.way == picked.way), None)
    if cell is not None:
        view.stage.her.x, view.stage.her.y = middle(cell)
    view.stage.tick += PICK_TICKS
    watching.walk(view)
