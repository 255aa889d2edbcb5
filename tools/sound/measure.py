"""What can be measured of a wave: loudness, peak, the step over a loop's seam. Needs numpy only.

Loudness is a simple reading of ITU-R BS.1770: K-weighting (its two filters' magnitude, applied in the spectrum),
blocks of 400 ms every 100 ms, gates at -70 LUFS and 10 LU under the mean. A loop is measured as it goes round.
"""

import numpy as np
import numpy.typing as npt

Wave = npt.NDArray[np.float64]
FLOOR_DB = -120.0


def k_weighted(x: Wave, rate: int) -> Wave:
    """The wave as loudness hears it: a shelf of +4 dB above 1.7 kHz, a high-pass at 38 Hz."""
    s = 2j * np.pi * np.fft.rfftfreq(len(x), 1 / rate)
    w = 2 * np.pi * 1681.97
    most, middle, q = 10 ** (3.99984 / 20), 10 ** (3.99984 * 0.4996667 / 20), 0.7071752
    shelf = (most * s**2 + middle * w / q * s + w**2) / (s**2 + w / q * s + w**2)
    w = 2 * np.pi * 38.1355
    cut = s**2 / (s**2 + w / 0.5003270 * s + w**2)
    return np.asarray(np.fft.irfft(np.fft.rfft(x) * np.abs(shelf * cut), len(x)), dtype=np.float64)


def _blocks(x: Wave, rate: int, loop: bool) -> Wave:
    """Mean squares of all 400 ms blocks; a one-shot shorter than that counts as one block with silence behind it."""
    size, hop = round(0.4 * rate), round(0.1 * rate)
    tail = x[:size] if loop and len(x) >= size else np.zeros(size)
    heard = np.concatenate([k_weighted(x if loop else np.concatenate([x, tail]), rate), tail if loop else tail[:0]])
    power = np.concatenate([[0.0], np.cumsum(heard**2)])
    starts = np.arange(0, max(len(x), 1), hop)
    starts = starts[starts + size < len(power)]
    squares: Wave = np.maximum((power[starts + size] - power[starts]) / size, 1e-13)
    return squares


def _lufs(power: float) -> float:
    return float(-0.691 + 10 * np.log10(power))


def integrated(x: Wave, rate: int, loop: bool = False) -> float:
    """Loudness of the whole, in LUFS, gated; for music and beds."""
    blocks = _blocks(x, rate, loop)
    loud = blocks[-0.691 + 10 * np.log10(blocks) > -70]
    if not len(loud):
        return FLOOR_DB
    return _lufs(float(loud[loud > loud.mean() / 10].mean()))


def loudest(x: Wave, rate: int) -> float:
    """Loudness of the loudest 400 ms, in LUFS; for single sounds."""
    return _lufs(float(_blocks(x, rate, False).max()))


def peak_db(x: Wave) -> float:
    """The highest sample, in dBFS."""
    return float(20 * np.log10(np.abs(x).max() + 1e-6))


def crest_db(x: Wave) -> float:
    """How far the highest sample stands over the mean: a hiss about 12, a pluck 15 to 20, a knock more."""
    return float(20 * np.log10(np.abs(x).max() / (np.sqrt((x**2).mean()) + 1e-9) + 1e-9))


def roughness(x: Wave, rate: int) -> float:
    """How much the level above 400 Hz trembles 30 to 150 times a second, which the ear calls rough.

    About 0 for what is smooth, 0.3 for noise (which is rough by chance), 0.6 and more for a motor or a rattle.
    """
    spectrum, hz = np.fft.fft(x), np.fft.fftfreq(len(x), 1 / rate)
    level = np.abs(np.fft.ifft(np.where(hz > 400, 2 * spectrum, 0)))
    shares = np.abs(np.fft.rfft(level)) / len(level) * 2
    slow = np.fft.rfftfreq(len(level), 1 / rate)
    return float(np.sqrt((shares[(slow >= 30) & (slow <= 150)] ** 2).sum() / 2) / (level.mean() + 1e-9))


def seam(x: Wave) -> tuple[float, float]:
    """The step from a loop's last sample to its first, and the 99th percentile of all other steps."""
    return float(abs(x[0] - x[-1])), float(np.percentile(np.abs(np.diff(x)), 99))


def seam_level_db(x: Wave, rate: int) -> float:
    """How much louder (or softer) the first 50 ms of a loop are than its last 50 ms."""
    n = round(0.05 * rate)
    before, after = np.sqrt((x[-n:] ** 2).mean()), np.sqrt((x[:n] ** 2).mean())
    return float(20 * np.log10((after + 1e-6) / (before + 1e-6)))
