import pygame
import pytest

from game.content.sources import data_root, load


@pytest.fixture(scope="session")
def content():
    return load()


@pytest.fixture(scope="session")
def assets():
    return data_root() / "assets"


@pytest.fixture(autouse=True)
def a_screen_without_events():
    """Whatever a test before this one has closed, pictures can be converted; and no event is left to the next."""
    if pygame.display.get_surface() is None:
        pygame.display.init()
        pygame.display.set_mode((640, 360))
    yield
    if pygame.display.get_init():
        pygame.event.clear()
