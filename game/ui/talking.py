"""The words of a moment on screen: which line or question, which page of it, and when it goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from game.sim.intents import Choose, Intent, Next
from game.sim.world import World
from game.story import runtime
from game.story.tale import Waiting
from game.ui import dialog
from game.ui.bribe_panel import bribe_items
from game.ui.frame import Talk
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.menu import Menu
from game.ui.reading import Reading

ASKED_TICKS = 18  # a question must have stood so long before a key can answer it: nobody chooses by reading on


class Talking:
    """What is said and asked now. `ask` carries an intent out."""

    def __init__(self, ask: Callable[[Kit, Intent], None]) -> None:
        self.talk = Talk()
        self.reading = Reading()
        self._ask = ask
        self._question = ""
        self._stood = 0
        self._unsaid = ""  # the line to narrate once every cue before it was shown

    def refresh(self, kit: Kit, world: World) -> None:
        """Lay out the words of the moment anew if they changed."""
        tale = world.tale
        line = dialog.line_now(world, kit)
        if line is not None:
            if self.talk.line is None or self.talk.line.key != line.key:
                self.talk = Talk(line)
                self.reading.line(kit, line.text)
                name = kit.words.name(world.lore.book, line.who)
                self._unsaid = f"{name}: {line.words}" if name else line.words
            else:
                self.talk.line = line
        elif tale.waiting in (Waiting.CHOICE, Waiting.BRIBE):
            asks = dialog.choice_items if tale.waiting is Waiting.CHOICE else bribe_items
            items = asks(world, kit)
            asked = f"{tale.frame.node}:{tale.frame.at}:{len(tale.history)}:{tale.tries}"
            if self.talk.menu is None or asked != self._question:
                self.talk = Talk(menu=Menu(items))
                self._question, self._stood = asked, 0
                self._begin_question(kit, world)
            else:
                self.talk.menu.renew(items)
        else:
            self.talk = Talk()

    def _begin_question(self, kit: Kit, world: World) -> None:
        self.reading.question()
        question = runtime.countdown(world.lore.book, world.tale)
        if question is not None and kit.settings.timed:
            kit.narrator.say(kit.words.say("choice.seconds", n=question.ticks * kit.settings.timed // 6000))

    def say(self, kit: Kit) -> None:
        """Every cue before it was shown: narrate the line."""
        if self._unsaid:
            kit.narrator.say(self._unsaid)
            self._unsaid = ""

    # Presses and time ----------------------------------------------------------------------------------------
    def read(self, kit: Kit) -> None:
        """Turn a page at a press."""
        if Action.ACT in kit.inputs.pressed or kit.inputs.mouse.clicked:
            self._turn_page(kit)

    def choose(self, kit: Kit) -> None:
        """Take what was picked, if the question has stood long enough."""
        picked = self.talk.menu.heed(kit.inputs, kit, numbers=True) if self.talk.menu else None
        if picked and (self._stood >= ASKED_TICKS or Action.ACT not in kit.inputs.pressed):
            self._ask(kit, Choose(picked.id))

    def tick(self, kit: Kit, world: World) -> None:
        """A tick with words on screen: lines that turn by themselves, questions that do not wait."""
        self._stood += 1
        if self.talk.line is not None:
            held = dialog.pages(kit, self.talk.line)
            if self.reading.goes_on(kit, " ".join(held[min(self.talk.page, len(held) - 1)]), 1):
                self._turn_page(kit)
        question = runtime.countdown(world.lore.book, world.tale)
        if question is not None and self.reading.runs_out(kit, question, 1):
            self._ask(kit, Choose(question.default))

    def _turn_page(self, kit: Kit) -> None:
        """The next page, or on past the last one."""
        if self.talk.line is None:
            return
        self.reading.ticks = 0
        if self.talk.page < len(dialog.pages(kit, self.talk.line)) - 1:
            self.talk.page += 1
        else:
            self._ask(kit, Next())

    def shown(self, kit: Kit, world: World) -> Talk:
        """What is to be drawn."""
        self.talk.before = self.reading.before
        self.talk.left = self.reading.left(kit, runtime.countdown(world.lore.book, world.tale))
        return self.talk
