"""How many examples a law gets: a few at every change, a thousand for every intent in the nightly profile."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider

QUICK = (Phase.explicit, Phase.generate)
"""By day a failing example is shown as it was found; shrinking it is the night's work."""
NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
AT_NIGHT = int(os.environ.get("HYPOTHESIS_EXAMPLES", "1000"))
"""How many examples the nightly profile draws for every test; fewer for a shorter hunt."""


class SameEverywhere(HypothesisProvider):
    """Draws that depend on the test alone.

    The usual provider also tries constants it reads from whichever local modules happen to be loaded, so that a test
    sees other examples beside other tests. By day this one leaves constants out; the night keeps the usual provider.
    """

    def _maybe_draw_constant(self, *_: object, **__: object) -> None:
        return None


AVAILABLE_PROVIDERS["same-everywhere"] = SameEverywhere


def examples(each: int = 8) -> settings:
    """Settings with `each` examples now and 1,000 at night (or `HYPOTHESIS_EXAMPLES`)."""
    return settings(
        max_examples=AT_NIGHT if NIGHTLY else each,
        deadline=None,
        phases=tuple(Phase) if NIGHTLY else QUICK,
        derandomize=not NIGHTLY,
        backend="hypothesis" if NIGHTLY else "same-everywhere",
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
