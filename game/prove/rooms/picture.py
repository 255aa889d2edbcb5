"""The picture of a proved room: its ground, how often each cell is watched, the rounds, the ways that were found."""

from __future__ import annotations

from html import escape

from game.prove.rooms.png import Colour, data_uri, png
from game.prove.rooms.proof import HEAT_SLOTS, Proof, Shown
from game.sim.grid import UNITS
from game.sim.levels import posted
from game.sim.plan import plan_of
from game.sim.room import Room
from game.sim.world import Level

CELL = 10                    # picture units to a cell
MARK_TICKS = 300             # a time is written on a way every five seconds
_COOL, _WARM, _HOT = (139, 96, 190), (224, 160, 66), (220, 66, 56)


def heat_picture(room: Room, counts: list[int]) -> str:
    """A picture, a pixel a cell: clear where nobody ever looks, violet seldom, gold often, red always."""
    pixels: list[Colour] = [_heat(count) for count in counts]
    return data_uri(png(room.width, room.height, pixels))


def _heat(count: int) -> Colour:
    if not count:
        return 0, 0, 0, 0
    share = count / HEAT_SLOTS
    part = min(1.0, share / 0.4) if share < 0.4 else min(1.0, (share - 0.4) / 0.6)
    low, high = (_COOL, _WARM) if share < 0.4 else (_WARM, _HOT)
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(low, high, strict=True))
    return red, green, blue, round(70 + 110 * min(1.0, share * 1.6))


def drawing(proof: Proof, room: Room, ground: bytes, levels: list[Level]) -> str:
    """The SVG of a room; of what differs by level one group each, of class `at-LEVEL`."""
    wide, tall = room.width * CELL, room.height * CELL
    parts = [f'<svg viewBox="0 0 {wide} {tall}" role="img" aria-label="The room {escape(room.id)} from above">',
             f'<image href="{data_uri(ground)}" width="{wide}" height="{tall}"/>']
    for level in levels:
        heat = proof.heat.get(level)
        parts.append(f'<g class="at at-{level}">')
        if heat:
            parts.append(f'<image class="heat" href="{heat_picture(room, heat)}" width="{wide}" height="{tall}" '
                         'preserveAspectRatio="none"/>')
        parts += _rounds(room, level)
        parts.append("</g>")
    parts += [_area(room, name, "exit", f"out: {name}") for name in proof.ways.exits]
    parts += [_area(room, name, "retreat", name) for name in proof.ways.retreats]
    for level in levels:
        parts.append(f'<g class="at at-{level}">')
        for shown in proof.shown:
            if shown.level is level and shown.sneak.found:
                parts += _way(shown)
        parts.append("</g>")
    return "".join([*parts, _entry(room, proof.ways.entry), "</svg>"])


def _at(units: int) -> float:
    return round(units * CELL / UNITS, 1)


def _rounds(room: Room, level: Level) -> list[str]:
    """Every watcher's round, thin and dashed, with his name where it begins."""
    found: list[str] = []
    plan, posts = plan_of(room), dict[tuple[float, float], list[str]]()
    for watcher in room.watchers:
        if not posted(level, watcher):
            continue
        corners = [(stretch.x0, stretch.y0) for stretch in plan.loops[watcher.name].stretches]
        points = " ".join(f"{_at(x)},{_at(y)}" for x, y in corners)
        found.append(f'<polygon class="round" points="{points}"/>' if len(set(corners)) > 1 else "")
        posts.setdefault((_at(corners[0][0]), _at(corners[0][1])), []).append(watcher.name)
    for (x, y), names in posts.items():
        found.append(f'<circle class="post" cx="{x}" cy="{y}" r="4"/>')
        side, anchor = (x + 7, "start") if x < room.width * CELL * 0.9 else (x - 7, "end")
        label = escape(", ".join(names))
        found.append(f'<text class="who" x="{side}" y="{y + 4}" text-anchor="{anchor}">{label}</text>')
    return found


def _area(room: Room, name: str, kind: str, label: str) -> str:
    area = next((area for area in room.areas if area.name == name), None)
    if area is None:
        return ""
    x, y, width, height = (part * CELL for part in (area.left, area.top, area.width, area.height))
    if kind == "retreat":
        return (f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/>'
                f'<text class="{kind}" x="{x + 4}" y="{y + height + 15}">{escape(label)}</text>')
    side, anchor = (x + width + 5, "start") if x + width < room.width * CELL - 120 else (x - 5, "end")
    middle = round(y + height / 2 + 4)
    return (f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/>'
            f'<text class="{kind}" x="{side}" y="{middle}" text-anchor="{anchor}">{escape(label)}</text>')


def _entry(room: Room, name: str) -> str:
    thing = next((thing for thing in room.things if thing.name == name), None)
    if thing is None:
        return ""
    x, y = thing.cell.x * CELL + CELL // 2, thing.cell.y * CELL + CELL // 2
    return (f'<circle class="entry" cx="{x}" cy="{y}" r="7"/>'
            f'<text class="entry" x="{x + 11}" y="{y + 5}">{escape(name)}</text>')


def _way(shown: Shown) -> list[str]:
    """A way: a halo, a line broken where stairs or a scene took her elsewhere, the times, the narrowest moment."""
    places, found = shown.sneak.places, []
    lines: list[list[tuple[float, float]]] = [[]]
    for number, (_, x, y) in enumerate(places):
        before = places[number - 1] if number else places[0]
        if abs(x - before[1]) > 2 * UNITS or abs(y - before[2]) > 2 * UNITS:
            lines.append([])
        lines[-1].append((_at(x), _at(y)))
    other = "" if shown.sneak.goal.startswith("reach ") else " other"
    for name in (f"halo{other}", f"way{other}"):
        for line in lines:
            points = " ".join(f"{x},{y}" for x, y in line)
            found.append(f'<polyline class="{name}" points="{points}"/>')
    narrow = shown.sneak.narrow
    spot = (0.0, 0.0) if narrow is None else (narrow.cell.x * CELL + CELL / 2, narrow.cell.y * CELL + CELL / 2)
    found += _times(places, spot)
    if narrow is not None:
        across, down = spot
        beside = f'x="{across + 15}" y="{down - 8 if down > 25 else down + 24}"'
        found.append(f'<circle class="narrow" cx="{across}" cy="{down}" r="11"/><text class="narrow" {beside}>'
                     f'{narrow.ticks / 60:.1f} s from {escape(narrow.who)}</text>')
    return found


def _times(places: list[tuple[int, int, int]], narrow: tuple[float, float]) -> list[str]:
    """A dot with its seconds every MARK_TICKS; none too near the last, or the narrowest moment, or the beginning."""
    found: list[str] = []
    due, last = MARK_TICKS, (_at(places[0][1]), _at(places[0][2]))
    for tick, x, y in places:
        if tick < due:
            continue
        due = tick - tick % MARK_TICKS + MARK_TICKS
        at = _at(x), _at(y)
        if any(abs(at[0] - x) + abs(at[1] - y) < 4 * CELL for x, y in (last, narrow)):
            continue
        last = at
        found.append(f'<circle class="time" cx="{at[0]}" cy="{at[1]}" r="3"/>'
                     f'<text class="time" x="{at[0] + 6}" y="{at[1] - 6}">{tick // 60} s</text>')
    return found
