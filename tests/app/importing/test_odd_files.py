"""Files with things that cannot be, between good ones: they alone wait or lose what is odd, and nothing else stops."""

import json
from datetime import timedelta

import pytest

from longgame.app import import_keeping
from longgame.store.entries import Outcome
from longgame.store.port import NotKept
from tests.app.importing.activity_files import START, gpx
from tests.app.importing.conftest import Importing

LIST = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename\n"
    '1,"May 13, 2026, 9:54:42 AM",Long,Run,{},5000,\n'
    '2,"May 13, 2026, 10:54:42 AM",Short,Run,1800,5000,\n'
    '3,"Jan 1, 0001, 9:54:42 AM",Old,Run,1800,5000,\n'
    '4,"Dec 31, 9999, 11:54:42 PM",Late,Run,1800,5000,\n'
)


def test_lengths_and_years_that_cannot_be_stop_no_import(importing: Importing) -> None:
    importing.lay("a.csv", LIST.format("9" * 14).encode())
    importing.lay("b.gpx", gpx())
    account = importing.bring_in()
    assert [entry.outcome for entry in account.entries] == [Outcome.IMPORTED, Outcome.IMPORTED]
    told = {head.title: head.duration_s for head in importing.journal.sessions.heads()}
    assert told == {"Long": None, "Short": 1800.0, "Morning": 299.0}
    assert sum(one.count for one in account.entries[0].skipped) == 2


def test_half_characters_in_a_diary_are_kept_as_what_they_are_not(importing: Importing) -> None:
    entry = {"creationDate": "2026-05-13T09:54:42Z", "text": "half \ud800 and \0"}
    importing.lay("diary.json", json.dumps({"entries": [entry]}).encode())
    assert [entry.outcome for entry in importing.bring_in().entries] == [Outcome.IMPORTED]
    assert [note.text for note in importing.journal.days.notes()] == ["half \ufffd and \ufffd"]


def test_a_file_that_cannot_be_kept_beside_the_others_waits_alone_and_can_be_tried_again(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fails once the sessions are there, such as finding those of one outing, costs one file."""
    regroup, bad = import_keeping.regroup, (START + timedelta(days=1)).date()

    def fails(journal: object, days: set[object]) -> None:
        if bad in days:
            raise NotKept("as told")
        regroup(journal, days)  # type: ignore[arg-type]  # handed on as it came

    paths = [importing.lay(f"{day}.gpx", gpx(START + timedelta(days=day))) for day in range(3)]
    with monkeypatch.context() as patched:
        patched.setattr(import_keeping, "regroup", fails)
        account = importing.bring_in(*paths)
    assert [entry.outcome.value for entry in account.entries] == ["imported", "quarantined", "imported"]
    assert len(importing.journal.sessions.heads()) == 2
    again = importing.bring_in(*paths)
    assert [entry.outcome.value for entry in again.entries] == ["already there", "imported", "already there"]
    assert len(importing.journal.sessions.heads()) == 3
