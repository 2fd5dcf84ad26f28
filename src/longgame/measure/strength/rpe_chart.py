"""The practitioners' chart of load against reps and RPE, as a function."""

from __future__ import annotations

from longgame.kernel.unknown import Unknown

CHART = (1.0, 0.955, 0.922, 0.892, 0.863, 0.837, 0.811, 0.786, 0.762, 0.739, 0.707, 0.680)
"""Share of the one-rep maximum for 1 to 12 reps at RPE 10; a point of RPE is worth one rep."""


def chart_share(reps: float, rpe: float = 10.0) -> float | Unknown:
    """The share of the one-rep maximum at which so many reps are so hard, as a fraction.

    Model: the chart's RPE-10 column at reps + (10 − RPE), straight lines between its entries.

    Args:
        reps: reps of the set [reps], at least 1.
        rpe: rating of the set [RPE in reps in reserve, 10 is none left].

    Returns:
        Share [1], in [0.68, 1]; Unknown beyond 12 reps in all.

    Raises:
        Nothing.

    Evidence: convention: a practitioner's table of group averages, not a study's.

    References:
        Tuchscherer, The Reactive Training Manual (RTS chart).

    Example:
        >>> chart_share(1), chart_share(1, 9), round(chart_share(3, 8.5), 4)
        (1.0, 0.955, 0.8775)
    """
    total = reps + (10.0 - rpe)
    if reps < 1 or rpe > 10 or total > len(CHART):
        return Unknown(f"the chart ends at {len(CHART)} reps, done and left together")
    low = min(int(total), len(CHART) - 1)
    return CHART[low - 1] + (total - low) * (CHART[low] - CHART[low - 1])


def chart_one_rep_max(load_kg: float, reps: float, rpe: float = 10.0) -> float | Unknown:
    """One-rep maximum by the chart, in kilograms.

    Model: load / `chart_share`.

    Args:
        load_kg: load of the set [kg], above 0.
        reps: reps of the set [reps], at least 1.
        rpe: rating of the set [RPE].

    Returns:
        e1RM [kg]; Unknown without a load or beyond the chart.

    Raises:
        Nothing.

    Evidence: convention, as for `chart_share`.

    References:
        Tuchscherer, The Reactive Training Manual (RTS chart).

    Example:
        >>> round(chart_one_rep_max(100, 5, 8), 1)
        123.3
    """
    if load_kg <= 0:
        return Unknown("a one-rep maximum needs a load")
    share = chart_share(reps, rpe)
    return share if isinstance(share, Unknown) else load_kg / share
