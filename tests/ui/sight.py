"""How colours look to others, and how far apart they look: dichromats after Machado 2009, distance after CIEDE2000.

Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6),
2009, the matrices of full severity, in linear light. Distance: CIE 142-2001, all weights 1, white D65.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from game.ui.look import Colour

Lab = tuple[float, float, float]
Rows = tuple[tuple[float, float, float], ...]

SIGHTS: dict[str, Rows] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_XYZ: Rows = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _times(rows: Rows, of: Lab) -> Lab:
    one, two, three = (sum(a * b for a, b in zip(row, of, strict=True)) for row in rows)
    return one, two, three


def seen(colour: Colour, sight: str) -> Lab:
    """The colour in CIELAB as somebody of that sight sees it."""
    red, green, blue = colour
    light = _times(SIGHTS[sight], (_linear(red), _linear(green), _linear(blue)))
    shown = (min(max(light[0], 0.0), 1.0), min(max(light[1], 0.0), 1.0), min(max(light[2], 0.0), 1.0))
    x, y, z = (_bent(part / white) for part, white in zip(_times(_XYZ, shown), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _bent(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else float((24389 / 27 * share + 16) / 116)


def apart(one: Lab, other: Lab) -> float:
    """CIEDE2000: 1 can just be told, 10 at a glance, 20 at a glance in the corner of the eye."""
    mean_chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    g = 0.5 * (1 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7)))
    (l1, c1, h1), (l2, c2, h2) = (_polar(lab, 1 + g) for lab in (one, other))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    dl, dc, dh = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (1 - 0.17 * cos(radians(hm - 30)) + 0.24 * cos(radians(2 * hm)) + 0.32 * cos(radians(3 * hm + 6))
         - 0.20 * cos(radians(4 * hm - 63)))
    sl, sc, sh = 1 + 0.015 * (lm - 50) ** 2 / sqrt(20 + (lm - 50) ** 2), 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rotation = -2 * sqrt(cm**7 / (cm**7 + 25.0**7)) * sin(radians(60 * exp(-(((hm - 275) / 25) ** 2))))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * dc / sc * dh / sh)


def _polar(lab: Lab, stretch: float) -> Lab:
    a = lab[1] * stretch
    return lab[0], hypot(a, lab[2]), degrees(atan2(lab[2], a)) % 360
