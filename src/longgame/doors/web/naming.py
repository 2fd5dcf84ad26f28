"""The product's own words for its choices, marked for translation: intents, verdicts, states, levels."""

from __future__ import annotations

from longgame.app.carry_workouts import Foreign
from longgame.app.pictures.tiny_band import Standing
from longgame.doors.web.language import N_
from longgame.mind.patterns import Pattern
from longgame.mind.support.practice import Grade, Need
from longgame.purpose.goals import WhyLevel
from longgame.purpose.intent import Intent
from longgame.record.profile import ExcuseKind, FactKind
from longgame.record.sets import Form
from longgame.review.model import Manner, Verdict
from longgame.review.questions import Question
from longgame.store.entries import ConsentItem, FoundKind, Outcome

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
_ASKED = {
    "weight-unit": N_("In which unit are the loads?"),
    "distance-unit": N_("In which unit are the distances?"),
    "units": N_("Which units does the account use?"),
}


def asked(key: str) -> str:
    """What a question of an import was about, by the key it is answered with."""
    return _ASKED.get(key.partition(".")[2], N_("What do the columns of this table mean?"))


FACTS = {
    FactKind.MAX_HR: N_("maximum heart rate"),
    FactKind.RESTING_HR: N_("resting heart rate"),
    FactKind.FIRST_THRESHOLD_HR: N_("heart rate at the first threshold"),
    FactKind.THRESHOLD_HR: N_("heart rate at threshold"),
    FactKind.CRITICAL_POWER: N_("critical power"),
    FactKind.CRITICAL_SPEED: N_("critical speed"),
    FactKind.BODY_MASS: N_("body mass"),
    FactKind.ONE_REP_MAX: N_("one-rep maximum"),
}
HOLDINGS = {
    "sessions": N_("sessions"),
    "sets": N_("sets"),
    "originals": N_("original files"),
    "plans": N_("versions of the plan"),
    "said": N_("things said about sessions"),
    "mornings": N_("mornings"),
    "notes": N_("notes"),
}
CONSENTS = {
    ConsentItem.SESSIONS: N_("sessions"),
    ConsentItem.REVIEWS: N_("reviews"),
    ConsentItem.PLAN: N_("the plan"),
    ConsentItem.WELLNESS: N_("mornings"),
    ConsentItem.REFLECTIONS: N_("reflections"),
    ConsentItem.COMMENTS: N_("comments"),
}
SEEN = {
    "athlete": N_("you"),
    "unlocked private words": N_("unlocked private words"),
    "recovered private words": N_("recovered private words"),
    "exported everything": N_("exported everything"),
    "command line": N_("command line"),
    "web": N_("web app"),
} | {item.value: name for item, name in CONSENTS.items()}
"""What the access log says, by its own words."""
FORMATS = {
    Foreign.FIT: N_("For a watch: FIT workout"),
    Foreign.ZWO: N_("For a trainer: ZWO"),
    Foreign.ERG: N_("For a trainer: ERG, in watts"),
    Foreign.MRC: N_("For a trainer: MRC, in percent"),
    Foreign.INTERVALS: N_("As intervals text"),
    Foreign.LIFTOSCRIPT: N_("As Liftoscript"),
    Foreign.TRAININGPEAKS: N_("As a TrainingPeaks table"),
    Foreign.ICS: N_("For a calendar: ICS"),
}
ASKED = (
    N_("Heart rate"),
    N_("Power"),
    N_("Pace"),
    N_("Cadence"),
    N_("Load"),
    N_("Reps"),
    N_("Reserve"),
    N_("Effort"),
    N_("Rest"),
    N_("Time"),
    N_("Distance"),
)
"""What a step bounds, as the use case names it."""
FOUND = {
    FoundKind.SESSION: N_("session"),
    FoundKind.PLAN: N_("plan"),
    FoundKind.NOTE: N_("note"),
    FoundKind.THOUGHT: N_("thought"),
    FoundKind.REFLECTION: N_("reflection"),
    FoundKind.COMMENT: N_("comment"),
    FoundKind.CHECK_IN: N_("answer to the weekly question"),
    FoundKind.PRACTICE: N_("practice"),
}
EXCUSES = {ExcuseKind.ILL: N_("ill"), ExcuseKind.INJURED: N_("injured"), ExcuseKind.AWAY: N_("away")}
PATTERNS = {
    Pattern.COMPARISON: N_("comparison"),
    Pattern.SELF_CRITICISM: N_("self-criticism"),
    Pattern.DOUBT: N_("doubt"),
    Pattern.ALL_OR_NOTHING: N_("all or nothing"),
    Pattern.CATASTROPHISING: N_("expecting the worst"),
    Pattern.PRESSURE: N_("pressure"),
    Pattern.FATIGUE: N_("tiredness"),
    Pattern.PRIDE: N_("pride"),
    Pattern.GRATITUDE: N_("gratitude"),
    Pattern.LEARNING: N_("something learned"),
}
NEEDS = {
    Need.NERVES: N_("nerves"),
    Need.SELF_TALK: N_("the voice inside"),
    Need.COMPARISON: N_("comparison"),
    Need.BELONGING: N_("belonging"),
    Need.CONFIDENCE: N_("confidence"),
    Need.FOCUS: N_("focus"),
    Need.MOTIVATION: N_("motivation"),
    Need.TIME: N_("time"),
    Need.RECOVERY: N_("tiredness"),
    Need.SLEEP: N_("sleep"),
    Need.PACING: N_("pacing"),
    Need.SKILL: N_("technique"),
    Need.GOALS: N_("direction"),
    Need.SETBACK: N_("a setback"),
    Need.BODY: N_("pain or injury"),
    Need.PEOPLE: N_("people"),
}
GRADES = {
    Grade.STRONG: N_("strong"),
    Grade.MODERATE: N_("moderate"),
    Grade.WEAK: N_("weak"),
    Grade.CONVENTION: N_("convention"),
}
QUESTIONS = {
    Question.CHALLENGED: N_("Was I challenged appropriately?"),
    Question.SKILL: N_("Did I improve a skill?"),
    Question.MOVEMENT: N_("Did I refine a movement?"),
    Question.CLOSER: N_("Am I a step closer to my goal?"),
}
