"""A minute of play as it would be heard, measured: the real `Sounds` of the game plays on a desk without a card.

`python -m tools.sound.session` prints the numbers; `--wav FILE` keeps the mix for somebody with ears.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import soundfile

from game.sim.grid import UNITS
from tools.sound.desk import Desk
from tools.sound.measure import Wave, integrated, loudest, peak_db
from tools.sound.parts import RATE

ASSETS = Path(__file__).resolve().parents[2] / "assets"
FRAMES = 60
BLOCK = RATE // FRAMES
SECONDS = 60


@dataclass(slots=True)
class Scene:
    """So many seconds from `start` on: what is asked for once, what is kept going, how often feet are heard."""

    name: str
    start: float
    once: Callable[[object], None] = lambda sounds: None
    loops: dict[str, tuple[float, float]] = field(default_factory=dict)
    danger: int = 0
    steps: tuple[str, ...] = ()
    step_s: float = 0.5
    loud: float = 0.6


_NIGHT = {"wind": (0.35, 0.0), "water": (0.12, 60.0)}
_ORCHARD = {"wind": (0.30, 0.0), "pines": (0.30, -90.0), "fire": (0.40, 40.0)}
SCENES = (
    Scene("title", 0, lambda s: s.music("title")),
    Scene("river, calm", 6, lambda s: s.music("river"), _NIGHT, 0, ("step_snow",), 0.5, 0.5),
    Scene("river, somebody looks", 16, lambda s: s.play("suspicion", loud=0.8), {**_NIGHT, "heartbeat": (0.3, 0.0)}, 2,
          ("step_crust",), 0.8, 0.4),
    Scene("river, hunted", 22, lambda s: (s.play("alert"), s.play("whistle", -200, 60), s.play("dog_bark", 180, 90)),
          {**_NIGHT, "heartbeat_fast": (0.6, 0.0)}, 3, ("step_ice", "run_hard"), 0.28, 1.0),
    Scene("river, calm again", 30, lambda s: None, _NIGHT, 0, ("step_snow",), 0.5, 0.5),
    Scene("far bank", 38, lambda s: s.music("bank"), _ORCHARD, 0, ("step_snow",), 0.5, 0.5),
    Scene("words in the widow's room", 45, lambda s: (s.music("home"), s.play("kettle"))),
    Scene("three rooms in a second: one", 50, lambda s: s.music("road")),
    Scene("two", 50.4, lambda s: s.music("flat")),
    Scene("three rooms in a second", 50.8, lambda s: s.music("road"), _NIGHT),
    Scene("ending", 54, lambda s: s.music("ending")),
)  # fmt: skip


def render() -> Wave:
    """The minute, as (samples, 2)."""
    from game.ui import sound
    from game.ui.settings import Settings

    desk, real = Desk(), sound.pygame
    sound.pygame = SimpleNamespace(mixer=desk.mixer(), error=RuntimeError)  # type: ignore[assignment]
    try:
        sounds = sound.Sounds(ASSETS, Settings())
        sounds._luck.seed(1)
        following, next_step = list(SCENES), 0.0
        scene = following.pop(0)
        scene.once(sounds)
        for frame in range(SECONDS * FRAMES):
            now = frame / FRAMES
            if following and now >= following[0].start:
                scene = following.pop(0)
                scene.once(sounds)
                next_step = now
            sounds.danger = scene.danger
            for name, (loud, dx) in scene.loops.items():
                sounds.loop(name, loud, dx)
            if scene.steps and now >= next_step:
                next_step += scene.step_s
                for name in scene.steps:
                    sounds.play(name, 0.0, 0.0, scene.loud)
            sounds.pass_time(1 / FRAMES)
            desk.render(BLOCK)
    finally:
        sound.pygame = real
    return np.concatenate(desk.blocks)


def edge_steps(mix: Wave) -> tuple[float, float]:
    """The largest step between two blocks, where volumes change, and the largest inside a block."""
    steps = np.abs(np.diff(mix, axis=0)).max(1)
    edges = np.arange(BLOCK - 1, len(steps), BLOCK)
    inside = np.delete(steps, edges)
    return float(steps[edges].max()), float(inside.max())


def clicks(mix: Wave, factor: float = 4.0, least: float = 0.02) -> list[float]:
    """Seconds at which a step between blocks is `factor` times larger than any within 10 ms before or after it."""
    steps = np.abs(np.diff(mix, axis=0)).max(1)
    found = []
    for edge in range(BLOCK - 1, len(steps) - 240, BLOCK):
        near = np.concatenate([steps[edge - 240 : edge - 1], steps[edge + 2 : edge + 240]])
        if steps[edge] > least and steps[edge] > factor * near.max():
            found.append(edge / RATE)
    return found


def table(mix: Wave) -> list[str]:
    """Rows of docs/sound.md: every scene of the minute, then the whole."""
    starts = [scene.start for scene in SCENES] + [float(SECONDS)]
    lines = ["| scene | seconds | LUFS | peak dBFS |", "|---|---|---|---|"]
    for scene, end in zip(SCENES, starts[1:], strict=True):
        piece = mix[round(scene.start * RATE) : round(end * RATE)]
        if end - scene.start >= 1:
            span = f"{scene.start:g}-{end:g}"
            lines.append(f"| {scene.name} | {span} | {stereo_lufs(piece):.1f} | {peak_db(piece):.1f} |")
    edge, inside = edge_steps(mix)
    lines += ["", f"Whole minute: {stereo_lufs(mix):.1f} LUFS, peak {peak_db(mix):.1f} dBFS; largest step of two "
              f"samples where volumes change {edge:.3f}, elsewhere {inside:.3f}; clicks found: {len(clicks(mix))}."]
    return lines


def feet() -> list[str]:
    """Rows of docs/sound.md: how far each gait on each ground stands over the wind of a winter night, in LU."""
    from game.sim.ground import _UNDERFOOT
    from game.sim.intents import Gait
    from game.ui.cues import footfall, step_loud

    def lufs(name: str, loop: bool = False) -> float:
        path = ASSETS / "sounds" / f"{name}.ogg"
        x, rate = soundfile.read(path if path.exists() else path.with_stem(f"{name}_1"))
        return integrated(x, rate, True) if loop else loudest(x, rate)

    wind = lufs("wind", True) + 20 * np.log10(_NIGHT["wind"][0])
    lines = ["| ground | " + " | ".join(gait.name.lower() for gait in Gait) + " |", "|---|" + "---|" * len(Gait)]
    for name, tenths in dict(_UNDERFOOT.values()).items():
        row = [10 * np.log10(sum(10 ** (lufs(part) / 10) for part in footfall(name, gait)))
               + 20 * np.log10(step_loud(tenths[gait] * UNITS // 10)) - wind for gait in Gait]
        lines.append(f"| {name} | " + " | ".join(f"{over:+.0f}" for over in row) + " |")
    return lines


def stereo_lufs(mix: Wave) -> float:
    """Loudness of two channels: their powers added, as BS.1770 has it."""
    left, right = (10 ** (integrated(mix[:, side], RATE) / 10) for side in (0, 1))
    return float(10 * np.log10(left + right))


def main() -> None:
    """Render, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wav", type=Path, help="keep the mix")
    chosen = parser.parse_args()
    mix = render()
    print("\n".join([*table(mix), "", *feet()]))
    if chosen.wav:
        soundfile.write(chosen.wav, np.clip(mix, -1, 1), RATE)


if __name__ == "__main__":
    main()
