"""Finding back to the messages after damage: a lost or an added byte shifts all that follows it.

Nothing in FIT marks where a message begins. But messages come in chains: where one ends, the next begins, with a header
that means something, and their times rise by seconds. A place with a time from which such a chain runs on past the
damage is taken for the beginning of a message.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from longgame.intake.formats.fit.base_types import BASE_TYPES
from longgame.intake.formats.fit.definitions import DEVELOPER_FLAG, FIXED, TIMESTAMP, Layout, definition_size, layout
from longgame.intake.formats.fit.rows import COMPRESSED, DEFINITION, Headers

FARTHEST = 1 << 16
"""How far behind the place that could not be read messages are looked for."""
LOOK_BACK = 16
"""How many of the longest messages before that place the damage may have begun."""
CHAIN = 12
"""Messages that must follow one another, three of them behind the damage."""
BEHIND = 3
FEWEST_TIMES = 3
LONGEST_S = 30 * 86400
"""The most that a recording lasts."""
LONGEST_STEP_S = 3600
"""The most that the time may rise from one message of a chain to the next."""


def plausible(data: bytes, position: int, length: int) -> bool:
    """Whether the definition at `position` is one: its byte order exists, and so do its fields' types, or the byte
    that is always 0 is."""
    if data[position + 2] > 1:
        return False
    if data[position + 1] == 0:
        return True
    codes = data[position + FIXED + 2 : position + min(length, FIXED + 3 * data[position + 5]) : 3]
    return all(code & 0x1F < len(BASE_TYPES) for code in codes)


def resume(data: bytes, failed: int, stop: int, headers: Headers, *, ahead: bool) -> int | None:
    """The first place at which messages go on, near `failed`, where they could not be read any more; None if there
    is none. The damage may have begun before that place, so messages just before it are tried too unless only those
    `ahead` are wanted."""
    times = _times(headers)
    begun = _begun(data, headers)
    if begun is None:
        return None
    chains = _Chains(data, failed, stop, headers, times, begun)
    first = failed + 1 if ahead else max(0, failed - LOOK_BACK * headers.longest)
    last = min(stop, failed + FARTHEST)
    return next((place for place in _candidates(data, first, last, times, begun) if chains.holds(place)), None)


def _candidates(data: bytes, first: int, last: int, times: dict[int, _Time], begun: int) -> list[int]:
    """The places from `first` to before `last` where a message with a time of the recording may begin."""
    found: list[int] = []
    for head, time in times.items():
        heads = np.frombuffer(data, np.uint8, max(0, min(last, len(data) - time.offset - 4) - first), first)
        places = np.flatnonzero(heads == head)
        written = np.stack(
            [np.frombuffer(data, np.uint8)[places + (first + time.offset + i)] for i in range(4)], axis=1
        )
        seconds = written.view(">u4" if time.big_endian else "<u4").ravel().astype(np.int64)
        found += (places[(seconds >= begun) & (seconds <= begun + LONGEST_S)] + first).tolist()
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Time:
    """Where a message of one local type has its time."""

    offset: int
    big_endian: bool

    def of(self, data: bytes, place: int) -> int:
        """The time of the message at `place`, in FIT seconds."""
        start = place + self.offset
        return int.from_bytes(data[start : start + 4], "big" if self.big_endian else "little")


def _begun(data: bytes, headers: Headers) -> int | None:
    """A time of the recording: that of its first message that has one."""
    firsts = [(rows.first, time) for rows in headers.found.values() if len(rows) and (time := _time(rows.layout))]
    return min((place, time.of(data, place)) for place, time in firsts)[1] if firsts else None


def _times(headers: Headers) -> dict[int, _Time]:
    """By header byte, where its message has its time; messages without one are left out."""
    found: dict[int, _Time] = {}
    for local, raw in enumerate(headers.current):
        described = None if raw is None else layout(raw)
        time = None if described is None else _time(described)
        if time is not None:
            found[local] = time
    return found


def _time(described: Layout) -> _Time | None:
    slot = described.slot(TIMESTAMP)
    if slot is None or slot.base.size != 4 or slot.count != 1:
        return None
    return _Time(slot.offset + 1, described.big_endian)


@dataclass(slots=True)
class _Chains:
    """Chains of messages near one damage. `doomed` are the places of chains that broke, with how far those had come:
    one that comes to such a place having met no more breaks where they did."""

    data: bytes
    failed: int
    stop: int
    headers: Headers
    times: dict[int, _Time]
    begun: int
    doomed: dict[int, tuple[int, int]] = field(default_factory=dict)

    def holds(self, place: int) -> bool:
        """Whether messages follow one another from `place` on past the damage, with times that rise as times do."""
        met, behind, last, timed = 0, 0, self.begun, dict[int, tuple[int, int]]()
        while met < CHAIN or behind < BEHIND:
            if place == self.stop:
                return len(timed) >= FEWEST_TIMES and behind > 0
            size = self._size(place)
            told = self.times.get(self.data[place]) if size else None
            if told is not None:
                seconds = told.of(self.data, place)
                if not 0 <= seconds - last <= (LONGEST_STEP_S if timed else LONGEST_S):
                    size = 0
                last = seconds
            known = self.doomed.get(place)
            if not size or (known is not None and met <= known[0] and behind <= known[1]):
                self.doomed |= timed
                return False
            if told is not None:
                timed[place] = met, behind
            met += 1
            place += size
            behind += place > self.failed
        return len(timed) >= FEWEST_TIMES

    def _size(self, place: int) -> int:
        """How long the message at `place` is; 0 if none can be there."""
        head = self.data[place]
        size = self.headers.sizes[head]
        if not size and head & DEFINITION and not head & COMPRESSED:
            size = _strict_definition(self.data, place, self.stop)
        return size if place + size <= self.stop else 0


def _strict_definition(data: bytes, place: int, stop: int) -> int:
    """The size of a definition that leaves no doubt; 0 if it does."""
    size = definition_size(data, place, stop)
    if size is None or data[place + 1] or data[place] & 0x10 or not plausible(data, place, size):
        return 0
    return 0 if data[place] & DEVELOPER_FLAG and size == FIXED else size
