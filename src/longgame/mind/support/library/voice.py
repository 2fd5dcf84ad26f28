"""Practices for the voice inside: cue words, imagery, compassion, comparison, belonging."""

from __future__ import annotations

from longgame.mind.support.practice import Grade, Kind, Need, Practice

PRACTICES = (
    Practice(
        "cue-word",
        "One word for the movement",
        Kind.CUE_WORDS,
        (Need.SKILL, Need.FOCUS),
        "Technique days, and the last reps of a set.",
        "Choose one or two words that say what to do: “long”, “hips first”. Say them before each rep. One cue for the "
        "whole "
        "session; change it next week if it is stale.",
        "Hatzigeorgiadis et al. 2011",
        Grade.MODERATE,
        "Better for fine and new movements than for raw endurance; published studies may flatter it.",
    ),
    Practice(
        "talk-through",
        "Words for the last third",
        Kind.CUE_WORDS,
        (Need.PACING, Need.SELF_TALK, Need.MOTIVATION),
        "Long steady work, where the wish to stop comes.",
        "Write two sentences you would believe: “this is the part I came for”, “one more minute like this one”. Say "
        "the first at "
        "two thirds, the second when you want to stop.",
        "Blanchfield et al. 2014",
        Grade.WEAK,
        "Twenty-four people cycling to exhaustion in a laboratory.",
    ),
    Practice(
        "second-person",
        "Speak to yourself by name",
        Kind.CUE_WORDS,
        (Need.SELF_TALK, Need.NERVES),
        "When the voice inside turns harsh or loud.",
        "Say it as to somebody you coach, with your name: “Ana, what does the plan ask of you now?” Answer the "
        "question, and do "
        "only that.",
        "Kross et al. 2014",
        Grade.MODERATE,
        "Shown for speeches and feelings; for sport only small studies.",
    ),
    Practice(
        "having-the-thought",
        "“I am having the thought that …”",
        Kind.SELF_COMPASSION,
        (Need.SELF_TALK, Need.COMPARISON, Need.BELONGING),
        "When one sentence keeps coming back.",
        "Say the sentence. Say it again with “I am having the thought that …” before it. Once more with “I notice I am "
        "having the "
        "thought that …”. Then do the next rep with the thought still there.",
        "Masuda et al. 2010",
        Grade.WEAK,
        "Shown for saying one word of the thought over and over, right after; this wording is a relative of it.",
    ),
    Practice(
        "as-to-a-friend",
        "As you would say it to a friend",
        Kind.SELF_COMPASSION,
        (Need.SELF_TALK, Need.SETBACK),
        "After a session that went badly.",
        "Write what you said to yourself. Write what you would say to a training friend who had this session. Read the "
        "second one "
        "aloud to yourself.",
        "Neff and Germer 2013",
        Grade.WEAK,
        "One trial with 52 people of a course of eight weeks, not of one evening.",
    ),
    Practice(
        "kind-writing",
        "Five lines after a bad day",
        Kind.SELF_COMPASSION,
        (Need.SETBACK, Need.SELF_TALK),
        "The evening of a bad day.",
        "What happened, in one line. What you felt. Who else has had such a day. What you would want to hear. What you "
        "do next time.",
        "Mosewich et al. 2013",
        Grade.WEAK,
        "One trial with fifty-one women athletes, over one week.",
    ),
    Practice(
        "not-alone",
        "Everyone who trains has had this",
        Kind.SELF_COMPASSION,
        (Need.BELONGING, Need.SELF_TALK),
        "When it seems that only you struggle.",
        "Name the difficulty in plain words. Say: “This is a hard moment; hard moments belong to training.” Put a hand "
        "where you "
        "feel it for one breath. Go on with the plan.",
        "Kuchar et al. 2023",
        Grade.WEAK,
        "A short course for student athletes; self-compassion rose; performance was rated by them and coaches.",
    ),
    Practice(
        "repair-not-punish",
        "Own it and mend it",
        Kind.SELF_COMPASSION,
        (Need.SETBACK, Need.MOTIVATION),
        "After you broke your own plan.",
        "Say what you did, without an adjective. Say that people do this. Write one thing that makes the next session "
        "likelier. "
        "Then stop writing; no extra work.",
        "Breines and Chen 2012",
        Grade.MODERATE,
        "Laboratory studies of students: kindness raised the wish to improve.",
    ),
    Practice(
        "first-person-film",
        "Film the rep in your head",
        Kind.IMAGERY,
        (Need.SKILL, Need.CONFIDENCE),
        "Rest days, and minutes before skill work.",
        "Stand as you will stand, hold something like the bar. See it through your own eyes, at real speed, with sound "
        "and effort. "
        "Five good reps. If one goes wrong, rewind and repair it.",
        "Simonsmeier et al. 2021",
        Grade.MODERATE,
        "Works beside practice, less without it.",
    ),
    Practice(
        "cope-in-advance",
        "Rehearse the hard moment",
        Kind.IMAGERY,
        (Need.NERVES, Need.PACING, Need.CONFIDENCE),
        "The week of a race or a test.",
        "Picture the moment you fear: the burning at two thirds, the missed lift. See yourself breathe, say your cue, "
        "and do the next "
        "small thing. End when you have coped, not when you have won.",
        "Martin et al. 1999",
        Grade.WEAK,
        "A model with studies around it; few trials.",
    ),
    Practice(
        "own-best-clip",
        "Watch your own good rep",
        Kind.IMAGERY,
        (Need.SKILL, Need.CONFIDENCE, Need.COMPARISON),
        "Before technique work.",
        "Film yourself when it goes well. Keep three clips. Watch one before you start, twice, and name what you see. "
        "Nobody else's "
        "clips today.",
        "Ste-Marie et al. 2012",
        Grade.WEAK,
        "Reviews of watching oneself in learning; results vary with the task.",
    ),
    Practice(
        "then-and-now",
        "Look at your own line",
        Kind.WRITING,
        (Need.COMPARISON, Need.CONFIDENCE),
        "When somebody else's number will not leave you.",
        "Open How far. Read one measure of your own, then and now, with its uncertainty. Write one sentence about what "
        "made the "
        "difference. Close everything that shows others.",
        "Wilson and Ross 2000",
        Grade.WEAK,
        "Studies of how people judge themselves; not a trial in sport.",
    ),
    Practice(
        "quiet-feed",
        "A week with a quiet feed",
        Kind.HABIT,
        (Need.COMPARISON, Need.SLEEP),
        "When a feed is where comparison starts.",
        "For seven days: no feed before training and none in the hour after. Put the app on the last screen. Note on "
        "day seven whether "
        "training felt different.",
        "Hunt et al. 2018",
        Grade.WEAK,
        "One trial with students, half an hour a day; not sport apps.",
    ),
    Practice(
        "belonging-grows",
        "Write to the one who comes after you",
        Kind.WRITING,
        (Need.BELONGING, Need.PEOPLE),
        "In your first months at a place, or in a new group.",
        "Write five lines to somebody who will start here next month: that most feel out of place at first, and what "
        "changed for you. "
        "Keep it.",
        "Walton and Cohen 2011",
        Grade.MODERATE,
        "University students over three years; later, larger studies find it helps in some places and not in others.",
    ),
    Practice(
        "values-first",
        "What you care for",
        Kind.WRITING,
        (Need.BELONGING, Need.MOTIVATION, Need.CONFIDENCE),
        "Before a situation in which you feel judged.",
        "Choose one thing you care for that is not sport: family, craft, faith, humour. Write for five minutes why it "
        "matters to you. "
        "Then train.",
        "Cohen and Sherman 2014",
        Grade.MODERATE,
        "Mostly schools; depends on place and time.",
    ),
    Practice(
        "three-done",
        "Three things already done",
        Kind.WRITING,
        (Need.CONFIDENCE,),
        "Before a test or after doubt.",
        "From your own log, write three things you could not do a year ago or did not believe you would do. Date each. "
        "Read them "
        "before the warm-up.",
        "Moritz et al. 2000",
        Grade.MODERATE,
        "Belief in oneself goes with performance (r about .38); writing it down is our step, not theirs.",
    ),
    Practice(
        "three-good-things",
        "Three good things of the session",
        Kind.WRITING,
        (Need.MOTIVATION, Need.SETBACK),
        "In the evening, for one week.",
        "Write three things that went well in training and why each did. Small ones count: a warm-up not skipped, a "
        "rest kept.",
        "Seligman et al. 2005",
        Grade.WEAK,
        "One Internet study of mood; not of sport.",
    ),
)
