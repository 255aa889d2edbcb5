"""docs/sound.md: what the written files measure, read back from the OGG files themselves."""

from collections.abc import Iterable
from pathlib import Path

import soundfile

from tools.sound import session, uses
from tools.sound.mastering import Sound
from tools.sound.measure import Wave, crest_db, integrated, loudest, peak_db, roughness, seam
from tools.sound.music import STATES, Cue, state

HEAD = """# Sounds and music

Written by `python -m tools.sound`, which also makes every file named here: mono Vorbis at 24 kHz, all computed from
numbers (no recordings, no samples). `--only NAME` rebuilds one sound or cue, `--look FOLDER` draws spectrograms.
The numbers are the same on every run, and so are the bytes with one version of libvorbis (stream numbers are fixed).

**Nobody has listened to these yet.** They were checked by the numbers below and by looking at their spectrograms.
A person with headphones should go through everything before anyone trusts the mix.

Loudness is K-weighted after ITU-R BS.1770 (LUFS): for single sounds the loudest 400 ms, for loops and music the whole,
gated. *Crest* is how far the highest sample stands over the mean; *rough* how much the level above 400 Hz trembles 30
to 150 times a second (0.1 a bell, 0.2 noise, 0.4 a throat, more for what rattles or is only struck). *Seam* is the step
from a loop's last sample to its first, beside the 99th percentile of all its steps: the seam is silent when the first
is not larger than the second. No file has an offset, and single sounds begin and end in silence.

**The lullaby** is ours, in 6/8, after the eastern folk mode (menari: mi sol la do re, here D F G B-flat C; a musician
who knows it should look at `tools/sound/score.py`), made for the words "Winter makes the river a road, spring makes the
road a river; snow flower, snow flower, which way will you go home?" Its four verses: the first in `title`, where the
last line stops on re, asking; the second, Mother's, in `home` (the widow's room); the third, the sister's, in `bank`
(the far bank), over another ground tone; the fourth in `ending`, where the question is answered on la, and in
`ending_road`, where the line climbs and stays open. In `flat` the first comes back low and broken.

Plucks are up to 12 ms early or late. Read back from the written files, notes settle within a few cents of the scale,
and strokes lie within 15 ms of the beat (`tools/sound/tuning.py`; the limits are in tests/tools/test_sound.py).

**States.** The melody of a cue has its whole length, every other layer half of it: started at one moment, they meet
again for ever. The game plays all layers of a cue at once and fades between sums of them, in 0.8 s into danger and in
4 s out of it; a cue that gives way to another takes 1.5 s. Lasting sounds of a place swell and sink in 0.6 s:
"""

MINUTE = """The game's own `Sounds` (game/ui/sound.py) plays a minute on a mixer that only counts: title, river, danger
and its end, another room, words, three rooms within a second, an ending. It is kept for somebody with ears by
`python -m tools.sound.session --wav FILE`."""
FEET = "How far each gait on each ground stands over the wind of a winter night, in LU:"
CAPTIONS = """What is read while something is heard. Where it ends in an arrow, distance and direction are said too, and
the sound comes from that side."""

COLUMNS = ("", "| file | seconds | LUFS | peak dBFS | crest dB | rough | seam / usual step | kB |",
           "|---|---|---|---|---|---|---|---|")


def _read(path: Path) -> tuple[Wave, int]:
    wave, rate = soundfile.read(path, dtype="float64")
    return wave, int(rate)


def _seam_text(x: Wave) -> str:
    step, usual = seam(x)
    return f"{step:.4f} / {usual:.4f}"


def _shape(x: Wave, rate: int) -> str:
    return f"{crest_db(x):.0f} | {roughness(x, rate):.2f}"


def table(sounds: Iterable[Sound], cues: Iterable[Cue], sound_dir: Path, music_dir: Path) -> str:
    """The page, from the files in the two folders. Raises soundfile's error where one is missing."""
    lines = [HEAD, "| state | calm | drone | suspicion | alert |", "|---|---|---|---|---|"]
    for name, gains in STATES.items():
        lines.append(f"| {name} | " + " | ".join(f"{gains.get(k, 0):g}" for k in STATES["all"]) + " |")
    lines += ["", '"all" is no state, only the worst case.', ""]
    lines += [*_music(cues, music_dir), "", *_sounds(sounds, sound_dir)]
    files = [*sound_dir.glob("*.ogg"), *music_dir.glob("*.ogg")]
    total = sum(p.stat().st_size for p in files)
    minute, feet = session.table(session.render()), session.feet()
    lines += ["", "## A minute of play", "", MINUTE, "", *minute, "", FEET, "", *feet]
    lines += ["", "## Captions", "", CAPTIONS, "", *uses.rows([sound.name for sound in sounds])]
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
                f"| {_shape(x, rate)} | {_seam_text(x)} | {path.stat().st_size / 1000:.0f} |"
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
                f"| {_shape(x, rate)} | {_seam_text(x) if sound.loop else '-'} | {path.stat().st_size / 1000:.1f} |"
            )
    return lines
