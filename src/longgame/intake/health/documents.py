"""JSON as apps export it: decoded, mended where it breaks off, and asked for values without trusting any of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from longgame.intake.health.codes import HealthCode
from longgame.intake.json_text import told_json
from longgame.intake.moments import in_a_life
from longgame.intake.tables.text import decode
from longgame.kernel.diagnostics import Diagnostic, Severity

_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[{}\[\],]', re.DOTALL)
_CLOSING = {"{": "}", "[": "]"}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_S = 4_102_444_800
"""The year 2100 in seconds since 1970; a larger number counts milliseconds."""


@dataclass(frozen=True, slots=True)
class JsonObject:
    """One JSON object, read with names that may not be there and values of any kind."""

    values: Mapping[str, object]

    def has(self, *names: str) -> bool:
        """Whether all of these names are there."""
        return all(name in self.values for name in names)

    def number(self, *names: str) -> float | None:
        """The first finite number under one of these names; numbers in quotes count."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str):
                value = _number(value)
            if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300:
                number = float(value)
                if math.isfinite(number):
                    return number
        return None

    def positive(self, *names: str) -> float | None:
        """The first number above zero under one of these names: for sources that write 0 for "not measured"."""
        return next((number for name in names if (number := self.number(name)) is not None and number > 0), None)

    def text(self, *names: str) -> str | None:
        """The first text that is not blank under one of these names, stripped; whole numbers count as text."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
            if isinstance(value, str) and value.strip():
                return value.strip()
        return None

    def flag(self, name: str) -> bool | None:
        """A true or false."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def child(self, name: str) -> JsonObject:
        """The object under a name; an empty one where there is none."""
        value = self.values.get(name)
        return JsonObject(value) if isinstance(value, dict) else JsonObject({})

    def items(self, name: str) -> tuple[JsonObject, ...]:
        """The objects in the list under a name."""
        return objects(self.values.get(name))

    def numbers(self, name: str) -> list[float]:
        """The numbers in the list under a name, NaN in the place of whatever is none."""
        value = self.values.get(name)
        if not isinstance(value, list):
            return []
        return [float(one) if isinstance(one, int | float) and abs(one) < 1e300 else math.nan for one in value]

    def moment(self, *names: str, zone: tzinfo = UTC) -> datetime | None:
        """The first moment under one of these names: ISO 8601, or seconds or milliseconds since 1970.

        `zone` is that of a time written without one.
        """
        return next((found for name in names if (found := as_moment(self.values.get(name), zone)) is not None), None)

    def day(self, *names: str) -> date | None:
        """The first calendar day under one of these names, the time of the day left out."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str):
                try:
                    found = date.fromisoformat(value.strip()[:10])
                except ValueError:
                    continue
                if in_a_life(found):
                    return found
        return None


def objects(value: object) -> tuple[JsonObject, ...]:
    """The objects in a list."""
    return tuple(JsonObject(one) for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def as_moment(value: object, zone: tzinfo) -> datetime | None:
    """A moment in ISO 8601 or as seconds or milliseconds since 1970, aware; None if it is none or in no life."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not 0 <= value < _LATEST_S * 1000:
            return None
        return _EPOCH + timedelta(seconds=value if value < _LATEST_S else value / 1000)
    if not isinstance(value, str):
        return None
    try:
        told = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    if not in_a_life(told.date()):
        return None
    return told if told.tzinfo is not None else told.replace(tzinfo=zone)


@dataclass(frozen=True, slots=True)
class Document:
    """What a JSON file holds, and what was wrong with its text."""

    root: object
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the file was there to its end."""
        return not any(diagnostic.code is HealthCode.CUT_OFF for diagnostic in self.diagnostics)

    def object(self) -> JsonObject:
        """The root, if it is an object; an empty one otherwise."""
        return JsonObject(self.root) if isinstance(self.root, dict) else JsonObject({})

    def objects(self) -> tuple[JsonObject, ...]:
        """The objects of a root that is a list; the root itself where it is an object."""
        return (JsonObject(self.root),) if isinstance(self.root, dict) else objects(self.root)


def open_json(data: bytes) -> Document | Diagnostic:
    """The document, as far as it goes, or the reason why it is none."""
    text = decode(data).text.lstrip("\ufeff").strip()
    whole = told_json(text)
    if isinstance(whole, dict | list):
        return Document(whole)
    mended = None if whole is not None else _closed(text)
    root = None if mended is None else told_json(mended)
    if not isinstance(root, dict | list) or not root:
        return Diagnostic(HealthCode.NOT_JSON, Severity.ERROR, "nothing can be read from this file: it is not JSON")
    cut = Diagnostic(
        HealthCode.CUT_OFF,
        Severity.WARNING,
        "the file ends early; everything before the cut was read",
        hint="export again",
    )
    return Document(root, (cut,))


def looks_like_json(head: bytes, *marks: str) -> bool:
    """Whether a file begins like JSON and holds all of these words near its beginning."""
    text = decode(head).text.lstrip("\ufeff").lstrip()
    return text[:1] in ("{", "[") and all(f'"{mark}"' in text for mark in marks)


def _closed(text: str) -> str | None:
    """A text that breaks off, cut after its last whole member and closed; None if there is nothing to cut to."""
    stack: list[str] = []
    cut = None
    for token in _tokens(text):
        sign = token.group()
        if sign in "{[":
            stack.append(sign)
        elif sign in "}]":
            if not stack:
                return None
            stack.pop()
        cut = token.start() if sign == "," else token.end()
    return None if cut is None else text[:cut] + "".join(_CLOSING[sign] for sign in reversed(stack))


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return (token for token in _STRUCTURE.finditer(text) if token.group()[0] != '"')


def _number(text: str) -> float | None:
    try:
        return float(text.replace("_", "?"))
    except ValueError:
        return None
