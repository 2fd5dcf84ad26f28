"""Importing: everything found is accounted for, twice is once, and one bad file costs nothing but itself."""

import gzip
import io
import zipfile
from itertools import permutations
from pathlib import Path

import pytest

from longgame.app.import_account import account_to_json
from longgame.app.import_files import import_files
from longgame.app.import_progress import Cancelled, Progress
from longgame.store.entries import Outcome
from longgame.store.journal import open_store
from tests.app.importing.activity_files import START, gpx, hevy, tcx
from tests.app.importing.conftest import CONTEXT, NOW, Importing
from tests.app.importing.whole_journal import contents, shown


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


def test_the_counts_add_up_and_each_file_has_one_outcome(importing: Importing) -> None:
    importing.lay("run.gpx", gpx())
    importing.lay("again/same.gpx", gpx())
    importing.lay("lifts.csv", hevy(2))
    importing.lay("empty.fit", b"")
    importing.lay("photo.jpg", b"\xff\xd8\xff\xe0 holiday")
    importing.lay("riddle.bin", b"\x00\x01\x02\x03 nobody knows")
    account = importing.bring_in()
    told = {Path(entry.path).name: (entry.outcome, entry.code) for entry in account.entries}
    assert told == {
        "run.gpx": (Outcome.IMPORTED, None),
        "same.gpx": (Outcome.ALREADY_THERE, None),
        "lifts.csv": (Outcome.IMPORTED, None),
        "empty.fit": (Outcome.QUARANTINED, "I001"),
        "photo.jpg": (Outcome.SKIPPED, None),
        "riddle.bin": (Outcome.QUARANTINED, "I002"),
    }
    told_json = account_to_json(account)
    parts = (told_json["imported"], told_json["already_there"], told_json["files_skipped"])
    assert told_json["files"] == sum(parts) + len(told_json["quarantined"]) == 6
    assert (told_json["sessions"], told_json["sets"]) == (3, 6)


def test_importing_again_changes_nothing(importing: Importing) -> None:
    importing.lay("run.gpx", gpx())
    importing.lay("lifts.csv", hevy(3))
    first = importing.bring_in()
    before = contents(importing.journal)
    second = importing.bring_in()
    assert contents(importing.journal) == before
    assert (first.sessions, second.sessions, second.count(Outcome.ALREADY_THERE)) == (4, 0, 2)


def test_a_newer_export_adds_only_what_is_new(importing: Importing) -> None:
    importing.bring_in(importing.lay("january.csv", hevy(3)))
    account = importing.bring_in(importing.lay("february.csv", hevy(5)))
    assert (account.sessions, account.sets) == (2, 6)
    assert len(importing.journal.sessions.heads()) == 5


def test_zip_gz_folder_and_plain_file_come_to_the_same_journal(tmp_path: Path) -> None:
    inner = zipped(activities__1_gpx=gpx(), activities__2_tcx=tcx(START.replace(day=3)))
    forms = {
        "plain": {"1.gpx": gpx(), "2.tcx": tcx(START.replace(day=3))},
        "gz": {"1.gpx.gz": gzip.compress(gpx()), "2.tcx.gz": gzip.compress(tcx(START.replace(day=3)))},
        "zip": {"export.zip": inner},
        "zip in zip, without its name": {"export.bin": zipped(deeper__export=inner)},
        "gz in zip": {
            "export.zip": zipped(a=gzip.compress(gpx()), b=gzip.compress(tcx(START.replace(day=3)))),
        },
    }
    seen = {}
    for form, laid in forms.items():
        with open_store(tmp_path / form / "journal") as store:
            for name, content in laid.items():
                path = tmp_path / form / "files" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            import_files(store.journal(), [tmp_path / form / "files"], CONTEXT, NOW)
            seen[form] = (shown(store.journal()), store.journal().originals.all())
    assert len(seen["plain"][0]) == 2
    assert {form: what == seen["plain"] for form, what in seen.items()} == dict.fromkeys(forms, True)


def test_the_name_decides_nothing(importing: Importing) -> None:
    account = importing.bring_in(
        importing.lay("ride.fit", gpx()), importing.lay("notes.txt", tcx(START.replace(day=9)))
    )
    assert [(entry.reader, entry.outcome) for entry in account.entries] == [
        ("gpx", Outcome.IMPORTED),
        ("tcx", Outcome.IMPORTED),
    ]
    assert [remark.code for remark in account.entries[0].remarks] == ["I003"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.gpx", b"", "I001"),
        ("unknown.dat", b"\x01\x02\x03\x04", "I002"),
        ("cut.zip", zipped(a=gpx())[:-40], "I004"),
        ("no-times.gpx", gpx().replace(b"<time>", b"<tame>").replace(b"</time>", b"</tame>"), "I203"),
        ("columns.csv", b"alpha;beta\n1;2\n", "I002"),
    ],
)
def test_what_cannot_be_read_waits_with_its_reason_and_stops_nothing(
    importing: Importing, name: str, content: bytes, code: str
) -> None:
    importing.lay("good.gpx", gpx())
    importing.lay(name, content)
    account = importing.bring_in()
    assert [(Path(e.path).name, e.code) for e in account.of(Outcome.QUARANTINED)] == [(name, code)]
    assert [Path(entry.path).name for entry in importing.journal.imports.quarantined()] == [name]
    assert account.sessions == 1


def test_a_damaged_gzip_is_read_as_far_as_it_goes(importing: Importing) -> None:
    account = importing.bring_in(importing.lay("run.gpx.gz", gzip.compress(gpx(points=3000))[:-2000]))
    (entry,) = account.entries
    assert entry.outcome is Outcome.IMPORTED
    assert "I009" in {remark.code for remark in entry.remarks}
    assert account.sessions == 1


def test_a_path_that_is_not_there_is_said_so(importing: Importing) -> None:
    account = importing.bring_in(importing.folder / "nowhere.gpx")
    assert [(entry.outcome, entry.code) for entry in account.entries] == [(Outcome.QUARANTINED, "I010")]


def test_three_recordings_of_one_outing_are_one_session_in_any_order(tmp_path: Path) -> None:
    files = {"watch.tcx": tcx(), "phone.gpx": gpx(), "late.gpx": gpx(START.replace(second=20), points=290, heart=None)}
    seen = set()
    for number, order in enumerate(permutations(files)):
        with open_store(tmp_path / f"journal{number}") as store:
            for name in order:
                path = tmp_path / name
                path.write_bytes(files[name])
                import_files(store.journal(), [path], CONTEXT, NOW)
            seen.add(tuple(shown(store.journal())))
            (head,) = store.journal().sessions.heads()
            whole = store.journal().sessions.get(head.id)
            assert whole is not None
            assert whole.streams is not None
            assert set(whole.streams.channels()) >= {"hr_bpm", "cadence_rpm", "lat_deg", "altitude_m", "distance_m"}
            assert sorted(source.reader for source in whole.sources) == ["gpx", "gpx", "tcx"]
    assert len(seen) == 1


def test_two_outings_of_one_morning_stay_two(importing: Importing) -> None:
    importing.lay("first.gpx", gpx())
    importing.lay("second.gpx", gpx(START.replace(minute=50)))
    assert importing.bring_in().sessions == 2


def test_a_clock_that_was_never_set_is_told_and_the_session_kept(importing: Importing) -> None:
    importing.lay("future.gpx", gpx(START.replace(year=2033)))
    importing.lay("past.gpx", gpx(START.replace(year=1999)))
    account = importing.bring_in()
    assert account.sessions == 2
    assert [[remark.code for remark in entry.remarks] for entry in account.entries] == [["I007"], ["I008"]]


def test_progress_goes_from_the_first_file_to_the_last(importing: Importing) -> None:
    for day in range(1, 4):
        importing.lay(f"{day}.gpx", gpx(START.replace(day=day)))
    seen: list[Progress] = []
    import_files(importing.journal, [importing.folder], CONTEXT, NOW, seen.append)
    assert [(step.done, step.found) for step in seen] == [(1, 3), (2, 3), (3, 3)]
    assert seen[-1].bytes_done == seen[-1].bytes_found > 0


def test_a_line_of_a_list_joins_the_recording_it_names(importing: Importing) -> None:
    """Strava's list says 90 minutes from 12:00, the device (its clock two hours off) five minutes at 6:30."""
    listed = (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename\n"
        '77,"Mar 1, 2026, 12:00:00 PM",Lunch with Ana,Run,talked all the way,5400,12.1,activities/77.gpx.gz\n'
    )
    archive = zipped(activities_csv=listed.encode(), activities__77_gpx_gz=gzip.compress(gpx()))
    account = importing.bring_in(importing.lay("export.zip", archive))
    assert (account.count(Outcome.IMPORTED), account.sessions) == (2, 1)
    (head,) = importing.journal.sessions.heads()
    assert sorted(head.sources) == ["gpx", "strava"]
    assert importing.journal.sessions.because(head.id) == ("one names the other's file",)


def test_lists_about_an_account_in_an_archive_are_skipped_and_anywhere_else_wait(importing: Importing) -> None:
    importing.lay(
        "export.zip", zipped(bikes_csv=b"Bike Name,Bike Brand\nBlue,X\n", profile_csv=b"a\nb\n", messaging_json=b"[]")
    )
    importing.lay("bikes.csv", b"Bike Name,Bike Brand\nRed,X\n")
    told = {entry.path.rpartition("files/")[2]: entry.outcome for entry in importing.bring_in().entries}
    assert told == {
        "bikes.csv": Outcome.QUARANTINED,
        "export.zip/bikes.csv": Outcome.SKIPPED,
        "export.zip/messaging.json": Outcome.SKIPPED,
        "export.zip/profile.csv": Outcome.SKIPPED,
    }


def test_a_watcher_can_stop_an_import_and_the_next_one_goes_on(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longgame.app.import_files.TOGETHER", 2)
    for day in range(1, 6):
        importing.lay(f"{day}.gpx", gpx(START.replace(day=day)))
    told: list[int] = []

    def stop_at_three(progress: Progress) -> None:
        told.append(progress.done)
        if progress.done == 3:
            raise Cancelled

    first = import_files(importing.journal, (importing.folder,), CONTEXT, NOW, stop_at_three)
    assert (told, first.count(Outcome.IMPORTED), first.sessions) == ([1, 2, 3], 4, 4)
    second = importing.bring_in()
    assert (second.count(Outcome.ALREADY_THERE), second.count(Outcome.IMPORTED), second.sessions) == (4, 1, 1)
