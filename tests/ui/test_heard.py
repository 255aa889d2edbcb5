"""What is heard of her: steps on feet, a pull on her belly, and the open line while she speaks."""

from __future__ import annotations

from game.sim.events import Sounded
from game.sim.grid import UNITS
from game.sim.intents import Gait
from game.story.tale import OnCall
from game.ui import cues, shots, surround


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
    for name in ("crawl_soft_1", "crawl_hard_1", "line", "static"):
        assert (assets / "sounds" / f"{name}.ogg").is_file()


def test_the_line_hums_during_a_call_and_is_jammed_inside_a_disc(content, assets) -> None:
    app = shots.staged(content, "room:signal_hill", size=(640, 360), assets=assets)
    screen, loops = app.screens[-1], {}
    world = screen.world
    app.kit.sounds.loop = loops.__setitem__
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
