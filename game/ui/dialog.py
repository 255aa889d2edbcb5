"""Words on screen: a portrait, who speaks, the line in pages; and the list of choices."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.sim.world import World
from game.story import runtime
from game.story.runtime import Option
from game.story.steps import Say
from game.story.tale import Told, Waiting, step_at
from game.ui import emphasis
from game.ui.kit import Kit
from game.ui.look import FAINT, INTERACT, ROSE, SUSPICION, TEXT, TICKS
from game.ui.menu import Item, Menu
from game.ui.panel import bar, panel
from game.ui.text import Box

HER = "solhwa"
NARRATOR = "narrator"
COLUMN = 40        # Latin characters to a line, at most
MOST_HIGH = 0.40   # share of the window words may take
CHOICES_HIGH = 0.72
_BLINK_EVERY, _BLINK_TICKS = 260, 8


@dataclass(frozen=True, slots=True)
class Line:
    """The line on screen. `key` is new for every showing of it."""

    text: str
    who: str
    mood: str
    words: str
    key: str
    marked: str = ""  # the words with the stars of emphasis


def line_now(world: World, kit: Kit) -> Line | None:
    """The line the tale waits on, straight from the World."""
    if world.tale.waiting is not Waiting.WORDS:
        return None
    step = step_at(world.lore.book, world.tale)
    if not isinstance(step, Say):
        return None
    slots = {name: str(world.tale.facts[name]) for name in step.slots}
    frame = world.tale.frame
    key = f"{frame.node}:{frame.at}:{world.tale.visits.get(frame.node, 0)}:{len(world.tale.history)}"
    return Line(step.text, step.who, step.mood, kit.words.say(step.text, **slots), key,
                kit.words.marked(step.text, **slots))


def told_words(told: Told, kit: Kit) -> str:
    """A line of the history in the words of now."""
    return kit.words.say(told.text, **told.slots)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the words of a line go, in window pixels."""

    panel: pygame.Rect
    text: pygame.Rect
    face: pygame.Rect | None
    name_px: int


def layout(kit: Kit, line: Line) -> Frame:
    """The panel at the bottom of the window. Its height is the same for every page of a line."""
    view, px = kit.view, kit.text_px
    margin, pad = view.px(24), max(view.px(14), px // 2)
    named = line.who not in (NARRATOR, "")
    face = view.px(192) if named and kit.atlas.has_portrait(portrait_name(kit, line.who)) else 0
    column = min(kit.pen.width("n" * COLUMN, px), view.window_w - 2 * margin - 2 * pad - (face + pad if face else 0))
    name_px = max(8, px * 3 // 4)
    name = kit.pen.line_height(name_px) if named else 0
    room = int(view.window_h * MOST_HIGH) - 2 * pad - name
    lines = min(len(kit.pen.wrap(line.words, px, column)), max(1, room // kit.pen.line_height(px)))
    high = max(2, lines) if room >= 2 * kit.pen.line_height(px) else 1
    text_h = high * kit.pen.line_height(px)
    width = column + 2 * pad + (face + pad if face else 0)
    box = pygame.Rect(0, 0, width, text_h + name + 2 * pad)
    box.midbottom = (view.window_w // 2, view.window_h - margin)
    left = box.left + pad + (face + pad if face else 0)
    text = pygame.Rect(left, box.top + pad + name, column, text_h)
    face_rect = pygame.Rect(box.left + pad, 0, face, face) if face else None
    if face_rect is not None:
        face_rect.bottom = box.bottom - max(2, pad // 4)
    return Frame(box, text, face_rect, name_px)


def portrait_name(kit: Kit, who: str) -> str:
    """Whose face is shown for somebody of the cast."""
    person = kit.lore.book.cast.get(who)
    return (person.portrait if person else "") or who


def pages(kit: Kit, line: Line) -> list[tuple[str, ...]]:
    """The line in pages, at the window and text size of now."""
    frame = layout(kit, line)
    return kit.pen.pages(line.words, kit.text_px, frame.text.width, frame.text.height)


def draw_line(surface: pygame.Surface, kit: Kit, world: World, line: Line, page: int, clock: int,
              before: bool = False) -> list[Box]:
    """Draw a page of the line; one that was read `before` has a small open ring in the corner."""
    frame = layout(kit, line)
    held = pages(kit, line)
    page = min(page, len(held) - 1)
    panel(surface, frame.panel, kit.view.px(6))
    boxes = []
    if frame.face is not None:
        edge = frame.face.inflate(kit.view.px(4), kit.view.px(4))
        panel(surface, edge, kit.view.px(4))
        mood = f"{line.mood}_blink" if clock % _BLINK_EVERY < _BLINK_TICKS and kit.settings.motion else line.mood
        surface.blit(kit.atlas.portrait(portrait_name(kit, line.who), mood, frame.face.width), frame.face)
    if line.who not in (NARRATOR, ""):
        at = (frame.text.left, frame.text.top - kit.pen.line_height(frame.name_px))
        colour = ROSE if line.who == HER else INTERACT
        boxes.append(Box("speaker", kit.pen.write(surface, kit.words.name(world.lore.book, line.who), frame.name_px, at,
                                                  colour)))
    boxes.append(Box("words", kit.pen.block(surface, held[page], kit.text_px, frame.text.topleft, TEXT)))
    if line.marked != line.words:
        marks = emphasis.runs(line.marked, held, page)
        emphasis.draw(surface, kit, held[page], marks, kit.text_px, frame.text.topleft)
    more = page < len(held) - 1
    _marker(surface, kit, frame.panel, clock, more)
    if before:
        size = kit.view.px(5)
        pygame.draw.circle(surface, FAINT, (frame.panel.right - 5 * size, frame.panel.top + 3 * size), size,
                           max(1, size // 3))
    return boxes


def _marker(surface: pygame.Surface, kit: Kit, box: pygame.Rect, clock: int, more: bool) -> None:
    """A small triangle: more of this line (downward), or on (to the right)."""
    size = kit.view.px(8)
    lift = kit.view.px(2) if clock // 30 % 2 and kit.settings.motion else 0
    x, y = box.right - 3 * size, box.bottom - 2 * size - lift
    if more:
        pygame.draw.polygon(surface, INTERACT, [(x, y), (x + size * 2, y), (x + size, y + size)])
    else:
        pygame.draw.polygon(surface, INTERACT, [(x, y - size // 2), (x + size, y), (x, y + size // 2)])


# Choices -------------------------------------------------------------------------------------------------------
def choice_items(world: World, kit: Kit) -> list[Item]:
    """The options on screen now as rows: label, price, and why one is shut."""
    items = []
    for option in runtime.options(world.lore.book, world.tale):
        price = kit.words.price(option.price) or _time_words(option, kit)
        note = kit.words.say(option.locked) if option.locked else ""
        if not option.open and not note and price:
            note = kit.words.say("choice.cannot_pay")
        tags = tuple(fact for fact, _ in option.price.parts) or (("hour",) if price else ())
        items.append(Item(option.id, kit.words.say(option.id), price, note, option.open, tags=tags))
    return items


def _time_words(option: Option, kit: Kit) -> str:
    """How long a card of the telephone takes."""
    if option.burst:
        return kit.words.say("phone.burst")
    return kit.words.say("phone.seconds", n=option.ticks // TICKS) if option.ticks else ""


def last_said(world: World, kit: Kit) -> str:
    """The last line before the question, to be read while choosing."""
    told = next((t for t in reversed(world.tale.history) if t.who), None)
    if told is None:
        return ""
    name = kit.words.name(world.lore.book, told.who)
    words = told_words(told, kit)
    return f"{name}: {words}" if name else words


def draw_choices(surface: pygame.Surface, kit: Kit, world: World, menu: Menu, left: float | None = None) -> list[Box]:
    """The last line, faint, and the list below it; above both a bar of the time that is `left`, if it runs out."""
    view, px = kit.view, kit.text_px
    margin, pad = view.px(24), max(view.px(14), px // 2)
    width = min(view.px(900) if view.text <= view.window_h / 720 * 1.3 else view.window_w, view.window_w - 2 * margin)
    small = max(8, px * 3 // 4)
    before = kit.pen.wrap(last_said(world, kit), small, width - 2 * pad)[:3]
    room = int(view.window_h * CHOICES_HIGH)
    head = len(before) * kit.pen.line_height(small) + pad // 2
    listed = min(menu.height(kit, width - 2 * pad, px), room - head - 2 * pad)
    box = pygame.Rect(0, 0, width, head + listed + 2 * pad)
    box.midbottom = (view.window_w // 2, view.window_h - margin)
    panel(surface, box, view.px(6))
    if left is not None:
        track = pygame.Rect(box.left + pad, box.top + pad // 3, width - 2 * pad, max(3, pad // 4))
        bar(surface, track, left, SUSPICION)
    boxes = [Box("before", kit.pen.block(surface, before, small, (box.left + pad, box.top + pad), FAINT))]
    area = pygame.Rect(box.left + pad, box.top + pad + head, width - 2 * pad, listed)
    return boxes + menu.draw(surface, kit, area, px, numbers=True)
