"""Steps that change the tale: facts, codex, consequences that come back, barks, bribes, and spoken lines."""

from __future__ import annotations

from collections.abc import Mapping

from game.content import lines, schema
from game.content.kinds import Form, ListOf, One, Whole, either
from game.content.lines import Speaker
from game.content.problems import Place, did_you_mean
from game.content.scribe import Scribe
from game.content.yamltree import Items, Table, Text, Tree
from game.story.facts import Price
from game.story.steps import Bark, Bribe, Later, Learn, Offer, Say, Set

BARK = Form({"who": One.PERSON, "text": One.WORDS, "id": One.NAME}, ("who", "text"))
LATER = Form({"name": One.NAME, "in": One.TALE_OR_PLAYED, "go": One.NODE, "missed": One.CHANGES},
             ("name", "in", "go"))
OFFER = Form({"give": One.COUNTS, "manner": One.NAME, "label": One.WORDS}, ("give",))
_ANSWERS = ("accepted", "betrayed", "refused", "insulted", "leave")  # leave may be left out
BRIBE = Form({"who": One.PERSON, "price": Whole(1, 100_000), "offers": ListOf(either(One.COUNTS, OFFER)),
              **dict.fromkeys(_ANSWERS, One.NODE), "tries": Whole(1, 5), "agreed": One.FLAG, "keeps": One.FLAG},
             ("who", "price", "offers", *_ANSWERS[:4]))


def read_line(scribe: Scribe, whole: Text, who: Speaker, said: str, words_at: Place) -> None:
    """A spoken line; `whole` is the scalar its speaker stands in, `words_at` where its words are."""
    person = scribe.draft.cast.get(scribe.speaker(who.who, whole.place))
    mood = who.mood or "plain"
    if who.mood and person is not None and mood not in person.moods:
        place = whole.place.right(who.mood_at + (0 if whole.plain else 1))
        scribe.faults.error(place, "N003", f"{who.who} has no mood '{mood}'",
                            did_you_mean(mood, person.moods) or f"known are {', '.join(person.moods)}; a new one is "
                            f"added to the moods of {who.who} in world.yaml")
    for slot in lines.slots(said):
        if slot not in scribe.draft.facts:
            text = whole.value if whole.place == words_at else said
            place = schema.inside(words_at.right(0 if whole.plain else 1), text, "{" + slot).right(1)
            scribe.faults.error(place, "V001", f"there is no fact '{slot}' to show in the words",
                                did_you_mean(slot, scribe.draft.facts) or "declare it under facts in world.yaml")
    for pair in lines.PARTICLE.findall(said):
        scribe.faults.error(words_at, "T008", f"'{pair}' behind a colon is for particles of other languages; English "
                            "words have none", "leave only the name of the fact in the braces")
    id = scribe.stamped(who.id, said, whole)
    known = tuple(slot for slot in lines.slots(said) if slot in scribe.draft.facts)
    scribe.add(Say(id, who.who, mood, known), whole.place)


def read_bark(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`bark`: a table, or a whole line in quotes."""
    id = who = said = ""
    if isinstance(value, Text):
        line = lines.spoken(value.value)
        if line is None:
            scribe.faults.error(value.place, "T001", "a bark is 'who: words', in quotes",
                                f'- bark: "who: {value.value[:40]}"')
            return
        who, id, said = line[0].who, line[0].id, line[1]
        schema.whole_words(value, said, "the bark", scribe.faults)
    else:
        got = schema.settings(value, "a bark", scribe.faults, BARK)
        who = schema.text(got["who"], "who", scribe.faults) if "who" in got else ""
        said = schema.words(got["text"], "the bark", scribe.faults) if "text" in got else ""
        id = schema.text(got["id"], "id", scribe.faults).lstrip("@") if "id" in got else ""
    for slot in lines.slots(said):
        scribe.faults.error(value.place, "T008", f"{{{slot}}} works in spoken lines only, not in a bark")
    if who:
        scribe.speaker(who, value.place)
    scribe.add(Bark(scribe.stamped(id, said, value, "b"), who), value.place)


def read_set(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`set: {fact: value}`."""
    scribe.add(Set(scribe.changes(value, "set")), value.place)


def read_give(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`give: {won: 2}`."""
    scribe.add(Set(scribe.changes(value, "give", 1)), value.place)


def read_take(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`take: {won: 2}`."""
    scribe.add(Set(scribe.changes(value, "take", -1)), value.place)


def read_learn(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`learn: entry`."""
    entry = schema.text(value, "learn", scribe.faults)
    if entry and entry not in scribe.draft.codex and "codex" not in scribe.draft.unread:
        scribe.faults.error(value.place, "N005", f"there is no codex entry '{entry}'",
                            did_you_mean(entry, scribe.draft.codex) or "write it in codex.yaml")
    scribe.add(Learn(entry), value.place)


def read_later(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`later`: a consequence in played seconds or in tale time."""
    got = schema.settings(value, "later", scribe.faults, LATER)
    name = schema.name(got["name"], "name", scribe.faults) if "name" in got else ""
    node = scribe.node_name(got["go"], "go") if "go" in got else ""
    missed = scribe.changes(got["missed"], "missed") if "missed" in got else ()
    ticks = minutes = 0
    if "in" in got:
        minutes = lines.minutes(schema.text(got["in"], "in", scribe.faults)) or 0
        ticks = 0 if minutes else schema.ticks(got["in"], "in", scribe.faults, ", or tale time such as 5m, 6h or 2d")
    scribe.add(Later(name, node, ticks, minutes, missed), value.place)


def read_bribe(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`bribe`: what may be offered to whom, and where each answer leads."""
    faults = scribe.faults
    got = schema.settings(value, "a bribe", faults, BRIBE)
    who = ""
    if "who" in got:
        who = scribe.speaker(schema.text(got["who"], "who", faults), got["who"].place)
        if who in scribe.draft.cast and who not in scribe.draft.traits:
            faults.warning(got["who"].place, "B001", f"{who} has no greed and no fear written down, so every offer "
                           "is weighed as by anybody", f"give {who} greed and fear, 0 to 100, in world.yaml")
    nodes = {name: scribe.node_name(got[name], name) if name in got else "" for name in _ANSWERS}
    offers = tuple(offer for one in schema.items(got.get("offers"), "offers", faults)
                   if (offer := _offer(scribe, one, who)) is not None)
    if isinstance(got.get("offers"), Items) and not offers:
        faults.error(got["offers"].place, "B002", "there is nothing to offer")
    scribe.add(Bribe(
        who, schema.number(got, "price", BRIBE, faults, 1), offers, **nodes,
        tries=schema.number(got, "tries", BRIBE, faults, 2), agreed=schema.switch(got, "agreed", faults),
        keeps=schema.switch(got, "keeps", faults)), value.place)


def _offer(scribe: Scribe, tree: Tree, who: str) -> Offer | None:
    """`6 won`, or a table with a manner."""
    got: dict[str, Tree] = {"give": tree}
    if isinstance(tree, Table):
        got = schema.settings(tree, "an offer", scribe.faults, OFFER)
    give = got.get("give")
    if give is None:
        return None
    said = schema.text(give, "an offer", scribe.faults)
    parts = lines.counts(said)
    if parts is None:
        if said:
            scribe.faults.error(give.place, "B002", f"the offer '{said}' cannot be read",
                                "write a number and a fact, such as 6 won, or 6 won + 2 cigarettes")
        return None
    price: Price = scribe.affordable([(Text(name, schema.inside(give.place, said, name)), count)
                                      for name, count in parts if count], "an offer")
    manner = schema.text(got["manner"], "manner", scribe.faults) if "manner" in got else ""
    person = scribe.draft.cast.get(who)
    if manner and person is not None and manner not in dict(person.manners):
        known = tuple(dict(person.manners))
        scribe.faults.error(got["manner"].place, "N003", f"{who} knows no manner '{manner}'",
                            did_you_mean(manner, known) or "known are " + (", ".join(known) or "none"))
    words = schema.words(got["label"], "label", scribe.faults) if "label" in got else _in_words(scribe, price, manner)
    slug = lines.slug(f"{said} {manner}" if manner else said)
    return Offer(scribe.derived(slug, words, tree.place), price, manner)


def _in_words(scribe: Scribe, price: Price, manner: str) -> str:
    """What an offer is called where the writer gives no label; `fact.NAME` of the interface words names the goods."""
    named = [f"{count} {scribe.draft.words.get(f'fact.{name}', name.replace('_', ' '))}" for name, count in price.parts]
    return " and ".join(named) + (f" ({manner.replace('_', ' ')})" if manner else "")
