"""Stand-ins for pictures that are missing or damaged: plain, readable, and never a reason to stop."""

from __future__ import annotations

import pygame

from game.ui.look import KEY

FOOT = (16, 40)
FRAME = (32, 48)
_COATS = ((66, 81, 66), (74, 77, 109), (107, 88, 87), (87, 100, 113))


def person(name: str, facing_row: int) -> pygame.Surface:
    """A standing figure 32x48, foot at (16, 40); hers wears a rose scarf."""
    made = pygame.Surface(FRAME)
    made.fill(KEY)
    coat = _COATS[sum(name.encode()) % len(_COATS)]
    scarf = (173, 97, 109) if name == "solhwa" else (60, 62, 70)
    pygame.draw.ellipse(made, (12, 18, 34), (9, 37, 14, 6))
    pygame.draw.rect(made, (30, 26, 30), (12, 31, 3, 9))
    pygame.draw.rect(made, (30, 26, 30), (17, 31, 3, 9))
    pygame.draw.polygon(made, coat, [(12, 18), (19, 18), (22, 33), (9, 33)])
    pygame.draw.circle(made, scarf, (16, 14), 5)
    looks = pygame.Vector2(1, 0).rotate(45 * facing_row)
    pygame.draw.circle(made, (182, 131, 103), (16 + round(looks.x * 2), 14 + round(looks.y * 2)), 3)
    pygame.draw.polygon(made, (7, 10, 20), [(12, 18), (19, 18), (22, 33), (9, 33)], 1)
    made.set_colorkey(KEY)
    return made


def thing(name: str) -> tuple[pygame.Surface, tuple[int, int]]:
    """A crate-like block with the foot in its middle; taller for what is tall."""
    tall = 40 if name.startswith(("pine", "bare", "tower", "lamp", "hut", "post_hut")) else 14
    made = pygame.Surface((16, tall + 8))
    made.fill(KEY)
    pygame.draw.rect(made, (41, 60, 100), (1, tall - 6, 14, 12))
    pygame.draw.rect(made, (59, 85, 128), (1, 1, 14, tall - 4))
    pygame.draw.rect(made, (12, 18, 34), (1, 1, 14, tall + 5), 1)
    made.set_colorkey(KEY)
    return made, (8, tall + 4)


def car(quarter: int) -> pygame.Surface:
    """A small car going east, south, west or north (0-3)."""
    long_ways = quarter % 2 == 0
    made = pygame.Surface((40, 20) if long_ways else (20, 34))
    made.fill(KEY)
    body, glass, ink, lamp = (45, 55, 68), (87, 100, 113), (7, 10, 20), (255, 251, 230)
    if long_ways:
        pygame.draw.rect(made, ink, (1, 6, 38, 11))
        pygame.draw.rect(made, ink, (9, 1, 20, 8))
        pygame.draw.rect(made, body, (2, 7, 36, 8))
        pygame.draw.rect(made, body, (10, 2, 18, 6))
        pygame.draw.rect(made, glass, (12, 3, 6, 4))
        pygame.draw.rect(made, glass, (20, 3, 6, 4))
        for x in (9, 30):
            pygame.draw.circle(made, ink, (x, 16), 3)
        pygame.draw.rect(made, lamp, (37, 8, 2, 3))
        pygame.draw.rect(made, (222, 58, 42), (1, 8, 1, 3))
        if quarter == 2:
            made = pygame.transform.flip(made, True, False)
    else:
        pygame.draw.rect(made, ink, (2, 1, 16, 32))
        pygame.draw.rect(made, body, (3, 2, 14, 30))
        pygame.draw.rect(made, glass, (5, 8 if quarter == 3 else 18, 10, 5))
        y = 30 if quarter == 1 else 2
        for x in (4, 14):
            pygame.draw.rect(made, lamp, (x, y, 2, 2))
    made.set_colorkey(KEY)
    return made


def portrait() -> pygame.Surface:
    """A bust without a face, 128x128."""
    made = pygame.Surface((128, 128))
    made.fill((19, 28, 53))
    pygame.draw.ellipse(made, (41, 60, 100), (18, 84, 92, 70))
    pygame.draw.ellipse(made, (59, 85, 128), (40, 26, 48, 62))
    return made


def scene() -> pygame.Surface:
    """A quiet winter sky over a dark bank, 640x360: the alt text says what should be here."""
    made = pygame.Surface((640, 360))
    for y in range(360):
        share = y / 360
        made.fill((int(8 + 40 * share), int(12 + 60 * share), int(24 + 90 * share)), (0, y, 640, 1))
    bank = [(0, 250), (160, 228), (330, 244), (500, 222), (640, 238), (640, 360), (0, 360)]
    pygame.draw.polygon(made, (15, 24, 44), bank)
    return made
