"""The pictures between scenes: their layers, sizes and colours, and that they can be painted again."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")
ndimage = pytest.importorskip("scipy.ndimage")

from tools.art import pictures  # noqa: E402
from tools.art.palette import NOTHING, index  # noqa: E402
from tools.art.pictures import icon, letters, memory, river, road, street_people  # noqa: E402
from tools.art.pictures.frost import melted  # noqa: E402
from tools.art.pictures.hands import back  # noqa: E402
from tools.art.pictures.likeness import likeness  # noqa: E402
from tools.art.pictures.mitten import outlines  # noqa: E402
from tools.art.pictures.parts import HEIGHT, WIDTH, Pen, Plate, inks, shifted  # noqa: E402
from tools.art.pictures.waiting import FACE  # noqa: E402
from tools.art.portraits_cast import CAST  # noqa: E402
from tools.art.sheet import load, png_bytes  # noqa: E402

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TABLE = json.loads((ASSETS / "pictures.json").read_text(encoding="utf-8"))
NAMES = sorted(pictures.MODULES)


def files(name):
    return [ASSETS / "pictures" / layer["file"] for layer in TABLE[name]["layers"]]


def shown(data):
    """The colours of a PNG as seen, whatever the order of its palette."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))


def test_every_picture_is_in_the_table_and_no_layer_is_left_over():
    assert sorted(TABLE) == NAMES
    named = {path.name for name in NAMES for path in files(name)}
    assert named == {path.name for path in (ASSETS / "pictures").glob("*.png")}


@pytest.mark.parametrize("name", NAMES)
def test_layers_have_the_shape_and_order_that_the_view_expects(name):
    entry = TABLE[name]
    drifts = [layer["drift"] for layer in entry["layers"]]
    assert 3 <= len(drifts) <= 5
    assert drifts == sorted(drifts) and drifts[0] == 0.0 and drifts[-1] <= 1.0
    assert entry["living"] in {"snow", "light", "breath", "water", "cloth", "river", "neon", "none"}
    for path in files(name):
        assert load(path).shape == (HEIGHT, WIDTH)


@pytest.mark.parametrize("name", NAMES)
def test_breath_rises_at_mouths_that_lie_in_the_picture(name):
    entry = TABLE[name]
    mouths = entry.get("mouths", [])
    assert bool(mouths) == (entry["living"] == "breath")
    assert [tuple(spot) for spot in mouths] == list(pictures.picture(name).mouths)
    assert all(30 < x < WIDTH - 60 and 20 < y < HEIGHT - 20 for x, y in mouths)


@pytest.mark.parametrize("name", NAMES)
def test_together_the_layers_leave_no_hole_wherever_they_drift(name):
    layers = [
        (load(path) != NOTHING, layer["drift"]) for path, layer in zip(files(name), TABLE[name]["layers"], strict=True)
    ]
    for travel in (-20, 0, 20):
        covered = np.zeros((HEIGHT, 640), dtype=bool)
        for solid, drift in layers:
            left = round(30 + travel * drift)
            covered |= solid[:, left : left + 640]
        assert covered.all(), f"{name} has {int((~covered).sum())} empty pixels at travel {travel}"


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_weighs_at_most_60_kb_and_is_not_flat(name):
    assert sum(path.stat().st_size for path in files(name)) <= 60_000
    colours = set()
    for path in files(name):
        with Image.open(path) as layer:
            palette = layer.getpalette()
            colours |= {tuple(palette[3 * n : 3 * n + 3]) for _, n in layer.getcolors(256) if n != NOTHING}
    assert len(colours) > 40


def test_all_the_assets_together_stay_small():
    assert sum(path.stat().st_size for path in ASSETS.rglob("*") if path.is_file()) < 10_000_000


def test_the_title_finds_calm_sky_upper_left():
    sky = shown((ASSETS / "pictures" / "tumen_night_0.png").read_bytes())[20:110, 40:330, :3].astype(int)
    assert sky.mean() < 40
    assert (sky.max(-1) > 150).mean() < 0.004


@pytest.mark.parametrize(("module", "number"), [(river, 0), (river, 1), (river, 3), (river, 4), (road, 1), (road, 3)])
def test_a_layer_painted_again_is_the_one_in_the_folder(module, number):
    picture = module.PICTURE
    again = png_bytes(*picture.layers[number].draw().baked())
    kept = (ASSETS / "pictures" / f"{picture.name}_{number}.png").read_bytes()
    assert np.array_equal(shown(again), shown(kept))


def test_the_icon_is_256_wide_and_painted_the_same_again():
    kept = load(ASSETS / "icon.png")
    assert kept.shape == (256, 256)
    assert np.array_equal(icon.draw(), kept)
    assert kept[0, 0] == NOTHING and kept[128, 128] != NOTHING


def test_a_plate_with_too_many_colours_keeps_the_commonest():
    plate = Plate()
    plate.ink(np.ones((HEIGHT, WIDTH), dtype=bool), "102030")
    for number in range(300):
        plate.rgb[0, number] = (number % 256, 90, 200 + number // 256)
    image, colours = plate.baked()
    assert image.max() < NOTHING
    assert (colours[image[HEIGHT - 1]] == (16, 32, 48)).all()
    assert np.abs(colours[image[0, :300]].astype(int) - plate.rgb[0, :300]).max() <= 60


def test_painting_shows_only_where_told_and_in_the_given_colours():
    plate = Plate()
    where = np.zeros((HEIGHT, WIDTH), dtype=bool)
    where[10:20, 30:50] = True
    plate.paint(where, inks("000000 808080 ffffff"), 0.5)
    image, colours = plate.baked()
    assert ((image != NOTHING) == where).all()
    assert (colours[image[where]] == 128).all()


def test_a_mask_moves_without_coming_in_again_at_the_other_side():
    where = np.zeros((4, 5), dtype=bool)
    where[0, 4] = where[3, 0] = True
    assert shifted(where, 1, 0).sum() == 1 and shifted(where, 1, 0)[3, 1]
    assert shifted(where, 0, -1).sum() == 1 and shifted(where, 0, -1)[2, 0]


def test_the_pen_covers_what_it_draws():
    assert Pen(20, 20).area([(5, 5), (15, 5), (15, 15), (5, 15)]).mask().sum() == pytest.approx(100, abs=12)


def test_the_slogan_can_be_lettered_and_unknown_syllables_cannot():
    words = letters.lettering("내일도 붉게", 100, 100, 22, 15, 2.9)
    rows, columns = np.where(words)
    assert rows.min() >= 95 and rows.max() <= 127 and columns.min() >= 98 and columns.max() <= 310
    with pytest.raises(KeyError):
        letters.lettering("설", 0, 0, 20, 5, 2)


@pytest.mark.parametrize(("name", "spot"), [("bus_stop_three", n) for n in range(3)])
def test_breath_at_the_bus_stop_comes_from_faces(name, spot):
    x, y = pictures.picture(name).mouths[spot]
    with Image.open(ASSETS / "pictures" / f"{name}_2.png") as layer:
        near = np.asarray(layer.convert("RGB").crop((x - 6, y - 6, x + 7, y + 7))).astype(int).reshape(-1, 3)
    skin = (near[:, 0] > near[:, 2] + 24) & (near[:, 0] < 250)
    assert skin.sum() > 20


def test_a_likeness_has_the_portrait_s_scarf_and_bends_as_far_as_it_is_told():
    def crown(roll):
        head = likeness(CAST["scout"], CAST["scout"].moods["warm"], (60, 70), (30.0, 32.0), 15.0, FACE, roll)
        assert (head // 16 == index("lamp", 0) // 16).sum() > 200 and (head // 16 == index("skin", 0) // 16).sum() > 100
        rows, columns = np.where(head != NOTHING)
        return columns[rows < rows.min() + 6].mean()

    assert crown(-20.0) + 3 < crown(20.0)


def test_everybody_in_the_night_street_is_seen_between_the_curtains_and_nobody_covers_a_face():
    curtain = load(ASSETS / "pictures" / "neon_street_4.png") != NOTHING
    spots = [spot for spot, _ in street_people.FOLK]
    for x, y in spots:
        assert not curtain[y - 60 : y + 4, x - 14 : x + 15].any()
        near = [(a, b) for a, b in spots if y < b and abs(a - x) < 24]
        assert all(b - 60 > y - 44 for _, b in near)


@pytest.mark.parametrize("hand", [(185, 209), (278, 144), (291, 197), (371, 196), (391, 212), (486, 206)])
def test_hands_at_the_washing_stones_are_bare(hand):
    x, y = hand
    with Image.open(ASSETS / "pictures" / "washing_stones_2.png") as layer:
        near = np.asarray(layer.convert("RGB").crop((x - 4, y - 4, x + 5, y + 5))).astype(int).reshape(-1, 3)
    assert ((near[:, 0] > near[:, 2] + 8) & (near[:, 0] > 110)).sum() > 20


def test_four_hands_hold_the_sack_of_1961_and_none_covers_another():
    taken = np.zeros((HEIGHT, WIDTH), dtype=bool)
    for grip in (*memory.GIVES, *memory.TAKES):
        pen = Pen()
        for line in (part for piece in back(grip) for part in (piece.outline, *piece.more)):
            pen.area(line)
        hand = pen.mask()
        assert hand.sum() > 2500 and hand[:, 260:444].any()
        assert not (hand & taken).any()
        taken |= hand


def test_the_ice_of_1961_has_few_cracks_and_none_is_broken_into_dots():
    plate = Plate()
    memory._cracks(plate)
    assert ndimage.label(plate.shown, np.ones((3, 3)))[1] == len(memory.CRACKS) <= 5
    assert plate.shown.sum() < 1600


def test_a_warm_mitten_has_melted_the_frost_about_it_and_frost_stands_beyond():
    layer = load(ASSETS / "pictures" / "bridge_2.png")
    clear, wet = melted(*outlines())
    low = np.arange(HEIGHT)[:, None] < 226
    hand = Pen()
    for line in outlines():
        hand.area(line)
    mitten = hand.mask()
    ring = clear & ~wet & ~mitten & ~shifted(mitten, 1, 1) & ~shifted(mitten, 2, 2) & ~shifted(mitten, -1, 0) & low
    assert (layer[ring] == NOTHING).mean() > 0.8
    beyond = (shifted(clear, -8, 0) | shifted(clear, 8, 0)) & ~clear & low & (np.arange(HEIGHT)[:, None] > 204)
    assert (layer[beyond] != NOTHING).mean() > 0.8
