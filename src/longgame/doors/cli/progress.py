"""A progress bar with rate and time left, drawn on standard error only where a person is looking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
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
    from rich.progress import BarColumn, DownloadColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.fields[files]}"), BarColumn(), DownloadColumn(), TextColumn("{task.fields[pace]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task("import", files="looking", pace="", total=None)

        def watch(progress: Progress) -> None:
            files = f"{progress.done} of {progress.found} files"
            pace = pace_words(progress.bytes_done, progress.bytes_found, drawn.tasks[0].elapsed or 0.0)
            drawn.update(task, files=files, pace=pace, completed=progress.bytes_done, total=progress.bytes_found)

        yield watch


def pace_words(done: int, of: int, elapsed_s: float) -> str:
    """The rate since the beginning and the time left at that rate, as "12.5 MB/s 0:01:20"; nothing before a rate shows.

    Files come in many at once, so that a rate between two of them would be that of a burst.

    >>> pace_words(50_000_000, 150_000_000, 4.0)
    '12.5 MB/s 0:00:08'
    """
    if done <= 0 or elapsed_s <= 0:
        return ""
    rate = done / elapsed_s
    left = timedelta(seconds=round(max(0, of - done) / rate))
    return f"{rate / 1e6:.1f} MB/s {left}"


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
