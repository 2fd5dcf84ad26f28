"""One shape for every rule of the house, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.house.source import Source


@dataclass(frozen=True)
class Rule:
    """A rule about single files.

    `complaints` yields one line per breach. `folders` are where the rule holds. Every text in `breaks` must draw a
    complaint and none in `keeps` may: they prove that the rule can fail and knows when not to. `path` is where those
    texts are said to stand.
    """

    complaints: Callable[[Source], Iterable[str]]
    breaks: dict[str, str]
    keeps: dict[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ("src/longgame",)
    path: str = "src/longgame/kernel/some.py"
