"""What the lints of the plan language can point at: P2xx."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class LintCode(DiagnosticCode):
    """Things in a readable plan that deserve a second look; docs/reference/diagnostics.md says each in a line."""

    NO_PURPOSE = "P201"
    NO_CEILING = "P202"
    RATION_OVERSPENT = "P203"
    HARD_DAYS = "P204"
    LONG_RUN_SPIKE = "P205"
    STEEP_RAMP = "P206"
    UNEARNED_TEST = "P207"
    EARLY_TEST = "P208"
    ONE_INTENSITY = "P209"
    GOAL_UNSERVED = "P210"
    HOURS = "P211"
    AWAY = "P212"
    EMPTY_SESSION = "P213"
    BEYOND_SEASON = "P214"
    NO_REST = "P215"
    NO_FIRST_DAY = "P216"
