"""docs/problems.md, made from the examples in broken/: `python -m tests.content.problem_page` writes it anew."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.content.stories import HERE, checked, story_with

PAGE = HERE.parent.parent / "docs" / "problems.md"
TARGETS = {"World": "world.yaml", "Codex": "codex.yaml", "Strings": "strings/ko.yaml"}
FAMILIES = {"Y": "Reading the file", "T": "Shape", "N": "Names", "V": "Facts", "E": "Conditions", "R": "Ways through "
            "the story", "W": "Rooms", "C": "Prices", "B": "Bribes", "L": "The telephone", "D": "Papers", "X": "Words, "
            "pictures and ids", "F": "The facts behind", "P": "Promises and tests"}
FIRST = ("WordsWithAColonAreQuoted", "EveryGoNamesANode", "NodesDoNotRunOff", "SettingsAreIndentedBelowTheirChoice",
         "EverySpeakerIsInTheCast", "SettingsAreKnown", "FlagsAreNotYesOrNo", "EveryFactInAConditionIsDeclared",
         "EveryNodeIsReached", "ConditionsCanBeRead", "IdsAreUsedOnce", "WordsFitTheBox")
HEADS = ["", "| code | rule | such as | what is said |", "|---|---|---|---|"]
HEAD = """\
# What `check` says

Made from `tests/content/broken/`, one small broken story a rule; a test keeps this page true. `check` says
`file:line:column`, the code, what is wrong, and what would mend it. An *error* must be mended before the story can be
played; a *warning* runs, but is hardly what was meant."""
ELSEWHERE = """\
Not of one story file, and so without an example here: **A001** painted ground is older than its map · **K...** what a
pack may not do (docs/packs.md) · **M...** maps (maps/README.md) · **P003** a test of the story was not met
(`check --tests`) · **P001**, **R008** and other proofs (docs/proofs.md) · **V007** too many facts live across a gate ·
**X004** an id of the last release has vanished without a rename · **X006** something that nothing names."""


@dataclass(frozen=True)
class Example:
    """One broken file: its rule in words, where the fault is, what is said of it."""

    rule: str
    code: str
    severity: str
    line: str
    message: str
    suggestion: str


def example(path: Path) -> Example:
    """Read one, and check it."""
    text = path.read_text("utf-8")
    kind, _, name = path.stem.rpartition("_")
    line, severity, code = re.match(r"# \S+?:(\d+):\d+: (\w+) (\S+)", text).groups()
    with tempfile.TemporaryDirectory() as folder:
        found = checked(story_with(Path(folder), {TARGETS.get(kind, "crossing.yaml"): text}))
    said = next(one for one in found if one.code == code and one.line == int(line))
    rows = text.split("\n")
    return Example(_rule(name), code, severity,
                   rows[int(line) - 1].strip() if 0 < int(line) <= len(rows) else "", said.message, said.suggestion)


def page() -> str:
    """The whole page."""
    paths = (HERE / "broken").glob("*.yaml")
    examples = sorted((example(path) for path in paths), key=lambda one: (one.code, one.rule))
    parts = [HEAD]
    by_rule = {one.rule: one for one in examples}
    parts += ["", "## The twelve that come first", *HEADS, *(_row(by_rule[_rule(name)]) for name in FIRST)]
    for letter, family in FAMILIES.items():
        parts += ["", f"## {family}", *HEADS, *(_row(one) for one in examples if one.code.startswith(letter))]
    return "\n".join([*parts, "", "## Others", "", ELSEWHERE, ""])


def _row(one: Example) -> str:
    said = f"{one.message}. *{one.suggestion}*" if one.suggestion else one.message
    mark = "" if one.severity == "error" else " (warning)"
    return f"| {one.code}{mark} | {one.rule} | {_code(one.line)} | {_cell(said)} |"


def _rule(name: str) -> str:
    """A file's name as a sentence."""
    return " ".join(re.findall(r"[A-Z][a-z]*", name)).capitalize()


def _code(line: str) -> str:
    short = line if len(line) <= 60 else line[:57] + "..."
    return f"`` {_cell(short)} ``" if short else ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ").replace("\t", "→")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
