"""`graph`: the story as a picture: what can follow what."""

from __future__ import annotations

import argparse
from collections import defaultdict
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, load_content, lore_of, print_json

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.prove.story.links import Edge

EXAMPLE = """examples:
  python -m game graph --out story.svg             to look at in a browser
  python -m game graph --out story.mmd             Mermaid, for a page of notes
  python -m game graph --chapter river --out river.svg
  python -m game graph --json"""
COLOURS = {"go": "#5b6b7f", "call": "#3d7f6a", "way": "#b3662f", "due": "#8a4f9e", "end": "#a02c2c"}
WIDE, HIGH, GAP_X, GAP_Y = 150, 26, 14, 54


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("graph", help="the story as a picture", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default="", metavar="FILE", help="story.svg or story.mmd (default: Mermaid, printed)")
    parser.add_argument("--chapter", default="", metavar="NAME", help="only one chapter file and what it leads to")
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="your own folder with story/ and maps/")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Draw it, write it."""
    from game.prove.story.links import edges

    book = lore_of(load_content(args.root)).book
    chapters = sorted({node.partition(".")[0] for node in book.nodes})
    if args.chapter and args.chapter not in chapters:
        raise WrongUse(f"there is no chapter '{args.chapter}'; there are {', '.join(chapters)}")
    if args.out and not args.out.endswith((".svg", ".mmd", ".md")):
        raise WrongUse("--out ends in .svg (a picture) or .mmd (Mermaid)")
    found = [edge for edge in edges(book) if not args.chapter or edge.source.startswith(args.chapter + ".")]
    if args.json:
        print_json([{"from": edge.source, "to": edge.target, "kind": edge.kind} for edge in found])
        return DONE
    start = book.start if not args.chapter else next(node for node in book.nodes if node.startswith(args.chapter + "."))
    text = svg(found, start) if args.out.endswith(".svg") else mermaid(found)
    if not args.out:
        print(text, end="")
        return DONE
    try:
        Path(args.out).write_text(text, encoding="utf-8")
    except OSError as fault:
        raise WrongUse(f"cannot write '{args.out}': {fault.strerror}") from None
    print(f"{args.out}: {len({edge.source for edge in found})} nodes, {len(found)} links")
    return DONE


def mermaid(found: list[Edge]) -> str:
    """The graph in the words of Mermaid, chapter by chapter."""
    names = {name: f"n{number}" for number, name in
             enumerate(dict.fromkeys(name for edge in found for name in (edge.source, edge.target)))}
    chapters: dict[str, list[str]] = defaultdict(list)
    for name in names:
        chapters["endings" if name.startswith("end ") else name.partition(".")[0]].append(name)
    lines = ["flowchart TD"]
    for chapter, nodes in chapters.items():
        lines.append(f"  subgraph {chapter}")
        for name in nodes:
            left, right = ("([", "])") if name.startswith("end ") else ("[", "]")
            lines.append(f'    {names[name]}{left}"{name.rpartition(".")[2]}"{right}')
        lines.append("  end")
    arrows = {"go": "-->", "call": "-.->", "way": "==>", "due": "-.->|later|", "end": "-->"}
    lines += [f"  {names[edge.source]} {arrows[edge.kind]} {names[edge.target]}" for edge in found]
    return "\n".join(lines) + "\n"


def svg(found: list[Edge], start: str) -> str:
    """The graph as a picture, top to bottom; wide layers go over several lines."""
    from game.prove.story.links import layers

    lines = [row[at:at + 10] for row in layers(found, start) for at in range(0, len(row), 10)]
    width = max(len(line) for line in lines) * (WIDE + GAP_X) + GAP_X
    height = len(lines) * (HIGH + GAP_Y) + GAP_Y
    spots = {}
    for down, line in enumerate(lines):
        left = (width - len(line) * (WIDE + GAP_X) + GAP_X) / 2
        for across, name in enumerate(line):
            spots[name] = (left + across * (WIDE + GAP_X), GAP_Y / 2 + down * (HIGH + GAP_Y))
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
             f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#f7f5ef"/>']
    for edge in found:
        (x0, y0), (x1, y1) = spots[edge.source], spots[edge.target]
        down = y1 > y0
        x0, x1 = x0 + WIDE / 2, x1 + WIDE / 2
        y0, y1 = y0 + (HIGH if down else 0), y1 + (0 if down else HIGH)
        bend = GAP_Y / 2 if down else -GAP_Y / 2
        curve = f"M{x0:.0f} {y0:.0f} C{x0:.0f} {y0 + bend:.0f} {x1:.0f} {y1 - bend:.0f} {x1:.0f} {y1:.0f}"
        parts.append(f'<path d="{curve}" fill="none" stroke="{COLOURS[edge.kind]}" stroke-opacity="0.65"><title>'
                     f"{escape(edge.source)} {edge.kind} {escape(edge.target)}</title></path>")
    for name, (x, y) in spots.items():
        ending = name.startswith("end ")
        parts.append(f'<rect x="{x:.0f}" y="{y:.0f}" width="{WIDE}" height="{HIGH}" rx="5" '
                     f'fill="{"#a02c2c" if ending else "#ffffff"}" stroke="#39424e"/>'
                     f'<text x="{x + WIDE / 2:.0f}" y="{y + 17:.0f}" text-anchor="middle" '
                     f'fill="{"#ffffff" if ending else "#1c2129"}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
