"""The Apple Health reader of the intake pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from longgame.intake.formats.apple_health.blocks import BrokenStream, blocks
from longgame.intake.formats.apple_health.columns import joined
from longgame.intake.formats.apple_health.days import wellness
from longgame.intake.formats.apple_health.harvest import Harvest
from longgame.intake.formats.apple_health.kinds import RecordKind
from longgame.intake.formats.apple_health.readings import Readings
from longgame.intake.formats.apple_health.workouts import CHANNELS, NAME, Workout, session
from longgame.intake.markup import parse
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.sports import sport_named
from longgame.intake.xml_codes import XmlCode
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.record.session import Session

_MARKS = (b"<HealthData", b"<!DOCTYPE HealthData")


@dataclass(frozen=True, slots=True)
class _AppleHealthReader:
    """Reads `export.xml` of Apple Health, of any size, in bounded memory."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether the document is `HealthData`."""
        narrow = head.replace(b"\0", b"") if b"\0" in head[:4] else head
        return any(mark in narrow for mark in _MARKS)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Workouts as sessions with the readings taken meanwhile, days as wellness, all else counted."""
        harvest, broken = _gathered(original)
        told = [Workout.of(parsed.root) for text in harvest.workouts if (parsed := parse(text)) is not None]
        workouts = [workout for workout in told if workout is not None]
        sessions = _sessions(workouts, harvest, original, context)
        days = wellness(harvest)
        nothing = not harvest.closed and not sessions and not days
        if nothing:
            return Reading(NAME, Extent.NONE, skipped=tuple(_skipped(harvest, 0)), diagnostics=(_unreadable(),))
        return Reading(
            NAME,
            Extent.FULL if harvest.closed and broken is None else Extent.PARTIAL,
            sessions,
            days,
            skipped=(*_skipped(harvest, len(told) - len(workouts)), *_outside(harvest, sessions)),
            diagnostics=tuple(_said(harvest, workouts, broken)),
        )


READER = _AppleHealthReader()
"""The reader that the pipeline finds."""


def _gathered(original: Original) -> tuple[Harvest, str | None]:
    """What was gathered, and why the bytes stopped coming, if they did."""
    harvest = Harvest()
    try:
        with original.stream() as stream:
            for block, stop in blocks(stream):
                harvest.take(block, stop)
    except BrokenStream as trouble:
        return harvest, str(trouble)
    return harvest, None


def _sessions(
    workouts: list[Workout], harvest: Harvest, original: Original, context: ReadContext
) -> tuple[Session, ...]:
    """One session a workout; what is written twice, word for word the same moment and sport, counts once."""
    readings = Readings(harvest.samples, harvest.ledger.sources)
    efforts = harvest.daily.get(RecordKind.EFFORT)
    told = None if efforts is None else joined(efforts)
    found = (session(workout, told, readings, original, context) for workout in workouts)
    return tuple({one.id: one for one in found}.values())


def _skipped(harvest: Harvest, undated: int) -> Iterator[Skipped]:
    for name, count in sorted(harvest.ledger.unused.items()):
        yield Skipped(None, f"{name} records are not used", count)
    for name, count in sorted(harvest.ledger.unreadable.items()):
        yield Skipped(None, f"{name} records without a readable time, value or unit", count)
    for name, count in sorted(harvest.others.items()):
        if count:
            yield Skipped(None, f"{name} elements are not used", count)
    if undated:
        yield Skipped(None, "workout without a readable start", undated)


def _outside(harvest: Harvest, sessions: Sequence[Session]) -> Iterator[Skipped]:
    """Readings that belong to no workout, or double one of the workout's own device."""
    for kind, channel in CHANNELS.items():
        taken = sum(len(block.second) for block in harvest.samples if block.kind is kind)
        columns = [s.streams.channels().get(channel) for s in sessions if s.streams is not None]
        placed = sum(int(np.count_nonzero(~np.isnan(column))) for column in columns if column is not None)
        if taken > placed:
            name = kind.name.lower().replace("_", " ")
            yield Skipped(None, f"{name} readings outside workouts, or doubled in them", taken - placed)


def _said(harvest: Harvest, workouts: list[Workout], broken: str | None) -> Iterator[Diagnostic]:
    if not harvest.closed or broken is not None:
        why = f" ({broken})" if broken else ""
        yield Diagnostic(
            XmlCode.CUT_OFF, Severity.WARNING, f"the export ends early{why}; everything before the cut was read"
        )
    unreadable = sum(harvest.ledger.unreadable.values())
    if unreadable:
        yield Diagnostic(
            XmlCode.BAD_VALUES, Severity.WARNING, f"{unreadable} records have no readable time, value or unit"
        )
    for name in sorted({workout.activity for workout in workouts}):
        if sport_named(name) is None:
            yield Diagnostic(
                XmlCode.UNKNOWN_SPORT, Severity.NOTE, f"the sport {name!r} is not known here; it was read as other"
            )


def _unreadable() -> Diagnostic:
    return Diagnostic(
        XmlCode.UNREADABLE, Severity.ERROR, "nothing can be read from this file: no health data in it, or cut at once"
    )
