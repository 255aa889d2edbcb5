"""Makes the recordings beside this file: `python -m tests.recordings.make`. Why and when: README.md."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import Namespace
from pathlib import Path

from game.commands import load_content, lore_of
from game.commands.play import begin
from game.content.packed import Content, pack
from game.content.recordings import Recorder, Recording, encode
from game.prove import walker
from game.prove.rooms.opening import visits
from game.prove.rooms.proof import prove_visit
from game.sim.intents import Choose, Gait, Intent, Move, Next
from game.sim.step import step
from game.sim.world import Level, Lore, World
from game.story import runtime
from game.story.tale import Waiting

HERE = Path(__file__).parent
RULES = "rules"  # the key in a recording's file that says on what it was made
KEYS = {"right": (1, 0), "left": (-1, 0), "down": (0, 1), "up": (0, -1), "wait": (0, 0)}
GAITS = {"": Gait.WALK, "run": Gait.RUN, "crouch": Gait.CROUCH, "crawl": Gait.CRAWL}
WALKS = {  # room: where it begins, what is pressed and for how many ticks; `1` to `9` choose, words go by themselves
    "post_10": ("road.to_the_post", [], 7,
                "right 264, down 60, act, 2, right 150, up 90, act, 2, right 130, down 50, right 60, act, "
                "right 50, act, 1, wait 120, left 200, down 170, right 260 crouch, wait 200, right 240 crouch"),
    "tumen": ("river.crossing", ["jo=story", "fed=true"], 11,
              "right 200, down 30, act, wait 30, right 60, act, right 100, "
              "right 300 crouch, right 60 run, 1, left 120 crouch, wait 200"),
    "signal_hill": ("hill.slope", ["pebbles=2"], 5,
                    "up 200, right 120, up 160 crouch, wait 90, left 150, up 120 run, act, wait 60, right 200 crouch"),
    "laundry_hour": ("laundry.hour", [], 9,
                     "right 160, act, wait 60, right 200, down 90, act, wait 60, right 120, up 140, wait 200"),
    "orchard_bank": ("bank.outside", ["branch=true"], 4,
                     "down 60, right 300, down 90 crouch, right 260 crouch, wait 120, right 200 run, up 60, act"),
    "lab": ("lab.start", ["bread=2"], 2,
            "up 330, left 240, down 60, wait 240, right 200, up 90, right 420, up 130, wait 300, "
            "down 120, left 90 run"),
    "curtains": ("flat.evening", [], 3,
                 "right 60, down 20, act, up 70, act, right 42, up 10, act, 1, "
                 "down 90, right 20, down 40, right 40, act, 1, wait 300, "
                 "left 40, up 88, right 80, act, right 60, down 200, wait 600, right 300 run"),
}
JOURNEYS = {  # ending: where it begins, and the first seed to try
    "home": ("laundry.morning", 3), "bridge": ("bank.orchard", 7), "curtains": ("flat.arrival", 1),
    "road_on": ("bank.orchard", 5), "river_keeps": ("river.crossing", 1),
}


def rules_of(content: Content) -> str:
    """A hash of what a journey depends on: the story's steps and the rooms; no words, no pictures."""
    data = json.loads(pack(content))
    for name in ("hash", "words", "art", "codex", "problems", "promises", "tests", "renames", "packs", "pictures"):
        data.pop(name, None)
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def walk(lore: Lore, room: str) -> Recording:
    """Press the keys of WALKS in a room, as it is at the start of a visit."""
    start, facts, seed, keys = WALKS[room]
    world, _ = begin(lore, Namespace(scene=start, room="", set=facts, seed=seed))
    recorder = Recorder.of(world)

    def press(intent: Intent) -> None:
        recorder.note(world, intent, step(world, intent))

    for key in keys.split(", "):
        for intent in _intents(key):
            _read(world, press)
            asked = world.tale.waiting in (Waiting.CHOICE, Waiting.BRIBE)
            if isinstance(intent, Choose):
                press(_chosen(world, intent))
            elif not asked:  # a hand that still holds the arrow chooses nothing
                press(intent)
    _read(world, press)
    return recorder.finish(world)


def _intents(key: str) -> list[Intent]:
    name, *rest = key.split()
    if name.isdecimal():
        return [Choose(name)]
    if name == "act":
        return [Move(act=True), Move()]
    dx, dy = KEYS[name]
    return [Move(dx, dy, GAITS[rest[1] if len(rest) > 1 else ""])] * int(rest[0])


def _read(world: World, press: object) -> None:
    assert callable(press)
    while world.tale.waiting is Waiting.WORDS:
        press(Next())


def _chosen(world: World, number: Choose) -> Choose:
    """The choice with this number, from 1, among the open ones. Raises IndexError if nothing such is asked."""
    return Choose([option.id for option in runtime.options(world.lore.book, world.tale)
                   if option.open][int(number.id) - 1])


def journey(lore: Lore, ending: str) -> Recording:
    """The walking bot's way to an ending. Raises SystemExit if it finds none."""
    start, first = JOURNEYS[ending]
    for seed in range(first, first + 40):
        walked = walker.toward(lore, ending, seed, start=start)
        if walked.ending == ending:
            return walked.recording
    raise SystemExit(f"the walking bot does not find the ending {ending}")


def unseen(lore: Lore) -> dict[str, Recording]:
    """The proved way into every exit of every room that nobody sees: unseen_ROOM_EXIT."""
    made: dict[str, Recording] = {}
    for node, at, visit in visits(lore):
        for shown in prove_visit(lore, node, at, (Level.TRAVELLER,)).shown:
            name = f"unseen_{visit.room}_{shown.sneak.goal.split()[-1]}"
            if shown.recording is not None:
                made.setdefault(name, shown.recording)
    return made


def main() -> int:
    """Write every recording."""
    content = load_content()
    lore, rules = lore_of(content), rules_of(content)
    made = {room: walk(lore, room) for room in WALKS} | {f"to_{id}": journey(lore, id) for id in JOURNEYS}
    made |= unseen(lore)
    for name, recording in made.items():
        text = json.dumps({RULES: rules, **json.loads(encode(recording))}, separators=(",", ":"))
        (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        ticks = sum(times for intent, times in recording.intents if isinstance(intent, Move))
        print(f"{name}.json: {len(text)} bytes, {ticks} ticks pressed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
