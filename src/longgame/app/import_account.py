"""The closing account of an import: every file found is in it once, and the counts add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from longgame.store.entries import BatchId, FileEntry, Outcome


@dataclass(frozen=True, slots=True)
class ImportAccount:
    """What an import came to. `sessions` and `sets` are how many more the journal shows than before.

    `batch` is None for a rehearsal that kept nothing.
    """

    batch: BatchId | None
    entries: tuple[FileEntry, ...]
    sessions: int = 0
    sets: int = 0
    plan_texts: tuple[str, ...] = ()
    notes: int = 0

    @property
    def days(self) -> int:
        """How many days of wellness were told by the files that came in."""
        return sum(entry.wellness for entry in self.entries)

    def count(self, outcome: Outcome) -> int:
        """How many files had this outcome."""
        return sum(entry.outcome is outcome for entry in self.entries)

    @property
    def found(self) -> int:
        """How many files were found: imported, already there, skipped and quarantined together."""
        return len(self.entries)

    def of(self, outcome: Outcome) -> tuple[FileEntry, ...]:
        """The files with this outcome."""
        return tuple(entry for entry in self.entries if entry.outcome is outcome)


def together(accounts: Sequence[ImportAccount]) -> ImportAccount:
    """Several accounts as one, without a batch."""
    return ImportAccount(
        None,
        tuple(entry for one in accounts for entry in one.entries),
        sum(one.sessions for one in accounts),
        sum(one.sets for one in accounts),
        tuple(text for one in accounts for text in one.plan_texts),
        sum(one.notes for one in accounts),
    )


def account_to_json(account: ImportAccount) -> dict[str, Any]:
    """The account in its documented JSON shape."""
    return {
        "batch": account.batch,
        "files": account.found,
        "imported": account.count(Outcome.IMPORTED),
        "already_there": account.count(Outcome.ALREADY_THERE),
        "files_skipped": account.count(Outcome.SKIPPED),
        "quarantined": [entry_to_json(entry) for entry in account.of(Outcome.QUARANTINED)],
        "sessions": account.sessions,
        "sets": account.sets,
        "wellness": account.days,
        "notes": account.notes,
        "skipped": _skipped(account),
        "remarks": [
            {"path": entry.path, "code": remark.code, "severity": remark.severity, "where": remark.where}
            | {"message": remark.message, "hint": remark.hint}
            for entry in account.entries
            for remark in entry.remarks
        ],
        "plan_texts": list(account.plan_texts),
    }


def entry_to_json(entry: FileEntry) -> dict[str, Any]:
    """A file that waits or was skipped, in the documented JSON shape."""
    return {"path": entry.path, "code": entry.code, "message": entry.message}


def _skipped(account: ImportAccount) -> list[dict[str, Any]]:
    """Whole files first, then what was left out inside files that came in."""
    files = [{"where": entry.path, "why": entry.message, "count": 1} for entry in account.of(Outcome.SKIPPED)]
    inside = [
        {"where": f"{entry.path}: {part.where}" if part.where else entry.path, "why": part.message, "count": part.count}
        for entry in account.entries
        for part in entry.skipped
    ]
    return files + inside
