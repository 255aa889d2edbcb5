"""Cues: what eye and ear make of an event. Listeners only; the World is right without them."""

from __future__ import annotations

from collections.abc import Iterable

from game.sim.events import (
    AlarmChanged,
    Event,
    Glimpsed,
    HandedOver,
    HandoverSoon,
    MaskComes,
    Noticed,
    Ordered,
    Refused,
    Reported,
    Rewound,
    Sounded,
    Twitched,
)
from game.sim.ground import cell_of, place
from game.sim.intents import Gait
from game.sim.world import Mind, World
from game.story.moments import Acted, Barked, Cued, FactChanged, Learned, Visited
from game.story.steps import Camera, Cue, Fade, Music, Picture, Shake, Sound, Title, Together
from game.ui.eyes import Eyes, Hold, Note
from game.ui.kit import Kit
from game.ui.look import UNIT_PX
from game.ui.sound import HEARD_PX
from game.words import captions, describe

_CAPTION_TICKS = 240
_BARK_TICKS = 260
_GAIN_TICKS = 200
_LOOKS = (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL)
_SURE = (Mind.CHALLENGE, Mind.CHASE)
_SOFTEST_STEP = 0.35  # still over the wind: a step that cannot be heard teaches nothing
_LOUDEST_STEP = 6 * 4096  # units
_CARRIES = ("generator", "whistle")  # heard all over a map, if faintly
_CARRIED_PX = 0.7 * HEARD_PX
_SOFT = ("step_snow", "step_crust", "step_reeds")
_DOORS = {"door_flat": "door_flat", "courtyard_door": "door_iron", "hatch": "hatch"}  # by picture, or else by name
COVER_TICKS = 16  # a change of picture or room passes through the dark


def heed(events: Iterable[Event], world: World, eyes: Eyes, kit: Kit) -> None:
    """Take all events of a step in."""
    for event in events:
        _heed(event, world, eyes, kit)


def _heed(event: Event, world: World, eyes: Eyes, kit: Kit) -> None:
    match event:
        case Sounded():
            _sounded(event, world, eyes, kit)
        case Glimpsed(who=who):
            eyes.popped[who] = 14
            kit.sounds.play("suspicion", loud=0.5)
        case Noticed(who=who, new=new) if new in _LOOKS or new in _SURE:
            eyes.popped[who] = 24
            kit.sounds.play("alert" if new in _SURE else "suspicion", loud=1.0 if new in _SURE else 0.8)
            _told(who, new, world, eyes, kit)
        case AlarmChanged(old=old, new=new) if new > old:
            note(eyes, kit, kit.words.say(f"alarm.{new}"), "alarm")
        case Twitched(who=who):
            eyes.popped[who] = 24
            kit.sounds.play("curtain", loud=0.6)
            note(eyes, kit, kit.words.say("caption.twitched"), f"curtain {who}")
        case HandoverSoon():
            note(eyes, kit, kit.words.say("caption.handover_soon"), "handover")
        case HandedOver():
            note(eyes, kit, kit.words.say("caption.handover"), "handover")
        case Refused(why=why):
            note(eyes, kit, kit.words.say(why), "refused")
            kit.sounds.play("ui_back", loud=0.5)
        case MaskComes() | Ordered():
            note(eyes, kit, captions.heard_of(kit.words, event), "heard of")
        case Reported(who=who):
            told = describe.called(world, kit.words, who)
            note(eyes, kit, kit.words.say("caption.reported", who=told), f"reported {who}")
        case Rewound():
            note(eyes, kit, kit.words.say("caption.rewound"), "rewound")
            settle(world, eyes)
        case Barked(text=text, who=who):
            words = kit.words.say(text)
            eyes.barks.append(Note(words, _BARK_TICKS + 3 * len(words), who))
            name = kit.words.name(world.lore.book, who)
            kit.narrator.say(f"{name}: {words}" if name else words)
        case FactChanged(fact=fact, old=old, new=new):
            _gain(world, eyes, kit, fact, old, new)
            if felt := captions.heard_of(kit.words, event):
                note(eyes, kit, felt, "hands")
        case Learned(entry=entry):
            title = kit.words.say(world.lore.book.codex[entry].title)
            eyes.gains.append(Note(kit.words.say("caption.learned", title=title), _GAIN_TICKS, icon="codex"))
        case Visited():
            eyes.strides.clear()
            eyes.watched.clear()
            eyes.captions.clear()
            eyes.puffs.clear()
        case Cued(cue=cue):
            queue(cue, eyes)
        case Acted(what=Together(steps=steps)):
            for step in steps:
                if isinstance(step, Cue):
                    begin(step, world, eyes, kit)
        case _:
            pass


def note(eyes: Eyes, kit: Kit, words: str, key: str, ticks: int = _CAPTION_TICKS) -> None:
    """Show a caption; the same one again only stays longer."""
    kit.narrator.say(words)
    for held in eyes.captions:
        if held.key == key:
            held.words, held.ticks = words, ticks
            return
    eyes.captions.append(Note(words, ticks, key=key))


def _sounded(event: Sounded, world: World, eyes: Eyes, kit: Kit) -> None:
    stage = world.stage
    if stage is None:
        return
    her = stage.her
    loud = 1.0
    if event.name.startswith("step_"):  # as loud as it is far to be heard
        loud = step_loud(event.radius)
    dx, dy = (event.x - her.x) / UNIT_PX, (event.y - her.y) / UNIT_PX
    far = (dx * dx + dy * dy) ** 0.5
    if event.name in _CARRIES and far > _CARRIED_PX:
        dx, dy = dx * _CARRIED_PX / far, dy * _CARRIED_PX / far
    for name in footfall(_of_its_make(event, world, kit), her.gait if event.by == "she" else Gait.WALK):
        kit.sounds.play(name, dx, dy, loud)
    words = captions.caption(kit.words, event, her) if kit.settings.captions else ""
    # Boots that stop: what he is about is told in a caption of its own.
    boots = event.by in stage.guards and event.name.startswith("step_")
    if words and event.by != "she" and not boots:
        note(eyes, kit, words, f"{event.name} {event.by}")


def step_loud(radius: int) -> float:
    """How loud a step sounds that is heard so many units far."""
    return _SOFTEST_STEP + (1 - _SOFTEST_STEP) * min(1.0, radius / _LOUDEST_STEP)


def footfall(name: str, gait: Gait) -> tuple[str, ...]:
    """What a step of a gait sounds like; any other sound is itself.

    Crawling is a body pulled, not a foot set down; running is the step with the whole weight thrown on it.
    """
    if not name.startswith("step_"):
        return (name,)
    match gait:
        case Gait.CRAWL:
            return ("crawl_soft" if name in _SOFT else "crawl_hard",)
        case Gait.RUN:
            return (name, "run_soft" if name in _SOFT else "run_hard")
        case _:
            return (name,)


def _of_its_make(event: Sounded, world: World, kit: Kit) -> str:
    """A door as it is made: of wood, of steel, a lid of boards; any other sound is itself."""
    stage = world.stage
    if event.name != "door" or stage is None:
        return event.name
    art = kit.content.art.get(stage.room)
    door = next((t.name for t in world.room.things if t.cell == cell_of(event.x, event.y)), "")
    return _DOORS.get((art.thing_art.get(door) if art is not None else "") or door, "door")


def _told(who: str, mind: Mind, world: World, eyes: Eyes, kit: Kit) -> None:
    """A caption for a mind that turns, so that neither ear nor colour is needed to know."""
    stage = world.stage
    if stage is None or who not in stage.guards or not kit.settings.captions:
        return
    guard, her = stage.guards[who], stage.her
    about = captions.mind_words(kit.words, world.room, who, mind)
    words = captions.noticed(kit.words, describe.called(world, kit.words, who), about, guard.x - her.x, guard.y - her.y)
    note(eyes, kit, words, f"mind {who}")


def _gain(world: World, eyes: Eyes, kit: Kit, fact: str, old: object, new: object) -> None:
    declared = world.lore.book.facts.get(fact)
    if declared is None or not declared.item or old == new:
        return
    change = int(bool(new)) - int(bool(old)) if isinstance(new, bool) else int(str(new)) - int(str(old))
    if change < 0 and fact in ("won", "yuan"):
        kit.sounds.play("notes", loud=0.7)
    words = kit.words.count(fact, abs(change))
    told = kit.words.say("caption.got" if change > 0 else "caption.gave", what=words)
    eyes.gains.append(Note(told, _GAIN_TICKS, icon=fact))


# Timed cues ----------------------------------------------------------------------------------------------------
def queue(cue: Cue, eyes: Eyes) -> None:
    """A cue waits its turn behind those before it."""
    ticks = 0 if isinstance(cue, Sound | Music | Shake) else cue.ticks
    eyes.holds.append(Hold(cue, ticks, ticks))


def run_holds(world: World, eyes: Eyes, kit: Kit, ticks: int) -> bool:
    """Let the cues on hold go on; True while one holds the world."""
    while eyes.holds:
        hold = eyes.holds[0]
        if not hold.begun:
            hold.begun = True
            begin(hold.cue, world, eyes, kit)
        hold.ticks -= ticks
        if isinstance(hold.cue, Fade):
            share = 1.0 - max(hold.ticks, 0) / max(hold.total, 1)
            eyes.dark = share if hold.cue.to == "black" else 1.0 - share
        if hold.ticks > 0:
            return True
        ticks = 0
        eyes.holds.popleft()
        if isinstance(hold.cue, Title):
            eyes.title = ""
    return False


def skip(eyes: Eyes) -> None:
    """End the cue on screen now."""
    if eyes.holds:
        eyes.holds[0].ticks = 0


def begin(cue: Cue, world: World, eyes: Eyes, kit: Kit) -> None:
    """Start a cue."""
    match cue:
        case Picture(name=name, alt=alt):
            if name != eyes.picture:
                eyes.picture_ticks, eyes.cover = 0, COVER_TICKS
            eyes.picture_before = eyes.picture or eyes.picture_before
            eyes.picture, eyes.picture_alt = name, alt
            if alt:
                kit.narrator.say(kit.words.say(alt))
        case Title(text=text):
            eyes.title = text
            kit.narrator.say(kit.words.say(text))
        case Sound(name=name, caption=caption):
            kit.sounds.play(name)
            if caption and kit.settings.captions:
                note(eyes, kit, kit.words.say(caption), f"cue {name}")
        case Music(cue=name):
            kit.sounds.music(name)
        case Shake(ticks=ticks):
            eyes.shake = ticks if kit.settings.motion else 0
        case Camera(to=to):
            eyes.camera.aim = _spot(world, to)
        case Fade(to=to, ticks=ticks):
            if ticks == 0:
                eyes.dark = 1.0 if to == "black" else 0.0


def _spot(world: World, name: str) -> tuple[float, float] | None:
    """Where a scene looks, in room pixels; None is back to her."""
    if world.stage is None or name in ("her", "she"):
        return None
    try:
        x, y = place(world, name)
    except ValueError:
        return None
    return x / UNIT_PX, y / UNIT_PX


def settle(world: World, eyes: Eyes) -> None:
    """Make the eye agree with the World, whatever events were missed: after a load, a rewind, a dropped cue."""
    tale = world.tale
    if eyes.picture != tale.picture and not eyes.holds:
        eyes.picture_before = eyes.picture or eyes.picture_before
        eyes.picture, eyes.picture_alt, eyes.picture_ticks = tale.picture, "", 0
    if not eyes.holds:
        eyes.dark = 1.0 if tale.dark else 0.0
    stage = world.stage
    if stage is not None and (eyes.room, eyes.visit) != (stage.room, stage.visit):
        eyes.room, eyes.visit, eyes.cover = stage.room, stage.visit, COVER_TICKS
        eyes.camera.aim = None
        eyes.camera.snap(world.room, stage.her)
