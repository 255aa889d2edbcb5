"""What is heard: her feet, doors, places, hearts, the open line; and what the mixer makes of it."""

from __future__ import annotations

from game.sim.events import Sounded
from game.sim.grid import UNITS
from game.sim.ground import cell_of, middle
from game.sim.intents import Gait
from game.sim.world import FULL, Mind
from game.story.tale import OnCall
from game.ui import cues, shots, surround
from game.ui.ending import EndPage
from game.ui.look import UNIT_PX
from game.ui.settings import Settings
from game.ui.sound import Sounds


def heard(app, name: str, by: str = "she") -> list[str]:
    """The names played for one sound at her place."""
    screen, names = app.screens[-1], []
    stage = screen.world.stage
    app.kit.sounds.play = lambda name, dx=0.0, dy=0.0, loud=1.0: names.append(name)
    cues.heed([Sounded(name, stage.her.x, stage.her.y, UNITS, by)], screen.world, screen.eyes, app.kit)
    return names


def test_crawling_is_a_pull_and_not_a_step(content, assets) -> None:
    app = shots.staged(content, "room:tumen", size=(640, 360), assets=assets)
    her = app.screens[-1].world.stage.her
    assert heard(app, "step_snow") == ["step_snow"]
    her.gait = Gait.CRAWL
    assert heard(app, "step_snow") == ["crawl_soft"]
    assert heard(app, "step_ice") == ["crawl_hard"]
    assert heard(app, "ice_crack") == ["ice_crack"], "only steps change"
    assert heard(app, "step_snow", by="jo") == ["step_snow"], "and only hers"
    her.gait = Gait.RUN
    assert heard(app, "step_snow") == ["step_snow", "run_soft"]
    assert heard(app, "step_gravel") == ["step_gravel", "run_hard"]
    for name in ("crawl_soft_1", "crawl_hard_1", "line", "static"):
        assert (assets / "sounds" / f"{name}.ogg").is_file()


def test_a_farther_step_is_a_louder_one_and_none_is_lost():
    louds = [cues.step_loud(radius) for radius in range(0, 9 * UNITS, UNITS // 2)]
    assert louds == sorted(louds) and louds[0] > 0.3 and louds[-1] == 1.0


def test_a_door_sounds_as_it_is_made(content, assets) -> None:
    def doors(room: str, thing: str) -> list[str]:
        app, names = shots.staged(content, f"room:{room}", size=(640, 360), assets=assets), []
        world = app.screens[-1].world
        x, y = middle(next(t.cell for t in world.room.things if t.name == thing))
        app.kit.sounds.play = lambda name, dx=0.0, dy=0.0, loud=1.0: names.append(name)
        cues.heed([Sounded("door", x, y, 0, by) for by in ("", "she")], world, app.screens[-1].eyes, app.kit)
        return names

    assert doors("curtains", "flat_door") == ["door_flat"] * 2
    assert doors("orchard_bank", "hatch") == ["hatch"] * 2
    assert doors("post_10", "barrier") == ["door"] * 2


def lasting(app) -> dict[str, tuple[float, float]]:
    """Every lasting sound asked for in one frame, and from which side."""
    loops: dict[str, tuple[float, float]] = {}
    app.kit.sounds.loop = lambda name, loud, dx=0.0: loops.__setitem__(name, (loud, dx)) if loud else None
    surround.hear(app.screens[-1].world, app.screens[-1].eyes, app.kit)
    return loops


def test_a_place_sounds_like_what_stands_there(content, assets) -> None:
    app = shots.staged(content, "room:signal_hill", size=(640, 360), assets=assets)
    her = app.screens[-1].world.stage.her
    pine = next(s for s in content.art["signal_hill"].scenery if s.art.startswith("pine"))
    her.x, her.y = (pine.x - 60) * UNIT_PX, pine.y * UNIT_PX
    assert lasting(app)["pines"][0] > 0.15 and "fire" not in lasting(app)
    app = shots.staged(content, "room:curtains", size=(640, 360), assets=assets)
    her = app.screens[-1].world.stage.her
    stove = next(s for s in content.art["curtains"].scenery if s.art == "stove")
    her.x, her.y = (stove.x + 30) * UNIT_PX, stove.y * UNIT_PX
    loops = lasting(app)
    assert loops["fire"][0] > 0.4 and loops["fire"][1] < 0 and loops["house"] == (0.6, 0.0)
    her.x, her.y = (480 + 100) * UNIT_PX, 100 * UNIT_PX
    assert set(lasting(app)) == {"wind"} and lasting(app)["wind"][0] > 0.45, "on the roof it blows"


def test_open_water_is_heard_where_the_ice_has_broken(content, assets) -> None:
    app = shots.staged(content, "room:tumen", size=(640, 360), assets=assets)
    stage, room = app.screens[-1].world.stage, app.screens[-1].world.room
    far = lasting(app)["water"][0]
    cell = cell_of(stage.her.x, stage.her.y)
    stage.broken.append(cell.y * room.width + cell.x + 2)
    assert lasting(app)["water"][0] > 3 * far and lasting(app)["water"][1] > 0


def test_her_heart_grows_with_suspicion_and_races_when_hunted(content, assets) -> None:
    app = shots.staged(content, "room:tumen", size=(640, 360), assets=assets)
    guard = next(iter(app.screens[-1].world.stage.guards.values()))
    louds = []
    for part in (30, 60, 90):
        guard.suspicion = FULL * part // 100
        louds.append(lasting(app).get("heartbeat", (0.0, 0.0))[0])
    assert louds[0] == 0 < louds[1] < louds[2]
    guard.mind = Mind.CHASE
    assert "heartbeat" not in lasting(app) and lasting(app)["heartbeat_fast"][0] > 0.5


def test_a_magpie_put_to_flight_is_heard_and_said_once(content, assets) -> None:
    app = shots.staged(content, "room:orchard_bank", size=(640, 360), assets=assets)
    screen = app.screens[-1]
    her, names = screen.world.stage.her, []
    app.kit.sounds.play = lambda name, dx=0.0, dy=0.0, loud=1.0: names.append(name)
    app.kit.rooms.living._magpie.startled = (her.x // UNIT_PX + 90, her.y // UNIT_PX)
    screen.eyes.captions.clear()
    lasting(app), lasting(app)
    assert names.count("magpie") == 1
    assert [note.words for note in screen.eyes.captions] == ["[A magpie flies up, some way off →]"]


def test_what_a_screen_left_behind_falls_silent(assets) -> None:
    sounds = Sounds(assets, Settings())
    for _ in range(30):
        sounds.loop("wind", 0.5)
        sounds.pass_time(0.1)
    assert sounds._loops["wind"].volume == 0.5
    for _ in range(10):
        sounds.pass_time(0.1)
    assert not sounds._loops
    sounds.hush()


def test_one_ear_hears_every_side(assets) -> None:
    sounds = Sounds(assets, Settings(mono=True))
    sounds.loop("wind", 0.5, 400.0)
    assert sounds._loops["wind"].side == 0.0
    assert Sounds(assets, Settings())._side(400.0) == 1.0


def test_who_comes_back_before_the_music_is_gone_hears_it_go_on(assets) -> None:
    sounds = Sounds(assets, Settings())

    def frames(count: int) -> None:
        for _ in range(count):
            sounds.pass_time(1 / 60)

    sounds.music("road")
    frames(90)
    before = [channel for _, channel, _ in sounds._music]
    sounds.music("flat")
    frames(20)
    sounds.music("road")
    assert [channel for _, channel, _ in sounds._music] == before
    for cue in ("river", "flat", "bank", "home", "road"):
        sounds.music(cue)
        frames(8)
    frames(120)
    assert len(sounds._music) == 4 and not sounds._leaving, "however fast rooms change, no layer is lost"
    sounds.hush()


def test_an_ending_plays_its_own_verse(content, assets) -> None:
    app = shots.staged(content, "room:curtains", size=(640, 360), assets=assets)
    world, played = app.screens[-1].world, []
    app.kit.sounds.music = played.append
    for music in ("ending_road", "ending", "flat", ""):
        world.tale.music = music
        EndPage(app.kit, world)
    assert played == ["ending_road", "ending", "ending", "ending"]


def test_the_line_hums_during_a_call_and_is_jammed_inside_a_disc(content, assets) -> None:
    app = shots.staged(content, "room:signal_hill", size=(640, 360), assets=assets)
    screen, loops = app.screens[-1], {}
    world = screen.world
    app.kit.sounds.loop = lambda name, loud, dx=0.0: loops.__setitem__(name, loud)
    surround.hear(world, screen.eyes, app.kit)
    assert loops["line"] == loops["static"] == 0
    world.tale.call = OnCall("hill", 0, "magpie")
    jam = surround.telephone.jams(world)[0]
    world.stage.her.x, world.stage.her.y = jam.x + jam.radius + UNITS, jam.y
    surround.hear(world, screen.eyes, app.kit)
    assert loops["line"] > 0 and loops["static"] == 0
    world.stage.her.x = jam.x
    surround.hear(world, screen.eyes, app.kit)
    assert loops["static"] > 0
