"""Taking an import back leaves the journal exactly as it was before."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.app.import_files import import_files
from longgame.app.quarantine import retry_quarantine
from longgame.app.undo_import import undo_import
from longgame.intake.model import Reader
from longgame.intake.readers import recognise
from longgame.store.entries import Outcome
from longgame.store.journal import open_store
from tests.app.importing.activity_files import START, gpx, hevy, tcx
from tests.app.importing.conftest import CONTEXT, NOW, Importing
from tests.app.importing.whole_journal import contents, shown


def test_undo_restores_every_row_and_every_file(importing: Importing) -> None:
    importing.bring_in(importing.lay("run.gpx", gpx()), importing.lay("january.csv", hevy(3)))
    before = contents(importing.journal)
    account = importing.bring_in(
        importing.lay("same-run.tcx", tcx()),
        importing.lay("february.csv", hevy(5, loads=62)),
        importing.lay("other.gpx", gpx(START.replace(day=20))),
        importing.lay("riddle.bin", b"\x00\x01"),
    )
    assert contents(importing.journal) != before
    assert account.batch is not None
    undone = undo_import(importing.journal, account.batch, NOW)
    assert undone is not None
    assert (undone.sessions, undone.sets) == (account.sessions, account.sets)
    assert contents(importing.journal) == before


def test_undoing_an_earlier_import_leaves_what_later_ones_brought(importing: Importing) -> None:
    first = importing.bring_in(importing.lay("run.gpx", gpx()))
    importing.bring_in(importing.lay("run.tcx", tcx()))
    assert len(importing.journal.sessions.heads()) == 1
    assert first.batch is not None
    undo_import(importing.journal, first.batch, NOW)
    (head,) = importing.journal.sessions.heads()
    assert head.sources == ("tcx",)


def test_what_a_later_import_asked_for_too_stays(importing: Importing) -> None:
    run = importing.lay("run.gpx", gpx())
    first = importing.bring_in(run)
    again = importing.bring_in(run, importing.lay("january.csv", hevy(3)))
    assert [one.outcome for one in again.of(Outcome.ALREADY_THERE)] == [Outcome.ALREADY_THERE]
    assert first.batch is not None
    assert again.batch is not None
    undone = undo_import(importing.journal, first.batch, NOW)
    assert undone is not None
    assert (undone.sessions, undone.stay) == (0, 1)
    assert {one.outcome for one in importing.journal.imports.files(again.batch)} == {Outcome.IMPORTED}
    assert importing.bring_in(run).sessions == 0
    last = undo_import(importing.journal, again.batch, NOW)
    assert last is not None
    assert (last.sessions, last.stay) == (3, 1)


FILES = {"run.gpx": gpx(), "run.tcx": tcx(), "january.csv": hevy(3), "february.csv": hevy(5)}


@dataclass(frozen=True)
class Step:
    """Import these files, or take the import of that number back."""

    names: tuple[str, ...] = ()
    undo: int | None = None


STEPS = st.lists(
    st.one_of(
        st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3, unique=True).map(lambda n: Step(tuple(n))),
        st.integers(0, 3).map(lambda number: Step(undo=number)),
    ),
    min_size=2,
    max_size=7,
)


@settings(max_examples=8)
@given(STEPS)
def test_after_any_imports_and_undos_the_journal_shows_what_the_standing_ones_bring(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        journal, fresh = (open_store(Path(folder) / name) for name in ("journal", "fresh"))
        with journal, fresh:
            standing: dict[int, tuple[str, ...]] = {}
            mixed = Importing(journal.journal(), Path(folder))
            batches: list[str] = []
            for step in steps:
                if step.undo is None:
                    batches.append(str(mixed.bring_in(*(mixed.lay(name, FILES[name]) for name in step.names)).batch))
                    standing[len(batches) - 1] = step.names
                elif step.undo in standing:
                    assert undo_import(mixed.journal, batches[step.undo], NOW) is not None
                    del standing[step.undo]
            plain = Importing(fresh.journal(), Path(folder))
            for names in standing.values():
                plain.bring_in(*(plain.lay(name, FILES[name]) for name in names))
            assert shown(mixed.journal) == shown(plain.journal)
            assert sorted(mixed.journal.imports.known()) == sorted(plain.journal.imports.known())


def test_what_two_exports_tell_stays_until_both_are_taken_back(importing: Importing) -> None:
    batches = [
        importing.bring_in(importing.lay(name, hevy(weeks))).batch for name, weeks in (("a.csv", 3), ("b.csv", 4))
    ]
    assert batches[0] is not None
    assert batches[1] is not None
    undo_import(importing.journal, batches[0], NOW)
    assert len(importing.journal.sessions.heads()) == 4
    undo_import(importing.journal, batches[1], NOW)
    assert shown(importing.journal) == []
    assert importing.journal.originals.all() == ()


def test_an_import_is_taken_back_once_and_can_come_again(importing: Importing) -> None:
    path = importing.lay("run.gpx", gpx())
    first = importing.bring_in(path)
    assert first.batch is not None
    full = contents(importing.journal)
    assert undo_import(importing.journal, first.batch, NOW) is not None
    assert undo_import(importing.journal, first.batch, NOW) is None
    assert undo_import(importing.journal, "nothing like it", NOW) is None
    assert importing.bring_in(path).sessions == 1
    again = contents(importing.journal)
    assert {name: rows for name, rows in again.items() if name != "supports"} == {
        name: rows for name, rows in full.items() if name != "supports"
    }


def test_a_waiting_file_comes_in_once_it_can_be_read(importing: Importing) -> None:
    def knows_no_gpx(head: bytes, name: str) -> Reader | None:
        reader = recognise(head, name)
        return None if reader is None or reader.name == "gpx" else reader

    importing.lay("run.gpx", gpx())
    importing.lay("run.tcx", tcx())
    first = import_files(importing.journal, [importing.folder], CONTEXT, NOW, recognise=knows_no_gpx)
    assert [entry.code for entry in first.of(Outcome.QUARANTINED)] == ["I002"]
    still = retry_quarantine(importing.journal, CONTEXT, NOW, recognise=knows_no_gpx)
    assert [entry.outcome for entry in still.entries] == [Outcome.QUARANTINED]
    retried = retry_quarantine(importing.journal, CONTEXT, NOW)
    assert [(entry.outcome, entry.sessions) for entry in retried.entries] == [(Outcome.IMPORTED, 1)]
    assert importing.journal.imports.quarantined() == ()
    (head,) = importing.journal.sessions.heads()
    assert sorted(head.sources) == ["gpx", "tcx"]


def test_undo_takes_back_what_came_in_by_retry_too(importing: Importing) -> None:
    importing.lay("run.gpx", gpx())
    before = contents(importing.journal)
    first = import_files(importing.journal, [importing.folder], CONTEXT, NOW, recognise=lambda _head, _name: None)
    retry_quarantine(importing.journal, CONTEXT, NOW)
    assert len(importing.journal.sessions.heads()) == 1
    assert first.batch is not None
    undo_import(importing.journal, first.batch, NOW)
    assert contents(importing.journal) == before


def test_importing_the_path_again_is_a_retry_too(importing: Importing) -> None:
    importing.lay("run.gpx", gpx())
    import_files(importing.journal, [importing.folder], CONTEXT, NOW, recognise=lambda _head, _name: None)
    assert len(importing.journal.imports.quarantined()) == 1
    assert importing.bring_in().sessions == 1
    assert importing.journal.imports.quarantined() == ()
