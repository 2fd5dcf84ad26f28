"""A progress bar with rate and time left, drawn on standard error only where a person is looking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longgame.app.import_progress import Progress

Count = Callable[[int, int], None]


@contextmanager
def bar(show: bool) -> Iterator[Callable[[Progress], None]]:
    """Something that watches progress; it draws nothing when `show` is False."""
    if not show:
        yield lambda _progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.fields[files]}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task("import", files="looking", total=None)

        def watch(progress: Progress) -> None:
            files = f"{progress.done} of {progress.found} files"
            drawn.update(task, files=files, completed=progress.bytes_done, total=progress.bytes_found)

        yield watch


@contextmanager
def counting(what: str, *, show: bool) -> Iterator[Count]:
    """Something to tell how many of how many are done; it draws nothing when `show` is False."""
    if not show:
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(what, total=None)
        yield lambda done, of: drawn.update(task, completed=done, total=of)
