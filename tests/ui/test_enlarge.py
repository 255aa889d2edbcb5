import random

import pygame
import pytest

from game.ui.enlarge import _by_whole, enlarge


def speckled(size):
    luck, made = random.Random(3), pygame.Surface(size).convert()
    for _ in range(300):
        colour = luck.randrange(256), luck.randrange(256), luck.randrange(256)
        made.fill(colour, (luck.randrange(size[0]), luck.randrange(size[1]), 5, 3))
    return made


@pytest.mark.parametrize("size", [(64, 36), (128, 72), (192, 108), (100, 50), (128, 100), (32, 18)])
def test_a_picture_enlarged_is_what_pygame_makes_of_it(size):
    screen = pygame.display.set_mode(size)
    picture = speckled((64, 36))
    enlarge(picture, screen)
    assert pygame.image.tobytes(screen, "RGB") == pygame.image.tobytes(pygame.transform.scale(picture, size), "RGB")
    assert not screen.get_locked()


def test_a_part_of_the_window_is_filled_and_nothing_beside_it():
    screen = pygame.display.set_mode((200, 100))
    screen.fill((9, 9, 9))
    picture = speckled((64, 36))
    inner = screen.subsurface((36, 14, 128, 72))
    assert not _by_whole(picture, inner), "its rows do not follow one another"
    enlarge(picture, inner)
    assert pygame.image.tobytes(inner, "RGB") == pygame.image.tobytes(
        pygame.transform.scale(picture, (128, 72)), "RGB")
    assert screen.get_at((35, 50))[:3] == screen.get_at((164, 50))[:3] == (9, 9, 9)


def test_whole_numbers_are_done_the_quick_way():
    assert _by_whole(speckled((64, 36)), pygame.display.set_mode((128, 72)))
    assert _by_whole(speckled((64, 36)), pygame.display.set_mode((192, 108)))
