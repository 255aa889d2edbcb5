"""The painted wall: one set of indices, faded by day and new on the poster."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
pytest.importorskip("PIL.Image")

from tools.art import things_mural as mural  # noqa: E402
from tools.art.palette import table, to_oklab  # noqa: E402

WIDE, HIGH = 168, 60


@pytest.fixture(scope="module")
def wall() -> tuple[object, object, object]:
    """As it is shown, as it has become, and the indices."""
    shown = mural._shown(WIDE, HIGH, True)
    lived = mural._lived(shown, 5)
    return shown, lived, mural.two_faced(shown, lived)


def lab(indices: object, grade: str) -> object:
    return to_oklab(table(grade)[indices].astype(float))


def test_on_the_poster_nearly_nothing_has_flaked(wall) -> None:
    shown, _, indices = wall
    away = np.sqrt(((lab(indices, "poster") - to_oklab(shown.astype(float))) ** 2).sum(-1))
    assert (away < 0.16).mean() > 0.93
    assert away.mean() < 0.06


def test_by_day_it_has_lost_most_of_its_colour_and_whole_pieces_of_it(wall) -> None:
    shown, _, indices = wall
    colour = {grade: np.hypot(lab(indices, grade)[..., 1], lab(indices, grade)[..., 2]).mean()
              for grade in ("road", "poster")}
    assert colour["road"] < 0.4 * colour["poster"]
    red = (shown == (0xC8, 0x1A, 0x18)).all(-1)
    bare = np.hypot(lab(indices, "road")[..., 1], lab(indices, "road")[..., 2]) < 0.045
    assert 0.2 < bare[red].mean() < 0.8, "the red is gone in places, and in places it is there"


def test_the_words_are_still_read_by_day(wall) -> None:
    shown, _, indices = wall
    light = lab(indices, "road")[..., 0]
    band = np.zeros(light.shape, dtype=bool)
    band[HIGH - mural.BAND + 3 :] = True
    letters = (shown == (0xFF, 0xF6, 0xD8)).all(-1) & band
    assert light[letters].mean() > light[band & ~letters].mean() + 0.15
