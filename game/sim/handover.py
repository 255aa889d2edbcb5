"""The change of guards: who is on duty when.

In the player's words: a minute before, a whistle. Then those on duty leave their posts and look only at one another,
and it takes the new ones ten to twenty seconds to come: that is the gap. The minute shifts by up to five, a new draw
for each visit. In a harder winter the gap is shorter, and in the hardest nobody whistles before it.
"""

from __future__ import annotations

from game.sim import duty
from game.sim.errands import head_for
from game.sim.events import HandedOver, HandoverSoon, Noticed, Sounded
from game.sim.levels import dial
from game.sim.plan import Round
from game.sim.room import Handover, Room, Watcher
from game.sim.routes import middle
from game.sim.world import NOWHERE, Guard, Mind, Stage
from game.story.dice import roll

DAY = 1440
DRIFT_MINUTES = (-5, 0, 5)
COMES_TICKS = 600  # who comes by the clock or is called is there after ten seconds
DRAWN_SECONDS = 11  # the gap of a change of guard is up to ten seconds longer than the level's least
WHISTLE = 10 * 4096


def draw(room: Room, stage: Stage, seed: int) -> list[int]:
    """The minute of each handover in this visit: as written, five early or five late."""
    return [(handover.minute + DRIFT_MINUTES[roll(seed, _key(stage, number), 3)]) % DAY
            for number, handover in enumerate(room.handovers)]


def starts_off(room: Room, watcher: Watcher) -> bool:
    """Whether he is not yet on duty when the room opens: a handover, the clock or something else will bring him."""
    if watcher.comes:
        return True
    for handover in room.handovers:
        if watcher.name in handover.out:
            return False
        if watcher.name in handover.into:
            return True
    return not by_clock(watcher, room.clock_start)


def by_clock(watcher: Watcher, minute: int) -> bool:
    """Whether his hours of duty hold `minute` (after midnight). Equal hours are always."""
    start, end = watcher.from_minute % DAY, watcher.until_minute % DAY
    if start == end:
        return True
    return start <= minute < end if start < end else minute >= start or minute < end


def turn(around: Round) -> None:
    """One tick of duty: announce, hand over, and let those who are due come."""
    stage = around.stage
    if stage.tick <= 1:
        _settle(around)
    if stage.clock_ticks == 0 or stage.tick <= 1 or stage.handed < _due(around):
        _announce(around)
        while stage.handed < _due(around):
            _hand_over(around, around.room.handovers[stage.handed])
        _keep_hours(around)
    for watcher in around.plan.called:
        _call(around, watcher, stage.guards[watcher.name])
    for guard in stage.guards.values():
        if guard.mind is Mind.OFF and guard.mind_ticks > 0:
            guard.mind_ticks -= 1
            if guard.mind_ticks == 0 and duty.wanted(around.world, stage, around.plan.watchers[guard.name]):
                _come(around, guard)


def _call(around: Round, watcher: Watcher, guard: Guard) -> None:
    """Somebody who is there only at times: he comes when he is wanted, and leaves when he is not."""
    if not duty.wanted(around.world, around.stage, watcher):
        if not guard.leaving:
            leave(guard)
    elif guard.mind is Mind.OFF:
        if watcher.comes and guard.mind_ticks == 0 and by_clock(watcher, around.world.tale.clock % DAY):
            duty.set_out(around, watcher, guard)
            guard.mind_ticks = COMES_TICKS + watcher.lag_ticks
    elif guard.leaving and watcher.comes:
        guard.leaving = False


def _when(around: Round, number: int) -> int:
    """Minutes from the room's start to a handover as drawn; never before the start."""
    room = around.room
    written = room.handovers[number].minute
    drift = (around.stage.handovers[number] - written + DAY // 2) % DAY - DAY // 2
    return max(0, (written - room.clock_start) % DAY + drift)


def _now(around: Round) -> int:
    """Minutes since the room's start."""
    return (around.world.tale.clock - around.room.clock_start) % DAY


def _due(around: Round) -> int:
    """How many handovers the clock has reached."""
    handed = around.stage.handed
    while handed < len(around.stage.handovers) and _when(around, handed) <= _now(around):
        handed += 1
    return handed


def _announce(around: Round) -> None:
    """A minute before, the whistle and the lantern."""
    stage = around.stage
    while stage.announced < len(stage.handovers) and _when(around, stage.announced) - 1 <= _now(around):
        number = stage.announced
        stage.announced += 1
        if number < stage.handed or _when(around, number) <= _now(around):
            continue
        if not dial(around.world.help.level).announced:
            continue
        around.told.append(HandoverSoon(stage.handovers[number]))
        caller = next((stage.guards[name] for name in around.room.handovers[number].out if name in stage.guards), None)
        if caller is not None:
            around.told.append(Sounded("whistle", caller.x, caller.y, WHISTLE, caller.name))


def _hand_over(around: Round, handover: Handover) -> None:
    """Those on duty leave; those who come are some seconds away."""
    stage = around.stage
    number = stage.handed
    stage.handed += 1
    for name in handover.out:
        if name in stage.guards:
            leave(stage.guards[name])
    least = dial(around.world.help.level).gap_seconds
    gap = 60 * (least + roll(around.world.tale.seed, _key(stage, number) + ":gap", DRAWN_SECONDS))
    for name in handover.into:
        guard = stage.guards.get(name)
        if guard is not None and guard.mind is Mind.OFF:
            guard.mind_ticks = gap + around.plan.watchers[name].lag_ticks
    around.told.append(HandedOver(handover.out, handover.into))


def leave(guard: Guard) -> None:
    """His duty is over; once he is calm he walks off."""
    if guard.mind is Mind.OFF:
        guard.mind_ticks = 0
    else:
        guard.leaving = True


def walk_off(around: Round, guard: Guard) -> None:
    """He sets out for his last post, where he goes from sight."""
    last = around.plan.watchers[guard.name].route[-1].cell
    head_for(around, guard, *middle(last))


def go_off(around: Round, guard: Guard) -> None:
    """He is off duty now."""
    around.told.append(Noticed(guard.name, guard.mind, Mind.OFF))
    guard.mind, guard.mind_ticks, guard.leaving, guard.suspicion = Mind.OFF, 0, False, 0
    guard.path.clear()
    guard.wants = NOWHERE


def _come(around: Round, guard: Guard) -> None:
    """He comes on duty at his first post, and his loop begins; who walks behind others came in after them."""
    loop = around.plan.loops[guard.name]
    guard.x, guard.y, guard.facing, guard.leg, guard.wait_ticks = loop.at(0)
    guard.phase, guard.ahead = -around.stage.tick, 0
    guard.suspicion = guard.unseen_ticks = guard.seen_ticks = 0
    guard.known, guard.leaving = NOWHERE, False
    guard.mind = Mind.CALM
    around.told.append(Noticed(guard.name, Mind.OFF, Mind.CALM))


def _settle(around: Round) -> None:
    """Those changes of guard that were before she came are past: nobody is seen leaving."""
    for guard in around.stage.guards.values():
        watcher = around.plan.watchers[guard.name]
        past = around.room.handovers[:_due(around)]
        on = not starts_off(around.room, watcher)
        for handover in past:
            on = (on or guard.name in handover.into) and guard.name not in handover.out
        on = on and duty.wanted(around.world, around.stage, watcher)
        if on and by_clock(watcher, around.world.tale.clock % DAY) and guard.mind is Mind.OFF:
            _come(around, guard)
        elif not on and guard.mind is not Mind.OFF:
            go_off(around, guard)
    around.stage.handed = around.stage.announced = max(around.stage.handed, _due(around))


def _keep_hours(around: Round) -> None:
    """Those with hours of duty of their own come and go by the clock."""
    minute = around.world.tale.clock % DAY
    for guard in around.stage.guards.values():
        watcher = around.plan.watchers[guard.name]
        if watcher.from_minute % DAY == watcher.until_minute % DAY:
            continue
        if not by_clock(watcher, minute):
            if guard.mind is not Mind.OFF and not guard.leaving:
                leave(guard)
        elif guard.mind is Mind.OFF and guard.mind_ticks == 0 and not watcher.comes:
            guard.mind_ticks = COMES_TICKS + watcher.lag_ticks


def _key(stage: Stage, number: int) -> str:
    return f"{stage.room}:{stage.visit}:handover:{number}"
