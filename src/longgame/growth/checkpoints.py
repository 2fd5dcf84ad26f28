"""The capacities of a journal as they were left: taken up again, and what was learned on top handed back."""

from __future__ import annotations

from collections.abc import Mapping

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import Checkpoint, Grid, Learned, Observations, learn


class Checkpoints:
    """`known` by the names of measures; `fresh` collects what has been learned beyond them."""

    def __init__(self, known: Mapping[str, Checkpoint] | None = None) -> None:
        self._known = known or {}
        self.fresh: dict[str, Learned] = {}

    def learn(self, name: str, seen: Observations, grid: Grid) -> Learned | Unknown:
        """The capacity of that name, gone on with from where it was left, if what it was learned from still stands."""
        kept = self._known.get(name)
        found = learn(seen, grid, kept)
        if not isinstance(found, Unknown) and (kept is None or kept.digest != found.digest):
            self.fresh[name] = found
        return found
