"""The committed sounds and music, decoded; each file once."""

from functools import cache
from pathlib import Path
from typing import Any

import soundfile

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@cache
def heard(kind: str, stem: str) -> Any:
    """The decoded wave of a file; at 24 kHz, as the header test makes sure."""
    return soundfile.read(ASSETS / kind / f"{stem}.ogg", dtype="float64")[0]
