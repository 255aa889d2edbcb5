"""The outline of what a watcher sees: the same walk as the test, along the steps of the circle and past every corner.

In the player's words: what is bright is where he sees you; a wall cuts the light off where it cuts his sight off.
"""

from __future__ import annotations

from functools import lru_cache

from game.sim.angles import DIRECTIONS, LONG, root, spun
from game.sim.grid import UNITS
from game.sim.sight import (
    NONE,
    OVER_COVER,
    RIM,
    RIM_HALF,
    TORCH_HALF,
    Point,
    Reach,
    Screen,
    blocked_at,
    within,
)

HALVINGS = 4
_HAIR = 2048  # a ray past a corner is turned by 1/2048 of a radian


@lru_cache(maxsize=256)
def outline(screen: Screen, reach: Reach, eye: Point, look: Point, part: int, low: bool = False) -> tuple[Point, ...]:
    """The polygon of what is seen from `eye`: CORE with its torch, the whole RIM, or NONE: the ring around him.

    A star shape starting at `eye` (the ring and what has a blind spot have no such first point), clockwise, cut by
    what stops sight. Empty where there is no such part. Remembered while he neither moves nor turns.
    """
    return tuple(_outline(screen, reach, eye, look, part, low))


@lru_cache(maxsize=1024)
def swept(screen: Screen, reach: Reach, eye: Point, look: Point, part: int, low: bool = False) -> tuple[Point, ...]:
    """The same for what turns to and fro and looks the same way again: a whole sweep of a beam is remembered."""
    return tuple(_outline(screen, reach, eye, look, part, low))


def _outline(screen: Screen, reach: Reach, eye: Point, look: Point, part: int, low: bool) -> list[Point]:
    if part == NONE:
        return _ring(screen, reach.near, eye)
    if part == RIM:
        return _fan(screen, eye, look, ((RIM_HALF, reach.rim),), low) if reach.rim else []
    if not reach.core:
        return []
    if reach.torch > reach.core:
        return _fan(screen, eye, look, ((TORCH_HALF, reach.torch), (reach.half, reach.core)), low)
    fan = _fan(screen, eye, look, ((reach.half, reach.core),), low)
    return _without_middle(fan, reach.blind) if reach.blind else fan


def _without_middle(fan: list[Point], radius: int) -> list[Point]:
    """A fan without what lies nearer than `radius`: out along the far edge, back along the near one."""
    eye, ends = fan[0], fan[1:]
    inner = []
    for x, y in ends:
        dx, dy = x - eye[0], y - eye[1]
        long = max(radius, root(dx * dx + dy * dy))
        inner.append((eye[0] + dx * radius // long, eye[1] + dy * radius // long) if long > radius else (x, y))
    return ends + inner[::-1]


def _fan(screen: Screen, eye: Point, look: Point, wedges: tuple[tuple[int, int], ...], low: bool) -> list[Point]:
    """Rays over `wedges` (half angle in steps, radius in units; from the inmost), and past every corner in them."""
    radius = max(wedges[0][1], wedges[-1][1])
    if _empty(screen.low if low else screen.solid, screen.wide, eye, radius):
        x, y = eye
        return [eye, *[(x + dx, y + dy) for dx, dy in _open_ends(look, wedges)]]
    rays = _rays(look, wedges) + _corner_rays(screen, eye, look, wedges, low)
    if low:  # nearer than two tiles only what is solid counts
        rays += _corner_rays(screen, eye, look, wedges, False, OVER_COVER)
    return [eye, *_ends(screen, eye, _clockwise(look, rays), low)]


@lru_cache(maxsize=256)
def _open_ends(look: Point, wedges: tuple[tuple[int, int], ...]) -> list[Point]:
    """Where the rays of a fan end if nothing stops them, from the eye."""
    return [_end((0, 0), ray, far) for ray, far in _clockwise(look, _rays(look, wedges))]


def _rays(look: Point, wedges: tuple[tuple[int, int], ...]) -> list[tuple[Point, int]]:
    """A ray at every step of the circle, as far as the wedge it is in; at the corner of the inner one, two."""
    inner, outer = wedges[0], wedges[-1]
    rays: list[tuple[Point, int]] = []
    for step in range(-outer[0], outer[0] + 1):
        ray = spun(*look, step)
        if abs(step) >= inner[0] or len(wedges) == 1:
            rays.append((ray, outer[1]))
        if abs(step) <= inner[0] and len(wedges) > 1:
            rays.append((ray, inner[1]))
    return rays


def _clockwise(look: Point, rays: list[tuple[Point, int]]) -> list[tuple[Point, int]]:
    """Rays in order; of two in one direction the farther is nearer to the middle."""
    sides = [_side(look, ray) for ray, _ in rays]
    order = sorted((side, at if side < 0 else -at, at) for at, side in enumerate(sides))
    return [rays[at] for _, _, at in order]


def _ends(screen: Screen, eye: Point, rays: list[tuple[Point, int]], low: bool) -> list[Point]:
    """Where rays end. Between a stopped ray and a free one, the place where a wall meets the arc is sought."""
    ends: list[Point] = []
    before: tuple[Point, int] | None = None
    free_before = False
    for ray, far in rays:
        end = _seen_end(screen, eye, ray, far, low)
        free = end == _end(eye, ray, far)
        if before is not None and free != free_before and far == before[1]:
            one, other, later = before[0], ray, list[Point]()
            for _ in range(HALVINGS):
                half = (one[0] + other[0]) // 2, (one[1] + other[1]) // 2
                between = _seen_end(screen, eye, half, far, low)
                if (between == _end(eye, half, far)) == free_before:
                    one = half
                    ends.append(between)
                else:
                    other = half
                    later.append(between)
            ends += reversed(later)
        ends.append(end)
        before, free_before = (ray, far), free
    return ends


def _ring(screen: Screen, radius: int, eye: Point) -> list[Point]:
    """The ring around him, cut by walls: four fans of 90 degrees."""
    if radius <= 0:
        return []
    return [end for step in range(0, 72, 18) for end in _fan(screen, eye, DIRECTIONS[step], ((9, radius),), False)[1:]]


@lru_cache(maxsize=64)
def ring(screen: Screen, radius: int, eye: Point) -> tuple[Point, ...]:
    """What lies open around `eye` within `radius` units: a ring cut by what is solid."""
    return tuple(_ring(screen, radius, eye))


@lru_cache(maxsize=64)
def earshot(screen: Screen, eye: Point, radius: int) -> tuple[Point, ...]:
    """From where a noise that carries `radius` units is heard at `eye`: a ring that walls cut down to its half."""
    half = radius // 2
    found = []
    for x, y in _ring(screen, radius, eye):
        dx, dy = x - eye[0], y - eye[1]
        long = root(dx * dx + dy * dy) or 1
        found.append((x, y) if long >= half else (eye[0] + dx * half // long, eye[1] + dy * half // long))
    return tuple(found)


@lru_cache(maxsize=64)
def plume(screen: Screen, eye: Point, look: Point, half: int, radius: int) -> tuple[Point, ...]:
    """A fan of `half` steps to each side of `look`, cut by what is solid, starting at `eye`."""
    return tuple(_fan(screen, eye, look, ((half, radius),), False))


def _side(look: Point, ray: Point) -> int:
    """Grows as a ray, less than 90 degrees from `look`, turns clockwise: a tangent times 2 to the 24."""
    return ((look[0] * ray[1] - look[1] * ray[0]) << 24) // (look[0] * ray[0] + look[1] * ray[1])


def _end(eye: Point, ray: Point, far: int) -> Point:
    return eye[0] + (ray[0] * far >> 12), eye[1] + (ray[1] * far >> 12)


@lru_cache(maxsize=1024)
def _seen_end(screen: Screen, eye: Point, ray: Point, far: int, low: bool) -> Point:
    """How far sight goes along a ray; cover stops it only beyond two tiles.

    Remembered, as the corners are: a beam that sweeps looks past the same corners, far off, tick after tick.
    """
    end = _end(eye, ray, far)
    if low:
        stop = blocked_at(screen.low, screen.wide, *eye, *end)
        if stop is None:
            return end
        if (stop[0] - eye[0]) ** 2 + (stop[1] - eye[1]) ** 2 >= OVER_COVER * OVER_COVER:
            return stop
        end = _end(eye, ray, min(far, OVER_COVER))
    return blocked_at(screen.solid, screen.wide, *eye, *end) or end


def _empty(cells: bytes, wide: int, eye: Point, radius: int) -> bool:
    """Whether nothing within `radius` (as a square) stops sight."""
    left, right = ((eye[0] - radius) >> 12) + 1, ((eye[0] + radius) >> 12) + 1
    top, bottom = ((eye[1] - radius) >> 12) + 1, ((eye[1] + radius) >> 12) + 1
    if left < 1 or top < 1 or right >= wide - 1 or (bottom + 1) * wide >= len(cells):
        return False
    blank = bytes(right - left + 1)
    return all(cells.startswith(blank, y * wide + left) for y in range(top, bottom + 1))


def _corner_rays(screen: Screen, eye: Point, look: Point, wedges: tuple[tuple[int, int], ...], low: bool,
                 most: int = 0) -> list[tuple[Point, int]]:
    """Rays to the corners in the fan (`most` units off, if given): one at each, and a hair to either side of those
    that stick out.
    """
    radius = min(max(far for _, far in wedges), most or UNITS << 16)
    cells = screen.low if low else screen.solid
    found: list[tuple[Point, int]] = []
    look_x, look_y = look
    for dx, dy, far2, at in _corners_near(screen, eye, radius, low):
        ahead = look_x * dx + look_y * dy
        if ahead <= 0:
            continue
        aside = abs(look_x * dy - look_y * dx)
        for half, far in wedges:
            if far2 <= far * far and within(aside, ahead, half):
                found += [(ray, far) for ray in _rays_past(dx, dy, _sticks_out(cells, at, at + screen.wide))]
                break
    return found


@lru_cache(maxsize=64)
def _corners_near(screen: Screen, eye: Point, radius: int, low: bool) -> list[tuple[int, int, int, int]]:
    """Every corner within `radius`: how far it is across, down and squared, and its index."""
    corners, wide = screen.low_corners if low else screen.corners, screen.wide
    left, right = max(0, (eye[0] - radius) >> 12), min(wide - 2, ((eye[0] + radius) >> 12) + 1)
    found: list[tuple[int, int, int, int]] = []
    for y in range(max(0, (eye[1] - radius) >> 12), min(len(corners) // wide - 1, ((eye[1] + radius) >> 12) + 2)):
        at = corners.find(1, y * wide + left, y * wide + right + 1)
        while at >= 0:
            dx, dy = (at - y * wide << 12) - eye[0], (y << 12) - eye[1]
            far2 = dx * dx + dy * dy
            if far2 <= radius * radius:
                found.append((dx, dy, far2, at))
            at = corners.find(1, at + 1, y * wide + right + 1)
    return found


@lru_cache(maxsize=256)
def _rays_past(dx: int, dy: int, sticks_out: bool) -> list[Point]:
    """The ray to a corner (dx, dy) away, and if it sticks out one on either side of it."""
    length = root(dx * dx + dy * dy) or 1
    x, y = dx * LONG // length, dy * LONG // length
    if not sticks_out:
        return [(x, y)]
    hair = LONG // _HAIR
    return [(x, y), (x - y * hair // LONG, y + x * hair // LONG), (x + y * hair // LONG, y - x * hair // LONG)]


def _sticks_out(cells: bytes, at: int, below: int) -> bool:
    """Whether at most two of the four cells around a corner block, so that sight may pass by it."""
    return (cells[at] > 0) + (cells[at + 1] > 0) + (cells[below] > 0) + (cells[below + 1] > 0) < 3
