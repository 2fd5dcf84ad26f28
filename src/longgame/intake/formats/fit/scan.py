"""Finding the messages: one pass over the headers, which jumps where they repeat.

Almost every FIT file is the same one to five messages over and over. Where the scan meets such a pattern, it takes
the header bytes of all its repetitions at once and counts how many are as expected: every header is still looked
at, but not one by one in Python.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from longgame.intake.formats.fit.codes import FitCode, diagnose
from longgame.intake.formats.fit.definitions import Layout, definition_size, layout
from longgame.kernel.diagnostics import Diagnostic

DEFINITION = 0x40
COMPRESSED = 0x80
LONGEST_PATTERN = 5
FEWEST_REPETITIONS = 4
FIRST_WINDOW = 64
EAGER, RELUCTANT = 8, 256
"""How many messages are taken one by one before the next look for a pattern: after a success, and at most."""

ANY_OFFSET = bytes(head & 0x4F if head < COMPRESSED else head & 0xE0 for head in range(256))
"""Header bytes with the time offset of compressed ones, and the reserved bits of the others, left out."""


@dataclass(frozen=True, slots=True)
class Run:
    """Messages at equal distances: `count` of them from `start` on, every `stride` bytes; `after` single ones."""

    after: int
    start: int
    stride: int
    count: int


@dataclass(slots=True, eq=False)
class Rows:
    """Where the messages of one layout stand (their header bytes), in order: single ones and runs."""

    layout: Layout
    compressed: bool
    singles: array[int] = field(default_factory=lambda: array("q"))
    runs: list[Run] = field(default_factory=list)
    braided: bool = False

    def __len__(self) -> int:
        return len(self.singles) + sum(run.count for run in self.runs)

    @property
    def first(self) -> int:
        """The place of the first header."""
        if self.runs and not (self.singles and self.runs[0].after):
            return self.runs[0].start
        return self.singles[0]


@dataclass(slots=True)
class Scan:
    """All messages of one FIT file by layout, how far it could be read, and what was wrong."""

    stop: int
    rows: dict[tuple[bytes, bool], Rows] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _Headers:
    """What each of the 256 header bytes means at this place of the file."""

    __slots__ = ("compressed", "current", "longest", "rows", "sizes", "take")

    def __init__(self) -> None:
        self.sizes = [0] * 256
        self.take: list[Callable[[int], None]] = [_refuse] * 256
        self.rows: list[Rows | None] = [None] * 256
        self.current: list[bytes | None] = [None] * 16
        self.longest = 1
        self.compressed = False

    def define(self, scan: Scan, local: int, raw: bytes) -> None:
        """Let data messages of local type `local` be laid out as the definition `raw` says."""
        if self.current[local] == raw:
            return
        self.current[local] = raw
        # Two bits of an ordinary header are reserved; what they hold makes no difference.
        size = self._assign(scan, slice(local, COMPRESSED // 2, 16), 4, raw, False)
        if local < 4 and self.compressed:
            self.compress(scan, local)
        if size > self.longest:
            self.longest = size

    def compress(self, scan: Scan, local: int) -> None:
        """Let compressed headers of local type `local` mean what its definition says, from here on in this file."""
        self.compressed = True
        raw = self.current[local]
        if raw is not None:
            first = COMPRESSED | local << 5
            self._assign(scan, slice(first, first + 32), 32, raw, True)

    def _assign(self, scan: Scan, heads: slice, count: int, raw: bytes, compressed: bool) -> int:
        rows = scan.rows.get((raw, compressed))
        if rows is None:
            rows = scan.rows[raw, compressed] = Rows(layout(raw), compressed)
        size = rows.layout.size + 1
        self.sizes[heads] = [size] * count
        self.take[heads] = [rows.singles.append] * count
        self.rows[heads] = [rows] * count
        return size


def _refuse(position: int) -> None:
    raise AssertionError(f"no message is defined at byte {position}")


def scan(data: bytes, start: int, stop: int) -> Scan:
    """Find all messages in bytes `start` up to `stop` of `data`, as far as they can be told apart."""
    found = Scan(stop)
    headers = _Headers()
    sizes, take = headers.sizes, headers.take
    position, patience = start, EAGER
    while position < stop:
        for _ in range(min(patience, (stop - position) // headers.longest)):
            head = data[position]
            size = sizes[head]
            if not size:
                break
            take[head](position)
            position += size
        else:
            after = leap(data, position, stop, headers)
            patience = EAGER if after > position else min(2 * patience, RELUCTANT)
            position = after
        if position < stop:
            position = _step(data, position, stop, headers, found)
    return found


def _step(data: bytes, position: int, stop: int, headers: _Headers, found: Scan) -> int:
    """Take the one message at `position`, whatever it is, and return the place after it."""
    head = data[position]
    size = headers.sizes[head]
    if size:
        if position + size > stop:
            return _give_up(found, FitCode.CUT_SHORT, "the last message is not complete", position, stop)
        headers.take[head](position)
        return position + size
    if head & COMPRESSED or not head & DEFINITION:
        local = (head >> 5) & 3 if head & COMPRESSED else head & 15
        if head & COMPRESSED and headers.current[local] is not None:
            headers.compress(found, local)
            return position
        message = f"a message of local type {local} comes before any definition of it; nothing after it can be read"
        return _give_up(found, FitCode.UNDEFINED_MESSAGE, message, position, stop)
    length = definition_size(data, position, stop)
    if length is None:
        return _give_up(found, FitCode.CUT_SHORT, "the last definition is not complete", position, stop)
    if data[position + 2] > 1:
        message = f"a definition names byte order {data[position + 2]}, which FIT does not know; nothing after is read"
        return _give_up(found, FitCode.BROKEN_DEFINITION, message, position, stop)
    headers.define(found, head & 15, data[position : position + length])
    return position + length


def _give_up(found: Scan, code: FitCode, message: str, position: int, stop: int) -> int:
    found.diagnostics.append(diagnose(code, message, position, stop))
    found.stop = position
    return stop


def leap(data: bytes, position: int, stop: int, headers: _Headers) -> int:
    """Take all repetitions of the pattern that starts at `position`, if there is one, and return the place after."""
    pattern: list[tuple[int, int]] = []
    span = 0
    for _ in range(LONGEST_PATTERN):
        if position + span >= stop:
            return position
        head = data[position + span]
        size = headers.sizes[head]
        if not size:
            return position
        pattern.append((span, head))
        span += size
        if position + span * FEWEST_REPETITIONS > stop:
            return position
        if ANY_OFFSET[data[position + span]] != ANY_OFFSET[pattern[0][1]]:
            continue
        count = repetitions(data, position, stop, span, pattern)
        if count >= FEWEST_REPETITIONS:
            _take_runs(headers, position, span, count, pattern)
            return position + count * span
    return position


def repetitions(data: bytes, position: int, stop: int, span: int, pattern: Sequence[tuple[int, int]]) -> int:
    """How many times in a row the headers of `pattern` stand at their offsets, every `span` bytes."""
    most = (stop - position) // span
    done, window = 0, FIRST_WINDOW
    while done < most:
        good = wanted = min(window, most - done)
        for offset, head in pattern:
            first = position + done * span + offset
            heads = data[first : first + (good - 1) * span + 1 : span]
            if head >= COMPRESSED:
                heads, head = heads.translate(ANY_OFFSET), ANY_OFFSET[head]
            good = len(heads) - len(heads.lstrip(bytes((head,))))
            if not good:
                break
        done += good
        if good < wanted:
            break
        window *= 8
    return done


def _take_runs(headers: _Headers, position: int, span: int, count: int, pattern: Sequence[tuple[int, int]]) -> None:
    met: list[Rows] = []
    for offset, head in pattern:
        rows = headers.rows[head]
        assert rows is not None
        rows.runs.append(Run(len(rows.singles), position + offset, span, count))
        rows.braided = rows.braided or rows in met
        met.append(rows)
