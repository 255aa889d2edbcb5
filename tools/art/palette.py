"""The grades of places, and the poster: what colour each index has by moonlight (or daylight) and under a lamp.

An index is ``material * 16 + step``; step 0 is darkest, 9 lightest; 255 shows nothing. PAINT_BLUE is one colour more.
Tables are arrays of 256 RGB rows (uint8). ``build`` writes them to assets/palettes.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
MATERIALS = ("snow", "ice", "wood", "olive", "skin", "rose", "coat", "metal", "reed", "lamp")
STEPS = 10
NOTHING = 255

Table = NDArray[np.uint8]
Floats = NDArray[np.float64]

# Full ramps, dark to light, picked by eye: a cold moon, and a warm lamp on the same things.
RIVER_MOON = {
    "snow": "070a14 0c1222 131c35 1c2a4b 293c64 3b5580 56749d 7c9abb a9c2d6 d9e8ee",
    "ice": "060b15 0a1523 0f2134 163148 20465f 316079 4d8096 77a3b1 a5c6cc d6ebe8",
    "wood": "08080f 110f18 1c1822 2a232d 3b3139 504246 6b5857 8a7469 ab967f cdbd9f",
    "olive": "07090c 0e1315 171f1f 222d2a 303e35 425142 5a6750 788162 9a9f7c c0c19d",
    "skin": "0d0a12 1d141c 33212a 4e3237 6f4844 936353 b68367 d3a482 e8c5a3 f6e2c6",
    "rose": "0d0711 1d0d1c 321628 4c2135 6b3145 8d4658 ad616d c98286 dfa9a4 f0d0c6",
    "coat": "080812 10101f 1a1a2f 272741 373856 4a4d6d 646a88 858ca5 aab0c0 d0d6dc",
    "metal": "06080f 0c1019 141a25 1f2733 2d3744 3f4b58 576471 76838d 9ba7ac c7d0d0",
    "reed": "0a0a10 15131a 231e22 352c2a 4c3f33 67573f 867350 a59368 c3b38a ded3b3",
    "lamp": "140c0c 2a1712 4a2814 754016 a3611b cf8a2b ecb34c f9d680 fdecb8 fffbe6",
}
RIVER_LAMP = {
    "snow": "1a1614 2d2620 463b2f 665641 8a7656 b09a71 d1bf93 e8dcb6 f6efd5 fffdf0",
    "ice": "141615 232723 363d36 505a4c 707c66 949f83 b7bea0 d6dabd ecedd7 fcfcf0",
    "wood": "150f0d 261a14 3d2a1e 58402b 765a3d 957653 b3956d cdb38b e3d0ae f5ead2",
    "olive": "12120b 212114 343520 4c4d2f 686841 868557 a5a273 c1be94 dbd8b8 f2efdc",
    "skin": "1f120f 3b211a 5c3526 814e37 a66b4b c58a64 dda983 eec6a3 f9dfc4 fff4e4",
    "rose": "210d10 3f1618 632324 893634 ac5048 c86e60 dd8f7d ecb09d f6d0c0 fdebe1",
    "coat": "14121a 242029 383239 50484c 6d6363 8b807b aa9f95 c7beb1 e0d9cd f6f2ea",
    "metal": "141311 242220 393631 545047 726d61 928c7d b2ac9b d0cbba e8e4d6 fbf9f0",
    "reed": "1a120b 302113 4d361d 6f502b 926f3d b39054 cfb074 e3cb98 f2e3be fdf6e2",
    "lamp": "2a1a0e 4a2c14 75451a a36521 cf8a2b ecb34c f9d680 fdecb8 fff6da ffffff",
}
# Five keys: near-black with the place's shadow hue, dark, the colour one thinks of, light, tinted near-white.
ROAD_MOON = {
    "snow": "20262e 4c5763 8a969e c6cfd1 f4f5ef",
    "ice": "18242a 3c515a 76919b b6cccf eff7f4",
    "wood": "1c1716 423630 75655a afa08e e8dfcd",
    "olive": "151b17 333e34 5f6d58 9ba58a dde2cb",
    "skin": "261814 5c3f36 a07a66 d6b59c f6e7d6",
    "rose": "2a1519 622f38 a65d63 d69c97 f5dcd3",
    "coat": "141821 333c4c 606c80 9ca7b5 e0e5ea",
    "metal": "161a1d 383f45 68737a a4adb0 e5e9e8",
    "reed": "231c12 53452d 917d55 c6b48a f0e6cb",
    "lamp": "3a2210 864c1c d0913c f2cb80 fffaea",
}
ROAD_LAMP = {
    "snow": "2b2019 6e5540 b99a74 ead6ae fffaea",
    "ice": "22201c 585446 989076 d2cbae fbf8e8",
    "wood": "20140d 553620 957044 cba878 f6e6c6",
    "olive": "1a170d 45401f 7f784a b9b184 f1ecd2",
    "skin": "2a140c 723f26 bd805a eec096 fff0dc",
    "rose": "30100f 7a2f28 bf6452 eaa38c fde6d8",
    "coat": "1c1714 4b413b 857667 bfb09b f4eee0",
    "metal": "1b1713 4b4439 86796a c0b49f f6f0e2",
    "reed": "26180a 674620 a97f42 dcba7c fbf0d0",
    "lamp": "4a260c a65c18 eeb04a fddc94 ffffff",
}
FLAT_MOON = {
    "snow": "0d1016 272e3a 56606f 98a2ab e4e6e2",
    "ice": "0b1015 1d2a35 415866 839ba6 dce8ea",
    "wood": "120c0a 32211a 66482f a37e56 e4cfa6",
    "olive": "0d100c 252d20 4c563a 899068 dad9b4",
    "skin": "1c0f0c 4c2c22 91634a cd9f7c f5dfc3",
    "rose": "1f0c10 521f28 954a50 cd8a84 f2d3c8",
    "coat": "0c0d13 232732 4a5062 858a9a dadce4",
    "metal": "0f1012 2a2d30 575c5e 93989a dfe2de",
    "reed": "161009 403016 7c6136 b99a62 efdfb4",
    "lamp": "2a150a 6b3712 bd7c28 efc46c fff6dc",
}
FLAT_LAMP = {
    "snow": "221712 5a4330 a5825a e2c48e fff5da",
    "ice": "1b1a14 49493a 878466 c8c196 faf5d8",
    "wood": "1f110a 5a361c a06c38 d8a668 fde7ba",
    "olive": "191708 46411a 827838 bfb170 f4ebc0",
    "skin": "2a130b 74401f c08352 f0c28e fff0d6",
    "rose": "2e0d0e 7a2a26 c25d4c eda084 ffe5d2",
    "coat": "1a1518 473c40 826f68 bfa990 f5e8d0",
    "metal": "1a1613 4a4138 87786a c4b294 f7eed8",
    "reed": "25160a 68441c b07e3a e3bb70 fff0c4",
    "lamp": "4c260a ac5e16 f4b448 ffdf92 ffffff",
}
# A wet indigo ground; the neon lives only in rose and lamp, so that it stays an accent.
STREET_MOON = {
    "snow": "07080f 171b2e 343d5a 6c7a98 c6d3e2",
    "ice": "050a12 0f2432 22495c 558aa0 c4e6ea",
    "wood": "0a080e 221a26 483a42 806c6c d2c0ac",
    "olive": "070b0e 17231f 354840 6f8270 c4d0b2",
    "skin": "100a14 3a2230 7e5050 c4937c f4dcc0",
    "rose": "12081a 43183c 9c4068 dc7c92 ffd8d6",
    "coat": "070812 191b34 3a3e64 747aa2 cbd0e4",
    "metal": "06080f 18202e 3a4858 74848f c8d4d6",
    "reed": "0c0a12 2c2430 60503f a38b68 e8d8b6",
    "lamp": "0e1620 145058 2cb09a 94efc4 f4fff2",
}
STREET_LAMP = {
    "snow": "140f14 443632 8c7258 d6b988 fff2d6",
    "ice": "101416 344444 6c8278 b6c6a4 f6fade",
    "wood": "170d0c 4a2e22 8a6444 c89e6e f8e2b8",
    "olive": "11130d 343820 6e7044 b0ad78 f0eac4",
    "skin": "220f0e 683828 b47a58 eabc92 fff0da",
    "rose": "240c1c 6e2144 c84c72 f58e9c ffe4e0",
    "coat": "100e18 343246 6c6678 ada29e f0e6d6",
    "metal": "100f13 38363c 746e68 b6aa92 f4ecd6",
    "reed": "1c1210 543a22 987644 d6b278 fdecc4",
    "lamp": "40200c a05a1a f2b04a ffde94 ffffff",
}

# First light before the sun: snow turns rose-grey where it looks up, and every shadow on it stays blue.
DAWN_MOON = {
    "snow": "141c32 37466e 858ca9 ccbbc2 fbeae4",
    "ice": "10203a 2c4a6c 63869f a9b8c2 f4e9e6",
    "wood": "141220 372c38 6b5755 a6907f ecd8c8",
    "olive": "0f1620 2a363e 54635b 929a88 e2dcc6",
    "skin": "20131c 533840 9a7068 d6aa94 f9e4d8",
    "rose": "240f20 5c2a40 a45668 dd9a98 fbdcd4",
    "coat": "10142a 2c3658 5a6488 989fb8 e2dfe8",
    "metal": "10182a 323d54 626d84 a09fae ebe2e2",
    "reed": "1c1620 48392e 88714f c4a880 f4e2c6",
    "lamp": "2c161c 803c2a da8a4c f8c88c fff2e0",
}
DAWN_LAMP = {
    "snow": "241a20 66503f b3906c e8ca9e fff4e0",
    "ice": "1f2228 535449 92906f d0c8a6 fbf4e2",
    "wood": "1d120f 50341f 8f6c40 caa472 f6e2be",
    "olive": "18160f 413c20 7a7348 b6ae80 f0e8cc",
    "skin": "28130e 6e3c27 bb7c58 edbc94 ffeedc",
    "rose": "2e0f12 762a2a be5e52 eca08c fde2d8",
    "coat": "1a1618 48403e 80746a bbac9a f3ebde",
    "metal": "191617 484138 837767 bdb09c f5ecde",
    "reed": "23150b 634319 a67c40 dab678 fbedca",
    "lamp": "4a240c a65418 f0a848 fdd890 ffffff",
}
# The sun is down: violet-blue snow under a violet sky; the last orange of the day lives in the lamp table.
DUSK_MOON = {
    "snow": "0a0d1e 1d2545 49548a 9095c2 ecdce6",
    "ice": "090f20 1a2d4a 385c82 7590b4 cfd2ea",
    "wood": "0c0a14 272032 4f4254 877688 d0bec8",
    "olive": "080b13 161f2a 38454a 6e7c7e c6c8c0",
    "skin": "120b18 3c2638 805460 c48e86 f2d6cc",
    "rose": "140818 441c3c 8e4362 cc7e8c f2ccc8",
    "coat": "0a0a18 1e2140 434770 7f83ac cbcbe0",
    "metal": "090c18 20273e 464f6c 8084a0 cac8da",
    "reed": "100c16 362a34 6e5a56 aa917e e4d2c0",
    "lamp": "1c0e14 6a3018 d0782c f8bc66 fff2d2",
}
DUSK_LAMP = {
    "snow": "1e1418 583a34 ab7652 e8b878 fff0d0",
    "ice": "181a20 464038 867256 cab088 f8e8cc",
    "wood": "180d0e 482a1c 885a34 c8925c f6dcae",
    "olive": "14120f 3a311d 725e38 b09468 ecdcb8",
    "skin": "240f0e 663424 b57048 ecae7c ffe8cc",
    "rose": "2a0c14 6e2430 b8524e ea907a fddccc",
    "coat": "161218 3f3538 766258 b29a82 efe2cc",
    "metal": "151316 40362f 7a6553 b69c7e f1e2ca",
    "reed": "1f100c 5a361a a06c34 d8a662 fbe6bc",
    "lamp": "481f0c a84c14 f29a38 fed07c ffffff",
}

# Home as it is shown: print, not light. Two steps share an ink, so that snow, field and coat become flat shapes; both
# lights are one. Earth goes to red and ink, snow to paper and gold, iron and uniform to one dark green.
POSTER = {
    "snow": "4a120c 7a1f10 a8321a cf5a22 e8892e f0a83e f6c65c fadc86 fdebb4 fff6d8",
    "ice": "10302e 10302e 1d4a44 1d4a44 3f7a6a 3f7a6a 86a98a b9c79c e6dfb2 fff6d8",
    "wood": "240606 240606 4a0a0a 4a0a0a 7d1410 7d1410 b0341c d0602a eba04a f8d078",
    "olive": "0e1f1a 0e1f1a 17352b 17352b 2a5543 2a5543 4f7f5c 8aa774 c9cc96 f3ecc2",
    "skin": "3a0c08 6a1d10 8c3418 b0502a d8753a f0a060 f8c084 fbd7a2 fde6bf fff2d8",
    "rose": "3a0408 5c060c 84090f a80f14 c81a18 dc2c1c ec4428 f26a3e f8946a fcc6a0",
    "coat": "1a0a10 1a0a10 331016 331016 5a1a1e 5a1a1e 8c3a2e b8644a e2a47c f8dcb4",
    "metal": "1a0e0c 1a0e0c 34201a 34201a 5c4030 5c4030 8c6a4a b8946a e0c698 fbeecb",
    "reed": "4a2008 4a2008 7d3c0c 7d3c0c b56a16 b56a16 dc9a2c efbc4c f8d87c fff0b8",
    "lamp": "5a1408 8a2a0c bf4a14 e07a1e f2a22c fac23c fddc5c ffec8a fff6b8 ffffff",
}

# Published matrices of the OKLab colour space (Bjoern Ottosson, 2020, public domain).
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def from_hex(text: str) -> tuple[int, int, int]:
    """Red, green, blue (0-255) of ``rrggbb`` with or without ``#``."""
    text = text.lstrip("#")
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def to_hex(colour: NDArray[np.uint8]) -> str:
    """``rrggbb`` of three bytes."""
    return "".join(f"{int(channel):02x}" for channel in colour)


def to_oklab(rgb: Floats) -> Floats:
    """OKLab of RGB bytes; last axis is the colour."""
    part = np.asarray(rgb, dtype=np.float64) / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    lab: Floats = np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T
    return lab


def from_oklab(lab: Floats) -> NDArray[np.uint8]:
    """RGB bytes of OKLab, out-of-gamut channels cut."""
    linear = ((lab @ np.linalg.inv(_TO_LAB).T) ** 3) @ np.linalg.inv(_TO_LMS).T
    linear = np.clip(linear, 0.0, 1.0)
    part = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.round(part * 255.0).astype(np.uint8)


def ramp(keys: str, steps: int = STEPS) -> NDArray[np.uint8]:
    """A ramp of ``steps`` colours through the hex colours in ``keys``; as given when there are enough."""
    colours = np.array([from_hex(key) for key in keys.split()], dtype=np.float64)
    if len(colours) == steps:
        return colours.astype(np.uint8)
    lab = to_oklab(colours)
    at = np.linspace(0.0, len(colours) - 1.0, steps)
    mixed = np.stack([np.interp(at, np.arange(len(colours)), lab[:, i]) for i in range(3)], axis=-1)
    return from_oklab(mixed)


GRADES: dict[str, dict[str, dict[str, str]]] = {
    "river": {"moon": RIVER_MOON, "lamp": RIVER_LAMP},
    "road": {"moon": ROAD_MOON, "lamp": ROAD_LAMP},
    "flat": {"moon": FLAT_MOON, "lamp": FLAT_LAMP},
    "street": {"moon": STREET_MOON, "lamp": STREET_LAMP},
    "dawn": {"moon": DAWN_MOON, "lamp": DAWN_LAMP},
    "dusk": {"moon": DUSK_MOON, "lamp": DUSK_LAMP},
    "poster": {"moon": POSTER, "lamp": POSTER},
}


def index(material: str, step: int) -> int:
    """The index of one step of a material, the step held within 0-9."""
    return MATERIALS.index(material) * 16 + min(max(step, 0), STEPS - 1)


PAINT_BLUE = 0x1A
"""The first of three indices (dark, middle, light) that hold the gloss paint of the blue door: in every grade the
strongest blue there is, so that it is found from afar. They are the unused places after the steps of ice."""
_GLOSS = {"moon": "15356f 2058b4 4f8ae0", "lamp": "1d4068 2f6aa8 78a8d2"}


@cache
def table(grade: str = "river", light: str = "moon") -> Table:
    """The 256 colours (256, 3) of a grade by ``moon`` or ``lamp``; unused rows black. Do not write to it."""
    rows = np.zeros((256, 3), dtype=np.uint8)
    for number, material in enumerate(MATERIALS):
        rows[number * 16 : number * 16 + STEPS] = ramp(GRADES[grade][light][material])
    gloss = np.array([from_hex(word) for word in _GLOSS[light].split()], dtype=np.float64)
    rows[PAINT_BLUE : PAINT_BLUE + 3] = np.round(gloss * (0.72 if grade == "river" else 1.0)).astype(np.uint8)
    return rows


def build(say: Callable[[str], None] = print) -> None:
    """Write assets/palettes.json."""
    tables = {
        grade: {light: [to_hex(row) for row in table(grade, light)] for light in lights}
        for grade, lights in GRADES.items()
    }
    target = ROOT / "assets" / "palettes.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        f'  "{grade}": {{\n'
        + ",\n".join(f'    "{light}": {json.dumps(rows)}' for light, rows in lights.items())
        + "\n  }"
        for grade, lights in tables.items()
    ]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    say(f"palettes: {len(tables)} grades")
