"""Make streams that were lost or damaged on the disk anew, from the originals that they were read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from longgame.app.quarantine import read_kept
from longgame.app.regroup import merged_anew
from longgame.app.setting import Setting
from longgame.intake.pipeline import Desk
from longgame.intake.readers import recognise
from longgame.kernel.ids import ContentHash
from longgame.record.streams import Streams
from longgame.store.port import Tampered, VaultLocked


def rebuild_streams(setting: Setting, names: Sequence[ContentHash]) -> frozenset[ContentHash]:
    """Put the named streams away anew where that is possible; which of them are whole now.

    Recordings first, each original read once; then what was made of several recordings. Only the very same values are
    put back: an original that is gone, damaged or read differently today gives nothing.
    """
    if not names:
        return frozenset()
    try:
        warehouse = setting.journal.warehouse
    except VaultLocked:
        return frozenset()
    behind = [setting.journal.checkup.behind(name) for name in names]
    originals = sorted({one for each in behind for one in each.originals})
    wanted = set(names)
    for streams in _read_again(setting, originals):
        if warehouse.streams_name(streams) in wanted:
            wanted.discard(warehouse.replace_streams(streams))
    days = {day for name, each in zip(names, behind, strict=True) if name in wanted for day in each.days}
    for streams in _merged_again(setting, days):
        if warehouse.streams_name(streams) in wanted:
            wanted.discard(warehouse.replace_streams(streams))
    return frozenset(names) - wanted


def _read_again(setting: Setting, originals: Sequence[ContentHash]) -> Iterator[Streams]:
    """The streams of each original that can be opened and read."""
    desk = Desk(setting.reading(), recognise, setting.clock.now())
    for original in originals:
        entry = setting.journal.imports.entry_of(original)
        if entry is None:
            continue
        try:
            reading = read_kept(setting.journal, entry.path, original, desk).reading
        except (OSError, EOFError, Tampered, KeyError):
            continue
        for session in () if reading is None else reading.sessions:
            if session.streams is not None:
                yield session.streams


def _merged_again(setting: Setting, days: set[date]) -> Iterator[Streams]:
    """The streams of sessions that were made of several recordings, where all of those can be read."""
    for day in sorted(days):
        try:
            for session in merged_anew(setting.journal, (day,)):
                if session.streams is not None:
                    yield session.streams
        except (OSError, ValueError):
            continue
