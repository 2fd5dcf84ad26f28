"""The capacities of a journal as they were left: taken up again, and what was learned on top handed back."""

from __future__ import annotations

from collections.abc import Mapping

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import Checkpoint, Grid, Learned, Observations, learn_together


class Checkpoints:
    """`known` by the names of measures; `fresh` collects what has been learned beyond them."""

    def __init__(self, known: Mapping[str, Checkpoint] | None = None) -> None:
        self._known = known or {}
        self.fresh: dict[str, Learned] = {}

    def learn(self, name: str, seen: Observations, grid: Grid) -> Learned | Unknown:
        """The capacity of that name, gone on with from where it was left, if what it was learned from still stands."""
        return self.learn_all({name: seen}, grid)[name]

    def learn_all(self, seen: Mapping[str, Observations], grid: Grid) -> dict[str, Learned | Unknown]:
        """The capacities of those names, as `learn`, side by side.

        What was left on a later day stays as it is: then the question is about a day in the past.
        """
        asked = [(one, self._known.get(name)) for name, one in seen.items()]
        found = dict(zip(seen, learn_together(asked, grid), strict=True))
        for (name, one), (_, kept) in zip(found.items(), asked, strict=True):
            if not isinstance(one, Unknown) and (kept is None or _goes_beyond(one, kept)):
                self.fresh[name] = one
        return found


def _goes_beyond(found: Learned, kept: Checkpoint) -> bool:
    return found.digest != kept.digest and found.joint.day >= kept.joint.day
