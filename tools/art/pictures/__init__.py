"""The pictures between scenes: painted here, layer by layer, written to assets/pictures."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator

from tools.art.palette import ROOT
from tools.art.pictures.parts import Picture
from tools.art.sheet import png_bytes

FOLDER = ROOT / "assets" / "pictures"
TABLE = ROOT / "assets" / "pictures.json"
MODULES = {
    "tumen_night": "river",
    "two_faces": "mural",
    "pak_cellar": "cellar",
    "curtains_window": "window",
    "two_spoons": "home",
    "bridge": "bridge",
    "road_on": "road",
    "widow_room": "widow",
    "washing_stones": "washing",
    "orchard_dawn": "orchard",
    "signal_hill": "signal_hill",
    "pak_1961": "memory",
    "ryu_listening": "listening",
    "bus_stop_three": "three",
    "neon_street": "neon",
}


def picture(name: str) -> Picture:
    """How a picture is painted; KeyError for a name that is none."""
    found: Picture = importlib.import_module(f"tools.art.pictures.{MODULES[name]}").PICTURE
    return found


def layers(name: str) -> Iterator[tuple[str, bytes]]:
    """File name and PNG bytes of each layer of a picture, back to front."""
    for number, layer in enumerate(picture(name).layers):
        image, colours = layer.draw().baked()
        yield f"{name}_{number}.png", png_bytes(image, colours)


def build(say: Callable[[str], None] = print, only: str | None = None) -> None:
    """Paint one picture, or all and the icon, and write assets/pictures.json."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in MODULES if only is None else [only]:
        total = 0
        for file, data in layers(name):
            (FOLDER / file).write_bytes(data)
            total += len(data)
        say(f"picture {name}: {total // 1000} kB")
    if only is None:
        from tools.art.pictures import icon

        icon.build(say)
    write_table()


def write_table() -> None:
    """Write assets/pictures.json: the layers of every picture that is painted."""
    rows = {name: _row(picture(name)) for name in MODULES if (FOLDER / f"{name}_0.png").exists()}
    TABLE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _row(found: Picture) -> dict[str, object]:
    files = [{"file": f"{found.name}_{number}.png", "drift": layer.drift} for number, layer in enumerate(found.layers)]
    breath = {"mouths": [list(spot) for spot in found.mouths]} if found.mouths else {}
    return {"layers": files, "living": found.living, **breath}
