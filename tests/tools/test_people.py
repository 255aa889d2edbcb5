"""The sheets of people and the portraits: their shapes, their feet, their edges, and that they can be made again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")
pytest.importorskip("scipy")

from tools.art import people, portraits  # noqa: E402
from tools.art.palette import MATERIALS  # noqa: E402
from tools.art.people_cast import CAST  # noqa: E402
from tools.art.people_dog import gait  # noqa: E402
from tools.art.people_pose import ACTIONS, Build, hinge, point  # noqa: E402
from tools.art.people_stances import pose  # noqa: E402
from tools.art.sheet import load  # noqa: E402

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TABLE = json.loads((ASSETS / "people.json").read_text(encoding="utf-8"))
NAMES = sorted(TABLE)


def frames(name):
    """Every frame of a sheet as (row, column, 48 x 32 indices)."""
    sheet = load(ASSETS / "people" / f"{name}.png")
    for row in range(8):
        for column in range(sheet.shape[1] // 32):
            yield row, column, sheet[row * 48 : row * 48 + 48, column * 32 : column * 32 + 32]


def test_everybody_who_is_cast_has_a_sheet_and_nobody_else():
    assert set(TABLE) == set(CAST)
    assert {path.stem for path in (ASSETS / "people").glob("*.png")} == set(CAST)


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_has_the_shape_its_table_says(name):
    columns = TABLE[name]
    assert [first for first, _ in columns.values()] == [
        sum(count for _, count in list(columns.values())[:k]) for k in range(len(columns))
    ]
    assert all(ACTIONS[action] == count for action, (_, count) in columns.items())
    assert {"idle", "walk"} <= set(columns)
    sheet = load(ASSETS / "people" / f"{name}.png")
    assert sheet.shape == (8 * 48, 32 * sum(count for _, count in columns.values()))


@pytest.mark.parametrize("name", NAMES)
def test_everybody_stands_on_the_ground_and_nothing_is_cut_at_a_frames_border(name):
    first, count = TABLE[name].get("run", (0, 0))
    for row, column, frame in frames(name):
        shown = frame != 255
        assert shown[:, 4:28].any(), (row, column)
        running = first <= column < first + count
        foot_row = 34 if running else 38
        assert shown[foot_row:45].any(), (row, column, "nothing near the foot's row")
        inside = shown & (frame != 0)
        border = inside[0].any() or inside[-1].any() or inside[:, 0].any() or inside[:, -1].any()
        assert not border, (row, column, "cut at the border")


def test_nobody_else_wears_the_bright_rose_of_the_heroine():
    for name in NAMES:
        worn = {int(v) - 5 * 16 for _, _, frame in frames(name) for v in np.unique(frame) if v // 16 == 5}
        if name == "solhwa":
            assert worn & {5, 6, 7, 8}
        else:
            assert not worn & {5, 6, 7, 8}, name


@pytest.mark.parametrize("name", ["solhwa", "dog"])
def test_a_frame_is_made_again_byte_for_byte(name):
    kept = {(row, column): frame for row, column, frame in frames(name)}
    assert np.array_equal(people.frame_image(CAST[name], "idle", 0, 0.0), kept[0, 0])
    assert np.array_equal(people.frame_image(CAST[name], "walk", 2, 135.0), kept[3, 4])


def test_crouching_and_crawling_are_lower_than_standing_in_every_direction():
    rows = {(row, column): np.where((frame != 255).any(1))[0] for row, column, frame in frames("solhwa")}
    columns = TABLE["solhwa"]
    for row in range(8):
        stand, crouch = (rows[row, columns[action][0]] for action in ("idle", "crouch"))
        assert crouch[-1] - crouch[0] <= 0.75 * (stand[-1] - stand[0]), row
        for k in range(ACTIONS["crawl"]):
            crawl = rows[row, columns["crawl"][0] + k]
            assert crawl[0] > crouch[0], (row, k, "her head is as high as if she crouched")


def test_whoever_crawls_away_shows_soles_and_whoever_comes_a_face():
    first = TABLE["solhwa"]["crawl"][0]
    for row, column, frame in frames("solhwa"):
        if first <= column < first + ACTIONS["crawl"] and row in (2, 6):
            low = frame[np.where((frame != 255).any(1))[0][-1] - 6 :]
            material, step = np.divmod(low[(low != 255) & (low != 0)], 16)
            nearest_us = MATERIALS.index("wood" if row == 6 else "skin")
            assert (material == nearest_us).sum() >= 6, (row, column, "boots come last, and a face first")
            assert row == 2 or step[material == nearest_us].max() >= 5, "a sole is light"


def test_the_weight_of_a_crawl_goes_from_side_to_side():
    first = TABLE["solhwa"]["crawl"][0]
    shown = {column - first: frame for row, column, frame in frames("solhwa") if row == 6 and column >= first}
    assert len({shown[k].tobytes() for k in range(4)}) == 4
    tops = [int(np.where((shown[k] != 255).any(1))[0][0]) for k in range(4)]
    assert tops[0] < tops[1] > tops[2] < tops[3], "she draws herself on, and sinks back"


def test_papers_are_white_in_the_hand_of_whoever_has_them():
    for name in ("solhwa", "clerk", "police", "soldier", "soldier_b"):
        columns = TABLE[name]
        for row in (0, 1, 2, 3, 4):
            drawn = {(row_, column): frame for row_, column, frame in frames(name) if row_ == row}
            white = [int(((drawn[row, columns[action][0]] // 16 == 0) & (drawn[row, columns[action][0]] % 16 >= 6)
                          & (drawn[row, columns[action][0]] != 255)).sum()) for action in ("idle", "papers")]
            assert white[1] >= white[0] + 4, (name, row, white)


def test_a_hinge_keeps_the_lengths_of_its_bones():
    for target in ((0, 0, -9), (4, 1, -6), (30, 0, 0)):
        middle, end = hinge(point(0, 0, 0), point(*target), 5.0, 6.0, point(1, 0, 0.5))
        assert np.linalg.norm(middle) == pytest.approx(5.0, abs=1e-6)
        assert np.linalg.norm(end - middle) == pytest.approx(6.0, abs=1e-6)


def test_an_unknown_action_is_refused():
    with pytest.raises((KeyError, ValueError)):
        pose(Build(), "fly", 0)
    with pytest.raises((KeyError, ValueError)):
        gait("crawl", 0)


def test_the_dog_is_a_dog_and_no_pony():
    tall = {}
    for row, column, frame in frames("dog"):
        rows = np.where((frame != 255).any(1))[0]
        tall[row, column] = int(rows[-1] - rows[0])
    columns = TABLE["dog"]
    for row in (0, 4):
        stand, sniff = (tall[row, columns[action][0]] for action in ("idle", "act"))
        assert 12 <= stand <= 22, row
        assert sniff < stand, row


def test_who_washes_kneels_and_who_scouts_is_seen_from_afar():
    for name in ("washer", "washer_b"):
        act = TABLE[name]["act"][0]
        shown = {column: frame for row, column, frame in frames(name) if row == 2}
        high = {column: int((frame != 255).any(1).sum()) for column, frame in shown.items()}
        assert high[act] < 0.8 * high[0], name
    mustard = {9 * 16 + step for step in (4, 5, 6, 7)}
    scarf = {name: sum(np.isin(frame, list(mustard)).sum() for _, _, frame in frames(name)) for name in NAMES}
    assert max(scarf, key=scarf.get) == "scout"


def test_every_mood_has_a_portrait_and_everybody_can_blink():
    want = {f"{name}_{mood}" for name, sitter in portraits.CAST.items() for mood in sitter.moods}
    want |= {f"{name}_plain_blink" for name in portraits.CAST}
    have = {path.stem: path for path in (ASSETS / "portraits").glob("*.png")}
    assert set(have) == want
    for path in have.values():
        assert load(path).shape == (128, 128)
        assert path.stat().st_size < 8000
    for name in portraits.CAST:
        changed = load(have[f"{name}_plain"]) != load(have[f"{name}_plain_blink"])
        assert 8 < changed.sum() < 400
