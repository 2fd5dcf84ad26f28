"""Garmin Training Center XML: each activity a session with its laps, as devices and many apps export it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from longgame.intake.markup import children, local_name, root_name, text_at
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped, session_id
from longgame.intake.moments import SATELLITE_EPOCH_US, Moment, as_datetime, parse_moment, zone_of
from longgame.intake.points import Channel, PointShape, lenient_number, runs_within
from longgame.intake.sports import sport_named
from longgame.intake.tracks import HOW_DERIVED, Track, Undatable, join
from longgame.intake.xml_codes import XmlCode
from longgame.intake.xml_file import XmlFile, open_xml, remarks
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger, Session, Source
from longgame.record.streams import Streams

NAME = "tcx"
KJ_PER_KCAL = 4.184

SHAPE = PointShape(
    tag="trackpoint",
    time="time",
    channels={
        "latitudedegrees": Channel.LATITUDE,
        "longitudedegrees": Channel.LONGITUDE,
        "altitudemeters": Channel.ALTITUDE,
        "distancemeters": Channel.DISTANCE,
        "value": Channel.HEART_RATE,
        "cadence": Channel.CADENCE,
        "runcadence": Channel.CADENCE,
        "speed": Channel.SPEED,
        "watts": Channel.POWER,
        "temperature": Channel.TEMPERATURE,
    },
    attributes={},
    containers=frozenset({"position", "heartratebpm", "extensions", "tpx"}),
)

_TRIGGERS = {
    "manual": LapTrigger.MANUAL,
    "distance": LapTrigger.DISTANCE,
    "location": LapTrigger.DISTANCE,
    "time": LapTrigger.TIME,
}


@dataclass(frozen=True, slots=True)
class _TcxReader:
    """Reads the activities of a Training Center file, whole or cut off."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether the root element is `TrainingCenterDatabase`."""
        return root_name(head) == "TrainingCenterDatabase"

    def read(self, original: Original, context: ReadContext) -> Reading:
        """A session an activity; workouts and courses counted as left out."""
        opened = open_xml(original.data(), "TrainingCenterDatabase", SHAPE)
        if isinstance(opened, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(opened,))
        return _File(opened, original, context).reading()


READER = _TcxReader()


@dataclass(frozen=True, slots=True)
class _File:
    """One file being read."""

    xml: XmlFile
    original: Original
    context: ReadContext

    def reading(self) -> Reading:
        root = self.xml.digest.root
        activities = [self._activity(element) for element in root.iter() if local_name(element) == "Activity"]
        dated = [(activity, start) for activity in activities if (start := activity.start_us) is not None]
        sessions = tuple(self._session(activity, start_us) for activity, start_us in dated)
        said, left_out = remarks([a.track for a in activities])
        undated = tuple(_undated() for a in activities if a.start_us is None and not a.track_told)
        strange = tuple(_unknown_sport(a.sport) for a, _ in dated if a.sport and sport_named(a.sport) is None)
        nothing = () if activities else (_nothing_recorded(),)
        return Reading(
            NAME,
            Extent.NONE if activities and not sessions else self.xml.extent,
            sessions,
            skipped=(*self.xml.skipped, *left_out, *_not_done(root)),
            diagnostics=(*self.xml.diagnostics, *said, *undated, *strange, *nothing),
        )

    def _activity(self, element: etree._Element) -> _Activity:
        laps = tuple(_ToldLap.of(lap) for lap in children(element, "Lap"))
        moments = [lap.start for lap in laps] + [parse_moment(text_at(element, "Id") or "")]
        first = next((m for m in moments if m is not None and m.us >= SATELLITE_EPOCH_US), None)
        track = join(self.xml.digest.points, tuple(_stretches(element)), None if first is None else first.us)
        return _Activity(element, laps, first, track)

    def _session(self, activity: _Activity, start_us: int) -> Session:
        told, streams = activity.laps, activity.streams
        start = as_datetime(start_us, zone_of(activity.offset_s, self.context.zone))
        last_s = None if streams is None else float(streams.t_s[-1])
        laps = _placed(told, start_us, last_s)
        ends = [lap.stop_s for lap in laps] + ([] if last_s is None else [last_s])
        distance = _total([lap.distance_m for lap in told])
        own_id = text_at(activity.element, "Id")
        device = text_at(activity.element, "Creator", "Name")
        return Session(
            id=session_id(self.context.athlete, NAME, own_id or str(start_us)),
            athlete=self.context.athlete,
            start=start,
            local_day=start.date(),
            sport=sport_named(activity.sport) or Sport.OTHER,
            sources=(Source(self.original.hash, NAME, own_id, device),),
            duration_s=max(ends, default=None),
            moving_s=_total([lap.timer_s for lap in told]),
            distance_m=activity.track_distance_m if distance is None else distance,
            energy_kj=_energy(told),
            mean_hr_bpm=_mean([(lap.mean_hr_bpm, lap.timer_s) for lap in told]),
            mean_power_w=_mean([(lap.mean_power_w, lap.timer_s) for lap in told]),
            streams=streams,
            laps=laps,
            note=text_at(activity.element, "Notes"),
            raw=tuple(_raw(activity)),
        )


@dataclass(frozen=True, slots=True)
class _ToldLap:
    """A lap as the file tells it, in the product's units; `timer_s` leaves pauses out."""

    start: Moment | None
    timer_s: float | None
    distance_m: float | None
    energy_kcal: float | None
    mean_hr_bpm: float | None
    mean_power_w: float | None
    trigger: LapTrigger
    resting: bool

    @classmethod
    def of(cls, lap: etree._Element) -> _ToldLap:
        """What a `Lap` element says."""
        return cls(
            start=parse_moment(lap.get("StartTime") or ""),
            timer_s=_number(lap, "TotalTimeSeconds"),
            distance_m=_number(lap, "DistanceMeters"),
            energy_kcal=_number(lap, "Calories"),
            mean_hr_bpm=_number(lap, "AverageHeartRateBpm", "Value"),
            mean_power_w=_number(lap, "Extensions", "LX", "AvgWatts"),
            trigger=_TRIGGERS.get((text_at(lap, "TriggerMethod") or "").lower(), LapTrigger.UNKNOWN),
            resting=text_at(lap, "Intensity") == "Resting",
        )


@dataclass(frozen=True, slots=True)
class _Activity:
    """One activity: its element without points, its laps, its first told moment and its points."""

    element: etree._Element
    laps: tuple[_ToldLap, ...]
    told: Moment | None
    track: Track | Undatable

    @property
    def sport(self) -> str:
        return self.element.get("Sport") or ""

    @property
    def start_us(self) -> int | None:
        if isinstance(self.track, Track):
            return self.track.start_us
        return None if self.told is None else self.told.us

    @property
    def offset_s(self) -> int | None:
        if self.told is not None:
            return self.told.offset_s
        return self.track.offset_s if isinstance(self.track, Track) else None

    @property
    def streams(self) -> Streams | None:
        return self.track.streams if isinstance(self.track, Track) else None

    @property
    def track_distance_m(self) -> float | None:
        return self.track.distance_m if isinstance(self.track, Track) else None

    @property
    def track_told(self) -> bool:
        """Whether points without usable times were found, which `remarks` reports."""
        return bool(self.track.untimed or self.track.unset_clock)


def _stretches(activity: etree._Element) -> Iterator[tuple[slice, ...]]:
    """Points recorded without a pause: a second `Track` in a lap begins after a pause, a new lap does not."""
    stretch: tuple[slice, ...] = ()
    for lap in children(activity, "Lap"):
        for number, track in enumerate(children(lap, "Track")):
            if number and stretch:
                yield stretch
                stretch = ()
            stretch += runs_within(track)
    yield stretch + tuple(run for track in children(activity, "Track") for run in runs_within(track))


def _placed(told: Sequence[_ToldLap], start_us: int, last_s: float | None) -> tuple[Lap, ...]:
    """Laps in seconds from the start. A lap ends where the next begins; the last with the recording or its timer."""
    known = [lap for lap in told if lap.start is not None and lap.start.us >= start_us]
    starts = [(lap.start.us - start_us) / 1e6 for lap in known if lap.start is not None]
    laps = []
    for number, (lap, start_s) in enumerate(zip(known, starts, strict=True)):
        timer_end = start_s + (lap.timer_s or 0.0)
        last = number == len(known) - 1
        stop_s = max(timer_end, last_s or 0.0) if last else max(start_s, starts[number + 1])
        laps.append(Lap(start_s, stop_s, lap.distance_m, lap.trigger, lap.mean_hr_bpm, lap.mean_power_w))
    return tuple(laps)


def _number(lap: etree._Element, *path: str) -> float | None:
    number = lenient_number(text_at(lap, *path) or "")
    return number if number is not None and number >= 0 else None


def _total(numbers: Sequence[float | None]) -> float | None:
    """The sum over laps, or None where no lap tells it or all tell 0, which apps write for "not measured"."""
    return sum(number for number in numbers if number is not None) or None


def _mean(numbers: Sequence[tuple[float | None, float | None]]) -> float | None:
    """The mean over laps, each by its time."""
    known = [(number, timer) for number, timer in numbers if number and timer]
    return sum(n * t for n, t in known) / sum(t for _, t in known) if known else None


def _energy(laps: Sequence[_ToldLap]) -> float | None:
    kcal = _total([lap.energy_kcal for lap in laps])
    return None if kcal is None else kcal * KJ_PER_KCAL


def _raw(activity: _Activity) -> Iterator[tuple[str, str]]:
    if isinstance(activity.track, Track):
        yield from ((f"derived {name}", HOW_DERIVED[name]) for name in activity.track.derived)
    for name, path in (
        ("planned workout", ("Training", "Plan", "Name")),
        ("training", ("Training", "QuickWorkoutResults", "TotalTimeSeconds")),
        ("device unit", ("Creator", "UnitId")),
    ):
        if text := text_at(activity.element, *path):
            yield name, text
    resting = [str(number) for number, lap in enumerate(activity.laps, 1) if lap.resting]
    if resting:
        yield "resting laps", " ".join(resting)


def _not_done(root: etree._Element) -> tuple[Skipped, ...]:
    """Courses and planned workouts, which are not sessions."""
    names = [local_name(element) for element in root.iter()]
    kinds = (
        ("Course", "course: a way planned, not a session done"),
        ("Workout", "planned workout: not a session done"),
    )
    return tuple(Skipped(None, why, names.count(name)) for name, why in kinds if name in names)


def _undated() -> Diagnostic:
    return Diagnostic(
        XmlCode.UNDATED, Severity.ERROR, "an activity tells no time at all, so it cannot be placed on a day"
    )


def _nothing_recorded() -> Diagnostic:
    return Diagnostic(
        XmlCode.NOTHING_RECORDED, Severity.WARNING, "there is no activity in this file, so it holds no session"
    )


def _unknown_sport(name: str) -> Diagnostic:
    return Diagnostic(
        XmlCode.UNKNOWN_SPORT, Severity.NOTE, f"the sport {name!r} is not known here; it was read as other"
    )
