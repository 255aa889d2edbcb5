import pygame

from game.sim.tower import COUGH_EVERY_TICKS, dark
from game.ui import shots
from game.ui.beacon import beacons


def test_the_towers_lamp_goes_out_with_its_beam(content, assets):
    app = shots.staged(content, "room:tumen", assets=assets)
    world, art = app.screens[-1].world, content.art["tumen"]
    tower = next(s for s in art.scenery if s.art == "tower")

    def lit(tick):
        world.stage.tick = tick
        surface = pygame.Surface((640, 360)).convert()
        beacons(surface, world, [(tower.x, tower.y)], tower.x - 320, tower.y - 180)
        return surface.get_bounding_rect().width and surface.get_at((324, 134))[:3] != (0, 0, 0)

    assert not dark(0) and lit(0)
    assert dark(COUGH_EVERY_TICKS - 1) and not lit(COUGH_EVERY_TICKS - 1)
