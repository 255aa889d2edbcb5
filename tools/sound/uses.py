"""Where every sound of the game is heard, and what is said of it to those who do not hear it.

A sound that tells the player something has a caption. These have none of their own, each for the reason given.
"""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_CAPTION: dict[str, tuple[str, ...]] = {
    "interface": ("ui_move", "ui_confirm", "ui_back"),
    "her own hands and feet: she knows": ("run_soft", "run_hard", "crawl_soft", "crawl_hard", "take", "throw", "lamp",
                                          "branch", "cloth", "shoes"),
    "shown by a sign: the eye over a watcher": ("suspicion", "alert", "heartbeat", "heartbeat_fast"),
    "shown by a sign: what she gave": ("notes",),
    "shown by a sign: the telephone's bars": ("line", "static"),
    "the place: it tells nothing that is not seen": ("pines", "water", "fire", "rain", "house", "paddles", "cart_bell"),
    "as the door is made; its caption is that of `door`": ("door_flat", "door_iron", "hatch"),
}  # fmt: skip
MASKS = ("wind", "train", "bells", "market", "fireworks")  # words of the map property `masks`
_SOUNDED = re.compile(r'Sounded\(\s*"(\w+)"')
_STEP = re.compile(r'"(step_\w+)"')
_PLAYED = re.compile(r"play: (\w+)\n\s*caption: (.+)")


def from_the_rules() -> set[str]:
    """Sounds that events of the simulation and the screen name; all of them have words in strings/en.yaml."""
    from game.sim.duty import _SETS_OUT
    from game.sim.telephone import LINE_SOUNDS
    from game.sim.throwing import SOUNDS

    found = {*MASKS, *SOUNDS.values(), *LINE_SOUNDS.values(), *filter(None, _SETS_OUT.values())}
    for path in [*(ROOT / "game" / "sim").glob("*.py"), ROOT / "game" / "ui" / "surround.py"]:
        text = path.read_text("utf-8")
        found |= {*_SOUNDED.findall(text), *_STEP.findall(text)}
    return found - {name for names in WITHOUT_CAPTION.values() for name in names}


def from_the_story() -> dict[str, list[str]]:
    """Captions of the story's own sounds, in the story's words."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "story").glob("*.yaml")):
        for name, caption in _PLAYED.findall(path.read_text("utf-8")):
            found.setdefault(name, []).append(caption.strip("'\""))
    return found


def words() -> dict[str, str]:
    """The captions of strings/en.yaml, by sound."""
    text = (ROOT / "story" / "strings" / "en.yaml").read_text("utf-8")
    return dict(yaml.safe_load(text)["sound"])


def rows(names: list[str]) -> list[str]:
    """docs/sound.md: every sound, and what is read when it is heard."""
    said, ruled, told = words(), from_the_rules(), from_the_story()
    why = {name: reason for reason, group in WITHOUT_CAPTION.items() for name in group}
    lines = ["| sound | what is read | in the story |", "|---|---|---|"]
    for name in names:
        read = f"{said[name]} ->" if name in ruled else f"({why[name]})" if name in why else "-"
        lines.append(f"| {name} | {read} | {'; '.join(told.get(name, ['-']))} |")
    return lines
