"""A long story made by machine, to measure how long a writer waits for `check`."""

from __future__ import annotations

from pathlib import Path

_WORLD = """start: c0.n0
cast: {narrator: {name: "", moods: [plain]}, jo: {name: Jo, moods: [plain, afraid]}}
facts:
  won: {type: int, min: 0, max: 40, start: 8, item: true, worth: 10}
  met: {type: flag}
  river: {type: enum, of: [closed, open]}
endings: {across: {title: Across, text: The other bank.}}
"""
_NODE = """  n{n}:
    - narrator @n{n}.1: The wind comes over the ice and I count the steps from the reeds to the far bank again.
    - jo (afraid) @n{n}.2: You have {{won}} notes. Nobody has asked me yet. *Somebody* will.
    - if: river == open and won >= {least}
      then:
        - set: {{won: +1, met: true}}
        - narrator @n{n}.3: The ice is open here, black, and it smokes.
    - choose:
        - Wait for the signal @n{n}.c1:
            if: met
            once: true
            go: {next}
        - Pay the boy @n{n}.c2:
            pay: {{won: 2}}
            go: {next}
        - Go on @n{n}.c3: {next}
"""
NODES_IN_A_FILE = 220


def write(folder: Path, nodes: int = 1700) -> int:
    """Write a story of so many nodes (1700: a megabyte) that has no error; its bytes."""
    (folder / "world.yaml").write_text(_WORLD, "utf-8")
    written = 0
    for first in range(0, nodes, NODES_IN_A_FILE):
        file, last = first // NODES_IN_A_FILE, min(first + NODES_IN_A_FILE, nodes)
        parts = ["nodes:\n"]
        for number in range(first, last):
            after = f"c{(number + 1) // NODES_IN_A_FILE}.n{number + 1}" if number + 1 < nodes else f"c{file}.last"
            parts.append(_NODE.format(n=number, least=number % 7, next=after))
        if last == nodes:
            parts.append("  last:\n    - end: across\n")
        written += (folder / f"c{file}.yaml").write_text("".join(parts), "utf-8")
    return written
