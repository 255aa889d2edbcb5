"""`web`: the package for a web page, made with pygbag. Works without a network; the page itself needs one."""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, FAULTS, WrongUse, load_content, lore_of, print_json
from game.commands.replay import read_recording

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game web                                 into build/web: put that folder on a server
  python -m game web --with-replay bridge.json       then open the page with #replay=bridge

It needs the development tools: python run.py's .venv with `pip install -e .[dev]`.
exit codes: 0 done, 1 pygbag failed, 2 wrong use"""
NAME = "winter-road"
LIMIT_SECONDS = 180


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("web", help="the package for a web page", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default="", metavar="DIR", help="where to (default: build/web)")
    parser.add_argument("--with-replay", action="append", default=[], metavar="FILE", help="pack a recording too")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Stage, build, copy; say how large it is."""
    from game.content.sources import data_root

    root = data_root()
    if not (root / "tools" / "web").is_dir():
        raise WrongUse("the web package is built from a checkout of the source, not from an installed game")
    lacking = [name for name in ("pygbag", "fontTools", "noto_cjk_sans_otc") if importlib.util.find_spec(name) is None]
    if lacking:
        raise WrongUse(f"this needs {', '.join(lacking)}: pip install -e '.[dev]'")
    content = load_content()
    for file in args.with_replay:
        read_recording(file, lore_of(content))
    from tools.web.stage import stage

    out = Path(args.out) if args.out else root / "build" / "web"
    game = root / "build" / "stage" / NAME
    shutil.rmtree(game, ignore_errors=True)
    game.mkdir(parents=True)
    stage(root, content, game, [Path(file) for file in args.with_replay])
    fault = _pygbag(root, game)
    if fault:
        print(fault, file=sys.stderr)
        return FAULTS
    if (out.resolve() == root.resolve()) or out.resolve() in root.resolve().parents:
        raise WrongUse(f"'{out}' holds the source; name another folder")
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(game / "build" / "web", out, dirs_exist_ok=True)
    package = out / f"{NAME}.apk"
    if args.json:
        print_json({"folder": str(out), "package": str(package), "bytes": package.stat().st_size})
    else:
        print(f"{package}: {package.stat().st_size / 1e6:.2f} MB; put the folder {out} on a server")
    return DONE


def _pygbag(root: Path, game: Path) -> str:
    """Run pygbag on `game`; what went wrong, or "". The page and its picture are ours, so nothing is fetched."""
    here = Path.cwd()
    page = root / "tools" / "web" / "page.tmpl"
    icon = root / "assets" / "icon.png"
    command = [sys.executable, "-m", "pygbag", "--build", "--no_opt", "--title", "The Winter Road",
               "--template", str(page), "--icon", str(icon), str(game)]
    try:
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"pygbag did not end in {LIMIT_SECONDS} seconds"
    if done.returncode or not (game / "build" / "web" / f"{NAME}.apk").is_file():
        return "pygbag failed:\n" + "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
    return ""
