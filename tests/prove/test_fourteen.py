"""Fourteen faults that story tools are known to let through, each planted alone into a story that has none.

`check` finds what stands wrong in a file, `prove` what only play can come to, with the choices that lead there.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.commands.calls import call

WORLD = """\
start: m.start
cast:
  jo: {name: Jo}
facts:
  coins: {type: int, min: 0, max: 9, start: 2, item: true}
  bread: {type: int, min: 0, max: 1, start: 1, item: true}
  key: {type: flag}
endings:
  home: {title: Home, text: The stove is warm.}
  attic: {title: Attic, text: It is full of light.}
"""
NAMES = """\
item:
  coins.one: '{n} coin'
  coins.many: '{n} coins'
  bread.one: '{n} loaf'
"""
STORY = """\
nodes:
  start:
    - jo @start.1: Where to?
    - choose:
        - To the market @start.c1: market
        - Up to the attic @start.c2:
            if: key
            go: attic
        - Home @start.c3: house
  market:
    - choose:
        - Buy bread @market.c1:
            pay: {coins: 1}
            do:
              - give: {bread: 1}
            go: market
        - Eat bread @market.c2:
            pay: {bread: 1}
            do:
              - set: {key: true}
            go: market
        - Pay the ferry @market.c3:
            pay: {coins: 2}
            go: house
        - Walk back @market.c4: start
  house:
    - jo @house.1: Come in.
    - end: home
  attic:
    - end: attic
"""


@dataclass(frozen=True)
class Planted:
    """`old` becomes `new`; `command` then finds `code` at `place`, and says the choices that lead there.

    Whoever takes those in `tell` is told `told`.
    """

    old: str
    new: str
    command: str
    code: str
    place: str
    choices: str = ""
    told: str = ""


CHECK, PROVE = "check", "prove"
FAULTS = {
    "unknown jump target": Planted("@start.c1: market", "@start.c1: markt", CHECK, "N001", "story/m.yaml:5:36"),
    "duplicate node": Planted("  attic:\n", "  house:\n", CHECK, "Y003", "story/m.yaml:29:3"),
    "undeclared variable in a condition": Planted("if: key", "if: kye", CHECK, "V001", "story/m.yaml:7:17"),
    "wrong type assigned": Planted("{key: true}", "{key: 3}", CHECK, "T003", "story/m.yaml:20:28"),
    "unknown speaker": Planted("jo @house.1", "joe @house.1", CHECK, "N002", "story/m.yaml:27:7"),
    "duplicate text id": Planted("@house.1", "@start.1", CHECK, "X003", "story/m.yaml:27:7"),
    "runs off the end": Planted("    - end: home\n", "", CHECK, "R002", "story/m.yaml:27:7"),
    "node nobody reaches": Planted("  attic:\n", "  cellar:\n    - end: attic\n  attic:\n", CHECK, "R001",
                                   "story/m.yaml:29:3"),
    "ending never reached, its flag is never set": Planted(
        "            do:\n              - set: {key: true}\n", "", PROVE, "R003", "story/world.yaml:10:3"),
    "price above any purse": Planted("pay: {coins: 2}", "pay: {coins: 12}", CHECK, "C001", "story/m.yaml:23:19"),
    "choice never takeable": Planted("pay: {coins: 2}", "pay: {coins: 3}", PROVE, "C002", "story/m.yaml:22:11"),
    "menu with no takeable choice": Planted(
        "    - jo @house.1: Come in.\n",
        "    - choose:\n        - Pay for the bed @house.c1:\n            pay: {coins: 1}\n",
        PROVE, "R005", "story/m.yaml:26:3", "m.start.c1 > m.market.c3", "nothing can be answered"),
    "economic softlock": Planted("@market.c4: start", "@market.c4: market", PROVE, "R006", "story/m.yaml:10:3",
                                 "m.start.c1 > m.market.c1", "4. Walk back"),
    "endless loop without a choice": Planted(
        "    - jo @house.1: Come in.\n", "    - if: coins < 2\n      then:\n        - go: house\n", PROVE, "R005",
        "story/m.yaml:26:3", "m.start.c1 > m.market.c3", "goes round for ever"),
}


def written(folder: Path, story: str) -> Path:
    (folder / "story" / "strings").mkdir(parents=True)
    (folder / "story" / "strings" / "en.yaml").write_text(NAMES, "utf-8")
    (folder / "story" / "world.yaml").write_text(WORLD, "utf-8")
    (folder / "story" / "m.yaml").write_text(story, "utf-8")
    return folder


def said(command: str, folder: Path) -> str:
    """What a command prints of a folder, its places as they lie in the folder."""
    out = call(*([CHECK, str(folder)] if command == CHECK else [PROVE, "--story", str(folder)])).out
    return out.replace(f"{folder}/", "")


def test_there_are_fourteen_and_the_story_itself_has_none(tmp_path: Path) -> None:
    folder = written(tmp_path, STORY)
    assert len(FAULTS) == 14
    assert said(CHECK, folder) == "no faults found\n"
    assert "story: proof: " in said(PROVE, folder)


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_found(name: str, tmp_path: Path) -> None:
    planted = FAULTS[name]
    assert STORY.count(planted.old) == 1
    folder = written(tmp_path, STORY.replace(planted.old, planted.new))
    out = said(planted.command, folder)
    found = [line for line in out.splitlines() if f"error {planted.code}: " in line]
    assert [line.partition(": ")[0] for line in found] == [planted.place], out
    if planted.choices:
        path = re.search(r'tell --choose "(.*)"', out)
        assert path is not None and path[1] == planted.choices, out


@pytest.mark.parametrize("name", [name for name, planted in FAULTS.items() if planted.choices])
def test_its_choices_lead_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = FAULTS[name]
    folder = written(tmp_path, STORY.replace(planted.old, planted.new))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    told = call("tell", "--from", str(folder), "--choose", planted.choices)
    assert told.code == 0 and planted.told in told.out, told
