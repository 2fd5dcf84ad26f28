"""The weights that were learned, and how a thought is weighed with them: one linear step and a share for each pattern.

A feature counts its value times its rarity, and all of a thought's features together have one length; so a long thought
does not shout. The learned numbers are in modules of their own, written by `tools/noticing_weights.py`.
"""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt

from longgame.mind.noticing.features import Feature

LENGTH = 5.0
"""The length that the features of every thought have together."""
STEP, RARITY_STEP, ZERO = 1 / 16, 1 / 150, 128
"""What one unit of a kept weight and of a kept rarity is worth, and which byte means nothing."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One feature of a thought with what it adds to the log-odds of every pattern and, last, of none."""

    feature: Feature
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned, as it is kept: packed names and numbers, a bias for each class, and how rare the unknown is."""

    names: str
    numbers: str
    biases: tuple[float, ...]
    rarest: float


@cache
def _table(weights: Weights) -> tuple[dict[str, int], bytes]:
    names = zlib.decompress(b64decode(weights.names)).decode().split(" ")
    return {name: at for at, name in enumerate(names)}, zlib.decompress(b64decode(weights.numbers))


def weigh(found: Sequence[Feature], weights: Weights) -> tuple[Weighed, ...]:
    """What every known feature adds; features that were never learned only lengthen the thought."""
    places, numbers = _table(weights)
    width = len(weights.biases) + 1
    rows = [(one, places.get(one.name)) for one in found]
    values = [one.value * (weights.rarest if row is None else numbers[row * width] * RARITY_STEP) for one, row in rows]
    scale = LENGTH / (sqrt(sum(value * value for value in values)) or 1.0)
    return tuple(
        Weighed(
            one,
            tuple((kept - ZERO) * STEP * value * scale for kept in numbers[row * width + 1 : (row + 1) * width]),
        )
        for (one, row), value in zip(rows, values, strict=True)
        if row is not None
    )


def log_odds(weighed: Iterable[Weighed], weights: Weights) -> list[float]:
    """The log-odds of every class, up to a common constant."""
    odds = list(weights.biases)
    for one in weighed:
        for at, part in enumerate(one.parts):
            odds[at] += part
    return odds


def shares(odds: Sequence[float]) -> list[float]:
    """Log-odds as shares that add up to 1."""
    most = max(odds)
    each = [exp(one - most) for one in odds]
    total = sum(each)
    return [one / total for one in each]
