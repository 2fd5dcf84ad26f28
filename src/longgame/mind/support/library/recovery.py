"""Practices for sleep, rest, pain and people."""

from __future__ import annotations

from longgame.mind.support.practice import Grade, Kind, Need, Practice

PRACTICES = (
    Practice(
        "earlier-bed",
        "Thirty minutes earlier for a week",
        Kind.SLEEP,
        (Need.SLEEP, Need.RECOVERY),
        "Hard blocks, or when you wake unrefreshed.",
        "Move bedtime thirty minutes earlier for seven nights; leave the alarm where it is. Note each morning how you "
        "woke. Keep what helps.",
        "Mah et al. 2011",
        Grade.WEAK,
        "Eleven basketball players without a comparison group; reviews agree on the direction.",
    ),
    Practice(
        "nap",
        "A short nap before three",
        Kind.SLEEP,
        (Need.SLEEP, Need.RECOVERY),
        "After a short night, with a session in the evening.",
        "Lie down between one and three. Alarm at twenty-five minutes. Half an hour between waking and training.",
        "Lastella et al. 2021",
        Grade.MODERATE,
        "Most studies are small; best after too little sleep.",
    ),
    Practice(
        "dark-hour",
        "The last hour",
        Kind.SLEEP,
        (Need.SLEEP,),
        "When falling asleep takes long.",
        "Same bedtime within half an hour. Lights low and no training talk in the last hour. Room cool. Awake after "
        "twenty minutes: "
        "get up, read, return when sleepy.",
        "Walsh et al. 2021",
        Grade.CONVENTION,
        "Consensus of experts for athletes.",
    ),
    Practice(
        "tomorrow-list",
        "Tomorrow on paper",
        Kind.SLEEP,
        (Need.SLEEP, Need.TIME, Need.NERVES),
        "When the head goes on working in bed.",
        "Five minutes before bed, write what has to be done tomorrow, the more exact the better. Put the paper in "
        "another room.",
        "Scullin et al. 2018",
        Grade.WEAK,
        "One laboratory night with fifty-seven people.",
    ),
    Practice(
        "worry-page",
        "A page of worry",
        Kind.WRITING,
        (Need.NERVES, Need.SELF_TALK),
        "The hour before something that matters.",
        "Write for ten minutes whatever you fear about it, unsorted. Nobody reads it. Fold it away and do the warm-up.",
        "Ramirez and Beilock 2011",
        Grade.WEAK,
        "Exams; it helped most those who fear them.",
    ),
    Practice(
        "leave-it-there",
        "Leave the session where it was",
        Kind.REST,
        (Need.RECOVERY, Need.SLEEP, Need.NERVES),
        "When training follows you home.",
        "End each session with one written line: what I learned. Then a thing that marks the end: shower, other shoes. "
        "For the rest of the "
        "evening, nothing about training.",
        "Balk et al. 2017",
        Grade.WEAK,
        "Athletes' own reports: switching off goes with feeling recovered.",
    ),
    Practice(
        "rest-on-purpose",
        "A rest day with a purpose",
        Kind.REST,
        (Need.RECOVERY, Need.MOTIVATION),
        "When rest feels like doing nothing.",
        "Write what today's rest is for: which session it feeds. Keep it: a walk at most. In the evening tick it off, "
        "like any session "
        "of the plan.",
        "Kellmann et al. 2018",
        Grade.CONVENTION,
        "Consensus statement on recovery.",
    ),
    Practice(
        "lighter-week",
        "A lighter week",
        Kind.REST,
        (Need.RECOVERY, Need.BODY),
        "After four to six hard weeks, or when signs pile up.",
        "Keep the days. Take a third off the sets or the minutes, leave two or three reps in reserve. Sleep more. Then "
        "go on where you "
        "were.",
        "Bell et al. 2023",
        Grade.CONVENTION,
        "Agreement of strength coaches; trials of deloads are few.",
    ),
    Practice(
        "pain-scale",
        "A number for the pain",
        Kind.PACING,
        (Need.BODY,),
        "With a known, harmless complaint that somebody has looked at.",
        "Say pain 0 to 10 before, during, next morning. Up to 5, and gone by morning: go on as planned. More, or "
        "growing: less, and have it "
        "looked at.",
        "Silbernagel et al. 2007",
        Grade.WEAK,
        "38 people with a sore Achilles tendon did no worse than with rest; new, sharp or swelling pain belongs to a "
        "professional first.",
    ),
    Practice(
        "ask-one",
        "Ask one person one thing",
        Kind.PEOPLE,
        (Need.PEOPLE, Need.SKILL, Need.BELONGING),
        "When you have carried it alone for a while.",
        "Choose one person. Ask for one thing that fits into ten minutes: watch my third set, run the easy one with "
        "me. People say yes more "
        "often than we expect.",
        "Flynn and Lake 2008",
        Grade.MODERATE,
        "Strangers and small favours.",
    ),
    Practice(
        "name-the-support",
        "Which help do you want?",
        Kind.PEOPLE,
        (Need.PEOPLE, Need.SETBACK),
        "Before you talk to somebody close.",
        "Decide first: do you want to be heard, to be told something, or to have something done? Say it in the first "
        "sentence: “I only want "
        "you to listen.”",
        "Rees et al. 2007",
        Grade.WEAK,
        "117 golfers: those with more support scored better; correlations.",
    ),
    Practice(
        "note-for-coach",
        "A note for your coach",
        Kind.COACH,
        (Need.PEOPLE, Need.SKILL, Need.GOALS, Need.PACING, Need.BODY),
        "When somebody who sees you train could answer it better than a text.",
        "Write two lines: what is hard, and what you would like from them, to be heard, to be told or to be shown. "
        "Give it to them before the next session, not after it.",
        "Rees et al. 2007",
        Grade.WEAK,
        "117 golfers: those with more support scored better; correlations, and the note is our step.",
    ),
    Practice(
        "with-somebody",
        "One session a week with somebody",
        Kind.PEOPLE,
        (Need.PEOPLE, Need.MOTIVATION, Need.BELONGING),
        "When training has become lonely.",
        "Choose an easy day. Invite one person. Agree on the pace of the slower one before you start. Put it into the "
        "plan as easy.",
        "Burke et al. 2006",
        Grade.MODERATE,
        "Groups that belong together keep people active; meta-analysis with mixed studies.",
    ),
    Practice(
        "talk-to-somebody",
        "Talk to somebody whose work it is",
        Kind.PEOPLE,
        (Need.SELF_TALK, Need.RECOVERY, Need.SLEEP, Need.SETBACK),
        "When it has been heavy for two weeks or more.",
        "Write down what has changed: sleep, appetite, joy, thoughts. Take the list to a doctor or a psychologist. "
        "Asking early is "
        "looking after yourself, like seeing somebody about a knee.",
        "Reardon et al. 2019",
        Grade.CONVENTION,
        "Consensus statement on mental health in elite athletes.",
    ),
    Practice(
        "after-the-injury",
        "What can I train?",
        Kind.PROCESS_GOALS,
        (Need.BODY, Need.SETBACK),
        "Injured, with somebody looking after it.",
        "List what is allowed today. Choose one thing to get better at in it: a grip, breathing, the other leg, sleep. "
        "Plan it like any "
        "session, with bounds.",
        "Brinkman et al. 2020",
        Grade.WEAK,
        "Two trials: belief in one's own rehabilitation rose with goals; that people keep to it more is less sure.",
    ),
)
