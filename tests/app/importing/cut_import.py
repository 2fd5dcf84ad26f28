"""Imports a folder into a journal and is killed on the way.

Tells through a pipe when it begins, of each file kept, and when it is done, and keeps four files at a time, so that
there are many moments to be killed at.
"""

from multiprocessing.connection import Connection
from pathlib import Path

from longgame.app import import_files as use_case
from longgame.store.journal import open_store
from tests.app.importing.conftest import CONTEXT, NOW


def import_slowly(journal: Path, files: Path, telling: Connection) -> None:
    """What the process that is killed does."""
    use_case.TOGETHER = 4
    telling.send("begun")
    with open_store(journal) as store:
        use_case.import_files(store.journal(), [files], CONTEXT, NOW, lambda step: telling.send(step.done))
    telling.send("done")
