"""Track points as columns: what GPX and TCX have in common once their markup is out of the way.

Reading happens in two interchangeable ways, both ending in a `Digest`: `digest_tree` walks a parsed tree and takes
anything; `longgame.intake.point_scan` takes only regular files, and is far faster.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt
from lxml import etree

from longgame.intake.markup import local_name
from longgame.intake.moments import Moment, parse_moment
from longgame.record.streams import FloatColumn

IntColumn = npt.NDArray[np.int64]

NO_TIME = np.iinfo(np.int64).min
"""Stands in `Points.time_us` for a point without a readable time."""
NO_ZONE = np.iinfo(np.int64).min
"""Stands in `Points.offset_s` for a time written without a zone."""
RUN_TAG = "longgame-points"
"""The element put in a tree in place of a run of points; `first` and `stop` number them."""


class Channel(Enum):
    """A column of numbers a point may have; the value is its name in `Streams`."""

    LATITUDE = "lat_deg"
    LONGITUDE = "lon_deg"
    ALTITUDE = "altitude_m"
    DISTANCE = "distance_m"
    HEART_RATE = "hr_bpm"
    CADENCE = "cadence_rpm"
    POWER = "power_w"
    SPEED = "speed_m_s"
    TEMPERATURE = "temperature_c"


CHANNEL_ORDER = tuple(Channel)


@dataclass(frozen=True, slots=True)
class PointShape:
    """How a format writes a point: the point's element, the elements with its numbers, and those that only hold others.

    Names are local and in lower case. `attributes` names those of the point's own attributes that are numbers.
    """

    tag: str
    time: str
    channels: Mapping[str, Channel]
    attributes: Mapping[str, Channel]
    containers: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """All points of a file in its order. `values` has a row per `CHANNEL_ORDER` and a column per point, NaN where
    missing."""

    time_us: IntColumn
    offset_s: IntColumn
    values: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.time_us)

    def column(self, channel: Channel) -> FloatColumn:
        """One channel's numbers, NaN where missing."""
        column: FloatColumn = self.values[CHANNEL_ORDER.index(channel)]
        return column


@dataclass(frozen=True, slots=True, eq=False)
class Digest:
    """A file as points plus all that is not points: a small tree with a `RUN_TAG` element where points stood.

    `bad` counts values that were there but could not be read, and `unused` elements inside points that have no place
    in a record, by name.
    """

    root: etree._Element
    points: Points
    bad: int
    unused: tuple[tuple[str, int], ...]


def digest_tree(root: etree._Element, shape: PointShape) -> Digest:
    """Points and remaining tree of a parsed file, however irregular. Takes the points out of `root`."""
    gathered = _Gathered([], [], [], Counter(), 0)
    for forged in list(root.iter(RUN_TAG)):
        forged.tag = "unknown"
    found = [element for element in root.iter() if local_name(element).lower() == shape.tag]
    for element in found:
        gathered.add(element, shape)
    _replace_by_runs(found)
    return Digest(root, gathered.points(), gathered.bad, tuple(sorted(gathered.unused.items())))


def runs_within(element: etree._Element) -> tuple[slice, ...]:
    """The runs of points inside an element, in the file's order, as slices of `Points`."""
    return tuple(slice(_numbered(run, "first"), _numbered(run, "stop")) for run in element.iter(RUN_TAG))


def lenient_number(text: str) -> float | None:
    """A finite number as any exporter may write it, with a decimal comma if it must be; None if it is none."""
    try:
        number = float(text.strip().replace(",", ".").replace("_", "?"))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


@dataclass(slots=True)
class _Gathered:
    time_us: list[int]
    offset_s: list[int]
    rows: list[list[float]]
    unused: Counter[str]
    bad: int

    def add(self, point: etree._Element, shape: PointShape) -> None:
        row = [np.nan] * len(CHANNEL_ORDER)
        moment: Moment | None = None
        for name, text in point.attrib.items():
            channel = shape.attributes.get(str(name).lower())
            if channel is not None:
                self._set(row, channel, str(text))
        for element in point.iterdescendants():
            name = local_name(element).lower()
            if name == shape.tag:
                break
            if name == shape.time and element.getparent() is point:
                moment = self._moment(element.text) or moment
            elif name in shape.channels:
                self._set(row, shape.channels[name], element.text)
            elif name and name not in shape.containers:
                self.unused[local_name(element)] += 1
        self.time_us.append(NO_TIME if moment is None else moment.us)
        self.offset_s.append(NO_ZONE if moment is None or moment.offset_s is None else moment.offset_s)
        self.rows.append(row)

    def _moment(self, text: str | None) -> Moment | None:
        if text is None or not text.strip():
            return None
        moment = parse_moment(text)
        self.bad += moment is None
        return moment

    def _set(self, row: list[float], channel: Channel, text: str | None) -> None:
        if text is None or not text.strip():
            return
        number = lenient_number(text)
        if number is None:
            self.bad += 1
        else:
            row[CHANNEL_ORDER.index(channel)] = number

    def points(self) -> Points:
        values = np.array(self.rows, dtype=np.float64).reshape(len(self.rows), len(CHANNEL_ORDER))
        return Points(
            np.array(self.time_us, dtype=np.int64),
            np.array(self.offset_s, dtype=np.int64),
            np.ascontiguousarray(values.T),
        )


def _replace_by_runs(found: list[etree._Element]) -> None:
    """Put a numbered run in the place of neighbouring points; points inside a point left open join its run."""
    taken: set[etree._Element] = set()
    run: etree._Element | None = None
    for number, element in enumerate(found):
        nested = any(ancestor in taken for ancestor in element.iterancestors())
        taken.add(element)
        if run is not None and (nested or _next_element(run) is element):
            run.set("stop", str(number + 1))
            _drop(element)
        else:
            run = etree.Element(RUN_TAG, first=str(number), stop=str(number + 1))
            parent = element.getparent()
            if parent is not None:
                parent.replace(element, run)


def _next_element(element: etree._Element) -> etree._Element | None:
    after = element.getnext()
    while after is not None and not isinstance(after.tag, str):
        after = after.getnext()
    return after


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _numbered(run: etree._Element, name: str) -> int:
    text = run.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
