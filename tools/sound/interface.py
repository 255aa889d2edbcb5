"""The interface: small plucked tones of the music's own scale, and the two warnings of the stealth."""

import numpy as np

from tools.sound.mastering import Sound
from tools.sound.parts import Rng, Wave, add, clock, count, room
from tools.sound.plucked import block, drum, pluck

G, B_FLAT, C, D, F = 392.0, 466.16, 523.25, 587.33, 349.23


def _move(rng: Rng) -> Wave:
    return block(rng, 660, 0.09)


def _confirm(rng: Rng) -> Wave:
    x = np.zeros(count(1.0))
    add(x, pluck(G, rng, 0.7, 1.2, 0.4), 0.0, 0.8)
    add(x, pluck(D, rng, 0.8, 1.4, 0.4), 0.085)
    return x


def _back(rng: Rng) -> Wave:
    x = np.zeros(count(0.8))
    add(x, pluck(C, rng, 0.5, 0.8, 0.25), 0.0, 0.7)
    add(x, pluck(F, rng, 0.6, 1.0, 0.25), 0.085)
    return x


def _suspicion(rng: Rng) -> Wave:
    """Two strings a semitone apart, the second pushed up: somebody turns the head."""
    x = np.zeros(count(1.4))
    add(x, pluck(D, rng, 1.2, 2.0, 0.5), 0.0, 0.8)
    add(x, pluck(D * 2 ** (1 / 12), rng, 1.2, 2.0, 0.55, glide=((0.10, 0.0), (0.38, 0.6))), 0.09)
    return room(x, 1.0, 0.25, rng, (300, 4500))


def _alert(rng: Rng) -> Wave:
    """A drum stroke and the lowest string torn: seen."""
    x = np.zeros(count(1.4))
    add(x, drum(rng, 82, 0.9, 0.7), 0.0, 1.0)
    add(x, drum(rng, 118, 0.5, 0.5), 0.13, 0.55)
    for hz, gain in ((98.0, 0.5), (196.0, 0.4), (207.65, 0.35)):
        add(x, pluck(hz, rng, 1.3, 2.0, 0.9, glide=((0.0, 1.2), (0.12, 0.0))), 0.005, gain)
    t = clock(0.25)
    add(x, np.sin(2 * np.pi * 1244.5 * t) * np.exp(-t / 0.05), 0.0, 0.18)
    return room(x, 1.0, 0.22, rng, (90, 4000))


SOUNDS = (
    Sound("ui_move", _move, -34),
    Sound("ui_confirm", _confirm, -28),
    Sound("ui_back", _back, -29),
    Sound("suspicion", _suspicion, -24),
    Sound("alert", _alert, -20),
)
