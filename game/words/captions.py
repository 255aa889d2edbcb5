"""What is heard, in words: the sound, from where, how far; and who looks for her.

Used by captions on screen, `tell` and narration.
"""

from __future__ import annotations

from game.sim.events import Event, MaskComes, Ordered, Sounded
from game.sim.room import Room
from game.sim.world import Her, Mind
from game.story.moments import FactChanged
from game.words.slots import Words

NEAR = 4 * 4096   # units; nearer than this "close", farther than FAR "far off"
FAR = 12 * 4096
HERE = 4096 * 3 // 2
DIRECTIONS = ("e", "se", "s", "sw", "w", "nw", "n", "ne")
ARROWS = {"e": "→", "se": "↘", "s": "↓", "sw": "↙", "w": "←", "nw": "↖", "n": "↑", "ne": "↗", "": ""}


def direction(dx: int, dy: int) -> str:
    """The one of eight directions nearest to (dx, dy), y down; "" for no distance.

    A direction is diagonal when the smaller part is more than 0.414 (5/12) of the larger.
    """
    if dx == 0 and dy == 0:
        return ""
    wide, high = abs(dx), abs(dy)
    across = "" if 12 * wide <= 5 * high else "e" if dx > 0 else "w"
    along = "" if 12 * high <= 5 * wide else "s" if dy > 0 else "n"
    return along + across


def distance(dx: int, dy: int) -> str:
    """"close", "some way" or "far"."""
    square = dx * dx + dy * dy
    return "close" if square <= NEAR * NEAR else "far" if square > FAR * FAR else "some_way"


def mind_words(words: Words, room: Room, guard: str, mind: Mind) -> str:
    """What `guard` is about, in words; some kinds go about a thing in their own way."""
    kind = next((watcher.kind for watcher in room.watchers if watcher.name == guard), None)
    return words.either(f"mind.{mind}.{kind}", words.say(f"mind.{mind}"))


def noticed(words: Words, who: str, about: str, dx: int, dy: int) -> str:
    """What somebody (dx, dy) units from her is `about` now: "[Soldier: has stopped and looks, close ←]"."""
    way = direction(dx, dy)
    return words.say("caption.watcher", who=who, mind=about, arrow=ARROWS[way],
                     far=words.say(f"far.{distance(dx, dy)}"), way=words.say(f"way.{way or 'here'}"))


def caption(words: Words, event: Sounded, her: Her) -> str:
    """The caption of a sound, "" for those that need none: her own steps, and sounds without words.

    "Footsteps on crust, close ←": words first, so that they can be read alone; the arrow says it again.
    """
    id = f"sound.{event.name}"
    if event.by == "she" or not words.has(id):
        return ""
    dx, dy = event.x - her.x, event.y - her.y
    if dx * dx + dy * dy <= HERE * HERE:
        return words.say("caption.here", sound=words.say(id))
    way = direction(dx, dy)
    return words.say("caption.there", sound=words.say(id), far=words.say(f"far.{distance(dx, dy)}"), arrow=ARROWS[way],
                     way=words.say(f"way.{way}"))


def heard_of(words: Words, event: Event) -> str:
    """The caption of what is no single sound: something loud comes, company was asked, frost bites. "" for all else."""
    match event:
        case MaskComes(name=name):
            return words.say("caption.coming", what=words.either(f"mask.{name}", words.say("mask.other")))
        case Ordered(word=word):
            return words.say(f"caption.ordered.{word}")
        case FactChanged(fact="hands", old=int(old), new=int(new)) if new > old:
            return words.say(f"tell.hands.{new}")
        case _:
            return ""
