"""The Winter Road: a narrative stealth game whose every rule runs without a screen."""

import gc
import os

# pytmx imports pygame, and pygame greets on stdout; `--json` output must stay pure JSON.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
# Nearly all that is made while a game starts is kept: looked over every 700 objects, that was a tenth of the start.
gc.set_threshold(20_000)

__version__ = "0.1.0"
