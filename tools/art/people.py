"""Sheets of people: every action in eight directions, seen from the game's low camera for figures.

A sheet is rows E SE S SW W NW N NE by columns of frames, 32 x 48 px each, the ground point at (16, 40).
`build()` writes assets/people/NAME.png and assets/people.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tools.art.palette import NOTHING, ROOT, index
from tools.art.people_cast import CAST
from tools.art.people_dog import Dog, dog_parts
from tools.art.people_dress import Standing, above_ground, arms, coat, legs, standing
from tools.art.people_extras import EXTRAS
from tools.art.people_face import features
from tools.art.people_gear import paper
from tools.art.people_head import HEADS
from tools.art.people_person import Person
from tools.art.people_pose import ACTIONS
from tools.art.people_skull import face
from tools.art.people_stances import pose
from tools.art.sheet import Indices, blank, save
from tools.art.solid import Camera, Lighting, Part, Picture, despeckle, outlined, render, unit

WIDTH, HEIGHT = 32, 48
FOOT = (16, 40)
CENTRE = 16.5
"""A body stands in the middle of its foot's pixel: an odd number of pixels wide, it has a column for the nose."""
DIRECTIONS = ("E", "SE", "S", "SW", "W", "NW", "N", "NE")
FINE = 3
# A true orthographic camera 35 degrees above the horizon. The ground's own view is steeper; from there one sees
# only the tops of heads. Upright things come out equally tall in both.
RISE, DEPTH = np.cos(np.radians(35.0)), np.sin(np.radians(35.0))
INTO = np.array([0.0, -RISE, -DEPTH], dtype=np.float32)
AWAY = 40.0
LIGHT = Lighting(
    toward=unit(-0.55, 0.30, 0.78), ambient=0.17, key=0.56, fill=0.16, fill_toward=unit(0.6, 0.7, 0.15), rim=0.14
)
# Tones become few flat steps, like cuts of a knife: this is what makes them drawn rather than shrunk.
CUTS = (0.115, 0.20, 0.30, 0.42, 0.56, 0.72, 0.88)
STEPS_AT = np.array([1, 2, 3, 4, 5, 6, 7, 8], dtype=np.int16)


def parts_of(person: Person, action: str, frame: int, degrees: float) -> tuple[list[Part], Standing]:
    """All solids of one frame, and where its head is."""
    # Toward us and away a stride is seen from its end: shorter and broader, or one leg hides the other.
    along = abs(np.cos(np.radians(degrees)))
    build = replace(
        person.build, stride=person.build.stride * (0.72 + 0.28 * along), hips=person.build.hips + 0.45 * (1 - along),
        lying=1.0 + (0.34 if np.sin(np.radians(degrees)) < 0 else 0.12) * (1 - along**2),
    )
    s = standing(pose(build, action, frame), build, degrees)
    d = person.dress
    large = replace(
        s,
        build=replace(build, height=build.height * build.head),
        pose=replace(s.pose, head=s.pose.head + np.array([0.0, 0.0, 3.4 * (build.head - 1.0) * build.height])),
    )
    parts = [*legs(s, d), *coat(s, d), *arms(s, d), *face(large, d), *HEADS[d.head](large, d)]
    for extra in d.extras:
        parts += EXTRAS[extra](s, d)
    if action == "papers":
        parts += paper(s)
    if s.pose.afloat:
        parts = [Part(above_ground(part.shape), part.material, part.gain) for part in parts]
    return parts, large


def seen_at(spot: NDArray[np.floating]) -> tuple[float, float]:
    """Where in the frame (x, y px) a spot of the world shows."""
    return CENTRE + float(spot[0]), FOOT[1] + float(spot[1]) * DEPTH - float(spot[2]) * RISE


def window(parts: list[Part]) -> tuple[int, int, int, int]:
    """The part of the frame (left, top, right, bottom) that can show anything."""
    spots = [(*seen_at(np.array(part.shape.centre)), part.shape.reach) for part in parts]
    left = int(np.floor(min(x - r for x, _, r in spots)))
    right = int(np.ceil(max(x + r for x, _, r in spots)))
    top = int(np.floor(min(y - r for _, y, r in spots)))
    bottom = int(np.ceil(max(y + r for _, y, r in spots)))
    return max(left, 0), max(top, 0), min(right, WIDTH), min(bottom, HEIGHT)


def camera_at(left: int, top: int) -> Camera:
    """The figures' camera, its first pixel (left, top) of the frame."""
    down = np.array([0.0, DEPTH, -RISE], dtype=np.float32)
    right = np.array([1.0, 0.0, 0.0], dtype=np.float32)
    start = (left - CENTRE) * right + (top - FOOT[1]) * down - AWAY * INTO
    return Camera(start.astype(np.float32), right, down, INTO, AWAY * 2)


def inked(image: Indices, seen: Picture) -> Indices:
    """Darker where something nearer begins, so that an arm stands off the coat and one leg off the other."""
    shown, depth = seen.material >= 0, -(seen.place @ INTO)
    near = np.pad(np.where(shown, depth, -1e3), 1, constant_values=-1e3)
    part = np.pad(seen.part, 1, constant_values=-1)
    behind, beside = np.zeros_like(shown), np.zeros_like(shown)
    high, wide = shown.shape
    for y, x in ((0, 1), (2, 1), (1, 0), (1, 2)):
        there = np.s_[y : y + high, x : x + wide]
        ahead = near[there] - depth
        behind |= ahead > 2.4
        beside |= (ahead > 0.5) & (part[there] != seen.part)
    drop = np.where(behind, 2, np.where(beside, 1, 0))
    step = (image % 16).astype(np.int16)
    darker = (image // 16 * 16 + np.maximum(step - drop, 0)).astype(np.uint8)
    return np.where(shown & (image != NOTHING), darker, image).astype(np.uint8)


def dog_eyes(image: Indices, spot: NDArray[np.floating], forward: NDArray[np.floating]) -> None:
    """One pale pixel where the dog's eye is, if it does not look away from us."""
    if float(forward @ -INTO) > -0.35:
        x, y = (int(np.floor(v)) for v in seen_at(spot))
        image[y, x] = index("lamp", 5)


def frame_image(person: Person | Dog, action: str, frame: int, degrees: float) -> Indices:
    """One frame (48, 32) of indices, outlined in ink."""
    if isinstance(person, Dog):
        parts, spot, forward = dog_parts(person, action, frame, degrees)
        image = cut_out(parts)
        dog_eyes(image, spot, forward)
        return outlined(image)
    parts, s = parts_of(person, action, frame, degrees)
    image = cut_out(parts)
    features(image, s, person.dress, (CENTRE, FOOT[1]))
    return outlined(image)


def cut_out(parts: list[Part]) -> Indices:
    """Solids as one frame in a few flat steps, without its outline."""
    left, top, right, bottom = window(parts)
    seen = render(parts, right - left, bottom - top, camera_at(left, top), LIGHT, fine=FINE, steps=44)
    shown = seen.material >= 0
    step = STEPS_AT[np.searchsorted(CUTS, seen.tone)]
    small = np.where(shown, np.maximum(seen.material, 0) * 16 + step, NOTHING).astype(np.uint8)
    small = inked(despeckle(small), seen)
    image = blank(HEIGHT, WIDTH)
    image[top:bottom, left:right] = small
    return image


def columns(person: Person | Dog) -> dict[str, list[int]]:
    """First column and number of columns of each action."""
    table, first = {}, 0
    for action in person.actions:
        table[action] = [first, ACTIONS[action]]
        first += ACTIONS[action]
    return table


def sheet(person: Person | Dog) -> Indices:
    """The whole sheet of a person."""
    rows = []
    for number in range(len(DIRECTIONS)):
        frames = [
            frame_image(person, action, k, 45.0 * number) for action in person.actions for k in range(ACTIONS[action])
        ]
        rows.append(np.concatenate(frames, axis=1))
    return np.concatenate(rows, axis=0)


def build(say: Callable[[str], None] = print, only: str | None = None) -> None:
    """Write every sheet (or only the named one) and assets/people.json."""
    for name, person in CAST.items():
        if only is not None and name != only:
            continue
        size = save(sheet(person), ROOT / "assets" / "people" / f"{name}.png")
        say(f"people/{name}: {size} bytes")
    write_table()


def write_table() -> None:
    """Write assets/people.json: the columns of everybody's actions."""
    lines = [f'  "{name}": {json.dumps(columns(person))}' for name, person in CAST.items()]
    (ROOT / "assets" / "people.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
