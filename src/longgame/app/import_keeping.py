"""Writing what was read into a journal: one batch, file by file, with what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from longgame.app.import_work import Taken
from longgame.app.regroup import regroup
from longgame.intake.codes import IntakeCode
from longgame.intake.model import Reading, Skipped
from longgame.intake.pieces import Refused
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.ids import ContentHash
from longgame.store.entries import BatchId, FileEntry, Outcome, Remark, Support
from longgame.store.port import Journal, NotKept, VaultLocked


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes what was read into one batch of a journal; `came_in` grows by the hash of each file that does."""

    journal: Journal
    batch: BatchId
    now: datetime
    came_in: set[ContentHash] = field(default_factory=set)

    def keep(self, taken: Sequence[Taken | Refused]) -> list[FileEntry]:
        """Keep these together: all of them are on the disk when this returns, or none of them is."""
        with self.journal.change():
            entries = [self._first_time(one) for one in taken]
            self.journal.imports.note(self.batch, entries)
            self._regroup(one for one, entry in zip(taken, entries, strict=True) if entry.outcome is Outcome.IMPORTED)
        return entries

    def keep_again(self, taken: Taken) -> FileEntry:
        """Keep a file that waited in quarantine, in place of its old entry."""
        with self.journal.change():
            entry = self._outcome(taken)
            self.journal.imports.note(self.batch, (entry,))
            self._regroup((taken,))
        return entry

    def _regroup(self, taken: Iterable[Taken | Refused]) -> None:
        readings = [one.reading for one in taken if isinstance(one, Taken) and one.reading is not None]
        regroup(self.journal, {session.local_day for reading in readings for session in reading.sessions})

    def _first_time(self, one: Taken | Refused) -> FileEntry:
        if isinstance(one, Refused):
            return FileEntry(one.shown, Outcome.QUARANTINED, code=one.code.value, message=one.message)
        if one.already_there or one.hash in self.came_in:
            return FileEntry(one.piece.shown, Outcome.ALREADY_THERE, one.hash)
        entry = self._outcome(one)
        if entry.outcome is Outcome.IMPORTED and one.hash is not None:
            self.came_in.add(one.hash)
        return entry

    def _outcome(self, taken: Taken) -> FileEntry:
        entry = FileEntry(taken.piece.shown, Outcome.IMPORTED, taken.hash)
        try:
            with self.journal.change():
                if taken.kept is not None:
                    self.journal.originals.enter(taken.kept)
                return entry_refused(entry, taken) if taken.refusal is not None else self._keep_reading(entry, taken)
        except (NotKept, VaultLocked) as fault:
            code, message = IntakeCode.NOT_KEPT.value, f"it could not be kept: {fault}"
            return replace(entry, outcome=Outcome.QUARANTINED, code=code, message=message)

    def _keep_reading(self, entry: FileEntry, taken: Taken) -> FileEntry:
        reading, original = taken.reading, taken.hash
        assert reading is not None, "a piece without a refusal has a reading"
        assert original is not None, "a piece with a reading has a hash"
        support = Support(original, self.batch)
        new = [
            session
            for session, streams in zip(reading.sessions, taken.streams, strict=True)
            if self.journal.sessions.add(session, support, streams)
        ]
        for wellness in reading.wellness:
            self.journal.days.put_wellness(wellness, support)
        for fact in reading.facts:
            self.journal.days.put_fact(fact, self.now, support)
        for note in reading.notes:
            self.journal.days.put_note(note, support)
        return replace(
            entry_told(entry, reading),
            outcome=Outcome.IMPORTED,
            sessions=len(new),
            sets=sum(len(session.sets) for session in new),
            wellness=len(reading.wellness),
        )


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
