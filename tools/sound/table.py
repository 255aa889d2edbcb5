"""docs/sound.md: what the written files measure, read back from the OGG files themselves."""

from collections.abc import Iterable
from pathlib import Path

import soundfile

from tools.sound.mastering import Sound
from tools.sound.measure import Wave, integrated, loudest, peak_db, seam
from tools.sound.music import STATES, Cue, state

HEAD = """# Sounds and music

Written by `python -m tools.sound`, which also makes every file named here: mono Vorbis at 24 kHz, all computed from
numbers (no recordings, no samples). `--only NAME` rebuilds one sound or cue, `--look FOLDER` draws spectrograms.
The numbers are the same on every run, and so are the bytes with one version of libvorbis (stream numbers are fixed).

**Nobody has listened to these yet.** They were checked by the numbers below and by looking at their spectrograms;
the verse of the lullaby was also played dry and its pitch tracked: notes and bends land on the scale. A person with
headphones should go through everything before anyone trusts the mix.

Loudness is K-weighted after ITU-R BS.1770 (LUFS): for single sounds the loudest 400 ms, for loops and music the whole,
gated. *Seam* is the step from a loop's last sample to its first, beside the 99th percentile of all its steps: the seam
is silent when the first is not larger than the second.

**The lullaby** is ours, in 6/8, after the eastern folk mode (menari: mi sol la do re, here D F G B-flat C; a musician
who knows it should look at `tools/sound/score.py`), made for the words "Winter makes the river a road, spring makes the
road a river; snow flower, snow flower, which way will you go home?" In `title` its last line stops on re, asking; in
`flat` it comes back low and broken, its second line missing; in `ending` the question is answered on la.

**States.** The game plays all layers of a cue at once, from the same moment, and fades between sums of them:
"""

COLUMNS = ("", "| file | seconds | LUFS | peak dBFS | seam / usual step | kB |", "|---|---|---|---|---|---|")


def _read(path: Path) -> tuple[Wave, int]:
    wave, rate = soundfile.read(path, dtype="float64")
    return wave, int(rate)


def _seam_text(x: Wave) -> str:
    step, usual = seam(x)
    return f"{step:.4f} / {usual:.4f}"


def table(sounds: Iterable[Sound], cues: Iterable[Cue], sound_dir: Path, music_dir: Path) -> str:
    """The page, from the files in the two folders. Raises soundfile's error where one is missing."""
    lines = [HEAD, "| state | calm | drone | suspicion | alert |", "|---|---|---|---|---|"]
    for name, gains in STATES.items():
        lines.append(f"| {name} | " + " | ".join(f"{gains.get(k, 0):g}" for k in STATES["all"]) + " |")
    lines += ["", '"all" is no state, only the worst case.', ""]
    lines += [*_music(cues, music_dir), "", *_sounds(sounds, sound_dir)]
    files = [*sound_dir.glob("*.ogg"), *music_dir.glob("*.ogg")]
    total = sum(p.stat().st_size for p in files)
    return "\n".join([*lines, "", f"{len(files)} files, {total / 1e6:.2f} MB.", ""])


def _music(cues: Iterable[Cue], folder: Path) -> list[str]:
    head = ["## Music", *COLUMNS]
    sums = ["", "| cue, state | LUFS | peak dBFS |", "|---|---|---|"]
    for cue in cues:
        layers: dict[str, Wave] = {}
        rate = 0
        for layer in STATES["all"]:
            path = folder / f"{cue.name}_{layer}.ogg"
            if not path.exists():
                continue
            x, rate = _read(path)
            layers[layer] = x
            head.append(
                f"| {path.stem} | {len(x) / rate:.2f} | {integrated(x, rate, True):.1f} | {peak_db(x):.1f} "
                f"| {_seam_text(x)} | {path.stat().st_size / 1000:.0f} |"
            )
        for name in STATES:
            if name in layers or (name == "all" and len(layers) > 2):
                total = state(layers, name)
                sums.append(f"| {cue.name}, {name} | {integrated(total, rate, True):.1f} | {peak_db(total):.1f} |")
    return head + sums


def _sounds(sounds: Iterable[Sound], folder: Path) -> list[str]:
    lines = ["## Sounds", *COLUMNS]
    for sound in sounds:
        for stem in sound.files():
            path = folder / f"{stem}.ogg"
            x, rate = _read(path)
            loud = integrated(x, rate, True) if sound.loop else loudest(x, rate)
            lines.append(
                f"| {stem} | {len(x) / rate:.2f} | {loud:.1f} | {peak_db(x):.1f} "
                f"| {_seam_text(x) if sound.loop else '-'} | {path.stat().st_size / 1000:.1f} |"
            )
    return lines
