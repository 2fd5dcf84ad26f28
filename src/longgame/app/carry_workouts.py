"""Workouts carried in from other programs as plan text, and sessions of a plan carried out to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from longgame.app.own_numbers import anchors_on
from longgame.app.setting import Setting
from longgame.app.show_plan import days_of
from longgame.intake.formats.fit.guides import guided_workouts
from longgame.intake.model import Original
from longgame.intake.readers import reader_named
from longgame.kernel.ids import content_hash
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.interop.calendar_file import write_ics
from longgame.plan.interop.carried import Exported, Imported, unreadable
from longgame.plan.interop.erg import read_erg, write_erg, write_mrc
from longgame.plan.interop.fit_workout import write_fit
from longgame.plan.interop.guided import read_guided
from longgame.plan.interop.intervals_out import write_intervals
from longgame.plan.interop.intervals_text import read_intervals
from longgame.plan.interop.liftoscript import read_liftoscript
from longgame.plan.interop.liftoscript_out import write_liftoscript
from longgame.plan.interop.trainingpeaks_rows import write_rows
from longgame.plan.interop.zwo import read_zwo, write_zwo
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent


class Foreign(Enum):
    """The formats that sessions can go out in."""

    FIT = "fit"
    ZWO = "zwo"
    ERG = "erg"
    MRC = "mrc"
    INTERVALS = "intervals"
    LIFTOSCRIPT = "liftoscript"
    TRAININGPEAKS = "trainingpeaks"
    ICS = "ics"

    @property
    def holds_whole_plans(self) -> bool:
        """Whether one file holds many sessions."""
        return self in (Foreign.TRAININGPEAKS, Foreign.ICS)


_WRITERS: dict[Foreign, Callable[[Unfolded, Anchors], Exported]] = {
    Foreign.FIT: write_fit,
    Foreign.ZWO: write_zwo,
    Foreign.ERG: write_erg,
    Foreign.MRC: write_mrc,
    Foreign.INTERVALS: write_intervals,
    Foreign.LIFTOSCRIPT: write_liftoscript,
}


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """One file that was made of sessions, named so that its day comes first."""

    name: str
    data: bytes
    exported: Exported


def carry_in(setting: Setting, name: str, data: bytes) -> tuple[Imported, ...]:
    """Plan text of a workout file; what kind it is, its content and its name's ending tell. Never raises on any bytes.

    A FIT file may hold several workouts, each of which becomes a text of its own.
    """
    title, _, ending = name.rpartition(".")
    title = title or name
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data[8:12] == b".FIT" or ending.lower() == "fit":
        found = tuple(read_guided(one) for one in guided_workouts(data, title))
        return found or (
            unreadable("this FIT file holds no workout with steps", "export the workout, not an activity"),
        )
    if head.startswith(b"<"):
        return (read_zwo(data),)
    if b"[COURSE HEADER]" in head.upper() or ending.lower() in ("erg", "mrc"):
        return (read_erg(data),)
    if b"WorkoutDay" in data[:4096]:
        return _planned_rows(setting, name, data)
    return (_text(title, ending.lower(), data),)


def _text(title: str, ending: str, data: bytes) -> Imported:
    """Workout text has lines that begin with a dash, Liftoscript has sections between slashes."""
    lines = data.decode("utf-8-sig", "replace").splitlines()
    dashes = sum(line.lstrip().startswith("-") for line in lines)
    slashes = sum(" / " in line for line in lines)
    if ending in ("liftoscript", "lift") or slashes > dashes:
        return read_liftoscript(data, title)
    return read_intervals(data, title=title)


def _planned_rows(setting: Setting, name: str, data: bytes) -> tuple[Imported, ...]:
    """The rows of a TrainingPeaks export that were only planned."""
    reader = reader_named("trainingpeaks")
    if reader is None:
        raise LookupError("the reader of TrainingPeaks exports is not registered")
    reading = reader.read(Original(name, content_hash(data), held=data), setting.reading())
    if not reading.plan_texts:
        return (unreadable("no row of this table was only planned", "import what was done with longgame import"),)
    return tuple(Imported(text, reading.diagnostics) for text in reading.plan_texts)


def carry_out(setting: Setting, name: str, text: str, to: Foreign, on: date | None = None) -> tuple[CarriedOut, ...]:
    """The sessions of a plan text, those of day `on` alone where it is given, in another format.

    Days of rest go out only to calendars. A plan without dates begins today. Moves said so far are heeded.
    """
    found = days_of(setting, text)
    chosen = [one for one in found if on is None or one.session.day == on]
    if to.holds_whole_plans:
        return (_whole(setting, name, [one.session for one in chosen], to),) if chosen else ()
    work = [one for one in chosen if one.session.intent is not Intent.REST and one.session.steps]
    profile = setting.journal.days.profile()
    written = [(one.session, _WRITERS[to](one, anchors_on(profile, one.session.day))) for one in work]
    return tuple(_named(session, exported) for session, exported in written)


def _whole(setting: Setting, name: str, sessions: Sequence[PlannedSession], to: Foreign) -> CarriedOut:
    if to is Foreign.ICS:
        exported = write_ics(name, sessions, setting.zone, setting.clock.now())
    else:
        exported = write_rows(name, sessions)
    return CarriedOut(exported.name, exported.data, exported)


def _named(session: PlannedSession, exported: Exported) -> CarriedOut:
    return CarriedOut(f"{session.day.isoformat()} {exported.name}", exported.data, exported)
