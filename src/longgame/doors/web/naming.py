"""The product's own words for its choices, marked for translation: intents, verdicts, states, levels."""

from __future__ import annotations

from longgame.doors.web.language import N_
from longgame.purpose.goals import WhyLevel
from longgame.purpose.intent import Intent
from longgame.record.profile import ExcuseKind
from longgame.review.model import Manner, Pairing, Verdict

INTENTS = {
    Intent.REST: N_("rest"),
    Intent.RECOVERY: N_("recovery"),
    Intent.BASE: N_("base"),
    Intent.LONG: N_("long"),
    Intent.TECHNIQUE: N_("technique"),
    Intent.PACING: N_("pacing"),
    Intent.TEMPO: N_("tempo"),
    Intent.THRESHOLD: N_("threshold"),
    Intent.INTERVALS: N_("intervals"),
    Intent.SPEED: N_("speed"),
    Intent.POWER: N_("power"),
    Intent.STRENGTH: N_("strength"),
    Intent.MAX_STRENGTH: N_("max strength"),
    Intent.HYPERTROPHY: N_("hypertrophy"),
    Intent.CONDITIONING: N_("conditioning"),
    Intent.LIMIT: N_("limit"),
    Intent.TEST: N_("test"),
}
VERDICTS = {
    Verdict.SERVED: N_("Purpose served"),
    Verdict.PARTLY_SERVED: N_("Purpose partly served"),
    Verdict.NOT_SERVED: N_("Purpose not served"),
    Verdict.CANNOT_TELL: N_("Cannot be told"),
}
MANNERS = {
    Manner.WITHIN: N_("within its bounds"),
    Manner.BEYOND: N_("beyond its bounds"),
    Manner.SHORT: N_("short of its bounds"),
    Manner.DIFFERENT: N_("something else than planned"),
    Manner.ADAPTED: N_("adapted before the start"),
}
STATES = {
    None: N_("to come"),
    Pairing.PAIRED: N_("done as planned"),
    Pairing.ADAPTED: N_("adapted before the start"),
    Pairing.MOVED: N_("done on another day"),
    Pairing.SUBSTITUTED: N_("done as something else"),
    Pairing.UNPLANNED: N_("done without a plan"),
    Pairing.MISSED: N_("not done"),
    Pairing.REST_KEPT: N_("rest kept"),
    Pairing.REST_BROKEN: N_("rest not kept"),
    Pairing.EXCUSED: N_("nothing was due"),
}
LEVELS = {
    WhyLevel.STEP: N_("step"),
    WhyLevel.SESSION: N_("today"),
    WhyLevel.BLOCK: N_("block"),
    WhyLevel.SEASON: N_("season"),
    WhyLevel.GOAL: N_("goal"),
}
EXCUSES = {ExcuseKind.ILL: N_("ill"), ExcuseKind.INJURED: N_("injured"), ExcuseKind.AWAY: N_("away")}
