"""Values as plain JSON and back, exactly: frozen dataclasses, enums, fractions, days and moments.

One value has one text, so that its bytes can be hashed and compared: the members of a set stand in order. A field that
is None by default and None in the value is left out; an enum stands by its member's name, a fraction as "3/4". Of
several dataclasses in one union the one whose fields fit is meant.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


def to_bytes(value: object) -> bytes:
    """The JSON of a value, in the one way it can be written.

    >>> to_bytes((Fraction(1, 3), date(2026, 11, 26), None))
    b'["1/3","2026-11-26",null]'
    """
    return _AS_TEXT(plain(value)).encode()


def of_bytes(kind: type[T], data: bytes) -> T:
    """The value of type `kind` that `to_bytes` made these bytes of. `ValueError` when they are of nothing of that kind.

    >>> of_bytes(tuple[Fraction, date, str | None], b'["1/3","2026-11-26",null]')
    (Fraction(1, 3), datetime.date(2026, 11, 26), None)
    """
    try:
        return cast(T, _reader(cast(Any, kind))(json.loads(data)))
    except (KeyError, TypeError, AttributeError) as wrong:
        raise ValueError(f"not a {kind}: {wrong}") from wrong


def plain(value: object) -> Any:
    """The value in lists, dictionaries, texts and numbers; `TypeError` for what has no such form."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


@cache
def _writer(kind: type) -> Callable[[Any], Any]:
    if kind in _WRITERS:
        return _WRITERS[kind]
    if issubclass(kind, Enum):
        return _name_of
    if is_dataclass(kind):
        return _written_fields(kind)
    for known in (tuple, list, frozenset, Mapping):
        if issubclass(kind, known):
            return _WRITERS[known]
    if issubclass(kind, str | int | float):
        return _as_it_is
    raise TypeError(f"{kind.__name__} has no plain form")


def _as_it_is(value: object) -> object:
    return value


def _name_of(member: Enum) -> str:
    return member.name


def _written_fields(kind: type) -> Callable[[Any], Any]:
    droppable = [(field.name, field.default is None) for field in sorted(fields(kind), key=lambda one: one.name)]

    def write(value: object) -> dict[str, Any]:
        found = {}
        for name, drop in droppable:
            one = getattr(value, name)
            if one is not None or not drop:
                found[name] = one if type(one) in _PLAIN else plain(one)
        return found

    return write


def _list(values: Any) -> list[Any]:
    return [plain(one) for one in values]


def _set(values: Any) -> list[Any]:
    return sorted((plain(one) for one in values), key=str)


def _pairs(mapping: Mapping[Any, Any]) -> list[list[Any]]:
    return sorted(([plain(key), plain(value)] for key, value in mapping.items()), key=lambda pair: str(pair[0]))


_PLAIN = frozenset({str, int, float, bool, NoneType})
_AS_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Fields come in the order of their names, and there are no other dictionaries: nothing is left to sort."""
_WRITERS: dict[type, Callable[[Any], Any]] = {
    Fraction: str,
    Decimal: str,
    date: date.isoformat,
    datetime: datetime.isoformat,
    time: time.isoformat,
    tuple: _list,
    list: _list,
    frozenset: _set,
    dict: _pairs,
    Mapping: _pairs,
}
_READERS: dict[object, Reader] = {
    Fraction: Fraction,
    Decimal: Decimal,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
}


@cache
def _reader(kind: Any) -> Reader:
    kind = getattr(kind, "__supertype__", kind)
    if kind in _READERS:
        return _READERS[kind]
    if kind in (str, int, float, bool, Any, object, NoneType):
        return lambda found: found
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _of_union(get_args(kind))
    if origin is tuple:
        return _of_tuple(get_args(kind))
    if origin is frozenset:
        member = _reader(get_args(kind)[0])
        return lambda found: frozenset(member(one) for one in found)
    if origin is not None and issubclass(origin, Mapping):
        key, value = (_reader(one) for one in get_args(kind))
        return lambda found: {key(name): value(one) for name, one in found}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind.__getitem__
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_fields(kind)
    raise TypeError(f"{kind} cannot be read back")


def _of_tuple(inner: tuple[Any, ...]) -> Reader:
    if len(inner) == 2 and inner[1] is Ellipsis:
        one = _reader(inner[0])
        return lambda found: tuple([one(each) for each in found])
    several = [_reader(each) for each in inner]
    return lambda found: tuple(read(each) for read, each in zip(several, found, strict=True))


def _of_union(options: tuple[Any, ...]) -> Reader:
    shapes = [one for one in options if isinstance(one, type) and is_dataclass(one)]
    others = [_reader(one) for one in options if one not in shapes and one is not NoneType]
    fitting = _of_shapes(shapes) if shapes else None

    def read(found: Any) -> Any:
        if found is None:
            return None
        if isinstance(found, dict) and fitting is not None:
            return fitting(found)
        return others[0](found)

    return read


def _of_shapes(shapes: list[type]) -> Reader:
    if len(shapes) == 1:
        return _reader(shapes[0])
    known = [({field.name for field in fields(one)}, _needed(one), _reader(one)) for one in shapes]

    def read(found: dict[str, Any]) -> Any:
        names = set(found)
        return next(reader for every, needed, reader in known if needed <= names <= every)(found)

    return read


def _needed(kind: type) -> set[str]:
    return {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}


def _of_fields(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers: dict[str, Reader] = {}

    def read(found: dict[str, Any]) -> Any:
        if not readers:
            readers.update({field.name: _reader(hints[field.name]) for field in fields(kind)})
        return kind(**{name: readers[name](value) for name, value in found.items()})

    return read
