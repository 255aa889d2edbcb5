"""Footsteps: four takes for each of eight grounds, told apart with eyes closed; running and crawling, soft and hard.

A step is two strokes, the heel and the press of the sole about 90 ms later; the ground decides what the strokes
are made of. Louder grounds are louder here too: the ear learns what the guards hear.
"""

import numpy as np

from tools.sound.mastering import Sound
from tools.sound.parts import Rng, Wave, add, band, clock, fall, grains, high, low, modes, peak_one

LENGTH = 0.42


def _strokes(rng: Rng, n: int, heel_s: float, sole_s: float, gap_s: float = 0.09) -> Wave:
    """Times of n grains: two fifths in the heel's stroke, the rest in the sole's, each of that width."""
    heel = 0.02 + np.abs(rng.normal(0, heel_s, n * 2 // 5))
    sole = 0.02 + gap_s * rng.uniform(0.9, 1.15) + np.abs(rng.normal(0, sole_s, n - len(heel)))
    return np.concatenate([heel, sole])


def _weight(rng: Rng, hz: float, tau: float, second: float = 0.02) -> Wave:
    """The dull weight of a body put down."""
    t = clock(LENGTH) - second
    return peak_one(low(rng.standard_normal(len(t)), hz, 3) * np.where(t >= 0, fall(t, 0.006, tau), 0))


def _powder(rng: Rng) -> Wave:
    soft = grains(LENGTH, _strokes(rng, 260, 0.030, 0.055), rng, (600, 3000), (4, 11), 1.4)
    t = clock(LENGTH)
    # cold snow squeaks under the sole: a narrow noise gliding up a little
    squeak = band(rng.standard_normal(len(t)), 1050, 1500, 2) * np.exp(-0.5 * ((t - 0.15) / 0.045) ** 2)
    return high(low(peak_one(soft), 4200) + 0.10 * peak_one(squeak) + 0.30 * _weight(rng, 170, 0.03), 70)


def _crust(rng: Rng) -> Wave:
    """It breaks like a biscuit, then the foot sinks into powder."""
    x = 0.35 * peak_one(grains(LENGTH, _strokes(rng, 150, 0.03, 0.06, 0.12), rng, (900, 3600), (3, 9), 1.2))
    t = clock(0.06)
    for k in range(int(rng.integers(4, 7))):
        plate = modes(t, ((1150, 1, 0.006), (1890, 0.8, 0.005), (3150, 0.6, 0.003), (5200, 0.4, 0.002)), rng, 0.25)
        add(x, plate, 0.02 + 0.085 * rng.random() * (k > 0), 0.9 if k == 0 else rng.uniform(0.25, 0.6))
    sharp = grains(LENGTH, 0.02 + rng.exponential(0.03, 50), rng, (2600, 8000), (1, 3), 0.9)
    return high(x + 0.5 * peak_one(sharp) + 0.25 * _weight(rng, 200, 0.04, 0.11), 90)


def _ice(rng: Rng) -> Wave:
    t = clock(LENGTH)
    plate = ((310, 0.6, 0.017), (742, 0.5, 0.017), (1490, 0.4, 0.015), (2630, 0.3, 0.011), (4310, 0.15, 0.007))
    x = modes(t - 0.02, plate, rng, 0.12) * (t >= 0.02)
    add(x, modes(clock(0.2), plate, rng, 0.12), 0.02 + rng.uniform(0.07, 0.11), rng.uniform(0.3, 0.6))
    tap = band(rng.standard_normal(len(t)), 1800, 6500) * np.where(t >= 0.02, fall(t - 0.02, 0.001, 0.005), 0)
    scrape = band(rng.standard_normal(len(t)), 2600, 5200) * np.exp(-0.5 * ((t - 0.15) / 0.04) ** 2)
    # what runs through the sheet: a short falling chirp, the high part first
    far = np.sin(2 * np.pi * np.cumsum(rng.uniform(360, 520) + 2300 * np.exp(-np.maximum(t - 0.03, 0) * 38)) / 24_000)
    far *= np.where(t >= 0.03, fall(t - 0.03, 0.002, 0.04), 0)
    return x + 0.35 * peak_one(tap) + rng.uniform(0.03, 0.12) * peak_one(scrape) + 0.10 * far


def _gravel(rng: Rng) -> Wave:
    x = np.zeros(len(clock(LENGTH)))
    t = clock(0.03)
    for second in _strokes(rng, 52, 0.022, 0.05):
        hz = np.exp(rng.uniform(np.log(1300), np.log(5200)))
        stone = modes(t, ((hz, 1, 0.0032), (hz * 1.83, 0.6, 0.002), (hz * 2.7, 0.3, 0.0012)), rng, 0.05)
        add(x, stone, second, rng.exponential(0.45))
    rub = grains(LENGTH, _strokes(rng, 90, 0.03, 0.06), rng, (900, 3200), (3, 8), 1.2)
    return high(x + 0.35 * peak_one(rub) + 0.35 * _weight(rng, 260, 0.025), 90)


def _reeds(rng: Rng) -> Wave:
    seconds = 0.60
    t = clock(seconds)
    flutter = 0.4 + 0.6 * np.abs(peak_one(low(rng.standard_normal(len(t)), 28)))
    brush = band(rng.standard_normal(len(t)), 2400, 8200, 1) * flutter
    brush *= np.clip(t / 0.10, 0, 1) * np.exp(-np.maximum(t - 0.16, 0) / 0.13)
    x = 0.45 * peak_one(brush)
    for _ in range(int(rng.integers(3, 6))):  # dry stalks: a hollow pop each
        hz = rng.uniform(900, 1900)
        stalk = modes(clock(0.05), ((hz, 1, 0.006), (hz * 2.76, 0.5, 0.003)), rng, 0.1)
        add(x, stalk, rng.uniform(0.05, 0.32), rng.uniform(0.3, 0.8))
    x += 0.3 * peak_one(grains(seconds, 0.05 + 0.35 * rng.random(70), rng, (3000, 9000), (1, 4), 0.8))
    return high(x, 300)


def _earth(rng: Rng) -> Wave:
    t = clock(LENGTH)
    dull = modes(t - 0.02, ((88, 1, 0.035), (143, 0.6, 0.025), (236, 0.25, 0.014)), rng, 0.08) * (t >= 0.02)
    add(dull, modes(clock(0.2), ((104, 1, 0.03), (171, 0.5, 0.02)), rng, 0.08), 0.105, 0.5)
    scuff = grains(LENGTH, _strokes(rng, 90, 0.02, 0.045), rng, (320, 1300), (4, 10), 1.5)
    return low(dull + 0.55 * peak_one(scuff) + 0.4 * _weight(rng, 420, 0.016), 2200)


def _wood(rng: Rng) -> Wave:
    t = clock(LENGTH)
    plank = ((98, 1, 0.040), (176, 0.8, 0.034), (287, 0.55, 0.026), (455, 0.35, 0.019), (790, 0.2, 0.010))
    x = modes(t - 0.02, plank, rng, 0.05) * (t >= 0.02)
    add(x, modes(clock(0.25), plank, rng, 0.06), 0.02 + rng.uniform(0.085, 0.115), 0.55)
    tap = band(rng.standard_normal(len(t)), 400, 2200) * np.where(t >= 0.02, fall(t - 0.02, 0.001, 0.012), 0)
    x += 0.4 * peak_one(tap)
    if rng.random() < 0.6:  # a board that complains: stick and slip, a train of tiny knocks
        rate = rng.uniform(70, 110) * (1 + 0.3 * np.sin(2 * np.pi * 2.5 * t))
        slips = np.diff(np.floor(np.cumsum(rate) / 24_000), prepend=0)
        creak = band(slips, 500, 1500, 1) * np.exp(-0.5 * ((t - 0.2) / 0.06) ** 2)
        x += 0.22 * peak_one(creak)
    return low(x, 4200)


def _concrete(rng: Rng) -> Wave:
    t = clock(LENGTH)
    heel = band(rng.standard_normal(len(t)), 900, 3800) * np.where(t >= 0.02, fall(t - 0.02, 0.0008, 0.007), 0)
    second = 0.02 + rng.uniform(0.08, 0.10)
    sole = band(rng.standard_normal(len(t)), 500, 2600) * np.where(t >= second, fall(t - second, 0.002, 0.018), 0)
    knock = modes(t - 0.02, ((205, 0.6, 0.018), (620, 0.4, 0.009), (1480, 0.3, 0.005)), rng, 0.06) * (t >= 0.02)
    x = peak_one(heel) + 0.35 * peak_one(sole) + 0.7 * knock
    for delay, gain in ((0.023, 0.20), (0.041, 0.15), (0.067, 0.10), (0.101, 0.06)):  # bare walls near by
        add(x, low(x, 2600).copy(), delay, gain)
    return high(x, 100)


def _crawl_soft(rng: Rng) -> Wave:
    """A body pulled through snow or straw: an elbow set down, cloth and powder pushed aside."""
    seconds = 0.75
    t = clock(seconds)
    pull = np.sin(np.pi * np.clip((t - 0.08) / 0.55, 0, 1)) ** 1.5
    x = 0.5 * peak_one(band(rng.standard_normal(len(t)), 350, 2100, 1) * pull)
    x += 0.5 * peak_one(grains(seconds, 0.1 + 0.45 * rng.random(150), rng, (600, 2600), (5, 14), 1.4) * pull)
    add(x, low(rng.standard_normal(len(t)), 160, 3) * fall(t, 0.01, 0.05), 0.03, 2.0)
    return high(x, 90)


def _crawl_hard(rng: Rng) -> Wave:
    """The same over boards, ice or stone: knees are heard, buttons scrape."""
    seconds = 0.7
    t = clock(seconds)
    pull = np.sin(np.pi * np.clip((t - 0.1) / 0.5, 0, 1)) ** 1.5
    x = 0.6 * peak_one(band(rng.standard_normal(len(t)), 600, 3400, 1) * pull)
    for second, gain in ((0.02, 0.7), (0.34 + 0.06 * rng.random(), 0.5)):
        add(x, modes(clock(0.2), ((118, 1, 0.03), (240, 0.5, 0.02), (610, 0.2, 0.01)), rng, 0.08), second, gain)
    scrape = grains(seconds, 0.15 + 0.3 * rng.random(14), rng, (2200, 5600), (2, 7), 0.8)
    return high(x + 0.25 * peak_one(scrape) * pull, 80)


def _run_soft(rng: Rng) -> Wave:
    """What running adds to a step in snow or reeds: the whole weight at once, a coat, what flies up behind."""
    seconds = 0.4
    t = clock(seconds)
    x = 0.9 * peak_one(low(rng.standard_normal(len(t)), 230, 3) * fall(t, 0.005, 0.045))
    x += 0.25 * peak_one(band(rng.standard_normal(len(t)), 500, 2200, 1) * np.exp(-0.5 * ((t - 0.12) / 0.04) ** 2))
    return high(x + 0.4 * peak_one(grains(seconds, 0.06 + rng.exponential(0.06, 60), rng, (900, 4200), (2, 7))), 60)


def _run_hard(rng: Rng) -> Wave:
    """The same on what does not give: a heel that strikes, and slides a hand's breadth."""
    t = clock(0.34)
    x = modes(t, ((96, 1, 0.03), (188, 0.8, 0.02), (420, 0.5, 0.012), (1300, 0.25, 0.005)), rng, 0.06)
    x += 0.3 * peak_one(band(rng.standard_normal(len(t)), 1400, 4600, 1) * np.exp(-0.5 * ((t - 0.07) / 0.025) ** 2))
    return x + 0.2 * peak_one(band(rng.standard_normal(len(t)), 500, 2000, 1) * np.exp(-0.5 * ((t - 0.16) / 0.05) ** 2))


SOUNDS: tuple[Sound, ...] = (
    Sound("step_snow", _powder, -30, 4),
    Sound("step_crust", _crust, -27, 4),
    Sound("step_ice", _ice, -27, 4),
    Sound("step_gravel", _gravel, -26, 4),
    Sound("step_reeds", _reeds, -28, 4),
    Sound("step_earth", _earth, -30, 4),
    Sound("step_wood", _wood, -27, 4),
    Sound("step_concrete", _concrete, -28, 4),
    Sound("run_soft", _run_soft, -29, 2),
    Sound("run_hard", _run_hard, -28, 2),
    Sound("crawl_soft", _crawl_soft, -32, 3),
    Sound("crawl_hard", _crawl_hard, -31, 3),
)
