"""Tiles for rooms without a bake: pieces that show no grid, forms that meet, and what the game takes them for."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
Image = pytest.importorskip("PIL.Image")

from game.content.maps import load_room  # noqa: E402
from game.ui import laying, lie, tileset, tiling  # noqa: E402
from tools.art import bare, edges, lay, palette, sheet, tiles  # noqa: E402
from tools.art.terrain import TERRAINS  # noqa: E402

FOLDER = palette.ROOT / "assets" / "tiles"
HEIGHT, WIDTH = tiles.PIECE
NATURAL = [row.name for row in tiles.ROWS if row.terrain not in (*tiles.PRINTED, "wall_plank")]


def lightness(image):
    return palette.to_oklab(palette.table().astype(float))[image][..., 0]


def kept_pieces(name):
    number = [row.name for row in tiles.ROWS].index(name)
    return np.split(sheet.load(FOLDER / "ground.png")[number * HEIGHT : (number + 1) * HEIGHT], tiles.VARIANTS, 1)


def borders_against_lines(field, height, width):
    """The mean step where pieces meet, and the one that nineteen in twenty lines inside stay below; columns, rows."""
    found = []
    for axis, size in ((1, width), (0, height)):
        lines = np.abs(np.diff(field, axis=axis)).mean(1 - axis)
        border = np.arange(len(lines)) % size == size - 1
        found.append((lines[border].mean(), np.quantile(lines[~border], 0.95)))
    return found


def field_of(pieces, high, wide):
    rng = np.random.default_rng(5)
    return np.vstack([np.hstack([pieces[rng.integers(len(pieces))] for _ in range(wide)]) for _ in range(high)])


@pytest.mark.parametrize("name", [row.name for row in tiles.ROWS])
def test_a_field_of_one_terrain_shows_no_border_between_pieces(name):
    """In any order: no step across a border is stronger than those inside."""
    for border, inside in borders_against_lines(lightness(field_of(kept_pieces(name), 8, 8)), HEIGHT, WIDTH):
        assert border <= inside


@pytest.mark.parametrize("terrain", [name for name in TERRAINS[:16] if name not in tiles.PRINTED])
def test_the_tiles_for_tiled_show_no_border_either(terrain):
    row = TERRAINS.index(terrain)
    with Image.open(palette.ROOT / "maps" / "terrain.png") as picture:
        held = palette.to_oklab(np.asarray(picture.convert("RGB")).astype(float))[..., 0]
    drawn = np.split(held[row * 16 : row * 16 + 16], 4, 1)
    for border, inside in borders_against_lines(field_of(drawn, 12, 12), 16, 16):
        assert border <= inside * 1.05


@pytest.mark.parametrize("name", NATURAL)
def test_the_four_pieces_of_a_terrain_are_different_and_equally_light(name):
    drawn = kept_pieces(name)
    assert len({piece.tobytes() for piece in drawn}) == 4
    means = [lightness(piece).mean() for piece in drawn]
    assert max(means) - min(means) < 0.03


def test_pieces_are_made_to_the_same_bytes_and_are_the_kept_ones():
    row = next(row for row in tiles.ROWS if row.name == "water")
    made = np.hstack(tiles.ground_pieces(row))
    assert (made == np.hstack(tiles.ground_pieces(row))).all()
    assert (made == np.hstack(kept_pieces("water"))).mean() > 0.98, "another processor may round a pixel differently"


def test_forms_and_faces_are_the_kept_ones():
    for made, name in ((edges.forms_image(), "edges"), (edges.faces_image(), "walls")):
        kept = sheet.load(FOLDER / f"{name}.png")
        assert kept.shape == made.shape and (kept == made).mean() > 0.98


@pytest.mark.parametrize("kind", ["soft", "hard", "rim", "shade"])
def test_no_form_reaches_deeper_than_six_pixels_and_none_is_straight(kind):
    for variant in range(edges.VARIANTS):
        deep = edges.form(kind, 1, variant)
        assert not deep[edges.REACH :].any()
        if kind != "rim":  # it is broken
            assert len(set(deep.sum(0).tolist())) >= 3, "a straight edge"
        assert not edges.form(kind, 0, variant).any()
        assert not edges.form(kind, 15, variant)[6:10, 6:10].any()


@pytest.mark.parametrize("kind", ["soft", "hard"])
def test_edges_meet_from_cell_to_cell(kind):
    """Any variant goes on from any other, to within the dither; where the terrain ends it tapers off."""
    ends = [edges.form(kind, 1, variant)[:, at].sum() for variant in range(edges.VARIANTS) for at in (0, -1)]
    assert max(ends) - min(ends) <= (2 if kind == "soft" else 1)
    for variant in range(edges.VARIANTS):
        tapered = edges.form(kind, 1, variant) & edges.corner_form(kind, 1, variant)
        assert tapered[:, -1].sum() <= 1 and (tapered[:, :8] == edges.form(kind, 1, variant)[:, :8]).all()


def test_forms_turn_with_the_sides():
    north = edges.form("hard", 1, 0)
    assert north[0].all() and not north[-1].any()
    east, south, west = (edges.form("hard", side, 0) for side in (2, 4, 8))
    assert east[:, -1].all() and south[-1].all() and west[:, 0].all()
    assert (edges.form("hard", 7, 0) >= north).all()
    assert edges.corner_form("rut", 1, 0)[:9, 7:].any() and not edges.corner_form("rut", 1, 0)[9:].any()


def test_the_game_and_the_painter_speak_of_the_same_rows_and_forms():
    names = [row.name for row in tiles.ROWS]
    assert len(names) == lie.ROWS and names[: len(TERRAINS) - 4] == list(TERRAINS[:16])
    for kind, name in ((lie.WET_ICE, "ice_wet"), (lie.CRAZED_ICE, "ice_crazed"), (lie.WHITE_ICE, "ice_white"),
                       (lie.COUNTRY_ROAD, "country_road"), (lie.BOARDS, "boards"), (lie.RAKED_DOWN, "raked_down"),
                       (lie.LID, "lid"), (lie.WATER, "water"), (lie.ASPHALT, "asphalt"), (lie.CONCRETE, "concrete")):
        assert names[kind] == name
    for kind, row in lie.BARE_ROWS.items():
        assert names[row] == ("boards" if kind == lie.PLANK else f"bare_{names[kind]}")
    assert tuple((field.width, field.height) for field in bare.FIELDS) == lie.FIELDS
    assert (sheet.load(FOLDER / "melt.png") == bare.melt_image()).all()
    assert (tileset.PIECE_H * 16, tileset.PIECE_W * 16) == tiles.PIECE and tileset.VARIANTS == tiles.VARIANTS
    numbers = (laying.SOFT, laying.HARD, laying.RIM, laying.RUT, laying.SHADE)
    assert [edges.KINDS[at] for at in numbers] == list(edges.KINDS)
    assert tiling._FACES == edges.FACE_HEIGHTS and tiling._FACE_CELLS * 16 == edges.FACE_WIDTH


@pytest.mark.parametrize("name", ["curtains", "orchard_bank", "lab", "tumen"])
def test_snow_lies_on_the_same_walls_as_in_a_bake_and_furrows_run_the_same_way(name):
    room, _, _ = load_room(palette.ROOT / "maps" / f"{name}.tmx")
    cells = np.frombuffer(room.ground, dtype=np.uint8).reshape(room.height, room.width)
    kinds = np.frombuffer(lie.lie_of(room).kinds, dtype=np.uint8).reshape(room.height + 2, room.width + 2)[1:-1, 1:-1]
    assert ((kinds == lie.LID) == lay.open_walls(cells)).all()
    assert not ((kinds == lie.RAKED).any() and (kinds == lie.RAKED_DOWN).any())
