"""Load from lifting: hard sets by movement pattern or muscle, indirect work counted as half a set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from longgame.record.sets import SetKind, StrengthSet

INDIRECT_SHARE = 0.5
HARD_RIR = 4.0
LIKELY_HARD_REPS = 30


@dataclass(frozen=True, slots=True)
class Involvement:
    """What an exercise trains: the patterns or muscles it is for, and those that merely help."""

    direct: tuple[str, ...]
    indirect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternSets:
    """Fractional hard sets of one pattern or muscle, and the share of them done to failure, in sets."""

    pattern: str
    sets: float
    to_failure: float


def is_hard_set(done: StrengthSet, hard_rir: float = HARD_RIR) -> bool:
    """Whether a set was close enough to failure to count as work that builds, as a yes or no.

    Model: not a warm-up, at least one rep (or a hold), and RIR ≤ 4 (RPE ≥ 6) where either was said. A work set
        about which nothing was said counts, as in the volume studies.

    Args:
        done: the set as logged.
        hard_rir: reps in reserve [reps] up to which a set is hard.

    Returns:
        True for a hard set.

    Raises:
        Nothing.

    Evidence: moderate for "close to failure counts", convention for the border at 4.

    References:
        Pelland et al. 2024 (67 studies, n = 2,058); Robinson et al. 2024 for proximity to failure.

    Example:
        >>> is_hard_set(StrengthSet("Squat", reps=5, rir=6.0))
        False
    """
    if done.kind is SetKind.WARM_UP or not (done.reps or done.duration_s):
        return False
    if done.to_failure:
        return True
    left = done.rir if done.rir is not None else (10.0 - done.rpe if done.rpe is not None else None)
    return left is None or left <= hard_rir


def fractional_hard_sets(
    sets: Sequence[StrengthSet], involvement: Mapping[str, Involvement]
) -> tuple[PatternSets, ...]:
    """Hard sets per pattern or muscle, indirect work at one half, in sets.

    Model: Σ over hard sets of 1 for each direct and 0.5 for each indirect pattern.

    Args:
        sets: the sets of a session, a week or a block.
        involvement: what each exercise trains, by the name in the log; an unlisted exercise counts nowhere.

    Returns:
        One entry per pattern with work in it [sets], by name; `to_failure` is never above `sets`.

    Raises:
        Nothing.

    Evidence: moderate; counting indirect sets as half described gains best of the schemes compared. Gains rise
        with diminishing returns, more sharply so for strength.

    References:
        Pelland et al. 2024/25 (67 studies, n = 2,058).

    Example:
        >>> row = Involvement(("pull",), ("biceps",))
        >>> fractional_hard_sets([StrengthSet("Row", reps=8)] * 3, {"Row": row})[0].sets
        1.5
    """
    totals: dict[str, tuple[float, float]] = {}
    for done in sets:
        trains = involvement.get(done.exercise)
        if trains is None or not is_hard_set(done):
            continue
        shares = dict.fromkeys(trains.indirect, INDIRECT_SHARE) | dict.fromkeys(trains.direct, 1.0)
        for name, share in shares.items():
            hard, failed = totals.get(name, (0.0, 0.0))
            totals[name] = (hard + share, failed + (share if done.to_failure else 0.0))
    return tuple(PatternSets(name, *totals[name]) for name in sorted(totals))
