"""Whether the files of a story were changed, and a telling that goes on in the new ones."""

from __future__ import annotations

from pathlib import Path

from game.commands import WrongUse, load_content, lore_of
from game.commands._journey import Journey, JourneyFault
from game.commands._teller import Teller
from game.words.slots import Words

PATTERNS = ("pack.yaml", "story/*.yaml", "story/strings/*.yaml", "maps/*.tmx", "maps/*.tsx")


class Watch:
    """The sources below the folder `root`, or a single file, by name, size and time of change."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known = self._now()

    def changed(self) -> bool:
        """Whether a file came, went or was written since the last time this was asked."""
        now = self._now()
        known, self._known = self._known, now
        return now != known

    def _now(self) -> dict[str, tuple[int, int]]:
        found = {}
        single = [self.root] if self.root.is_file() else []
        for path in (*single, *(path for pattern in PATTERNS for path in self.root.glob(pattern))):
            try:
                stat = path.stat()
            except OSError:  # gone between the two calls
                continue
            found[str(path)] = (stat.st_mtime_ns, stat.st_size)
        return found


def reread(teller: Teller, journey: Journey, words: Words, root: str) -> bool:
    """The story was changed on the way: go on in it, or say its faults and stay in the old one."""
    try:
        left = journey.follow(lore_of(load_content(root, maps=False)))
    except (WrongUse, JourneyFault) as fault:
        why = fault.said(words) if isinstance(fault, JourneyFault) else str(fault)
        teller.say("-- " + words.say("tell.unreadable", why=why))
        teller.say("-- " + words.say("tell.old_goes_on"))
        return False
    teller.say("-- " + (words.say("tell.reread_lost", n=left) if left else words.say("tell.reread")))
    return True
