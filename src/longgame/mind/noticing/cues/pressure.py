"""Cues of pressure and panic: must, make up for, running out of time, nerves, guilt at rest."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

MUST = r"(?:have to|had to|need to|needed to|must|got to|ought to|has to|should|'ve got to)"

CUES = (
    cue(
        STRONG,
        rf"{MUST} (?:\w+ )?(?:make up for|double up|catch up|prove|cram|squeeze|get back on track|do more|go harder|"
        rf"push harder|"
        r"train more|train harder|earn|win|perform|justify|make it count|not fail|not waste|not miss|not lose|be "
        r"perfect|hit|"
        r"do two|do every|deliver)(?: \w+)*",
        r"(?:make up for|making up for|make up|catch up on) (?:yesterday|the missed|missed|lost time|it|monday|last "
        r"week|"
        r"the session|what i)(?: \w+)*",
        r"(?:got to|gotta|must|need to),? (?:got to|go harder|hit|push)",
        r"(?:two a days?|double sessions?|extra session|an extra (?:run|ride|session|set|hour))",
        r"make it count",
        r"(?:not|never|am not|i'm not) doing enough",
        r"should (?:be doing|do|have done|have trained|have gone) (?:more|extra|yesterday|harder|it|better)",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:can't|cannot|couldn't|mustn't|must not|not allowed to|daren't|can not) (?:afford|let|fail|miss|mess|waste|"
        r"lose|"
        r"take a day off|switch off|relax|rest|skip|disappoint|slip|have a bad)(?: \w+)*",
        r"(?:running|run|ran) out of (?:time|weeks|days)",
        r"only (?:\w+ )?(?:\d+|one|two|three|four|five|six|a few) (?:weeks?|days?|months?)(?: left| to go| away| till| "
        r"until)",
        r"(?:behind|off|not on) (?:on |with )?(?:my |the )?(?:plan|schedule|track|target|programme?|where i should)",
        r"too much (?:riding|resting|depends|at stake)",
        r"(?:riding|depends|depending|hangs|resting) on (?:this|me|it|today)",
        r"(?:further along|should be further)",
        r"(?:a |like a )deadline",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:panic|panicked|panicking|panicky|panic attack|in a panic|freaking out|freaked out|freak out|losing it|"
        r"hyperventilat\w+|bricking it|shitting (?:it|myself|bricks)|cacking it|crapping myself)",
        r"(?:so |really |very |proper |super |too |pretty |bit |a bit |feeling |was |felt |been |i'm |am )?"
        r"(?:nervous|anxious|stressed|worried sick|worried|on edge|jittery|tense|terrified|scared|overwhelmed|afraid|"
        r"apprehensive|petrified|nervy|frightened|anxiety|nerves|uptight|wired)",
        r"(?:heart|chest|stomach|hands|legs|breath|breathing|throat|mind|head)(?: is| was|'s| were| are)?"
        r"(?: \w+)? (?:racing|pounding|tight|shaking|in knots|trembling|thumping|all over the place|hammering|closing|"
        r"spinning|a mess|shallow|churning|jumping|shaky|sweaty)",
        r"(?:tight|tightness) (?:chest|throat)|butterflies|(?:pit in|knot in) my stomach",
        r"(?:get|catch|got|find) my breath",
        r"dread(?:ing|ed)?",
        r"overthink(?:ing)?|over-think(?:ing)?|spiral(?:l)?ing",
        r"walls (?:were )?closing in|suffocat\w+|can't breathe",
    ),
    cue(
        STRONG,
        r"guilt(?:y)?(?: when| about| for| if| that| on)?",
        r"(?:the |under |too much |so much |no |any |feel the |external |this )pressure(?: is| to| of| from| on|$| "
        r"then)",
        r"pressure (?:to|on me|is too|from)",
        firm=False,
    ),
    cue(
        STRONG,
        r"no pressure then",
        r"(?:expecting|expects|expect|expectations?|counting on|waiting for)(?: \w+){0,4} (?:me|of me|to go|from me)?",
        r"expectations?",
        r"(?:couldn't|can't|could not|didn't|barely) (?:relax|settle|switch off|calm down|stop thinking|concentrate|"
        r"sleep thinking|"
        r"sleep for|sleep because|sleep before)(?: \w+)*",
        r"(?:eating|gnawing) (?:at )?me",
        r"(?:let|letting) (?:coach|the coach|them|everyone|the team|my \w+|dad|mum|people)(?: \w+)? down",
        r"(?:owe it to|prove (?:myself|it|i|something|them|to|that)|can't mess|mess (?:it|this) up)(?: \w+)*",
        r"(?:before|ahead of) (?:the )?selection",
        r"stress(?:ed|ful|ing)?(?: about| from| out| over)?",
        firm=True,
    ),
    cue(
        FAIR,
        r"(?:i )?(?:have to|need to|must|got to|had to|needed to) (?:be|get|do|go|hit|finish|keep|not|train|run|lift|"
        r"beat)(?: \w+)*",
        r"i need this",
        r"(?:rushing|rushed|hurrying)(?: \w+){0,4}",
        r"(?:so bad|so badly)",
        r"(?:tomorrow|saturday|sunday|race day|the test|selection|the comp|the open|the start|the gun)(?:'s)?(?: \w+)?",
        r"i'm (?:so )?behind",
        r"(?:it's all|all) on me in",
        r"it's all on me",
        r"(?:wobble|wobbly moment|jelly legs)",
        r"i (?:ought to|should) be",
        firm=True,
    ),
    cue(
        FAINT,
        r"(?:must|have to|need to|should)",
        r"(?:today|now)",
        r"time",
        r"prove",
        r"(?:before|till) (?:the|every)",
        firm=True,
    ),
)
