"""Build assets/things/*.png and assets/things.json from the models in the things_* modules."""

from __future__ import annotations

import json
from collections.abc import Callable

from tools.art import (
    sheet,
    things_arch,
    things_border,
    things_brick,
    things_cellar,
    things_flats,
    things_hamlet,
    things_hill,
    things_home,
    things_house,
    things_laundry,
    things_market,
    things_mural,
    things_nature,
    things_neon,
    things_orchard,
    things_road,
    things_roof,
    things_shops,
    things_stalls,
    things_wheels,
    things_yard,
)
from tools.art.model import Thing
from tools.art.palette import ROOT

MODELS: dict[str, Callable[[], Thing]] = {
    **things_nature.THINGS, **things_border.THINGS, **things_road.THINGS,
    **things_home.THINGS, **things_house.THINGS, **things_yard.THINGS, **things_hill.THINGS, **things_laundry.THINGS,
    **things_orchard.THINGS, **things_hamlet.THINGS, **things_wheels.THINGS, **things_cellar.THINGS,
    **things_brick.THINGS, **things_flats.THINGS, **things_shops.THINGS, **things_market.THINGS, **things_neon.THINGS,
    **things_stalls.THINGS, **things_arch.THINGS, **things_mural.THINGS, **things_roof.THINGS,
}  # fmt: skip


def build(say: Callable[[str], None] = print) -> None:
    """Render every thing and write its PNG and its foot."""
    feet: dict[str, dict[str, list[int]]] = {}
    total = 0
    for name, model in MODELS.items():
        thing = model()
        feet[name] = {"foot": [*thing.foot]}
        total += sheet.save(thing.image, ROOT / "assets" / "things" / f"{name}.png")
    lines = ",\n".join(f'  "{name}": {json.dumps(feet[name])}' for name in sorted(feet))
    (ROOT / "assets" / "things.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    say(f"things: {len(feet)}, {total // 1024} kB")
