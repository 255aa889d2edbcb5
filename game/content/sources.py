"""Where the content lies, and how it is loaded."""

from __future__ import annotations

from pathlib import Path


def data_root() -> Path:
    """The folder that holds story/, maps/ and assets/: the checkout's root, or game/_data of an installed wheel."""
    here = Path(__file__).resolve().parent.parent
    packed = here / "_data"
    return packed if packed.is_dir() else here.parent
