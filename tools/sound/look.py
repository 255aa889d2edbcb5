"""Pictures of sounds, for those who cannot listen: one strip a file, pitch upwards (log), time to the right."""

from pathlib import Path

import numpy as np
import soundfile
from PIL import Image, ImageDraw
from scipy import signal

WIDTH, HEIGHT, TOP_HZ, LOW_HZ, COLUMNS = 460, 150, 11_000.0, 50.0, 4


def strip(path: Path) -> Image.Image:
    """The spectrogram of one file, 70 dB deep, its wave's outline below, its name above."""
    x, rate = soundfile.read(path)
    size = 2048 if len(x) > 3 * rate else 512
    hop = max(1, (len(x) + size) // WIDTH)
    _, _, z = signal.stft(x, rate, nperseg=size, noverlap=max(0, size - hop), nfft=4096)
    level = 20 * np.log10(np.abs(z) + 1e-7)
    level = np.clip((level - level.max() + 70) / 70, 0, 1)
    rows = (np.geomspace(TOP_HZ, LOW_HZ, HEIGHT - 40) / rate * 4096).astype(int)
    columns = np.linspace(0, level.shape[1] - 1, WIDTH - 8).astype(int)
    heat = level[rows][:, columns]
    rgb = np.stack([heat**0.8, heat**1.6, 0.25 + 0.5 * heat - 0.5 * heat**3], -1)
    out = Image.new("RGB", (WIDTH, HEIGHT), (12, 12, 18))
    out.paste(Image.fromarray((255 * np.clip(rgb, 0, 1)).astype(np.uint8)), (0, 14))
    draw = ImageDraw.Draw(out)
    draw.text((2, 1), f"{path.stem}  {len(x) / rate:.2f} s", fill=(230, 230, 230))
    edges = np.linspace(0, len(x), WIDTH - 7).astype(int)
    for k in range(WIDTH - 8):
        high = np.abs(x[edges[k] : max(edges[k] + 1, edges[k + 1])]).max() * 12 / (np.abs(x).max() + 1e-9)
        draw.line([(k, HEIGHT - 13 - high), (k, HEIGHT - 13 + high)], fill=(150, 200, 190))
    return out


def sheet(paths: list[Path], target: Path) -> None:
    """All strips in one PNG."""
    rows = -(-len(paths) // COLUMNS)
    out = Image.new("RGB", (COLUMNS * WIDTH, rows * HEIGHT))
    for k, path in enumerate(paths):
        out.paste(strip(path), (k % COLUMNS * WIDTH, k // COLUMNS * HEIGHT))
    target.parent.mkdir(parents=True, exist_ok=True)
    out.save(target)
