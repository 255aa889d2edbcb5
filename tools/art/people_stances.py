"""What each action does with a body: stances that `people_pose.settle` turns into joints."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.people_pose import ACTIONS, SIDES, Build, Point, Pose, Stance, point, settle


def upright(build: Build, drop: float, lean: float, sway: float) -> tuple[Point, Point, Point, Point]:
    """Hip, chest, neck and head on foot; `lean` px of chest ahead of hip, `drop` px lower than standing."""
    lean += build.stoop
    hip = point(-0.25 * build.stoop, sway, 15.6 - drop)
    chest = hip + point(lean, -sway * 0.5, 9.4 - 0.10 * abs(lean))
    neck = chest + point(0.4 + 0.28 * lean, -sway * 0.3, 2.7 - 0.05 * abs(lean))
    head = neck + point(0.9 + 0.10 * lean, 0, 3.9)
    return hip, chest, neck, head


def held(build: Build, chest: Point, free: tuple[Point, Point], pump: float) -> tuple[Point, Point]:
    """The hands of `free`, changed by what the person holds; `pump` -1..1 is the walking swing."""
    left, right = free
    match build.hold:
        case "torch":
            right = chest + point(6.4 - 0.55 * chest[0], 2.4 + 0.3 * pump, -4.2)
        case "torch_left":
            left = chest + point(6.4 - 0.55 * chest[0], -2.6 + 0.3 * pump, -4.2)
            right = chest + point(2.6, 2.6, -0.6)
        case "knot":
            left = chest + point(4.3, -1.5, -3.4)
        case "cane":
            right = chest + point(5.6 + 0.8 * pump, 3.4, -6.6)
            left = chest + point(-2.6, -1.6, -7.4)
        case "rifle":
            right, left = chest + point(3.4, 2.2, -6.4), chest + point(4.4, -2.4, -2.2)
        case "clasp":
            right, left = chest + point(4.2, 0.9, -4.9), chest + point(4.2, -0.9, -4.6)
        case "load":
            right, left = chest + point(4.8, 2.0, -5.6), chest + point(4.8, -2.0, -5.6)
        case "strap":
            right = chest + point(3.7, 2.3, -2.8)
        case "case":
            left = chest + point(0.4, -5.0, -9.2)
        case "leash":
            right = chest + point(6.2 + 0.5 * pump, 2.6, -6.0)
        case "bag":
            left = chest + point(4.4, -3.6, -4.6)
        case "board":
            left = chest + point(4.4, -1.6, -5.4)
        case "behind":
            left, right = chest + point(-3.8, -1.6, -8.2), chest + point(-4.2, 1.2, -7.6)
        case "pockets":
            left, right = chest + point(2.2, -3.4, -8.0), chest + point(2.2, 3.4, -8.0)
        case _:
            pass
    return left, right


def standing(build: Build, frame: int) -> Stance:
    """Two frames of breath: the second one pixel lower at chest and head."""
    breath = 1.2 * frame
    hip, chest, neck, head = upright(build, 0.0, 0.2, 0.0)
    for part in (chest, neck, head):
        part[2] -= breath / build.height
    reach = build.shoulders + 1.9
    free = (chest + point(0.4, -reach, -9.3), chest + point(0.7, reach, -9.3))
    feet = (point(-0.6, -build.hips - 0.2, 1.3), point(0.7, build.hips + 0.2, 1.3))
    return Stance(hip, chest, neck, head, feet, held(build, chest, free, 0.0), swing=0.25 * frame)


def stepping(build: Build, t: float, running: bool) -> Stance:
    """One moment of a walk or run; `t` 0..1 of a full cycle, 0 where the right heel lands."""
    turn = 2 * np.pi * t
    amp = build.stride * (1.32 if running else 1.0)
    lift = 7.2 if running else 2.8
    pass_up = np.sin(turn) ** 2
    drop = (1.6 - 2.3 * pass_up) if running else 1.25 * (1 - pass_up)
    sway = (0.4 if running else 0.75) * np.sin(turn)
    hip, chest, neck, head = upright(build, float(drop), 4.4 if running else 1.0, float(sway))
    feet, pitch = [], []
    for side in SIDES:
        p = t if side > 0 else t + 0.5
        swinging = max(0.0, -np.sin(2 * np.pi * p))
        forward = amp * np.cos(2 * np.pi * p) - (1.6 if running else 0.0) * swinging
        up = 1.3 + lift * swinging ** (0.8 if running else 1.0)
        if running:
            forward -= 0.8
            up += 1.4 * max(0.0, -np.cos(2 * np.pi * p))
        feet.append(point(float(forward), side * (build.hips + 0.1 - (0.5 if running else 0.0)), float(up)))
        pitch.append(float(1.0 * np.cos(2 * np.pi * p) if swinging < 0.1 else -1.3 * swinging))
    pump = float(np.cos(turn))
    reach = build.shoulders + (0.6 if running else 1.7)
    hands = []
    for side in SIDES:
        ahead = -side * pump
        if running:
            hands.append(chest + point(2.2 + 4.0 * ahead, side * (reach - 0.9), -5.4 + 2.6 * max(0.0, ahead)))
        else:
            hands.append(chest + point(0.6 + 4.3 * ahead, side * reach, -9.0 + 1.2 * abs(ahead)))
    free = held(build, chest, (hands[0], hands[1]), pump)
    return Stance(
        hip, chest, neck, head, (feet[0], feet[1]), free, (pitch[0], pitch[1]),
        twist=-1.5 * pump, swing=float(np.sin(2 * turn)), speed=2.0 if running else 1.0,
    )  # fmt: skip


def crouching(build: Build, t: float | None) -> Stance:
    """Squatting still (`t` None) or going bent and low."""
    if t is None:
        hip, chest = point(-2.6, 0, 6.0), point(2.6, 0, 12.6)
        neck, head = point(4.3, 0, 14.6), point(5.7, 0, 17.9)
        down = (point(-1.4, -build.hips - 0.5, 1.3), point(0.9, build.hips + 0.5, 1.3))
        clasped = (point(6.4, -1.6, 7.6), point(6.6, 1.4, 7.2))
        return Stance(hip, chest, neck, head, down, clasped, knees_out=0.5)
    turn = 2 * np.pi * t
    drop = 1.2 * np.cos(turn) ** 2
    sway = 0.8 * np.sin(turn)
    hip = point(-1.6, float(sway), 10.3 - float(drop))
    chest = hip + point(5.4, -0.5 * float(sway), 7.2)
    neck, head = chest + point(2.2, 0, 1.7), chest + point(3.9, 0, 4.9)
    feet, hands = [], []
    for side in SIDES:
        p = t if side > 0 else t + 0.5
        swinging = max(0.0, -np.sin(2 * np.pi * p))
        forward = 4.2 * np.cos(2 * np.pi * p)
        feet.append(point(float(forward), side * (build.hips + 0.5), 1.3 + 3.0 * float(swinging)))
        hands.append(chest + point(2.6 - side * 2.2 * float(np.cos(turn)), side * 3.2, -6.4))
    return Stance(
        hip, chest, neck, head, (feet[0], feet[1]), (hands[0], hands[1]),
        knees_out=0.25, swing=float(np.sin(2 * turn)), speed=0.5,
    )  # fmt: skip


def crawling(build: Build, t: float) -> Stance:
    """Flat on the belly; the right arm and the left knee go forward together, then that arm draws the body after it.

    The leg left behind lies straight, its sole up. The chest rolls onto the arm that bears it, the hips away from it;
    at every second frame the weight has come forward, between them it has sunk back.
    """
    turn, long = 2 * np.pi * (t + 0.125), build.lying
    go, heave = 1.3 * float(np.cos(turn)), float(np.sin(2 * turn))
    hip = point(-3.0 * long - 0.5 * heave, -0.9 * go, 3.0 - 0.3 * heave)
    chest = point(4.2 * long + 0.8 * heave, 0.7 * go, 3.5 + 0.6 * heave)
    neck, head = chest + point(2.4, 0.2 * go, 0.8), chest + point(4.4, 0.8 * go, 2.2 + 0.5 * heave)
    feet, hands = [], []
    for side in SIDES:
        ahead = -side * go  # 1: this side's knee is drawn up, its arm left behind
        drawn = 0.5 + 0.5 * ahead
        feet.append(point((-11.9 + 4.4 * drawn) * long, side * (1.9 + 2.2 * drawn), 1.4))
        hands.append(chest + point(4.4 - 3.4 * ahead, side * (3.7 + 0.9 * drawn), -2.2))
    # A body lying toward the viewer would leave the frame: all of it is drawn a little higher, and farther on.
    for spot in (hip, chest, neck, head, *feet, *hands):
        spot += point(6.0 * (long - 1.0), 0, 2.3 / build.height)
    return Stance(
        hip, chest, neck, head, (feet[0], feet[1]), (hands[0], hands[1]), prone=True, twist=1.8 * go,
        swing=go, thigh=4.7 * long, elbow=point(-0.5, 1.0, 0.2), speed=0.3,
    )  # fmt: skip


def reaching(build: Build) -> Stance:
    """A hand put out to a thing or a person, the weight on the front foot."""
    hip, chest, neck, head = upright(build, 0.8, 2.0, 0.0)
    feet = (point(-2.4, -build.hips - 0.2, 1.3), point(2.4, build.hips + 0.2, 1.3))
    hands = (chest + point(0.8, -build.shoulders - 0.6, -8.6), chest + point(8.8, 1.0, -2.4))
    if build.hold == "knot":
        hands = (held(build, chest, hands, 0.0)[0], hands[1])
    return Stance(hip, chest, neck, head, feet, hands, twist=1.4)


def warming(build: Build, frame: int) -> Stance:
    """At a fire: a little bent, both palms put out to it, one turned over the other now and then."""
    hip, chest, neck, head = upright(build, 0.9, 1.7, 0.0)
    feet = (point(-0.8, -build.hips - 0.3, 1.3), point(0.9, build.hips + 0.3, 1.3))
    turn = 1.1 * frame
    hands = (chest + point(6.6 - turn, -1.5, -5.0 + turn), chest + point(5.8 + turn, 1.5, -4.2 - turn))
    left, right = held(build, chest, hands, 0.0)
    if build.hold not in ("torch", "torch_left", "case"):
        left, right = hands
    return Stance(hip, chest, neck, head, feet, (left, right), swing=0.25 * frame)


def halting(build: Build) -> Stance:
    """Feet apart, a flat hand held up: stop. The other hand keeps its torch or rifle."""
    hip, chest, neck, head = upright(build, 0.5, -0.3, 0.0)
    feet = (point(-1.2, -build.hips - 0.9, 1.3), point(1.4, build.hips + 0.9, 1.3))
    free = (chest + point(0.4, -build.shoulders - 1.9, -9.0), chest + point(0.7, build.shoulders + 1.9, -9.0))
    left, right = held(build, chest, free, 0.0)
    if build.hold in ("torch", "rifle", "leash"):
        left = chest + point(2.6, -7.4, 7.0)
    else:
        right = chest + point(2.6, 7.4, 7.0)
    return Stance(hip, chest, neck, head, feet, (left, right), elbow=point(0.2, 1.0, -0.8))


def washing(build: Build, frame: int = 0) -> Stance:
    """On her knees at the water, both hands down in it; in the other ``frame`` she has drawn the cloth back."""
    hip, chest = point(-3.0, 0, 5.4), point(2.4, 0, 11.4)
    neck, head = point(4.2, 0, 13.2), point(5.8, 0, 16.2)
    feet = (point(-5.2, -build.hips - 0.4, 1.2), point(-5.2, build.hips + 0.4, 1.2))
    back = 2.6 * frame
    for part in (chest, neck, head):
        part[0] -= 0.5 * back
        part[2] += 0.4 * back
    hands = (point(8.2 - back, -1.9, 2.4 + 0.5 * back), point(9.0 - back, 1.7, 2.0 + 0.5 * back))
    return Stance(hip, chest, neck, head, feet, hands, knees_out=0.15)


def sitting(build: Build, frame: int = 0) -> Stance:
    """On a mat, legs crossed, hands in the lap; in the other ``frame`` she has breathed out."""
    low = 0.9 * frame / build.height
    hip, chest = point(-2.4, 0, 3.4), point(-1.2, 0, 12.2 - low)
    neck, head = point(-0.6, 0, 14.8 - low), point(0.5, 0, 18.6 - low)
    feet = (point(3.6, 1.2, 1.3), point(2.8, -1.4, 1.3))
    hands = (point(3.0, -1.4, 6.4), point(3.2, 1.2, 6.2))
    return Stance(hip, chest, neck, head, feet, hands, knees_out=2.6)


def with_papers(build: Build, frame: int) -> Stance:
    """A paper in the right hand. Who has a knot to hold shows hers, the other hand under the arm, as one gives.

    Others read: head bent over it; in the other ``frame`` they look up, to compare. A torch stays where it is held.
    """
    hip, chest, neck, head = upright(build, 0.3, 1.1 if build.hold == "knot" else 0.3, 0.0)
    feet = (point(-0.8, -build.hips - 0.3, 1.3), point(0.9, build.hips + 0.3, 1.3))
    if build.hold == "knot":
        for part in (chest, neck, head):
            part[2] -= 0.9 * frame
        hands = (chest + point(4.6, 1.0, -4.2), chest + point(7.2, 5.6, -0.8))
        return Stance(hip, chest, neck, head, feet, hands, twist=1.6, elbow=point(-0.4, 1.0, -0.6))
    read = 1.0 - frame
    head += point(0.7 * read, 0.5 * read, -0.9 * read)
    hands = (chest + point(5.0, -0.4, -3.2), chest + point(5.2, 2.4, -2.0 - 1.2 * frame))
    if build.hold in ("torch", "torch_left"):
        hands = (chest + point(4.2, -3.0, -2.6), hands[1])
    return Stance(hip, chest, neck, head, feet, hands, elbow=point(-0.3, 1.0, -0.8))


def listening(build: Build) -> Stance:
    """A telephone at the ear, the other arm held to the body."""
    hip, chest, neck, head = upright(build, 0.2, 0.4, 0.0)
    feet = (point(-0.6, -build.hips - 0.2, 1.3), point(0.9, build.hips + 0.2, 1.3))
    hands = (chest + point(3.4, -0.8, -5.6), head + point(1.2, 3.2, -1.6))
    return Stance(hip, chest, neck, head, feet, hands, elbow=point(0.2, 1.0, -0.6))


def sunk(build: Build) -> Stance:
    """In water to the waist or fallen: the body upright from the ground line, both arms spread on it."""
    hip, chest = point(-1.2, 0, -2.4), point(1.6, 0, 6.0)
    neck, head = point(3.0, 0, 8.3), point(4.4, 0, 11.9)
    feet = (point(-2.0, -2.4, -12.0), point(-2.0, 2.4, -12.0))
    hands = (point(6.6, -5.4, 0.9), point(8.4, 4.4, 0.9))
    return Stance(hip, chest, neck, head, feet, hands, afloat=True, elbow=point(-0.5, 1.0, 0.5))


GESTURES: dict[str, Callable[[Build], Stance]] = {
    "wash": washing, "phone": listening, "torch": halting, "torch_left": halting, "rifle": halting, "palm": halting,
}  # fmt: skip
"""What ``act`` is for whoever holds this. Everybody else puts a hand out."""


def pose(build: Build, action: str, frame: int) -> Pose:
    """The joints of `frame` (0 up to `ACTIONS[action]`) of an action."""
    t = frame / ACTIONS[action]
    match action:
        case "idle":
            stance = washing(build, frame) if build.hold == "kneel" else standing(build, frame)
        case "walk" | "run":
            stance = stepping(build, t, action == "run")
        case "crouch":
            stance = crouching(build, None)
        case "sneak":
            stance = crouching(build, t)
        case "crawl":
            stance = crawling(build, t)
        case "act":
            stance = GESTURES.get(build.hold, reaching)(build)
        case "warm":
            stance = warming(build, frame)
        case "sit":
            stance = sitting(build, frame)
        case "papers":
            stance = with_papers(build, frame)
        case "down":
            stance = sunk(build)
        case _:
            raise ValueError(f"no such action: {action}")
    return settle(build, stance)
