"""Cues of pride: pleased with what one did, or how."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

GOOD = (
    r"(?:proud|chuffed|stoked|delighted|pleased|satisfied|buzzing|thrilled|made up|elated|ecstatic|pumped|impressed|"
    r"over the moon)"
)

CUES = (
    cue(
        STRONG,
        rf"(?:{GOOD})(?! of (?:my (?:daughter|son|wife|husband|partner|friend|team|kids?|sister|brother)|her|him|them|"
        rf"you)\b)(?: to bits| as punch)?(?: \w+)?(?: of| with| by| how| about| that| after| i)?(?: \w+)*",
        r"pride",
        r"(?:good on me|go me|get in|boom|yes+|nice one me|i did it|did it|we did it|i actually did it|"
        r"that's a win|a win|small win|big win|pat on the back|hell yeah|hell yes|woo+ ?hoo+|yay|let's go+)",
        r"(?:so |really |pretty |very |well |super |dead |quite )?happy (?:with|about|how)(?: \w+)*",
        r"(?:surprised|backed|impressed|outdid|surpassed) myself",
    ),
    cue(
        STRONG,
        r"(?:nailed|smashed|crushed|aced|killed (?:it|that)|cracked|owned|bossed|slayed|conquered|mastered|destroyed|"
        r"demolished|ticked off)"
        r"(?: it| the| every| all| that| this| my|$)(?: \w+)*",
        r"(?:got|get|landed|hit) my (?:first )?(?:muscle-?ups?|muscle ups?|pull-?ups?|pull ups?|handstand|chin-?ups?|"
        r"double unders?)",
        r"^(?:new |a |big |massive )?(?:pb|pr)s?(?:$|[\s,.!]+(?:$|by|of|on|in|get))",
        r"(?:a|my|new|got|ran|hit a|hit my) (?:pb|pr)s?(?: by| of| on| in|$|ed)",
        r"(?:pb'?d|pr'?d|personal best|personal record|new best|lifetime best|season's best)",
        r"(?:first|finally) (?:\w+ )?(?:strict |unassisted |full |proper |ever )*(?:pull-?ups?|muscle-?ups?|chin-?ups?|"
        r"handstand|"
        r"marathon|10k|5k|dip|push-?ups?|triathlon|century|rep|pistol|double unders?|kip|finish)(?: ever)?",
        r"(?:for )?(?:the|my) first time(?: ever)?",
        r"(?<!the\s)(?:best|strongest|fastest|longest|smoothest) (?:\w+ )?(?:i've|i have|run|ride|swim|session|squat|"
        r"lift|in|yet|of|so far|day)(?: \w+)*",
    ),
    cue(
        STRONG,
        r"never (?:\w+ )?(?:ridden|run|lifted|swum|gone|done|felt) (?:that|so|this|as) (?:far|fast|well|heavy|strong|"
        r"good|much|long)",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:felt|feel|feeling|feels) (?:\w+ )?(?:strong|unstoppable|amazing|powerful|invincible|great|brilliant|"
        r"fantastic|incredible|"
        r"solid|awesome|capable|confident|on fire|like a beast|good)(?: \w+)*",
        r"(?:that|it) (?:felt|was) (?:\w+ )?(?:brilliant|amazing|awesome|fantastic|really good|mint|class|unreal|epic)",
        r"(?:i'm )?(?:getting|become|becoming|so much|a lot|finally) (?:stronger|better|fitter|faster)",
        r"(?:finished|ended|came home|held on) (?:\w+ )?strong",
        r"(?:like nothing|flew up|flew today|absolutely flew|went up easy|paid off|on the nose|bang on|spot on)",
        r"(?:handled|managed|executed|held|kept)(?: \w+){0,3} (?:really |so |pretty )?(?:well|nicely|perfectly|clean|"
        r"together|brilliantly|it together)",
        r"(?:stuck to|kept to|held|followed) (?:the|my) (?:plan|pace|nerve|line|form|intention)(?: \w+)*",
        r"(?:kept my head|stayed calm|held my nerve|kept my cool|held back when|stood my ground|got it done|i showed "
        r"up|showed up)(?: \w+)*",
        r"can't believe i (?:just )?(?:did|made|ran|lifted|got|finished|managed)(?: \w+)*",
    ),
    cue(
        FAIR,
        r"not bad(?: for)?(?: \w+)*",
        r"(?:strong|smooth|solid|in control)(?:,| and|$)(?: \w+)*",
        r"(?:great|solid|good|lekker|cracking|belting|class|fantastic|brilliant|lovely|super) (?:run|ride|swim|session|"
        r"workout|lift|set|effort|row|training|practice)",
        r"start to finish|from the off to the end|the whole way",
        r"when i didn't want to|even (?:when|though) (?:the|i|it)(?: \w+)*",
        r"i (?:showed up|finished|made it|got through|hung on|kept going)",
        r"(?:really|so|bloody|proper|damn) good",
        r"without (?:walking|stopping|dropping|a break|putting)(?: \w+)*",
        r"still had (?:something|plenty|more|a bit) left",
        r"finally (?:looks|feels|got|did|made|moves) (?:\w+ )?(?:like|it|right|good|one)(?: \w+)*",
        r"after (?:two|three|four|many|\d+) years of",
        r"i stayed|didn't (?:quit|stop|give up|walk)",
        r"(?:ten|five|six|eight|\d+) in a row",
    ),
    cue(FAINT, r"strong(?:er)?", r"best", r"(?:good|great|happy)", r"finally", r"first", r"every rep", r"win"),
)
