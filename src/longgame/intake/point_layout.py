"""How a point of a file is written: the text that all points written so have in common, and the slots between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from longgame.intake.points import CHANNEL_ORDER, RUN_TAG, PointShape

_LONGEST_POINT = 8192
_LESS, _QUOTE = b'<"'
_TAG = re.compile(rb"<([^<>\s][^<>]*)>([^<]*)")
_POINT_TAG = re.compile(rb'[^\s"]+(?:\s+[^\s="]+="[^"]*")*\s*/?')
_ATTRIBUTE = re.compile(rb'(\s+)([^\s="]+)="([^"]*)"')


class SlotKind(Enum):
    """What stands in a slot: a number of a channel, the point's time, or something that has no place in a record."""

    NUMBER = "number"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text that differs from point to point.

    `row` is the channel's place in `CHANNEL_ORDER` if it is a number, `end` the sign that ends it, and `told` what
    stands there in the point that was looked at.
    """

    kind: SlotKind
    row: int
    end: int
    told: bytes


@dataclass(frozen=True, slots=True)
class Layout:
    """How a point is written: `fixed` texts with a slot after each but the last, and the names without a place."""

    fixed: tuple[bytes, ...]
    slots: tuple[Slot, ...]
    unused: tuple[str, ...]

    @property
    def length(self) -> int:
        """How many bytes the point takes that was looked at."""
        return sum(map(len, self.fixed)) + sum(len(slot.told) for slot in self.slots)


def layout_at(text: bytes, start: int, stop: int, shape: PointShape) -> Layout | None:
    """How the point is written that begins at `start` of a text that ends at `stop`; None if it is not regular.

    Regular is a point with only numbers in its own tag, whose elements are closed in order and hold either elements or
    text, without comments, character data and instructions, and with no more than one time.
    """
    elements = _elements(text[start : min(start + _LONGEST_POINT, stop)])
    draft = _Draft(shape)
    if not elements or not draft.open(elements[0]) or not all(draft.add(element) for element in elements[1:]):
        return None
    if sum(slot.kind is SlotKind.TIME for slot in draft.slots) > 1:
        return None
    return Layout((*draft.fixed, draft.text), tuple(draft.slots), tuple(draft.unused))


@dataclass(frozen=True, slots=True)
class _Element:
    """A tag, the text behind it, how many elements it stands in, and whether nothing but text stands in its own."""

    tag: bytes
    after: bytes
    depth: int
    leaf: bool


def _elements(point: bytes) -> list[_Element]:
    """The tags of the element with which the text begins; none if they are not closed in order."""
    open_names: list[bytes] = []
    elements: list[_Element] = []
    at = 0
    for found in _TAG.finditer(point):
        tag, after = found.groups()
        if found.start() != at:
            return []
        at = found.end()
        name = tag.split(None, 1)[0]
        elements.append(_Element(tag, after, len(open_names), point.startswith(b"</%s>" % name, at)))
        if tag.startswith(b"/"):
            if open_names.pop() != tag[1:]:
                return []
        elif not tag.endswith(b"/"):
            open_names.append(name)
        if not open_names:
            return elements
    return []


@dataclass(slots=True)
class _Draft:
    """A layout being made: what is fixed so far, the slots, and the fixed text since the last of them."""

    shape: PointShape
    fixed: list[bytes] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    text: bytes = b""

    def open(self, point: _Element) -> bool:
        """The point's own tag, with slots for the numbers in it; False if it holds something else."""
        if not _POINT_TAG.fullmatch(point.tag):
            return False
        name = point.tag.rstrip(b"/").split(None, 1)[0]
        self.text, at = b"<" + name, len(name)
        for found in _ATTRIBUTE.finditer(point.tag) if self.shape.attributes else ():
            space, name, told = found.groups()
            channel = self.shape.attributes.get(name.decode("utf-8", "replace"))
            if channel is None:
                return False
            self.text += space + name + b'="'
            self._slot(SlotKind.NUMBER, CHANNEL_ORDER.index(channel), _QUOTE, told)
            self.text, at = b'"', found.end()
        self.text += point.tag[at:] + b">"
        self.text += b"" if point.tag.endswith(b"/") else point.after
        return True

    def add(self, element: _Element) -> bool:
        """A tag inside the point and the text behind it; False if the point is not regular."""
        self.text += b"<" + element.tag + b">"
        if element.tag.startswith(b"/"):
            self.text += element.after if element.depth > 1 else b""
            return True
        local = element.tag.rstrip(b"/").split(None, 1)[0].decode("utf-8", "replace").rpartition(":")[2]
        name, shape = local.lower(), self.shape
        if element.tag[:1] in b"!?" or name in (shape.tag, RUN_TAG):
            return False
        told = name == shape.time or name in shape.channels
        if not told and name not in shape.containers:
            self.unused.append(local)
        if element.tag.endswith(b"/") or name in shape.containers or not (told or element.leaf):
            self.text += element.after
            return True
        self._slot(*self._kind(name), _LESS, element.after)
        return element.leaf and (name != shape.time or element.depth == 1)

    def _kind(self, name: str) -> tuple[SlotKind, int]:
        if name == self.shape.time:
            return SlotKind.TIME, 0
        channel = self.shape.channels.get(name)
        return (SlotKind.OTHER, 0) if channel is None else (SlotKind.NUMBER, CHANNEL_ORDER.index(channel))

    def _slot(self, kind: SlotKind, row: int, end: int, told: bytes) -> None:
        self.fixed.append(self.text)
        self.slots.append(Slot(kind, row, end, told))
        self.text = b""
