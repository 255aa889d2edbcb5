"""What a person does with an offer: laws of the odds, and the example every writer reads."""

from dataclasses import replace
from functools import partial
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from game.story.book import Book, Person
from game.story.bribes import Odds, Outcome, answer, odds, tell
from game.story.dice import falls
from game.story.facts import Fact, FactType, Price, Value
from game.story.steps import Bribe, Offer

PAK = Person("pak", "Sergeant Pak", greed=70, fear=40, mood=-1,
             likes=(("won", 1), ("cigarettes", 150), ("usb_drama", 500)), danger=(("usb_drama", 30),),
             manners=(("joke", 1), ("threat", -2)),
             tells=(("afraid", "t.afraid"), ("greedy", "t.greedy"), ("easy", "t.easy")))
FACTS = {name: Fact(name, FactType.INT, 0, 0, 1000, worth=10) for name in ("won", "cigarettes", "usb_drama", "heat")}
BRIBE = Bribe("pak", 400, (), "y", "y", "n", "n")


def chances(price: dict[str, int], *, person: Person = PAK, heat: int = 0, witness: bool = False, refusals: int = 0,
            manner: str = "", bribe: Bribe = BRIBE) -> Odds:
    book = Book("", {}, FACTS, {"pak": person}, {}, {}, {})
    facts: dict[str, Value] = {"heat": heat}
    return odds(book, facts, witness, bribe, Offer("o", Price(tuple(price.items())), manner), refusals)


def test_the_sergeant_of_the_handbook() -> None:
    assert [chances({"won": 300}).ask, chances({"won": 300}).accept, chances({"won": 600}).accept] == [460, 15, 80]
    assert chances({"cigarettes": 3}).accept == 47
    assert chances({"usb_drama": 1}).accept == 58 and chances({"usb_drama": 1}).danger == 30
    assert chances({"won": 300}).betray == 20


def test_a_big_payer_must_be_a_big_catch() -> None:
    assert chances({"won": 1150}).betray == 20 and chances({"won": 1151}).betray == 40


def test_a_witness_makes_him_dearer_and_falser() -> None:
    alone, watched = chances({"won": 600}), chances({"won": 600}, witness=True)
    assert watched.ask == alone.ask + 160 and watched.betray == alone.betray + 15


PEOPLE = st.builds(lambda greed, fear, mood: replace(PAK, greed=greed, fear=fear, mood=mood),
                   st.integers(0, 100), st.integers(0, 100), st.integers(-3, 3))
Case: TypeAlias = tuple[Person, int, int, bool, int]
CASES = st.tuples(PEOPLE, st.integers(1, 1500), st.integers(0, 5), st.booleans(), st.integers(0, 4))


@given(CASES)
def test_odds_are_odds(case: Case) -> None:
    person, won, heat, witness, refusals = case
    found = chances({"won": won}, person=person, heat=heat, witness=witness, refusals=refusals)
    assert 0 <= found.accept <= 100 and 0 <= found.betray <= 90 and found.ask >= 1 and found.worth == won


@given(CASES)
def test_fear_heat_and_refusals_never_help_and_money_does(case: Case) -> None:
    person, won, heat, witness, refusals = case
    here = chances({"won": won}, person=person, heat=heat, witness=witness, refusals=refusals)
    afraid = chances({"won": won}, person=replace(person, fear=min(100, person.fear + 20)), heat=heat, witness=witness,
                     refusals=refusals)
    hotter = chances({"won": won}, person=person, heat=heat + 1, witness=witness, refusals=refusals)
    refused = chances({"won": won}, person=person, heat=heat, witness=witness, refusals=refusals + 1)
    richer = chances({"won": won + 50}, person=person, heat=heat, witness=witness, refusals=refusals)
    assert max(afraid.accept, hotter.accept, refused.accept) <= here.accept <= richer.accept
    # at most one step of the big payer's rule can outweigh a rise of fear
    assert hotter.betray >= here.betray - 20 and richer.betray >= here.betray


@given(CASES)
def test_an_agreed_price_is_certain_but_never_safe(case: Case) -> None:
    person, won, heat, witness, refusals = case
    agreed = chances({"won": won}, person=person, heat=heat, witness=witness, refusals=refusals,
                     bribe=replace(BRIBE, agreed=True))
    open_ = chances({"won": won}, person=person, heat=heat, witness=witness, refusals=refusals)
    assert agreed.accept == 100 and agreed.betray == open_.betray


def test_manners_move_his_mood_and_only_so_far() -> None:
    asks = [chances({"won": 400}, manner=manner).ask for manner in ("joke", "", "threat")]
    assert asks[0] < asks[1] < asks[2]
    bitter = replace(PAK, mood=-3)
    assert chances({"won": 400}, person=bitter, refusals=5).ask == chances({"won": 400}, person=bitter).ask


@given(st.integers(0, 2 ** 32), st.text(max_size=10))
def test_answers_follow_the_odds_at_their_ends(seed: int, key: str) -> None:
    assert answer(Odds(1, 1, 100, 100, 0), partial(falls, seed), key) is Outcome.INSULTED
    assert answer(Odds(1, 1, 0, 0, 0), partial(falls, seed), key) is Outcome.REFUSED
    assert answer(Odds(1, 1, 0, 100, 0), partial(falls, seed), key) is Outcome.ACCEPTED
    assert answer(Odds(1, 1, 0, 100, 100), partial(falls, seed), key) is Outcome.BETRAYED


def test_his_face_tells() -> None:
    assert tell(PAK, Odds(1, 1, 0, 50, 40)) == "t.afraid"
    assert tell(PAK, Odds(1, 1, 0, 50, 10)) == "t.greedy"
    assert tell(replace(PAK, greed=10), Odds(1, 1, 0, 50, 10)) == "t.easy"
    assert tell(replace(PAK, tells=()), Odds(1, 1, 0, 50, 10)) == ""
