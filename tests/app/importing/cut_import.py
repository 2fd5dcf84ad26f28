"""Imports a folder into a journal and is killed on the way; its arguments are the journal and the folder.

Prints a line when it begins and one for each file kept, and keeps four files at a time, so that there are many
moments to be killed at.
"""

import sys
from pathlib import Path

from longgame.app import import_files as use_case
from longgame.store.journal import open_store
from tests.app.importing.conftest import CONTEXT, NOW


def main(journal: str, files: str) -> None:
    use_case.TOGETHER = 4
    print("begun", flush=True)
    with open_store(Path(journal)) as store:
        use_case.import_files(store.journal(), [Path(files)], CONTEXT, NOW, lambda step: print(step.done, flush=True))
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
