"""The written music against its notes: in tune, in time, each line ending where the verse says."""

from typing import Any

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("soundfile")
pytest.importorskip("scipy")

from tests.tools.heard import heard  # noqa: E402
from tools.sound import score, tuning  # noqa: E402
from tools.sound.layers import VIBRATO  # noqa: E402
from tools.sound.music import CUES, LEAD_S  # noqa: E402

MELODIES = {
    "title": score.TITLE, "road": score.ROAD, "river": score.RIVER, "flat": score.FLAT, "bank": score.BANK,
    "home": score.HOME_ROOM, "ending": score.ENDING, "ending_road": score.ENDING_ROAD,
}  # fmt: skip


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_the_written_melody_is_in_tune_and_in_time(cue: Any) -> None:
    x, notes = heard("music", f"{cue.name}_calm"), MELODIES[cue.name]
    off = [abs(tuning.cents_off(x, 24_000, note, cue.beat_s, LEAD_S)) for note in notes]
    assert np.median(off) < 5 and np.mean(np.array(off) < 25) > 0.9  # a few are hidden by the next stroke
    rises = tuning.strokes(x, 24_000)
    late = [tuning.milliseconds_off(rises, note, cue.beat_s, LEAD_S) for note in notes if note.force >= 0.5]
    assert abs(np.mean(late)) < 8 and np.abs(late).max() <= 30


@pytest.mark.parametrize(("cue", "lines"), [
    ("title", {11: "G4", 21: "D4", 33: "A#4", 45: "C5"}),        # the last line asks, on re
    ("home", {9: "G4", 21: "D4", 33: "A#3", 45: "C4"}),
    ("bank", {9: "G4", 24: "G4"}),
    ("ending", {21: "D4", 45: "G4", 75: "G4"}),                  # answered on la
    ("ending_road", {21: "D4", 45: "D5", 75: "D5"}),             # open, on high mi
])  # fmt: skip
def test_each_line_of_a_verse_ends_on_its_note(cue: str, lines: dict[float, str]) -> None:
    piece, x = next(c for c in CUES if c.name == cue), heard("music", f"{cue}_calm")
    for at, pitch in lines.items():
        note = max((n for n in MELODIES[cue] if n.at == at), key=lambda n: score.hertz(n.pitch))
        assert tuning.settles(note) == pytest.approx(score.hertz(pitch)), (cue, at)
        shaken = 15 + 75 * VIBRATO[note.hand]  # a vibrato has its peak somewhere on the way
        assert abs(tuning.cents_off(x, 24_000, note, piece.beat_s, LEAD_S)) < shaken, (cue, at)


def test_a_note_out_of_tune_is_found() -> None:
    x, cue = heard("music", "title_calm"), CUES[0]
    last = next(note for note in score.TITLE if note.at == 45)
    sharp = np.interp(np.arange(len(x)) * 2 ** (40 / 1200), np.arange(len(x)), x)
    moved = score.Note(last.at / 2 ** (40 / 1200) - 0.3 * (1 - 2 ** (-40 / 1200)), last.pitch, last.force, last.hand)
    assert 30 < tuning.cents_off(sharp, 24_000, moved, cue.beat_s, LEAD_S) < 50
