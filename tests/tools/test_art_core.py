"""The art generators: same input, same bytes; tables, tilesets and painted ground have the promised shapes."""

from __future__ import annotations

import io
import json
import re

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
Image = pytest.importorskip("PIL.Image")

from tools.art import ground, lay, palette, sheet, things, tiles  # noqa: E402
from tools.art.dither import blue_noise, quantise  # noqa: E402
from tools.art.terrain import PAINTERS, TERRAINS, view  # noqa: E402

ICE, SNOW, RAKED = (TERRAINS.index(name) for name in ("ice", "snow", "raked"))


def small_land(name="sample"):
    cells = np.zeros((14, 18), dtype=np.uint8)
    cells[5:, :] = ICE
    cells[4, :] = TERRAINS.index("bank")
    cells[2, 2:16] = RAKED
    cells[0, 3:6] = TERRAINS.index("wall_plank")
    ice = np.where(cells == ICE, 12, 0).astype(np.uint8)
    ice[8:11, 6:10] = 4
    ice[11, 2] = 6
    return ground.Land(name, cells, ice, "river", (("fence_post", 40, 60),), ((200, 40, 40),))


def test_grades_have_full_tables_and_the_file_says_the_same():
    kept = json.loads((palette.ROOT / "assets" / "palettes.json").read_text("utf-8"))
    assert list(kept) == ["river", "road", "flat", "street", "dawn", "dusk", "poster"]
    for grade, lights in kept.items():
        assert list(lights) == ["moon", "lamp"]
        for light, rows in lights.items():
            table = palette.table(grade, light)
            assert table.shape == (256, 3)
            assert rows == [palette.to_hex(row) for row in table]


@pytest.mark.parametrize("grade", palette.GRADES)
@pytest.mark.parametrize("light", ["moon", "lamp"])
def test_every_ramp_grows_lighter_step_by_step(grade, light):
    """On the poster two steps may share an ink: shapes become flat."""
    table = palette.table(grade, light).astype(float)
    for number, material in enumerate(palette.MATERIALS):
        lightness = palette.to_oklab(table[number * 16 : number * 16 + 10])[:, 0]
        steps = np.diff(lightness)
        assert (steps >= 0).all() if grade == "poster" else (steps > 0).all(), material


def test_blue_noise_holds_every_threshold_once():
    mask = blue_noise(32)
    assert len(np.unique(mask)) == 32 * 32
    assert mask.min() > 0 and mask.max() < 1


def test_quantised_parts_join_where_their_origins_say():
    tone = np.linspace(0, 1, 64 * 80, dtype=np.float32).reshape(64, 80)
    whole = quantise(tone, 0.8)
    part = quantise(tone[20:, 30:], 0.8, origin=(30, 20))
    assert (whole[20:, 30:] == part).all()


def test_a_png_keeps_its_indices_and_carries_the_moon():
    image = sheet.blank(5, 7)
    image[1:3, 2:5] = palette.index("rose", 6)
    with Image.open(io.BytesIO(sheet.png_bytes(image))) as picture:
        assert picture.mode == "P"
        assert picture.info["transparency"] == 255
        assert (np.asarray(picture) == image).all()
        assert picture.convert("RGB").getpixel((3, 1)) == tuple(palette.table()[palette.index("rose", 6)])


@pytest.mark.parametrize("name", ["rock_b", "fence_post", "lamp_on", "reeds_c", "pear_tree_b", "motorbike"])
def test_a_thing_is_built_to_the_same_bytes_and_is_the_kept_one(name):
    thing, again = things.MODELS[name](), things.MODELS[name]()
    assert sheet.png_bytes(thing.image) == sheet.png_bytes(again.image)
    foot = json.loads((palette.ROOT / "assets" / "things.json").read_text("utf-8"))[name]["foot"]
    kept = sheet.load(palette.ROOT / "assets" / "things" / f"{name}.png")
    assert tuple(foot) == thing.foot
    assert kept.shape == thing.image.shape
    assert (kept == thing.image).mean() > 0.98, "another processor may round a pixel differently, no more"


def test_every_named_thing_has_a_picture_and_nothing_else_lies_there():
    folder = palette.ROOT / "assets" / "things"
    assert {path.stem for path in folder.glob("*.png")} == set(things.MODELS)


def test_what_drives_is_as_long_from_the_west_as_from_the_east_and_narrow_from_the_front():
    folder = palette.ROOT / "assets" / "things"
    for name in ("car_patrol", "van_police", "van_signals"):
        wide = {way: sheet.load(folder / f"{name}{way}.png").shape[1] for way in ("", "_s", "_w", "_n")}
        assert abs(wide[""] - wide["_w"]) <= 2, name
        assert max(wide["_s"], wide["_n"]) < 0.6 * wide[""], name


def test_a_span_of_fence_or_rope_reaches_the_next_post():
    feet = json.loads((palette.ROOT / "assets" / "things.json").read_text("utf-8"))
    for name, along in (("fence_cn", 1), ("fence_cn_gap", 1), ("fence_cn_gate", 1), ("rope_e", 1), ("rope_s", 0)):
        shape = sheet.load(palette.ROOT / "assets" / "things" / f"{name}.png").shape
        reach = shape[1] - feet[name]["foot"][0] if along else shape[0]
        assert 32 <= reach <= 40, name


def test_a_road_in_town_is_wet_and_a_country_road_is_not():
    ice = palette.MATERIALS.index("ice")
    town, country = (PAINTERS["asphalt"](view(160, 160, grade))[1] for grade in ("street", "dawn"))
    assert (town == ice).any()
    assert not (country == ice).any()


def test_dawn_is_rose_where_it_is_light_and_blue_where_it_is_dark():
    snow = palette.table("dawn", "moon")[:10].astype(int)
    assert (snow[8, 0] > snow[8, 2]) and (snow[2, 2] > snow[2, 0] + 20)
    lamp = palette.table("dusk", "lamp")[:10].astype(int)
    assert (lamp[5, 0] > lamp[5, 2] + 60) and (palette.table("dusk", "moon")[5].astype(int)[2] > 120)


def test_the_tileset_names_every_terrain_in_order():
    found = re.findall(r'<tile id="(\d+)" class="(\w+)"', tiles.tileset())
    assert found == [(str(i), TERRAINS[i // 4]) for i in range(len(TERRAINS) * 4)]
    assert (palette.ROOT / "maps" / "terrain.tsx").read_text("utf-8") == tiles.tileset()
    with Image.open(palette.ROOT / "maps" / "terrain.png") as picture:
        assert picture.size == (64, 16 * len(TERRAINS))


@pytest.mark.parametrize("terrain", TERRAINS)
def test_every_terrain_can_be_painted_in_every_grade(terrain):
    for grade in palette.GRADES:
        tone, material = PAINTERS[terrain](view(16, 16, grade))
        assert tone.shape == material.shape == (16, 16)
        assert material.min() >= 0 and material.max() < len(palette.MATERIALS)


def test_painted_ground_is_repeatable_and_whole():
    first, again = ground.paint(small_land()), ground.paint(small_land())
    assert first.shape == (14 * 16, 18 * 16)
    assert (first == again).all()
    assert (first // 16 < len(palette.MATERIALS)).all() and (first % 16 < 10).all()


def test_danger_is_never_painted_smaller_than_the_rule():
    land = small_land()
    lie = lay.lie_of(land.cells)
    band = ground.frozen.bands(lie, land.cells == ICE, land.ice_cm)
    assert (band[8 * 16 : 11 * 16, 6 * 16 : 10 * 16] == ground.frozen.WET).all()
    assert (band[11 * 16 : 12 * 16, 2 * 16 : 3 * 16] >= ground.frozen.CRAZED).all()
    assert (lie.label[2 * 16 : 3 * 16, 2 * 16 : 16 * 16] == RAKED).all()


def test_natural_edges_leave_the_middle_of_cells_alone():
    cells = small_land().cells
    label = lay.lie_of(cells).label
    middles = label[8::16, 8::16]
    assert (middles == cells).mean() > 0.97
