"""The committed sounds and music: shapes, lengths, seams, peaks, loudness and sizes, read from the files."""

from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

np = pytest.importorskip("numpy")
soundfile = pytest.importorskip("soundfile")
pytest.importorskip("scipy")

from tools.sound.__main__ import SOUNDS  # noqa: E402
from tools.sound.measure import integrated, loudest, peak_db, seam  # noqa: E402
from tools.sound.music import CUES, STATE_LUFS, STATES, state  # noqa: E402

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LAYERS = {
    "title": ("calm", "drone"),
    "road": ("calm", "drone", "suspicion", "alert"),
    "river": ("calm", "drone", "suspicion", "alert"),
    "flat": ("calm", "drone", "suspicion", "alert"),
    "ending": ("calm",),
}
TAKES = {
    "step_snow": 4, "step_crust": 4, "step_ice": 4, "step_gravel": 4, "step_reeds": 4, "step_earth": 4,
    "step_wood": 4, "step_concrete": 4, "ice_crack": 2, "dog_far": 2, "knock": 2, "pebble": 2,
    "dog_bark": 2, "crawl_soft": 3, "crawl_hard": 3,
}  # fmt: skip
ONE_TAKE = [
    "ice_boom",
    "ice_break",
    "splash",
    "wind",
    "whistle",
    "radio",
    "door",
    "lamp",
    "breath",
    "heartbeat",
    "paper",
    "notes",
    "engine",
    "generator",
    "cart_bell",
    "curtain",
    "accordion_note",
    "kettle",
    "ui_move",
    "ui_confirm",
    "ui_back",
    "suspicion",
    "alert",
    "throw",
    "bread",
    "kite_whistle",
    "take",
    "branch",
    "cloth",
    "shoes",
    "telephone",
    "line_click",
    "line_breath",
    "train",
    "bells",
    "market",
    "fireworks",
    "murmur",
    "line",
    "static",
]
LOOPS = ("wind", "radio", "heartbeat", "engine", "generator", "line", "static")
SOUND_STEMS = sorted([*ONE_TAKE, *(f"{name}_{k + 1}" for name, n in TAKES.items() for k in range(n))])
MUSIC_STEMS = sorted(f"{cue}_{layer}" for cue, layers in LAYERS.items() for layer in layers)


@cache
def heard(kind: str, stem: str) -> Any:
    """The decoded wave of a file; at 24 kHz, as the header test makes sure."""
    return soundfile.read(ASSETS / kind / f"{stem}.ogg", dtype="float64")[0]


def cue_layers(cue: str) -> dict[str, Any]:
    """The decoded layers of a cue."""
    return {layer: heard("music", f"{cue}_{layer}") for layer in LAYERS[cue]}


def test_the_folders_hold_what_the_contract_lists_and_nothing_else() -> None:
    assert sorted(p.stem for p in (ASSETS / "sounds").glob("*.ogg")) == SOUND_STEMS
    assert sorted(p.stem for p in (ASSETS / "music").glob("*.ogg")) == MUSIC_STEMS


@pytest.mark.parametrize("kind", ["sounds", "music"])
def test_every_file_is_mono_vorbis_at_24_khz(kind: str) -> None:
    for path in (ASSETS / kind).glob("*.ogg"):
        header = soundfile.info(path)
        assert (header.samplerate, header.channels, header.format, header.subtype) == (24_000, 1, "OGG", "VORBIS"), path


def test_sizes_stay_within_the_budget() -> None:
    music = [p.stat().st_size for p in (ASSETS / "music").glob("*.ogg")]
    sounds = [p.stat().st_size for p in (ASSETS / "sounds").glob("*.ogg")]
    assert max(music) < 90_000
    assert max(sounds) < 40_000
    assert sum(music) + sum(sounds) < 2_600_000


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_layers_of_a_cue_have_the_length_the_score_says(cue: Any) -> None:
    assert {len(x) for x in cue_layers(cue.name).values()} == {cue.samples}


def test_loops_close_without_a_click() -> None:
    waves = {stem: heard("sounds", stem) for stem in LOOPS} | {stem: heard("music", stem) for stem in MUSIC_STEMS}
    for stem, x in waves.items():
        step, usual = seam(x)
        assert step <= usual, f"{stem}: the seam jumps by {step:.4f}, its usual largest step is {usual:.4f}"


def test_no_layers_together_reach_minus_one_decibel() -> None:
    for cue in LAYERS:
        layers = cue_layers(cue)
        for size in range(1, len(layers) + 1):
            for some in combinations(layers.values(), size):
                assert peak_db(np.sum(some, axis=0)) < -1.0, cue
        for name in STATES:
            assert peak_db(state(layers, name)) < -1.0, (cue, name)


def test_no_sound_reaches_minus_one_decibel_or_is_nearly_silent() -> None:
    for stem in SOUND_STEMS:
        assert -26 < peak_db(heard("sounds", stem)) < -1.0, stem


@pytest.mark.parametrize("name", STATE_LUFS)
def test_a_state_is_as_loud_in_every_cue(name: str) -> None:
    louds = [integrated(state(cue_layers(cue), name), 24_000, True) for cue in LAYERS if name in LAYERS[cue]]
    assert max(louds) - min(louds) < 1.0
    assert abs(louds[0] - STATE_LUFS[name]) < 1.0


def test_sounds_are_as_loud_as_declared() -> None:
    for sound in SOUNDS:
        for stem in sound.files():
            x = heard("sounds", stem)
            loud = integrated(x, 24_000, True) if sound.loop else loudest(x, 24_000)
            assert abs(loud - sound.lufs) < 1.0, stem


def test_one_shots_begin_and_end_in_silence() -> None:
    for stem in set(SOUND_STEMS) - set(LOOPS):
        x = heard("sounds", stem)
        assert max(abs(x[0]), abs(x[-1])) < 0.02 * np.abs(x).max() + 0.002, stem


def profile(stem: str) -> Any:
    """A step as the ear sorts it: the level in eight octaves, in dB against the whole, and how it is spread in time."""
    x = heard("sounds", stem)
    power = np.abs(np.fft.rfft(x, 16_384)) ** 2
    hz = np.fft.rfftfreq(16_384, 1 / 24_000)
    edges = 60 * 2.0 ** np.arange(9)
    bands = [power[(hz >= a) & (hz < b)].sum() for a, b in pairwise(edges)]
    quarter = [float((x[a : a + 1500] ** 2).sum()) for a in range(0, 6000, 1500)]
    return np.array([*10 * np.log10(np.array(bands) / sum(bands) + 1e-4), *(20 * np.array(quarter) / sum(quarter))])


def test_each_step_is_nearest_to_another_take_of_its_own_ground() -> None:
    steps = {stem: profile(stem) for stem in SOUND_STEMS if stem.startswith("step_")}
    for stem, mine in steps.items():
        nearest = min((s for s in steps if s != stem), key=lambda s: float(np.abs(steps[s] - mine).sum()))
        assert nearest[:-2] == stem[:-2], f"{stem} sounds like {nearest}"


def test_takes_of_one_ground_differ() -> None:
    for name, takes in TAKES.items():
        for a, b in combinations(range(1, takes + 1), 2):
            x, y = heard("sounds", f"{name}_{a}"), heard("sounds", f"{name}_{b}")
            n = min(len(x), len(y))
            alike = float((x[:n] * y[:n]).sum() / np.sqrt((x[:n] ** 2).sum() * (y[:n] ** 2).sum()))
            assert alike < 0.9, (name, a, b)


def test_loudness_of_the_reference_tone() -> None:
    t = np.arange(24_000 * 3) / 24_000
    assert integrated(np.sin(2 * np.pi * 997 * t), 24_000, True) == pytest.approx(-3.01, abs=0.1)


def test_the_tables_name_every_file() -> None:
    page = (ASSETS.parent / "docs" / "sound.md").read_text(encoding="utf-8")
    assert all(f"| {stem} |" in page for stem in [*SOUND_STEMS, *MUSIC_STEMS])


def test_a_sound_comes_out_the_same_twice() -> None:
    from tools.sound.mastering import seeded

    lamp = next(sound for sound in SOUNDS if sound.name == "lamp")
    assert np.array_equal(lamp.make(seeded("lamp")), lamp.make(seeded("lamp")))
    assert not np.array_equal(lamp.make(seeded("lamp")), lamp.make(seeded("other")))


def test_strings_are_in_tune() -> None:
    from tools.sound.mastering import seeded
    from tools.sound.plucked import pluck
    from tools.sound.score import TITLE, hertz

    for pitch in sorted({note.pitch for note in TITLE}):
        want = hertz(pitch)
        x = pluck(want, seeded(pitch), seconds=2.0)
        power = np.abs(np.fft.rfft(x * np.hanning(len(x)), 1 << 19))
        hz = np.fft.rfftfreq(1 << 19, 1 / 24_000)
        near = (hz > want * 0.96) & (hz < want * 1.04)
        found = hz[near][power[near].argmax()]
        assert abs(1200 * np.log2(found / want)) < 6, pitch


def test_committed_files_carry_the_fixed_stream_number_and_true_checksums(tmp_path: Path) -> None:
    from tools.sound.pages import renumber

    for path in [ASSETS / "sounds" / "lamp.ogg", ASSETS / "sounds" / "wind.ogg"]:
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        renumber(copy)
        assert copy.read_bytes() == path.read_bytes()
    (tmp_path / "not.ogg").write_bytes(b"RIFF, not a page")
    with pytest.raises(ValueError, match="no page at byte 0"):
        renumber(tmp_path / "not.ogg")


def test_bends_stay_in_the_mode() -> None:
    from tools.sound.score import hertz, neighbour

    assert [neighbour("A#4", -1), neighbour("D4", 1), neighbour("C5", -1), neighbour("C5", 1)] == [-3, 3, -2, 2]
    assert hertz("C5") * 2 ** (neighbour("C5", -1) / 12) == pytest.approx(hertz("A#4"))


def test_every_ground_has_its_steps_and_a_way_to_crawl_over_it() -> None:
    from game.sim import ground
    from game.sim.room import GROUNDS, Ground
    from game.ui.cues import crawled

    steps = {ground._UNDERFOOT.get(kind, ("step_earth", ()))[0] for kind in GROUNDS if isinstance(kind, Ground)}
    assert steps == {name for name in TAKES if name.startswith("step_")}
    assert {crawled(step) for step in steps} == {name for name in TAKES if name.startswith("crawl_")}
