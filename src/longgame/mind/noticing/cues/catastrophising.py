"""Cues of catastrophising: the worst foretold as certain, or dwelt upon."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

WILL = r"(?:will|'ll|going to|bound to|about to|i'd)"

CUES = (
    cue(
        STRONG,
        r"(?:i'll|i will|i am|i'm|we'll|it'll|it will|it's|will|i)?(?: just| probably)? ?never(?: ever)? "
        r"(?:going to |gonna |be able to |ever )?(?:get|be|run|squat|lift|swim|ride|make|manage|break|do|finish|catch|"
        r"improve|learn|reach|hit|recover|feel|come|go|stop|bench|race|deadlift|climb)(?: \w+)*",
        r"(?:no|zero|not a) (?:chance|way|hope)(?: in hell)?(?: \w+){0,3} (?:i|i'll|i'm|we|this|that)(?: \w+)*",
        r"(?:nothing i do|nothing) (?:will|is going to|is ever going to) (?:ever )?(?:make|help|change|work|get)",
        r"(?:isn't|won't|not|it's never) (?:ever )?(?:going to )?(?:get|getting|come|coming|be) (?:any )?(?:better|"
        r"back|fixed|right)",
        firm=True,
    ),
    cue(
        STRONG,
        r"what if (?:i|it|my|we|this|that|they|there|the)(?: just| really)? (?:\w+ )*?(?:can't|fail|drown|fall|die|"
        r"stops?|goes|go|"
        r"wrong|bonk|crash|cramp|get hurt|injured|blow|choke|last|never|don't|doesn't|isn't|snap|tear|pull|break|"
        r"give|gives|collapse|panic|is as good|faint|miss|come last|forget|lose|drop|let)(?: \w+)*",
        r"(?:^|i'm |panicking,? |thinking |and )what if i (?:can't|fail|don't|never|fall|miss|lose|drop)",
        firm=True,
    ),
    cue(
        STRONG,
        rf"(?:{WILL}|surely|i just know|i know|it's|will be|be|i can see it)(?: \w+){{0,4}} (?:a )?(?:disaster|"
        rf"catastrophe|nightmare|carnage|"
        r"a train wreck|a bloodbath|horribly wrong|wrong|doomed|hopeless|a mess|terrible|a shambles)",
        rf"(?:i'm|i am|i|we're|we|my \w+|this \w+|it)(?: \w+)? ?{WILL} (?:just |probably |definitely |surely )*(?:fail|"
        rf"blow up|crash|drown|faint|collapse|"
        r"die|bonk|choke|embarrass|bomb|snap|tear|seize|get injured|get hurt|end my|end the|break|come last|be last|"
        r"hit the wall|crawl|throw|give out|pop|rip|give way|cramp up|be stuck|always be|still be|finish last|dnf|"
        r"pass out|lose|let|regret|fall apart|fall over|go under|go (?:again|on the next))",
        r"(?:will|'ll) (?:be|go)(?: \w+){0,2} (?:stuck|slow forever|last|stranded|broken|out for|carried|alone|dead "
        r"last)",
        r"(?:always|forever) be (?:\w+ )?(?:slow|last|weak|stuck|fat|injured|like this|the slowest|bad)",
        r"(?:stuck|like this|slow|weak|injured|broken|plateau\w*)(?: \w+){0,3} (?:forever|for ever|for good|permanent|"
        r"permanently|for life)",
        r"i will always be",
    ),
    cue(
        STRONG,
        r"(?:ends?|ended|end|ending|ruins?|finish|finished|kills?|over)(?: of)? (?:my|the|for my|all my|a) "
        r"(?:season|year|career|running|lifting|build|race|racing|hip|knee|dream|marathon|cycling|swimming)",
        r"(?:that's|there goes|that is) (?:my|the|me)(?: \w+)? (?:year|season|race|marathon|done|finished|summer|build|"
        r"out|comp)"
        r"(?: over| gone| for a year)?",
        r"i'm (?:finished|done for|doomed|toast|screwed|ruined|dead|cooked|never going)(?: as| for| on|$)?",
        r"(?:doomed|we are cooked|we're cooked|beginning of the end|no coming back|downhill from here|worst case|no "
        r"way back)",
        r"(?:it's|everything's|everything is|it is) (?:all )?(?:falling apart|going wrong|hopeless|over|going to shit)",
        r"all (?:falling apart|falls apart|going wrong)",
        r"(?:back to|starting from|down to) (?:zero|nothing|square one|scratch)",
        r"(?:all|completely|everything|totally)(?: my)? ?(?:fitness|gains|progress|form|strength|endurance|speed|work)?"
        r"(?: is| has|'s)?(?: completely| all)? (?:gone|disappeared|lost|vanished|wasted)",
        r"(?:lost|losing) (?:everything|all my|all the|it all)",
    ),
    cue(
        STRONG,
        r"(?:getting|get|gets|got|only get) (?:\w+ )?worse(?: and worse| every| each| all)?",
        r"(?:going|gone|go) backwards?",
        r"i (?:always|just know i'll|know i'll|know it'll)(?: \w+){0,2} (?:get injured|get hurt|fail|go wrong|do)(?:$|"
        r"\.)",
        r"(?:never|not) (?:ever )?going to (?:be able|run|get|do|squat|make|break|happen|work)",
        r"(?:one day|someday|some day) i'll",
        r"(?:i'll|will) hit the wall",
        r"(?:probably|must be|surely|bound to be|convinced)(?: \w+){0,4} (?:stress fracture|torn|broken|tear|serious|"
        r"rupture|"
        r"fracture|seriously wrong|fractured|something wrong|heart attack)",
        r"(?:i can see (?:it|the)|can already see|already see)(?: \w+)?",
        r"(?:dnf|did not finish|ambulance|carried off|packed up the finish)",
        r"(?:i'll|will) (?:blow up|explode|crack|die|drown)(?: \w+)*",
        r"(?:as good as it gets)",
        r"heart (?:just )?stops",
        r"(?:throw|throwing) it (?:all )?away",
        firm=True,
    ),
    cue(
        FAIR,
        r"(?:i'll|i'm going to|it's going to|it'll|we'll|they'll) (?:\w+ )?(?:be|end|have|get|go|find|finish)(?: "
        r"\w+){0,5}"
        r" (?:worse|last|hurt|injured|home|wait|gone|me out|badly)",
        r"everyone (?:has to|will have to|is going to) (?:wait|watch|see|laugh)",
        r"(?:whole|entire) (?:town|club|gym|team|world) (?:watching|laughing|will)",
        r"forever",
        r"what if",
        r"(?:hopeless|disaster|nightmare|catastrophe)",
        r"at this rate",
        r"i just know",
    ),
    cue(
        FAINT,
        r"never",
        r"always",
        r"(?:will|'ll|going to)",
        r"(?:injur\w+|fracture|tear|torn|snap)",
        r"surely",
        r"(?:the )?worst",
        firm=True,
    ),
)
