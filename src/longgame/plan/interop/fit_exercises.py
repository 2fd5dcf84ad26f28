"""What FIT calls an exercise: its category and its name within that, so that a watch counts it as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from fit_tool.profile import profile_type
from fit_tool.profile.profile_type import ExerciseCategory

from longgame.kernel.movement.names import find_exercise


def fit_exercise(name: str) -> tuple[int, int] | None:
    """The category and the name by which FIT knows an exercise, None where it knows none that is surely the same.

    >>> fit_exercise("Pull-up") == fit_exercise("Pull Up")
    True
    """
    known, meant = _by_words(), _words(name)
    for words in (meant, f"barbell {meant}", f"{meant}s", meant.removesuffix("s")):
        if words in known:
            return known[words]
    found = find_exercise(name)
    return None if found is None else _by_exercise().get(found.id)


def _words(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", name.lower()))


def _all() -> Iterator[tuple[str, tuple[int, int]]]:
    for category in ExerciseCategory:
        if category.value > ExerciseCategory.WARM_UP.value:
            continue  # categories by tool (bands, sandbag, suspension) came later; many watches do not know them
        kind = "".join(part.capitalize() for part in category.name.split("_"))
        for one in getattr(profile_type, f"{kind}ExerciseName", ()):
            yield _words(one.name.replace("_", " ")), (category.value, one.value)


@lru_cache(maxsize=1)
def _by_words() -> dict[str, tuple[int, int]]:
    known: dict[str, tuple[int, int]] = {}
    for words, place in _all():
        known.setdefault(words, place)
    return known


@lru_cache(maxsize=1)
def _by_exercise() -> dict[str, tuple[int, int]]:
    """By our catalogue's own ids; of several names for one exercise the shortest is the plainest."""
    known: dict[str, tuple[int, int]] = {}
    for words, place in sorted(_all(), key=lambda one: (len(one[0]), one[0])):
        found = None if words.startswith("weighted") else find_exercise(words)
        if found is not None:
            known.setdefault(found.id, place)
    return known
