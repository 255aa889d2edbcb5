"""A list with a focus: the same for keys, pad and mouse, in every menu, choice and settings page of the game."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.ui.inputs import Action, Inputs
from game.ui.kit import Kit
from game.ui.look import EDGE, EDGE_LOW, FAINT, INK, INK_SOFT, INTERACT, TEXT, Colour
from game.ui.text import Box


@dataclass(slots=True)
class Item:
    """A row: `label` at the left, `value` at the right, `note` below it. An item that is not `on` only says why.

    `icon` or else `picture` stands before the label, `tags` are icons before the value.
    """

    id: str
    label: str
    value: str = ""
    note: str = ""
    on: bool = True
    turns: bool = False  # left and right change it
    icon: str = ""
    tags: tuple[str, ...] = ()
    picture: pygame.Surface | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """What the player did: took item `id` (`by` 0) or turned it left or right (-1, 1)."""

    id: str
    by: int = 0


@dataclass(slots=True)
class Menu:
    """Items and where the focus is. `top` is the first row shown; `boxes` where rows were last drawn."""

    items: list[Item]
    at: int = 0
    top: int = 0
    boxes: list[tuple[int, pygame.Rect]] = field(default_factory=list)
    said: int = -1

    @property
    def here(self) -> Item | None:
        """The focused item."""
        return self.items[self.at] if 0 <= self.at < len(self.items) else None

    def renew(self, items: list[Item]) -> None:
        """Other items, the focus on the same one if it is still there."""
        kept = self.here.id if self.here else ""
        self.items = items
        self.at = next((n for n, item in enumerate(items) if item.id == kept), min(self.at, max(len(items) - 1, 0)))

    def heed(self, inputs: Inputs, kit: Kit, numbers: bool = False) -> Picked | None:
        """Move the focus, or say what was picked. With `numbers` the keys 1-9 pick at once."""
        if not self.items:
            return None
        picked = self._mouse(inputs)
        for action in inputs.pressed:
            match action:
                case Action.UP | Action.DOWN:
                    self.at = (self.at + (1 if action is Action.DOWN else -1)) % len(self.items)
                    kit.sounds.play("ui_move", loud=0.6)
                case Action.LEFT | Action.RIGHT:
                    if self.items[self.at].turns and self.items[self.at].on:
                        picked = Picked(self.items[self.at].id, 1 if action is Action.RIGHT else -1)
                case Action.ACT:
                    picked = self._take(self.at)
                case _ if numbers and action.startswith("choice_"):
                    number = int(action.removeprefix("choice_")) - 1
                    if number < len(self.items):
                        self.at = number
                        picked = self._take(number)
            if picked:
                break
        self.narrate(kit)
        if picked:
            kit.sounds.play("ui_confirm", loud=0.6)
        return picked

    def _mouse(self, inputs: Inputs) -> Picked | None:
        mouse = inputs.mouse
        if mouse.wheel:
            self.at = min(max(self.at - mouse.wheel, 0), len(self.items) - 1)
        if mouse.moved or mouse.clicked:
            for number, rect in self.boxes:
                if rect.collidepoint(mouse.x, mouse.y):
                    self.at = number
                    if mouse.clicked:
                        item = self.items[number]
                        if item.turns and item.on:
                            return Picked(item.id, -1 if mouse.x < rect.left + rect.width * 0.6 else 1)
                        return self._take(number)
        return None

    def _take(self, number: int) -> Picked | None:
        item = self.items[number]
        if not item.on:
            return None
        return Picked(item.id, 1 if item.turns else 0)

    def narrate(self, kit: Kit) -> None:
        """Say the focused item when the focus moved."""
        here = self.here
        if here is not None and self.at != self.said:
            kit.narrator.say(f"{here.label} {here.value} {here.note}")
            self.said = self.at

    # Drawing -------------------------------------------------------------------------------------------------
    def draw(self, surface: pygame.Surface, kit: Kit, area: pygame.Rect, px: int, ground: Colour | None = INK,
             numbers: bool = False) -> list[Box]:
        """Draw the rows that fit `area`, the focused one among them; the boxes of what was drawn."""
        heights = [self._height(kit, item, area.width, px) for item in self.items]
        self._scroll(heights, area.height)
        self.boxes, boxes, y = [], [], area.top
        for number in range(self.top, len(self.items)):
            if y + heights[number] > area.bottom and number > self.top:
                break
            rect = pygame.Rect(area.left, y, area.width, heights[number])
            boxes += self._row(surface, kit, number, rect, px, ground, numbers)
            self.boxes.append((number, rect))
            y += heights[number]
        self._arrows(surface, area, y, px)
        return boxes

    def height(self, kit: Kit, width: int, px: int) -> int:
        """How high all rows are together."""
        return sum(self._height(kit, item, width, px) for item in self.items)

    def width(self, kit: Kit, px: int) -> int:
        """How wide the rows must be for every label to stand on one line."""
        return max(kit.pen.width(item.label, px) for item in self.items) + self._column(kit, px) + 2 * px

    def _scroll(self, heights: list[int], room: int) -> None:
        self.top = min(self.top, self.at)
        while self.top < self.at and sum(heights[self.top:self.at + 1]) > room:
            self.top += 1

    def _column(self, kit: Kit, px: int) -> int:
        """What the icons take before the labels; the same for all rows, so that words begin under one another."""
        pictures = [item.picture.get_width() + px // 2 for item in self.items if item.picture is not None]
        return max(pictures + [kit.icons.room(item.icon, px) for item in self.items], default=0)

    def _widths(self, kit: Kit, item: Item, width: int, px: int) -> tuple[int, int]:
        """What the label and the value may take, icons left out."""
        inner = width - px - self._column(kit, px)
        tags = sum(kit.icons.room(tag, px) for tag in item.tags)
        value = min(kit.pen.width(item.value, px), inner * 3 // 5 - tags) if item.value else 0
        return inner - value - tags - (px // 2 if value else 0) - px, value

    def _height(self, kit: Kit, item: Item, width: int, px: int) -> int:
        label, value = self._widths(kit, item, width, px)
        rows = max(len(kit.pen.wrap(item.label, px, label)),
                   len(kit.pen.wrap(item.value, px, max(value, 1))) if item.value else 1)
        notes = len(kit.pen.wrap(item.note, px * 3 // 4, label)) * kit.pen.line_height(px * 3 // 4) if item.note else 0
        picture = item.picture.get_height() if item.picture is not None else 0
        return max(rows * kit.pen.line_height(px) + notes, picture) + px // 3

    def _row(self, surface: pygame.Surface, kit: Kit, number: int, rect: pygame.Rect, px: int, ground: Colour | None,
             numbers: bool) -> list[Box]:
        item, focused = self.items[number], number == self.at
        colour = FAINT if not item.on else INTERACT if focused else TEXT
        if focused:  # focus is a filled bar and a mark, not only a colour
            pygame.draw.rect(surface, INK_SOFT, rect, border_radius=max(2, px // 8))
            mark = (rect.left, rect.top, max(3, px // 8), rect.height)
            pygame.draw.rect(surface, INTERACT if item.on else EDGE_LOW, mark)
            ground = INK_SOFT
        left, top = rect.left + px, rect.top + px // 6
        if numbers and number < 9:
            kit.pen.write(surface, str(number + 1), px * 3 // 4, (rect.left + px // 3, top + px // 8), FAINT, ground)
        label, value = self._widths(kit, item, rect.width, px)
        if item.picture is not None:
            drawn = surface.blit(item.picture, (left, top))
            pygame.draw.rect(surface, EDGE, drawn, max(1, px // 16))
        else:
            aside = (self._column(kit, px) - kit.icons.room(item.icon, px)) // 2  # among pictures, in their middle
            kit.icons.draw(surface, item.icon, px, (left + aside, top))
        left += self._column(kit, px)
        drawn = kit.pen.block(surface, kit.pen.wrap(item.label, px, label), px, (left, top), colour, ground)
        boxes = [Box(item.id, drawn)]
        if item.value:
            lines = kit.pen.wrap(item.value, px, max(value, 1))
            at = (rect.right - px // 2, top)
            worth = kit.pen.block(surface, lines, px, at, colour, ground, "right")
            x = worth.left - sum(kit.icons.room(tag, px) for tag in item.tags)
            for tag in item.tags:
                x = kit.icons.draw(surface, tag, px, (x, top))
            boxes.append(Box(f"{item.id} value", worth))
        if item.note:
            small = px * 3 // 4
            lines = kit.pen.wrap(item.note, small, label)
            boxes.append(Box(f"{item.id} note",
                             kit.pen.block(surface, lines, small, (left, drawn.bottom), FAINT, ground)))
        return boxes

    def _arrows(self, surface: pygame.Surface, area: pygame.Rect, bottom: int, px: int) -> None:
        """Small triangles where there is more above or below."""
        size = max(4, px // 4)
        x = area.right - 2 * size
        if self.top > 0:
            foot = area.top + size
            pygame.draw.polygon(surface, INTERACT, [(x, foot), (x + 2 * size, foot), (x + size, area.top)])
        if self.boxes and self.boxes[-1][0] < len(self.items) - 1:
            y = min(bottom, area.bottom - size - 1)
            pygame.draw.polygon(surface, INTERACT, [(x, y), (x + 2 * size, y), (x + size, y + size)])
