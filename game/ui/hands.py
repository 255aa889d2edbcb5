"""What the hands ask of her: where to, at which gait, peeking or not. Keys, switches and the pointer become one."""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.intents import Gait
from game.sim.world import Stage
from game.ui import pointer
from game.ui.eyes import Eyes
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import UNIT_PX


@dataclass(slots=True)
class Hands:
    """Which gaits are switched on, for those who switch rather than hold; `act`: the act key counts once."""

    run: bool = False
    crouch: bool = False
    crawl: bool = False
    peek: bool = False
    faces: bool = False
    act: bool = False

    def stand(self) -> None:
        """In a new place she walks upright."""
        self.run = self.crouch = self.crawl = self.faces = False

    def toggle(self, kit: Kit, action: Action) -> None:
        """A press of a switch, if the player switches this one."""
        settings, by_pointer = kit.settings, kit.inputs.device == "mouse"
        match action:
            case Action.RUN if settings.toggle_run or by_pointer:
                self.run, self.crouch, self.crawl = not self.run, False, False
            case Action.CROUCH if settings.toggle_crouch or by_pointer:
                self.crouch, self.run, self.crawl = not self.crouch, False, False
            case Action.CRAWL if settings.toggle_crawl:
                self.crawl, self.run, self.crouch = not self.crawl, False, False
            case Action.PEEK if settings.toggle_peek:
                self.peek = not self.peek
            case Action.FACES if settings.toggle_faces or by_pointer:
                self.faces = not self.faces
            case _:
                pass

    def gait(self, kit: Kit) -> Gait:
        """How she would go now."""
        held, settings = kit.inputs.held, kit.settings
        if self.run or (Action.RUN in held and not settings.toggle_run):
            return Gait.RUN
        if self.crawl or (Action.CRAWL in held and not settings.toggle_crawl):
            return Gait.CRAWL
        if self.crouch or (Action.CROUCH in held and not settings.toggle_crouch):
            return Gait.CROUCH
        return Gait.WALK

    def peeking(self, kit: Kit) -> bool:
        """Whether she looks ahead instead of walking."""
        return self.peek or Action.PEEK in kit.inputs.held

    def painting(self, kit: Kit) -> bool:
        """Whether she sees as a letterer: home as it is shown."""
        return self.faces or (Action.FACES in kit.inputs.held and not kit.settings.toggle_faces)

    def direction(self, kit: Kit, stage: Stage | None, eyes: Eyes) -> tuple[int, int]:
        """Where the keys point; else, with the left button held, from her to the pointer."""
        dx, dy = kit.inputs.direction()
        if (dx or dy) or not kit.inputs.mouse.down or stage is None or pointer.over_button(kit):
            return dx, dy
        return pointer.toward(kit.inputs, kit, stage.her.x / UNIT_PX - eyes.camera.left,
                              stage.her.y / UNIT_PX - 12 - eyes.camera.top)
