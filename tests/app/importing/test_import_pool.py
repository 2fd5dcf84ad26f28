"""Reading over processes gives what reading here gives, and a process that dies costs one file."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from longgame.app.import_pool import over_processes
from longgame.app.import_work import Taken, take
from longgame.intake.model import Extent, Original, ReadContext, Reader, Reading
from longgame.intake.pieces import Piece, find
from longgame.intake.pipeline import Desk
from longgame.intake.readers import recognise
from longgame.store.sealed_files import FileSeal
from longgame.store.warehouse import FolderWarehouse
from tests.app.importing.activity_files import START, gpx
from tests.app.importing.conftest import CONTEXT, NOW, Importing


@dataclass(frozen=True)
class Deadly:
    """A reader that takes its process down, as one that eats all memory would."""

    name: str = "deadly"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        return head == b"deadly"

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - nothing is read here
        os.kill(os.getpid(), signal.SIGKILL)
        return Reading(self.name, Extent.NONE)


SEAL = FileSeal("me", bytes(32))


def deadly_or_any(head: bytes, name: str) -> Reader | None:
    return Deadly() if head == b"deadly" else recognise(head, name)


def pieces_of(folder: Path) -> list[Piece]:
    return [one for one in find([folder]) if isinstance(one, Piece)]


def told(taken: Taken) -> object:
    refusal = None if taken.refusal is None else (taken.refusal.code, taken.refusal.message)
    return taken.piece, taken.hash, taken.kept, taken.streams, refusal, taken.reading


def test_over_processes_as_in_this_one_and_in_order(importing: Importing, tmp_path: Path) -> None:
    for day in range(1, 8):
        importing.lay(f"{day}.gpx", gpx(START.replace(day=day), points=20 + day))
    importing.lay("0.bin", b"\x00\x01")
    pieces, desk = pieces_of(importing.folder), Desk(CONTEXT, recognise, NOW)
    here = [take(piece, desk, FolderWarehouse(tmp_path / "a", tmp_path / "b", SEAL)) for piece in pieces]
    there = list(over_processes(pieces, desk, FolderWarehouse(tmp_path / "c", tmp_path / "d", SEAL), 2))
    assert [told(one) for one in there] == [told(one) for one in here]
    files = [{path.name for path in (tmp_path / folder).rglob("*")} for folder in ("a", "b", "c", "d")]
    assert files[:2] == files[2:]


def test_a_process_that_is_killed_costs_only_the_file_that_did_it(importing: Importing, tmp_path: Path) -> None:
    for day in (1, 2):
        importing.lay(f"{day}.gpx", gpx(START.replace(day=day), points=20))
    importing.lay("2-deadly.bin", b"deadly")
    desk = Desk(CONTEXT, deadly_or_any, NOW)
    warehouse = FolderWarehouse(tmp_path / "a", tmp_path / "b", SEAL)
    taken = list(over_processes(pieces_of(importing.folder), desk, warehouse, 2))
    outcomes = {one.piece.name: None if one.refusal is None else one.refusal.code for one in taken}
    assert {name: code.value if code else None for name, code in outcomes.items()} == {
        "1.gpx": None,
        "2-deadly.bin": "I011",
        "2.gpx": None,
    }
