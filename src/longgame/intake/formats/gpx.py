"""GPX 1.0 and 1.1: tracks with times become sessions, their segments stretches with pauses between, and waypoints
marked during a session notes.

Extensions are told by their local names whatever their namespace, because half of the exporters get that wrong.
Distance is computed from positions (haversine, pauses left out) unless a track's own statistics tell it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from lxml import etree

from longgame.intake.markup import child, children, root_name, text_at
from longgame.intake.model import Extent, Note, Original, ReadContext, Reading, Skipped, session_id
from longgame.intake.moments import Moment, as_datetime, parse_moment, zone_of
from longgame.intake.points import Channel, PointShape, lenient_number, runs_within
from longgame.intake.sports import sport_named
from longgame.intake.tracks import HOW_DERIVED, Track, Undatable, join
from longgame.intake.xml_codes import XmlCode
from longgame.intake.xml_file import XmlFile, open_xml, remarks
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.sport import Sport
from longgame.record.session import Session, Source

NAME = "gpx"

SHAPE = PointShape(
    tag="trkpt",
    time="time",
    channels={
        "ele": Channel.ALTITUDE,
        "speed": Channel.SPEED,
        "hr": Channel.HEART_RATE,
        "heartrate": Channel.HEART_RATE,
        "heartratebpm": Channel.HEART_RATE,
        "cad": Channel.CADENCE,
        "cadence": Channel.CADENCE,
        "runcadence": Channel.CADENCE,
        "power": Channel.POWER,
        "powerinwatts": Channel.POWER,
        "watts": Channel.POWER,
        "atemp": Channel.TEMPERATURE,
        "temp": Channel.TEMPERATURE,
        "temperature": Channel.TEMPERATURE,
    },
    attributes={"lat": Channel.LATITUDE, "lon": Channel.LONGITUDE},
    containers=frozenset({"extensions", "trackpointextension", "tpx", "gpxdata", "powerextension"}),
)

_NUMBERED_SPORTS = {"1": Sport.RIDE, "9": Sport.RUN, "4": Sport.HIKE, "10": Sport.WALK, "16": Sport.SWIM}
"""Numbers that Strava's older exports wrote in `<type>`."""
_MARK_REACH_US = 600_000_000
"""A waypoint up to ten minutes before the start or after the end still belongs to the session."""


@dataclass(frozen=True, slots=True)
class _GpxReader:
    """Reads GPX of either version, whole or cut off."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether the root element is `gpx`."""
        return root_name(head) == "gpx"

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions of all dated tracks; everything else counted and said."""
        opened = open_xml(original.data(), "gpx", SHAPE)
        if isinstance(opened, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(opened,))
        return _File(opened, original, context).reading()


READER = _GpxReader()


@dataclass(frozen=True, slots=True)
class _File:
    """One file being read."""

    xml: XmlFile
    original: Original
    context: ReadContext

    def reading(self) -> Reading:
        root, points = self.xml.digest.root, self.xml.digest.points
        elements = list(children(root, "trk"))
        tracks = [join(points, [runs_within(segment) for segment in children(trk, "trkseg")]) for trk in elements]
        dated = [(trk, track) for trk, track in zip(elements, tracks, strict=True) if isinstance(track, Track)]
        sessions, strange = self._sessions(dated)
        said, left_out = remarks(tracks)
        notes, places = _waypoints(root, [track for _, track in dated], self.context.zone)
        nothing = () if sessions or left_out else (_nothing_recorded(),)
        return Reading(
            NAME,
            Extent.NONE if left_out and not sessions else self.xml.extent,
            sessions,
            notes=notes,
            skipped=(*self.xml.skipped, *left_out, *places, *_routes(root), *_empty(tracks)),
            diagnostics=(*self.xml.diagnostics, *said, *strange, *nothing),
        )

    def _sessions(
        self, dated: Sequence[tuple[etree._Element, Track]]
    ) -> tuple[tuple[Session, ...], tuple[Diagnostic, ...]]:
        sessions: list[Session] = []
        strange = []
        keys: dict[str, int] = {}
        for trk, track in dated:
            key = str(track.start_us)
            keys[key] = keys.get(key, 0) + 1
            session = self._session(trk, track, key if keys[key] == 1 else f"{key}/{keys[key]}", alone=len(dated) == 1)
            sessions.append(session)
            sport = text_at(trk, "type")
            if sport is not None and _sport(sport) is None:
                strange.append(_unknown_sport(sport))
        return tuple(sessions), tuple(strange)

    def _session(self, trk: etree._Element, track: Track, key: str, *, alone: bool) -> Session:
        root = self.xml.digest.root
        zone = zone_of(track.offset_s, self.context.zone)
        start = as_datetime(track.start_us, zone)
        title = text_at(trk, "name")
        if title is None and alone:
            title = text_at(root, "metadata", "name") or text_at(root, "name")
        told = _Statistics.of(trk)
        return Session(
            id=session_id(self.context.athlete, NAME, key),
            athlete=self.context.athlete,
            start=start,
            local_day=start.date(),
            sport=_sport(text_at(trk, "type") or "") or Sport.OTHER,
            sources=(Source(self.original.hash, NAME, device=root.get("creator") or None),),
            title=title,
            duration_s=float(track.streams.t_s[-1]),
            moving_s=told.moving_s or _recorded(track),
            distance_m=told.distance_m or track.distance_m,
            ascent_m=told.ascent_m,
            streams=track.streams,
            note="\n".join(text for name in ("desc", "cmt") if (text := text_at(trk, name))) or None,
            raw=_raw(root, trk, track),
        )


@dataclass(frozen=True, slots=True)
class _Statistics:
    """Totals that some exporters write in a track's extensions, in metres and seconds."""

    distance_m: float | None
    moving_s: float | None
    ascent_m: float | None

    @classmethod
    def of(cls, trk: etree._Element) -> _Statistics:
        extensions = child(trk, "extensions")
        stats = None if extensions is None else child(extensions, "TrackStatsExtension")
        if stats is None:
            return cls(None, None, None)
        return cls(_positive(stats, "Distance"), _positive(stats, "MovingTime"), _positive(stats, "Ascent"))


def _positive(stats: etree._Element, name: str) -> float | None:
    number = lenient_number(text_at(stats, name) or "")
    return number if number is not None and number > 0 else None


def _recorded(track: Track) -> float | None:
    """Seconds inside segments, where there are several; with one, the file does not tell about pauses."""
    return sum(stop - start for start, stop in track.segments) if len(track.segments) > 1 else None


def _sport(name: str) -> Sport | None:
    return _NUMBERED_SPORTS.get(name) or sport_named(name)


def _raw(root: etree._Element, trk: etree._Element, track: Track) -> tuple[tuple[str, str], ...]:
    told = [(f"derived {name}", HOW_DERIVED[name]) for name in track.derived]
    told += [("type", text)] if (text := text_at(trk, "type")) else []
    places = (
        ("keywords", ("metadata", "keywords")),
        ("keywords", ("keywords",)),
        ("author", ("metadata", "author", "name")),
        ("author", ("author",)),
    )
    told += [(name, text) for name, path in places if (text := text_at(root, *path))]
    return tuple(told)


def _waypoints(
    root: etree._Element, tracks: Sequence[Track], home: tzinfo
) -> tuple[tuple[Note, ...], tuple[Skipped, ...]]:
    """Waypoints with words, marked during a session, as notes; the others counted."""
    notes, places = [], 0
    for waypoint in children(root, "wpt"):
        moment = parse_moment(text_at(waypoint, "time") or "")
        words = list(dict.fromkeys(text for name in ("name", "cmt", "desc") if (text := text_at(waypoint, name))))
        if moment is not None and words and any(_during(moment, track) for track in tracks):
            notes.append(Note(as_datetime(moment.us, zone_of(moment.offset_s, home)), ": ".join(words), NAME))
        else:
            places += 1
    return tuple(notes), (Skipped(None, "waypoint: a place, not something done", places),) if places else ()


def _during(moment: Moment, track: Track) -> bool:
    stop_us = track.start_us + int(track.streams.t_s[-1] * 1e6)
    return track.start_us - _MARK_REACH_US <= moment.us <= stop_us + _MARK_REACH_US


def _routes(root: etree._Element) -> tuple[Skipped, ...]:
    count = len(list(children(root, "rte")))
    return (Skipped(None, "route: a way planned, not a session done", count),) if count else ()


def _empty(tracks: Sequence[Track | Undatable]) -> tuple[Skipped, ...]:
    count = sum(isinstance(t, Undatable) and not t.untimed and not t.unset_clock for t in tracks)
    return (Skipped(None, "track without points", count),) if count else ()


def _nothing_recorded() -> Diagnostic:
    return Diagnostic(
        XmlCode.NOTHING_RECORDED,
        Severity.WARNING,
        "there is no recorded track in this file, so it holds no session",
        hint="routes and waypoints are places; export the recorded activity instead",
    )


def _unknown_sport(name: str) -> Diagnostic:
    return Diagnostic(
        XmlCode.UNKNOWN_SPORT, Severity.NOTE, f"the sport {name!r} is not known here; it was read as other"
    )
