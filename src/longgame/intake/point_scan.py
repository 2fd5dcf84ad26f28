"""The fast way from a regular XML file to its points, as columns, a stretch of the file at a time.

Machines write all points alike but for their numbers, so `point_rows` reads them without parsing them. What is not
points remains as a small text, which the ordinary parser reads. A file that is not regular (a `<` or `>` inside a
comment or an attribute, character data or entities inside points, points that are not closed) is refused, and
`longgame.intake.points.digest_tree` reads it instead, with the same result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from longgame.intake.byte_columns import ByteText
from longgame.intake.point_rows import RowReader, Scanned, opening_of
from longgame.intake.points import Points, PointShape

_BLOCK = 3 << 19


def scan(data: bytes, begin: int, stop: int, shape: PointShape) -> Scanned | None:
    """Points and remaining text of the element in UTF-8 that `data` holds from `begin` to `stop`; None if irregular."""
    parts: list[Scanned] = []
    numbered, reader = 0, RowReader(shape)
    for first, end in _blocks(data, begin, stop, shape):
        part = reader.scanned(ByteText.of(data, first, end), numbered)
        if part is None:
            return None
        parts.append(part)
        numbered += len(part.points)
    return parts[0] if len(parts) == 1 else _joined(parts)


def _blocks(data: bytes, begin: int, stop: int, shape: PointShape) -> Iterator[tuple[int, int]]:
    """Stretches of the text that fit a processor's cache, each from the start of a point to the start of another."""
    opening = opening_of(shape.tag)
    while begin < stop:
        found = opening.search(data, begin + _BLOCK, stop) if begin + 2 * _BLOCK < stop else None
        end = stop if found is None else found.start()
        yield begin, end
        begin = end


def _joined(parts: list[Scanned]) -> Scanned:
    unused: Counter[str] = Counter()
    for part in parts:
        unused.update(dict(part.unused))
    points = Points(
        np.concatenate([part.points.time_us for part in parts]),
        np.concatenate([part.points.offset_s for part in parts]),
        np.concatenate([part.points.values for part in parts], axis=1),
    )
    remainder = b"".join(part.remainder for part in parts)
    return Scanned(remainder, points, sum(part.bad for part in parts), tuple(sorted(unused.items())))
