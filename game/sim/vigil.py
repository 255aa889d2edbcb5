"""A tick of everybody who watches: eyes, ears, noses, minds, then the alarm and who is on duty."""

from __future__ import annotations

from game.sim import (
    alarm,
    company,
    dog,
    errands,
    handover,
    hearing,
    informer,
    light,
    minds,
    neighbour,
    suspicion,
    sweep,
    tower,
    trail,
    turns,
)
from game.sim.events import Sounded
from game.sim.hearing import Heard
from game.sim.plan import Round
from game.sim.room import Watcher, WatcherKind
from game.sim.senses import HISS_EVERY_TICKS, HISS_HEARD
from game.sim.world import Guard, Mind, Noise
from game.story.steps import Move, OnLine


def watch(around: Round, noises: list[Noise]) -> None:
    """A played tick; `noises` were made in it."""
    stage, world = around.stage, around.world
    handover.turn(around)
    _cough(around)
    dark = light.dim(around)
    heard = hearing.audible(around, noises)
    around.prints = trail.by_cell(stage) if stage.prints else {}
    around.ease, around.company = suspicion.ease(world), company.exposed(world)
    around.within = suspicion.within(around)
    may_rise = suspicion.may_rise(around)
    for guard in stage.guards.values():
        if guard.mind is not Mind.OFF:
            _watches(around, around.plan.watchers[guard.name], guard, heard, dark, may_rise)
    errands.find_ways(around)
    alarm.pass_tick(around)


def _watches(around: Round, watcher: Watcher, guard: Guard, heard: list[Heard], dark: bool, may_rise: bool) -> None:
    """One of them: what he senses stirs his mind, and then he does what it says."""
    stirs = suspicion.eyes(around, watcher, guard, dark)
    if heard and (noise := hearing.heard_by(around, guard, heard)) is not None:
        stirs |= not minds.meet_lure(around, watcher, guard, noise) and suspicion.ears(around, guard, noise)
    kind = watcher.kind
    if kind is WatcherKind.DOG:
        stirs |= dog.sniff(around, watcher, guard, may_rise)
        dog.go_eat(around, watcher, guard)
    if stirs and may_rise:
        turns.stirred(around, watcher, guard)
    if kind is WatcherKind.INFORMER:
        informer.mind(around, watcher, guard, may_rise)
    else:
        minds.think(around, watcher, guard)
        if kind is WatcherKind.NEIGHBOUR:
            neighbour.mind(around, watcher, guard)
        elif kind in _HEARD_COMING:
            _coming(around, watcher, guard)
    if guard.blind_ticks:
        guard.blind_ticks -= 1


def walk(around: Round) -> None:
    """A tick of a scene: rounds and errands only. What she says into a telephone meanwhile can be overheard."""
    handover.turn(around)
    _cough(around)
    running = around.stage.running
    led = {one.who for one in running if isinstance(one.effect, Move)}
    speaks = any(isinstance(one.effect, OnLine) for one in running)
    for guard in around.stage.guards.values():
        if guard.mind is Mind.OFF or guard.name in led:
            continue
        watcher = around.plan.watchers[guard.name]
        minds.stroll(around, watcher, guard)
        if watcher.kind in _HEARD_COMING:
            _coming(around, watcher, guard)
        elif speaks and watcher.kind is WatcherKind.INFORMER:
            informer.overhears(around, guard)
    errands.find_ways(around)


_HEARD_COMING = (WatcherKind.SWEEP, WatcherKind.VAN)


def _coming(around: Round, watcher: Watcher, guard: Guard) -> None:
    """What tells of somebody before he is there: the dogs before a sweep, the hiss of a van."""
    if watcher.kind is WatcherKind.SWEEP:
        sweep.bark(around, watcher, guard)
    elif around.stage.tick % HISS_EVERY_TICKS == 0:
        her = around.stage.her
        if (guard.x - her.x) ** 2 + (guard.y - her.y) ** 2 <= HISS_HEARD * HISS_HEARD:
            around.told.append(Sounded("radio", guard.x, guard.y, HISS_HEARD, guard.name))


def _cough(around: Round) -> None:
    """The generator of a tower on duty is heard all over the map as it fails, and then its light is out."""
    if not tower.coughs(around.stage.tick):
        return
    for watcher in around.room.watchers:
        guard = around.stage.guards[watcher.name]
        if watcher.kind is WatcherKind.TOWER and guard.mind is not Mind.OFF:
            around.told.append(Sounded("generator", guard.x, guard.y, 0, guard.name))
