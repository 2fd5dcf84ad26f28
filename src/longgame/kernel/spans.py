"""Places: where in a text, a file, a table, a recording or a list of sets something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Characters of a text; lines and columns count from 1, `end_column` is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class ByteSpan:
    """Bytes `start` up to, not including, `stop` of a file."""

    start: int
    stop: int

    def __str__(self) -> str:
        return f"byte {self.start}"


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A row of a table, and its column where one is meant; row 1 is the header."""

    row: int
    column: str | None = None

    def __str__(self) -> str:
        return f"row {self.row}" if self.column is None else f"row {self.row}, column {self.column}"


SHORT_S = 120.0
"""Minutes are too coarse for a stretch shorter than this."""


def clock(seconds: float) -> str:
    """Seconds as minutes:seconds, or hours:minutes:seconds from an hour on.

    >>> clock(95), clock(3725)
    ('1:35', '1:02:05')
    """
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minute, second = divmod(rest, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


@dataclass(frozen=True, slots=True)
class SampleSpan:
    """A stretch of a recording, in seconds from its start; told in minutes, a short one to the second.

    >>> str(SampleSpan(1860, 2280)), str(SampleSpan(95, 140))
    ('minute 31–38', '1:35–2:20')
    """

    start_s: float
    stop_s: float

    def __str__(self) -> str:
        if self.stop_s - self.start_s >= SHORT_S:
            return f"minute {self.start_s / 60:.0f}–{self.stop_s / 60:.0f}"
        return f"{clock(self.start_s)}–{clock(self.stop_s)}"


@dataclass(frozen=True, slots=True)
class SetSpan:
    """Sets of a strength session, by their position in it, counted from 1, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"set {self.first}" if self.first == self.last else f"sets {self.first}–{self.last}"


Where = TextSpan | ByteSpan | CellSpan | SampleSpan | SetSpan
