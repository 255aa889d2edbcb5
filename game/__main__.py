"""The command line: `python -m game COMMAND`. Without a command the game is played."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from types import ModuleType

from game import __version__, commands
from game.commands._parser import Parser

DESCRIPTION = "The Winter Road: a narrative stealth game. Without a command it is played."
EPILOG = """examples:
  python -m game                       play
  python -m game tell                  play as text
  python -m game --demo                watch a whole journey, no display needed
  python -m game check                 every fault of the shipped story
  python -m game COMMAND --help        the options of a command, with an example

exit codes: 0 done, 1 faults found, 2 wrong use, 3 no display, 4 undecided"""


def command_names() -> list[str]:
    """All commands: one file each in game/commands."""
    names = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Only the asked-for command's file is imported."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(_with_command(arguments))
    except commands.WrongUse as fault:
        print(fault, file=sys.stderr)
        return commands.WRONG_USE
    except SystemExit as leaving:  # argparse after --help and --version
        return leaving.code if isinstance(leaving.code, int) else commands.WRONG_USE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return commands.DONE


def _with_command(arguments: list[str]) -> list[str]:
    if "--demo" in arguments:
        return ["demo", *(word for word in arguments if word != "--demo")]
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        return ["play", *arguments]
    return arguments


def _run(arguments: list[str]) -> int:
    names = command_names()
    name = arguments[0]
    if name not in names and not name.startswith("-"):
        near = get_close_matches(name, names, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(names)}."
        raise commands.WrongUse(f"there is no command '{name}'; {hint}")
    modules = {wanted: _module(wanted) for wanted in ([name] if name in names else names)}
    parser = Parser("python -m game", description=DESCRIPTION, epilog=EPILOG,
                    formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"The Winter Road {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in modules.values():
        module.add(subparsers)
    args, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise (subparsers.choices[args.command] if args.command else parser).unknown(unknown)
    code = modules[args.command].run(args)
    assert isinstance(code, int)
    return code


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"game.commands.{name.replace('-', '_')}")


if __name__ == "__main__":
    sys.exit(main())
