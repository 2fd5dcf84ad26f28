"""Which recordings are of one and the same session: a watch and a bike computer, a file and an app's list of it.

A pure function of the recordings, so the order in which they came in is of no matter. The rule is documented in
docs/explanation/same-session.md; what it was judged on is kept and shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from longgame.kernel.ids import ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.record.heads import SessionHead

LEAST_OVERLAP = 0.8
"""Recordings of known length are of one session when they share this much of the longer one."""

NEAR_START = timedelta(seconds=120)
"""Recordings of unlike length (one counts pauses) must start this near to each other and agree on the distance."""

LIKE_DISTANCE = 0.05
LIKE_DAY_LENGTH = 0.03
"""Where a source tells only the day, length and distance must agree this closely."""

DEVICE_FORMATS = frozenset({"fit", "tcx", "gpx"})
"""Formats of one file for one session. In any other format, two entries of one app are two sessions."""

NAMED_FILE = "file"
"""Under this name in `Session.raw` a list keeps the name of the file that holds a session's recording."""

_FOOT = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})
_GYM = frozenset({Sport.STRENGTH, Sport.CONDITIONING, Sport.MOBILITY, Sport.SKILL})
_WHEELS = frozenset({Sport.HANDCYCLE, Sport.WHEELCHAIR})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recording as far as it matters here. `exported_until` tells the newer of two exports of one session.

    `paths` are the names its files came under; `names_file` is the file that a line of a list says is its recording.
    """

    head: SessionHead
    originals: frozenset[ContentHash] = frozenset()
    exported_until: datetime | None = None
    paths: frozenset[str] = frozenset()
    names_file: str | None = None

    @property
    def reader(self) -> str:
        """The format it came from, "" when entered by hand."""
        return self.head.sources[0] if self.head.sources else ""


@dataclass(frozen=True, slots=True)
class OneSession:
    """Recordings that belong together, by content and in order of start; `because` is empty for a single one."""

    members: tuple[Candidate, ...]
    because: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[SessionId, ...]:
        """The ids of the recordings, each once."""
        return tuple(dict.fromkeys(member.head.id for member in self.members))


def grouped(candidates: Sequence[Candidate]) -> tuple[OneSession, ...]:
    """The recordings grouped by session, by start."""
    ordered = sorted(candidates, key=lambda one: (one.head.start, one.head.id, one.head.content))
    leader = list(range(len(ordered)))
    reasons: list[tuple[int, str]] = []
    for first, second, why in _pairs(ordered):
        joined, into = _leader(leader, second), _leader(leader, first)
        if joined != into and _may_join(ordered, leader, joined, into):
            leader[max(joined, into)] = min(joined, into)
            reasons.append((first, why))
    groups: dict[int, list[int]] = {}
    for index in range(len(ordered)):
        groups.setdefault(_leader(leader, index), []).append(index)
    return tuple(
        OneSession(
            tuple(ordered[index] for index in members),
            tuple(why for index, why in reasons if index in members),
        )
        for members in groups.values()
    )


def newest(members: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Of several exports of one entry (same id) only the newest, by the latest session that its file tells of."""
    best: dict[SessionId, Candidate] = {}
    for one in members:
        known = best.get(one.head.id)
        if known is None or _newness(one) > _newness(known):
            best[one.head.id] = one
    return tuple(one for one in members if best[one.head.id] is one)


def same_session(one: Candidate, other: Candidate) -> str | None:
    """The evidence that two recordings are of one session, or None. Does not depend on their order."""
    if one.head.id == other.head.id:
        return "the same entry of the same source"
    if not _may_be_same(one, other):
        return None
    if _names(one, other) or _names(other, one):
        return "one names the other's file"
    if one.head.start_known and other.head.start_known:
        return _same_by_time(one.head, other.head)
    return _same_by_day(one.head, other.head)


def _pairs(ordered: list[Candidate]) -> list[tuple[int, int, str]]:
    """All pairs that match: those of one entry first, then those by time, then those by day only, closest first.

    A source that tells only the day goes to at most one session; where two fit equally, it stays alone.
    """
    found: list[tuple[int, int, str]] = []
    by_day: dict[int, list[tuple[float, int, int, str]]] = {}
    for first in range(len(ordered)):
        for second in range(first + 1, len(ordered)):
            why = same_session(ordered[first], ordered[second])
            if why is None:
                continue
            dayless = [i for i in (first, second) if not ordered[i].head.start_known]
            if not dayless or ordered[first].head.id == ordered[second].head.id:
                found.append((first, second, why))
            else:
                gap = _gap(ordered[first].head, ordered[second].head)
                by_day.setdefault(dayless[0], []).append((gap, first, second, why))
    for matches in by_day.values():
        closest = sorted(matches)
        if len(closest) == 1 or closest[0][0] < closest[1][0]:
            found.append(closest[0][1:])
    return found


def _may_join(ordered: list[Candidate], leader: list[int], joined: int, into: int) -> bool:
    """No group may come to hold two recordings that can never be one session, by way of a third."""
    one = [ordered[i] for i in range(len(ordered)) if _leader(leader, i) == joined]
    other = [ordered[i] for i in range(len(ordered)) if _leader(leader, i) == into]
    return all(a.head.id == b.head.id or _may_be_same(a, b) for a in one for b in other)


def _leader(leader: list[int], index: int) -> int:
    while leader[index] != index:
        index = leader[index]
    return index


def _may_be_same(one: Candidate, other: Candidate) -> bool:
    if one.originals & other.originals or not _like_sports(one.head.sport, other.head.sport):
        return False
    return one.reader != other.reader or one.reader in DEVICE_FORMATS


def _names(line: Candidate, recording: Candidate) -> bool:
    """Whether the line of a list names the recording's file; the folders above it and .gz are of no matter."""
    if line.names_file is None:
        return False
    named = line.names_file.removesuffix(".gz")
    return any(path.removesuffix(".gz").endswith("/" + named) for path in recording.paths)


def _like_sports(one: Sport, other: Sport) -> bool:
    if one is other or Sport.OTHER in (one, other):
        return True
    return any(one in family and other in family for family in (_FOOT, _GYM, _WHEELS))


def _same_by_time(one: SessionHead, other: SessionHead) -> str | None:
    apart = abs((one.start - other.start).total_seconds())
    if not one.duration_s or not other.duration_s:
        if apart <= NEAR_START.total_seconds() and _like(one.distance_m, other.distance_m, LIKE_DISTANCE) is not False:
            return f"started {apart:.0f} s apart"
        return None
    start = max(one.start, other.start)
    stop = min(one.start + timedelta(seconds=one.duration_s), other.start + timedelta(seconds=other.duration_s))
    shared = (stop - start).total_seconds()
    if shared / max(one.duration_s, other.duration_s) >= LEAST_OVERLAP:
        return f"started {apart:.0f} s apart and share {shared / 60:.0f} min"
    if apart > NEAR_START.total_seconds() or shared / min(one.duration_s, other.duration_s) < 0.95:
        return None
    if _like(one.distance_m, other.distance_m, LIKE_DISTANCE):
        return f"started {apart:.0f} s apart and covered the same distance"
    return None


def _same_by_day(one: SessionHead, other: SessionHead) -> str | None:
    if one.local_day != other.local_day:
        return None
    distance = _like(one.distance_m, other.distance_m, LIKE_DAY_LENGTH)
    length = _like(one.duration_s, other.duration_s, LIKE_DAY_LENGTH)
    moving = _like(one.moving_s or one.duration_s, other.moving_s or other.duration_s, LIKE_DAY_LENGTH)
    if distance is False or (length is False and moving is False) or (distance is None and length is None):
        return None
    alike = "length and distance" if distance and (length or moving) else "distance" if distance else "length"
    return f"on the same day with the same {alike}"


def _gap(one: SessionHead, other: SessionHead) -> float:
    pairs = ((one.duration_s, other.duration_s), (one.distance_m, other.distance_m))
    return sum(abs(a - b) / max(a, b) for a, b in pairs if a and b)


def _like(one: float | None, other: float | None, share: float) -> bool | None:
    """Whether two amounts agree to within a share of the larger; None when one of them is not known."""
    if not one or not other:
        return None
    return abs(one - other) <= share * max(one, other)


def _newness(one: Candidate) -> tuple[float, int, str]:
    until = one.exported_until.timestamp() if one.exported_until else 0.0
    return until, one.head.set_count, one.head.content
