"""FIT's profile: what messages, fields and enumerations are called and how their values are scaled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from longgame.intake.formats.fit.profile_messages import MESSAGES
from longgame.intake.formats.fit.profile_types import TYPES


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a stored value means: `stored / scale - offset` in `units`, or a word of the enumeration `type`."""

    name: str
    type: str
    scale: float = 1.0
    offset: float = 0.0
    units: str | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """Some bits of a field that fill another field, `target`; accumulating ones count on where the bits overflow."""

    target: int
    bits: int
    bit_offset: int
    scale: float
    offset: float
    accumulates: bool


@dataclass(frozen=True, slots=True)
class Subfield:
    """Another meaning of a field, which holds where one of `when` (field number, stored value) is found."""

    meaning: Meaning
    when: tuple[tuple[int, int], ...]
    components: tuple[Component, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message."""

    number: int
    meaning: Meaning
    components: tuple[Component, ...] = ()
    subfields: tuple[Subfield, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """A field, or the subfield of it named `subfield`, of which components fill another field."""

    source: int
    subfield: Subfield | None
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class MessageProfile:
    """One kind of message. `fillings` tells for a field by number which other fields hold parts for it."""

    number: int
    name: str
    fields: Mapping[int, Field]
    numbers: Mapping[str, int]
    subfields: Mapping[str, tuple[int, Subfield]]
    fillings: Mapping[int, tuple[Filling, ...]] = field(default_factory=dict)


@cache
def message_profile(number: int) -> MessageProfile:
    """The profile of message `number`; one without fields, named "unknown_…", if FIT's tables do not have it."""
    text = _message_texts().get(number)
    if text is None:
        return MessageProfile(number, f"unknown_{number}", {}, {}, {})
    head, *lines = text.split("\n")
    fields = {found.number: found for found in _fields(lines)}
    return MessageProfile(
        number,
        head.split("\t")[2],
        fields,
        {found.meaning.name: found.number for found in fields.values()},
        {sub.meaning.name: (found.number, sub) for found in fields.values() for sub in found.subfields},
        _fillings(fields),
    )


@cache
def message_number(name: str) -> int:
    """The number of the message called `name`; `KeyError` if FIT's tables have none."""
    heads = (text.partition("\n")[0].split("\t") for text in _message_texts().values())
    return {found: int(number) for _, number, found in heads}[name]


@cache
def unknown_meaning(number: int) -> Meaning:
    """What stands for the meaning of field `number` where the profile does not have it."""
    return Meaning(f"unknown_{number}", "unknown")


@cache
def words(type_name: str) -> Mapping[int, str]:
    """The words of an enumeration by stored value; none if `type_name` is not an enumeration."""
    text = _type_texts().get(type_name)
    if text is None:
        return {}
    pairs = (word.partition("=") for word in text.split())
    return {int(code): word for code, _, word in pairs}


@cache
def _message_texts() -> Mapping[int, str]:
    texts = MESSAGES.strip("\n").split("\n\n")
    return {int(text.split("\t", 2)[1]): text for text in texts}


@cache
def _type_texts() -> Mapping[str, str]:
    entries = (entry.partition(": ") for entry in TYPES.replace("\n ", " ").strip("\n").split("\n"))
    return {name: text for name, _, text in entries}


def _fields(lines: list[str]) -> Iterator[Field]:
    """The fields of one message: a line each, then the lines of its components and subfields."""
    starts = [place for place, line in enumerate(lines) if line[0] not in ":>"]
    for start, stop in _spans(starts, len(lines)):
        number, *cells = lines[start].split("\t")
        subs = [place for place in range(start + 1, stop) if lines[place][0] == ":"]
        own = subs[0] if subs else stop
        subfields = tuple(
            _subfield(lines[place], _components(lines[place + 1 : until])) for place, until in _spans(subs, stop)
        )
        yield Field(int(number), _meaning(cells), _components(lines[start + 1 : own]), subfields)


def _spans(starts: list[int], stop: int) -> Iterator[tuple[int, int]]:
    return zip(starts, [*starts[1:], stop][: len(starts)], strict=True)


def _meaning(cells: list[str]) -> Meaning:
    name, kind, scale, offset, units = cells
    return Meaning(name, kind, _number(scale, 1.0), _number(offset, 0.0), None if units == "-" else units)


def _subfield(line: str, components: tuple[Component, ...]) -> Subfield:
    _, *cells, when = line.split("\t")
    pairs = (pair.partition("=") for pair in when.split(","))
    return Subfield(_meaning(cells), tuple((int(number), int(value)) for number, _, value in pairs), components)


def _components(lines: list[str]) -> tuple[Component, ...]:
    found = []
    for line in lines:
        _, target, bits, bit_offset, scale, offset, accumulates = line.split("\t")
        scaling = _number(scale, 1.0), _number(offset, 0.0)
        found.append(Component(int(target), int(bits), int(bit_offset), *scaling, accumulates == "1"))
    return tuple(found)


def _number(cell: str, default: float) -> float:
    return default if cell == "-" else float(cell)


def _fillings(fields: Mapping[int, Field]) -> Mapping[int, tuple[Filling, ...]]:
    found: dict[int, list[Filling]] = {}
    for source in fields.values():
        holders = [(None, source.components), *((sub, sub.components) for sub in source.subfields)]
        for subfield, components in holders:
            for target in dict.fromkeys(component.target for component in components):
                own = tuple(component for component in components if component.target == target)
                found.setdefault(target, []).append(Filling(source.number, subfield, own))
    return {target: tuple(fillings) for target, fillings in found.items()}
