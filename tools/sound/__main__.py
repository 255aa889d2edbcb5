"""Rebuild sounds, music and their table: `python -m tools.sound [--only NAME ...] [--look FOLDER]`."""

import argparse
import sys
from pathlib import Path

from tools.sound import around, doors, far, hands, interface, lasting, music, nature, steps, things, wheels
from tools.sound.mastering import Sound, master
from tools.sound.table import table

ROOT = Path(__file__).resolve().parents[2]
SOUNDS: tuple[Sound, ...] = (*steps.SOUNDS, *nature.SOUNDS, *around.SOUNDS, *things.SOUNDS, *doors.SOUNDS,
                              *wheels.SOUNDS, *hands.SOUNDS, *far.SOUNDS, *lasting.SOUNDS, *interface.SOUNDS)


def main(arguments: list[str]) -> int:
    """Make what is asked for; 2 if a name is unknown."""
    parser = argparse.ArgumentParser(prog="python -m tools.sound", description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="sounds (step_snow) or cues (river) to rebuild")
    parser.add_argument("--look", type=Path, metavar="FOLDER", help="also draw spectrograms there")
    chosen = parser.parse_args(arguments)
    names = {sound.name for sound in SOUNDS} | {cue.name for cue in music.CUES}
    wanted = set(chosen.only or names)
    if wanted - names:
        print(f"unknown: {', '.join(sorted(wanted - names))}; known: {', '.join(sorted(names))}", file=sys.stderr)
        return 2
    sounds, cues = ROOT / "assets" / "sounds", ROOT / "assets" / "music"
    for sound in SOUNDS:
        if sound.name in wanted:
            master(sound, sounds)
    for cue in music.CUES:
        if cue.name in wanted:
            music.master(cue, cues)
    (ROOT / "docs" / "sound.md").write_text(table(SOUNDS, music.CUES, sounds, cues), encoding="utf-8")
    if chosen.look:
        from tools.sound.look import sheet  # Pillow only where pictures are wanted

        for folder in (sounds, cues):
            stems = (p for p in sorted(folder.glob("*.ogg")) if not chosen.only or p.stem.startswith(tuple(wanted)))
            if paths := list(stems):
                sheet(paths, chosen.look / f"{folder.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
