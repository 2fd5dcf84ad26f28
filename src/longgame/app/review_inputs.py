"""What a review was made from, as one hash: the same hash means the same review, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from longgame.app.review_cases import Prepared
from longgame.kernel.ids import ContentHash, SessionId, content_hash
from longgame.kernel.plain import to_bytes
from longgame.purpose.rubrics import RUBRICS
from longgame.review.engine import ENGINE_VERSION
from longgame.review.history import NO_HISTORY

FORM = 1
"""Raised when what is kept of a review changes its shape."""


@lru_cache(maxsize=1)
def engine_version() -> str:
    """The version of everything that makes a review: the engine's, and every number of every rubric."""
    rubrics = content_hash(to_bytes(sorted(RUBRICS.values(), key=lambda rubric: rubric.intent.value)))
    return f"{FORM}.{ENGINE_VERSION}.{rubrics[:12]}"


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """Hashes the inputs of many reviews; what several of them share is hashed once.

    `contents` names what each session holds, its streams included, as its head does.
    """

    contents: Mapping[SessionId, ContentHash]
    _known: dict[int, tuple[object, ContentHash]] = field(default_factory=dict)

    def of(self, prepared: Prepared) -> ContentHash:
        """The hash of everything that this review depends on."""
        case = prepared.case
        parts = (
            engine_version(),
            None if case.planned is None else self._one(case.planned),
            None if case.session is None else (case.session.id, self.contents[case.session.id]),
            self._all(case.history.recent),
            prepared.load_au,
            self._all(prepared.coming),
            replace(case, planned=None, session=None, history=NO_HISTORY),
        )
        return content_hash(to_bytes(parts))

    def _all(self, values: Iterable[object]) -> ContentHash:
        return content_hash("".join([self._one(value) for value in values]).encode())

    def _one(self, value: object) -> ContentHash:
        # The value is held so that its identity cannot be taken over by another while this lives.
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, content_hash(to_bytes(value)))
        return known[1]
