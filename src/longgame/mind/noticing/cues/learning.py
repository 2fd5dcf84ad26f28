"""Cues of learning: something found out, a cue that worked, what will be tried next time."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

CUES = (
    cue(
        STRONG,
        r"(?<!to\s)(?:i )?(?:learned|learning|learn|lesson|lessons|taught me|teaches me|teaching me)(?: \w+)*",
        r"(?:figured|figuring|figure|worked|working|work|found|sussed|sorted)(?: it| this| that)? out (?:that|how|my|i|"
        r"why|what|it|the|if|when)?(?: \w+)*",
        r"(?:i've |i )?worked out (?:that|how|why)?",
        r"(?:realized|realizing|realize|discovered|discovering|noticed|noticing|came to know|understood|i understand|"
        r"understanding|"
        r"i get it now|now i know|now i get|i see now|see now|i see that|i see why|starting to (?:see|feel|get|"
        r"understand)|it dawned)(?: \w+)*",
        r"turns? out(?: \w+)*",
        r"note to self",
        r"(?:it |that |finally |cue |today )*(?:clicked|clicks|makes sense now|fell into place)(?: \w+)*",
        r"aha|eureka|good to know|insight|takeaway|take away|what i take from",
        r"(?:the )?trick is(?: \w+)*",
    ),
    cue(
        STRONG,
        r"next (?:time|week|session|race|month|block)(?::|,)? (?:i'll|i will|i|try|go|start|maybe|remember|gels|keep|"
        r"hold|eat)(?: [\w']+)+",
        r"next time: ?",
        r"(?:must|need to|should|have to) (?:remember|wait|work on|keep|let|focus|brace|breathe|start|stay|go lighter|"
        r"slow down|warm up|relax)(?: \w+)*",
        r"getting the hang(?: of)?|got the hang|getting the feel|picked up a tip|(?:good |useful )?reminder that",
        r"(?:if|when) i (?:brace|breathe|keep|split|relax|start|push|hold|drop|pull|shorten|stay|don't look|look|count|"
        r"wait|slow|eat|sleep|lead|land|squeeze|exhale|focus|open|think)"
        r"(?: [\w']+){0,7} (?:it|it's|i|my|feels?|way|then|goes|gets?|the)(?: \w+)*",
        r"(?:saves?|helps|helped|works|worked|fixes|fixed) (?:more than|me a lot)",
        r"(?:helps|helped|works|worked|fixes|fixed|makes|made) (?:a big|a lot|for me|it|better|best|the difference|a "
        r"difference|loads|way|big)?(?: \w+)*",
        r"(?:found|finding) (?:that|counting|breathing|out)",
        r"experiment(?:ed|ing) with",
        r"(?:tried|trying|experimented with|experimenting with|tested|played with|playing with) (?:a |an |the |some "
        r")?(?:\w+ )*(?:and|dropped|,|worked|helped|felt)(?: \w+)*",
        r"(?:small|little|tiny|one) (?:tweak|change|adjustment|fix)(?: \w+)*",
        r"will (?:stick with|work on|try|keep|remember|do that|use)(?: \w+)*",
        r"the difference between",
        r"(?:comes|came|coming) from (?:my|the|starting|not|going|pushing|too|letting)(?: \w+)*",
    ),
    cue(
        FAIR,
        r"i (?:run|swim|ride|lift|move|feel|sprint|go|breathe|do) (?:\w+ )?(?:better|easier|smoother|faster|best)(?: "
        r"when| if| off| with)?(?: \w+)*",
        r"(?:suits me|better for me|best for me|more stable|feels lighter|saves more|goes when)(?: \w+)*",
        r"i (?:hold|tense|rush|go out|fade|lose|talk myself|keep rushing|tend to|drop)(?: \w+){0,6} (?:at|when|too|the|"
        r"in|out)(?: \w+)*",
        r"interesting(?:ly)?",
        r"(?:it's|so it's) the \w+,? not (?:the|my)",
        r"reckon (?:the|that|narrower|wider|it's|i)(?: \w+)*",
        r"(?:isn't|wasn't) enough for me",
        r"(?:hips|elbows|eyes|chest|knees|shoulders|chin|heels) (?:first|up|in|down|out|back|forward|high)",
        r"(?:because|that's why|the reason)(?: \w+)*",
        r"instead of|not \d+ (?:but|it's)|\w+ not \w+",
        r"slow at the start",
    ),
    cue(FAINT, r"(?:now|cue|better|next|try|tried|maybe|found)", r"instead", r"(?:breathe|brace|relax|count)"),
)
