import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.light import Lamps, _trimmed, falloff, pattern
from game.ui.look import KEY
from game.ui.shapes import dashed, inside, shape

LIT, DARK = (200, 150, 80), (10, 20, 40)


@pytest.fixture(autouse=True)
def screen():
    pygame.display.set_mode((640, 360))


def lit_ground(patch, x, y):
    patch.set_colorkey(None)
    patch.fill(LIT)


def test_light_stays_inside_its_cone_and_thins_out():
    surface = pygame.Surface((640, 360)).convert()
    surface.fill(DARK)
    cone = ((100.0, 180.0), (240.0, 120.0), (240.0, 240.0))
    round_him = shape(tuple((x - 100, y - 180) for x, y in cone))
    Lamps().reveal(surface, lit_ground, round_him, 150, (100, 180))
    near = far = 0
    for y in range(0, 360):
        for x in range(0, 640):
            colour = surface.get_at((x, y))[:3]
            assert colour in (LIT, DARK), "no colour outside the two bakes"
            if colour == LIT:
                assert inside([(97, 180), (243, 116), (243, 244)], x, y)
                near += x < 170
                far += x > 210
    total_near = sum(inside(cone, x, y) for y in range(360) for x in range(100, 170))
    total_far = sum(inside(cone, x, y) for y in range(360) for x in range(211, 241))
    assert near / total_near > 0.9 > far / total_far > 0.02


def test_a_light_that_moves_with_the_camera_shows_the_ground_it_is_on_now():
    surface = pygame.Surface((640, 360)).convert()
    lamps, cone = Lamps(), shape(((-40.0, -40.0), (40.0, -40.0), (0.0, 40.0)))
    for walked, ground in ((0, LIT), (8, DARK)):
        def paint(patch, x, y, ground=ground):
            patch.fill(ground)

        lamps.reveal(surface, paint, cone, 60, (200 + walked, 200), (walked, 0), "he")
        assert surface.get_at((200, 190))[:3] == ground


def test_a_cone_off_the_screen_costs_nothing_and_breaks_nothing():
    surface = pygame.Surface((640, 360)).convert()
    surface.fill(DARK)
    for points in ((), ((-50.0, -50.0), (-10.0, -60.0), (-20.0, -20.0)), ((700.0, 0.0), (900.0, 0.0), (800.0, 99.0))):
        Lamps().reveal(surface, lit_ground, shape(points), 60, (0, 0))
        dashed(surface, shape(points), LIT, 2, 4)
    assert surface.get_at((0, 0))[:3] == DARK


@pytest.mark.parametrize("kept", [0, 3, 8, 16])
def test_a_pattern_keeps_its_share(kept):
    made = pattern(kept, 64, 32)
    dropped = sum(made.get_at((x, y))[:3] == KEY for x in range(64) for y in range(32))
    assert dropped == 64 * 32 * (16 - kept) // 16


def test_a_beam_whose_box_is_seen_and_nothing_of_itself_breaks_nothing():
    """A long beam goes by just above the picture: the pixels it is said to touch reach into it, its corners do not."""
    picture = pygame.Surface((640, 360)).convert()
    beam = shape(((0.0, -0.4), (600.0, -500.0), (640.0, -470.0)))
    assert not beam.small
    Lamps().reveal(picture, lit_ground, beam, 800, (100, -1), who="tower")
    assert not any(picture.get_buffer().raw)


@given(st.lists(st.tuples(st.integers(-400, 1000), st.integers(-400, 700)), min_size=3, max_size=14, unique=True),
       st.integers(0, 639), st.integers(0, 359))
def test_corners_that_are_left_out_change_nothing_that_is_seen(points, x, y):
    """A star round its first point, as sight is, anywhere about the picture."""
    middle = pygame.Vector2(points[0])
    star = [points[0], *sorted(points[1:], key=lambda point: (pygame.Vector2(point) - middle).as_polar()[1])]
    assert inside(star, x + 0.37, y + 0.53) == inside(_trimmed(star, 640, 360), x + 0.37, y + 0.53)


def test_the_middle_of_a_light_is_whole_and_its_edge_is_empty():
    made = falloff(60)
    middle = made.get_width() // 2
    assert made.get_at((middle, middle))[:3] != KEY
    assert made.get_at((0, 0))[:3] == KEY


@given(st.floats(-50, 150), st.floats(-50, 150))
def test_inside_agrees_with_a_square(x, y):
    square = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
    if min(abs(x), abs(y), abs(x - 100), abs(y - 100)) > 1e-6:
        assert inside(square, x, y) == (0 < x < 100 and 0 < y < 100)


@pytest.mark.parametrize(("on", "off"), [(2, 5), (8, 4), (1, 0)])
def test_dashes_cover_their_share_of_the_outline(on, off):
    surface = pygame.Surface((640, 360)).convert()
    surface.fill(DARK)
    square = ((100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 300.0))
    dashed(surface, shape(square), LIT, on, off)
    drawn = sum(surface.get_at((x, y))[:3] == LIT for x in range(90, 310) for y in range(90, 310))
    wanted = 800 * on / (on + off)
    assert wanted * 0.8 <= drawn <= wanted * 1.7 + 8


@pytest.mark.parametrize("strip", [15, 100, 360])
def test_the_vignette_is_whole_without_its_middle(strip):
    """Drawing only what darkens gives the picture that the whole plate would."""
    from game.ui.weather import _strips, _vignette

    parts, whole = pygame.Surface((640, 360)).convert(), pygame.Surface((640, 360)).convert()
    for surface in (parts, whole):
        surface.fill((200, 190, 180))
    parts.fblits(_strips(_vignette(True), strip), pygame.BLEND_RGB_MULT)
    whole.blit(_vignette(True), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    assert pygame.image.tobytes(parts, "RGB") == pygame.image.tobytes(whole, "RGB")


def test_a_torch_lights_the_foot_of_a_house_and_not_its_roof():
    from game.ui import silhouettes

    moon, lamp = (pygame.Surface((40, 100)).convert() for _ in range(2))
    moon.fill((40, 50, 90))
    lamp.fill((220, 180, 90))
    lit = silhouettes.foot_lit(moon, lamp)
    assert lit.get_at((20, 5))[:3] == (40, 50, 90) and lit.get_at((20, 95))[:3] == (220, 180, 90)
    shares = [sum(lit.get_at((x, y))[:3] == (220, 180, 90) for x in range(40) for y in range(top, top + 4))
              for top in range(52, 80, 4)]
    assert shares == sorted(shares)
    low = pygame.Surface((20, 30)).convert()
    assert silhouettes.foot_lit(low, lamp) is lamp
