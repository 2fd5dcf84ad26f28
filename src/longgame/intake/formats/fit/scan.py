"""Finding the messages: one pass over the headers, which jumps where they repeat.

Almost every FIT file is the same one to five messages over and over. Where the scan meets such a pattern, it takes
the header bytes of all its repetitions at once and counts how many are as expected: every header is still looked
at, but not one by one in Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from longgame.intake.formats.fit.codes import FitCode, diagnose
from longgame.intake.formats.fit.definitions import TIMESTAMP, definition_size, layout
from longgame.intake.formats.fit.resync import FARTHEST, plausible, resume
from longgame.intake.formats.fit.rows import ANY_OFFSET, COMPRESSED, DEFINITION, Headers, Rows, RowsByDefinition, Run
from longgame.kernel.diagnostics import Diagnostic

LONGEST_PATTERN = 5
FEWEST_REPETITIONS = 4
FIRST_WINDOW = 64
SEARCHED_AT_MOST = 1 << 20
"""Bytes of damage in which to look for messages before giving up; each costs about a microsecond."""
LEAST_CHARGED = 2048
"""Bytes that a look for messages counts for at least: damage that leads back before itself must come to an end too."""
HEADS = tuple(bytes((head,)) for head in range(256))
"""Every header byte as bytes."""
EAGER, RELUCTANT = 8, 256
"""How many messages are taken one by one before the next look for a pattern: after a success, and at most."""


@dataclass(slots=True)
class Scan:
    """All messages of one FIT file by layout, how far it could be read, and what was wrong."""

    start: int
    stop: int
    rows: RowsByDefinition = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    searched: int = 0
    led_back: set[tuple[int, int]] = field(default_factory=set)


def scan(data: bytes, start: int, stop: int) -> Scan:
    """Find all messages in bytes `start` up to `stop` of `data`, as far as they can be told apart."""
    headers = Headers()
    found = Scan(start, stop, headers.found)
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


def _step(data: bytes, position: int, stop: int, headers: Headers, found: Scan) -> int:
    """Take the one message at `position`, whatever it is, and return the place after it."""
    head = data[position]
    size = headers.sizes[head]
    if size:
        if position + size > stop:
            return _give_up(found, FitCode.CUT_SHORT, "the last message is not complete", position, stop)
        headers.take[head](position)
        return position + size
    if head & COMPRESSED or not head & DEFINITION:
        return _undefined(data, position, stop, headers, found)
    length = definition_size(data, position, stop)
    if length is None:
        # A damaged header may pass for a definition that is longer than the rest of the file.
        return _lost(data, position, stop, headers, found) or _give_up(
            found, FitCode.CUT_SHORT, "the last definition is not complete", position, stop
        )
    if not plausible(data, position, length):
        message = "a definition is of no known kind; nothing after it can be read"
        return _lost(data, position, stop, headers, found) or _give_up(
            found, FitCode.BROKEN_DEFINITION, message, position, stop
        )
    headers.define(head & 15, data[position : position + length])
    return position + length


def _undefined(data: bytes, position: int, stop: int, headers: Headers, found: Scan) -> int:
    """Go on after a header byte that means nothing yet."""
    head = data[position]
    local = (head >> 5) & 3 if head & COMPRESSED else head & 15
    raw = headers.current[local] if head & COMPRESSED else None
    # Devices write compressed timestamps in place of full ones; beside one, the byte is more likely damaged.
    if raw is None or layout(raw).slot(TIMESTAMP) is not None:
        after = _lost(data, position, stop, headers, found)
        if after is not None:
            return after
    if raw is not None:
        headers.compress(local)
        return position
    message = f"a message of local type {local} comes before any definition of it; nothing after it can be read"
    return _give_up(found, FitCode.UNDEFINED_MESSAGE, message, position, stop)


def _lost(data: bytes, position: int, stop: int, headers: Headers, found: Scan) -> int | None:
    """Find back to the messages after damage, and return where they go on; None if they do not."""
    if found.searched >= SEARCHED_AT_MOST:
        return None
    again = resume(data, position, stop, headers, ahead=False)
    if again is not None and again <= position:
        # What leads back to the same place for the second time would do so for ever.
        if (position, again) in found.led_back:
            again = resume(data, position, stop, headers, ahead=True)
        else:
            found.led_back.add((position, again))
    found.searched += max(LEAST_CHARGED, min(stop - position, FARTHEST) if again is None else again - position)
    if again is None:
        return None
    for rows in found.rows.values():
        rows.forget_from(again)
    kept = max(found.start, *(rows.stop for rows in found.rows.values()))
    message = f"{again - kept} bytes are damaged; what they held is lost, and reading goes on after them"
    found.diagnostics.append(diagnose(FitCode.DAMAGED, message, kept, again))
    return again


def _give_up(found: Scan, code: FitCode, message: str, position: int, stop: int) -> int:
    found.diagnostics.append(diagnose(code, message, position, stop))
    found.stop = position
    return stop


def leap(data: bytes, position: int, stop: int, headers: Headers) -> int:
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
            good = len(heads) - len(heads.lstrip(HEADS[head]))
            if not good:
                break
        done += good
        if good < wanted:
            break
        window *= 8
    return done


def _take_runs(headers: Headers, position: int, span: int, count: int, pattern: Sequence[tuple[int, int]]) -> None:
    met: list[Rows] = []
    for offset, head in pattern:
        rows = headers.rows[head]
        assert rows is not None
        rows.runs.append(Run(len(rows.singles), position + offset, span, count))
        rows.braided = rows.braided or rows in met
        met.append(rows)
