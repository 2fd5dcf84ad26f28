"""Cues of all-or-nothing thinking: perfect or worthless, one miss and all is gone."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

WHOLE = (
    r"(?:(?:the |my |this |that |whole |entire |it |complete )*(?:week|workout|session|day|block|plan|run|ride|swim|"
    r"season|"
    r"race|set|month|year|training|interval|thing|test|it|that one|everything|diet|programme?|wod|lift))"
)
SPOILT = (
    r"(?:ruined|wasted|gone|spoiled|spoilt|blown|shot|a write-?off|written off|a waste(?: of time)?|done for|undone|"
    r"void|"
    r"down the drain|stuffed|worthless|pointless|lost|over|a zero|useless|invalid|a failure|finished|a total loss|"
    r"in the bin|a bust|meaningless|screwed|toast|dead)"
)

CUES = (
    cue(
        STRONG,
        rf"{WHOLE}(?:'s| is| was| are|'s been| already| has been)(?: \w+)? {SPOILT}",
        rf"(?:so |and |because )?{WHOLE} (?:is |was )?(?:already )?(?:ruined|down the drain|a write-?off|written off|"
        rf"wasted)",
        r"(?:ruined|wasted|wrecked|blown|spoiled|spoilt|bin|binned|scrap|scrapped|written off|messed up|blew) "
        r"(?:it|(?:the|my|this) (?:whole |entire )?(?:week|session|workout|day|block|plan|run|ride|month|season|lot|"
        r"thing))",
        r"that's the (?:week|block|day|session|plan|season|month) (?:down|gone|ruined|done|over)(?: the drain)?",
        r"(?:down the drain|write-?off|goes in the bin|in the bin)",
    ),
    cue(
        STRONG,
        r"(?:no|not any|what's the|what is the|zero|hardly any|there's no) (?:point|use|reason)"
        r"(?: in| of| to)?(?: \w+){0,4}",
        r"(?:might|may) as well (?:\w+ )?(?:skip|quit|stop|bin|stay|not|eat|go home|give up|scrap|forget|start|leave|"
        r"drop)",
        r"why (?:even )?bother",
        r"(?:perfect|everything|all|pr|pb|win|first) (?:or|and) (?:it's )?(?:nothing|pointless|zero|bust|failure)",
        r"go(?:ing)? hard or (?:go(?:ing)? )?home",
        r"all or nothing",
        r"full gas or \w+",
        r"or (?:it's )?nothing",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:doesn't|don't|didn't|does not|won't|not|never|nothing|only|no longer|wouldn't) (?:\w+ )?counts?(?: unless|"
        r" if)?",
        r"(?:didn't|don't|haven't|did not) (?:really |actually )(?:do|run|train|race|lift|finish|count|did)(?: it)?",
        r"(?:it )?isn't (?:really |even )?(?:training|a workout|running|a session|worth)",
        r"(?:not|isn't|wasn't|is basically|basically|is) (?:a real |a proper |worth |nothing|no session|no run|"
        r"cheating)",
        r"(?:waste of time|waste of a \w+|a waste)",
        r"(?:anything|nothing) (?:less|under|short|below)(?: than)?",
        r"only a (?:real|proper|good) (?:workout|session|run|ride)",
        firm=True,
    ),
    cue(
        STRONG,
        r"either (?:i |it's |you )?(?:\w+ ){1,6}or ",
        r"(?:100|110|120) ?(?:%|percent|per cent)",
        r"(?:one|a single|a|once|one bad|one lazy|one missed|1) (?:\w+ )?(?:biscuit|cake|slice(?: of cake)?|set|rep|"
        r"miss|mistake|km|"
        r"race|weekend|session|swim|run|beer|day|cookie|walk break|missed \w+|slip)(?: \w+){0,4} (?:and|so|means|"
        r"because|"
        r"makes)(?: \w+){0,5}",
        r"(?:perfectly|perfect|properly)(?: \w+){0,4} or(?: \w+){0,3} (?:don't|not|nothing|at all)",
        r"(?:can't|couldn't|don't|if i can't|since i couldn't) (?:\w+ )*(?:properly|perfectly|all of it|the full \w+|"
        r"the whole \w+|"
        r"strict|every \w+|the best)(?: \w+)*,? (?:so |then |there's )?(?:i )?(?:won't|just|no|not|i'd rather|left|"
        r"skip|did none)",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:missed|skipped|miss|skip|dropped|broke|messed up|blown|lost|stopped|walked|scaled)(?: \w+){0,4},? (?:so|"
        r"and|means|"
        r"because|that's)(?: \w+){0,4} (?:ruined|over|gone|pointless|nothing|skip|again|start|monday|scrap|wasted|"
        r"stuffed|"
        r"doesn't|didn't|down|bin|fail\w*|zero|waste)",
        r"streak(?:'s| is) (?:broken|gone|over|dead)",
        r"start (?:again|over|fresh|afresh)(?: on| from)? (?:monday|next week|scratch|zero|next month)",
        r"half a (?:\w+) is (?:no|not|nothing)",
        r"there's success and there's (?:failing|failure)",
        r"(?:ruined|spoiled|spoilt|undone|wasted) (?:it )?(?:because|by|after|with|for)(?: of)?",
        r"all (?:the|that|my) (?:good |hard )?(?:work|progress)(?: \w+)? (?:gone|undone|wasted|for nothing)",
        r"if i (?:can't|don't|didn't|drop|walk|miss|stop|skip|fail)(?: [\w-]+){1,7},? (?:i'm a|it's a|no point|i've|i|"
        r"it|then|what's) ?"
        r"(?:failure|failed|doesn't|didn't|wasn't|isn't|i'd rather|might|fail|zero|won't|waste)",
        r"if (?:it|i)(?: \w+)? (?:wasn't|isn't|didn't|weren't)(?: \w+){1,3} (?:wasn't|isn't|didn't|doesn't)(?: \w+)*",
        r"wasn't worth it|isn't worth it|not worth it",
        r"or i'm not (?:\w+ing|a)",
        r"(?:so it was|was) (?:useless|pointless|worthless)(?: as)?",
        r"i just left",
        r"(?:if|when) (?:one|a single)(?: \w+){1,4} (?:it|everything) all",
        r"complete(?:ly)? (?:failure|fail|waste|useless|pointless)",
    ),
    cue(
        FAIR,
        r"if i (?:can't|don't|didn't|am not|drop|walk|miss|stop|skip|fail)(?: \w+){1,6}",
        r"if (?:it isn't|it's not|it wasn't|i'm not|it ain't)(?: \w+){1,3}",
        r"means (?:i|the|it)(?: \w+)? (?:didn't|failed|doesn't|fails|wasn't|isn't|don't)",
        r"unless",
        r"(?:whole|entire) (?:week|day|session|workout|block|plan|thing|month|season)",
        r"(?:every|all) (?:single )?(?:rep|set|session|one|five|the sets)(?: \w+){0,4} (?:or|else)",
        r"i either",
        r"(?:once|if|when) i (?:walk|stop|drop|rest|scale)(?: \w+)*",
        r"less than (?:rx|perfect|everything|the full)",
        firm=True,
    ),
    cue(
        FAINT,
        r"(?:always|never)",
        r"ruined",
        r"(?:totally|completely)",
        r"perfect",
        r"pointless",
        r"failure",
        r"(?:one|once)",
        firm=True,
    ),
)
