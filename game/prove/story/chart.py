"""A chart of part of a story: nodes and links with their marks, in shapes and words, never in colour alone."""

from __future__ import annotations

from html import escape

from game.prove.story.covered import Covered, Line, Mark, Offered, Spot
from game.prove.story.layout import Layout, layout
from game.prove.story.links import Edge

WIDE, GAP_X, GAP_Y, EDGE = 150, 38, 16, 14
HIGH, HIGH_WITH_BOTS = 38, 51
LEAST_SCALE = 0.8  # smaller than that a chart is moved about in its frame
LONG_NAME = 13  # letters that fit
MOST_LISTED = 14
LEAST_GROUPED = 4  # scenes that only come back to their room stand together


def chart(known: Covered, nodes: list[str], chapter: str) -> str:
    """The nodes of a band and all that leads out of them."""
    inside = set(nodes)
    lines = [line for line in known.lines if line.edge.source in inside]
    grouped = _grouped(lines, nodes)
    names = {line.edge.target: line.edge.target if line.edge.target in inside else f"> {line.edge.target}"
             for line in lines}
    drawn_lines = [line for line in lines if line.edge.target not in grouped]
    made = layout(nodes[0], list(dict.fromkeys(Edge(line.edge.source, names[line.edge.target], line.edge.kind)
                                               for line in drawn_lines)))
    high = HIGH_WITH_BOTS if any(spot.bots is not None for spot in known.spots.values()) else HIGH
    across = max(len(made.columns), 4 if grouped else 1)
    width = across * (WIDE + GAP_X) - GAP_X + 3 * EDGE
    height = made.height_rows * (high + GAP_Y) - GAP_Y + 2 * EDGE
    place = {name: (float(EDGE + made.column[name] * (WIDE + GAP_X)), EDGE + row * (high + GAP_Y))
             for name, row in made.row.items()}
    drawn = [_line(line, names[line.edge.target], made, place, high) for line in drawn_lines]
    drawn += [_spot(known.spots[name], place[name], high, known) if name in inside else
              _elsewhere(name[2:], chapter, place[name], high) for name in made.row]
    if grouped:
        group, more = _group(known, grouped, place, across - 1, height, high)
        drawn.insert(0, group)  # its line goes under what stands below the room
        height += more
    said = f"{len(nodes)} nodes and {len(lines)} links of {chapter}"
    return (f'<svg class=chart style="max-width:{width:.0f}px;min-width:{width * LEAST_SCALE:.0f}px" '
            f'viewBox="0 0 {width:.0f} {height:.0f}" role=img aria-label="{escape(said)}">{"".join(drawn)}</svg>')


def _grouped(lines: list[Line], nodes: list[str]) -> dict[str, Line]:
    """The scenes of a room that lead nowhere else, each with its way; none if there are only a few."""
    leading = {line.edge.source for line in lines}
    into: dict[str, list[Line]] = {}
    for line in lines:
        into.setdefault(line.edge.target, []).append(line)
    found = {node: into[node][0] for node in nodes if node not in leading and len(into.get(node, ())) == 1
             and into[node][0].edge.kind == "way"}
    return found if len(found) >= LEAST_GROUPED else {}


def _group(known: Covered, grouped: dict[str, Line], place: dict[str, tuple[float, float]], across: int, top: float,
           high: int) -> tuple[str, float]:
    """The scenes that only come back, in rows below all else; and how much higher the chart is with them."""
    room = next(iter(grouped.values())).edge.source
    x, y = place[room]
    left, first = EDGE + WIDE + GAP_X, top + 20
    rows = -(-len(grouped) // across)
    wide, tall = across * (WIDE + GAP_X) - GAP_X + 2 * EDGE - 8, rows * (high + GAP_Y) - GAP_Y + 20
    stem = f"M{x + 28:.1f} {y + high:.1f}V{first - 11:.1f}"
    said = f"only come back to {room.partition('.')[2]}"
    drawn = [f'<g class="line way taken"><path class=drawn d="{stem}" marker-end="url(#to-taken)"/></g>'
             f'<rect class=group x="{left - EDGE + 4}" y="{first - 10:.1f}" width="{wide}" height="{tall}" rx=8 />'
             f'<text class=small x="{max(left, x + 38):.1f}" y="{top + 4:.1f}">{escape(said)}</text>']
    for number, (name, line) in enumerate(grouped.items()):
        at = (float(left + number % across * (WIDE + GAP_X)), first + number // across * (high + GAP_Y))
        drawn.append(_spot(known.spots[name], at, high, known))
        if not line.is_taken:
            drawn.append(f'<g class="line untaken"><title>{escape(_along(line))}</title><text class=cross '
                         f'x="{at[0] - 1:.1f}" y="{at[1] + high / 2 + 6:.1f}">&#215;</text></g>')
    return "".join(drawn), tall + 30


def definitions() -> str:
    """What all charts of a page share: the arrowheads, and the hatching of a fault."""
    heads = "".join(f'<marker id="to-{name}" viewBox="0 0 8 8" refX=7 refY=4 markerWidth=9 markerHeight=9 '
                    f'markerUnits=userSpaceOnUse orient=auto><path d="M0 0 8 4 0 8z" class="head {name}"/></marker>'
                    for name in ("taken", "untaken"))
    return (f'<svg width=0 height=0 style="position:absolute" aria-hidden=true><defs>{heads}'
            '<pattern id=hatch width=7 height=7 patternUnits=userSpaceOnUse patternTransform="rotate(45)">'
            '<path d="M0 0V7" class=hatch /></pattern></defs></svg>')


def shape(mark: Mark, x: float, y: float) -> str:
    """The sign of a mark, 12 units wide about (x, y)."""
    match mark:
        case Mark.SAFE:
            return f'<circle class="sign full" cx="{x:.1f}" cy="{y:.1f}" r=5 />'
        case Mark.OPEN:
            return (f'<circle class=sign cx="{x:.1f}" cy="{y:.1f}" r=5 />'
                    f'<path class="sign full" d="M{x:.1f} {y - 5:.1f}a5 5 0 0 0 0 10z"/>')
        case Mark.NEVER:
            return f'<circle class=sign cx="{x:.1f}" cy="{y:.1f}" r=5 />'
        case Mark.FAULT:
            return f'<path class="sign cross" d="M{x - 5:.1f} {y - 5:.1f}l10 10m0-10l-10 10"/>'


def _spot(spot: Spot, place: tuple[float, float], high: int, known: Covered) -> str:
    (x, y), name = place, spot.node.partition(".")[2]
    long = _fitted(name, LONG_NAME, WIDE - 33)
    plays = "never come to" if spot.mark is Mark.NEVER else f"{spot.mark}, {_plays(spot.plays)}"
    bots = "" if spot.bots is None else (
        f'<text class=small x="{x + 28:.1f}" y="{y + 43:.1f}">bots {_times(spot.bots)}'
        '</text>')
    inner = f'<rect x="{x + 3:.1f}" y="{y + 3:.1f}" width="{WIDE - 6}" height="{high - 6}" rx=4 />' * spot.is_room
    return (f'<g class="node {spot.mark}"><title>{escape(_about(spot, known))}</title>'
            f'<rect class=box x="{x:.1f}" y="{y:.1f}" width="{WIDE}" height="{high}" rx=6 />{inner}'
            f'{shape(spot.mark, x + 16, y + high / 2)}'
            f'<text class=name x="{x + 28:.1f}" y="{y + 16:.1f}"{long}>{escape(name)}</text>'
            f'<text class=small x="{x + 28:.1f}" y="{y + 30:.1f}">{plays}</text>{bots}</g>')


def _fitted(name: str, letters: int, wide: int) -> str:
    """How a name is written so that it fits its box."""
    if len(name) <= letters:
        return ""
    pressed = f' textLength="{wide}" lengthAdjust=spacingAndGlyphs' if len(name) > letters + 3 else ""
    return f" style=font-size:11px{pressed}"


def _about(spot: Spot, known: Covered) -> str:
    """What is told when one points at a node."""
    said = {Mark.SAFE: "safe: from here an ending can be reached, whatever the variables are",
            Mark.OPEN: "not decided", Mark.NEVER: "nobody ever comes here", Mark.FAULT: "a fault"}[spot.mark]
    lines = [spot.node, said, f"{_plays(spot.plays)} of the proof came here"]
    lines += [f"bots came here {_times(spot.bots)}"] if spot.bots is not None else []
    lines += [*spot.faults]
    before = sorted({line.edge.source for line in known.lines if line.edge.target == spot.node and line.is_taken})
    lines += [f"from {', '.join(before[:MOST_LISTED])}{' ...' * (len(before) > MOST_LISTED)}"] if before else []
    return "\n".join(lines + [counted(one) for one in spot.offered[:MOST_LISTED]]
                     + ["..."] * (len(spot.offered) > MOST_LISTED))


def _plays(count: int) -> str:
    return f"{count:,} play{'s' * (count != 1)}"


def _times(count: int) -> str:
    return f"{count:,} time{'s' * (count != 1)}" if count else "never"


def counted(one: Offered) -> str:
    """Something offered, and how often it was done."""
    bots = "" if one.bots is None else f", by bots {_times(one.bots)}"
    return f"{one.name}: {f'taken in {_plays(one.plays)}' if one.plays else 'not taken'}{bots}"


def _elsewhere(target: str, chapter: str, place: tuple[float, float], high: int) -> str:
    """A node of another band or chapter, or an ending."""
    x, y = place
    ending = target.startswith("end ")
    name = f"ending: {target[4:]}" if ending else target.removeprefix(f"{chapter}.")
    long = _fitted(name, LONG_NAME + 3, WIDE - 22)
    top = y + (high - 24) / 2
    return (f'<g class="{"ending" if ending else "elsewhere"}"><title>{escape(target)}</title>'
            f'<rect x="{x:.1f}" y="{top:.1f}" width="{WIDE}" height=24 rx=12 />'
            f'<text class=name x="{x + 12:.1f}" y="{top + 16:.1f}"{long}>{escape(name)}</text></g>')


def _line(line: Line, target: str, made: Layout, place: dict[str, tuple[float, float]], high: int) -> str:
    (x0, y0), (x1, y1) = place[line.edge.source], place[target]
    y0, y1 = y0 + high / 2, y1 + high / 2
    on = made.column[target] - made.column[line.edge.source]
    if on > 0:
        x0, bend = x0 + WIDE, max(24.0, (x1 - x0 - WIDE) / 2)
        curve = f"M{x0:.1f} {y0:.1f}C{x0 + bend:.1f} {y0:.1f} {x1 - bend:.1f} {y1:.1f} {x1 - 1:.1f} {y1:.1f}"
    elif on == 0:  # round by the right
        x0, x1, bend = x0 + WIDE, x1 + WIDE, 26.0
        curve = f"M{x0:.1f} {y0:.1f}C{x0 + bend:.1f} {y0:.1f} {x1 + bend:.1f} {y1:.1f} {x1 + 1:.1f} {y1:.1f}"
    else:
        x1, bend = x1 + WIDE, max(24.0, (x0 - x1 - WIDE) / 2)
        curve = f"M{x0:.1f} {y0:.1f}C{x0 - bend:.1f} {y0:.1f} {x1 + bend:.1f} {y1:.1f} {x1 + 1:.1f} {y1:.1f}"
    taken = "taken" if line.is_taken else "untaken"
    missing = [one for one in line.offered if not one.plays]
    x, y, middle = (x0 + x1) / 2, (y0 + y1) / 2, ""
    if not line.is_taken:
        middle = (f'<text class=never x="{x:.1f}" y="{y - 3:.1f}">never</text>' if line.never
                  else f'<text class=cross x="{x:.1f}" y="{y + 6:.1f}">&#215;</text>')
    elif missing:
        part = f"{len(line.offered) - len(missing)} of {len(line.offered)}"
        middle = f'<text class=part x="{x:.1f}" y="{y - 3:.1f}">{part}</text>'
    return (f'<g class="line {line.edge.kind} {taken}"><title>{escape(_along(line))}</title>'
            f'<path class=hit d="{curve}"/><path class=drawn d="{curve}" marker-end="url(#to-{taken})"/>{middle}</g>')


def _along(line: Line) -> str:
    """What is told when one points at a line."""
    said = [f"{line.edge.source} {'ends as' if line.edge.kind == 'end' else 'leads to'} "
            f"{line.edge.target.removeprefix('end ')}"]
    said += [f"{_plays(line.plays)} went along" if line.plays else "taken" if line.is_taken
             else "nobody ever goes along" if line.never else "no play went along: not decided"]
    return "\n".join(said + [counted(one) for one in line.offered[:MOST_LISTED]])
