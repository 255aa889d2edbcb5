"""The small parts all sounds are built of: noise, filters, envelopes, struck bodies, grains, rooms.

A wave is a one-dimensional float array at RATE samples a second, about -1 to 1 before mastering. A *loop* is a wave
whose last sample is followed by its first: everything that makes loops here is periodic by construction.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import signal

RATE = 24_000
Wave = npt.NDArray[np.float64]
Rng = np.random.Generator
TOP_HZ = RATE * 0.48


def count(seconds: float) -> int:
    """Samples in so many seconds."""
    return round(seconds * RATE)


def clock(seconds: float) -> Wave:
    """The time of each sample, in seconds."""
    return np.arange(count(seconds)) / RATE


def low(x: Wave, hz: float, order: int = 2) -> Wave:
    """What lies below `hz`."""
    return _filtered(x, min(hz, TOP_HZ), "low", order)


def high(x: Wave, hz: float, order: int = 2) -> Wave:
    """What lies above `hz`."""
    return _filtered(x, hz, "high", order)


def band(x: Wave, low_hz: float, high_hz: float, order: int = 2) -> Wave:
    """What lies between two frequencies."""
    return _filtered(x, [low_hz, min(high_hz, TOP_HZ)], "band", order)


def _filtered(x: Wave, hz: float | list[float], kind: str, order: int) -> Wave:
    sections = signal.butter(order, hz, kind, fs=RATE, output="sos")
    return np.asarray(signal.sosfilt(sections, x), dtype=np.float64)


def peak_one(x: Wave) -> Wave:
    """The same wave, its highest peak at 1."""
    out: Wave = x / (np.abs(x).max() + 1e-12)
    return out


def fall(t: Wave, attack_s: float, tau_s: float) -> Wave:
    """A stroke's envelope: straight up in `attack_s`, then falling by e every `tau_s`."""
    return np.minimum(np.maximum(t, 0) / max(attack_s, 1e-4), 1) * np.exp(-np.maximum(t - attack_s, 0) / tau_s)


def sweep(hz: Wave) -> Wave:
    """A sine whose frequency follows `hz`, sample by sample."""
    return np.sin(2 * np.pi * np.cumsum(hz) / RATE)


def modes(t: Wave, partials: Sequence[tuple[float, float, float]], rng: Rng, spread: float = 0.03) -> Wave:
    """A struck body: partials of (hertz, weight, tau in seconds), each a little off by `spread`."""
    x = np.zeros(len(t))
    for hz, weight, tau in partials:
        hz *= rng.uniform(1 - spread, 1 + spread)
        x += weight * rng.uniform(0.8, 1.2) * np.sin(2 * np.pi * hz * t) * np.exp(-np.maximum(t, 0) / tau)
    return x * np.clip(t / 0.0008, 0, 1)


def add(buffer: Wave, x: Wave, second: float, gain: float = 1.0) -> None:
    """Add `x` at a time into a one-shot; what runs over the end is lost."""
    start = count(second)
    n = min(len(x), len(buffer) - start)
    if n > 0:
        buffer[start : start + n] += gain * x[:n]


def add_round(buffer: Wave, x: Wave, second: float, gain: float = 1.0) -> None:
    """Add `x` at a time into a loop: what runs over the end comes in again at the start."""
    np.add.at(buffer, (count(second) + np.arange(len(x))) % len(buffer), gain * x)


def grains(
    seconds: float, times: Wave, rng: Rng, hz: tuple[float, float], length_ms: tuple[float, float], width: float = 1.0
) -> Wave:
    """Many tiny bursts, each of its own pitch: crushed snow, rubbed paper, pebbles.

    `times` are the seconds they begin, `hz` the range of their middle frequencies, `width` their band in octaves.
    """
    out = np.zeros(count(seconds))
    for second in times:
        n = count(rng.uniform(*length_ms) / 1000)
        middle = np.exp(rng.uniform(*np.log(hz)))
        edge = 2 ** (width / 2)
        burst = band(rng.standard_normal(n + 48), middle / edge, middle * edge, 1)[48:] * np.hanning(n)
        add(out, burst, max(second, 0.0), rng.exponential(0.6))
    return out


def band_loop(n: int, low_hz: float, high_hz: float, rng: Rng) -> Wave:
    """A loop of noise around a band, shaped in the spectrum, so it has no seam; peak 1."""
    hz = np.maximum(np.fft.rfftfreq(n, 1 / RATE), 1)
    octaves = np.log2(hz / np.sqrt(low_hz * high_hz)) / (np.log2(high_hz / low_hz) / 2)
    spectrum = np.fft.rfft(rng.standard_normal(n)) * np.exp(-0.5 * octaves**2)
    return peak_one(np.fft.irfft(spectrum, n))


def slow_loop(n: int, least: float, most: float, turns: int, rng: Rng) -> Wave:
    """A slow chance curve that closes on itself, from `least` to `most`, of up to `turns` waves a loop."""
    t = np.arange(n) / n
    x = sum((np.cos(2 * np.pi * (k * t + rng.random())) / k**0.6 for k in range(1, turns + 1)), np.zeros(n))
    curve: Wave = least + (most - least) * (x - x.min()) / (x.max() - x.min())
    return curve


def whole(hz: float, n: int) -> float:
    """The nearest frequency that fits a loop of n samples in whole cycles."""
    return round(hz * n / RATE) * RATE / n


def room(
    x: Wave, seconds: float, wet: float, rng: Rng, tone: tuple[float, float] = (180, 4200), loop: bool = False
) -> Wave:
    """The wave in a room: decaying noise as the echo, `tone` its band in hertz; circular for a loop."""
    n = count(seconds)
    echo = rng.standard_normal(n) * np.exp(-6.2 * np.arange(n) / n)
    echo[: count(0.018)] *= 0.1
    echo = band(echo, *tone, 1)
    echo /= np.sqrt((echo**2).sum())
    if not loop:
        tailed: Wave = np.concatenate([x, np.zeros(n - 1)]) + wet * signal.fftconvolve(x, echo)
        return tailed
    turned = np.zeros(len(x))
    add_round(turned, echo, 0.0)
    wrapped: Wave = x + wet * np.fft.irfft(np.fft.rfft(x) * np.fft.rfft(turned), len(x))
    return wrapped
