"""The FIT reader of the intake pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from pathlib import PurePath

from longgame.intake.formats.fit.activity import READER_NAME, Activity, activity, remarks, sessions
from longgame.intake.formats.fit.belts import beats
from longgame.intake.formats.fit.decode import FitFile, FitPart, decode
from longgame.intake.formats.fit.devices import recorder
from longgame.intake.formats.fit.guides import guides
from longgame.intake.formats.fit.header import MAGIC, SHORT_HEADER
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.thresholds import facts
from longgame.intake.formats.fit.times import CLOCK_SET, local_zone, moment
from longgame.intake.formats.fit.wellness import several_people, weights, wellness
from longgame.intake.model import Original, ReadContext, Reading, Skipped
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.spans import ByteSpan
from longgame.plan.interop.guided import read_guided
from longgame.record.profile import Fact
from longgame.record.session import Session
from longgame.record.wellness import Wellness

IN_SESSIONS = frozenset(
    {"activity", "exercise_title", "hr", "hrv", "lap", "length", "record", "session", "set", "sport", "workout"}
)
"""Messages that sessions are made of."""
IN_ANY_FILE = frozenset({"file_id", "file_creator", "device_info", "developer_data_id", "field_description"})
"""Messages about the file itself: what wrote it, and what its other messages mean."""

WHY = {
    "workout_step": "the steps that guided a session are kept in the file, not as a plan",
    "event": "events are not used: pauses show as gaps in the recording",
    "weight_scale": "the scale weighed several people and does not say which of them is you",
    "user_profile": "the watch's settings for its wearer are taken from settings files alone",
}
"""Why a known kind of message gave nothing, where there is more to say than that it is not used."""


class FitReader:
    """Reads `.fit` files of watches, bike computers, scales and apps."""

    name = READER_NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether `head` begins with a FIT header."""
        return head[8:SHORT_HEADER] == MAGIC and head[0] >= SHORT_HEADER

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions and whatever else the file holds, as far as it can be read."""
        file = decode(original.data())
        belt = beats(table for part in file.parts if (table := part.table("hr")) is not None)
        activities = [activity(part, belt, original, context) for part in file.parts]
        found = _Found(activities)
        for part in file.parts:
            found.add_days(part, local_zone(part) or context.zone)
        if not found.sessions:
            found.add_plans(file, PurePath(original.name).stem)
        return Reading(
            READER_NAME,
            file.extent,
            sessions=tuple(found.sessions),
            wellness=tuple(found.wellness),
            facts=tuple(found.facts),
            plan_texts=tuple(found.plans),
            skipped=tuple(_skipped(file, activities, found)),
            diagnostics=(*file.diagnostics, *found.diagnostics),
        )


class _Found:
    """What all parts of a file gave."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self.sessions: list[Session] = []
        self.diagnostics: list[Diagnostic] = []
        self.wellness: list[Wellness] = []
        self.facts: list[Fact] = []
        self.plans: list[str] = []
        for each in activities:
            self.sessions += sessions(each)
            self.diagnostics += remarks(each)

    def add_plans(self, file: FitFile, title: str) -> None:
        """The workouts of a file in which nothing was done yet, as plan text."""
        for guide in guides(file, title):
            carried = read_guided(guide)
            self.diagnostics += carried.diagnostics
            if carried.text is not None:
                self.plans.append(carried.text)

    def add_days(self, part: FitPart, zone: tzinfo) -> None:
        """What the part says about days rather than sessions."""
        by = recorder(part)
        self.wellness += wellness(part, zone, by.name or READER_NAME)
        self.facts += weights(part, zone)
        since = _day(by.created, zone)
        if since is not None:
            self.facts += facts(part, since)


def _day(created: int | None, zone: tzinfo) -> date | None:
    return None if created is None or created < CLOCK_SET else moment(created, zone).date()


def _skipped(file: FitFile, activities: Sequence[Activity], found: _Found) -> Iterator[Skipped]:
    """Every kind of message that gave nothing, and records that had no time, with how many of them there are."""
    used = set(IN_ANY_FILE)
    if found.sessions:
        used |= IN_SESSIONS
    if found.plans:
        used |= {"workout", "workout_step", "exercise_title", "capabilities"}
    if found.wellness:
        used |= {"monitoring", "monitoring_info", "monitoring_hr_data", "hrv_status_summary", "sleep_level"}
    for part, each in zip(file.parts, activities, strict=True):
        own = used | _fact_sources(part, found)
        yield from (_unread(table, part) for table in part.tables if table.name not in own)
        if each.recording.untimed and each.spans:
            yield Skipped(
                _place(part.table("record")),
                "records without a time, or with an impossible one",
                each.recording.untimed,
            )


def _fact_sources(part: FitPart, found: _Found) -> set[str]:
    if not found.facts:
        return set()
    weighed = {"weight_scale"} if not several_people(part) else set()
    person = {"user_profile"} if part.table("session") is None else set()
    return {"zones_target", *weighed, *person}


def _unread(table: Table, part: FitPart) -> Skipped:
    why = WHY.get(table.name, f"{table.name} messages are not used")
    if table.name == "user_profile" and part.table("session") is None:
        why = "the file does not tell from which day on its settings hold"
    return Skipped(_place(table), why, len(table))


def _place(table: Table | None) -> ByteSpan | None:
    return None if table is None else ByteSpan(table.first, table.first + 1)


READER = FitReader()
"""The reader that the pipeline finds."""
