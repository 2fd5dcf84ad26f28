"""The product's own words for its choices, marked for translation: intents, verdicts, states, levels."""

from __future__ import annotations

from longgame.app.pictures.tiny_band import Standing
from longgame.doors.web.language import N_
from longgame.purpose.goals import WhyLevel
from longgame.purpose.intent import Intent
from longgame.record.profile import ExcuseKind
from longgame.record.sets import Form
from longgame.review.model import Manner, Verdict
from longgame.store.entries import Outcome

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
STANDINGS = {
    Standing.COMING: N_("to come"),
    Standing.INSIDE: N_("done, inside its bounds"),
    Standing.BEYOND: N_("done, beyond its bounds"),
    Standing.SHORT: N_("done, short of its bounds"),
    Standing.DONE: N_("done"),
    Standing.UNPLANNED: N_("done without a plan"),
    Standing.REST_KEPT: N_("rest kept"),
    Standing.REST_BROKEN: N_("rest not kept"),
    Standing.MISSED: N_("not done"),
    Standing.EXCUSED: N_("nothing was due"),
}
LEVELS = {
    WhyLevel.STEP: N_("step"),
    WhyLevel.SESSION: N_("today"),
    WhyLevel.BLOCK: N_("block"),
    WhyLevel.SEASON: N_("season"),
    WhyLevel.GOAL: N_("goal"),
}
FORMS = {Form.CLEAN: N_("clean"), Form.FADING: N_("fading"), Form.BROKE_DOWN: N_("broke down")}
OUTCOMES = {
    Outcome.IMPORTED: N_("came in"),
    Outcome.ALREADY_THERE: N_("already there"),
    Outcome.SKIPPED: N_("nothing to bring in"),
    Outcome.QUARANTINED: N_("waits in quarantine"),
}
EXCUSES = {ExcuseKind.ILL: N_("ill"), ExcuseKind.INJURED: N_("injured"), ExcuseKind.AWAY: N_("away")}
