"""Hearing what support is asked for, softly: the needs an answer may speak of, with the words that led there."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from longgame.mind.noticing.cue import expression, wording_of
from longgame.mind.noticing.recognise import patterns_in
from longgame.mind.noticing.wording import reading
from longgame.mind.patterns import Pattern
from longgame.mind.support.practice import Need

QUESTION = "What's the one thing you could use the most support with right now?"
HEARD, HINTED, FROM_PATTERN = 0.8, 0.4, 0.5
LEAST = 0.4

WORDS: tuple[tuple[Need, str, str], ...] = (
    (
        Need.NERVES,
        (
            r"nerv\w+|anxi\w+|panic\w*|stage fright|butterflies|calm(?:ing)?(?: down)?|race day|competition nerves|"
            r"pressure|dread\w*|scared|afraid|fear"
        ),
        r"race|competition|meet|test|start|relax\w*|stress\w*|tense",
    ),
    (
        Need.SELF_TALK,
        (
            r"negative (?:self )?(?:talk|thoughts?|thinking)|self[- ]?talk|inner (?:voice|critic|dialogue)|hard on "
            r"myself|"
            r"beat\w* myself up|"
            r"being kind(?:er)? to myself|the voice|mindset|self[- ]?criti\w+|head ?space|mental(?: health| game| "
            r"side)?"
        ),
        r"thoughts?|head|mind|kind",
    ),
    (
        Need.COMPARISON,
        (
            r"compar\w+|others? (?:are|being)|everyone else|jealous\w*|envy|strava|instagram|social media|"
            r"leaderboards?|"
            r"behind (?:everyone|the others)"
        ),
        r"others|they|faster than",
    ),
    (
        Need.BELONGING,
        (
            r"belong\w*|fit(?:ting)? in|impostor|imposter|new (?:here|gym|club|team)|lonely|alone|left out|"
            r"intimidat\w+|"
            r"accepted|welcome"
        ),
        r"club|group|class|team",
    ),
    (
        Need.CONFIDENCE,
        (
            r"confiden\w+|believ\w+ in myself|self[- ]?belief|trust(?:ing)? myself|self[- ]?doubt|doubts?|good enough|"
            r"self[- ]?trust|self[- ]?esteem"
        ),
        r"believe|sure|trust|capable",
    ),
    (
        Need.FOCUS,
        r"focus\w*|concentrat\w+|distract\w+|present|attention|mind wander\w*|zoning out|in the zone|phone",
        r"mind|scattered|presence",
    ),
    (
        Need.MOTIVATION,
        (
            r"motivat\w+|discipline|getting (?:started|out|up|going)|consisten\w+|accountab\w+|show\w* up|"
            r"procrastinat\w+|"
            r"lazy|can't be (?:bothered|arsed)|"
            r"bored\w*|enjoy\w*|joy|fun again|sticking (?:to|with)|habit|drive|routine"
        ),
        r"start\w*|excuses?|skip\w*|push",
    ),
    (
        Need.TIME,
        (
            r"(?:no|not enough|finding|making|more|lack of|little|short on|find|make|fit\w*) (?:the )?time|time "
            r"management|"
            r"busy|schedul\w+|juggl\w+|work hours|shifts?|"
            r"kids|childcare|hours in the day|travel\w*|balanc\w+|fit(?:ting)? (?:it|training|everything) in|too many "
            r"sessions"
        ),
        r"work|family|job|time|week|school|exams?",
    ),
    (
        Need.RECOVERY,
        (
            r"recover\w*|tired\w*|exhaust\w+|fatigue\w*|burn(?:ed|t)? ?out|overtrain\w*|rest(?:ing)?|knackered|drained|"
            r"energy|run down|sore(?:ness)?|deload|too much"
        ),
        r"heavy|slow|legs|volume",
    ),
    (
        Need.SLEEP,
        r"sleep\w*|insomnia|waking up|wak\w+ (?:at|in the) night|bed ?time|nap|nights?|can't switch off",
        r"bed|late|night",
    ),
    (
        Need.PACING,
        (
            r"pac(?:e|ing)|start\w* too (?:fast|hard)|going out too (?:fast|hard)|easy days?|slow(?:ing)? down|zone ?2|"
            r"blow(?:ing)? up|fad(?:e|ing)|hold\w* back|splits?|gassed"
        ),
        r"fast|slow|hard|speed",
    ),
    (
        Need.SKILL,
        (
            r"techni\w+|form|skills?|double unders?|snatch|kip\w*|muscle[- ]?ups?|swim\w* (?:stroke|breathing)|stroke|"
            r"mobility|footwork|depth|movement|drills?|position"
        ),
        r"squat|deadlift|pull[- ]?ups?|learn\w*|breath\w*",
    ),
    (
        Need.GOALS,
        (
            r"goals?|direction|what to (?:aim|train|do)|purpose|plan(?:ning)?|programm?(?:e|ing)?|next step|plateau\w*|"
            r"stuck|progress|where i'm going|structure"
        ),
        r"aim|target|why|next",
    ),
    (
        Need.SETBACK,
        (
            r"set ?backs?|bad (?:race|week|session|month|patch)|fail\w*|disappoint\w+|(?:coming|getting|come|get) back|"
            r"start\w* (?:over|again)|lost (?:my )?(?:form|fitness)|comeback|return\w*"
        ),
        r"again|missed|break|lost",
    ),
    (
        Need.BODY,
        (
            r"pain\w*|injur\w+|knee|ankle|hip|shoulder|back (?:hurts|ache|pain)|achilles|niggle\w*|physio|tendon\w*|"
            r"shin "
            r"splints?|hurts?|rehab\w*|sprain\w*"
        ),
        r"ache\w*|stiff\w*|tight\w*",
    ),
    (
        Need.PEOPLE,
        (
            r"coach\w*|somebody to|someone to|training partner|accountability (?:partner|buddy)|support from|ask\w* "
            r"for "
            r"help|talk to|my (?:partner|family|wife|husband|parents|boss)|"
            r"feedback|help from|people|company|community"
        ),
        r"help|support|friends?|team",
    ),
)
"""For each need, words that name it and words that hint at it."""

FROM_PATTERNS: tuple[tuple[Pattern, Need], ...] = (
    (Pattern.COMPARISON, Need.COMPARISON),
    (Pattern.SELF_CRITICISM, Need.SELF_TALK),
    (Pattern.DOUBT, Need.BELONGING),
    (Pattern.ALL_OR_NOTHING, Need.SELF_TALK),
    (Pattern.CATASTROPHISING, Need.NERVES),
    (Pattern.PRESSURE, Need.NERVES),
    (Pattern.FATIGUE, Need.RECOVERY),
)
RULES = tuple((need, wording_of(named), wording_of(hinted)) for need, named, hinted in WORDS)


@dataclass(frozen=True, slots=True)
class HeardNeed:
    """A need that an answer may speak of, how surely (0 to 1), and the words that led there."""

    need: Need
    confidence: float
    words: tuple[str, ...]


def needs_in(answer: str) -> tuple[HeardNeed, ...]:
    """The needs of an answer, surest first; empty when none was heard, and then the athlete chooses.

    >>> [one.need.value for one in needs_in("sleeping better, work keeps me up")][:1]
    ['sleep']
    """
    plain = reading(answer).plain
    named = {one.pattern for one in patterns_in(answer)}
    found = []
    for place, (need, names, hints) in enumerate(RULES):
        heard = [match.group() for match in expression(names).finditer(plain)]
        hinted = [match.group() for match in expression(hints).finditer(plain)]
        patterns = [pattern for pattern, of in FROM_PATTERNS if of is need and pattern in named]
        doubt = prod([1 - HEARD] * len(heard) + [1 - HINTED] * len(hinted) + [1 - FROM_PATTERN] * len(patterns))
        if 1 - doubt >= LEAST:
            found.append((-(1 - doubt), place, HeardNeed(need, 1 - doubt, tuple(dict.fromkeys(heard + hinted)))))
    return tuple(one for _, _, one in sorted(found, key=lambda ranked: ranked[:2]))
