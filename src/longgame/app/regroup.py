"""Show recordings of one session as one session, on the days where recordings came or went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from longgame.intake.dedupe import NAMED_FILE, Candidate, OneSession, grouped, newest
from longgame.intake.merging import merged
from longgame.kernel.ids import SessionId
from longgame.record.session import Session
from longgame.store.entries import Recording
from longgame.store.port import Journal

_DAY = timedelta(days=1)


def regroup(journal: Journal, days: Iterable[date]) -> None:
    """Group anew the recordings of these days; sessions whose recordings stay together are left untouched.

    Neighbouring days are looked at too, for a session may lie on another day in another source's zone.
    """
    for first, last in _stretches(days):
        for group, recordings in _groups(journal, first, last):
            _show(journal, group, recordings)


def merged_anew(journal: Journal, days: Iterable[date]) -> Iterator[Session]:
    """What several recordings of these days are together, made again from them; nothing is changed."""
    for first, last in _stretches(days):
        for group, _ in _groups(journal, first, last):
            if len(group.members) > 1:
                yield _whole(journal, group)


def _groups(journal: Journal, first: date, last: date) -> Iterator[tuple[OneSession, tuple[Recording, ...]]]:
    recordings = journal.sessions.recordings_between(first - _DAY, last + _DAY)
    for group in grouped([_candidate(one) for one in recordings]):
        yield group, recordings


def days_of(journal: Journal, sessions: Iterable[SessionId]) -> tuple[date, ...]:
    """The local days of these sessions, those no longer there left out."""
    found = (journal.sessions.recordings(one) for one in sessions)
    return tuple(sorted({recording.local_day for several in found for recording in several}))


def _stretches(days: Iterable[date]) -> list[tuple[date, date]]:
    """The days as stretches, days that lie near each other together so that none is looked at twice."""
    stretches: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if stretches and day - stretches[-1][1] <= 3 * _DAY:
            stretches[-1] = (stretches[-1][0], day)
        else:
            stretches.append((day, day))
    return stretches


def _candidate(recording: Recording) -> Candidate:
    return Candidate(
        recording.head,
        frozenset(recording.originals),
        recording.exported_until,
        frozenset(recording.paths),
        next((text for name, text in recording.raw if name == NAMED_FILE and text), None),
    )


def _show(journal: Journal, group: OneSession, recordings: tuple[Recording, ...]) -> None:
    contents = {member.head.content for member in group.members}
    members = [one for one in recordings if one.head.content in contents]
    companions = {one.shown_as for one in members}
    together = {one.head.content for one in recordings if one.hidden and one.shown_as in companions}
    if len(members) == 1:
        if members[0].hidden:
            journal.sessions.show_apart(members[0].shown_as)
        return
    one_version_each = len(group.ids) == len(members)
    if one_version_each and len(companions) == 1 and together == contents:
        return
    journal.sessions.show_as(_whole(journal, group), group.ids, group.because)


def _whole(journal: Journal, group: OneSession) -> Session:
    newer = sorted(member.head.content for member in newest(group.members))
    return merged([one for content in newer if (one := journal.sessions.recording(content)) is not None])
