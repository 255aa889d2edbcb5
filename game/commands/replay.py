"""`replay`: runs a recording through the rules again, and says whether it ends as it did."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, FAULTS, WrongUse, load_content, lore_of, print_json

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.content.recordings import Recording
    from game.sim.world import Lore

EXAMPLE = """examples:
  python -m game replay bridge.json
  python -m game replay bridge.json --video frames --every 6     a PNG for every sixth tick

exit codes: 0 ended as recorded (or recorded on another story), 1 ended otherwise, 2 wrong use"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("replay", help="run a recording again", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE", help="what `play --record` or `bot --record` wrote")
    parser.add_argument("--video", default="", metavar="DIR", help="write pictures there")
    parser.add_argument("--every", type=int, default=6, metavar="N", help="ticks between pictures (default: 6)")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Replay, compare, say."""
    from game.content.recordings import RecordingFault, agrees, play

    if args.every < 1:
        raise WrongUse("--every takes a number from 1 up")
    content = load_content()
    lore = lore_of(content)
    recording = read_recording(args.file, lore)
    pictures = 0
    try:
        if args.video:
            from game.commands.demo import film

            found, ticks, pictures = film(content, recording, Path(args.video), args.every)
        else:
            found, ticks = play(recording, lore)
    except RecordingFault as fault:
        raise WrongUse(str(fault)) from None
    same = agrees(recording, lore, found)
    if args.json:
        print_json({"ticks": ticks, "digest": found, "recorded": recording.digest, "same": same, "pictures": pictures})
    else:
        print(f"{ticks} ticks, digest {found}")
        print({True: "ends as recorded", False: f"ends otherwise than recorded ({recording.digest})",
               None: "recorded on another version of the story: nothing to compare"}[same])
        if pictures:
            print(f"{pictures} pictures in {args.video}")
    return FAULTS if same is False else DONE


def read_recording(path: str, lore: Lore) -> Recording:
    """The recording in a file. Raises WrongUse, in words, if it is none."""
    from game.content.codec import CodecFault, world_from
    from game.content.recordings import RecordingFault, decode

    try:
        recording = decode(Path(path).read_text(encoding="utf-8"))
        world_from(recording.start, lore)
    except OSError as fault:
        raise WrongUse(f"cannot read '{path}': {fault.strerror}") from None
    except UnicodeDecodeError:
        raise WrongUse(f"'{path}' is no recording: it is not text") from None
    except CodecFault as fault:
        raise WrongUse(f"'{path}': this recording is damaged ({fault})") from None
    except RecordingFault as fault:
        raise WrongUse(f"'{path}': {fault}") from None
    if recording.content != lore.hash:
        print("recorded on another version of the story; it may go another way", file=sys.stderr)
    return recording
