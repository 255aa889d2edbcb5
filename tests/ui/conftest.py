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
def no_stray_events():
    yield
    if pygame.display.get_init():
        pygame.event.clear()
