"""The three who wait for no bus, cut in relief: how each stands says what the words will not. Pixels of the plate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from tools.art.palette import table
from tools.art.pictures.hands import limb
from tools.art.pictures.likeness import likeness
from tools.art.pictures.parts import HEIGHT, WIDTH, Floats, Line, Plate
from tools.art.pictures.relief import Fold, Light, Piece, carve
from tools.art.portraits_cast import CAST
from tools.art.solid import Lighting, unit

SUN = (Light((-0.84, -0.30, 0.36), 0.86), Light((0.10, 0.55, 0.80), 0.17), Light((0.80, -0.40, 0.10), 0.12))
"""The low sun from the left, what the snow throws up, a little sky."""
FACE = Lighting(unit(-0.78, 0.55, 0.28), ambient=0.15, key=0.84, fill=0.24, fill_toward=unit(0.6, 0.5, -0.5))
HEADS = {"egg_woman": (166, 122), "student": (349, 110), "scout": (519, 91)}


def _rows(lean: float, high: float) -> Callable[[Floats, Floats], Floats]:
    """Stitched rows of a padded coat that sag by ``lean``."""

    def skin(x: Floats, y: Floats) -> Floats:
        return np.asarray(high * np.sqrt(np.abs(np.sin(np.pi * (y + lean * x) / 13.0)) + 0.02), np.float32)

    return skin


def _straw(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.7 * np.abs(np.sin(1.1 * x + 0.5 * np.sin(y))) * np.abs(np.sin(0.9 * y)), np.float32)


def _fur(x: Floats, y: Floats) -> Floats:
    tuft = np.sin(x * 1.5 + 2.0 * np.sin(y * 0.7)) * np.sin(y * 1.6 + 1.7 * np.sin(x * 0.6))
    return np.asarray(0.5 * tuft, np.float32)


def _seller() -> list[Piece]:
    """Old, broad, cold for forty years: her hands up her own sleeves, her back to whoever is on the right."""
    skirt = [(138, 246), (134, 282), (130, 305), (150, 311), (180, 313), (209, 306), (210, 246)]
    boots: tuple[Line, Line] = (
        [(142, 302), (142, 322), (132, 329), (126, 337), (140, 341), (157, 338), (160, 326), (160, 302)],
        [(176, 303), (177, 324), (170, 331), (168, 340), (186, 343), (200, 338), (201, 322), (200, 303)],
    )
    coat = [(160, 142), (146, 152), (136, 172), (130, 200), (131, 232), (132, 256), (152, 264), (182, 268), (213, 261),
            (212, 240), (208, 214), (212, 186), (203, 158), (188, 144)]
    far = limb([(154, 153), (142, 166), (136, 184), (136, 202), (150, 212)], (8, 11, 11.5, 11, 9.5))
    near = limb([(184, 152), (198, 166), (204, 186), (200, 205), (180, 215), (158, 212)], (10, 14, 14, 13, 12.5, 11.5))
    collar = [(152, 141), (149, 148), (154, 156), (170, 159), (186, 156), (193, 148), (188, 141), (172, 148)]
    padded, sleeve = _rows(0.0, 0.9), _rows(0.5, 0.8)
    return [
        *[Piece(boot, "wood", 8, 0.9, 0.6, (Fold([(boot[0][0], 318), (boot[0][0] + 20, 321)], -1.0, 2.0),))
            for boot in boots],
        Piece(skirt, "wood", 18, 0.8, 0.62, (
            Fold([(150, 262), (147, 286), (146, 308)], -1.6, 4.0, whole=True), Fold([(172, 266), (174, 310)], 1.6, 4.0),
            Fold([(186, 264), (190, 308)], -1.6, 4.0, whole=True), Fold([(200, 262), (203, 304)], 1.0, 3.0))),
        Piece(coat, "olive", 26, 0.85, 0.78, (
            Fold([(158, 150), (146, 186), (141, 222), (142, 260)], -1.8, 2.0, whole=True),
            Fold([(200, 222), (182, 232), (166, 234)], -1.8, 4.0), Fold([(210, 236), (192, 246), (176, 248)], 1.2, 4.0),
        ), skin=padded, shade=0.7, reach=5),
        Piece(far, "olive", 10, 0.95, 0.80, (Fold([(128, 196), (138, 200), (146, 204)], -1.6, 2.6),), skin=sleeve,
              reach=3),
        Piece(near, "olive", 13, 0.95, 0.80, (
            Fold([(212, 202), (200, 200), (190, 194)], -2.2, 3.0), Fold([(206, 210), (194, 206), (184, 202)], 1.4, 3.0),
            Fold([(192, 152), (186, 168), (188, 180)], -1.6, 3.0),
            Fold([(162, 203), (159, 212), (162, 223)], -1.6, 1.6),
        ), skin=sleeve, shade=0.8, reach=6),
        Piece(collar, "olive", 6, 0.6, 0.70, shade=0.5),
        *_eggs(),
    ]


def _eggs() -> list[Piece]:
    """Forty eggs in straw, set down behind her."""
    body = [(221, 316), (224, 336), (232, 344), (252, 346), (271, 343), (278, 334), (280, 315), (250, 322)]
    straw = [(219, 316), (226, 308), (240, 305), (256, 304), (272, 308), (281, 315), (266, 321), (250, 323), (234, 321)]
    grip = [(224, 314), (227, 292), (240, 279), (256, 278), (270, 287), (277, 312), (273, 313), (266, 291), (254, 283),
            (242, 284), (231, 295), (228, 315)]
    eggs = [[(x - 4.4, y), (x - 2, y - 4.6), (x + 2, y - 4.6), (x + 4.4, y), (x + 2, y + 3), (x - 2, y + 3)]
            for x, y in ((232, 313), (241, 310), (250, 313), (259, 310), (268, 313), (246, 316), (256, 317),
                (237, 317))]
    return [
        Piece(body, "reed", 14, 0.8, 0.8, skin=_straw, shade=0.6), Piece(straw, "reed", 6, 0.8, 1.0, skin=_straw),
        *[Piece(egg, "reed", 4, 1.0, 1.65, reach=1.2) for egg in eggs],
        Piece(grip, "reed", 3, 0.9, 0.85, reach=2),
    ]


def _reader() -> list[Piece]:
    """Thin in a long coat: one hand in the pocket, all his weight on one leg, the book nearer than the world."""
    shoes: tuple[Line, Line] = (
        [(324, 308), (322, 317), (328, 322), (348, 322), (352, 317), (344, 309)],
        [(371, 308), (370, 315), (377, 320), (398, 323), (403, 318), (388, 309)],
    )
    legs: tuple[Line, Line] = (
        [(346, 240), (360, 268), (368, 284), (370, 298), (372, 313), (386, 312), (388, 296), (388, 278), (384, 262),
         (378, 240)],
        [(318, 240), (323, 270), (328, 292), (329, 315), (345, 315), (346, 292), (349, 270), (354, 240)],
    )
    coat = [(344, 126), (331, 134), (322, 146), (318, 168), (322, 196), (316, 224), (313, 249), (330, 256), (356, 258),
            (383, 250), (378, 222), (371, 196), (375, 168), (374, 146), (364, 133), (354, 127)]
    far = limb([(368, 144), (380, 160), (388, 178), (384, 184), (374, 178)], (8.5, 8.5, 8, 7, 6))
    near = limb([(337, 137), (326, 148), (317, 168), (313, 188), (318, 204), (332, 213)], (7, 10, 10.5, 10, 9.5, 8.5))
    muffler = [(333, 126), (330, 135), (338, 143), (352, 145), (365, 140), (368, 130), (362, 123), (348, 132)]
    end = [(351, 138), (349, 158), (347, 178), (359, 180), (362, 158), (363, 138)]
    pocket = [(326, 205), (346, 212), (345, 220), (326, 214)]
    cover = [(364, 151), (378, 147), (380, 149), (396, 150), (397, 174), (382, 174), (378, 172), (364, 176)]
    pages = [(366, 149), (378, 145), (394, 148), (394, 151), (379, 150), (366, 153)]
    fingers = tuple(limb([(372, 178), (371 + 4.2 * k, 170 - 0.6 * k)], (2.6, 2.2)) for k in range(4))
    return [
        *[Piece(shoe, "wood", 5, 0.9, 0.5) for shoe in shoes],
        Piece(legs[0], "coat", 9, 0.9, 0.42, (Fold([(360, 270), (372, 276), (380, 274)], -1.2, 2.4),)),
        Piece(legs[1], "coat", 9, 0.9, 0.46, (Fold([(326, 300), (334, 305), (344, 302)], -1.2, 2.0),)),
        Piece(far, "coat", 8, 0.9, 0.58, (Fold([(376, 172), (384, 170), (392, 172)], -1.4, 2.4),)),
        Piece(coat, "coat", 20, 0.85, 0.66, (
            Fold([(358, 132), (359, 170), (356, 206), (362, 256)], -1.6, 1.6, whole=True),
            Fold([(334, 208), (328, 232), (326, 254)], -1.8, 3.6, whole=True), Fold([(346, 214), (344, 256)], 1.6, 4.0),
            Fold([(368, 206), (372, 230), (374, 252)], -1.4, 3.2),
            Fold([(320, 200), (334, 196), (348, 198)], -1.2, 3.0),
            Fold([(372, 160), (362, 176), (360, 190)], -1.2, 3.0)), reach=4),
        Piece(end, "snow", 5, 0.8, 0.80, (Fold([(354, 144), (353, 178)], -0.8, 1.4, whole=True),), reach=2),
        Piece(muffler, "snow", 7, 0.9, 0.84, (Fold([(334, 132), (348, 139), (366, 132)], -1.0, 1.6),), reach=2),
        Piece(near, "coat", 11, 0.95, 0.66, (
            Fold([(304, 190), (314, 188), (324, 184)], -2.0, 2.6), Fold([(306, 200), (318, 195), (326, 192)], 1.2, 2.6),
            Fold([(328, 138), (324, 152), (328, 164)], -1.4, 2.6)), shade=0.75, reach=4),
        Piece(pocket, "coat", 3, 0.7, 0.70, shade=0.5, reach=2, sharp=True),
        Piece(pages, "snow", 2, 0.8, 1.05, reach=1, sharp=True),
        Piece(cover, "wood", 6, 0.7, 0.95, (Fold([(380, 148), (380, 174)], 1.4, 2.0, whole=True),), sharp=True),
        Piece(fingers[0], "skin", 3, 0.9, 1.0, more=fingers[1:], reach=1.5),
    ]


def _smiler() -> list[Piece]:
    """At her ease: a hip out, a hand at her collar, the bag in the crook of her arm. She alone turns to us."""
    boots: tuple[Line, Line] = (
        [(484, 296), (476, 326), (470, 352), (458, 366), (492, 366), (498, 340), (512, 296)],
        [(532, 296), (535, 330), (532, 366), (560, 366), (559, 330), (562, 296)],
    )
    coat = [(508, 122), (496, 129), (487, 141), (484, 164), (490, 193), (480, 220), (470, 262), (462, 300), (488, 309),
            (526, 312), (572, 303), (576, 262), (572, 222), (555, 193), (556, 166), (551, 143), (544, 131), (534, 122)]
    belt = [(489, 189), (488, 196), (520, 202), (556, 196), (556, 189), (521, 194)]
    collar = [(494, 122), (489, 131), (494, 143), (506, 150), (524, 151), (541, 144), (550, 133), (545, 121),
              (520, 130)]
    far = limb([(540, 134), (553, 146), (566, 168), (577, 192), (573, 210), (560, 222)], (9, 12, 13, 12.5, 11.5, 10))
    pocket = [(540, 222), (566, 214), (568, 223), (542, 232)]
    upper = limb([(503, 133), (492, 145), (480, 168), (472, 192)], (9, 12, 13, 12))
    fore = limb([(469, 194), (484, 176), (498, 156)], (12.5, 11.5, 9.5))
    cuff = limb([(493, 163), (499, 154)], (11.5, 11.0))
    glove = [(498, 151), (497, 141), (503, 132), (510, 129), (516, 132), (517, 140), (512, 148), (506, 155)]
    fingers = tuple(limb([(507, 142 + 3.6 * k), (519, 134 + 4.6 * k)], (3.0, 2.5)) for k in range(3))
    bag = [(444, 226), (440, 258), (446, 268), (470, 271), (494, 268), (500, 258), (496, 226), (470, 221)]
    flap = [(443, 224), (442, 240), (456, 248), (470, 250), (484, 248), (498, 240), (497, 224), (470, 219)]
    strap = [(452, 226), (458, 206), (466, 190), (474, 188), (482, 206), (489, 226), (485, 226), (478, 208), (471, 197),
             (468, 198), (462, 209), (456, 226)]
    return [
        *[Piece(boot, "wood", 11, 0.9, 0.42, (Fold([(left, 318), (left + 14, 322), (left + 26, 318)], -1.4, 2.4),))
            for boot, left in zip(boots, (484, 532), strict=True)],
        Piece(far, "rose", 13, 0.95, 0.50, (
            Fold([(589, 192), (577, 190), (567, 184)], -2.2, 3.2), Fold([(588, 202), (576, 198), (568, 196)], 1.4, 3.0),
            Fold([(556, 136), (560, 152), (556, 168)], -1.6, 3.0)), reach=4),
        Piece([(506, 104), (503, 128), (520, 138), (540, 128), (538, 104)], "wood", 6, 0.8, 0.4),
        Piece(coat, "rose", 26, 0.85, 0.54, (
            Fold([(516, 130), (514, 170), (518, 196)], -1.8, 1.8, whole=True),
            Fold([(518, 204), (512, 250), (508, 310)], -2.2, 2.2, whole=True),
            Fold([(496, 206), (488, 250), (480, 304)], 2.0, 5.0, whole=True),
            Fold([(486, 212), (474, 260), (466, 300)], -1.6, 4.0, whole=True),
            Fold([(536, 206), (540, 256), (540, 308)], 2.2, 5.0, whole=True),
            Fold([(550, 206), (560, 256), (562, 304)], -2.0, 4.4, whole=True),
            Fold([(528, 206), (526, 250), (524, 308)], -1.4, 3.6, whole=True),
            Fold([(498, 150), (504, 174), (502, 190)], -1.4, 3.6),
            Fold([(548, 150), (538, 174), (536, 190)], -1.4, 3.6)), reach=5),
        Piece(belt, "wood", 3, 0.6, 0.55, shade=0.6, reach=2, sharp=True),
        Piece(pocket, "rose", 3, 0.8, 0.56, shade=0.5, reach=2, sharp=True),
        Piece(upper, "rose", 14, 0.95, 0.54, (Fold([(494, 134), (488, 150), (494, 166)], -1.6, 3.0),
            Fold([(462, 182), (474, 184), (484, 178)], -2.0, 2.8)), shade=0.75, reach=4),
        Piece(strap, "wood", 2.4, 0.9, 0.6, reach=1.5),
        Piece(bag, "wood", 5, 0.8, 0.50, shade=0.75, reach=5), Piece(flap, "wood", 4, 0.7, 0.62, shade=0.6, reach=2),
        Piece([(466, 245), (466, 253), (470, 256), (474, 253), (474, 245)], "lamp", 3, 1.0, 0.9, reach=1),
        Piece(collar, "wood", 9, 0.9, 0.90, skin=_fur, shade=0.6),
        Piece(fore, "rose", 12, 0.95, 0.56, (Fold([(470, 182), (480, 186), (490, 184)], -1.6, 2.6),), shade=0.7,
              reach=4),
        Piece(cuff, "wood", 7, 0.9, 0.90, skin=_fur, reach=2),
        Piece(glove, "wood", 6, 0.9, 0.62, more=fingers, shade=0.7, reach=2),
    ]


def three(plate: Plate) -> None:
    """All of them, each head turned its own way."""
    colours = table("road", "moon")
    for figure in (_reader(), _seller(), _smiler()):
        plate.stamp(carve(figure, (WIDTH, HEIGHT), SUN, 0.17)[0], colours, 0, 0)
    old, young, her = (CAST[name].moods for name in HEADS)
    heads = (
        ("egg_woman", 19.0, -3.0, replace(old["plain"], yaw=20, pitch=16, look=(-0.2, -0.9), lids=0.75)),
        ("student", 17.3, 4.0, replace(young["plain"], yaw=-24, pitch=24, look=(0.2, -0.9), lids=0.5)),
        ("scout", 24.5, -7.0, replace(her["warm"], yaw=16, pitch=0, look=(-0.1, 0.0), lids=1.05, squint=0.3)),
    )
    for name, scale, roll, mood in heads:
        x, y = HEADS[name]
        sitter = CAST[name]
        # At this size a wrinkle is as wide as a mouth, and only she paints hers.
        sitter = replace(sitter, face=replace(sitter.face, age=min(sitter.face.age, 0.5), men=name != "scout"))
        image = likeness(sitter, mood, (100, 110), (50.0, 50.0), scale, FACE, roll)
        plate.stamp(image, colours, x - 50, y - 50)
