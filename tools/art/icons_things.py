"""Icons of things: what she carries, what is given, what she feels."""

from __future__ import annotations

from tools.art.icons import Part, area, box, disc, hole, line


def note(material: str) -> list[Part]:
    """A bank note, one behind another, with a round seal and no face."""
    return [box(material, 4, 3, 2, 15, 9), box(material, 6, 1, 5, 13, 13), disc(material, 8, 7, 9, 2.2, rim=0),
            box(material, 4, 3, 7, 4, 8, 0), box(material, 4, 10, 10, 11, 11, 0)]


def packet(material: str, band: str) -> list[Part]:
    """A packet of cigarettes, two of them pulled out."""
    return [box("snow", 8, 5, 1, 7, 6), box("snow", 8, 8, 2, 10, 6), box(material, 6, 3, 5, 13, 15),
            box(band, 7, 3, 8, 13, 11, 0), box("metal", 8, 3, 5, 13, 6, 0)]


THINGS: dict[str, list[Part]] = {
    "won": note("olive"),
    "yuan": note("rose"),
    "cigarettes": packet("wood", "snow"),
    "good_cigarettes": packet("rose", "lamp"),
    "ring": [disc("lamp", 6, 8, 10, 5), hole(disc("", 0, 8, 10, 3)), area("rose", 6, (6, 4), (8, 2), (10, 4),
             (8, 7))],
    "lamp": [line("metal", 6, 1.2, (5, 5), (5, 2), (8, 1), (11, 2), (11, 5)), box("metal", 5, 4, 4, 12, 6),
             box("lamp", 7, 5, 6, 11, 13, 1), area("lamp", 9, (8, 7), (9.6, 11), (8, 12), (6.4, 11), rim=0),
             box("metal", 5, 3, 13, 13, 15)],
    "watch": [box("wood", 5, 6, 0, 10, 16), disc("metal", 6, 8, 8, 5.4), disc("snow", 8, 8, 8, 3.8, rim=0),
              line("coat", 1, 1, (8, 5.4), (8, 8.4), (10.4, 8.4))],
    "usb": [box("metal", 7, 10, 5, 15, 11), box("coat", 1, 12, 6, 13, 7, 0), box("coat", 1, 12, 9, 13, 10, 0),
            box("coat", 5, 1, 4, 10, 12), box("ice", 7, 3, 7, 5, 9, 0)],
    "cosmetics": [box("metal", 7, 5, 1, 11, 5), box("rose", 7, 3, 5, 13, 15), box("snow", 8, 5, 8, 11, 12, 0),
                  box("rose", 5, 7, 9, 9, 11, 0)],
    "liquor": [box("lamp", 5, 6.5, 0, 9.5, 2), box("ice", 7, 6, 2, 10, 6), box("ice", 6, 4, 6, 12, 16),
               box("snow", 8, 4, 9, 12, 13, 0), box("rose", 6, 6, 10, 10, 12, 0)],
    "pebbles": [disc("metal", 5, 5, 11, 4, 3.2), disc("snow", 6, 11, 12, 4, 3), disc("coat", 6, 9, 6.5, 4, 3.2)],
    "bread": [disc("reed", 6, 8, 8.5, 7, 5.6), box("reed", 7, 2, 9, 14, 13, 1),
              line("reed", 3, 1.2, (5, 6), (6.6, 8.6)), line("reed", 3, 1.2, (9, 5.4), (10.6, 8))],
    "whistle": [disc("wood", 6, 6, 10, 4.6), box("wood", 6, 6, 5.4, 15, 10), box("coat", 0, 8, 7, 10, 9, 0),
                disc("wood", 3, 6, 10, 1.6, rim=0), line("rose", 6, 1.1, (3, 6.6), (1.4, 3), (4, 1), (7, 2))],
    "branch": [line("wood", 6, 1.8, (2, 15), (8, 8), (13, 2)),
               *(line("olive", step + 1, 1.6, (x, y), end) for x, y, end, step in (
                   (4, 12.6, (1, 9), 6), (7, 9.4, (3, 5), 7), (10, 6, (7, 1.4), 6), (5.5, 11, (11, 13), 5),
                   (8.4, 8, (14, 9.4), 6), (11, 4.6, (15, 5.4), 5)))],
    "cloth": [area("snow", 7, (2, 4), (8, 2), (14, 4), (14, 13), (8, 15), (2, 13)),
              line("snow", 4, 1, (8, 4), (8, 14)), line("snow", 5, 1, (4.6, 5), (4.6, 12))],
    "shoes": [area("reed", 6, (1, 8), (4, 5), (7, 9), (14, 10), (15, 13), (1, 13)),
              disc("coat", 1, 4, 7.4, 1.6, 1.3, 0),
              box("reed", 4, 1, 13, 15, 15, 1), line("reed", 3, 1, (8, 9.4), (7.4, 12.6)),
              line("reed", 3, 1, (11, 10), (10.6, 12.6))],
    "pole": [line("wood", 6, 2.2, (2, 15), (13.4, 1.6), rim=2), line("metal", 7, 2, (12, 3.2), (14, 1)),
             line("ice", 7, 1.2, (0.6, 13.6), (4, 15.5))],
    "permit": [box("reed", 7, 2, 1, 14, 15), box("coat", 3, 4, 3, 8, 4, 0), box("coat", 3, 4, 6, 12, 7, 0),
               box("coat", 3, 4, 8.6, 11, 9.4, 0), disc("rose", 5, 10.6, 11.6, 2.2, rim=0)],
    "phone": [line("metal", 6, 1.2, (11.5, 4), (11.5, 0)), box("coat", 5, 4, 3, 12.4, 16),
              box("ice", 8, 5.4, 5, 11, 9, 0),
              *(box("metal", 7, x, y, x + 1, y + 1, 0) for x in (6, 8, 10) for y in (11, 13))],
    "battery": [box("metal", 7, 6, 1, 10, 3), box("coat", 5, 4, 3, 12, 15), box("olive", 7, 5, 8, 11, 14, 1),
                box("olive", 8, 5, 5, 11, 7, 1)],
    "warmth": [area("lamp", 4, (8, 0), (11, 4), (13, 9), (11, 14), (8, 15.4), (5, 14), (3, 9), (5, 6), (6, 8)),
               area("lamp", 6, (8, 5), (10.5, 9), (10, 13), (8, 14.6), (6, 13), (5.5, 10), (7, 10), rim=1),
               disc("lamp", 8, 8, 12, 1.6, 2, rim=0)],
    "hands": [box("skin", 6, 4, 7, 13, 15), *(box("skin", 6, x, top, x + 2, 9, 1) for x, top in (
        (4, 3), (6.4, 1), (9, 1.4), (11.4, 3.4))), area("skin", 6, (1, 8), (3, 8), (5, 11), (5, 14), (3, 13), rim=1),
              box("wood", 4, 4, 14, 13, 16, 1)],
}
