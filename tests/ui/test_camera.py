from game.sim.world import Her
from game.ui.camera import Camera


def test_the_view_leaves_a_place_as_gently_as_it_came(content):
    room = content.rooms["tumen"]
    her = Her(x=30 * 4096, y=40 * 4096)
    camera = Camera()
    camera.snap(room, her)
    home = camera.left
    camera.aim = (90 * 16.0, 40 * 16.0)
    camera.follow(room, her, 120, (0, 0))
    far = camera.left
    assert far > home + 300
    camera.aim = None
    camera.follow(room, her, 1, (0, 0))
    assert home < camera.left and far - camera.left < (far - home) // 4
    camera.follow(room, her, 240, (0, 0))
    assert abs(camera.left - home) <= 1
    camera.aim = (90 * 16.0, 40 * 16.0)
    camera.follow(room, her, 1, (0, 0), smooth=False)
    assert camera.left == far, "without motion it is there at once"
