"""`text`: translations out to translators, back again, and looked over."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, FAULTS, WrongUse
from game.commands.stamp import story_folder

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.content.draft import Draft
    from game.content.language_sheets import Format
    from game.content.problems import Faults

EXAMPLE = """examples:
  python -m game text extract --lang ko > ko.yaml           every text with its Korean, in the order of the story
  python -m game text extract --lang de --format po --out de.po
  python -m game text extract --lang ko --only todo         what is missing or stale, nothing else
  python -m game text merge ko.yaml --lang ko               what came back; nothing there is overwritten
  python -m game text check --lang ko                       missing, stale, slots, too long for its box"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("text", help="translations: extract, merge, check", description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("extract", "merge", "check"))
    parser.add_argument("file", nargs="?", type=Path, help="merge: the sheet that came back (.yaml, .csv or .po)")
    parser.add_argument("--lang", default="ko", metavar="L", help="language, two or three letters (default: ko)")
    parser.add_argument("--format", choices=("yaml", "csv", "po"), default="",
                        help="of the sheet (default: by its name)")
    parser.add_argument("--only", choices=("all", "todo"), default="all", help="extract: all, or missing and stale")
    parser.add_argument("--out", type=Path, help="extract: write here (default: to the terminal)")
    parser.add_argument("--root", type=Path, help="folder with story/ (default: the game's own)")


def run(args: argparse.Namespace) -> int:
    """Do it; 1 if something is wrong with a translation."""
    from game.content.language_files import LANGUAGE
    from game.content.reader import read_draft

    if not LANGUAGE.fullmatch(args.lang) or args.lang in ("en", "xx"):
        raise WrongUse(f"'{args.lang}' is no language to translate to; write two or three small letters, such as ko")
    if args.file is not None and args.what != "merge":
        raise WrongUse(f"only `merge` takes a file, not {args.what}; a language is named with --lang")
    folder = story_folder(args.root)
    draft = read_draft(folder)
    match args.what:
        case "extract":
            return _extract(args, folder, draft)
        case "merge":
            return _merge(args, folder, draft)
        case _:
            return _check(args, folder, draft)


def _format(args: argparse.Namespace, path: Path | None) -> Format:
    from game.content.language_sheets import FORMATS

    ending = args.format or (path.suffix[1:].lower() if path else "yaml")
    for known in FORMATS:
        if known == ("yaml" if ending == "yml" else ending):
            return known
    raise WrongUse(f"'{path}' is no sheet: it must end in .yaml, .csv or .po, or say --format")


def _extract(args: argparse.Namespace, folder: Path, draft: Draft) -> int:
    from game.content import language_files, language_sheets, languages

    kind = _format(args, args.out)
    rows = languages.sheet(draft, language_files.read_kept(folder, args.lang, draft.faults))
    if args.only == "todo":
        rows = [row for row in rows if row.stale or not row.text]
    text = language_sheets.written(rows, args.lang, kind)
    if args.out is None:
        sys.stdout.write(text)
        return DONE
    try:
        args.out.write_text(text, "utf-8", newline="\n")
    except OSError as fault:
        raise WrongUse(f"cannot write '{args.out}': {fault.strerror}") from None
    print(f"{args.out}: {len(rows)} texts, {sum(not row.text for row in rows)} without words, "
          f"{sum(row.stale for row in rows)} stale")
    return DONE


def _merge(args: argparse.Namespace, folder: Path, draft: Draft) -> int:
    from game.content import language_files, language_sheets, languages
    from game.content.problems import Faults

    if args.file is None:
        raise WrongUse("which sheet? write: text merge FILE --lang ko")
    try:
        data = args.file.read_bytes()
    except OSError as fault:
        raise WrongUse(f"cannot read '{args.file}': {fault.strerror}") from None
    if draft.faults.errors:
        raise WrongUse("the story has errors; `check` lists them. Nothing was merged")
    faults = Faults()
    kept = language_files.read_kept(folder, args.lang, faults)
    if faults.errors:
        _print(faults)
        raise WrongUse(f"the files of '{args.lang}' have errors; nothing was merged")
    came = language_sheets.read(data, str(args.file), _format(args, args.file), faults)
    made = languages.merge(kept, came, draft.words, faults)
    try:
        written = language_files.write_kept(folder, args.lang, made, languages.sheet(draft, made))
    except OSError as fault:
        raise WrongUse(f"cannot write '{fault.filename}': {fault.strerror}") from None
    _print(faults)
    print(f"{len(made) - len(kept)} new, {sum(made[id] != kept[id] for id in kept)} renewed, "
          f"{len(written)} files written")
    return FAULTS if faults.found else DONE


def _check(args: argparse.Namespace, folder: Path, draft: Draft) -> int:
    from game.commands._fit import check_fit
    from game.content import language_files, languages
    from game.content.problems import Faults

    faults = Faults()
    kept = language_files.read_kept(folder, args.lang, Faults())
    if not kept:
        there = ", ".join(sorted(draft.languages)) or "none but English"
        raise WrongUse(f"there is no language '{args.lang}' yet; there are {there}. Begin with: text extract --lang "
                       f"{args.lang}")
    files = {path.name for path in language_files.files(folder, args.lang)}
    faults.found += [problem for problem in draft.faults.found
                     if Path(problem.file).name in files and (problem.line or problem.severity == "error")]
    rows = languages.sheet(draft, kept)
    for row in rows:
        if not row.text:
            faults.warning(row.place, "X002", f"'{row.id}' has no words in '{args.lang}'")
    check_fit(rows, language_files.places(folder, args.lang), faults)
    _print(faults)
    done = sum(bool(row.text) and not row.stale for row in rows)
    print(f"{done} of {len(rows)} texts are in '{args.lang}', {sum(row.stale for row in rows)} stale")
    return FAULTS if faults.found else DONE


def _print(faults: Faults) -> None:
    from game.content.problems import in_order

    for problem in in_order(faults.found):
        print(problem)
