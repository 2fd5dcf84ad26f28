"""Practices for nerves, attention and the body before and during a session."""

from __future__ import annotations

from longgame.mind.support.practice import Grade, Kind, Need, Practice

PRACTICES = (
    Practice(
        "slow-breath",
        "Six breaths a minute",
        Kind.BREATHING,
        (Need.NERVES, Need.SLEEP),
        "Ten minutes before a start, or in bed.",
        "Breathe in through the nose for four seconds, out for six. Keep the shoulders down and the breath light. Go "
        "on for "
        "three to five minutes. If you feel dizzy, breathe normally.",
        "Laborde et al. 2022",
        Grade.MODERATE,
        "Shown for heart-rate variability; for performance the evidence is thin.",
    ),
    Practice(
        "sigh",
        "Two in, one long out",
        Kind.BREATHING,
        (Need.NERVES,),
        "When the chest is tight, between two sets too.",
        "Breathe in through the nose, take a second small sip of air on top, then let all of it out slowly through the "
        "mouth. Three to five times are enough.",
        "Balban et al. 2023",
        Grade.WEAK,
        "One trial with 114 people, on mood over a month, not on athletes.",
    ),
    Practice(
        "box-breath",
        "Four sides of a box",
        Kind.BREATHING,
        (Need.NERVES, Need.FOCUS),
        "Waiting for a start or a judge.",
        "In for four, hold for four, out for four, hold for four. Draw the four sides of a box in your mind. Four "
        "rounds.",
        "Röttger et al. 2021",
        Grade.WEAK,
        "Small laboratory study of arousal under stress.",
    ),
    Practice(
        "one-exhale",
        "One breath, then the bar",
        Kind.BREATHING,
        (Need.FOCUS, Need.NERVES, Need.SKILL),
        "Before each working set or serve of effort.",
        "Stand still. Breathe out once, fully. Say your cue. Begin on the next breath in. Do the same before every "
        "set, "
        "the light ones too.",
        "Rupprecht et al. 2021",
        Grade.MODERATE,
        "Shown for routines before a performance as a whole; which part of them works is not known.",
    ),
    Practice(
        "excited",
        "Call it excitement",
        Kind.CUE_WORDS,
        (Need.NERVES,),
        "When the heart races before a start.",
        "Say aloud: “I am excited.” Name one thing that the racing heart is good for: blood to the legs, quick "
        "reactions. Leave the heart alone; do not try to calm it.",
        "Brooks 2014",
        Grade.WEAK,
        "Singing, speaking and sums; not sport.",
    ),
    Practice(
        "stress-as-fuel",
        "What the body is preparing",
        Kind.WRITING,
        (Need.NERVES, Need.CONFIDENCE),
        "The evening before a test.",
        "Write three signs of nerves you expect. Beside each, write what it prepares the body for. Read it again at "
        "the start.",
        "Jamieson et al. 2010",
        Grade.WEAK,
        "Students before one exam: better at its mathematics, in the laboratory and months later; words no better.",
    ),
    Practice(
        "mindful-five",
        "Five minutes of noticing",
        Kind.ATTENTION,
        (Need.FOCUS, Need.SELF_TALK),
        "On a quiet evening, a few times a week.",
        "Sit. Feel the breath at the nose. When a thought comes, note “thinking” and return. Coming back is the "
        "exercise, "
        "however often it is needed.",
        "Noetel et al. 2019",
        Grade.WEAK,
        "Good for how attention feels; trials on performance are of low quality.",
    ),
    Practice(
        "body-scan",
        "From the feet up",
        Kind.ATTENTION,
        (Need.FOCUS, Need.NERVES, Need.BODY),
        "After the warm-up, or on the mat at the end.",
        "Feet, calves, thighs, hips, belly, shoulders, jaw: rest the attention on each for one breath. Where something "
        "is tight, "
        "soften it as you breathe out. Change nothing else.",
        "Bühlmayer et al. 2017",
        Grade.WEAK,
        "Few and small studies.",
    ),
    Practice(
        "outside-focus",
        "Attend to the effect",
        Kind.ATTENTION,
        (Need.SKILL, Need.FOCUS),
        "When learning a movement or when form fades.",
        "Put the attention on what the movement does, not on the limb: push the floor away, throw the bar to the "
        "ceiling, "
        "pull the water past you. One picture for the whole set.",
        "Chua et al. 2021",
        Grade.WEAK,
        "Reviews find a gain over watching the limb; counted with what went unpublished, hardly one is left.",
    ),
    Practice(
        "small-target",
        "The next small thing",
        Kind.ATTENTION,
        (Need.FOCUS, Need.PACING),
        "When the end is far away and the mind wanders there.",
        "Choose a mark no more than a minute away: a tree, a lap, five reps. Until there, nothing else exists. Then "
        "choose the next.",
        "Brick et al. 2016",
        Grade.WEAK,
        "Mostly from what experienced runners report.",
    ),
    Practice(
        "relaxed-face",
        "Soften the face",
        Kind.ATTENTION,
        (Need.PACING, Need.NERVES),
        "In the middle of hard steady work.",
        "Unclench the jaw. Let the tongue fall from the roof of the mouth. Drop the shoulders once. Check again at "
        "each mark.",
        "Brick et al. 2018",
        Grade.WEAK,
        "Twenty-four runners: frowning felt harder; relaxing on purpose was no more economical than usual.",
    ),
    Practice(
        "music",
        "Three songs for the hard part",
        Kind.ATTENTION,
        (Need.MOTIVATION, Need.PACING),
        "Steady work, alone, where it is safe to listen.",
        "Choose three songs you would move to anyway. Keep them for the last third. Turn the sound off for technique "
        "work, where "
        "you need your ears.",
        "Terry et al. 2020",
        Grade.MODERATE,
        "139 studies: it feels better, a little easier and goes a little better; the heart rate stays as it was.",
    ),
)
