"""The example that `new-pack` writes: three nodes, one room, and every file a pack can do with."""

from __future__ import annotations

import shutil
from pathlib import Path

CARD = """\
id: {id}
version: "1"
format: 1
title: The last bus
by: You
licence: CC0-1.0
"""

WORLD = """\
# Who is in the story, what is remembered, how it can end, where it starts.
start: stop.evening

cast:
  driver: {name: The driver}

facts:
  ticket: {type: flag}

endings:
  home:
    title: Home
    text: The bus goes. Behind the wet window the square gets smaller.
  walk:
    title: On foot
    text: It is eleven kilometres. I count the first hundred poles.
"""

STOP = """\
# A chapter. `python -m game check DIR` says what is wrong; `python -m game stamp DIR` writes the ids of new lines.
nodes:
  evening:
    - narrator @evening.1: A square, a bench, one lamp. The last bus stands with its engine running.
    - visit: square
      from: start
      ways:
        talk driver: driver
        reach road: road

  driver:
    - if: ticket
      then:
        - driver @driver.1: You again. Get in, then.
        - end: home
    - driver @driver.2: Full up. Unless you have a ticket.
    - choose:
        - Show him the ticket from spring @driver.show:
            do:
              - set: {ticket: true}
              - driver @driver.3: This is from spring.
              - driver @driver.4: It says nothing about which spring.
              - end: home
        - Leave it @driver.leave:
            do:
              - back

  road:
    - narrator @road.1: The road is dark and dry.
    - choose:
        - Walk @road.walk:
            do:
              - end: walk
        - Turn back to the lamp @road.back:
            do:
              - set: {ticket: true}
              - narrator @road.2: In my pocket is the ticket from spring. I had forgotten it.
              - back
"""

STRINGS = """\
place:
  square: The square
"""

README = """\
# {id}

A pack for The Winter Road. `python -m game play --pack .` plays it, `python -m game check --pack .` checks it.
`maps/square.tmx` can be opened in Tiled; the signs a map may hold are told in the game's maps/README.md.
"""

WIDE, HIGH = 40, 24
_WALL, _PATH, _SNOW = 65, 9, 1  # the first of four tiles each of terrain.tsx: brick, path, snow


def square() -> str:
    """The map: a walled square with a path, a driver, and a way out in the east."""
    rows = []
    for y in range(HIGH):
        row = [(_WALL if x in (0, WIDE - 1) or y in (0, HIGH - 1) else _PATH if 10 <= y <= 13 else _SNOW)
               + (x * 7 + y * y * 3 + x * y) % 11 % 4 for x in range(WIDE)]
        rows.append(",".join(map(str, row)))
    ground = ",\n".join(rows)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<map version="1.10" tiledversion="1.10.2" orientation="orthogonal" renderorder="right-down" width="{WIDE}" \
height="{HIGH}" tilewidth="16" tileheight="16" infinite="0" nextlayerid="3" nextobjectid="5">
 <properties>
  <property name="kind" value="visit"/>
  <property name="grade" value="dusk"/>
  <property name="underfoot" value="dry"/>
 </properties>
 <tileset firstgid="1" source="terrain.tsx"/>
 <tileset firstgid="81" source="marks.tsx"/>
 <layer id="1" name="ground" width="{WIDE}" height="{HIGH}">
  <data encoding="csv">
{ground}
</data>
 </layer>
 <objectgroup id="2" name="objects">
  <object id="1" name="start" class="entry" x="56" y="184"><point/></object>
  <object id="2" name="driver" class="resident" x="312" y="184">
   <properties>
    <property name="cast" value="driver"/>
    <property name="person" value="villager"/>
   </properties>
   <point/>
  </object>
  <object id="3" name="road" class="area" x="592" y="160" width="32" height="64"/>
 </objectgroup>
</map>
"""


SHARED = ("terrain.tsx", "terrain.png", "marks.tsx", "marks.png")  # the tilesets that maps are painted with


def write(folder: Path, maps: Path) -> None:
    """Write the example into a folder, whose name is its id; the game's own maps lie in `maps`. Raises OSError."""
    for name, text in files(folder.resolve().name).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in SHARED:
        shutil.copyfile(maps / name, folder / "maps" / name)


def files(id: str) -> dict[str, str]:
    """Every text file of the example by its name."""
    return {"pack.yaml": CARD.format(id=id), "README.md": README.format(id=id), "story/world.yaml": WORLD,
            "story/stop.yaml": STOP, "story/strings/en.yaml": STRINGS, "maps/square.tmx": square()}
