from hypothesis import given
from hypothesis import strategies as st

from game.ui.display import view_for
from game.ui.look import WORLD_H, WORLD_W

SIZES = st.tuples(st.integers(320, 5000), st.integers(200, 3000))


@given(SIZES, st.integers(100, 200), st.booleans())
def test_the_world_lies_inside_the_window_in_its_own_shape(size, text, whole):
    view = view_for(*size, text, whole)
    assert view.x >= 0 and view.y >= 0
    assert view.x + view.width <= size[0] and view.y + view.height <= size[1]
    assert abs(view.width * WORLD_H - view.height * WORLD_W) <= WORLD_W


@given(SIZES)
def test_scaling_is_by_a_whole_number_or_fills_the_window(size):
    view = view_for(*size, whole=True)
    fills = view.width >= size[0] - 2 or view.height >= size[1] - 2
    assert (view.width % WORLD_W == 0 and view.width // WORLD_W * WORLD_H == view.height) or fills


@given(SIZES, st.integers(0, WORLD_W - 1), st.integers(0, WORLD_H - 1))
def test_a_point_goes_to_the_window_and_back(size, x, y):
    view = view_for(*size)
    back = view.to_world(*view.to_window(x, y))
    assert abs(back[0] - x) <= 0.6 / view.scale and abs(back[1] - y) <= 0.6 / view.scale


def test_common_windows():
    assert view_for(1280, 720).width == 1280
    assert view_for(1366, 768).width == 1280
    assert view_for(1920, 1080).width == 1920
    assert view_for(1000, 700).width == 1000   # twice would not fit and once would waste most of it


def test_dialog_is_31_pixels_high_in_a_window_of_720_and_grows_with_both():
    assert view_for(1280, 720).text_px(31) == 31
    assert view_for(1280, 720, 200).text_px(31) == 62
    assert view_for(1920, 1080).text_px(31) == 46
