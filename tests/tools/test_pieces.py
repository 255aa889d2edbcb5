"""Rebuilding art piece by piece: what is committed is what the programs make, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
Image = pytest.importorskip("PIL.Image")

from tools.art import icons, palette, people, pictures, pieces, sheet, things  # noqa: E402
from tools.art.__main__ import main  # noqa: E402
from tools.art.palette import ROOT  # noqa: E402

ASSETS = ROOT / "assets"


def test_every_committed_picture_belongs_to_a_piece() -> None:
    made = {str(piece) for piece in pieces.chosen([])}
    assert {f"things/{path.stem}" for path in (ASSETS / "things").glob("*.png")} <= made
    assert {f"people/{path.stem}" for path in (ASSETS / "people").glob("*.png")} <= made
    assert {f"pictures/{name}" for name in json.loads((ASSETS / "pictures.json").read_text("utf-8"))} <= made
    assert {f"ground/{path.name}" for path in (ASSETS / "ground").iterdir() if path.is_dir()} <= made


@pytest.mark.parametrize("name", ["pebbles", "lamp_on", "wood_bundle", "candle"])
def test_a_thing_comes_out_with_the_committed_bytes(name: str) -> None:
    """With the palette the file carries, which is for viewers only: the game takes colours from palettes.json."""
    thing, path = things.MODELS[name](), ASSETS / "things" / f"{name}.png"
    with Image.open(path) as held:
        colours = np.array(held.getpalette(), dtype=np.uint8).reshape(-1, 3)
    assert sheet.png_bytes(thing.image, colours) == path.read_bytes()
    assert json.loads((ASSETS / "things.json").read_text("utf-8"))[name] == {"foot": [*thing.foot]}


def test_the_committed_colours_are_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(palette, "ROOT", tmp_path)
    palette.build(lambda words: None)
    assert (tmp_path / "assets" / "palettes.json").read_bytes() == (ASSETS / "palettes.json").read_bytes()


def test_the_committed_icons_are_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    monkeypatch.setattr(icons, "ROOT", tmp_path)
    icons.build(lambda words: None)
    for file in ("icons.png", "icons.json"):
        assert (tmp_path / "assets" / file).read_bytes() == (ASSETS / file).read_bytes()


def test_no_two_icons_are_alike_and_each_fills_its_place() -> None:
    image = sheet.load(ASSETS / "icons.png")
    names = json.loads((ASSETS / "icons.json").read_text("utf-8"))["names"]
    cells = [image[y:y + icons.SIZE, x:x + icons.SIZE] for y in range(0, image.shape[0], icons.SIZE)
             for x in range(0, image.shape[1], icons.SIZE)][:len(names)]
    assert len({cell.tobytes() for cell in cells}) == len(names)
    for name, cell in zip(names, cells, strict=True):
        assert 40 <= (cell != palette.NOTHING).sum() <= 230, name


def test_a_frame_of_a_person_is_the_committed_one() -> None:
    frame = people.frame_image(people.CAST["jo"], "idle", 0, 90.0)
    row = people.DIRECTIONS.index("S") * people.HEIGHT
    whole = sheet.load(ASSETS / "people" / "jo.png")
    assert (whole[row:row + people.HEIGHT, :people.WIDTH] == frame).all()


def test_tables_keep_the_rows_of_what_was_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    table = tmp_path / "assets" / "things.json"
    table.write_text('{"hut": {"foot": [1, 2]}, "no_such_thing": {"foot": [0, 0]}}')
    monkeypatch.setattr(pieces, "ROOT", tmp_path)
    candle = pieces.Piece("things", "candle")
    pieces.join({candle: pieces.make(candle)})
    rows = json.loads(table.read_text("utf-8"))
    assert rows["hut"] == {"foot": [1, 2]} and set(rows) == {"hut", "candle"}
    assert (tmp_path / "assets" / "things" / "candle.png").exists()


def test_names_are_parts_or_pieces_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    twice = pieces.chosen(["palettes", "things/hut", "things/hut"])
    assert [str(piece) for piece in twice] == ["palettes", "things/hut"]
    assert {piece.name for piece in pieces.chosen(["pictures"])} == {*pictures.MODULES, "icon"}
    assert main(["--only", "things/castle"]) == 2
    assert "no 'things/castle'; things are pine_a" in capsys.readouterr().err
    assert main(["--only", "operas"]) == 2


def test_sizes_of_assets_stay_in_the_budget() -> None:
    """Under 10 MB in all; a layer of a picture at most 60 kB, a portrait at most 10 kB, a stem of music 90 kB."""
    total = sum(path.stat().st_size for path in ASSETS.rglob("*") if path.is_file())
    assert total < 10_000_000
    for folder, most in (("pictures", 60_000), ("portraits", 10_000), ("music", 90_000)):
        for path in (ASSETS / folder).iterdir():
            assert path.stat().st_size <= most, path
