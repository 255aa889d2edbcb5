"""Where a telling goes: the screen, coloured if it can be, and a log; and where the answers come from."""

from __future__ import annotations

from typing import TextIO


def colours(plain: bool, screen: TextIO) -> bool:
    """Whether lines are coloured: on a terminal, unless somebody asked not to (no-color.org)."""
    import os

    return not plain and screen.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def painted(line: str) -> str:
    """A line with the colour of its kind: titles bold, stage directions and what was chosen dim, options cyan."""
    kind = "1" if line.startswith(("--", "==")) else "2" if line.startswith(("[", ">")) else ""
    kind = kind or ("36" if line.partition(". ")[0].isdecimal() else "")
    return f"\x1b[{kind}m{line}\x1b[0m" if kind else line


class Teller:
    """Says lines to the screen and to the log, and asks for answers."""

    def __init__(self, answers: TextIO, screen: TextIO, log: TextIO | None, coloured: bool = False) -> None:
        self.answers, self.screen, self.log, self.coloured = answers, screen, log, coloured

    def say(self, line: str = "") -> None:
        """Say a line; on a terminal that has colours its kind shows, but nothing is told by colour alone."""
        self.screen.write((painted(line) if self.coloured else line) + "\n")
        self.screen.flush()
        if self.log is not None:
            self.log.write(line + "\n")
            self.log.flush()

    def ask(self, prompt: str) -> str | None:
        """An answer without the spaces around it; None when there will be no more."""
        if self.answers.isatty():
            self.screen.write(prompt)
            self.screen.flush()
        line = self.answers.readline()
        if line and self.log is not None:
            self.log.write(f"{prompt}{line.strip()}\n")
        return line.strip() if line else None
