"""What goes on as long as a call does: the open line, and the jammer over it. Both are loops."""

import numpy as np

from tools.sound.mastering import Sound
from tools.sound.nature import calmest_start
from tools.sound.parts import RATE, Rng, Wave, band_loop, count, slow_loop, whole

SECONDS = 4.0


def _line(rng: Rng) -> Wave:
    """Hum of the exchange, a breath of hiss, and far off the crackle of a wire in the frost."""
    n = count(SECONDS)
    t = np.arange(n) / RATE
    hum = sum((np.sin(2 * np.pi * whole(100 * k, n) * t + k) / k**1.5 for k in (1, 2, 3, 4, 6)), np.zeros(n))
    hiss = band_loop(n, 500, 2600, rng) * slow_loop(n, 0.5, 1.0, 7, rng)
    crackle = band_loop(n, 900, 3000, rng) * slow_loop(n, 0, 1, 60, rng) ** 9
    return calmest_start(0.30 * hum + 0.35 * hiss + 0.9 * crackle)


def _static(rng: Rng) -> Wave:
    """A jammer: two carriers a little apart that sweep through each other, a rasp nine times a second, and noise."""
    n = count(SECONDS)
    t = np.arange(n) / RATE
    sweeps = np.zeros(n)
    for hz, depth, turns in ((1150, 260.0, 5), (1420, 340.0, 7)):
        # A whole number of sweeps a loop: the phase comes back to where it was.
        phase = 2 * np.pi * whole(hz, n) * t - depth / (turns / SECONDS) * np.cos(2 * np.pi * turns * t / SECONDS)
        sweeps += np.sin(phase)
    rasp = band_loop(n, 350, 1900, rng) * (0.35 + 0.65 * (np.sin(2 * np.pi * 9 * t) > 0.2))
    noise = band_loop(n, 450, 3100, rng) * slow_loop(n, 0.6, 1.0, 9, rng)
    return calmest_start(np.tanh(1.2 * (0.16 * sweeps + 0.75 * rasp + 0.8 * noise)))


SOUNDS = (
    Sound("line", _line, -36, loop=True),
    Sound("static", _static, -30, loop=True),
)
