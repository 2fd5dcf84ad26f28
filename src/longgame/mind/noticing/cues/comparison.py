"""Cues of comparison: oneself measured against another person."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

COMPARATIVE = (
    r"(?:faster|slower|stronger|weaker|fitter|lighter|better|worse|younger|quicker|leaner|thinner|bigger|further|"
    r"farther|ahead|behind|heavier|more \w+|less \w+)"
)
CAN_DO = (
    r"(?:fast|quick|strong|good|fit|light|lean|slim|smooth|flexible|young|talented|consistent|skinny|big|far|"
    r"graceful|well|tough)"
)
PASSED = (
    r"(?:lapped|dropped|overtook|passed|beat|outpaced|smoked|burned|crushed|schooled|caught|out-?lifted|out-?ran|left)"
)

CUES = (
    cue(
        STRONG,
        rf"{COMPARATIVE} than (?:me|i am|i do|i can|i\b|mine|{{P}}|what {{P}})",
        rf"(?:nowhere near|not|isn't|not nearly|half|never) as {CAN_DO} as (?:the |my )?\w+",
        rf"as {CAN_DO} as (?:{{P}}|\w+ (?:is|are|does|can))",
        r"(?:double|twice|half|triple) (?:what|as much as|the weight|my)(?: \w+){0,3} (?:i|size|weight|me)\b",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:slowest|weakest|last|worst|fattest|oldest|least \w+|heaviest|unfittest) "
        r"(?:\w+ )?(?:in|of|on|at) (?:the|my|our|this) "
        r"(?:\w+ )?(?:lane|class|group|squad|team|room|gym|box|ride|run|field|club|lot|pool|pack|bunch|world|race)",
        r"came (?:dead )?last",
        r"(?:always|last) (?:the )?last (?:again|to finish|home|out|in)",
        r"(?:^|i'm |i am |was |finished |dead )last again",
        r"came (?:\d+(?:st|nd|rd|th)|second|third) (?:out of|of|from) \d+",
        r"bottom of the (?:leaderboard|board|class|table|list)",
        r"(?:below|under) (?:the )?average",
    ),
    cue(
        STRONG,
        r"(?:got|get|getting|was|being|been) (?:lapped|outpaced|overtaken|schooled|out-?lifted|smoked by|beaten by|"
        r"dropped by)",
        rf"(?:{{P}}|[\w']+) (?:just |again |already |easily |has |have |all |totally )*{PASSED} me",
        r"(?:lapped|overtook|overtaken|outlifted|out-lifted|outran) (?:me|us)?",
        r"a minute up the road",
        own=False,
    ),
    cue(
        STRONG,
        r"(?:look|looks|looked|looking|make|makes|made|making|seem|seems|seemed)(?: it| this| that|s)?"
        r"(?: look| seem| feel)?(?: so| all| too)? (?:easy|effortless|simple|natural|like nothing)",
        r"(?:easy|effortless|natural|nothing|a breeze|a doddle) (?:for|to) {P}",
        r"(?:comes|come|came)(?: so| really)? (?:easy|easily|naturally) (?:to|for) {P}",
        own=False,
    ),
    cue(
        STRONG,
        r"(?:compared|comparing|compare|in comparison)(?: \w+){0,2} (?:to|with|against) "
        r"(?:[a-z]+ )?(?:{P}|everyone's|hers|his|theirs|last year's group|these|[a-z]+'s)",
        r"(?:comparing|measuring|judging) (?:myself|me)\b",
        r"compare myself",
        r"by comparison",
        r"(?:next to|beside|alongside|against) (?:\w+ )?(?:{P}|hers|theirs|the rest of them)(?: \w+){0,2}",
    ),
    cue(
        STRONG,
        r"(?:everyone|everybody|all|all of them|they all|every one of \w+ \w+|the whole \w+)(?:'s)?(?: \w+){0,7} "
        r"(?:but|except|apart from|besides|bar) (?:me|mine|myself)",
        r"i'm the only (?:one|person|\w+)",
        r"i was the only (?:one|person|\w+)",
        r"(?:only one|only person) (?:who|still|not|walking|that)",
        r"why not me",
    ),
    cue(
        STRONG,
        r"(?:jealous|envious|envy|envying)(?: of)?",
        r"wish i (?:was|were|could|had|looked|moved|ran|swam|rode|lifted)(?: \w+){0,5} (?:like|as|her|his|their|hers|"
        r"theirs)\b",
        r"(?:must be|would be) nice to (?:have|be)",
        r"(?:wanted|want|trying|tried) to (?:be|look|move|lift|run)(?: as \w+)? (?:as|like) {P}",
        r"(?:her|his|their) (?:genetics|genes|talent|long legs|engine)",
    ),
    cue(
        STRONG,
        r"(?:behind|ahead of) (?:\w+ )?(?:{P}|where they|where everyone)",
        r"(?:hanging|hung|dropped|fell|spat|shelled|dangling)(?: out| on)? off the (?:back|bunch|wheel|pace|group)",
        r"off the pace of",
        r"(?:keep|kept|keeping) up with {P}",
        r"(?:can't|couldn't|never|won't) (?:ever )?(?:keep up with|match|catch|beat) (?:{P}|these|those|any)",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:why|how come|how) (?:can|is|are|does|do|did) (?:{P}|[a-z]+)(?: \w+){1,9} (?:and|but|while|when) "
        r"(?:i|i'm|me|not me|mine)\b",
        r"if {P} can(?: \w+){0,6} (?:why|then)",
        r"if [a-z]+ can(?: [\w:]+){1,5},? (?:then )?why",
        r"(?:{P})(?: \w+){1,7} (?:while|whereas|and) (?:me|i'm|mine|i|i am|i was)(?: \w+)",
        r"(?:{P}|[a-z]+'s)(?:,? [\w']+){1,7},? (?:while|whereas|and|but) (?:i've|i'm|me|i am|mine)(?: \w+)",
        r"(?:makes?|made|making) (?:my|me)(?: \w+)? (?:look|feel)(?: like)?",
        r"(?:{P}) (?:all )?(?:ahead|in front) of me",
        r"(?:everyone|everybody)(?:'s|'re)? (?:all )?(?:ahead|in front) of me",
        r"(?:they've|they have|they) all (?:got|have|know|seem)",
        r"(?:everyone|everybody) else (?:seems|gets it|recovers|manages|can|has it|looks)(?: \w+)?",
        r"(?:him|her|them) and (?:his|her|their) (?:\w+ )?(?:perfect|stupid|bloody|fancy|easy|long|big)",
        r"good for (?:her|him|them)",
        r"(?:me|i'm|i was)(?: \w+){1,6}(?:, while|,| while) (?:them|they|the others|her|him|he's|she's)(?: \w+){1,}",
        own=False,
    ),
    cue(
        STRONG,
        r"(?:kept|keep|couldn't stop|can't stop|spent the (?:whole|entire) \w+|can't help|always) "
        r"(?:looking|checking|watching|glancing|staring|eyeing|thinking|eyeballing|peeking|clocking)"
        r"(?: over| across| up| around)?(?: at| about| to| what)? (?:see )?(?:the |her |his |their |what )?"
        r"(?:\w+ )?(?:the )?(?:others?|next|{P}|[a-z]+'s|whiteboard|leaderboard|where i came)",
        r"(?:who|to see if i) (?:beat me|was winning|was faster|finished ahead|i beat)",
        r"(?:leaderboard|whiteboard|scoreboard|rankings?|results)(?: \w+){0,4} "
        r"(?:wrecked|killed|ruined|sad|worse|down|gutted|small|where i came)",
    ),
    cue(
        STRONG,
        r"(?:another|different|next|a whole other) level",
        r"out of my league",
        r"(?:in|of) a different league",
        r"always (?:someone|somebody) (?:stronger|faster|better|fitter|quicker)",
        r"(?:feel|felt|feeling)(?: so| really| a bit)? (?:small|slow|ancient|tiny|unfit|weak|behind|inadequate) "
        r"(?:next to|beside|around|when|behind|watching|seeing)",
        r"(?:saw|seeing|see|watching|watched|checked|checking|looked at|read) (?:her|his|their|[a-z]+'s) (?:\w+ ){0,2}"
        r"(?:numbers?|splits?|times?|bar speed|pace|power|lifts?|runs?|rides?|post|pb|pr|[\d]+k)",
        r"half my (?:age|size|weight)",
        r"(?:my|exact) (?:max|pb|pr|one rep max|working weight) (?:is|for|as|was) (?:\w+ )?(?:their|his|her|warm)",
        r"(?:repping|warming up with|warms up with|opened with|curls) my",
    ),
    cue(
        FAIR,
        r"(?:strava|insta|instagram|tiktok|zwift|facebook|kudos|reels|garmin connect)",
        r"(?:saw|seeing|see|looking at|look at|watching|watched) (?:{P}|[a-z]+'s|the \w+ in front|{P}'s)",
        r"(?:her|his|their|everyone's|[a-z]+'s) (?:splits?|numbers?|times?|5k|10k|marathon|pace|bench|squat|pb|pr|"
        r"power|watts)",
        own=False,
    ),
    cue(
        FAIR,
        r"(?:{P}) (?:is|are|was|were|'s|'re|has|have|'ve|had)?(?: \w+){0,3} "
        r"(?:faster|stronger|fitter|improving|improved|smashed|smashing|flew|flying|pulling away|finished before|done|"
        r"added)",
        r"(?:finished|done|showered|packed up) (?:before|ahead of|minutes before) me",
        r"(?:{P})(?: all)?(?: \w+){0,3} finish(?:ed)? (?:\w+ )?before me",
        r"(?:started|joined|began)(?: \w+){0,3} (?:after|with|same time as|alongside|when) (?:me|i did|mine)",
        r"(?:{P}) (?:already|all) (?:\w+ing|finished|did|done|has|have|can)",
        r"even (?:the )?(?:beginners?|kids?|newbies|old \w+|grannies|juniors)",
        own=False,
    ),
    cue(
        FAIR,
        r"everyone (?:else )?(?:gets|got|seems|seemed|is|was|recovers?|can|has|does|rx'd|smashed|looked?|looks)",
        r"everybody (?:else )?(?:gets|got|seems|seemed|is|was|recovers?|can|has|does|smashed|looks?|looked)",
        r"other people (?:my|of my) age",
        r"(?:the (?:guy|girl|lad|lass|woman|man|bloke|fella|kid|one|runner|dude|rider) (?:next to|beside|in front|in "
        r"the next|on the next|ahead))",
        r"(?:the |next |fast )lane (?:over|beside|next)",
        r"not me",
        own=False,
    ),
    cue(
        FAINT,
        r"(?:the others|them|they|she|he|they're|she's|he's|they've)",
        r"(?:everyone|everybody)(?:'s| else)?",
        r"(?:the (?:guy|girl|lad|lads|lass|woman|man|bloke|kid|new guy|new girl|teenagers?|tuesday crew))",
        own=False,
    ),
    cue(FAINT, r"(?:like it's|like nothing|without breaking|not even)", r"(?:i'm|i am) (?:still|only|stuck)"),
    cue(FAINT, r"(?:and|but|while) (?:i|mine|me)\b", r"unlike me", r"my whole \w+ felt"),
)
