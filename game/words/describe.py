"""A moment in words: where she is, who is near, what she may do. For text play and for those who listen."""

from __future__ import annotations

from game.sim import body, company, ground, masks, tools
from game.sim.frost import HANDS
from game.sim.grid import UNITS
from game.sim.intents import Gait
from game.sim.room import Resident, Watcher
from game.sim.things import Target
from game.sim.world import FULL, Guard, Mind, World
from game.story.steps import Way
from game.words.captions import direction, distance
from game.words.slots import Words

_TOLD_CELLS = 14  # farther than this nobody is described


def clock(minutes: int) -> str:
    """A clock time, "02:30"."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def where(world: World, words: Words) -> str:
    """The place and the time."""
    place = words.either(f"place.{world.stage.room}", world.stage.room) if world.stage else ""
    return words.say("tell.where", place=place, time=clock(world.tale.clock)) if place else clock(world.tale.clock)


def chapter(world: World, words: Words) -> str:
    """The part of the road she is on, from the node's first word; "" where it has no name."""
    id = f"chapter.{world.tale.frame.node.partition('.')[0]}"
    return words.say(id) if words.has(id) else ""


def warmth_word(world: World, words: Words) -> str:
    """How warm she is, in a word."""
    return words.say(f"warmth.{body.band(world)}")


def way_label(world: World, words: Words, way: Way) -> str:
    """What a way is called: its own label, else words made from verb and target."""
    if way.label and words.has(way.label):
        return words.say(way.label)
    return act_label(world, words, way.verb, way.target)


def act_label(world: World, words: Words, verb: str, name: str) -> str:
    """"Talk to Sergeant Jo", "Hide in the straw"."""
    if verb in ("talk", "stopped by", "reported by"):
        who = called_within(world, words, name)
        return words.say(f"verb.{verb.replace(' ', '_')}", who=who, what=who)
    if verb == "hide":
        return words.either(f"object.{name}.hide", words.say("verb.hide", what=object_name(words, name)))
    return words.say(f"verb.{verb.replace(' ', '_')}", what=object_name(words, name))


def target_label(world: World, words: Words, target: Target) -> str:
    """What the act key would do now."""
    if target.way is not None:
        return way_label(world, words, target.way)
    return act_label(world, words, target.verb, target.name)


def object_name(words: Words, name: str) -> str:
    """What a thing or area of a map is called."""
    return words.either(f"object.{name}", words.either(f"object.{name.rstrip('0123456789_')}", name.replace("_", " ")))


def called(world: World, words: Words, name: str) -> str:
    """The name of somebody on the map or in the cast."""
    book = world.lore.book
    if name in book.cast:
        return words.name(book, name)
    people: list[Watcher | Resident] = [*world.room.watchers, *world.room.residents] if world.stage else []
    for someone in people:
        if someone.name == name:
            if isinstance(someone, Watcher) and words.has(f"watcher.{someone.kind}"):
                return words.say(f"watcher.{someone.kind}")
            if someone.cast in book.cast:
                return words.name(book, someone.cast)
            return words.either(f"person.{someone.person or name}", name)
    return words.either(f"person.{name}", name.replace("_", " "))


def called_within(world: World, words: Words, name: str) -> str:
    """The same within a sentence: "the driver", but "Zhang Wei"."""
    who = called(world, words, name)
    return who[0].lower() + who[1:] if who.startswith(("The ", "A ")) else who


def watchers(world: World, words: Words) -> list[str]:
    """Who is near, nearest first, and what they are about."""
    stage = world.stage
    if stage is None:
        return []
    her = stage.her
    near: list[tuple[int, Guard]] = []
    for guard in stage.guards.values():
        square = (guard.x - her.x) ** 2 + (guard.y - her.y) ** 2
        if guard.mind is not Mind.OFF and square <= (_TOLD_CELLS * 4096) ** 2:
            near.append((square, guard))
    told = []
    for _, guard in sorted(near, key=lambda pair: pair[0]):
        dx, dy = guard.x - her.x, guard.y - her.y
        who = called(world, words, guard.name)
        told.append(words.say("tell.watcher", who=who, far=words.say(f"far.{distance(dx, dy)}"),
                              way=words.say(f"way.{direction(dx, dy) or 'here'}"), mind=words.say(f"mind.{guard.mind}"),
                              sure=guard.suspicion * 100 // FULL))
    return told


def describe(world: World, words: Words) -> list[str]:
    """All of it, line by line."""
    if world.stage is None:
        return [where(world, words)]
    lines = [where(world, words), words.say("tell.warmth", warmth=warmth_word(world, words))]
    if world.stage.alarm:
        lines.append(words.say(f"alarm.{world.stage.alarm}"))
    if world.stage.her.hidden:
        lines.append(words.say("tell.hidden", what=object_name(words, world.stage.her.hidden)))
    return lines + underfoot(world, words) + carried(world, words) + together(world, words) + watchers(world, words)


def underfoot(world: World, words: Words) -> list[str]:
    """What her next step would sound like, and how many cells away it would be heard, rounded up."""
    stage = world.stage
    if stage is None or stage.her.hidden or masks.masked(world):
        return []
    sound = words.say(f"sound.{ground.step_sound(world.room, stage.her.x, stage.her.y)}")
    far = ground.noise_radius(world.room, stage.her, stage.her.gait)
    return [words.say("tell.step", sound=sound, n=-(-far // UNITS))]


def carried(world: World, words: Words) -> list[str]:
    """What she has to use, what of it is in use, what covers her steps, and what the frost has left of her hands."""
    found = tools.carried(world)
    lines = []
    if found:
        what = ", ".join(words.count(tools.TOOLS[tool.name].fact, tool.count) for tool in found)
        lines.append(words.say("tell.carried", what=what))
    lines += [words.say(f"tell.worn.{tool.name}") for tool in found if tool.on and tool.name != "pole"]
    if world.stage is not None and world.stage.her.pole_ticks:
        lines.append(words.say("tell.pole", n=-(-world.stage.her.pole_ticks // 60)))
    if masks.masked(world):
        lines.append(words.say("tell.masked"))
    if hands := int(world.tale.facts.get(HANDS, 0)):
        lines.append(words.say(f"tell.hands.{hands}"))
    return lines


def together(world: World, words: Words) -> list[str]:
    """Those who go with her, first in line first: how far, which way, and what they do."""
    stage = world.stage
    if stage is None:
        return []
    lines = []
    for folk in company.members(world):
        who = called(world, words, folk.name)
        if folk.name == stage.her.carries:
            lines.append(words.say("tell.carrying", who=who))
            continue
        dx, dy = folk.x - stage.her.x, folk.y - stage.her.y
        how = ""
        if folk.hidden:
            how = words.say("tell.company.hide", what=object_name(words, folk.hidden))
        elif folk.order == "wait":
            how = words.say("tell.company.wait")
        elif folk.gait in (Gait.CROUCH, Gait.CRAWL):
            how = words.say("tell.company.low")
        lines.append(words.say("tell.company", who=who, far=words.say(f"far.{distance(dx, dy)}"),
                               way=words.say(f"way.{direction(dx, dy) or 'here'}"), how=how))
    return lines
