"""Who is out in the night street, cut in relief: what each carries, and how it pulls. Pixels from where they stand."""

from __future__ import annotations

import numpy as np

from tools.art.palette import table
from tools.art.pictures.hands import limb
from tools.art.pictures.neon_view import NIGHT
from tools.art.pictures.parts import HEIGHT, WIDTH, Line, Pen, Plate, xx, yy
from tools.art.pictures.relief import Fold, Light, Piece, carve, resized

LAMPS = ((331.0, 188.0), (425.0, 182.0))
"""The bulbs of the two stalls: whoever stands nearest to one has it on that side."""


def _leg(spine: Line, toe: float, tint: str = "coat") -> list[Piece]:
    """A trouser leg to the ankle and a felt boot that points ``toe`` px aside."""
    x, y = spine[-1]
    boot = [(x - 2.8, y - 5), (x + 2.8, y - 5), (x + 3 + max(toe, 0), y + 1), (x + 2 + max(toe, 0), y + 3.4),
        (x - 2 + min(toe, 0), y + 3.4), (x - 3 + min(toe, 0), y + 1)]
    return [Piece(limb(spine, [4.6, *[3.7] * (len(spine) - 1)]), tint, 4, 0.9, 0.5), Piece(boot, "wood", 3, 0.9, 0.5)]


def _arm(spine: Line, tint: str, gain: float, glove: str = "wood") -> list[Piece]:
    """A padded sleeve, creased at the elbow, and the mitten at its end."""
    (ax, ay), (x, y) = spine[-2], spine[-1]
    away = np.array([x - ax, y - ay]) / np.hypot(x - ax, y - ay)
    ex, ey = spine[len(spine) // 2]
    hand = limb([(x, y), (x + 2.4 * away[0], y + 2.4 * away[1])], (2.6, 2.5))
    crease = Fold([(ex - 4, ey + 1), (ex, ey), (ex + 4, ey - 1)], -1.2, 1.4)
    widths = np.interp(np.linspace(0, 1, len(spine)), (0, 0.5, 1), (4.2, 4.4, 3.4))
    return [Piece(hand, glove, 2.6, 1.0, 0.9),
        Piece(limb(spine, list(widths)), tint, 4.2, 0.95, gain, (crease,), shade=0.8, reach=2)]


def _head(x: float, y: float, side: int, cover: str, gain: float, flaps: bool = False, scarf: bool = False) -> list[
        Piece]:
    """A head 12 px high: ``side`` -1 or 1 looks there, 0 is seen from behind; a fur cap with flaps, or a scarf."""
    if side == 0:
        back = [(x, y - 6.6), (x - 5, y - 4), (x - 6, y + 1), (x - 4.6, y + 5.4), (x, y + 6.6), (x + 4.6, y + 5.4),
            (x + 6, y + 1), (x + 5, y - 4)]
        tail = [(x - 5, y + 4), (x, y + 5.4), (x + 5, y + 4), (x + 7, y + 8), (x, y + 17), (x - 7, y + 8)]
        rim = [(x - 5.4, y - 1), (x + 5.4, y - 1), (x + 5.2, y + 2.6), (x, y + 4), (x - 5.2, y + 2.6)]
        more = [Piece(tail, cover, 3, 0.8, gain, (Fold([(x, y + 4), (x, y + 12)], -0.8, 1.2),))] if scarf else []
        return [Piece(back, cover, 5, 1.0, gain), *more, *([] if scarf else [Piece(rim, cover, 2, 0.9, gain * 1.2)])]
    face = [(x - 2.6 * side, y - 4), (x + 3.4 * side, y - 3.6), (x + 4.0 * side, y - 0.8), (x + 5.4 * side, y + 1.0),
        (x + 4.0 * side, y + 2), (x + 4.0 * side, y + 4.2), (x + 1.6 * side, y + 6), (x - 2 * side, y + 4.6)]
    cap = [(x + 4.6 * side, y - 1.6), (x + 4.2 * side, y - 5.4), (x, y - 7.4), (x - 4.6 * side, y - 5.2),
        (x - 5.4 * side, y), (x - 4 * side, y + (6 if flaps or scarf else 3)),
        (x - 0.4 * side, y + (5.6 if flaps or scarf else 0.6)), (x + 0.8 * side, y - 1.2)]
    rim = [(x + 5 * side, y - 2), (x + 4.8 * side, y - 4.6), (x - 1 * side, y - 4.2), (x - 1 * side, y - 1.4)]
    return [Piece(face, "skin", 4, 0.9, 1.1), Piece(cap, cover, 4.4, 1.0, gain),
        *([] if scarf else [Piece(rim, cover, 2, 0.9, gain * 1.3)])]


def _coat(outline: Line, tint: str, gain: float, *folds: Line) -> Piece:
    return Piece(outline, tint, 9, 0.9, gain, tuple(
        Fold(line, -1.4 if number % 2 == 0 else 1.2, 2.0, whole=True) for number, line in enumerate(folds)), reach=3)


def _bag(x: float, y: float, tint: str, gain: float) -> list[Piece]:
    """A market bag that hangs heavy from (x, y)."""
    strap = limb([(x - 0.4, y), (x - 3, y + 5), (x - 4, y + 9)], (0.7, 0.7, 0.7))
    other = limb([(x + 0.4, y), (x + 3, y + 5), (x + 4, y + 9)], (0.7, 0.7, 0.7))
    body = [(x - 5, y + 8), (x - 6.4, y + 17), (x - 4, y + 20), (x + 4, y + 20), (x + 6.4, y + 17), (x + 5, y + 8)]
    return [Piece(strap, tint, 1, 0.8, gain, more=(other,)), Piece(body, tint, 4, 0.9, gain, (
        Fold([(x - 2, y + 9), (x - 3, y + 19)], -1.0, 1.4), Fold([(x + 2, y + 9), (x + 2.6, y + 19)], -1.0, 1.4)))]


def _laden() -> list[Piece]:
    """From behind, homeward: two full bags draw her shoulders down and her arms straight."""
    coat: Line = [(0, -48), (-6, -45), (-9, -38), (-8, -24), (-10, -9), (0, -6), (10, -9), (8, -24), (9, -38),
        (6, -45)]
    return [*_leg([(-4, -12), (-4.6, -2)], -1), *_leg([(4, -12), (5, -6)], 1),
        _coat(coat, "olive", 0.8, [(0, -44), (0, -8)], [(-4, -24), (-6, -9)], [(4, -24), (6, -9)], [(7, -38),
            (3, -27)]),
        *_arm([(-7, -43), (-11, -34), (-12.4, -23)], "olive", 0.85), *_arm([(7, -43), (11, -33),
            (11.6, -22)], "olive",
        0.85), *_bag(-12.6, -21, "reed", 0.8), *_bag(11.8, -20, "rose", 0.55),
            *_head(0, -52, 0, "reed", 1.0, scarf=True)]


def _carter() -> list[Piece]:
    """All his weight goes forward into the next step; both hands are behind him on the shaft."""
    coat: Line = [(8, -48), (1, -47), (-4, -40), (-6, -28), (-9, -15), (-2, -12), (6, -15), (9, -26), (13, -38),
        (13, -45)]
    return [*_arm([(10, -43), (2, -37), (-11, -31)], "wood", 0.6), *_leg([(-2, -17), (-8, -9), (-14, -1)], 2),
        *_leg([(3, -17), (9, -11), (8, -1)], 4),
        _coat(coat, "wood", 0.9, [(9, -44), (4, -28), (0, -13)], [(-2, -28), (-5, -15)], [(12, -36), (5, -30)]),
        Piece([(-7, -27), (8, -27), (7, -24), (-8, -24)], "metal", 1.5, 0.8, 0.6),
        *_arm([(5, -44), (-4, -38), (-15, -33)], "wood", 1.0, "coat"),
        *_head(15, -51, 1, "reed", 0.7, flaps=True)]


def _pair() -> list[Piece]:
    """Arm in arm from the stall: he carries, she throws back her head."""
    his: Line = [(8, -50), (1, -47), (-1, -38), (0, -24), (-1, -11), (8, -8), (17, -11), (16, -26), (17, -40),
        (14, -47)]
    hers: Line = [(-8, -46), (-14, -43), (-16, -36), (-13, -26), (-19, -9), (-9, -5), (0, -9), (-4, -26), (-2, -37),
        (-3, -43)]
    return [*_leg([(4, -13), (4, -2)], -1), *_leg([(12, -13), (13, -4)], 2), *_leg([(-12, -10), (-12, 0)], -2),
        *_leg([(-5, -10), (-6, -2)], -2),
        _coat(his, "metal", 0.7, [(8, -46), (8, -10)], [(3, -24), (2, -11)], [(13, -24), (14, -11)]),
        *_arm([(14, -45), (19, -36), (18, -25)], "metal", 0.75), *_bag(18, -23, "reed", 0.9),
        _coat(hers, "rose", 0.8, [(-9, -42), (-9, -28), (-10, -7)], [(-12, -26), (-15, -9)], [(-6, -26), (-4, -9)]),
        Piece([(-15, -28), (-3, -28), (-3.4, -25.4), (-14.6, -25.4)], "wood", 1.2, 0.8, 0.7),
        *_arm([(-4, -43), (0, -35), (5, -33)], "rose", 0.9), *_head(8, -54, -1, "coat", 0.8),
        *_head(-8, -51, 1, "snow", 0.9, scarf=True),
        Piece([(-6, -49), (-3.2, -49.6), (-3.4, -47), (-5.4, -46.8)], "snow", 1, 0.6, 1.3, reach=0.5, shade=0.2)]


def _mother() -> list[Piece]:
    """A hand kept low for a child who is looking at everything; the other arm has the bag."""
    coat: Line = [(0, -48), (-7, -45), (-10, -36), (-8, -25), (-11, -9), (0, -6), (9, -9), (7, -25), (9, -38),
        (6, -45)]
    child: Line = [(21, -24), (16, -22), (14, -14), (14, -6), (21, -4), (28, -6), (28, -14), (26, -22)]
    return [*_leg([(-4, -12), (-5, -3)], 2), *_leg([(3, -12), (5, -1)], 3), *_bag(-11, -26, "olive", 0.8),
        _coat(coat, "coat", 0.9, [(1, -44), (2, -8)], [(-4, -24), (-7, -9)], [(4, -24), (6, -9)]),
        *_arm([(-7, -43), (-13, -35), (-10, -27), (-4, -28)], "coat", 0.95),
        *_leg([(18, -7), (17, 0)], 1), *_leg([(24, -7), (25, 1)], 2),
        Piece(child, "rose", 6, 0.95, 0.75, (Fold([(21, -20), (21, -5)], -1.0, 1.6, whole=True),)),
        *_arm([(26, -20), (30, -14), (31, -10)], "rose", 0.8, "reed"),
        *_arm([(6, -43), (10, -33), (12.4, -23)], "coat", 0.95, "skin"),
        *_arm([(17, -20), (14, -22), (13, -21)], "rose", 0.85, "reed"),
        *_head(22, -29, 1, "reed", 0.9, flaps=True), *_head(1, -51, 1, "reed", 0.75, scarf=True)]


def _cyclist() -> list[Piece]:
    """He walks his bicycle, for the ice: one hand on the bar, the other steadies the sack behind the saddle."""
    coat: Line = [(-2, -50), (-9, -46), (-11, -36), (-9, -26), (-12, -12), (-2, -9), (8, -12), (6, -26), (7, -38),
        (4, -46)]
    sack: Line = [(13, -32), (12, -24), (16, -20), (27, -20), (31, -25), (28, -33), (20, -35)]
    return [*_leg([(-5, -15), (-11, -2)], -3), *_leg([(3, -15), (7, -3)], -3),
        _coat(coat, "metal", 0.75, [(-4, -46), (-4, -10)], [(1, -26), (4, -11)], [(-7, -26), (-9, -12)]),
        Piece(sack, "reed", 7, 0.9, 0.8, (Fold([(20, -36), (19, -22)], -1.4, 1.6), Fold([(26, -34),
            (26, -23)], 1.0, 2))),
        *_arm([(3, -45), (11, -39), (18, -36)], "metal", 0.8), *_arm([(-8, -45), (-15, -36),
            (-22, -31)], "metal", 0.9),
        *_head(-5, -53, -1, "wood", 0.8, flaps=True)]


def _hurried() -> list[Piece]:
    """Collar up, chin down, a hand that holds the collar shut; she leans into the cold."""
    coat: Line = [(-4, -48), (-10, -45), (-12, -36), (-8, -25), (-7, -9), (2, -6), (12, -10), (8, -25), (7, -37),
        (3, -45)]
    return [*_leg([(-2, -12), (-8, -2)], -3), *_leg([(5, -12), (12, -6)], -2), *_bag(9, -29, "olive", 0.9),
        _coat(coat, "wood", 0.8, [(-5, -44), (-4, -25), (-1, -8)], [(2, -25), (7, -9)], [(5, -36), (-1, -28)]),
        *_arm([(3, -44), (9, -36), (8, -28)], "wood", 0.85),
        *_head(-7, -51, -1, "olive", 0.8, scarf=True),
        Piece([(-12, -48), (-9, -43), (-1, -43), (1, -49), (-4, -45.6)], "metal", 2.4, 1.0, 1.0),
        *_arm([(-4, -43), (-10, -36), (-11, -42)], "wood", 0.95)]


FOLK = (((242, 243), _laden), ((356, 287), _carter), ((424, 256), _pair), ((216, 316), _mother),
    ((385, 346), _cyclist),
    ((478, 312), _hurried))
BREATHS = ((380, 238), (228, 262), (363, 294), (459, 263), (253, 286))


def _bicycle(plate: Plate, x: float, y: float) -> None:
    """Two wheels, a diamond, a bar; the saddle is hidden by the sack's strap."""
    back, front, crank = (x + 20, y - 8), (x - 22, y - 8), (x + 1, y - 9)
    seat, head = (x + 6, y - 23), (x - 15, y - 24)
    for hub in (back, front):
        plate.ink(Pen().oval(*hub, 10, 10, 1.6).mask(0.4), "070714")
        plate.ink(Pen().oval(*hub, 9, 9.2, 0.8).mask(0.3) & (yy < hub[1] - 3), "7c82bf")
    frame = Pen().line([back, crank, head, seat, crank], 1.3).line([seat, back], 1.1).line([front, head], 1.3)
    frame.line([head, (x - 17, y - 29), (x - 23, y - 30)], 1.4).line([seat, (x + 31, y - 21)], 1.4)
    plate.ink(frame.mask(0.35), "434783")


def _standing(plate: Plate, x: float, y: float, wide: float) -> None:
    """Their shade on the wet road, and they once more in it, dark."""
    plate.paint((np.hypot((xx - x) / wide, (yy - y - 2) / 4.6) < 1) & plate.shown, NIGHT, 0.0)
    broken = (yy > y) & (yy < y + 34) & (np.abs(xx - x - 2 * np.sin(yy * 1.3)) < wide * 0.5) & (yy % 4 < 2)
    plate.paint(broken, NIGHT, 0.08)


def _lit(x: float, y: float) -> tuple[Light, ...]:
    """The nearest bulb, and the blue of the sky."""
    across, up = min(((a - x, b - y + 30) for a, b in LAMPS), key=lambda away: float(np.hypot(*away)))
    far = float(np.hypot(across, up))
    return (Light((across / far, up / far * 0.8, 0.16), 1.05 - 0.0022 * far, warm=True),
        Light((-0.2, -0.7, 0.6), 0.26))


def walkers(plate: Plate) -> None:
    """All six, far to near."""
    for (x, y), who in sorted(FOLK, key=lambda entry: entry[0][1]):
        _standing(plate, x, y, 19 if who in (_pair, _mother) else 13)
        if who is _cyclist:
            _bicycle(plate, x, y + 2)
        cold, warm = carve([resized(piece, 1.0, x, y) for piece in who()], (WIDTH, HEIGHT), _lit(x, y), 0.10)
        plate.stamp(cold, table("street", "moon"), 0, 0)
        plate.stamp(warm, table("street", "lamp"), 0, 0)
    for x, y in BREATHS:
        cloud = np.hypot((xx - x) / 6, (yy - y) / 3.4)
        plate.paint((cloud < 1) & ((xx + 2 * yy) % 4 < 2.4 - 1.6 * cloud), NIGHT, 0.9 - 0.2 * cloud)
