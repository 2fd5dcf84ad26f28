"""Cues of self-criticism: a judgement passed on oneself."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

BAD = (
    r"(?:weak|pathetic|useless|lazy|stupid|rubbish|trash|garbage|hopeless|terrible|awful|crap|shit|shite|shit|"
    r"dreadful|worthless|disgusting|embarrassing|shameful|ridiculous|unfit|clumsy|soft|mental|dumb|thick|"
    r"incompetent|incapable|mediocre|dire|appalling|woeful|shameful|careless|undisciplined|slow|fat|mid)"
)
NAME = (
    r"(?:idiot|fool|failure|loser|wimp|coward|joke|disgrace|disappointment|muppet|plonker|donkey|slug|moron|"
    r"mess|waste of space|waste|quitter|numpty|eejit|lump|clown|imbecile|embarrassment|baby|pussy|weakling|dunce)"
)

CUES = (
    cue(
        STRONG,
        rf"(?:i'm|i am|i was|i feel|i felt|feel|felt|feeling)(?: \w+){{0,2}}? (?:so |just |too |such |absolutely |"
        rf"really |"
        rf"always |a bit |being |like )*{BAD}",
        rf"(?:i'm|i am|i was|i feel|feel|feeling|such|what|you|you're|total|absolute|complete|like)(?: like)?"
        rf"(?: \w+)?(?: a| an| the)?(?: \w+)? {NAME}",
        rf"^(?:\w+ )?{BAD}(?:,? (?:{BAD}|absolutely))+",
        rf"^(?:so |absolutely |bloody |just |too |pure )?{BAD}(?: today| the day|\.|$)",
        r"(?:that was|that's|this is|it was|it's|was) (?:just |so |absolutely |pure |utterly )?"
        r"(?:pathetic|embarrassing|shameful|rubbish|garbage|trash|a joke|shocking|shite|dire|woeful)",
        r"(?:so |absolutely |just )?(?:pathetic|useless|hopeless)",
    ),
    cue(
        STRONG,
        r"what(?:'s| is) (?:wrong|the matter) with me",
        r"why (?:am i|are you|can't i|i am)(?: still| always| just)?(?: not| so)? (?:like this|better|getting|so|good|"
        r"slow|weak|bad|stuck|failing|do|just|stronger|faster|fitter|improving)(?: \w+){0,4}",
        r"why(?: is|'s| does)? (?:this|it)(?:'s)?(?: \w+){0,2} (?:still )?(?:so )?(?:hard|difficult|tough) for me",
        r"i should(?:'ve| have)? be(?:en)? (?:better|further|stronger|faster|fitter|able|past)",
        r"(?:never|not) (?:\w+ )?(?:good|strong|fit|fast|quick|tough|disciplined) enough",
        r"(?:look at|listen to) (?:you|me),? (?:walking|stopping|quitting|puffing|again)?",
        r"can't (?:even )?do anything right",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:ashamed|embarrassed|disgusted|disappointed|gutted|fed up|furious|angry|frustrated|annoyed)(?: \w+){0,2} "
        r"(?:of|by|with|at|in) (?:myself|me|how|my|that)",
        r"(?:let|letting) (?:myself|the team|everyone|them|coach|the side|the squad|people|everybody) down",
        r"(?:hate|hated|despise|loathe) (?:my|how i|the way i|myself|that i)",
        r"(?:beat|beating|kicking|cursing|hating|blaming) myself",
        r"(?:all )?(?:my (?:own )?fault|on me)$",
        r"my (?:own )?(?:bloody |stupid )?fault",
        r"(?:all|it's all) on me$",
        r"i (?:suck|stink|blow)(?: at)?",
        r"ashamed",
    ),
    cue(
        STRONG,
        r"(?:no|zero|i've got no|i have no|got no|have no|lack|not any|not having any) (?:self )?(?:discipline|"
        r"willpower|backbone|guts|"
        r"character|grit|talent|rhythm|stamina|spine|fight|mental strength)(?: \w+){0,1}",
        r"(?:a |any )?(?:proper|real|good|better|normal|true|serious) (?:athlete|runner|lifter|cyclist|swimmer|person|"
        r"rider)"
        r"(?: \w+)? (?:wouldn't|would|could|doesn't|does)",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:weak|soft) (?:mindset|mentality|head|character|minded)",
        r"(?:same|stupid|silly|dumb|basic) (?:stupid |silly |dumb )?mistakes?(?: again| every)?",
        rf"my (?:form|technique|squat|swimming|running|pacing|bench|breathing|stroke|stride|mobility|balance|cardio|"
        rf"endurance|kick|pull|core|engine)(?: \w+)? (?:is|was|are|looks|looked)(?: \w+){{0,2}} "
        rf"(?:{BAD}|a joke|all wrong|wrong|a mess|a disaster|ugly|nothing|shocking)",
        r"everything about (?:my|me|the way i)(?: \w+)* (?:is|was) (?:wrong|bad|off)",
    ),
    cue(
        STRONG,
        r"(?:bottled|choked|chickened|wimped|bailed|gave up|quit|caved|flaked|wussed|jacked)(?: \w+){0,2} "
        r"(?:again|out|the|like|it|on|when)",
        r"i always (?:quit|give up|bail|stop|fail|choke|bottle|mess|screw|ruin|cave|flake)",
        r"i (?:keep|kept) (?:failing|messing|screwing|quitting|bailing|blowing|bottling|making)",
        r"(?:well done me|nice one,? (?:champ|me|genius|hero|mate)|great job,? (?:hero|me|champ|genius)|genius at work|"
        r"take a bow|good one,? (?:genius|me)|bravo me|clever me|slow clap)",
        r"(?:i )?wasted (?:everyone's|everybody's|their|coach's|my) (?:time|morning|evening|session)",
        r"like (?:a )?(?:coward|baby|idiot|fool|amateur|normal person)",
    ),
    cue(
        FAIR,
        r"too (?:slow|heavy|old|weak|fat|lazy|soft|thick|stupid|clumsy|stiff|dumb)",
        rf"(?:\w+ )?{NAME}",
        r"(?:worst|poor|poorest) (?:swim|run|ride|session|set|lift|performance|effort)(?: ever)?",
        r"(?:should|shouldn't|should've|should have) (?:not )?(?:have )?(?:been|stopped|quit|done|known)",
        r"i'm (?:still )?(?:bad|terrible|awful|no good|rubbish|poor|dreadful) (?:at|on|with)",
        r"(?:bad|terrible|awful|no good|rubbish|poor|dreadful|hopeless|useless|crap|shite|garbage|trash) (?:at|on) \w+",
    ),
    cue(
        FAINT,
        r"again",
        r"disappointing",
        r"slow",
        r"(?:so )?(?:stupid|silly|dumb)",
        r"careless",
        r"failed",
        r"(?:weak|lazy)",
    ),
)
