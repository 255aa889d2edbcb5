"""The language nobody speaks: longer, in brackets, slots untouched."""

from hypothesis import given
from hypothesis import strategies as st

from game.words.pseudo import pseudo, spoken


@given(st.text(max_size=80))
def test_it_is_longer_and_in_brackets(english):
    said = pseudo(english)
    if english.strip():
        assert said[0] == "[" and said[-1] == "]" and len(said) >= len(english) * 1.4
    else:
        assert said == english


def test_slots_stay_and_letters_change():
    assert "{won}" in pseudo("I have {won} notes")
    assert pseudo("not").startswith("[ñöt")
    assert spoken({"a": "Go"})["a"].startswith("[Gö ")
