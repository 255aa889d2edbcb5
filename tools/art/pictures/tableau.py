"""Rooms for pictures: solids seen by an eye, lit by lamps that stand in the room. Units are centimetres.

The game's own renderer knows one moon and no vanishing point; a room needs both a lamp's nearness and depth.
Each solid is traced alone within its ball, then the nearest wins. World: x right, y toward the eye, z up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.art.dither import BAYER, blue_noise, spread
from tools.art.palette import NOTHING, index, table
from tools.art.pictures.parts import HEIGHT, WIDTH, Plate
from tools.art.shapes import Points, Shape, custom
from tools.art.sheet import Indices
from tools.art.solid import despeckle, unit

Skin = Callable[[Points], Points]


@dataclass(frozen=True, slots=True)
class Solid:
    """A shape, its material and how its shades are cut: ``hatch`` (engraved), ``print`` (Bayer) or ``grain``.

    ``skin`` adds to the tone by place. ``casts``: whether it throws shadows (rooms' shells do not).
    """

    shape: Shape
    material: str
    gain: float = 1.0
    cut: str = "hatch"
    skin: Skin | None = None
    casts: bool = True


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light at ``at``; its strength falls to half at ``fade`` cm. A ``cold`` one shows the moon's colours."""

    at: tuple[float, float, float]
    power: float
    fade: float
    cold: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """An eye at ``eye`` looking at ``target``, ``focal`` px deep; ``middle`` is the pixel of the target."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    focal: float = 520.0
    middle: tuple[float, float] = (WIDTH / 2, HEIGHT / 2)

    def axes(self) -> tuple[Points, Points, Points]:
        """Unit vectors right, down and into the picture."""
        into = unit(*(np.subtract(self.target, self.eye)))
        right = unit(*np.cross([0, 0, 1], into))
        return right, np.asarray(np.cross(right, into), dtype=np.float32), into

    def seen(self, spot: Sequence[float]) -> tuple[float, float]:
        """The pixel where a spot of the room is seen."""
        right, down, into = self.axes()
        away = np.subtract(spot, self.eye).astype(np.float32)
        depth = float(away @ into)
        return (
            self.middle[0] + float(away @ right) / depth * self.focal,
            self.middle[1] + float(away @ down) / depth * self.focal,
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """By pixel: the ``owner`` (number of the solid, -1 none), warm and cold light, and ``place`` in the room."""

    owner: NDArray[np.int16]
    warm: NDArray[np.float32]
    cold: NDArray[np.float32]
    place: NDArray[np.float32]


def scaled(shape: Shape, by: float) -> Shape:
    """The shape made ``by`` times larger about the origin."""
    size = np.float32(by)
    centre = [value * by for value in shape.centre]
    return custom(lambda p: shape.field(p / size) * size, centre, shape.reach * by)


def _dot(a: Points, b: Points) -> Points:
    return np.asarray(np.einsum("...i,...i->...", a, b), dtype=np.float32)


def _trace(solids: Sequence[Solid], view: View, fine: int) -> tuple[Points, Points, NDArray[np.int16]]:
    """Directions of all rays, how far each went (inf: nothing) and whose surface it met."""
    right, down, into = view.axes()
    px, py = np.meshgrid((np.arange(WIDTH * fine) + 0.5) / fine, (np.arange(HEIGHT * fine) + 0.5) / fine)
    rays = (
        (px.reshape(-1, 1).astype(np.float32) - view.middle[0]) * right
        + (py.reshape(-1, 1).astype(np.float32) - view.middle[1]) * down
        + np.float32(view.focal) * into
    )
    rays /= np.sqrt(_dot(rays, rays))[:, None]
    eye = np.asarray(view.eye, dtype=np.float32)
    best = np.full(len(rays), np.inf, dtype=np.float32)
    owner = np.full(len(rays), -1, dtype=np.int16)
    for number, solid in enumerate(solids):
        to_ball = np.asarray(solid.shape.centre, dtype=np.float32) - eye
        along = rays @ to_ball
        spare = solid.shape.reach**2 - (float(to_ball @ to_ball) - along**2)
        half = np.sqrt(np.maximum(spare, 0))
        ask = np.flatnonzero((spare > 0) & (along + half > 1) & (along - half < best))
        gone = np.maximum(along[ask] - half[ask], 1.0)
        limit = np.minimum(along[ask] + half[ask], best[ask])
        alive = np.arange(len(ask))
        for _ in range(64):
            distance = solid.shape.field(eye + gone[alive, None] * rays[ask[alive]])
            hit = distance < 0.35 * gone[alive] / view.focal
            met = ask[alive[hit]]
            best[met], owner[met] = gone[alive[hit]], number
            gone[alive] += np.maximum(distance * np.float32(0.92), np.float32(0.02))
            alive = alive[~hit & (gone[alive] < limit[alive])]
            if not len(alive):
                break
    return rays, best, owner


def _normals(solids: Sequence[Solid], spots: Points, owner: NDArray[np.int16], near: float) -> Points:
    """Outward unit normals; each solid is asked only about its own spots."""
    total = np.zeros_like(spots)
    for number in np.unique(owner):
        mine = owner == number
        here, sums = spots[mine], np.zeros_like(spots[mine])
        for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
            arrow = np.asarray(corner, dtype=np.float32)
            sums += arrow * solids[number].shape.field(here + arrow * np.float32(near))[:, None]
        total[mine] = sums
    return np.asarray(total / (np.sqrt(_dot(total, total)) + 1e-9)[:, None], dtype=np.float32)


def _free(casters: Sequence[Solid], starts: Points, lamp: Points) -> Points:
    """How much of a lamp reaches each spot, 0..1, soft at the edges."""
    away = lamp - starts
    length = np.sqrt(_dot(away, away))
    toward = np.asarray(away / length[:, None], dtype=np.float32)
    free = np.ones(len(starts), dtype=np.float32)
    for solid in casters:
        to_ball: Points = np.asarray(solid.shape.centre, dtype=np.float32) - starts
        along = _dot(to_ball, toward)
        spare = solid.shape.reach**2 - (_dot(to_ball, to_ball) - along**2)
        half = np.sqrt(np.maximum(spare, 0))
        ask = np.flatnonzero((spare > 0) & (along + half > 0.6) & (along - half < length) & (free > 0.02))
        gone = np.maximum(along[ask] - half[ask], 0.8)
        limit = np.minimum(along[ask] + half[ask], length[ask] - 1.0)
        alive = np.flatnonzero(gone < limit)
        for _ in range(26):
            if not len(alive):
                break
            which = ask[alive]
            distance = solid.shape.field(starts[which] + gone[alive, None] * toward[which])
            free[which] = np.minimum(free[which], np.clip(9 * distance / gone[alive] + 0.02, 0, 1))
            gone[alive] += np.clip(distance, 0.25, 14)
            alive = alive[(gone[alive] < limit[alive]) & (free[which] > 0.02)]
    return free


def _hollow(casters: Sequence[Solid], spots: Points, normals: Points, reach: float) -> Points:
    """1 in the open, less in corners: one probe ``reach`` cm out."""
    probe = spots + normals * np.float32(reach)
    nearest = np.full(len(spots), np.float32(reach), dtype=np.float32)
    for solid in casters:
        away = probe - np.asarray(solid.shape.centre, dtype=np.float32)
        ask = np.flatnonzero(_dot(away, away) < (solid.shape.reach + reach) ** 2)
        if len(ask):
            nearest[ask] = np.minimum(nearest[ask], solid.shape.field(probe[ask]))
    return np.asarray(0.35 + 0.65 * np.clip(nearest / reach, 0, 1), dtype=np.float32)


def look(
    solids: Sequence[Solid],
    others: Sequence[Solid],
    view: View,
    lamps: Sequence[Lamp],
    ambient: tuple[float, float] = (0.05, 0.05),
    fine: int = 2,
) -> Seen:
    """See ``solids``; ``others`` are not seen but throw shadows. ``ambient`` is (warm, cold) light everywhere."""
    rays, gone, owner = _trace(solids, view, fine)
    met = np.flatnonzero(owner >= 0)
    spots = np.asarray(view.eye, dtype=np.float32) + gone[met, None] * rays[met]
    whose = owner[met]
    normal = _normals(solids, spots, whose, 0.12)
    casters = [solid for solid in [*solids, *others] if solid.casts]
    open_air = _hollow([*solids, *others], spots, normal, 5.0)
    warm = np.float32(ambient[0]) * open_air * (0.7 + 0.3 * normal[:, 2])
    cold = np.float32(ambient[1]) * open_air * (0.7 + 0.3 * normal[:, 2])
    for lamp in lamps:
        at = np.asarray(lamp.at, dtype=np.float32)
        away = at - spots
        length = np.sqrt(_dot(away, away))
        facing = np.clip(_dot(normal, away) / length, 0, 1)
        share = np.zeros(len(spots), dtype=np.float32)
        lit = np.flatnonzero(facing > 0.01)
        share[lit] = _free(casters, spots[lit] + normal[lit] * np.float32(0.3), at)
        light = lamp.power * facing * share / (1 + (length / lamp.fade) ** 2) * (0.6 + 0.4 * open_air)
        if lamp.cold:
            cold = cold + light
        else:
            warm = warm + light
    gain = np.array([solid.gain for solid in solids], dtype=np.float32)[whose]
    for number, solid in enumerate(solids):
        if solid.skin is not None:
            mine = whose == number
            if mine.any():
                gain[mine] *= 1 + solid.skin(spots[mine])
    return _reduced(owner, met, warm * gain, cold * gain, spots, fine)


def _reduced(
    owner: NDArray[np.int16], met: NDArray[np.int64], warm: Points, cold: Points, spots: Points, fine: int
) -> Seen:
    """Rays to pixels: the commonest solid where at least half the rays met something, and its rays' means."""

    def by_pixel(values: NDArray[Any]) -> NDArray[Any]:
        cells = values.reshape(HEIGHT, fine, WIDTH, fine, -1).transpose(0, 2, 1, 3, 4)
        return cells.reshape(HEIGHT, WIDTH, fine * fine, -1)

    full = np.zeros((len(owner), 5), dtype=np.float32)
    full[met, 0], full[met, 1], full[met, 2:] = warm, cold, spots
    owners = by_pixel(owner)[..., 0]
    votes = (owners[..., :, None] == owners[..., None, :]).sum(-1) * (owners >= 0)
    best = np.take_along_axis(owners, votes.argmax(-1)[..., None], -1)[..., 0]
    shown = (owners >= 0).sum(-1) * 2 >= fine * fine
    chosen = (owners == best[..., None])[..., None]
    mean = (by_pixel(full) * chosen).sum(-2) / np.maximum(chosen.sum(-2), 1)
    return Seen(
        owner=np.where(shown, best, -1).astype(np.int16), warm=mean[..., 0], cold=mean[..., 1], place=mean[..., 2:]
    )


LEVELS = (0.0, 0.07, 0.15, 0.25, 0.36, 0.48, 0.60, 0.73, 0.86, 1.0)
"""The tones of the ten steps: the dark ones lie close together, as in a print with much black."""
HATCH, GRAIN, MIX = 0.40, 0.24, 0.26
"""How wide the zone is in which a tone is dithered (steps), by cut, and warm with cold light (share of the warm)."""


def _thresholds(seen: Seen, solids: Sequence[Solid], per_cm: float) -> tuple[Points, Points]:
    """The dither of each pixel by the cut of its solid, and the width of the dithered zone in steps."""
    across = np.array([0.30, 0.36, 0.88], dtype=np.float32)
    lines = np.abs(seen.place @ across * np.float32(per_cm / 3.4) % 1 - 0.5) * 2
    threshold, width = lines.astype(np.float32), np.full(lines.shape, np.float32(HATCH))
    cuts = np.array([solid.cut for solid in solids] + ["none"])[seen.owner]
    threshold = np.where(cuts == "print", spread(BAYER, HEIGHT, WIDTH), threshold)
    threshold = np.where(cuts == "grain", spread(blue_noise(), HEIGHT, WIDTH), threshold)
    width = np.where(cuts == "hatch", width, np.float32(GRAIN))
    return np.asarray(threshold), np.asarray(width)


def cut(seen: Seen, solids: Sequence[Solid], per_cm: float = 4.0) -> Indices:
    """Indices of the view in ten steps; ``per_cm`` px of a centimetre at the subject sets the hatching."""
    tone = np.clip(seen.warm + seen.cold, 0, 1)
    at = np.interp(tone, LEVELS, np.arange(10))
    threshold, width = _thresholds(seen, solids, per_cm)
    step = np.clip(np.floor(at + 0.5 + (threshold - 0.5) * width), 0, 9).astype(np.int64)
    first = np.array([index(solid.material, 0) for solid in solids] + [0])[seen.owner]
    return despeckle(np.where(seen.owner >= 0, first + step, NOTHING).astype(np.uint8))


def show(
    plate: Plate,
    seen: Seen,
    solids: Sequence[Solid],
    grade: str = "flat",
    per_cm: float = 4.0,
    cold_grade: str | None = None,
    lean: float = 0.8,
) -> None:
    """Stamp the view on a plate: lamp colours where warm light leads, the moon's of ``cold_grade`` elsewhere."""
    image = cut(seen, solids, per_cm)
    noise = spread(blue_noise(), HEIGHT, WIDTH)
    warm = seen.warm > seen.cold * (lean + MIX * (noise - 0.5))
    # Blue cloth stays blue until the lamp is strong on it, or it would turn grey.
    blue = np.array([solid.material == "coat" for solid in solids] + [False])[seen.owner]
    warm &= ~blue | (seen.warm > 0.55)
    plate.stamp(np.where(warm, image, NOTHING).astype(np.uint8), table(grade, "lamp"), 0, 0)
    cold = table(grade if cold_grade is None else cold_grade, "moon")
    plate.stamp(np.where(warm, NOTHING, image).astype(np.uint8), cold, 0, 0)
