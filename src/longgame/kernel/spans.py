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


@dataclass(frozen=True, slots=True)
class SampleSpan:
    """A stretch of a recording, in seconds from its start."""

    start_s: float
    stop_s: float

    def __str__(self) -> str:
        return f"minute {self.start_s / 60:.0f}–{self.stop_s / 60:.0f}"


@dataclass(frozen=True, slots=True)
class SetSpan:
    """Sets of a strength session, by their position in it, counted from 1, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"set {self.first}" if self.first == self.last else f"sets {self.first}–{self.last}"


Where = TextSpan | ByteSpan | CellSpan | SampleSpan | SetSpan
