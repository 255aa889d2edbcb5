"""The Winter Road: a narrative stealth game whose every rule runs without a screen."""

import os

# pytmx imports pygame, and pygame greets on stdout; `--json` output must stay pure JSON.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

__version__ = "0.1.0"
