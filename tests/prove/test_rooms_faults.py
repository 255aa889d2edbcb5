"""What the proofs of rooms say of rooms that are wrong, and of ways the story offers."""

from dataclasses import replace
from typing import Any

from game.prove.rooms.laws import judge
from game.prove.rooms.proof import Proof, Verdict, prove_visit
from game.prove.rooms.ways import Kind, WayOut, outcomes_of, ways_of
from game.sim.grid import Cell
from game.sim.room import Post, Room, RoomKind, Thing, ThingKind, Watcher, WatcherKind
from game.sim.world import Level, Lore
from game.story.facts import Price
from game.story.steps import Back, Bribe, Choice, Choose, Offer, Pass, Step, Visit
from tests.scenario import SCENE, drawn_book, drawn_room, line

ONE_LEVEL = (Level.TRAVELLER,)
PAY_JO: tuple[Step, ...] = (
    Bribe("jo", 30, (Offer("two", Price((("won", 2),))),), "road.looks_away", "road.looks_away", "road.no", "road.no"),)
NODES: dict[str, tuple[Step, ...]] = {"looks_away": (Pass("jo", 600), Back()), "no": (line(), Back())}


def proved(drawing: str, ways: Any = None, kind: RoomKind = RoomKind.LAB, levels: tuple[Level, ...] = ONE_LEVEL,
           nodes: dict[str, tuple[Step, ...]] | None = None, room: Room | None = None, **changes: Any) -> Proof:
    """The proof of a drawn room's visit, with the laws of rooms applied."""
    room = room or drawn_room(drawing, kind=kind, **changes)
    lore = Lore(drawn_book(ways or {"reach one": "over"}, nodes), {room.id: room}, "drawn")
    proof = prove_visit(lore, "road.start", 0, levels)
    judge([proof])
    return proof


def said(proof: Proof, code: str) -> str:
    """The one fault of a code, in words."""
    found = [problem.message for problem in proof.problems if problem.code == code]
    assert len(found) == 1, proof.problems
    return found[0]


BLOCKED = """
    #########
    #@......#
    ####.####
    #...G...#
    #..1....#
    #########
"""


def test_who_covers_the_only_door_for_ever_is_named() -> None:
    proof = proved(BLOCKED, kind=RoomKind.CROSSING, nodes=NODES, ways={"reach one": "over", "talk jo": PAY_JO})
    assert "'guard' alone can never be avoided" in said(proof, "P104")
    assert proof.verdict is Verdict.FAULT
    assert said(proof, "P101").endswith("talk jo (pay)")
    assert "without money" in said(proof, "P102")


def test_two_who_relieve_each_other_are_named_together() -> None:
    room = drawn_room("""
        ###############
        #@............#
        #######.#######
        #######.#######
        #......1......#
        ###############
    """, kind=RoomKind.CROSSING)

    def turning(name: str, x: int, first: int) -> Watcher:
        """He looks at the way down from (x, 4) for ten seconds, then for ten seconds at the wall."""
        waits = (Post(Cell(x, 4), 600, 0 if x < 7 else 36), Post(Cell(x, 4), 600, 36 if x < 7 else 0))
        return Watcher(name, WatcherKind.SOLDIER, waits[first:] + waits[:first])

    one, other = turning("left", 4, 0), turning("right", 10, 1)
    for watchers, closed in (((one,), False), ((other,), False), ((one, other), True)):
        proof = proved("", room=replace(room, watchers=watchers))
        assert any(problem.code == "P104" for problem in proof.problems) is closed
        if closed:
            assert "'left', 'right' together leave no gap" in said(proof, "P104")


def test_a_way_out_behind_a_wall_is_said_to_be_out_of_reach() -> None:
    proof = proved("""
        #######
        #@.#.1#
        #######
    """, watchers=())
    assert "'one', which leads out," in said(proof, "P105")
    assert not proof.shown


def test_a_place_nobody_gets_out_of_is_found() -> None:
    room = drawn_room("""
        #########
        #@....1.#
        #..S....#
        #########
        #..S....#
        #########
    """, watchers=())
    one_way = replace(room, things=tuple(replace(t, to="") if t.name == "stairs1" else t for t in room.things))
    assert "7 cells lead to no way out" in said(proved("", room=one_way), "P106")
    assert not [p for p in proved("", room=room).problems if p.code == "P106"]


def test_things_out_of_reach_are_named() -> None:
    room = drawn_room("""
        ###########
        #@...1#...#
        #.....#.H.#
        ###########
    """, watchers=())
    assert said(proved("", room=room), "P107") == "nobody can reach 'hole'"
    stone = replace(room, things=(*room.things, Thing("stone", ThingKind.USE, Cell(8, 1))))
    proof = proved("", room=stone, ways={"reach one": "over", "use stone": SCENE})
    assert any("'stone' to use it" in p.message for p in proof.problems if p.code == "P107")


def test_three_ways_make_a_crossing() -> None:
    ways = {"reach one": "over", "talk jo": PAY_JO, "use stone": (Pass("jo", 600), Back())}
    room = drawn_room("""
        ##########
        #@......1#
        #........#
        #........#
        #........#
        #.......G#
        ##########
    """, kind=RoomKind.CROSSING)
    room = replace(room, things=(*room.things, Thing("stone", ThingKind.USE, Cell(2, 1))),
                   watchers=(replace(room.watchers[0], route=(Post(Cell(8, 5), facing=18),)),))
    proof = proved("", ways, nodes=NODES, room=room, levels=tuple(Level))
    assert proof.verdict is Verdict.PROOF and not proof.problems
    assert [(way.kind, way.way) for way in proof.ways.out] == [
        (Kind.SNEAK, "reach one"), (Kind.PAY, "talk jo"), (Kind.TRICK, "use stone")]
    assert [shown.level for shown in proof.shown] == list(Level)
    assert all(shown.sneak.found and shown.recording is not None for shown in proof.shown)


def test_a_crossing_that_is_over_before_it_begins_is_told() -> None:
    drawing = """
        ##########
        #@......1#
        #........#
        #.......G#
        ##########
    """
    for calm, told in ((30, True), (1, False)):
        proof = proved(drawing, kind=RoomKind.CROSSING, calm_seconds=calm)
        assert any(problem.code == "P110" for problem in proof.problems) is told


def test_ways_are_read_from_the_story() -> None:
    pays_and_leaves = (Choose((Choice("a", 1, price=Price((("won", 1),))), Choice("b", 2))), *SCENE[:1], Back())
    book = drawn_book({"reach one": "over", "reach two": SCENE, "talk pak": "over", "talk jo": pays_and_leaves})
    visit = book.nodes["road.start"].steps[0]
    assert isinstance(visit, Visit)
    found = ways_of(book, visit)
    assert found.exits == {"one": "ending over"} and found.passing == ("two",) and found.doors == ("talk pak",)
    assert WayOut(Kind.TALK, "talk pak", "ending over", False) in found.out
    assert all(way.way != "talk jo" for way in found.out), "a scene that neither helps nor leads out is no way"
    jo = next(way.node for way in visit.ways if way.name == "talk jo")
    assert {(outcome.leaf, outcome.paid) for outcome in outcomes_of(book, jo)} == {("", True), ("", False)}
