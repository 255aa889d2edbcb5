import pytest

from game.content.maps import load_room
from tests.content.drawn_maps import MAPS


@pytest.fixture
def load(tmp_path):
    for name in ("terrain.tsx", "marks.tsx"):
        (tmp_path / name).write_bytes((MAPS / name).read_bytes())

    def read(text):
        path = tmp_path / "room.tmx"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_room(path)

    return read
