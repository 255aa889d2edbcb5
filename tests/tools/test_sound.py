"""The committed sounds and music: shapes, lengths, seams, peaks, loudness and sizes, read from the files."""

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

np = pytest.importorskip("numpy")
soundfile = pytest.importorskip("soundfile")
pytest.importorskip("scipy")

from tests.tools.heard import ASSETS, heard  # noqa: E402
from tools.sound.__main__ import SOUNDS  # noqa: E402
from tools.sound.measure import crest_db, integrated, loudest, peak_db, roughness, seam  # noqa: E402
from tools.sound.music import CUES, STATE_LUFS, STATES, state  # noqa: E402

ALL = ("calm", "drone", "suspicion", "alert")
LAYERS = {
    "title": ("calm", "drone"),
    "road": ALL,
    "river": ALL,
    "flat": ALL,
    "bank": ALL,
    "home": ("calm", "drone"),
    "ending": ("calm",),
    "ending_road": ("calm",),
}
TAKES = {
    "step_snow": 4, "step_crust": 4, "step_ice": 4, "step_gravel": 4, "step_reeds": 4, "step_earth": 4,
    "step_wood": 4, "step_concrete": 4, "ice_crack": 2, "dog_far": 2, "knock": 2, "pebble": 2,
    "dog_bark": 2, "crawl_soft": 3, "crawl_hard": 3, "run_soft": 2, "run_hard": 2, "magpie": 2,
}  # fmt: skip
ONE_TAKE = [
    "ice_boom", "ice_break", "splash", "wind", "pant", "breath", "heartbeat", "heartbeat_fast",
    "pines", "water", "fire", "rain", "house", "paddles",
    "whistle", "radio", "lamp", "paper", "notes", "engine", "generator", "cart_bell", "curtain",
    "accordion_note", "kettle",
    "door", "door_flat", "door_iron", "hatch", "knock_four", "fingernail", "engine_start", "car_stops", "motorbike",
    "throw", "bread", "kite_whistle", "take", "branch", "cloth", "shoes", "telephone", "line_click", "line_breath",
    "train", "bells", "market", "fireworks", "murmur", "lament", "line", "static",
    "ui_move", "ui_confirm", "ui_back", "suspicion", "alert",
]  # fmt: skip
LOOPS = [sound.name for sound in SOUNDS if sound.loop]
SOUND_STEMS = sorted([*ONE_TAKE, *(f"{name}_{k + 1}" for name, n in TAKES.items() for k in range(n))])
MUSIC_STEMS = sorted(f"{cue}_{layer}" for cue, layers in LAYERS.items() for layer in layers)


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
    assert sum(music) + sum(sounds) < 2_300_000  # the web package carries all of it


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_layers_of_a_cue_have_the_length_the_score_says(cue: Any) -> None:
    lengths = {layer: len(x) for layer, x in cue_layers(cue.name).items()}
    assert lengths.pop("calm") == cue.samples
    assert set(lengths.values()) <= {cue.samples // 2} and cue.samples % 2 == 0


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
                longest = max(len(x) for x in some)
                assert peak_db(sum(np.tile(x, longest // len(x)) for x in some)) < -1.0, cue
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
        audible = np.flatnonzero(np.abs(x) > 0.0015 * np.abs(x).max())
        assert audible[0] < 0.02 * 24_000, f"{stem} begins late"
        assert len(x) - audible[-1] < 0.12 * 24_000, f"{stem} ends in a silence that costs bytes"


def test_nothing_in_a_bed_stands_out_so_that_its_return_is_noticed() -> None:
    """The loudest tenth of a second is hardly louder than the rest: one cannot hear how often a loop comes round."""
    for stem in ("wind", "pines", "water", "fire", "house"):
        x = heard("sounds", stem)
        parts = np.sqrt((x[: len(x) // 2400 * 2400].reshape(-1, 2400) ** 2).mean(1))
        assert 20 * np.log10(parts.max() / np.median(parts)) < 7, stem


def test_no_file_has_an_offset() -> None:
    for kind, stems in (("sounds", SOUND_STEMS), ("music", MUSIC_STEMS)):
        for stem in stems:
            assert abs(heard(kind, stem).mean()) < 0.002, stem


def test_crest_tells_a_hiss_from_a_knock_and_roughness_a_bell_from_a_throat() -> None:
    crests = {stem: crest_db(heard("sounds", stem)) for stem in SOUND_STEMS}
    assert max(crests[bed] for bed in ("wind", "pines", "house")) < 18 < min(crests[hit] for hit in ("knock_1", "door"))
    rough = {stem: roughness(heard("sounds", stem), 24_000) for stem in SOUND_STEMS}
    assert max(rough[smooth] for smooth in ("bells", "lament", "accordion_note", "kite_whistle")) < 0.13
    assert min(rough[harsh] for harsh in ("dog_bark_1", "dog_far_1", "magpie_1", "motorbike")) > 0.25


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
    from game.sim.intents import Gait
    from game.sim.room import GROUNDS, Ground
    from game.ui.cues import footfall

    steps = {ground._UNDERFOOT.get(kind, ("step_earth", ()))[0] for kind in GROUNDS if isinstance(kind, Ground)}
    assert steps == {name for name in TAKES if name.startswith("step_")}
    for gait, word in ((Gait.CRAWL, "crawl_"), (Gait.RUN, "run_")):
        assert {footfall(step, gait)[-1] for step in steps} == {name for name in TAKES if name.startswith(word)}
