"""FIT's sports and sub-sports in the product's words."""

from __future__ import annotations

from longgame.intake.sports import sport_named
from longgame.kernel.sport import Sport

VAGUE = frozenset({"generic", "training", "fitness_equipment", "all"})
"""Sports that leave it to the sub-sport to say what was done."""

SUB_SPORTS = {
    "strength_training": Sport.STRENGTH,
    "cardio_training": Sport.CONDITIONING,
    "emom": Sport.CONDITIONING,
    "amrap": Sport.CONDITIONING,
    "tabata": Sport.CONDITIONING,
    "hand_cycling": Sport.HANDCYCLE,
    "indoor_hand_cycling": Sport.HANDCYCLE,
    "indoor_skiing": Sport.SKI,
    "indoor_wheelchair_walk": Sport.WHEELCHAIR,
    "indoor_wheelchair_run": Sport.WHEELCHAIR,
    "treadmill": Sport.RUN,
    "spin": Sport.RIDE,
    "virtual_activity": Sport.RIDE,
}
"""Sub-sports whose words mean less, or something else, outside FIT."""

INDOORS = frozenset(
    {
        "treadmill",
        "indoor_running",
        "indoor_walking",
        "indoor_cycling",
        "spin",
        "virtual_activity",
        "indoor_rowing",
        "indoor_skiing",
        "indoor_climbing",
        "indoor_hand_cycling",
        "indoor_wheelchair_walk",
        "indoor_wheelchair_run",
        "elliptical",
        "stair_climbing",
    }
)
"""Sub-sports done under a roof."""


def sport_of(sport: str | None, sub_sport: str | None) -> Sport:
    """The product's sport for FIT's words; OTHER where they say nothing that it knows."""
    own = SUB_SPORTS.get(sub_sport or "")
    if own is Sport.HANDCYCLE:
        return own
    named = sport_named(sport) if sport is not None and sport not in VAGUE else None
    if named is not None and named is not Sport.OTHER:
        return named
    finer = own or (sport_named(sub_sport) if sub_sport is not None else None)
    return finer or named or (sport_named(sport) if sport is not None else None) or Sport.OTHER


def indoors(sub_sport: str | None) -> bool | None:
    """Whether the sub-sport is done indoors; None where it does not say."""
    return True if sub_sport in INDOORS else None
