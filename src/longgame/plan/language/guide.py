"""What every word of the plan language means, with an example that parses: for the reference, completion and hover."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.plan.model import (
    Available,
    Away,
    Block,
    Content,
    Deload,
    EarnedBy,
    Effort,
    GoalLine,
    Group,
    Header,
    InAll,
    Let,
    Note,
    Or,
    Ration,
    Rule,
    Season,
    SessionLine,
    Sets,
    Template,
    Use,
    Why,
)


class Part(Enum):
    """Which part of a plan a topic belongs to."""

    LINE = "lines above the steps"
    STEP = "steps"
    GROUP = "groups of steps"
    AIM = "aims"
    SAID = "what else a step can say"


@dataclass(frozen=True, slots=True)
class Topic:
    """One word of the language: how it is written, what it means, and lines that use it.

    `kind` is the kind of line it begins, None for what follows on a line. `example` is one line or several, as they
    stand where such a line may stand.
    """

    word: str
    part: Part
    form: str
    says: str
    example: str
    kind: type[Content] | None = None


LINES: tuple[Topic, ...] = (
    Topic(
        "longgame",
        Part.LINE,
        "longgame plan 1",
        "The first line: the version of the language.",
        "longgame plan 1",
        Header,
    ),
    Topic(
        "season",
        Part.LINE,
        'season "TITLE"  FIRST .. LAST',
        "A stretch of training towards its goals, from the first to the last day.",
        'season "Spring half"  2026-11-23 .. 2027-04-18',
        Season,
    ),
    Topic(
        "goal",
        Part.LINE,
        'goal KEY "TITLE"  END  by DATE',
        "What the athlete wants. The key is what sessions call it by. The end can be measured: a distance in a "
        "time, reps of "
        "an exercise, a load; or the goal is an outcome, a performance or a process, said in that word.",
        'goal half "Half marathon under 1:45"  run 21.1 km in 1:45:00  by 2027-04-18',
        GoalLine,
    ),
    Topic(
        "why",
        Part.LINE,
        'why "WORDS"',
        "The reason, in the athlete's own words, for what it stands under.",
        'why "I want to finish strong."',
        Why,
    ),
    Topic("note", Part.LINE, 'note "WORDS"', "A remark on what it stands under.", 'note "Chin over the bar."', Note),
    Topic(
        "ration",
        Part.LINE,
        "ration failure  COUNT sets a week, COUNT a session per pattern",
        "How many sets to failure are meant to be enough: a session, a day, a week or a block; per movement "
        "pattern or in all.",
        "ration failure  3 sets a week, 1 a session per pattern",
        Ration,
    ),
    Topic(
        "available",
        Part.LINE,
        "available TIME a week, or available Mon TIME, Sat TIME",
        "When there is time to train. Sessions for any day go to days with time; a week that asks for more is "
        "pointed at.",
        "available Mon 60 min, Wed 45 min, Sat 2 h",
        Available,
    ),
    Topic(
        "away",
        Part.LINE,
        'away FIRST .. LAST "WORDS"',
        "Days on which nothing can be due, known beforehand.",
        'away 2026-12-24 .. 2026-12-27 "With the family"',
        Away,
    ),
    Topic(
        "block",
        Part.LINE,
        'block "TITLE"  COUNT weeks  serves KEYS',
        "Some weeks with one emphasis, or cycles of other length (3 cycles of 9 days), or dates. It begins where "
        "the block before "
        "it ended, or from a date of its own. The word deload makes all of it lighter by name.",
        'block "Foundation"  6 weeks  serves half',
        Block,
    ),
    Topic(
        "deload",
        Part.LINE,
        "deload WEEKS  sets SHARE  load SHARE  time SHARE",
        "Weeks of a block in which sets, load or time are taken back to a share.",
        "deload week 4  sets 60%  load 90%",
        Deload,
    ),
    Topic(
        "Mon",
        Part.LINE,
        'DAY WEEKS TIME "TITLE"  INTENT for KEYS  optional',
        "A session: its day (Mon to Sun, Any for the emptiest day of the week, Day 3 of a cycle, or a date), in "
        "which weeks "
        "(week 6, weeks 1..3, 5, every 2 weeks; all when not said), at which time of day, its title, what it is "
        "for, and which "
        "goals it serves. An optional session is never due.",
        'Tue weeks 1..3 18:30 "Cruise"  threshold for half',
        SessionLine,
    ),
    Topic(
        "in all",
        Part.LINE,
        "in all  SIZE  AIMS",
        "Bounds on the session as a whole.",
        "in all  60..75 min  rpe 2..4",
        InAll,
    ),
    Topic(
        "earned by",
        Part.LINE,
        "earned by CONDITIONS",
        "What has to be true before a test or limit day. Nothing is locked: going ahead unearned is recorded as that.",
        "earned by consistency >= 80% over 4 weeks, no amber 7 days, no failure 48 h, last test >= 5 weeks ago",
        EarnedBy,
    ),
    Topic(
        "or",
        Part.LINE,
        "or, when WORDS: STEP",
        "What to do instead, and when; further steps may stand below it. Under a session it replaces the "
        "session, under a step "
        "that step.",
        "or, when away: 30..40 min walk  rpe 1..3",
        Or,
    ),
    Topic(
        "let",
        Part.LINE,
        "let NAME = TEXT",
        "A name for a piece of text, used in {braces}. A value of the athlete's own, told by longgame plan let or "
        "known from a dated fact such as {threshold_hr} or {one_rep_max_back_squat}, stands before it from its day on.",
        "let easy = 5:30..6:10 /km",
        Let,
    ),
    Topic(
        "template",
        Part.LINE,
        "template NAME(PARAMETERS)",
        "Lines under a name, with parameters in {braces}, taken up by use.",
        "template cruise(reps, pace)\n  {reps} x ( 8 min run @ {pace}, 2 min easy )",
        Template,
    ),
    Topic(
        "use",
        Part.LINE,
        "use NAME(VALUES)",
        "A template's lines, here, with these values.",
        "use cruise(4, 4:55..5:05 /km)",
        Use,
    ),
)

STEPS: tuple[Topic, ...] = (
    Topic(
        "effort",
        Part.STEP,
        "SIZE SPORT  AIMS",
        "Going for some time or distance: a number or an interval with its unit. The word open leaves the size "
        "open. A sport once "
        "said holds for the steps after it.",
        "40..50 min run  hr z1..z2  rpe 2..3",
        Effort,
    ),
    Topic(
        "sets",
        Part.STEP,
        "EXERCISE  SETS x AMOUNT @ LOAD  AIMS",
        "Sets of an exercise: reps, a hold in seconds, or a distance. Several kinds of sets stand one after the "
        "other, parted by "
        "commas, each with its load. 5+ and max go as far as clean reps go; 2+2+1 is a cluster.",
        "Squat  3 x 5 @ 75%, 1 x 3 @ 85%, 1 x 1+ @ 95%  rest 3 min",
        Sets,
    ),
    Topic(
        "warm up",
        Part.STEP,
        "warm up STEP",
        "The step prepares and is not judged as work.",
        "warm up 15 min run  hr z1",
        Effort,
    ),
    Topic(
        "cool down",
        Part.STEP,
        "cool down STEP",
        "The step ends the session and is not judged as work.",
        "cool down 10 min run easy",
        Effort,
    ),
    Topic(
        "week",
        Part.STEP,
        "WEEKS: STEP",
        "The step is done in these weeks of the block only.",
        "weeks 1..2: Squat  3 x 5 @ 70%",
        Sets,
    ),
    Topic(
        "open",
        Part.STEP,
        "open SPORT  AIMS",
        "A step without a size: it ends when its stop rule, or the athlete, says so.",
        "open run easy  until you feel ready",
        Effort,
    ),
)

GROUPS: tuple[Topic, ...] = (
    Topic(
        "x",
        Part.GROUP,
        "COUNT x ( STEPS )",
        "Steps in turn, so many times; brackets may stand in brackets, or the steps on lines of their own below.",
        "3 x ( 4 x ( 200 m run hard, 60 s easy ), 4 min easy )",
        Group,
    ),
    Topic(
        "superset",
        Part.GROUP,
        "COUNT x superset ( STEPS )",
        "A set of each exercise in turn.",
        "superset  rest 90 s\n  Pull-up  3 x 5..8\n  Dip  3 x 8..10",
        Group,
    ),
    Topic(
        "emom",
        Part.GROUP,
        "emom TIME ( STEPS )",
        "A turn at the beginning of every minute.",
        "emom 12 min ( 3 Power Clean @ 60 kg, 6 Burpee )",
        Group,
    ),
    Topic(
        "every",
        Part.GROUP,
        "every TIME for TIME ( STEPS )",
        "A turn at the beginning of every such stretch of time.",
        "every 90 s for 12 min ( 3 Snatch @ 40 kg )",
        Group,
    ),
    Topic(
        "amrap",
        Part.GROUP,
        "amrap TIME ( STEPS )",
        "As many rounds as can be done well in the time.",
        "amrap 20 min ( 5 Pull-up, 10 Push-up, 15 Air Squat )",
        Group,
    ),
    Topic(
        "for time",
        Part.GROUP,
        "COUNT rounds for time ( STEPS )  cap TIME",
        "Rounds against the clock; 21-15-9 for time gives each round its reps.",
        "21-15-9 for time ( Thruster @ 42.5 kg, Pull-up )  cap 12 min",
        Group,
    ),
    Topic(
        "tabata",
        Part.GROUP,
        "tabata COUNT x ( STEPS )",
        "Twenty seconds of work, ten of rest, eight times unless told otherwise.",
        "tabata ( Air Squat )",
        Group,
    ),
)

AIMS: tuple[Topic, ...] = (
    Topic(
        "hr",
        Part.AIM,
        "hr RANGE",
        "Heart rate: bpm, a zone, a share of threshold, or of max.",
        "20 min run  hr 130..140 bpm",
    ),
    Topic(
        "power",
        Part.AIM,
        "power RANGE",
        "Power: W, a zone, or a share of critical power.",
        "20 min ride  power 95..100%",
    ),
    Topic(
        "pace",
        Part.AIM,
        "pace RANGE",
        "Pace: per km, mi, 100m or 500m, a zone, or a share of critical speed.",
        "4 km run  pace 4:55..5:05 /km",
    ),
    Topic("speed", Part.AIM, "speed RANGE", "Speed: km/h, mph or m/s.", "20 min ride  speed 30..32 km/h"),
    Topic("rpe", Part.AIM, "rpe RANGE", "Perceived effort from 0 to 10.", "30 min run  rpe 2..3"),
    Topic("rir", Part.AIM, "rir RANGE", "Reps left in reserve at the end of each set.", "Squat  3 x 5  rir 2..3"),
    Topic("cadence", Part.AIM, "cadence RANGE", "Turns or steps a minute.", "20 min ride  cadence 85..95 rpm"),
    Topic("grade", Part.AIM, "grade RANGE", "The slope, in percent.", "8 min run  grade 4..6%"),
    Topic(
        "rest",
        Part.AIM,
        "rest TIME",
        "The pause after each set, or between the rounds of a group.",
        "Squat  3 x 5  rest 2:30",
    ),
    Topic(
        "clean",
        Part.AIM,
        "clean SHARE",
        "The share of reps that are to be clean: skill before fatigue.",
        "Handstand Walk  6 x 5 m  clean 80..100%",
    ),
    Topic("in", Part.AIM, "in TIME", "The time a distance is to take.", "5 km run  in 24:00..25:00"),
    Topic(
        "@",
        Part.AIM,
        "@ RANGE",
        "What is aimed at, told by its unit: a load (kg, lb, % of the best single, bodyweight +10 kg, last +2.5 "
        "kg), a pace, W, or a "
        "share. A step can go from one aim to another: @ 55% to 75%.",
        "Squat  5 x 5 @ last +2.5 kg",
    ),
    Topic(
        "z1",
        Part.AIM,
        "z1 .. z2",
        "Zones of whichever quantity is known; with hr, power or pace before it, of that.",
        "30 min run z1..z2",
    ),
    Topic("easy", Part.AIM, "easy", "Easy by feel.", "2 min run easy"),
    Topic("hard", Part.AIM, "hard", "Hard by feel.", "60 s run hard"),
    Topic("all out", Part.AIM, "all out", "Everything there is: for earned days.", "5 km run all out"),
)

SAID: tuple[Topic, ...] = (
    Topic(
        "tempo",
        Part.SAID,
        "tempo DOWN-HOLD-UP-HOLD",
        "Seconds of each phase of a rep; X is as fast as can be.",
        "Squat  3 x 5  tempo 3-1-X-0",
        Rule,
    ),
    Topic(
        "until",
        Part.SAID,
        "until WORDS",
        "A stop rule: obeying it is full success, however little was done.",
        "10 x ( 60 m run hard, 2 min easy )  until a rep falls below 95%",
    ),
    Topic("each side", Part.SAID, "each side", "The sets are done on each side.", "Split Squat  3 x 8  each side"),
    Topic(
        "drop",
        Part.SAID,
        "drop COUNT x SHARE",
        "After the last set, so many drops of that share of the load.",
        "Curl  3 x 10 @ 14 kg  drop 2 x 20%",
    ),
    Topic(
        "cap",
        Part.SAID,
        "cap TIME",
        "When a circuit ends, finished or not.",
        "5 rounds for time ( 400 m run, 15 Thruster @ 40 kg )  cap 25 min",
    ),
    Topic(
        "progress",
        Part.SAID,
        "progress CHANGE when served TIMES, or every COUNT weeks, up to LIMIT",
        "How the numbers of a step move on: when reviews say it served its purpose, so many times in a row, or "
        "every so many "
        "weeks or sessions.",
        "Pull-up  5 x 4..6  progress +1 rep when served twice up to 8 reps",
    ),
    Topic(
        "regress",
        Part.SAID,
        "regress CHANGE when not served TIMES, down to LIMIT",
        "How the numbers of a step move back when it did not serve its purpose.",
        "Squat  5 x 5 @ 80 kg  regress -10% when not served twice",
    ),
)

TOPICS: tuple[Topic, ...] = (*LINES, *STEPS, *GROUPS, *AIMS, *SAID)
"""Every topic, in the order of the reference."""


def topic(word: str) -> Topic | None:
    """The topic of a word of the language, None for a word that is none."""
    return next((one for one in TOPICS if one.word == word), None)
