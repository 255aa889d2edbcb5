"""Icons of what a menu offers. Each is a thing one could hold or stand before; none is a letter."""

from __future__ import annotations

from tools.art.icons import Part, area, box, disc, line

PAGE = "reed"


def leaf(*parts: Part) -> list[Part]:
    """A page with a folded corner, and what is on it."""
    return [area(PAGE, 7, (3, 1), (10, 1), (14, 5), (14, 15), (3, 15)),
            area(PAGE, 4, (10, 1), (10, 5), (14, 5), rim=0), *parts]


def written(*rows: float) -> list[Part]:
    """Lines of writing."""
    return [box("coat", 3, 5, y, 12 if number % 3 < 2 else 9, y + 1, 0) for number, y in enumerate(rows)]


SIGNS: dict[str, list[Part]] = {
    "codex": leaf(*written(4, 6.4, 9), box("rose", 5, 5, 12, 8, 13, 0), box("rose", 5, 9, 12, 12, 13, 0)),
    "unread": [disc("lamp", 6, 8, 8, 5), disc("lamp", 8, 7.2, 7.2, 2, rim=0)],
    "save": [box("wood", 5, 2, 1, 14, 15), box(PAGE, 8, 4, 2, 13, 14, 1), *(
        box("coat", 4, 6, y, 11, y + 1, 0) for y in (5, 8)), area("rose", 6, (9, 1), (12, 1), (12, 9), (10.5, 7),
        (9, 9), rim=0)],
    "load": [area("wood", 5, (1, 3), (8, 5), (15, 3), (15, 14), (8, 16), (1, 14)),
             area(PAGE, 8, (2, 2), (8, 4), (8, 14), (2, 12), rim=1), area(PAGE, 7, (8, 4), (14, 2), (14, 12),
             (8, 14), rim=1)],
    "journey": [*(part for x, y in ((4.5, 11.5), (11.5, 5.5)) for part in (
        disc("snow", 7, x, y - 1.8, 3, 3.4), disc("snow", 6, x, y + 2.6, 2.6, 2),
        box("coat", 2, x - 3, y + 0.5, x + 3, y + 1.5, 0)))],
    "history": [area("snow", 7, (2, 1), (14, 1), (15, 2), (15, 10), (14, 11), (7, 11), (3, 15), (4, 11), (2, 11),
                (1, 10),
                (1, 2)), *(disc("coat", 3, x, 6, 1.1, rim=0) for x in (4.5, 8, 11.5))],
    "decisions": [line("snow", 6, 2.4, (8, 16), (8, 9), (3, 3), rim=1), line("snow", 6, 2.4, (8, 9), (13, 3), rim=1),
                  area("snow", 8, (0, 5), (1.6, 0), (6, 1.6), rim=1), area("rose", 6, (10, 1.6), (14.6, 0),
                  (16, 5), rim=1)],
    "settings": [*(box("metal", 5, 1, y, 15, y + 2, 1) for y in (2, 7, 12)),
                 *(box("ice", 8, x, y - 1, x + 3, y + 3) for x, y in ((9, 2), (3, 7), (11, 12)))],
    "help": [box("wood", 4, 7, 2, 9, 16, 1), area("wood", 6, (2, 2), (12, 2), (15, 4.5), (12, 7), (2, 7)),
             area("wood", 6, (14, 8), (5, 8), (2, 10), (5, 12), (14, 12)), line("wood", 2, 1, (4, 4.5), (10, 4.5)),
             line("wood", 2, 1, (7, 10), (12, 10))],
    "sound": [area("metal", 6, (1, 6), (4, 6), (8, 2), (8, 14), (4, 10), (1, 10)),
              line("ice", 8, 1.3, (10.4, 5.4), (11.6, 8), (10.4, 10.6)), line("ice", 7, 1.3, (12.8, 3.2), (15, 8),
              (12.8, 12.8))],
    "picture": [box("wood", 5, 0, 2, 16, 14), box("ice", 6, 2, 4, 14, 12, 0), disc("lamp", 8, 11, 6, 1.5, rim=0),
                area("coat", 4, (2, 12), (6, 6), (9, 10), (11, 8), (14, 12), rim=0),
                area("snow", 8, (4.8, 8), (6, 6), (7.4, 8), rim=0)],
    "reading": [area("wood", 5, (0, 5), (8, 7), (16, 5), (16, 14), (8, 16), (0, 14)),
                area(PAGE, 8, (1, 3), (8, 5), (8, 14), (1, 12), rim=1), area(PAGE, 7, (8, 5), (15, 3), (15, 12),
                (8, 14), rim=1),
                *(line("coat", 4, 1, (2.6, y), (6.6, y + 1)) for y in (6, 8.4)),
                *(line("coat", 4, 1, (9.6, y + 1), (13.4, y)) for y in (6, 8.4))],
    "controls": [box("metal", 5, 1, 3, 15, 15), box("snow", 8, 3, 3, 13, 11, 1), area("coat", 3, (8, 4), (11, 8),
                 (5, 8), rim=0),
                 box("coat", 3, 7.4, 8, 8.6, 10, 0)],
    "language": [disc("ice", 5, 8, 8, 7.4), line("ice", 8, 1, (1, 8), (15, 8)), line("ice", 8, 1, (8, 1), (8, 15)),
                 line("ice", 8, 1, (8, 1), (4.6, 5), (4.6, 11), (8, 15)), line("ice", 8, 1, (8, 1), (11.4, 5),
                 (11.4, 11), (8, 15))],
    "go_on": [area("snow", 7, (3, 1), (14, 8), (3, 15))],
    "practice": [box("wood", 4, 7, 1, 9, 16, 1), box("wood", 4, 2, 5, 14, 7, 1), disc("reed", 6, 8, 9, 3.6, 4.4),
                 disc("reed", 6, 8, 2.6, 2.4), line("rose", 5, 1.2, (4.6, 9), (11.4, 9))],
    "others": [box("olive", 5, 1, 11, 14, 15), box("rose", 5, 3, 6.6, 15, 11), box("coat", 6, 1, 2, 12, 6.6),
               *(box("reed", 8, x, y, x + 1, y + 2, 0) for x, y in ((3, 12), (5, 8), (3, 3.4)))],
    "credits": [area("snow", 7, (15, 0), (15, 4), (8, 11), (5, 12), (6, 8)), line("snow", 4, 1, (13.4, 2.4), (3, 14)),
                line("coat", 4, 1.2, (1, 15), (9, 15))],
    "to_title": [area("wood", 5, (0, 8), (8, 1), (16, 8), rim=1), box("wood", 6, 2, 8, 14, 15),
                 box("lamp", 7, 4, 9, 7, 12, 0),
                 box("coat", 2, 9, 9, 12, 15, 0), box("snow", 8, 5, 4, 8, 5, 0), line("snow", 8, 1, (2, 6.6),
                 (8, 1.2), (14, 6.6))],
    "quit": [box("wood", 4, 3, 0, 13, 16), box("coat", 0, 5, 2, 11, 16, 0), area("wood", 6, (5, 2), (9, 4),
             (9, 16), (5, 16), rim=1),
             box("lamp", 8, 7.6, 9, 8.6, 10.4, 0)],
    "hour": [box("wood", 5, 3, 0, 13, 2, 1), box("wood", 5, 3, 14, 13, 16, 1),
             area("ice", 7, (4, 2), (12, 2), (12, 4), (9, 8), (12, 12), (12, 14), (4, 14), (4, 12), (7, 8), (4, 4)),
             area("lamp", 6, (5.4, 4), (10.6, 4), (8, 7.4), rim=0), area("lamp", 6, (5, 14), (11, 14), (8, 10.6),
             rim=0)],
    "together": [area("coat", 6, (1, 15), (2, 9), (4, 7), (7, 7), (9, 9), (9, 15)), disc("skin", 6, 5.5, 4, 3),
                 area("rose", 5, (7, 16), (8, 11.6), (10, 10), (13, 10), (15, 12), (15, 16)),
                 disc("rose", 6, 11.5, 7.5, 2.9),
                 disc("skin", 7, 11.5, 8.2, 1.8, 1.5, 0)],
}

