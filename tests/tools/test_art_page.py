"""docs/art.md: its examples are run as they stand on the page, and what it tells of colours is so."""

from __future__ import annotations

import re
from typing import Any

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
pytest.importorskip("PIL")

from game.ui import look  # noqa: E402
from tools.art import icons, people  # noqa: E402
from tools.art.palette import NOTHING, ROOT  # noqa: E402

PAGE = (ROOT / "docs" / "art.md").read_text(encoding="utf-8")


def example(word: str) -> dict[str, Any]:
    """The names that the page's example with that word in it defines."""
    found: dict[str, Any] = {"__name__": "example"}
    exec(next(block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if word in block), found)
    return found


@pytest.mark.parametrize("name", ["wood_store", "willow"])
def test_the_house_and_the_tree_stand_on_their_feet(name: str) -> None:
    thing = example(f"def {name}")[name]()
    height, width = thing.image.shape
    assert 30 < height < 90 and 30 < width < 70
    assert 0 <= thing.foot[0] < width and height - 20 <= thing.foot[1] <= height
    steps = thing.image[thing.image != NOTHING] % 16
    assert steps.mean() > 2, "nothing but black"


def test_the_icon_fills_its_place_and_has_light_and_dark_edges() -> None:
    made = icons.drawn(example("KETTLE")["KETTLE"])
    assert made.shape == (icons.SIZE, icons.SIZE) and (made != NOTHING).sum() > 60
    assert len(set((made[made != NOTHING] % 16).tolist())) >= 4


def test_the_person_walks_in_eight_directions() -> None:
    postman = example("postman")["CAST"]["postman"]
    frames = [people.frame_image(postman, "walk", 0, degrees) for degrees in (0.0, 90.0, 270.0)]
    assert all((frame != NOTHING).sum() > 200 for frame in frames)
    assert len({frame.tobytes() for frame in frames}) == len(frames)


def test_the_picture_has_its_layers() -> None:
    picture = example("far_window")["PICTURE"]
    baked = [layer.draw().baked()[0] for layer in picture.layers]
    assert len(baked) == 3 and picture.living == "snow"
    assert not np.all([layer == NOTHING for layer in baked], axis=0).any(), "a hole through all layers"


def test_the_signal_colours_on_the_page_are_the_games() -> None:
    for colour in (look.DANGER, look.SUSPICION, look.SAFE, look.INTERACT):
        assert f"`#{bytes(colour).hex()}`" in PAGE
