"""The kinds of derived values there are, and the version that makes each now."""

from __future__ import annotations

from longgame.app import effort_summaries, kept_capacities, recorded_loads, so_far, stored_reviews
from longgame.app.mind import read_thoughts
from longgame.app.review_inputs import engine_version


def engines_of_kinds() -> dict[str, str]:
    """The version that makes each kind of derived value, up to the first blank; any other value is outdated."""
    return {
        stored_reviews.REVIEW: engine_version(),
        stored_reviews.WEEK: engine_version(),
        so_far.KIND: so_far.ENGINE,
        so_far.WHOLE: so_far.ENGINE,
        kept_capacities.KIND: kept_capacities.ENGINE,
        effort_summaries.KIND: effort_summaries.ENGINE,
        recorded_loads.KIND: recorded_loads.ENGINE,
        read_thoughts.KIND: read_thoughts.recogniser(),
    }
