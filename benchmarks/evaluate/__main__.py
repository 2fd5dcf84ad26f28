"""`make evaluate LOGS=FOLDER`: how well capacity, progress and the watch are told, against simpler ways of telling.

Walks forward one session at a time over every log in FOLDER that a reader of ours knows, and over simulated athletes
whose truth is known. Nothing is drawn by chance: the same logs give the same tables. `--learn FOLDER` prints the prior
of habits that the logs teach instead, `--borders` what other borders than ours would claim of other simulated athletes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.evaluate import alarms, claims, rep_curves, runners, strength
from benchmarks.evaluate.logs import Log, lift_series, read_logs
from benchmarks.evaluate.scores import Score, Summary, summary
from longgame.measure.capacity import lift_observations

EXAMPLES = Path(__file__).parents[2] / "examples" / "recordings"


def main(arguments: list[str]) -> int:
    """Print every table; 2 when a folder is not there."""
    learn = "--learn" in arguments
    folders = [Path(one) for one in arguments if not one.startswith("--")] or [EXAMPLES]
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        print(f"no such folder: {', '.join(map(str, missing))}")
        return 2
    if "--borders" in arguments:
        print_borders()
        return 0
    logs = [log for folder in folders for log in read_logs(folder)]
    lifts = {log.athlete: series for log in logs if (series := lift_series(log))}
    if learn:
        print("\n".join(f"{share:.4f}" for share in strength.learned_prior(list(lifts.values()))))
        return 0
    print_lifts(lifts)
    print_runs(logs)
    print_rep_curves(logs)
    print_claims()
    print_shuffled(lifts)
    print_alarms()
    return 0


def print_lifts(lifts: dict[str, list[strength.LiftSeries]]) -> None:
    """The next best set of each lift."""
    print(f"\n## The next best set, {len(lifts)} real logs\n")
    if not lifts:
        print("No log with enough sessions of a lift was found.")
        return
    print_table(strength.walk_forward(lifts), (strength.OURS, strength.ALONE))


def print_runs(logs: list[Log]) -> None:
    """The next run's heart rate, of real runners where there are any, then of simulated ones."""
    real = {log.athlete: efforts for log in logs if (efforts := runners.efforts_of(log))}
    scores = runners.walk_forward(real)
    print("\n## The next run's heart rate, real logs\n")
    if scores:
        print_table(scores, (runners.OURS,))
    else:
        print(f"None of the logs holds more than {runners.FIRST} runs with heart rate.")
    print(f"\n## The next run's heart rate, {runners.SIMULATED} simulated runners\n")
    print_table(
        runners.walk_forward({f"runner {n}": runners.simulated(n) for n in range(runners.SIMULATED)}), (runners.OURS,)
    )


def print_table(scores: dict[str, dict[str, list[Score]]], ours: tuple[str, ...]) -> None:
    """Methods by CRPS, baselines with the better of their two spreads, and how much better ours is than the best."""
    rows = {name: summary(by_athlete.values()) for name, by_athlete in scores.items()}
    best: dict[str, tuple[str, Summary]] = {}
    for name, row in rows.items():
        short = name if name in ours else name.rsplit(", ", 1)[0]
        if short not in best or row.crps < best[short][1].crps:
            best[short] = (name, row)
    print("| Method | CRPS % | MAE % | 80 % held | 95 % held | predictions |\n|---|---|---|---|---|---|")
    for _, (name, row) in sorted(best.items(), key=lambda pair: pair[1][1].crps):
        held = f"{row.in_80:.3f} | {row.in_95:.3f}"
        print(f"| {name} | {100 * row.crps:.2f} | {100 * row.error:.2f} | {held} | {row.count} |")
    naive = min(row.crps for short, (_, row) in best.items() if short not in ours)
    print(f"\nCRPS {1 - rows[ours[0]].crps / naive:.1%} better than the best baseline.")


def print_rep_curves(logs: list[Log]) -> None:
    """Sets foretold from sets of other rep counts, by the athlete's own curve and by the usual one."""
    found = rep_curves.walk_forward(logs)
    print(f"\n## A set from sets of three reps more or fewer, {len(found)} lifts of real logs\n")
    print("| Lift | sets foretold | own fall a rep | own curve, MAE % | usual curve, MAE % | own is nearer |")
    print("|---|---|---|---|---|---|")
    for row in rep_curves.rows(found):
        errors = f"{100 * row.own:.2f} | {100 * row.usual:.2f} | {row.nearer:.0%}"
        print(f"| {row.name} | {row.count} | {'' if row.fall is None else f'{row.fall:.1%}'} | {errors} |")


def print_claims() -> None:
    """Claims of progress over six weeks where the truth is known."""
    count = claims.ATHLETES * len(claims.NOISES)
    print(f"\n## Claims of progress over six weeks, {count} simulated lifters each\n")
    print("| Truth | we say better | or probably better | a record | slope p < .1 | our 80 % held |")
    print("|---|---|---|---|---|---|")
    found = [claims.claims(scenario) for scenario in claims.SCENARIOS]
    for c in found:
        cells = (c.ours, c.ours_or_likely, c.record, c.slope, c.interval_held)
        print(f"| {c.scenario} | {' | '.join(f'{cell:.0%}' for cell in cells)} |")
    late = claims.ceiling(claims.SCENARIOS[-1], found[0].ours)
    print(
        f"\nWith as many false claims, late growth can be claimed of {late:.0%} at most, by somebody told all spreads."
    )


def print_borders() -> None:
    """What is claimed at other borders, of athletes that no other table holds."""
    count = claims.OTHERS * len(claims.NOISES)
    print(f"\n## Claims by the border of probability, {count} other simulated lifters each\n")
    print(f"| Truth | {' | '.join(f'at {border}' for border in claims.BORDERS)} |\n|---|---|---|---|")
    for scenario in claims.SCENARIOS:
        print(f"| {scenario.name} | {' | '.join(f'{share:.1%}' for share in claims.at_borders(scenario))} |")


def print_shuffled(lifts: dict[str, list[strength.LiftSeries]]) -> None:
    """Claims on real logs in which nothing grows any more."""
    found = claims.shuffled([lift_observations(one.best) for series in lifts.values() for one in series])
    print(f"\n## Claims on real logs with their sessions shuffled, {found.windows} stretches of 40 sessions\n")
    if found.windows:
        print(f"Better than six weeks ago: {found.up:.1%}; below: {found.down:.1%}.")
    else:
        print("No lift of the logs has 40 sessions.")


def print_alarms() -> None:
    """The watch on healthy and on overreached athletes."""
    found = alarms.alarms()
    days = alarms.ATHLETES * alarms.DAYS
    print(f"\n## The overreach watch, {alarms.ATHLETES} simulated athletes, {days} healthy days\n")
    print(f"Healthy: {found.amber_per_1000:.1f} amber and {found.red_per_1000:.1f} red days in 1,000.")
    print(
        f"1.5 SD worse in every family: noticed within {alarms.ILL_DAYS} days in {found.noticed:.0%}, after"
        f" {found.median_days:.0f} days (median)."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
