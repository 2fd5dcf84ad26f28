"""One-rep maximum from a set: the published formulas, reps in reserve added where they were said."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from math import exp

from longgame.kernel.unknown import Unknown

MOST_REPS = 15.0
"""Beyond about this many reps the formulas part company by more than a training year can change."""


class Formula(Enum):
    """Published formulas, all giving the load itself at one rep."""

    EPLEY = "Epley 1985"
    BRZYCKI = "Brzycki 1993"
    LOMBARDI = "Lombardi 1989"
    MAYHEW = "Mayhew et al. 1992"
    WATHAN = "Wathan 1994"
    OCONNER = "O'Conner et al. 1989"
    LANDER = "Lander 1985"


_FACTOR: dict[Formula, Callable[[float], float]] = {
    Formula.EPLEY: lambda reps: 1 + reps / 30,
    Formula.BRZYCKI: lambda reps: 36 / (37 - reps),
    Formula.LOMBARDI: lambda reps: reps**0.10,
    Formula.MAYHEW: lambda reps: 100 / (52.2 + 41.9 * exp(-0.055 * reps)),
    Formula.WATHAN: lambda reps: 100 / (48.8 + 53.8 * exp(-0.075 * reps)),
    Formula.OCONNER: lambda reps: 1 + 0.025 * reps,
    Formula.LANDER: lambda reps: 100 / (101.3 - 2.67123 * reps),
}


def one_rep_max(
    load_kg: float, reps: float, rir: float = 0.0, formula: Formula = Formula.EPLEY, most_reps: float = MOST_REPS
) -> float | Unknown:
    """Estimated one-rep maximum, in kilograms.

    Model: load × f(reps + RIR), f by formula (Epley: 1 + r/30; Brzycki: 36/(37 − r); Lombardi: r^0.10; Mayhew:
        100/(52.2 + 41.9 e^(−0.055 r)); Wathan: 100/(48.8 + 53.8 e^(−0.075 r)); O'Conner: 1 + 0.025 r;
        Lander: 100/(101.3 − 2.67123 r)); one rep to failure is the load itself.

    Args:
        load_kg: what was lifted, body mass included where it moves [kg], above 0.
        reps: full reps done [reps], at least 1.
        rir: reps in reserve [reps], at least 0; unknown counts as 0, which makes the answer a floor.
        formula: which formula.
        most_reps: refuse when reps + RIR are more than this [reps].

    Returns:
        e1RM [kg], at least the load; Unknown without a rep, without a load, or with too many reps.

    Raises:
        Nothing.

    Evidence: moderate up to about 10 reps: a tested maximum itself varies by a median CV of 4.2 % (Grgic 2020), and
        reps at a given share differ much between people and lifts (Nuzzo 2024). Learn the personal curve.

    References:
        LeSuer et al. 1997, J Strength Cond Res 11:211 (collects the formulas); Reynolds et al. 2006, J Strength
        Cond Res 20:584 (5RM predicts best); Nuzzo et al. 2024, Sports Med.

    Example:
        >>> round(one_rep_max(100, 5), 2), one_rep_max(100, 1)
        (116.67, 100.0)
    """
    if load_kg <= 0:
        return Unknown("a one-rep maximum needs a load")
    if reps < 1:
        return Unknown("a one-rep maximum needs a completed rep")
    total = reps + max(0.0, rir)
    if total > most_reps:
        return Unknown(f"{total:g} reps are too many to say anything about one; {most_reps:g} is the most")
    return load_kg * max(1.0, _FACTOR[formula](total)) if total > 1 else float(load_kg)


def bench_one_rep_max_from_five(five_rep_max_kg: float) -> float:
    """Bench-press one-rep maximum from a true five-rep maximum, in kilograms.

    Model: 1RM = 1.1307 · 5RM + 0.6999.

    Args:
        five_rep_max_kg: the heaviest load for five full reps [kg], above 0.

    Returns:
        1RM [kg]; standard error of the estimate 2.98 kg.

    Raises:
        ValueError: if the load is not positive.

    Evidence: moderate (70 people, one lift).

    References:
        Reynolds, Gordon & Robergs 2006, J Strength Cond Res 20:584.

    Example:
        >>> round(bench_one_rep_max_from_five(100), 2)
        113.77
    """
    if five_rep_max_kg <= 0:
        raise ValueError(f"a five-rep maximum is above zero, not {five_rep_max_kg}")
    return 1.1307 * five_rep_max_kg + 0.6999
