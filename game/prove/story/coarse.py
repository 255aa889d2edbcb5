"""A story too large for every state: variables are forgotten, and whoever asks for one is answered in every way.

What cannot be reached so cannot be reached at all. And what ends well although each forgotten variable answers as badly
as it can, ends well: so "no softlock" is a proof here too. `inside.py` says which variables are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.prove.story.guessing import Forgetful, GuessedFacts, GuessedOnce, GuessedVisits
from game.prove.story.moves import By, Doing, Mover
from game.prove.story.oracle import Oracle, every
from game.prove.story.packing import Packer
from game.sim.world import Lore
from game.story import answers, desk, runtime
from game.story.book import Book
from game.story.facts import Price
from game.story.keeping import pay
from game.story.steps import Bribe, Choose, Papers, Phone, Visit
from game.story.tale import Tale, Waiting, step_at

MOST_FALLS = 3000
Var = tuple[str, str]


@dataclass(slots=True)
class Rest:
    """A state: who can move where. A move is (for certain there, all falls must be good, its falls)."""

    node: str
    moves: list[tuple[bool, bool, tuple[int, ...]]] = field(default_factory=list)
    asked: set[Var] = field(default_factory=set)
    choices: tuple[str, ...] = ()
    ending: str = ""


@dataclass(slots=True)
class Coarse:
    """What was found. `lost` are states from which no ending is proved to be reached."""

    rests: list[Rest] = field(default_factory=list)
    nodes: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    endings: dict[str, int] = field(default_factory=dict)
    lost: list[int] = field(default_factory=list)
    kept: set[Var] = field(default_factory=set)
    complete: bool = True


@dataclass(slots=True)
class Work:
    """The search in progress."""

    lore: Lore
    packer: Packer
    mover: Mover
    found: Coarse
    written: Lore
    known: dict[bytes, int] = field(default_factory=dict)
    states: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, lore: Lore, packer: Packer, mover: Mover, found: Coarse) -> Work:
        """Work that has not begun. Calls are told with all their cards."""
        told = replace(lore, book=_talkative(lore.book))
        mover.lore = told
        return cls(told, packer, mover, found, lore)

    def number(self, tale: Tale, choices: tuple[str, ...]) -> int:
        """The number of the state a tale rests in."""
        state = self.packer.pack(tale)
        number = self.known.get(state)
        if number is None:
            number = self.known[state] = len(self.states)
            self.states.append(state)
            self.found.rests.append(Rest(tale.frame.node if tale.stack else "", choices=choices, ending=tale.ending))
            if tale.ending:
                self.found.endings.setdefault(tale.ending, number)
        return number

    def tale(self, at: int, dice: Oracle) -> tuple[Tale, Forgetful]:
        """A tale in a state, which answers for what was forgotten."""
        tale = self.packer.unpack(self.states[at], dice)
        forgetful = Forgetful(dice, self.packer.live, self.packer.forgotten(self.states[at]))
        tale.facts = GuessedFacts(tale.facts, forgetful)
        tale.once = GuessedOnce(tale.once, forgetful)
        tale.visits = GuessedVisits(tale.visits, forgetful)
        return tale, forgetful

    def expand(self, at: int) -> None:
        """Every move of a state."""
        rest = self.found.rests[at]
        plain = self.packer.unpack(self.states[at], None)
        if plain.waiting is Waiting.END:
            return
        for name, by in _names(self.lore, plain):
            sure, possible, asked = self.openness(at, name, by)
            rest.asked |= asked
            if not possible:
                continue
            self.found.offered.add(f"{rest.node}/{name}")
            falls: set[int] = set()
            guessed = False

            def play(dice: Oracle, name: str = name, by: By = by) -> tuple[int, bool]:
                tale, forgetful = self.tale(at, dice)
                self.act(tale, name, by, dice)
                rest.asked.update(forgetful.guessed)
                self.found.nodes.update(tale.visits.entered if isinstance(tale.visits, GuessedVisits) else ())
                return self.number(tale, (*rest.choices, name)), bool(forgetful.guessed)

            whole = True
            for number, (_, (target, was)) in enumerate(every(play)):
                falls.add(target)
                guessed = guessed or was
                if number > MOST_FALLS:
                    whole = False
                    self.found.complete = False
                    break
            talk = isinstance(step_at(self.lore.book, plain), Papers)
            if talk:  # some question is asked, and after the last one of them it goes on
                falls.discard(at)
            certain = sure and not (isinstance(step_at(self.lore.book, plain), Phone) and name != runtime.HANG_UP)
            rest.moves.append((certain and whole, guessed or talk, tuple(falls)))

    def answer(self, tale: Tale, papers: Papers, name: str, dice: Oracle) -> None:
        """Answer some question, as the last of them or not, after any doubt there can have been."""
        assert tale.desk is not None
        asked = next(number for number, question in enumerate(papers.questions)
                     if any(one.id == name for one in question.answers))
        tale.desk.drawn = [asked, asked][dice.pick((1, 1)):]
        tale.desk.doubt = (0, desk.UNSURE, desk.SUSPICIOUS)[dice.pick((1, 1, 1))]
        said = next(one for one in papers.questions[asked].answers if one.id == name)
        tale.desk.answered += 1
        tale.desk.doubt += said.doubt
        if said.at >= 0:
            tale.frame.at = said.at
        runtime.settle(self.lore.book, tale)

    def openness(self, at: int, name: str, by: By) -> tuple[bool, bool, set[Var]]:
        """Whether a move is there for certain, whether it may be there, and what was asked to know it."""
        asked: set[Var] = set()

        def play(dice: Oracle) -> bool:
            tale, forgetful = self.tale(at, dice)
            is_open = _open(self.written, tale, name)
            asked.update(forgetful.guessed)
            return is_open

        answers_ = [answer for _, answer in every(play)]
        return all(answers_), any(answers_), asked

    def act(self, tale: Tale, name: str, by: By, dice: Oracle) -> None:
        """Do it, as `runtime.choose` does, without asking for all that stands beside it."""
        book, step = self.lore.book, step_at(self.lore.book, tale)
        if tale.pending:
            tale.clock = dice.pick((1, *(0,) * len(tale.pending)))
        match step:
            case Visit():
                self.mover.fire(tale, Doing(name, by), dice)
            case Bribe(offers=offers):
                _assume(tale, next((offer.price for offer in offers if offer.id == name), Price()))
                if answers.offer(book, tale, step, name, []):
                    runtime.settle(book, tale)
            case Choose(choices=choices):
                choice = next(one for one in choices if one.id == name)
                if choice.once:
                    tale.once[name] = 1
                _assume(tale, choice.price)
                pay(book, tale, choice.price, [])
                tale.frame.at = choice.at
                runtime.settle(book, tale)
            case Phone():
                answers.play_card(tale, step, name, [])
                runtime.settle(book, tale)
            case Papers():
                self.answer(tale, step, name, dice)
        self.mover.rest(tale, dice)


def _assume(tale: Tale, price: Price) -> None:
    """What is paid is there."""
    for fact, count in price.parts:
        if isinstance(tale.facts, GuessedFacts):
            tale.facts.assume(fact, count)


def _talkative(book: Book) -> Book:
    """The same story, in which every card of a call can always be played.

    Where none can, a call hangs up by itself; there she can do so too, and it leads to the same.
    """
    nodes = {node.id: replace(node, steps=tuple(_all_cards(step) if isinstance(step, Phone) else step
                                                for step in node.steps)) for node in book.nodes.values()}
    return replace(book, nodes=nodes)


def _all_cards(phone: Phone) -> Phone:
    return replace(phone, cards=tuple(replace(card, condition=None, once=False) for card in phone.cards))


def _names(lore: Lore, tale: Tale) -> list[tuple[str, By]]:
    """Everything that is written for a state, open or not."""
    step = step_at(lore.book, tale)
    match step:
        case Visit(ways=ways):
            return [(way.name, By.HER) for way in ways] + [(f"later {one.name}", By.WAITED) for one in tale.timers]
        case Choose(choices=choices):
            return [(choice.id, By.HER) for choice in choices]
        case Bribe(offers=offers):
            return [*((offer.id, By.HER) for offer in offers), (answers.LEAVE, By.HER)]
        case Phone(cards=cards):
            return [*((card.id, By.HER) for card in cards), (runtime.HANG_UP, By.HER)]
        case Papers(questions=questions):
            return [(one.id, By.HER) for question in questions for one in question.answers]
        case _:
            return []


def _open(lore: Lore, tale: Tale, name: str) -> bool:
    """Whether a move can be made now; asks for nothing else than what it needs."""
    step = step_at(lore.book, tale)
    match step:
        case Visit(ways=ways):
            way = next((one for one in ways if one.name == name), None)
            return way is None or ((way.condition is None or way.condition.holds(tale))
                                   and not (way.once and f"{tale.frame.node}/{name}" in tale.once))
        case Choose(choices=choices):
            choice = next(one for one in choices if one.id == name)
            return (not (choice.once and name in tale.once)
                    and (choice.condition is None or choice.condition.holds(tale))
                    and choice.price.payable(tale.facts))
        case Bribe(offers=offers):
            return all(offer.price.payable(tale.facts) for offer in offers if offer.id == name)
        case Phone(cards=cards):
            card = next((one for one in cards if one.id == name), None)
            return card is None or (not (card.once and name in tale.once)
                                    and (card.condition is None or card.condition.holds(tale)))
        case Papers(questions=questions):
            answer = next(one for question in questions for one in question.answers if one.id == name)
            return answer.condition is None or answer.condition.holds(tale)
        case _:
            return False
