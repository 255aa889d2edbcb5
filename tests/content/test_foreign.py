"""Maps made for something else in Tiled: they load as scenery, or the reason why not is told."""

import zlib
from base64 import b64encode
from struct import pack

import pytest

from game.commands.play import with_map
from game.content.maps import load_room
from game.content.packed import Content
from game.sim.grid import Cell
from game.sim.room import RoomKind

FLIP = 0x80000000


def png(width, height):
    """A grey picture, by hand: tests need no library for it."""
    rows = b"".join(b"\0" + bytes([128]) * width for _ in range(height))

    def part(kind, data):
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + part(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))


def their_map(folder, image="meadow.png", walls="0,0,2,0,0,0", cells=None, size=16, extra=""):
    (folder / "meadow.png").write_bytes(png(32, 16))
    picture = cells or ["1", "2", "1", "1", "1", str(1 + FLIP)]
    raw = b64encode(zlib.compress(b"".join(pack("<I", int(c)) for c in picture))).decode()
    path = folder / "meadow.tmx"
    path.write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<map version="1.10" orientation="orthogonal" width="3" height="2" tilewidth="{size}" tileheight="{size}" infinite="0">
 <tileset firstgid="1" name="grass" tilewidth="16" tileheight="16" tilecount="2" columns="2">
  <image source="{image}" width="32" height="16"/></tileset>
 <layer id="1" name="Grass" width="3" height="2"><data encoding="base64" compression="zlib">{raw}</data></layer>
 <layer id="2" name="Collision" width="3" height="2" visible="0"><data encoding="csv">{walls}</data></layer>
 <objectgroup id="3" name="chests"><object id="1" type="chest" x="0" y="0"/></objectgroup>{extra}
</map>""", encoding="utf-8")
    return path


def test_it_is_scenery_with_walls_and_a_place_to_stand(tmp_path):
    room, art, problems = load_room(their_map(tmp_path))
    assert [p.code for p in problems] == ["M030"] and problems[0].severity == "warning"
    assert (room.width, room.height, room.kind) == (3, 2, RoomKind.LAB)
    assert not room.walls.free(Cell(2, 0)) and room.walls.free(Cell(0, 0))
    assert [thing.cell for thing in room.things] == [Cell(1, 0)]
    assert len(art.drawn) == 6, "the hidden layer of walls is not drawn"
    assert [tile.left for tile in art.drawn] == [0, 16, 0, 0, 0, 0]
    assert art.drawn[5].turned == (True, False, False)


@pytest.mark.parametrize(("change", "code", "word"), [
    ({"image": "../elsewhere.png"}, "M009", "outside its folder"),
    ({"image": "gone.png"}, "M009", "not there"),
    ({"walls": "1,1,1,1,1,1"}, "M024", "no cell"),
    ({"size": 32}, "M007", "32x32"),
])
def test_why_not_is_told(tmp_path, change, code, word):
    room, _art, problems = load_room(their_map(tmp_path, **change))
    assert room is None
    assert any(p.code == code and word in p.message for p in problems), problems


def test_it_can_be_walked_in_by_itself(tmp_path, capsys):
    from argparse import Namespace

    from game.content.one_map import NODE
    from game.content.sources import load

    args = Namespace(map=their_map(tmp_path), scene="")
    content = with_map(load(), args)
    assert isinstance(content, Content) and args.scene == NODE
    assert "meadow" in content.rooms and NODE in content.book.nodes
    assert "scenery" in capsys.readouterr().err
