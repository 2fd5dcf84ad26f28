"""Hidden progress: what an athlete can do now, learned from noisy sessions, with how sure that is."""

from longgame.measure.capacity.bands import band
from longgame.measure.capacity.belief import Belief
from longgame.measure.capacity.checkpoint import Checkpoint, Learned, change_of, learn, learn_together
from longgame.measure.capacity.filtering import Observations, State
from longgame.measure.capacity.habits import BestColumns, Habits, foretold, learned
from longgame.measure.capacity.lift_sessions import (
    BestSet,
    LiftSession,
    MissedLift,
    best_set,
    best_sets,
    lift_observations,
)
from longgame.measure.capacity.process import LIFT_GRID, Grid
from longgame.measure.capacity.track import (
    Change,
    Range,
    Standing,
    Track,
    chance_of,
    chance_of_effort,
    change_since,
    effort_on,
    follow,
    follow_on,
    follow_together,
    level_on,
    standing,
)

__all__ = [
    "LIFT_GRID",
    "Belief",
    "BestColumns",
    "BestSet",
    "Change",
    "Checkpoint",
    "Grid",
    "Habits",
    "Learned",
    "LiftSession",
    "MissedLift",
    "Observations",
    "Range",
    "Standing",
    "State",
    "Track",
    "band",
    "best_set",
    "best_sets",
    "chance_of",
    "chance_of_effort",
    "change_of",
    "change_since",
    "effort_on",
    "follow",
    "follow_on",
    "follow_together",
    "foretold",
    "learn",
    "learn_together",
    "learned",
    "level_on",
    "lift_observations",
    "standing",
]
