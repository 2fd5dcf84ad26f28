"""How many examples a law gets: a few at every change, a thousand for every intent in the nightly profile."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

QUICK = (Phase.explicit, Phase.generate)
"""By day a failing example is shown as it was found; shrinking it is the night's work."""
NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"


def examples(each: int = 8) -> settings:
    """Settings with `each` examples now and 1,000 at night."""
    return settings(
        max_examples=1000 if NIGHTLY else each,
        deadline=None,
        phases=tuple(Phase) if NIGHTLY else QUICK,
        derandomize=not NIGHTLY,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
