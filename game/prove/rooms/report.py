"""The page of `prove --report`: one file that needs no other, no server and no script."""

from __future__ import annotations

from html import escape

from game.prove.rooms.picture import drawing
from game.prove.rooms.proof import Proof, Shown, Verdict
from game.prove.rooms.style import CSS
from game.prove.rooms.ways import Kind
from game.sim.world import Level, Lore

NAMES = {Level.STORY: "Story", Level.TRAVELLER: "Traveller", Level.WINTER: "Winter", Level.SECOND: "Second Winter"}
_KINDS = {Kind.SNEAK: "unseen", Kind.PAY: "paid", Kind.TALK: "talked", Kind.TRICK: "by a trick"}


def page(lore: Lore, proofs: list[Proof], pictures: dict[str, bytes]) -> str:
    """The whole page. `pictures` holds the ground of each room as a PNG."""
    levels = [level for level in Level if any(shown.level is level for proof in proofs for shown in proof.shown)]
    rules = "".join(f"#{_radio(number, level)}:checked~.level label[for={_radio(number, level)}]"
                    "{background:var(--scarf);color:#fff}"
                    f"#{_radio(number, level)}:checked~.picture .at-{level},"
                    f"#{_radio(number, level)}:checked~.facts tr.row-{level}"
                    "{opacity:1;visibility:visible}"
                    f"#{_radio(number, level)}:checked~.facts tr.row-{level}"
                    "{background:var(--raised)}"
                    for number in range(len(proofs)) for level in levels)
    body = "".join(_section(lore, number, proof, pictures.get(proof.room, b""), levels)
                   for number, proof in enumerate(proofs))
    return ('<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f"<title>The Winter Road: rooms, proved</title><style>{CSS}{rules}</style></head><body>"
            f"{_head(proofs, levels)}<main>{body}</main>{_FOOT}</body></html>\n")


def _radio(number: int, level: Level) -> str:
    return f"r{number}-{level}"


def _head(proofs: list[Proof], levels: list[Level]) -> str:
    found = sum(shown.sneak.found for proof in proofs for shown in proof.shown)
    asked = sum(len(proof.shown) for proof in proofs)
    faults = sum(problem.severity == "error" for proof in proofs for problem in proof.problems)
    rows = "".join(_summary(number, proof, levels) for number, proof in enumerate(proofs))
    heads = "".join(f"<th>{NAMES[level]}</th>" for level in levels)
    return (f"<header><h1>The Winter Road</h1><p class=lead>Is there a way through that nobody sees? For {len(proofs)}"
            f" visits and {len(levels)} levels the prover searched every place she could be unseen, moment by moment,"
            " and then walked what it found through the rules of the game. The rules had the last word.</p>"
            f"<p class=sum><b>{found}</b> of {asked} ways found and walked, <b>{faults}</b> faults</p>"
            f"<table class=all><thead><tr><th>Room</th>{heads}<th>Ways through</th><th></th></tr></thead>"
            f"<tbody>{rows}</tbody></table></header>")


def _summary(number: int, proof: Proof, levels: list[Level]) -> str:
    cells = []
    for level in levels:
        ours = [shown for shown in proof.shown if shown.level is level]
        best = min((shown for shown in ours if shown.sneak.found), default=None,
                   key=lambda one: (not one.sneak.goal.startswith("reach "), one.sneak.ticks))
        cells.append(f"<td>{best.sneak.ticks / 60:.0f} s</td>" if best is not None
                     else '<td class=none>none</td>' if ours else "<td>&ndash;</td>")
    kinds = [f"{sum(way.kind is kind for way in proof.ways.out)} {_KINDS[kind]}" for kind in Kind
             if any(way.kind is kind for way in proof.ways.out)]
    return (f'<tr><th><a href="#room{number}">{_title(proof.room)}</a></th>{"".join(cells)}'
            f"<td>{', '.join(kinds)}</td><td>{_stamp(proof.verdict)}</td></tr>")


def _title(room: str) -> str:
    return escape(room.replace("_", " ").capitalize())


def _stamp(verdict: Verdict) -> str:
    name = {Verdict.PROOF: "proof", Verdict.FAULT: "fault", Verdict.UNDECIDED: "open"}[verdict]
    return f'<span class="stamp {name}">{verdict}</span>'


def _section(lore: Lore, number: int, proof: Proof, ground: bytes, levels: list[Level]) -> str:
    room = lore.rooms[proof.room]
    shown_first = Level.TRAVELLER if Level.TRAVELLER in levels else levels[0] if levels else Level.TRAVELLER
    radios = "".join(f'<input type=radio name=r{number} id={_radio(number, level)}'
                     f'{" checked" if level is shown_first else ""}>' for level in levels)
    labels = "".join(f"<label for={_radio(number, level)}>{NAMES[level]}</label>" for level in levels)
    picture = drawing(proof, room, ground, levels) if ground else ""
    return (f'<section id="room{number}"><h2>{_title(proof.room)} {_stamp(proof.verdict)}</h2>'
            f"<p class=small>{room.width} by {room.height} cells, {len(room.watchers)} watchers, {proof.kind}, "
            f"visited in <code>{escape(proof.node)}</code></p>{radios}<div class=level>{labels}</div>"
            f"<figure class=picture>{picture}{_LEGEND}</figure>"
            f"<div class=facts>{_levels(proof)}{_ways(proof)}{_tour(proof)}{_problems(proof)}</div></section>")


def _levels(proof: Proof) -> str:
    rows = "".join(_level_row(shown) for shown in proof.shown)
    return ("<table><caption>Unseen, on foot</caption><thead><tr><th>Level</th><th>Way out</th><th>Takes</th>"
            "<th>Most suspected</th><th>Narrowest moment</th><th>Changes of guard tried</th>"
            f"<th>Refused by the rules</th></tr></thead><tbody>{rows}</tbody></table>")


def _level_row(shown: Shown) -> str:
    found = shown.sneak
    first = "" if found.leads_out else "<br><span class=small>something must be done first</span>"
    head = f'<tr class="row-{shown.level}"><th>{NAMES[shown.level]}</th><td>{escape(found.goal)}{first}</td>'
    if not found.found:
        return f'{head}<td class=none colspan=5>not found: {escape(found.why)}</td></tr>'
    narrow = "never within five seconds"
    if found.narrow is not None:
        narrow = f"{found.narrow.ticks / 60:.1f} s, {escape(found.narrow.who)}, after {found.narrow.tick // 60} s"
    return (f"{head}<td>{found.ticks / 60:.1f} s</td><td>{found.worst // 1000} of 100</td><td>{narrow}</td>"
            f"<td>{shown.combinations}</td><td>{found.refused}</td></tr>")


def _ways(proof: Proof) -> str:
    rows = "".join(f'<tr><th><span class="kind {way.kind}">{way.kind}</span></th><td>{escape(way.way)}'
                   f"{', then on foot' if way.on_foot and way.kind is not Kind.SNEAK else ''}</td>"
                   f"<td>{escape(way.leads)}</td></tr>" for way in proof.ways.out)
    return ("<table><caption>All ways through, as the story has them</caption><thead><tr><th>Won by</th><th>Begins with"
            f"</th><th>Leads to</th></tr></thead><tbody>{rows}</tbody></table>")


def _tour(proof: Proof) -> str:
    """Every place of the visit, and how soon she can be there unseen."""
    if not proof.tour:
        return ""
    places = "".join(f"<li><b>{escape(name)}</b> {f'{ticks // 60} s' if ticks >= 0 else '<i>not in 150 s</i>'}</li>"
                     for name, ticks in sorted(proof.tour.items(), key=lambda one: (one[1] < 0, one[1])))
    return f"<h3>How soon each place can be come to unseen</h3><ul class=tour>{places}</ul>"


def _problems(proof: Proof) -> str:
    if not proof.problems:
        return ""
    items = "".join(f'<li class={problem.severity}><b>{problem.code}</b> {escape(problem.message)}'
                    f"<br><span class=small>{escape(problem.suggestion)}</span></li>" for problem in proof.problems)
    return f"<ul class=problems>{items}</ul>"


_LEGEND = ("<figcaption><span class='key way'></span> her way, with seconds <span class='key other'></span> to a door "
           "or a person <span class='key round'></span> rounds "
           "<span class='key cool'></span> seldom watched <span class='key warm'></span> often "
           "<span class='key hot'></span> always <span class='key narrow'></span> narrowest moment "
           "<span class='key exit'></span> way out</figcaption>")
_FOOT = ("<footer><p>A room is one whole number, a bit a cell. Everywhere she could still be unseen grows by one step"
         " at a time and loses what is watched or would be heard at that moment; sounds of the place that might cover"
         " hers, and luck, are left out. The verdict is proof, fault, or <i>budget hit: not a proof</i>, and nothing"
         " between.</p>"
         "</footer>")
