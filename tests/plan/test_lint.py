"""Lints tell their reason and how well it is founded, and lean on what is known from before the plan."""

from __future__ import annotations

from longgame.plan.language import lint, parse
from longgame.plan.language.lint import RULES
from tests.plan.corpus import CORPUS

SKETCH = (CORPUS / "days" / "sketch.plan").read_text()
RUNS = """\
longgame plan 1

season "S"  2026-11-23 .. 2027-01-31
  goal half "Half"  run 21.1 km  by 2027-01-31

block "B"  4 weeks  serves half
  Sat "Long"  long
    12 km run  rpe 2..4
"""


def test_the_sketch_deserves_no_second_look() -> None:
    assert lint(parse(SKETCH).plan) == ()


def test_every_rule_has_a_code_of_its_own_a_reason_and_a_source() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES if not (rule.reason and rule.source)] == []


def test_every_lint_tells_how_well_its_reason_is_founded() -> None:
    found = lint(parse(SKETCH.replace("hr z1..z2   rpe 2..3", "")).plan)
    assert [one.hint for one in found] == [
        (
            "add hr z1..z2 or rpe 2..3. Easy days are the ones most often done harder than meant. (evidence: moderate; "
            "Inoue 2022, meta-analysis: what coaches meant as easy was felt as harder by athletes, SMD -.44 (RPE))"
        )
    ]


def test_runs_before_the_plan_make_the_first_long_run_a_spike_or_not() -> None:
    plan = parse(RUNS).plan
    assert [one.code.value for one in lint(plan, longest_run_m=10_000.0)] == ["P205"]
    assert lint(plan, longest_run_m=11_000.0) == ()
    assert lint(plan) == ()
