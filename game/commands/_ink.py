"""Our stories beside those of inkjs, in turn, on this machine, now: the same story, the same picks.

inkjs is not ours to ship: it is taken from the folder where whoever compares has put it. Not a command of its own.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Any

from game.commands import WrongUse, progress
from game.commands._long_story import CHOICES, NODES, Stop, as_ink, book, play
from game.commands._yardstick import Row, yardstick

if TYPE_CHECKING:
    from game.story.book import Book
    from game.story.tale import Tale

TIMES_FASTER = 5  # than inkjs, told story: what we want to reach
SAVE_MS = 5
ROUNDS = 9
_DRIVER = Path(__file__).with_name("_inkjs.mjs")


class Unlike(Exception):
    """The same story was told in two ways: one of the two is wrong, or the story is not the same."""


# inkjs ---------------------------------------------------------------------------------------------------
def node_with_inkjs(folder: Path) -> str:
    """The node that finds inkjs in `folder` or above it. Raises WrongUse, which says what to install."""
    node = shutil.which("node")
    if node is None:
        raise WrongUse("--vs-ink needs node (https://nodejs.org), and it is not on the PATH")
    if not folder.is_dir():
        raise WrongUse(f"--vs-ink: there is no folder {folder}")
    found = subprocess.run([node, "-e", "require.resolve('inkjs/full')"], cwd=folder, capture_output=True, check=False)
    if found.returncode:
        raise WrongUse(f"--vs-ink: there is no inkjs in {folder.resolve()}; run `npm install inkjs` there")
    return node


@dataclass(frozen=True, slots=True)
class _Inkjs:
    """inkjs at work in a process of its own."""

    process: subprocess.Popen[str]

    def ask(self, do: str, **more: object) -> dict[str, Any]:
        """Give an order, and wait for the answer. Raises WrongUse if inkjs gave up."""
        assert self.process.stdin is not None and self.process.stdout is not None and self.process.stderr is not None
        try:
            self.process.stdin.write(json.dumps({"do": do, **more}) + "\n")
            self.process.stdin.flush()
            answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        except (OSError, ValueError):
            self.process.kill()
            said = [line for line in self.process.stderr.read().splitlines() if "Error" in line]
            raise WrongUse(f"inkjs gave up: {said[0] if said else 'it does not say why'}") from None
        return answer


@contextmanager
def _inkjs(folder: Path) -> Iterator[_Inkjs]:
    pipe = subprocess.PIPE
    with subprocess.Popen([node_with_inkjs(folder), str(_DRIVER)], cwd=folder, text=True, encoding="utf-8",
                          stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield _Inkjs(process)
        finally:
            process.kill()


# Side by side --------------------------------------------------------------------------------------------
@dataclass(slots=True)
class _Pair:
    """The milliseconds of all rounds, ours and theirs."""

    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def told(self) -> str:
        """Both, at their best and in the middle."""
        return ", ".join(f"{who} {min(ms):.3g} ms (median {median(ms):.3g})"
                         for who, ms in (("ours", self.ours), ("inkjs", self.theirs)))


def ink_rows(folder: Path, nodes: int = NODES, choices: int = CHOICES, rounds: int = ROUNDS) -> list[Row]:
    """Both in turn, each judged at its best. Raises WrongUse without inkjs, Unlike if the two differ."""
    from game.content.packed import Content, pack, unpack

    stick = yardstick()
    steps, loads, saves = _Pair(), _Pair(), _Pair()
    with _inkjs(folder) as inkjs, tempfile.TemporaryDirectory() as name:
        ink = Path(name) / "story.ink"
        ink.write_text(as_ink(nodes), "utf-8")
        compiled = inkjs.ask("compile", file=str(ink))["bytes"]
        packed = pack(Content(book(nodes)))
        ours = unpack(packed).book
        assert ours is not None
        for number in range(rounds):
            progress(number, rounds, "in turn with inkjs")
            loads.ours.append(_ms(lambda: unpack(packed)))
            loads.theirs.append(inkjs.ask("load")["ms"])
            plays = [play(ours, choices) for _ in range(TIMES_FASTER)]  # as long as theirs: what disturbs disturbs both
            stop, tale, _ = plays[0]
            told = inkjs.ask("play", choices=choices)
            compare(stop, Stop(told["steps"], told["purse"], told["line"]))
            steps.ours.append(mean(ms for _, _, ms in plays))
            steps.theirs.append(told["ms"])
            saves.ours.append(_ms(partial(_save, ours, tale)))
            kept = inkjs.ask("save")
            saves.theirs.append(kept["ms"])
        progress(rounds, rounds, "")
    rate, their_rate = (stop.steps * 1000 / min(ms) for ms in (steps.ours, steps.theirs))
    return [
        Row("story steps a second", rate, TIMES_FASTER * their_rate, "steps", stick, True,
            f"{rate / their_rate:.1f} times inkjs, which takes {their_rate:.0f}; {stop.steps} lines and choices: "
            f"{steps.told()}; {stop.purse} won left in both"),
        Row("load of a compiled story", min(loads.ours), min(loads.theirs), "ms", stick,
            note=f"{loads.told()}; {len(packed) / 1e6:.2f} and {compiled / 1e6:.2f} MB"),
        Row("save of a long journey, time", min(saves.ours), SAVE_MS, "ms", stick,
            note=f"{saves.told()}; {len(_save(ours, tale)) / 1000:.0f} and {kept['bytes'] / 1000:.0f} kB: ours has the "
                 "last 200 lines, and names that outlive edits"),
    ]


def compare(ours: Stop, theirs: Stop) -> None:
    """Raises Unlike if the two have not told the same."""
    if ours != theirs:
        raise Unlike(f"the two play differently: after {ours.steps} steps ours has {ours.purse} won, at '{ours.line}'; "
                     f"after {theirs.steps} inkjs has {theirs.purse}, at '{theirs.line}'")


def _save(book: Book, tale: Tale) -> bytes:
    from game.content.saves import encode
    from game.sim.world import Lore, World

    return encode(World(Lore(book, {}), tale)).encode()


def _ms(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000
