"""What bots found, printed or as JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from game.commands import as_called
from game.prove.bots import TEMPERS
from game.prove.story.gaps import Gap
from game.prove.tally import Coverage, spread, wilson
from game.story.book import Book


def as_json(book: Book, coverage: Coverage, every: set[str], gaps: dict[str, list[Gap]] | None) -> dict[str, Any]:
    """All of it; shares are percentages, intervals [low, high] of 95 in 100, spreads [10th, median, 90th]."""
    missing = coverage.missing(book, every)
    answered = {} if gaps is None else {"gaps": {kind: [_gap_json(gap) for gap in gaps[kind]] for kind in gaps}}
    return {
        "endings": dict(_counted(book, coverage.endings())),
        "intervals": _intervals(book, coverage.endings()),
        "players": {str(temper): {"endings": dict(_counted(book, coverage.endings(temper))),
                                  "intervals": _intervals(book, coverage.endings(temper))} for temper in TEMPERS
                    if coverage.endings(temper)},
        "first_seeds": {f"{player} {ending}": seed for (player, ending), seed in sorted(coverage.firsts.items())},
        "coverage": {kind: {"met": met, "of": total, "never": missing[kind]}
                     for kind, (met, total) in coverage.shares(book, every).items()},
        "decisions": spread(coverage.decisions), "words_read": spread(coverage.read),
        "gates": {chapter: {"runs": purses.total(), "purse": spread(purses),
                            "warmth": spread(coverage.warmths.get(chapter, Counter()))}
                  for chapter, purses in coverage.purses.items()},
        **answered,
    }


def _gap_json(gap: Gap) -> dict[str, Any]:
    """What is known of something never met; `moves` are those of a play with a stage, `tell` one at the menu."""
    play = None if gap.play is None else {"seed": gap.play.seed, "picks": list(gap.play.picks), "tell": str(gap.play)}
    return {"name": gap.name, "answer": gap.said, "play": play, "moves": list(gap.moves)}


def print_report(book: Book, coverage: Coverage, every: set[str], gaps: dict[str, list[Gap]] | None) -> None:
    """The same for people."""
    answers = {(gap.kind, gap.name): gap for found in (gaps or {}).values() for gap in found}
    players = ("", *(temper for temper in TEMPERS if coverage.endings(temper)))
    for player in players:
        found = _counted(book, coverage.endings(player))
        total = found.total()
        print(f"{player or 'all players'}, {total} runs")
        for ending, number in found.items():
            low, high = wilson(number, total)
            print(f"  {_title(book, ending):<24} {number:>6}  {100 * number / max(total, 1):5.1f} %"
                  f"  ({100 * low:.1f} to {100 * high:.1f})")
    print(f"decisions in a run {_spread(coverage.decisions)}, words read {_spread(coverage.read)} "
          "(median; 10th and 90th of 100)")
    has_purse = any(fact.worth for fact in book.facts.values())
    for chapter, purses in coverage.purses.items():
        purse = f", purse {_spread(purses)} tenths of a won note" if has_purse else ""
        warmth = f", warmth {_spread(coverage.warmths[chapter])}" if chapter in coverage.warmths else ""
        print(f"at the gate of {chapter}: {purses.total()} runs{purse}{warmth}")
    missing = coverage.missing(book, every)
    for kind, (met, total) in coverage.shares(book, every).items():
        print(f"{kind}: {met} of {total}")
        for name in missing[kind]:
            words = f"  {book.words[name][:60]}" if kind == "lines" and name in book.words else ""
            print(f"  never: {name}{words}")
            if (kind, name) in answers:
                print(f"    {_answer(answers[kind, name])}")
    if gaps is not None:
        counts = Counter(gap.said for gap in answers.values())
        print(f"of what was never met: {', '.join(f'{counts[said]} {said}' for said in counts) or 'nothing'}")


def _answer(gap: Gap) -> str:
    """What is known of something never met, in a line."""
    if gap.play is not None:
        return f"rare, like this: {as_called(str(gap.play))}"
    if gap.moves:
        return f"not at the menu; where there is a stage, like this: {' > '.join(gap.moves)}"
    return f"{gap.said}"


def _title(book: Book, ending: str) -> str:
    known = book.endings.get(ending)
    return book.words.get(known.title, ending) if known is not None else ending


def _counted(book: Book, found: Counter[str]) -> Counter[str]:
    """Every ending of the book with its count, then anything else that came of a run."""
    return Counter({**dict.fromkeys(book.endings, 0), **found})


def _intervals(book: Book, found: Counter[str]) -> dict[str, list[float]]:
    total = found.total()
    return {ending: [round(100 * edge, 2) for edge in wilson(found[ending], total)] for ending in book.endings}


def _spread(values: Counter[int]) -> str:
    low, middle, high = spread(values)
    return f"{middle} ({low} to {high})"
