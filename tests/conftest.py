"""What holds for every test: no property test looks at a clock, and by day each draws the same examples everywhere."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.strategies.profiles import NIGHTLY

settings.register_profile(
    "day",
    deadline=None,
    derandomize=True,
    backend="same-everywhere",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("nightly", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("nightly" if NIGHTLY else "day")
