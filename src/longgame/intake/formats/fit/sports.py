"""FIT's sports and sub-sports in the product's words."""

from __future__ import annotations

from longgame.kernel.sport import Sport

SPORTS = {
    "running": Sport.RUN,
    "cycling": Sport.RIDE,
    "e_biking": Sport.RIDE,
    "swimming": Sport.SWIM,
    "rowing": Sport.ROW,
    "walking": Sport.WALK,
    "hiking": Sport.HIKE,
    "snowshoeing": Sport.HIKE,
    "mountaineering": Sport.HIKE,
    "cross_country_skiing": Sport.SKI,
    "alpine_skiing": Sport.SKI,
    "snowboarding": Sport.SKI,
    "paddling": Sport.PADDLE,
    "kayaking": Sport.PADDLE,
    "rafting": Sport.PADDLE,
    "stand_up_paddleboarding": Sport.PADDLE,
    "inline_skating": Sport.SKATE,
    "ice_skating": Sport.SKATE,
    "wheelchair_push_walk": Sport.WHEELCHAIR,
    "wheelchair_push_run": Sport.WHEELCHAIR,
    "hiit": Sport.CONDITIONING,
    "multisport": Sport.MULTISPORT,
    "transition": Sport.TRANSITION,
}
"""By FIT's word for the sport; sports that are not listed are OTHER."""

SUB_SPORTS = {
    "strength_training": Sport.STRENGTH,
    "flexibility_training": Sport.MOBILITY,
    "yoga": Sport.MOBILITY,
    "pilates": Sport.MOBILITY,
    "cardio_training": Sport.CONDITIONING,
    "hiit": Sport.CONDITIONING,
    "emom": Sport.CONDITIONING,
    "amrap": Sport.CONDITIONING,
    "tabata": Sport.CONDITIONING,
    "indoor_rowing": Sport.ROW,
    "hand_cycling": Sport.HANDCYCLE,
    "indoor_hand_cycling": Sport.HANDCYCLE,
    "indoor_skiing": Sport.SKI,
    "indoor_wheelchair_walk": Sport.WHEELCHAIR,
    "indoor_wheelchair_run": Sport.WHEELCHAIR,
    "treadmill": Sport.RUN,
    "indoor_running": Sport.RUN,
    "indoor_walking": Sport.WALK,
    "indoor_cycling": Sport.RIDE,
    "spin": Sport.RIDE,
}
"""Sub-sports that tell more than the sport they come with, which is often "training" or "fitness equipment"."""

INDOORS = {
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
    "track_cycling",
}
"""Sub-sports done under a roof."""


def sport_of(sport: str | None, sub_sport: str | None) -> Sport:
    """The product's sport for FIT's words."""
    if sub_sport in SUB_SPORTS and sport in {None, "training", "fitness_equipment", "generic", "cycling", "all"}:
        return SUB_SPORTS[sub_sport]
    return SPORTS.get(sport or "", Sport.OTHER)


def indoors(sub_sport: str | None) -> bool | None:
    """Whether the sub-sport is done indoors; None where it does not say."""
    return True if sub_sport in INDOORS else None
