"""What she carries and can use.

In the player's words: a pebble draws them away, bread a dog; the kite seller's whistle calls everybody to where you
stand. A dragged branch wipes your prints and slows you; the white cloth hides who keeps still and low on snow; straw
shoes are quieter and soak through; the pole tells of the ice ahead, if you stand and give it eight seconds.

A tool is there if the story declares its fact and she has it. Using one takes no tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from game.sim import pole, throwing
from game.sim.events import Event, Refused, Sounded
from game.sim.grid import Cell
from game.sim.intents import Tool
from game.sim.world import Her, World
from game.story.facts import Change, changed
from game.story.moments import FactChanged

BRANCH = "branch"


class Use(StrEnum):
    """How a tool is used."""

    THROW = "throw"  # at a cell of `reach`; one is used up
    BLOW = "blow"    # heard from where she stands
    WEAR = "wear"    # on or off
    TEST = "test"    # takes time; moving breaks it off


@dataclass(frozen=True, slots=True)
class ToolKind:
    """A tool: its name in intents, the fact that counts or holds it, and how it is used."""

    name: str
    fact: str
    use: Use


TOOLS: dict[str, ToolKind] = {kind.name: kind for kind in (
    ToolKind("pebble", "pebbles", Use.THROW), ToolKind("bread", "bread", Use.THROW),
    ToolKind("whistle", "whistle", Use.BLOW), ToolKind("branch", "branch", Use.WEAR),
    ToolKind("cloth", "cloth", Use.WEAR), ToolKind("shoes", "shoes", Use.WEAR), ToolKind("pole", "pole", Use.TEST),
)}


@dataclass(frozen=True, slots=True)
class Carried:
    """A tool she has: how many, whether it is in use, and why it cannot be used now (a string id, "" if it can)."""

    name: str
    count: int
    on: bool
    refusal: str


def carried(world: World) -> tuple[Carried, ...]:
    """What she has, in the order of `TOOLS`; empty between rooms."""
    stage = world.stage
    if stage is None:
        return ()
    return tuple(Carried(kind.name, count, _on(stage.her, kind.name), _refusal(world, kind))
                 for kind in TOOLS.values() if (count := _count(world, kind)) > 0)


def reach(world: World, name: str) -> tuple[Cell, ...]:
    """The cells `name` can be thrown to now; none for what is not thrown, or not hers."""
    kind = TOOLS.get(name)
    if kind is None or kind.use is not Use.THROW or not _count(world, kind):
        return ()
    return throwing.reach(world)


def use(world: World, ask: Tool) -> list[Event]:
    """Use a tool, or say why not."""
    stage = world.stage
    assert stage is not None
    kind = TOOLS.get(ask.name)
    if kind is None or not _count(world, kind):
        return [Refused("refused.tool")]
    why = _refusal(world, kind)
    if why:
        return [Refused(why)]
    her = stage.her
    match kind.use:
        case Use.THROW:
            events = throwing.throw(world, kind.name, Cell(ask.x, ask.y))
            return events if isinstance(events[0], Refused) else [*events, _used_up(world, kind)]
        case Use.BLOW:
            throwing.blow(stage)
            return []
        case Use.WEAR:
            _turn(her, kind.name)
            return [Sounded(kind.name, her.x, her.y, 0, "she")]
        case Use.TEST:
            her.pole_ticks = 0 if her.pole_ticks else pole.TICKS
            return []
        case _:
            assert_never(kind.use)


def leave_behind(world: World) -> list[Event]:
    """A branch stays where it was dragged to: she takes it into no other room."""
    if not world.tale.facts.get(BRANCH):
        return []
    world.tale.facts[BRANCH] = False
    return [FactChanged(BRANCH, True, False)]


def _count(world: World, kind: ToolKind) -> int:
    return int(world.tale.facts.get(kind.fact, 0))


def _used_up(world: World, kind: ToolKind) -> FactChanged:
    fact, old = world.lore.book.facts[kind.fact], world.tale.facts[kind.fact]
    new = changed(fact, old, Change(kind.fact, "by", -1))
    world.tale.facts[kind.fact] = new
    return FactChanged(kind.fact, old, new)


def _refusal(world: World, kind: ToolKind) -> str:
    """Why `kind` cannot be used now; "" if it can."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    if her.in_water:
        return "refused.water"
    if her.hidden:
        return "refused.hidden"
    if her.carries and (kind.use is not Use.WEAR or kind.name == BRANCH):
        return "refused.arms"
    if kind.use is Use.BLOW and throwing.whistled(stage):
        return "refused.whistled"
    if kind.use is Use.TEST and not pole.ahead(world):
        return "refused.no_ice"
    return ""


def _on(her: Her, name: str) -> bool:
    match name:
        case "branch":
            return her.branch
        case "cloth":
            return her.cloth
        case "shoes":
            return her.shoes
        case "pole":
            return her.pole_ticks > 0
        case _:
            return False


def _turn(her: Her, name: str) -> None:
    match name:
        case "branch":
            her.branch = not her.branch
        case "cloth":
            her.cloth = not her.cloth
        case "shoes":
            her.shoes = not her.shoes
