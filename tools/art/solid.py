"""The one renderer: solids under one camera and one moon become materials, tones and then indices.

A picture is made of Parts (a shape and what it is made of). Rays march through the distance fields at several
spots of each pixel; the commonest material wins the pixel and only its own tones are averaged, so that edges
stay clean and colours never mix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.art.dither import BAYER, Mask, quantise
from tools.art.noise import fbm
from tools.art.palette import MATERIALS, NOTHING, index
from tools.art.shapes import Points, Shape, nearest

Indices = NDArray[np.uint8]


def unit(*vector: float) -> Points:
    """A direction of length 1."""
    arrow = np.asarray(vector, dtype=np.float32)
    return np.asarray(arrow / np.sqrt((arrow * arrow).sum()), dtype=np.float32)


MOON = unit(-0.55, -0.42, 0.72)
"""Toward the light, for scenery."""
PEOPLE_MOON = unit(-0.55, -0.30, 0.78)
"""Toward the light, for people: a little lower, so that faces are not lost."""
OBLIQUE = 0.80
"""Pixels up the screen for one unit of height, for scenery. The ground is never foreshortened."""


@dataclass(frozen=True, slots=True)
class Part:
    """A shape and its material; ``gain`` scales its tone, ``snowy`` parts may carry a cap of snow."""

    shape: Shape
    material: str
    gain: float = 1.0
    snowy: bool = True


@dataclass(frozen=True, slots=True)
class Camera:
    """Where rays start: ``start`` + px * ``right`` + py * ``down``, going ``into``; ``reach`` units at most.

    ``pixel`` is the size of a pixel in units of the model, for the fineness of hits and normals.
    """

    start: Points
    right: Points
    down: Points
    into: Points
    reach: float
    pixel: float = 1.0


def oblique(foot: tuple[float, float], top: float, rise: float = OBLIQUE) -> Camera:
    """The game's camera: pixel ``foot`` shows the model's origin, nothing is higher than ``top``."""
    into = unit(0.0, -rise, -1.0)
    return Camera(
        start=np.array([-foot[0], -foot[1] + rise * top, top], dtype=np.float32),
        right=np.array([1, 0, 0], dtype=np.float32),
        down=np.array([0, 1, 0], dtype=np.float32),
        into=into,
        reach=(top + 6.0) / float(-into[2]),
    )


def facing(middle: tuple[float, float], scale: float, distance: float = 4.0) -> Camera:
    """A portrait's camera looking along -y: pixel ``middle`` shows the origin, ``scale`` px to one unit."""
    one = 1.0 / scale
    return Camera(
        start=np.array([-middle[0] * one, distance, middle[1] * one], dtype=np.float32),
        right=np.array([one, 0, 0], dtype=np.float32),
        down=np.array([0, 0, -one], dtype=np.float32),
        into=np.array([0, -1, 0], dtype=np.float32),
        reach=distance * 2,
        pixel=one,
    )


@dataclass(frozen=True, slots=True)
class Lighting:
    """``key`` from ``toward``, ``ambient`` from above, ``fill`` from ``fill_toward``, ``rim`` at edges."""

    toward: Points = field(default_factory=lambda: MOON)
    ambient: float = 0.14
    key: float = 0.70
    fill: float = 0.14
    fill_toward: Points = field(default_factory=lambda: unit(0.6, 0.7, 0.2))
    rim: float = 0.0
    shadows: bool = True
    snow_above: float | None = None
    """Parts that may be snowy turn to snow where they look up more than this (0..1); None: no snow."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the renderer saw, by pixel (height, width).

    ``material`` number or -1, ``tone`` 0..1, ``part`` number or -1, ``place`` (height, width, 3) the mean
    spot of the model seen there.
    """

    material: NDArray[np.int16]
    tone: NDArray[np.float32]
    part: NDArray[np.int16]
    place: NDArray[np.float32]


def _march(
    shapes: Sequence[Shape], starts: Points, camera: Camera, steps: int
) -> tuple[NDArray[np.bool_], Points]:
    """Whether each ray hits, and how far it went."""
    gone = np.zeros(len(starts), dtype=np.float32)
    hit = np.zeros(len(starts), dtype=bool)
    alive = np.arange(len(starts))
    near, least = np.float32(0.04 * camera.pixel), np.float32(0.03 * camera.pixel)
    for _ in range(steps):
        distance = nearest(shapes, starts[alive] + gone[alive, None] * camera.into)
        there = distance < near
        hit[alive[there]] = True
        gone[alive] += np.where(there, 0, np.maximum(distance * np.float32(0.9), least))
        alive = alive[~there & (gone[alive] < camera.reach)]
        if not len(alive):
            break
    return hit, gone


def _normals(shapes: Sequence[Shape], spots: Points, pixel: float) -> Points:
    """Outward unit normals by four probes."""
    total = np.zeros_like(spots)
    for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        arrow = np.asarray(corner, dtype=np.float32)
        total += arrow * nearest(shapes, spots + arrow * np.float32(0.12 * pixel))[:, None]
    length = np.sqrt(np.einsum("ij,ij->i", total, total)) + np.float32(1e-9)
    return np.asarray(total / length[:, None], dtype=np.float32)


def _openness(
    shapes: Sequence[Shape], spots: Points, normals: Points, toward: Points, pixel: float
) -> Points:
    """How much of the light reaches each spot past the other parts, 0..1, soft."""
    free = np.ones(len(spots), dtype=np.float32)
    gone = np.full(len(spots), np.float32(0.8 * pixel))
    for _ in range(28):
        distance = nearest(shapes, spots + normals * np.float32(0.25 * pixel) + gone[:, None] * toward)
        free = np.minimum(free, np.clip(6 * distance / gone, 0, 1))
        gone += np.clip(distance, np.float32(0.25 * pixel), np.float32(4 * pixel))
    return free


def _shade(
    parts: Sequence[Part], spots: Points, camera: Camera, light: Lighting
) -> tuple[NDArray[np.int16], NDArray[np.int16], Points]:
    """Part numbers, material numbers and tones of the spots where rays ended."""
    shapes = [part.shape for part in parts]
    owner = np.stack([shape.field(spots) for shape in shapes]).argmin(0)
    normal = _normals(shapes, spots, camera.pixel)
    beam = np.clip(normal @ light.toward, 0, 1)
    if light.shadows:
        beam = beam * (0.1 + 0.9 * _openness(shapes, spots, normal, light.toward, camera.pixel))
    probe = np.float32(2 * camera.pixel)
    hollow = np.clip(0.45 + 0.55 * nearest(shapes, spots + normal * probe) / probe, 0, 1)
    tone = light.ambient * (0.55 + 0.45 * normal[:, 2]) * (1 + hollow) + light.key * beam
    tone += light.fill * np.clip(normal @ light.fill_toward, 0, 1) * hollow
    if light.rim:
        tone += light.rim * np.clip(1 + normal @ camera.into, 0, 1) ** 2 * np.clip(normal[:, 2] + 0.3, 0, 1)
    tone = tone * np.array([part.gain for part in parts], dtype=np.float32)[owner]
    material = np.array([MATERIALS.index(part.material) for part in parts], dtype=np.int16)[owner]
    if light.snow_above is not None:
        ragged = fbm(spots[:, 0] * 0.35, spots[:, 1] * 0.35 + spots[:, 2] * 0.3, 3, 5) - 0.5
        may = np.array([part.snowy for part in parts])[owner]
        snowy = may & (normal[:, 2] + 0.25 * ragged > light.snow_above)
        material = np.where(snowy, np.int16(MATERIALS.index("snow")), material).astype(np.int16)
        tone = np.where(snowy, 0.28 + 0.62 * beam + 0.1 * normal[:, 2], tone)
    return owner.astype(np.int16), material, np.asarray(tone, dtype=np.float32)


def render(
    parts: Sequence[Part], width: int, height: int, camera: Camera, light: Lighting | None = None,
    fine: int = 3, steps: int = 70,
) -> Picture:
    """Draw the parts with ``fine`` x ``fine`` rays in each pixel, at most ``steps`` steps long each."""
    light = Lighting() if light is None else light
    wide, high = width * fine, height * fine
    px, py = np.meshgrid((np.arange(wide) + 0.5) / fine, (np.arange(high) + 0.5) / fine)
    starts = (
        camera.start + px.reshape(-1, 1).astype(np.float32) * camera.right
        + py.reshape(-1, 1).astype(np.float32) * camera.down
    )
    hit, gone = _march([part.shape for part in parts], starts, camera, steps)
    owner = np.full(wide * high, -1, dtype=np.int16)
    material = np.full(wide * high, -1, dtype=np.int16)
    tone = np.zeros(wide * high, dtype=np.float32)
    spots = starts + gone[:, None] * camera.into
    if hit.any():
        owner[hit], material[hit], tone[hit] = _shade(parts, spots[hit], camera, light)
    return _reduced(owner, material, tone, spots, width, height, fine)


def _reduced(
    owner: NDArray[np.int16], material: NDArray[np.int16], tone: Points, spots: Points,
    width: int, height: int, fine: int,
) -> Picture:
    """Rays to pixels: the commonest material where at least half the rays hit; its rays' means."""

    def by_pixel(values: NDArray[np.generic]) -> NDArray[np.generic]:
        shaped = values.reshape(height, fine, width, fine, -1).transpose(0, 2, 1, 3, 4)
        return shaped.reshape(height, width, fine * fine, -1)

    materials = by_pixel(material)[..., 0]
    counts = np.stack([(materials == number).sum(-1) for number in range(len(MATERIALS))], axis=-1)
    best = counts.argmax(-1)
    shown = counts.sum(-1) * 2 >= fine * fine
    chosen = materials == best[..., None]
    number = np.maximum(chosen.sum(-1), 1)
    mean_tone = (by_pixel(tone)[..., 0] * chosen).sum(-1) / number
    place = (by_pixel(spots) * chosen[..., None]).sum(-2) / number[..., None]
    owners = by_pixel(owner)[..., 0]
    first = np.take_along_axis(owners, chosen.argmax(-1)[..., None], -1)[..., 0]
    return Picture(
        material=np.where(shown, best, -1).astype(np.int16),
        tone=np.clip(mean_tone, 0, 1).astype(np.float32),
        part=np.where(shown, first, -1).astype(np.int16),
        place=place.astype(np.float32),
    )


def to_indices(
    picture: Picture, dither: float = 0.0, low: float = 0.05, high: float = 0.95, mask: Mask = BAYER
) -> Indices:
    """Indices of a picture: tones 0..1 mapped to ``low``..``high`` of the ramp; 255 where nothing was hit."""
    step = quantise(low + (high - low) * picture.tone, dither, mask)
    both = np.clip(picture.material, 0, None).astype(np.int16) * 16 + step
    return np.where(picture.material >= 0, both, NOTHING).astype(np.uint8)


def despeckle(image: Indices) -> Indices:
    """A pixel with no equal neighbour takes the commonest one of its material, if it has two or more."""
    out = image.copy()
    padded = np.pad(image, 1, constant_values=NOTHING)
    around = np.stack([padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]])
    lonely = (image != NOTHING) & (around != image).all(0)
    for y, x in zip(*np.where(lonely), strict=True):
        kin = [int(v) for v in around[:, y, x] if v != NOTHING and v // 16 == image[y, x] // 16]
        if len(kin) >= 2:
            out[y, x] = max(kin, key=kin.count)
    return out


def outlined(image: Indices, ink: int | None = None) -> Indices:
    """The image with one pixel of ink around it (snow 0 unless told). For people and portraits only."""
    solid = image != NOTHING
    edge = ndimage.binary_dilation(solid) & ~solid
    out = image.copy()
    out[edge] = index("snow", 0) if ink is None else ink
    return out
