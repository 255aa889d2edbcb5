"""When she sees home as a letterer, and what is said of it. The strokes are painting.py's, the picture poster.py's."""

from __future__ import annotations

from game.sim.world import World
from game.story.tale import Waiting
from game.ui import cues
from game.ui.eyes import Eyes
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.painting import SMEAR_TICKS, Phase


def look(world: World, kit: Kit, eyes: Eyes, held: bool, ticks: int) -> None:
    """Let the painting go on for `ticks`; `held`: she wants to see it. Nothing of the World changes."""
    painting = eyes.painting
    walking = world.stage is not None and world.tale.waiting is Waiting.ROOM
    art = kit.content.art.get(world.stage.room) if world.stage is not None else None
    home = art is not None and art.home
    if walking and not home and Action.FACES in kit.inputs.pressed:
        cues.note(eyes, kit, kit.words.say("faces.nowhere"), "faces")
    before = painting.phase
    painting.wanted = held and walking and home
    painting.pass_ticks(ticks, gently=not kit.settings.flashes)
    if painting.phase is before or world.stage is None:
        return
    kit.sounds.play("cloth" if painting.phase is Phase.WIPED else "curtain", loud=0.5)
    if painting.phase is Phase.LAID:
        room = world.stage.room
        kit.narrator.say(kit.words.either(f"faces.slogan.{room}", kit.words.say("faces.slogan.any")))
    elif painting.phase is Phase.NONE:
        cues.note(eyes, kit, kit.words.say("faces.blind"), "faces", SMEAR_TICKS)
