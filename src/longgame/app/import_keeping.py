"""Writing what was read into a journal: one batch, file by file, with what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from longgame.app.import_work import Taken
from longgame.app.regroup import regroup
from longgame.intake.codes import IntakeCode
from longgame.intake.model import Reading, Skipped
from longgame.intake.pieces import Refused
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.ids import ContentHash
from longgame.record.session import Session
from longgame.store.entries import Arrival, BatchId, DaysRead, FileEntry, Outcome, Remark, Support
from longgame.store.port import Journal, NotKept, VaultLocked


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes what was read into one batch of a journal; `came_in` grows by the hash of each file that does."""

    journal: Journal
    batch: BatchId
    now: datetime
    came_in: set[ContentHash] = field(default_factory=set)

    def keep(self, taken: Sequence[Taken | Refused]) -> list[FileEntry]:
        """Keep these together: all of them are on the disk when this returns, or none of them is.

        Where one cannot be kept beside what is there, each is kept by itself, so that it alone must wait.
        """
        news = {one.hash for one in taken if isinstance(one, Taken) and one.hash is not None} - self.came_in
        try:
            with self.journal.change():
                entries = list(self._entries(taken))
                self.journal.imports.note(self.batch, entries)
                self._regroup(
                    one for one, entry in zip(taken, entries, strict=True) if entry.outcome is Outcome.IMPORTED
                )
        except NotKept as fault:
            self.came_in.difference_update(news)
            if len(taken) > 1:
                return [entry for one in taken for entry in self.keep((one,))]
            with self.journal.change():
                entries = self._waiting(taken, fault)
                self.journal.imports.note(self.batch, entries)
        return entries

    def keep_again(self, taken: Taken) -> FileEntry:
        """Keep a file that waited in quarantine, in place of its old entry."""
        with self.journal.change():
            (entry,) = self._outcomes((taken,))
            self.journal.imports.note(self.batch, (entry,))
            self._regroup((taken,))
        return entry

    def _regroup(self, taken: Iterable[Taken | Refused]) -> None:
        readings = [one.reading for one in taken if isinstance(one, Taken) and one.reading is not None]
        regroup(self.journal, {session.local_day for reading in readings for session in reading.sessions})

    def _entries(self, taken: Sequence[Taken | Refused]) -> Iterator[FileEntry]:
        for run in _runs(taken):
            told = [self._told_already(one) for one in run]
            new = [one for one, entry in zip(run, told, strict=True) if entry is None and isinstance(one, Taken)]
            outcomes = iter(self._outcomes(new))
            entries = [entry or next(outcomes) for entry in told]
            self.came_in.update(one.original for one in entries if one.original and one.outcome is Outcome.IMPORTED)
            yield from entries

    def _told_already(self, one: Taken | Refused) -> FileEntry | None:
        """The entry of what needs no keeping."""
        if isinstance(one, Refused):
            return FileEntry(one.shown, Outcome.QUARANTINED, code=one.code.value, message=one.message)
        if one.already_there or one.hash in self.came_in:
            return FileEntry(one.piece.shown, Outcome.ALREADY_THERE, one.hash)
        return None

    def _outcomes(self, taken: Sequence[Taken]) -> list[FileEntry]:
        """Keep all of them at once, and where one cannot be kept each by itself, so that it alone must wait."""
        try:
            with self.journal.change():
                return self._kept(taken)
        except (NotKept, VaultLocked) as fault:
            if len(taken) > 1:
                return [entry for one in taken for entry in self._outcomes((one,))]
            return self._waiting(taken, fault)

    def _waiting(self, taken: Sequence[Taken | Refused], fault: Exception) -> list[FileEntry]:
        """Entries of what could not be kept, with its originals, so that it can be tried again."""
        with suppress(NotKept, VaultLocked), self.journal.change():
            self.journal.originals.enter([one.kept for one in taken if isinstance(one, Taken) and one.kept is not None])
        code, message = IntakeCode.NOT_KEPT.value, f"it could not be kept: {fault}"
        told = [(one.piece.shown, one.hash) if isinstance(one, Taken) else (one.shown, None) for one in taken]
        return [FileEntry(shown, Outcome.QUARANTINED, digest, code=code, message=message) for shown, digest in told]

    def _kept(self, taken: Sequence[Taken]) -> list[FileEntry]:
        self.journal.originals.enter([one.kept for one in taken if one.kept is not None])
        arrivals = [_arrivals(one, self.batch) for one in taken]
        new = iter(self.journal.sessions.add_all([arrival for some in arrivals for arrival in some]))
        fresh = [[arrival.session for arrival in some if next(new)] for some in arrivals]
        return [self._entry(one, sessions) for one, sessions in zip(taken, fresh, strict=True)]

    def _entry(self, taken: Taken, new: Sequence[Session]) -> FileEntry:
        """What became of a file whose sessions are kept already, `new` of them for the first time."""
        entry = FileEntry(taken.piece.shown, Outcome.IMPORTED, taken.hash)
        if taken.refusal is not None or taken.reading is None:
            return entry_refused(entry, taken)
        read = DaysRead(taken.reading.wellness, taken.reading.facts, taken.reading.notes)
        self.journal.days.put_read(read, self.now, _support(taken, self.batch))
        return replace(
            entry_told(entry, taken.reading),
            sessions=len(new),
            sets=sum(len(session.sets) for session in new),
            wellness=len(taken.reading.wellness),
        )


def _runs(taken: Sequence[Taken | Refused]) -> Iterator[list[Taken | Refused]]:
    """The pieces in runs in which no content comes twice: whether the second is there already, the first decides."""
    run: list[Taken | Refused] = []
    met: set[ContentHash] = set()
    for one in taken:
        content = one.hash if isinstance(one, Taken) else None
        if content in met:
            yield run
            run, met = [], set()
        run.append(one)
        met.update(() if content is None else (content,))
    if run:
        yield run


def _support(taken: Taken, batch: BatchId) -> Support:
    assert taken.hash is not None, "a piece with a reading has a hash"
    return Support(taken.hash, batch)


def _arrivals(taken: Taken, batch: BatchId) -> list[Arrival]:
    """The recordings of a piece that is to be kept."""
    if taken.refusal is not None or taken.reading is None:
        return []
    support = _support(taken, batch)
    return [
        Arrival(session, support, streams)
        for session, streams in zip(taken.reading.sessions, taken.streams, strict=True)
    ]


def entry_refused(entry: FileEntry, taken: Taken) -> FileEntry:
    """The entry of a file that was skipped or must wait in quarantine."""
    refusal = taken.refusal
    assert refusal is not None, "only refused pieces come here"
    told = entry if taken.reading is None else entry_told(entry, taken.reading)
    if refusal.code is None:
        return replace(told, outcome=Outcome.SKIPPED, message=refusal.message)
    return replace(told, outcome=Outcome.QUARANTINED, code=refusal.code.value, message=refusal.message)


def entry_told(entry: FileEntry, reading: Reading) -> FileEntry:
    """The entry with what the reading came to."""
    return replace(
        entry,
        reader=reading.reader,
        extent=reading.extent.value,
        remarks=(*(_remark(one) for one in reading.diagnostics), *_asked(reading)),
        skipped=tuple(_skipped(one) for one in reading.skipped),
    )


def _asked(reading: Reading) -> tuple[Remark, ...]:
    """The open question of a file, with how to answer it."""
    question = reading.question
    if question is None:
        return ()
    choices = " or ".join(f"{question.key}={choice}" for choice in question.choices) or f"{question.key}=…"
    hint = f"longgame import answer {choices}"
    return (Remark(question.text, IntakeCode.ASKED.value, Severity.WARNING.value, None, hint),)


def _remark(one: Diagnostic) -> Remark:
    where = None if one.where is None else str(one.where)
    return Remark(one.message, one.code.value, one.severity.value, where, one.hint)


def _skipped(one: Skipped) -> Remark:
    return Remark(one.why, where=None if one.where is None else str(one.where), count=one.count)
