"""One session out of several recordings of it: the richest leads, the others fill in what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from longgame.kernel.sport import Sport
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.record.streams import FloatColumn, Streams

NEAREST_S = 2.0
"""A sample of another device may stand for one of the leading device when it lies this near in time."""


def merged(recordings: Sequence[Session]) -> Session:
    """One session with all sources, whatever the order of `recordings`; it carries the id of the richest.

    A single recording is given back as it is.
    """
    ordered = sorted(recordings, key=_richness, reverse=True)
    lead = ordered[0]
    if len(ordered) == 1:
        return lead
    timed = next((one for one in ordered if one.start_known), lead)
    return replace(
        lead,
        start=timed.start,
        start_known=timed.start_known,
        local_day=timed.local_day,
        sport=next((one.sport for one in ordered if one.sport is not Sport.OTHER), lead.sport),
        sources=tuple(dict.fromkeys(source for one in ordered for source in one.sources)),
        title=next((one.title for one in ordered if one.title), None),
        **{name: _first(ordered, name) for name in _FILLED},
        streams=_streams(ordered),
        laps=next((one.laps for one in ordered if one.laps), ()),
        sets=max((one.sets for one in ordered), key=_told_sets),
        note="\n".join(dict.fromkeys(one.note for one in ordered if one.note)) or None,
        raw=tuple(dict.fromkeys(pair for one in ordered for pair in one.raw)),
    )


def _told_sets(sets: tuple[StrengthSet, ...]) -> tuple[int, int]:
    """More sets before more loads among them."""
    return len(sets), sum(one.load is not None for one in sets)


_FILLED = (
    "duration_s",
    "moving_s",
    "distance_m",
    "ascent_m",
    "energy_kj",
    "mean_hr_bpm",
    "mean_power_w",
    "rpe",
    "feel",
    "indoor",
)


def _first(ordered: Sequence[Session], name: str) -> Any:
    return next((value for one in ordered if (value := getattr(one, name)) is not None), None)


def _richness(session: Session) -> tuple[int, int, bool, int, int, str, str]:
    """More channels before more samples before laps and sets; equals are told apart by their ids, not by chance."""
    streams = session.streams
    readers = ",".join(source.reader for source in session.sources)
    return (
        len(streams.channels()) if streams is not None else -1,
        len(streams) if streams is not None else 0,
        session.start_known,
        len(session.laps),
        len(session.sets),
        readers,
        session.id,
    )


def _streams(ordered: Sequence[Session]) -> Streams | None:
    """The leading streams, with the channels they lack taken from the others at the nearest moment."""
    lead = ordered[0]
    if lead.streams is None:
        return None
    channels = lead.streams.channels()
    for other in ordered[1:]:
        if other.streams is None:
            continue
        shift = (lead.start - other.start).total_seconds()
        lacking = {name: column for name, column in other.streams.channels().items() if name not in channels}
        for name, column in lacking.items():
            moved = _at(other.streams.t_s, column, lead.streams.t_s + shift)
            if not np.isnan(moved).all():
                channels[name] = moved
    return Streams(t_s=lead.streams.t_s, **channels)


def _at(t_s: FloatColumn, column: FloatColumn, wanted_s: FloatColumn) -> FloatColumn:
    """The column's values at the samples nearest to the wanted moments; NaN where none is near."""
    if len(t_s) == 0:
        return np.full(len(wanted_s), np.nan)
    after = np.clip(np.searchsorted(t_s, wanted_s), 0, len(t_s) - 1)
    before = np.clip(after - 1, 0, None)
    nearest = np.where(np.abs(t_s[before] - wanted_s) <= np.abs(t_s[after] - wanted_s), before, after)
    return np.where(np.abs(t_s[nearest] - wanted_s) <= NEAREST_S, column[nearest], np.nan)
