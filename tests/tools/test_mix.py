"""What the game makes of its sounds: a minute mixed without a card, captions for all, every sound in use."""

from functools import cache
from typing import Any

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("soundfile")
pytest.importorskip("scipy")

from tools.sound import session, uses  # noqa: E402
from tools.sound.__main__ import SOUNDS  # noqa: E402
from tools.sound.measure import peak_db  # noqa: E402
from tools.sound.music import STATES  # noqa: E402


@cache
def minute() -> Any:
    """A minute of play, mixed as the game mixes it."""
    return session.render()


def test_a_minute_of_play_stays_under_full_scale_and_has_no_click() -> None:
    mix = minute()
    assert peak_db(mix) < -1.0
    assert session.clicks(mix) == []
    edge, inside = session.edge_steps(mix)
    assert edge < inside


def test_a_click_is_found() -> None:
    mix = minute().copy()
    mix[100 * session.BLOCK :] += 0.2
    assert session.clicks(mix[: 200 * session.BLOCK]) == [pytest.approx(100 / session.FRAMES, abs=1e-3)]


def test_danger_comes_fast_goes_slowly_and_no_change_of_cue_leaves_a_hole() -> None:
    mix = minute()

    def level(start: float, end: float) -> float:
        piece = mix[round(start * 24_000) : round(end * 24_000)]
        return float(10 * np.log10((piece**2).mean() + 1e-12))

    calm, hunted = level(14, 16), level(23.5, 30)
    assert hunted > calm + 5
    assert level(30, 31.5) > calm + 1, "it lingers"
    assert abs(level(35, 38) - calm) < 4, "and is gone"
    for change in (38.0, 45.0, 50.0, 54.0):
        lowest = min(level(change + k / 10, change + k / 10 + 0.5) for k in range(20))
        assert lowest > calm - 14, f"a hole at {change}"


def test_every_gait_on_every_ground_is_heard_over_the_wind() -> None:
    for row in session.feet()[2:]:
        name, *gaits = [cell.strip() for cell in row.strip("|").split("|")]
        walk, crouch, run, crawl = map(int, gaits)
        assert crawl <= crouch < walk < run, name
        assert walk >= 3 and crawl >= -2, name


def test_the_states_of_the_table_are_those_of_the_game() -> None:
    from game.ui.sound import GAINS
    from game.ui.sound import LAYERS as ORDER

    for name, threat in (("calm", 0), ("suspicion", 2), ("alert", 3)):
        assert GAINS[threat] == tuple(STATES[name].get(layer, 0.0) for layer in ORDER)


def test_every_sound_is_used_and_every_one_that_tells_something_is_said_in_words() -> None:
    names = {sound.name for sound in SOUNDS}
    ruled, told, said = uses.from_the_rules(), uses.from_the_story(), uses.words()
    listed = [name for group in uses.WITHOUT_CAPTION.values() for name in group]
    assert len(listed) == len(set(listed)) and set(listed) <= names
    assert ruled <= set(said), "a sound of the rules without words"
    assert not ruled & set(listed)
    beds = {"engine", "wind"}  # lasting, and also said: as a mask, or when it sets out
    assert names == ruled | set(told) | set(listed) | beds
    assert set(told) <= names and ruled <= names


def test_places_name_only_sounds_there_are() -> None:
    from game.ui import places

    names = {sound.name for sound in SOUNDS}
    assert set(places.NEAR.values()) | {name for name, _ in places.NOW_AND_THEN.values()} <= names
    assert set(places.LOUD) == set(places.NEAR.values())
    assert set(places.LOUD) <= {sound.name for sound in SOUNDS if sound.loop}
