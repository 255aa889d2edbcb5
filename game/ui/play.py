"""The journey on screen: presses become intents, ticks pass, words wait to be read."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.content.saves import Loaded
from game.sim.body import breath_shows
from game.sim.events import Event
from game.sim.intents import Gait, Intent, Move, Rewind, Skip
from game.sim.room import RoomKind
from game.sim.step import step
from game.sim.world import World
from game.story.moments import Returned, Visited
from game.story.tale import Waiting
from game.ui import cues, faces, frame, laps, over, pointer, reloading, saving, surround, thumbs
from game.ui.bag import BagPage
from game.ui.eyes import Eyes
from game.ui.frame import Talk
from game.ui.hands import Hands
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import TICKS
from game.ui.note_words import labels
from game.ui.talking import Talking
from game.ui.text import Box
from game.ui.turn import Only, Push, Turn
from game.words import describe

MOST_TICKS = 5        # a frame never carries out more, however late it is
NOTE_TICKS = 600       # what a load did to the journey stays long enough to be read
SKIP_AFTER_TICKS = 20  # an act key still warm from the last line does not skip a scene


class Play:
    """A journey under way."""

    over = False

    def __init__(self, kit: Kit, world: World, events: list[Event], on_intent: Callable[[Intent], None] | None = None,
                 paused: bool = False, notes: tuple[str, ...] = ()) -> None:
        self.world = world
        self.eyes = Eyes()
        self.talking = Talking(self.ask)
        self.owed = 0.0
        self.hands = Hands()
        self.on_intent = on_intent
        self.prompt: pygame.Rect | None = None  # where the act prompt was drawn last: it can be clicked
        self.stage_ticks = 0
        self.pictured = ""  # a save that has no picture yet: it is taken when there is something to see
        if paused:
            self.eyes.planning = world.tale.waiting is Waiting.ROOM
        for id in notes:
            cues.note(self.eyes, kit, kit.words.say(id), id, NOTE_TICKS)
        kit.sounds.music(self._music(kit))
        self._events(kit, events)
        if not events:
            cues.settle(world, self.eyes)
        self.talking.refresh(kit, self.world)

    @classmethod
    def of(cls, kit: Kit, loaded: Loaded) -> Play:
        """A saved journey, paused, with what has to be said about it."""
        return cls(kit, loaded.world, [], paused=True, notes=loaded.notes)

    def _music(self, kit: Kit) -> str:
        stage = self.world.stage
        return self.world.tale.music or (self.world.lore.rooms[stage.room].music if stage else "")

    # Presses -------------------------------------------------------------------------------------------------
    def heed(self, kit: Kit) -> Turn | None:
        """Take this frame's presses."""
        inputs, waiting = kit.inputs, self.world.tale.waiting
        if inputs.unfocused:
            return self._menu(kit)
        if self._buttons(kit) and (button := pointer.pressed_button(kit)):
            inputs.pressed.append(button)
            inputs.mouse.clicked = False
        for action in inputs.pressed:
            match action:
                case Action.MENU:
                    return self._menu(kit)
                case Action.HISTORY if Action.FACES in inputs.pressed and waiting is Waiting.ROOM:
                    pass  # one button for both
                case Action.HISTORY | Action.CODEX:
                    return self._book(kit, action)
                case Action.SAVE:
                    done = saving.save(kit, self.world, saving.QUICK)
                    self.pictured = saving.QUICK if done else self.pictured
                    cues.note(self.eyes, kit, saving.told(kit, self.world, done), "save")
                case Action.LOAD:
                    loaded = saving.load(kit, saving.QUICK)
                    if loaded is not None:
                        return Only(Play.of(kit, loaded))
                    cues.note(self.eyes, kit, kit.words.say("caption.no_save"), "save")
                case Action.RELOAD:
                    found, page = reloading.reread(kit, self.world)
                    return Only(Play(kit, found.world, [], self.on_intent, True, found.notes)) if found else (
                        Push(page) if page else None)
                case Action.TOOLS if waiting is Waiting.ROOM:
                    return Push(BagPage(kit, self))
                case Action.DEBUG:
                    self.eyes.debug = not self.eyes.debug
                case Action.REWIND:
                    self.ask(kit, Rewind())
                case _:
                    self._toggle(kit, action)
        if self.eyes.holds:
            if Action.ACT in inputs.pressed or inputs.mouse.clicked:
                cues.skip(self.eyes)
            return None
        match waiting:
            case Waiting.WORDS:
                self.talking.read(kit)
            case Waiting.CHOICE | Waiting.BRIBE:
                self.talking.choose(kit)
            case Waiting.STAGE:
                if Action.ACT in inputs.pressed and self.stage_ticks > SKIP_AFTER_TICKS:
                    self.ask(kit, Skip())
            case Waiting.ROOM:
                mouse, prompt = inputs.mouse, self.prompt
                clicked = mouse.clicked and prompt is not None and prompt.collidepoint(mouse.x, mouse.y)
                if Action.ACT in inputs.pressed or clicked:
                    self.eyes.planning, self.hands.act = False, True
            case Waiting.END:
                from game.ui.ending import EndPage

                return Only(EndPage(kit, self.world))
        return None

    def _menu(self, kit: Kit) -> Turn:
        from game.ui.pause import Pause

        return Push(Pause(kit, self))

    def _book(self, kit: Kit, action: Action) -> Turn:
        from game.ui.pages import codex_page, history_page

        kit.leave_behind()
        return Push(history_page(kit, self.world) if action is Action.HISTORY else codex_page(kit, self.world))

    def _toggle(self, kit: Kit, action: Action) -> None:
        if action is Action.PLAN and self.world.tale.waiting is Waiting.ROOM:
            self.eyes.planning = not self.eyes.planning
            kit.narrator.say(kit.words.say("hud.planning") if self.eyes.planning else kit.words.say("hud.going_on"))
            if self.eyes.planning:
                for line in describe.describe(self.world, kit.words):
                    kit.narrator.say(line)
        else:
            self.hands.toggle(kit, action)

    def _buttons(self, kit: Kit) -> bool:
        """Whether the buttons for the pointer are on screen."""
        return kit.inputs.device == "mouse" and self.world.tale.waiting is Waiting.ROOM and not self.eyes.holds

    # Time ----------------------------------------------------------------------------------------------------
    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """Let the ticks due pass, one intent each."""
        self.owed += seconds * TICKS * kit.settings.speed_percent / 100
        due = min(int(self.owed), MOST_TICKS)
        self.owed = self.owed - due if self.owed < MOST_TICKS else 0.0
        eyes, world = self.eyes, self.world
        for _ in range(due):
            if cues.run_holds(world, eyes, kit, 1):
                continue
            self.talking.tick(kit, world)
            if world.tale.waiting is Waiting.ROOM and not eyes.planning:
                self.ask(kit, self._move(kit))
            elif world.tale.waiting is Waiting.STAGE:
                self.stage_ticks += 1
                self.ask(kit, Move())
        if world.tale.waiting is not Waiting.STAGE:
            self.stage_ticks = 0
        if not eyes.holds:
            self.talking.say(kit)
        self._look(kit, due)
        return None

    def _look(self, kit: Kit, due: int) -> None:
        """What the eye does in the meantime."""
        eyes, stage = self.eyes, self.world.stage
        if due:
            eyes.pass_ticks(due)
            faces.look(self.world, kit, eyes, self.hands.painting(kit), due)
        cues.settle(self.world, eyes)
        surround.hear(self.world, eyes, kit)
        if stage is None:
            return
        if due:
            eyes.follow_strides(stage, due)
            laps.observe(self.world, eyes, due)
            eyes.breathe(stage, due, breath_shows(self.world))
        towards = self.hands.direction(kit, stage, eyes)
        eyes.peek = towards if self.hands.peeking(kit) else (0, 0)
        eyes.run_held = self.hands.gait(kit) is Gait.RUN
        if eyes.planning:
            eyes.camera.roam(self.world.room, stage.her, *towards)
        else:
            eyes.camera.roam_x = eyes.camera.roam_y = 0.0
            words = self.world.tale.waiting in (Waiting.WORDS, Waiting.CHOICE, Waiting.BRIBE)
            eyes.camera.follow(self.world.room, stage.her, due, eyes.peek, kit.settings.motion, words)

    def _move(self, kit: Kit) -> Move:
        hands = self.hands
        dx, dy = (0, 0) if hands.peeking(kit) else hands.direction(kit, self.world.stage, self.eyes)
        act, hands.act = hands.act or Action.ACT in kit.inputs.held, False
        return Move(dx, dy, hands.gait(kit), act)

    # The one door --------------------------------------------------------------------------------------------
    def ask(self, kit: Kit, intent: Intent) -> None:
        """Carry out an intent and show what came of it."""
        before = self.world.tale.waiting
        if self.on_intent is not None:
            self.on_intent(intent)
        events = step(self.world, intent)
        if events or self.world.tale.waiting is not before:
            self._events(kit, events)
            self.talking.refresh(kit, self.world)

    def _events(self, kit: Kit, events: list[Event]) -> None:
        cues.heed(events, self.world, self.eyes, kit)
        for event in events:
            if isinstance(event, Visited):
                kit.sounds.music(self._music(kit) if not self._room_music() else self._room_music())
                self.hands.stand()
            if isinstance(event, Visited | Returned) and not self._practising():
                self.pictured = saving.AUTO if saving.save(kit, self.world, saving.AUTO) else ""
        cues.run_holds(self.world, self.eyes, kit, 0)

    def _practising(self) -> bool:
        """Whether this is the place to try things: its journey is never kept by itself."""
        return self.world.stage is not None and self.world.room.kind is RoomKind.LAB

    def _room_music(self) -> str:
        stage = self.world.stage
        return self.world.lore.rooms[stage.room].music if stage else ""

    @property
    def talk(self) -> Talk:
        """The words of the moment."""
        return self.talking.talk

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """One frame. Words wait until every cue before them was shown."""
        talk = Talk() if self.eyes.holds else self.talking.shown(kit, self.world)
        boxes = frame.draw(surface, self.world, kit, self.eyes, talk)
        if self.pictured and not (self.eyes.cover or self.eyes.dark or self.eyes.holds):
            thumbs.keep(kit, self.pictured, thumbs.take(kit))
            self.pictured = ""
        self.prompt = next((box.rect for box in boxes if box.name == "prompt"), None)
        if self._buttons(kit):
            on = {Action.CROUCH} if self.hands.crouch else {Action.RUN} if self.hands.run else set()
            boxes += pointer.draw_buttons(surface, kit, on)
        if self.eyes.planning:
            boxes += over.draw_planning(surface, kit, self.world)
        return boxes + labels(surface, kit, self.world, self.eyes, boxes)

    def changed(self, kit: Kit) -> None:
        """Settings or language changed: the line on screen is laid out again from its first page."""
        self.talk.page = 0
        self.talking.refresh(kit, self.world)
