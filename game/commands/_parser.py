"""The parser of the command line: a wrong word is told in one line that says what to write, and help names the
command as it was called.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from game.commands import MODULE, PROGRAM, WrongUse, as_called

_NUMBER = re.compile(r"argument (.+): invalid int value: (.+)")
_WANTS = re.compile(r"argument (.+): expected one argument")
_NEEDED = re.compile(r"the following arguments are required: (.+)")


class Parser(argparse.ArgumentParser):
    """Raises WrongUse where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        """One line instead of a page."""
        name = self.prog.removeprefix(MODULE).strip()
        if found := _NUMBER.fullmatch(message):
            message = f"{found[1]} takes a whole number, not {found[2][:40]}"
        elif found := _WANTS.fullmatch(message):
            message = f"{found[1]} wants something after it"
        elif found := _NEEDED.fullmatch(message):
            message = f"{name or 'this'} wants {found[1]}"
        else:
            message = message.removeprefix("argument ")
        raise WrongUse(f"{message}; {_more(name)}")

    def format_help(self) -> str:
        """The help, with examples that can be typed as they stand."""
        return as_called(super().format_help())

    def unknown(self, words: Sequence[str]) -> WrongUse:
        """What is wrong with `words`, which no option of this command takes."""
        name = self.prog.removeprefix(MODULE).strip()
        word = words[0]
        options = sorted(option for action in self._actions for option in action.option_strings)
        near = get_close_matches(word, options, 1)
        if word == "--from" and word not in options:
            hint = f"the folder stands alone here: {PROGRAM} {name} FOLDER"
        elif "--from" in options and not word.startswith("-") and Path(word).is_dir():
            hint = f"a folder of your own is named with --from {word}"
        elif near:
            hint = f"did you mean {near[0]}?"
        else:
            hint = _more(name)
        return WrongUse(f"{name} does not know '{word}'; {hint}")


def _more(name: str) -> str:
    return f"`{PROGRAM} {name} --help`".replace("  ", " ") + " tells what it takes"
