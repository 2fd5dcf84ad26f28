"""Values of which only the lowest bits are stored, counted on from the last full one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]


def counted_on(values: Counts, full: npt.NDArray[np.bool_], bits: int) -> Counts:
    """The full values of a sequence in which only those marked `full` are stored whole, the others modulo 2^bits.

    A value is never below the one before it, and less than 2^bits above. The first counts as full in any case.

    >>> counted_on(np.array([1000, 240, 3]), np.array([True, False, False]), 8).tolist()
    [1000, 1008, 1027]
    """
    if not len(values):
        return values
    resets = full.copy()
    resets[0] = True
    steps = np.zeros(len(values), np.int64)
    steps[1:] = np.diff(values) & ((1 << bits) - 1)
    steps[resets] = 0
    grown = np.cumsum(steps)
    last = np.maximum.accumulate(np.where(resets, np.arange(len(values)), 0))
    counted: Counts = values[last] + grown - grown[last]
    return counted
