"""Outlines: which columns a table can have, by the fields that are stored in it. The same tables come in every file
of a device, so outlines are kept in mind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from longgame.intake.formats.fit.definitions import REMEMBERED, Layout
from longgame.intake.formats.fit.profile import MessageProfile, Subfield, message_profile, unknown_meaning


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The possible columns of one kind of message; `fields` are the numbers of all fields that can have a value.

    `direct` are the numbers of fields that are only ever stored; `mixed` the names of those which are stored but may
    be filled by components too; `derived` of those which only components fill. `subfields` names, for the number of
    each field that others depend on, the subfields that hold for its values.
    """

    fields: frozenset[int]
    direct: tuple[int, ...]
    mixed: tuple[str, ...]
    derived: tuple[str, ...]
    subfields: Mapping[int, Mapping[float, tuple[str, ...]]]


@lru_cache(maxsize=REMEMBERED)
def numbers_in(layouts: tuple[Layout, ...]) -> tuple[int, ...]:
    """The numbers of all fields in any of the layouts."""
    return tuple(dict.fromkeys(slot.number for layout in layouts for slot in layout.slots))


@lru_cache(maxsize=REMEMBERED)
def outline(message: int, stored: tuple[int, ...]) -> Outline:
    """What columns there can be for `message` where the fields `stored` are stored."""
    profile = message_profile(message)
    reachable = _derived(profile, frozenset(stored))
    known = frozenset((*stored, *reachable))
    return Outline(
        known,
        tuple(number for number in stored if number not in profile.fillings),
        tuple(column_name(profile, number) for number in stored if number in profile.fillings),
        tuple(column_name(profile, number) for number in reachable if number not in stored),
        _by_reference([(name, part) for name, (number, part) in profile.subfields.items() if number in known]),
    )


def column_name(profile: MessageProfile, number: int) -> str:
    """The name of the column of field `number`."""
    field = profile.fields.get(number)
    return field.meaning.name if field else unknown_meaning(number).name


def _by_reference(subfields: Sequence[tuple[str, Subfield]]) -> Mapping[int, Mapping[float, tuple[str, ...]]]:
    found: dict[int, dict[float, tuple[str, ...]]] = {}
    for name, subfield in subfields:
        for reference, value in subfield.when:
            values = found.setdefault(reference, {})
            values[value] = (*values.get(value, ()), name)
    return found


def _derived(profile: MessageProfile, stored: frozenset[int]) -> tuple[int, ...]:
    """The numbers of the fields that components of the stored ones fill, directly or through one another."""
    known, found = set(stored), dict[int, None]()
    while True:
        new = [
            target
            for target, parts in profile.fillings.items()
            if target not in found and any(part.source in known for part in parts)
        ]
        if not new:
            return tuple(found)
        found.update(dict.fromkeys(new))
        known.update(new)
