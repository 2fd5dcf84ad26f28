"""Practices for goals, habits, pacing, setbacks and time."""

from __future__ import annotations

from longgame.mind.support.practice import Grade, Kind, Need, Practice

PRACTICES = (
    Practice(
        "one-process-goal",
        "One goal you control",
        Kind.PROCESS_GOALS,
        (Need.GOALS, Need.NERVES, Need.FOCUS, Need.COMPARISON),
        "Before any session.",
        "Write one thing you will do today that depends on you alone: “full hang on every rep”, “first kilometre "
        "slower than feels "
        "right”. Judge the session by it.",
        "Williamson et al. 2022",
        Grade.MODERATE,
        "Process goals did best of the kinds compared; few studies, large spread.",
    ),
    Practice(
        "learn-goal",
        "What do I want to find out?",
        Kind.PROCESS_GOALS,
        (Need.GOALS, Need.SKILL, Need.COMPARISON),
        "When results have become the only measure.",
        "Turn the target into a question: “at which cadence does it get easier?” Try two ways. Write down which one "
        "you would keep.",
        "Latham et al. 2008",
        Grade.WEAK,
        "146 people at a task that had to be learned first; carried over to sport by us.",
    ),
    Practice(
        "own-past-goal",
        "Against your own last time",
        Kind.PROCESS_GOALS,
        (Need.COMPARISON, Need.GOALS),
        "When you catch yourself chasing somebody.",
        "Choose the same session of three weeks ago. Choose one thing to do a little better: steadier, cleaner, easier "
        "at the same pace. "
        "That is today's race.",
        "Van Yperen et al. 2014",
        Grade.MODERATE,
        "Wanting to do a task better than before goes with performing better; mostly correlations.",
    ),
    Practice(
        "smaller-step",
        "Half the step, with a date",
        Kind.PROCESS_GOALS,
        (Need.GOALS, Need.MOTIVATION),
        "When a goal has stopped pulling.",
        "Halve the next step. Put a day on it. Say how you will know. Tell nobody's number but yours. After that day, "
        "set the next.",
        "McEwan et al. 2016",
        Grade.MODERATE,
        "Goal setting with several parts, for being active at all.",
    ),
    Practice(
        "if-then",
        "If this, then that",
        Kind.IF_THEN,
        (Need.COMPARISON, Need.SELF_TALK, Need.FOCUS, Need.NERVES, Need.MOTIVATION),
        "For anything that happens again and again.",
        "Name the moment as you would meet it: “if I look at the next lane”. Name one small act: “then I count my "
        "breath to four”. Say it "
        "three times with the picture in your mind.",
        "Gollwitzer and Sheeran 2006",
        Grade.MODERATE,
        "Across many kinds of acts; for exercise smaller (Bélanger-Gravel et al. 2013).",
    ),
    Practice(
        "obstacle-plan",
        "Plan for what gets in the way",
        Kind.IF_THEN,
        (Need.TIME, Need.MOTIVATION, Need.SETBACK),
        "On the day you plan the week.",
        "Write the two things most likely to stop you this week. For each: if it happens, then which shorter or other "
        "session do you do, and "
        "when?",
        "Sniehotta et al. 2006",
        Grade.MODERATE,
        "A trial with 211 patients after heart rehabilitation, over two months.",
    ),
    Practice(
        "wish-obstacle",
        "Wish, outcome, obstacle, plan",
        Kind.IF_THEN,
        (Need.GOALS, Need.MOTIVATION),
        "At the start of a block.",
        "Wish: one line. Outcome: how it would feel. Obstacle: what in you stands in the way. Plan: if the obstacle "
        "comes, then I … One line "
        "for each.",
        "Wang et al. 2021",
        Grade.MODERATE,
        "Small to medium effect over many kinds of goals; it may be smaller, as not all studies are published.",
    ),
    Practice(
        "smallest-version",
        "The ten-minute version",
        Kind.HABIT,
        (Need.TIME, Need.MOTIVATION, Need.RECOVERY),
        "On a day when the whole session will not happen.",
        "Do the warm-up and one thing of the plan, clean. Declare it before you start; then the day is kept. One "
        "missed day does not undo "
        "a habit.",
        "Lally et al. 2010",
        Grade.MODERATE,
        "Ninety-six people forming habits; a missed occasion made no lasting difference.",
    ),
    Practice(
        "after-what",
        "After what do you train?",
        Kind.HABIT,
        (Need.TIME, Need.MOTIVATION),
        "When starting is the hard part.",
        "Tie the session to something that happens anyway: after the school run, after the last call. Same place, bag "
        "packed beside it. "
        "Write it as “after …, I …”.",
        "Gardner et al. 2012",
        Grade.MODERATE,
        "Advice drawn from studies of habit formation.",
    ),
    Practice(
        "own-reason",
        "Your reason, not theirs",
        Kind.WRITING,
        (Need.MOTIVATION, Need.GOALS),
        "When training has become a duty.",
        "Write three reasons to train that would hold if nobody ever knew. Put the best one into the plan as the why "
        "of a session.",
        "Teixeira et al. 2012",
        Grade.MODERATE,
        "Sixty-six studies: own reasons go with staying active; the writing is our step.",
    ),
    Practice(
        "one-choice",
        "Choose one thing yourself",
        Kind.HABIT,
        (Need.MOTIVATION, Need.SKILL),
        "When the plan feels like orders.",
        "Inside today's bounds choose one thing: the order, the place, the grip, the music. Keep everything else. Note "
        "whether it changed "
        "how it felt.",
        "Wulf and Lewthwaite 2016",
        Grade.MODERATE,
        "Choice helps motor learning in several laboratories; some replications find nothing.",
    ),
    Practice(
        "stop-while-good",
        "Stop while it still feels good",
        Kind.PACING,
        (Need.MOTIVATION, Need.RECOVERY, Need.PACING),
        "Easy days.",
        "Every ten minutes ask: does this feel good, neither, or bad? When it turns, ease off until it turns back. End "
        "on good.",
        "Ekkekakis et al. 2011",
        Grade.MODERATE,
        "Pleasure falls above the first threshold for most; that it keeps people training is less sure.",
    ),
    Practice(
        "talk-test",
        "The talk test",
        Kind.PACING,
        (Need.PACING,),
        "Easy and long days, with or without a watch.",
        "Say a sentence of ten words aloud. Comfortable: easy enough. “Just about”: you are at the edge. Broken words: "
        "slow down. Ask "
        "again every ten minutes.",
        "Reed and Pipe 2014",
        Grade.MODERATE,
        "Agrees with the first threshold in groups; single people differ.",
    ),
    Practice(
        "start-slower",
        "The first fifth by feel",
        Kind.PACING,
        (Need.PACING, Need.NERVES),
        "Races, time trials, conditioning.",
        "Hold the first fifth one point easier than you think you can. Check breathing at the mark. Only then let the "
        "effort rise to "
        "what was planned.",
        "Abbiss and Laursen 2008",
        Grade.MODERATE,
        "Even pacing suits efforts over some minutes; short ones are different.",
    ),
    Practice(
        "effort-check",
        "Say the number before the watch does",
        Kind.PACING,
        (Need.PACING, Need.FOCUS),
        "Intervals and tempo.",
        "Halfway through each rep say your effort, 0 to 10, aloud. Look at the watch after the rep. After ten reps you "
        "will know how "
        "near you are.",
        "Eston 2012",
        Grade.MODERATE,
        "Perceived effort can steer intensity after some practice.",
    ),
    Practice(
        "reps-left",
        "Ask how many are left",
        Kind.PACING,
        (Need.PACING, Need.SKILL),
        "Strength sets.",
        "Two reps before you would stop, say how many more would be clean. Stop there. Once a month, on a planned set "
        "to failure, see how "
        "near you were.",
        "Hackett et al. 2017",
        Grade.MODERATE,
        "Eighty-one people were a rep off within five of failure, two and more beyond; experience changed little.",
    ),
)
