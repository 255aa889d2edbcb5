"""Everything focused or said, as lines of text: for a log, a terminal, or the page's live region."""

from __future__ import annotations

import importlib
import logging
import sys
from collections import deque
from typing import TextIO

log = logging.getLogger(__name__)
KEPT = 400


class Narrator:
    """Says each line once: the same line again, with nothing between, is not repeated."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.lines: deque[str] = deque(maxlen=KEPT)
        self.stream = stream

    def say(self, words: str) -> None:
        """Say a line, unless it was just said."""
        words = " ".join(words.split())
        if not words or (self.lines and self.lines[-1] == words):
            return
        self.lines.append(words)
        if self.stream is not None:
            print(words, file=self.stream, flush=True)
        if sys.platform == "emscripten":
            self._live_region(words)

    @staticmethod
    def _live_region(words: str) -> None:
        """Hand the line to the page, which may have an element `narration` with aria-live."""
        try:
            window = importlib.import_module("platform").window
            element = window.document.getElementById("narration")
            if element:
                element.textContent = words
        except Exception as fault:  # a page without a document element is no reason to stop
            log.debug("no live region: %s", fault)
