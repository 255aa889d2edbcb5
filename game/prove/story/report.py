"""The page of `prove --story --report`: one file that needs no other, no server and no script."""

from __future__ import annotations

from html import escape

from game.prove.story.chart import chart, definitions, shape
from game.prove.story.covered import Covered, Mark, Offered, covered
from game.prove.story.findings import Ending, Proof, Verdict
from game.prove.story.layout import bands
from game.prove.story.report_style import CSS
from game.prove.story.retold import Retold
from game.prove.tally import Coverage, wilson
from game.story.book import Book
from game.story.steps import Visit

WORDS = {Mark.SAFE: "some play comes here, and from here an ending can be reached, whatever the variables are",
         Mark.OPEN: "not decided", Mark.NEVER: "nobody ever comes here: proved", Mark.FAULT: "a fault"}
STAMPS = {Verdict.PROOF: "proof", Verdict.FAULT: "fault", Verdict.UNDECIDED: "open"}


def page(book: Book, proof: Proof, plays: dict[str, Retold], bots: Coverage | None) -> str:
    """The whole page. `plays` are those that come to each ending, as they are typed."""
    known = covered(book, proof, bots)
    chapters = list(dict.fromkeys(node.partition(".")[0] for node in _as_told(book, known)))
    body = "".join(_chapter(book, known, chapter) for chapter in chapters)
    return ('<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f"<title>The story, proved</title><style>{CSS}</style></head><body>{definitions()}"
            f"{_head(proof, known, bots)}{_endings(book, proof, plays, bots)}{_said(proof)}"
            f"{_summary(known, chapters, bots)}{_legend(bots)}{body}{_FOOT}</body></html>\n")


def _as_told(book: Book, known: Covered) -> list[str]:
    """The nodes as one comes to them, then those nothing leads to."""
    found = dict.fromkeys([book.start])
    for node in (left := list(found)):
        new = [line.edge.target for line in known.lines if line.edge.source == node]
        left += [one for one in dict.fromkeys(new) if one in known.spots and one not in found]
        found |= dict.fromkeys(left)
    return list(found | dict.fromkeys(known.spots))


def _head(proof: Proof, known: Covered, bots: Coverage | None) -> str:
    spots = list(known.spots.values())
    met = sum(spot.plays > 0 for spot in spots)
    offered = [one for spot in spots for one in spot.offered]
    runs = f", and {bots.runs.total():,} runs of bots beside it" if bots is not None else ""
    return (f'<header><h1>The story <span class="stamp {STAMPS[proof.verdict]}">{proof.verdict}</span></h1>'
            "<p class=lead>Can everybody come to an end, can all that is written be met, is what was promised kept?"
            f" {proof.states:,} states and {proof.moves:,} moves of real plays were looked at in {proof.seconds:.0f} s"
            f"{runs}.</p><p class=sum><b>{met}</b> of {len(spots)} nodes come to, "
            f"<b>{sum(spot.mark is Mark.SAFE for spot in spots)}</b> of them safe, "
            f"<b>{sum(one.plays > 0 for one in offered)}</b> of {len(offered)} choices and ways taken, "
            f"<b>{len(proof.faults)}</b> faults, <b>{len(proof.undecided)}</b> undecided</p></header>")


# Endings -------------------------------------------------------------------------------------------------
def _endings(book: Book, proof: Proof, plays: dict[str, Retold], bots: Coverage | None) -> str:
    cards = "".join(_ending(book, one, plays.get(one.id), bots) for one in proof.endings)
    return f"<section><h2>Endings</h2><ul class=ends>{cards}</ul></section>"


def _ending(book: Book, ending: Ending, play: Retold | None, bots: Coverage | None) -> str:
    title = book.words.get(book.endings[ending.id].title, ending.id)
    facts = []
    if not ending.reached:
        facts.append("no play comes to it")
    else:
        facts.append(f"reached in {len(ending.choices)} moves")
        facts.append({True: "can be forced, whatever the dice say", False: "cannot be forced: it needs luck",
                      None: "not shown that it can be forced"}[ending.forced])
    if ending.odds is None and ending.reached:
        facts.append("odds not worked out: there are too many states")
    if ending.odds is not None:
        facts.append(f"odds {ending.odds.least:.0%} for who avoids it, {ending.odds.greatest:.0%} for who wants it, "
                     f"{ending.odds.uniform:.1%} for who picks anything")
    if bots is not None:
        total, found = bots.runs.total(), bots.endings()[ending.id]
        low, high = wilson(found, total)
        facts.append(f"{found:,} of {total:,} runs of bots, {100 * low:.1f} to {100 * high:.1f} in 100")
    typed = ""
    if play is not None:
        typed = f"<pre class=typed>{escape(str(play))}</pre>"
    elif ending.reached:
        typed = f"<p>By these moves, the world's among them:</p><pre>{escape(' > '.join(ending.choices))}</pre>"
    return f"<li><b>{escape(title)}</b><p>{'; '.join(facts)}</p>{typed}</li>"


# What was shown ------------------------------------------------------------------------------------------
def _said(proof: Proof) -> str:
    faults = "".join(f"<li class=error><pre>{escape(str(fault))}</pre></li>" for fault in proof.faults)
    found = f"<h3>Faults</h3><ul class=problems>{faults}</ul>" if faults else ""
    shown = "".join(f"<li>{_sign(Mark.SAFE)}{escape(what)}</li>" for what in proof.shown)
    left = "".join(f"<li>{_sign(Mark.OPEN)}{escape(what)}</li>" for what in proof.undecided)
    found += f"<h3>Shown</h3><ul class=plain>{shown}</ul>" if shown else ""
    found += f"<h3>Undecided</h3><ul class=plain>{left}</ul>" if left else ""
    return f"<section><h2>What was shown</h2>{found}</section>" if found else ""


def _sign(mark: Mark) -> str:
    return f'<svg viewBox="0 0 14 14" class={mark} aria-hidden=true>{shape(mark, 7, 7)}</svg>'


# The charts ----------------------------------------------------------------------------------------------
def _summary(known: Covered, chapters: list[str], bots: Coverage | None) -> str:
    rows = ""
    for chapter in chapters:
        spots = [spot for spot in known.spots.values() if spot.node.startswith(f"{chapter}.")]
        offered = [one for spot in spots for one in spot.offered]
        met = f"<td>{sum(bool(spot.bots) for spot in spots)} of {len(spots)}</td>" if bots is not None else ""
        bad = sum(spot.mark is not Mark.SAFE for spot in spots)
        rows += (f'<tr><th><a href="#{escape(chapter)}">{escape(chapter)}</a></th>'
                 f"<td>{sum(spot.plays > 0 for spot in spots)} of {len(spots)}</td>"
                 f"<td>{sum(spot.mark is Mark.SAFE for spot in spots)}</td>"
                 f"<td>{sum(one.plays > 0 for one in offered)} of {len(offered)}</td>"
                 f"<td>{bad or 'none'}</td>{met}</tr>")
    head = "<th>Nodes met by bots</th>" if bots is not None else ""
    return ("<section><h2>What leads where</h2><table class=all><thead><tr><th>Chapter</th><th>Nodes come to</th>"
            f"<th>Safe</th><th>Choices and ways taken</th><th>Nodes to look at</th>{head}</tr></thead>"
            f"<tbody>{rows}</tbody></table>")


def _legend(bots: Coverage | None) -> str:
    signs = "".join(f"<li>{_key(mark)}<b>{mark}</b> {WORDS[mark]}</li>" for mark in Mark)
    lines = "".join(f'<li><svg width=44 height=14 class="line {kind} {taken}" aria-hidden=true>'
                    f'<path class=drawn d="M1 7H34" marker-end="url(#to-{taken})"/></svg>{words}</li>'
                    for kind, taken, words in (("go", "taken", "leads on"), ("way", "taken", "a way out of a room"),
                                               ("call", "taken", "is called, and comes back"),
                                               ("due", "taken", "comes due in tale time"),
                                               ("end", "taken", "ends the journey"),
                                               ("go", "untaken", "<b>&#215;</b> not taken in any play; "
                                                "<b>never</b>: nobody ever can")))
    more = "; <b>bots</b>: how often they came there" if bots is not None else ""
    return (f'<ul class=legend>{signs}</ul><ul class=legend>{lines}<li><b>2 of 3</b> so many of its choices were taken'
            "</li><li>a double frame: a room</li><li>dashed and round: elsewhere</li></ul><p class=small>Plays are"
            f" those of the proof{more}. Point at a node or a line: what can be done there, and how often it was."
            "</p></section>")


def _key(mark: Mark) -> str:
    return (f'<svg width=40 height=24 class="node {mark}" aria-hidden=true>'
            f"<rect class=box x=2 y=2 width=36 height=20 rx=5 />{shape(mark, 20, 12)}</svg>")


def _chapter(book: Book, known: Covered, chapter: str) -> str:
    nodes = [node for node in known.spots if node.startswith(f"{chapter}.")]
    rooms = {node: step.room for node in nodes for step in book.nodes[node].steps if isinstance(step, Visit)}
    edges = [line.edge for line in known.lines if line.edge.source in nodes]
    figures = ""
    for band in bands(nodes, edges, set(rooms)):
        inside = [rooms[node].replace("_", " ") for node in band if node in rooms]
        name = f"from {band[0].partition('.')[2]}{f', the room {inside[0]}' if inside else ''}"
        figures += (f"<figure><h3>{escape(chapter)}, {escape(name)}</h3><div class=scroll>"
                    f"{chart(known, band, chapter)}</div></figure>")
    return (f'<section class=chapter id="{escape(chapter)}"><h2>{escape(chapter.capitalize())}</h2>'
            f"{_open(known, nodes)}{figures}</section>")


def _open(known: Covered, nodes: list[str]) -> str:
    """What of a chapter no play took, or no bot met."""
    offered = [(node, one) for node in nodes for one in known.spots[node].offered]
    lost = [(node, one) for node, one in offered if not one.plays]
    seldom = [(node, one) for node, one in offered if one.plays and one.bots == 0]
    said = f"<p class=small>All {len(offered)} choices and ways were taken in some play.</p>" if not lost else (
        f"<h3>Not taken in any play</h3>{_list(lost)}")
    if seldom:
        said += f"<details><summary>{len(seldom)} were never met by bots</summary>{_list(seldom)}</details>"
    return said


def _list(offered: list[tuple[str, Offered]]) -> str:
    return "<ul class=plain>" + "".join(
        f"<li><code>{escape(node)}</code> {escape(one.name)}</li>" for node, one in offered) + "</ul>"


_FOOT = ("<footer><p>A play is a real one: the runtime of the game, by every fall of the dice, with ways of the world"
         " at any time. Safe is shown step by step for all states at once. What is called never was asked of shadows of"
         " the tale, which can do all that the tale can, and more. The verdict is proof, fault, or <i>budget hit: not a"
         " proof</i>, and nothing between.</p></footer>")
