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
