"""Cues of harm: to oneself, around food, by somebody else. Tuned to miss little; answered with help, never scored.

A cue is not a diagnosis, and no cue is no all-clear. What is recognised here is not reframed, not counted in any
ordinary view, and leaves no trace but the athlete's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.mind.harm_parts import abuse, eating, self_harm
from longgame.mind.harm_weights import LINES, WEIGHTS
from longgame.mind.noticing.cue import expression, wording_of
from longgame.mind.noticing.features import features
from longgame.mind.noticing.weighing import log_odds, shares, weigh
from longgame.mind.noticing.wording import WORD, reading


class Harm(Enum):
    """What kind of harm the words may speak of."""

    SELF_HARM = "self-harm"
    EATING = "eating"
    ABUSE = "abuse"


@dataclass(frozen=True, slots=True)
class Help:
    """What is shown in place of any answer: plain words and ways to a person. `places` are texts, never links."""

    harm: Harm
    says: str
    places: tuple[str, ...]


NOT_THE_GYM = wording_of(
    r"(?:that|this|the|it|burpees?|hills?|quads|legs|workout|wod|session|leg day|class)(?: \w+){0,3} (?:killed|"
    r"killing|kills|murdered) me",
    r"(?:killed|smashed|murdered) it",
    r"dead after (?:leg|the|that|a)",
    r"suicides (?:at|in|on|drill|runs|sprints)",
    r"skull crushers?",
    r"death by burpees",
    r"thought i'd die (?:on|in|at) the",
    r"(?:hit|hits) (?:a|the|my) (?:pr|pb|wall|nail|target|number|gym|pool|bag)",
    r"beat me (?:on|in|by|to|up the|over|at) (?:the |a )?(?:last|final|line|lap|hill|bike|race|erg|sprint|seconds?|"
    r"\d+)",
    r"beat me by",
    r"(?:die|died|dying|dead)(?: a little| inside| on (?:the|my|that)| in a good| after| from| by (?:the|lap|k)| "
    r"at (?:the|km|mile))",
    r"kick(?:ed|s|ing)? my (?:ass|arse|butt|backside)",
    r"touch(?:ed|es)? on",
    r"(?:not|stopped|no longer) eating (?:gels?|dairy|gluten|before|so late|late|meat)",
    r"(?:lungs|quads|legs|calves|shoulders|arms)(?: are| were)? burn(?:ing|ed|t)?",
    r"starving (?:after|before|on the|all ride|now|post)",
    r"tired of this|done with this|sick of this",
    r"give up on this",
)
"""What the gym says about itself; taken out before anything is read."""

SELF_HARM = wording_of(
    r"(?:want|wanted|wants|wish|going|ready|rather|plan|planning|trying|tried|thinking of|thinking about|thoughts "
    r"of) "
    r"(?:to |i could |i would |i was |be |of )*(?:die|dying|dead|be dead|kill(?:ing)? myself|end(?:ing)? it(?: "
    r"all)?|"
    r"end(?:ing)? my life|not be here|not exist|disappear(?:ing)? (?:forever|for good)|never wake up|topping "
    r"myself)",
    r"(?:kill|killing|killed|hang|hanging|top|topping|drown|drowning|shoot|shooting) myself",
    r"(?:don't|do not|didn't) (?:want|wanna|wish) to (?:be here|live|exist|wake up|be alive|go on|be around)(?: "
    r"\w+)*",
    r"(?:suicid\w*|self[- ]?harm\w*|kms|unalive\w*|ctb)",
    r"(?:hurt|hurting|harm|harming|cut|cutting|burn|burned|burning|burnt|scratch|scratching|hit|hitting|punish|"
    r"punishing|injure|"
    r"injuring|starve) (?:myself|my (?:arms?|thighs?|wrists?|legs?|skin|own skin))(?: \w+)*",
    r"(?:cut|cutting) (?:my|again|deep)(?: (?:arms?|thighs?|wrists?|skin))",
    r"(?:better off|happier|better) (?:without me|if i (?:weren't|wasn't|was gone|were gone|died|disappeared))(?: "
    r"\w+)*",
    r"(?:what's|what is|no|see no|see the|is there any|any) (?:the )?(?:point|reason|sense|use) (?:of|in|to) "
    r"(?:living|live|life|being alive|"
    r"go on|going on|carry on|keep going on)",
    r"life (?:isn't|is not|not|ain't|feels not) worth(?: it| living)?|not worth living",
    r"(?:can't|cannot|couldn't) (?:go on|take it|do this|carry on|cope)(?: like this)? (?:any ?more|anymore|any "
    r"longer)",
    r"wish i (?:was|were|wasn't|weren't|had never been|'d never been|wouldn't|could|didn't)(?: \w+){0,2} ?(?:dead|"
    r"born|wake up|here|exist|"
    r"alive|gone)(?: \w+)*",
    r"wish i'd never been born",
    r"(?:nobody|no one|no-one|who) (?:would|'d|will) (?:miss|notice|care)(?: \w+){0,3}(?: me| gone)?",
    r"(?:don't|do not|can't|cannot) see (?:a|any|my) (?:future|way out|way forward|tomorrow)",
    r"no (?:way out|future|reason to live|reason to go on)",
    r"(?:goodbye|farewell|suicide) (?:letters?|notes?)",
    r"(?:saving|saved|stash\w*|hoarding|counting) (?:up )?(?:my |the )?(?:tablets|pills|meds|medication)",
    r"(?:took|taken|take|swallowed) (?:too many|all (?:my|the|of)|a whole|a load of|loads of) (?:\w+ )?(?:pills|"
    r"tablets|meds|paracetamol)?",
    r"overdos\w+",
    r"(?:stepping|step|jump|jumping|jumped|walk|walking|riding|ride|steer|steering|swerve) (?:off|into|in front of|"
    r"under)(?: the| a| some)? "
    r"(?:\w+ )?(?:traffic|train|bridge|car|cars|lorry|truck|bus|cliff|edge|roof|track|balcony)?",
    r"(?:lorry|truck|car|bus|train) (?:hit|hits|ran|run|took|would hit|to hit) me",
    r"(?:looked at|standing on|stood on|staring at) the (?:bridge|edge|tracks|platform edge)(?: \w+)*",
    r"(?:give|gave|given|giving) up on (?:life|living)|(?:tired|sick) of (?:being alive|living|life|existing)",
    r"everything to stop|(?:make|want) it (?:all )?(?:to )?stop(?: for good| forever)?|end it all|end it$",
    r"(?:i'm|am|being|feel like|such) a burden",
    r"(?:deserve|deserved|want|wanted) (?:to be |it to |to )(?:hurt|hurts|suffer|bleed|die|punish\w*)",
    r"(?:until|till) (?:my |they |i |it )?(?:\w+ )?(?:bled|bleed|bleeds)",
    r"punish(?:ing)? myself",
    r"hate myself so much",
    r"disappear(?:ing)? (?:forever|for good)",
    r"not want to live|not wake up",
)
EATING = wording_of(
    r"(?:made|make|making) myself (?:sick|throw up|vomit|puke)",
    r"(?:threw|throw|throwing|vomit\w*|puk\w+) (?:it |up |it up |everything )*(?:on purpose|after (?:dinner|lunch|"
    r"eating|food|meals?))",
    r"(?:purg\w+|binge\w*|bingeing|binging|bulimi\w+|anorexi\w+|orthorexi\w+|laxatives?|diet pills|pro-?ana|"
    r"thinspo\w*|diuretics?)",
    r"\b(?:mia|ana) (?:is|was|'s)(?: \w+)? back",
    r"fingers? down my throat",
    r"(?:haven't|have not|hadn't|not|didn't|stopped|stop|quit|without|avoid\w*|skipp\w+|can't let myself|won't let "
    r"myself|wouldn't|"
    r"don't deserve to|must not|mustn't|not allowed to|refus\w+ to|afraid to|scared to) (?:\w+ )?(?:eat|eaten|"
    r"eating|food|dinner|lunch|all meals|"
    r"meals|every meal)(?: \w+)*",
    r"(?:don't|didn't|do not|haven't) (?:deserve|earned?|earn) (?:\w+ )?(?:food|dinner|lunch|breakfast|to eat|a "
    r"meal|it|cake|carbs|dessert)",
    r"(?:earn|earned|earning) (?:your|my|the|his|her) (?:food|dinner|carbs|calories|meal|meals|breakfast|cake)",
    r"(?:allowed|let myself|permission) to eat|only (?:\w+ )?eat if|(?:before|until|unless|if) i(?:'ve)? (?:can |"
    r"may |could )?(?:eat|eaten) (?:until|unless|only)",
    r"(?:eat|ate|food|cake|pizza|dinner|binged?|meal|calories|chocolate|eating|biscuits?)(?: \w+){0,6} (?:burn "
    r"(?:it |them )?off|run it off|make up for|"
    r"have to run|had to run|i have to|punish\w*|secretly|star jumps|compensat\w+|work it off)",
    r"(?:burn off|burning off|run off|work off|make up for|making up for|compensat\w+ for|because i)(?: \w+){0,3} "
    r"(?:ate|pizza|cake|food|dinner|calories|eating|meal|"
    r"chocolate|biscuits?|lunch|binged?|weekend's food)(?: \w+)*",
    r"(?:secretly|secret) (?:\w+ ){0,5}after (?:eating|dinner|meals?)",
    r"(?:[1-9]\d{2}|1[0-2]\d{2}|under 1[0-2]00|less than 1[0-2]00) ?(?:k?cals?|calories|kcal)(?: a day| per day| "
    r"today)?",
    r"(?:restrict(?:ing|ed|ion)?|starv(?:e|ing|ed) myself|starving (?:until|till|to|for|works)|starvation)",
    r"fast(?:ing|ed)? (?:for )?(?:the )?(?:\w+ ){0,3}(?:days?|straight|hours? and)",
    r"(?:fear|scared|afraid|terrified|frightened) of (?:food|eating|carbs|gaining|any weight|weight gain|the "
    r"scales?|getting fat|putting on)(?: \w+)*",
    r"(?:weigh|weighing|weighed|scales?)(?: \w+){0,4} (?:ten|five|six|many|several|\d+) times|can't stop weighing",
    r"(?:period|periods|cycle)(?: \w+){0,3} (?:stopped|gone|lost|missing|missed|absent|disappeared|vanished)|"
    r"(?:haven't|hadn't|not|no|lost my|lost) (?:had |got )?(?:my |a )?periods?(?: \w+)*|amenorrh\w+",
    r"(?:still|so|too|feel|feeling|being) fat(?: and| today| even)?|fat and (?:disgusting|gross|ugly)",
    r"(?:see|count|feel) my (?:ribs|bones|hip bones|hipbones|collar ?bones?)",
    r"chew(?:ing)? and spit(?:ting)?",
    r"(?:to )?(?:make|made|making) weight|(?:sauna|bin bags?|sweat suit)(?: \w+){0,5} (?:water|weight|bin bags|"
    r"days)",
    r"no water (?:for|since|until|till)(?: \w+)*",
    r"(?:hid|hide|hiding|lied|lie|lying)(?: \w+){0,3} (?:food|eating|lunch|dinner|meals|ate|eaten)(?: \w+)*",
    r"hate eating|every bite|out of control(?: \w+){0,3} (?:disgust\w+|ate|eat\w*)|(?:couldn't|can't) stop eating",
    r"hungry(?: \w+){0,4} (?:must not|mustn't|not allowed|won't|can't) (?:eat|have)",
    r"(?:dinner|lunch|breakfast)(?: \w+){0,3} (?:nothing|black coffee|just water|water only)(?: \w+)*",
    r"hair (?:is )?falling out|losing my hair|always cold but",
    r"(?:want|need|have) to lose more|(?:kilos|kg|lbs|pounds) down,? (?:\w+ )*(?:stopped|not eating)",
)
ABUSE = wording_of(
    r"(?:he|she|they|coach|my \w+|the \w+|trainer|physio|dad|mum|mom|husband|wife|boyfriend|girlfriend|partner|"
    r"somebody|someone|teammates?|"
    r"captain|stepdad|uncle)(?: just| always| has| had| keeps?| kept| sometimes| still)? "
    r"(?:hit|hits|hitting|slap\w*|punch\w*|kick\w*|beat|beats|beating|chok\w+|grop\w+|grope\w*|grab\w*|touch\w*|"
    r"kiss\w*|threat\w*|threw|throws|shov\w+|"
    r"strangl\w+|bit|burn\w*|molest\w*|rap\w+|forc\w+|film\w*|lock\w*|stalk\w*|follow\w*|blackmail\w*|whip\w*|"
    r"spank\w*)"
    r"(?: (?:me|us|himself|herself|girls|my|water|each)\b| \w+ me| when he)",
    r"(?:coach|trainer|physio|he|she|they)(?: \w+)? touch\w*",
    r"(?:raped?|rapist|molest\w*|sexual\w* (?:assault\w*|abus\w*|harass\w*)|assault\w*|abus(?:e|ed|ive|ing)|"
    r"groped?|groping|grooming|groomed|hazing|hazed|harass\w*)",
    r"forced (?:himself|herself|me)|made me do (?:things|it|stuff)(?: \w+)*|against my will|when i said no",
    r"(?:held|holding|hold|pinned|tied) me (?:down|against|up)",
    r"(?:put|puts|slid|placed) (?:his|her|their) hands? (?:where|on my|up|under|down|inside)(?: \w+)*",
    r"(?:asks?|asked|wants?|wanted|sends?|sent|sending|begged)(?: me)?(?: \w+){0,2} (?:photos?|nudes?|pics?|"
    r"pictures?|messages? at night|dick pics?)(?: \w+)*",
    r"(?:not to|don't|never to|if i|can't|mustn't|or else) tell(?: anyone| anybody| my| a soul|$|\.)|(?:nobody|no "
    r"one) (?:will|would) believe me",
    r"(?:scared|afraid|frightened|terrified) (?:of|to go|to be) (?:home|my (?:coach|dad|mum|mom|partner|husband|"
    r"wife|boyfriend|girlfriend|trainer|stepdad|brother)|"
    r"him|her|them|alone with)(?: \w+)*",
    r"(?:controls?|controlling|won't let|doesn't let|didn't let|wouldn't let|forbids?|locks?|locked) (?:me|when i|"
    r"who i|what i|my)(?: \w+)*",
    r"(?:screams?|screamed|screaming|yells?|yelled|shouts?|shouted|swears?)(?: \w+){0,2} (?:at me|at us|until|"
    r"till)(?: \w+)*",
    r"(?:till|until) (?:i|we|you) (?:cry|cried|throw up|threw up|puke|faint|vomit|collapse)(?: \w+)*",
    r"(?:calls?|called|calling) (?:me|us) (?:a |an |fat|names)(?: \w+)*|(?:weighs?|weighed) us in front|"
    r"humiliat\w+|body ?sham\w+",
    r"(?:bruises?|black eye|marks?) (?:from|because of|he|she) (?:him|her|my|left|gave|coach|dad)?|bruises from",
    r"(?:follows?|followed|following) me (?:home|to|from|again|around)(?: \w+)*",
    r"(?:he|she|they) (?:kissed|touched|grabbed)|i'm (?:1[0-7]|under ?age)",
    r"as (?:a )?punishment|(?:drop|cut|bench|kick) me if i (?:tell|say|report)",
    r"(?:poured|pissed|spat)(?: \w+){0,3} (?:on me|on us)|filmed it",
    r"threw me (?:against|down|into|across)",
    r"threatened|threatens|threatening me",
)
SOME_ONE_ELSE_IS_FINE = wording_of(
    r"(?:\w+ )?(?:pushed|worked|made) me (?:hard|laugh|smile|faster|better|believe|stronger)(?: till \w+ \w+)?"
)


CUES = (
    (Harm.SELF_HARM, (SELF_HARM, self_harm.SELF_HARM)),
    (Harm.ABUSE, (ABUSE, abuse.ABUSE, abuse.ABUSE_AT_ONCE)),
    (Harm.EATING, (EATING, eating.EATING)),
)
"""What is looked for, the most pressing first."""


def harm_in(thought: str) -> tuple[Harm, ...]:
    """The kinds of harm that a thought may speak of, most pressing first; empty when no cue is found.

    >>> harm_in("I want to die")
    (<Harm.SELF_HARM: 'self-harm'>,)
    >>> harm_in("that wod killed me")
    ()
    """
    plain = reading(thought).plain
    plain = expression(SOME_ONE_ELSE_IS_FINE).sub(" ", expression(NOT_THE_GYM).sub(" ", plain))
    cued = {kind for kind, cues in CUES if any(expression(one).search(plain) for one in cues)}
    return tuple(kind for kind, _ in CUES if kind in cued | _weighed(thought))


def is_near_harm(thought: str) -> bool:
    """Whether a thought is to be answered with a line that says where help is, beside whatever else is said to it.

    Its words weigh for harm, and not enough to be answered with help alone: one in eight ordinary thoughts has such.

    >>> is_near_harm("my body's giving up on me for good"), is_near_harm("5x5 at 80")
    (True, False)
    """
    return _share(thought)[0] >= LINES[1]


def _weighed(thought: str) -> set[Harm]:
    """The kind that the words weigh most for, where harm of any kind has a share from the line on."""
    share, kinds = _share(thought)
    return {max(kinds, key=lambda kind: kinds[kind])} if share >= LINES[0] else set()


def _share(thought: str) -> tuple[float, dict[Harm, float]]:
    """The share of harm of any kind, 0 to 1, and of each kind."""
    wording = reading(thought)
    if WORD.search(wording.plain) is None:
        return 0.0, {}
    share = shares(log_odds(weigh(features(wording, ()), WEIGHTS), WEIGHTS))
    return 1 - share[-1], dict(zip(Harm, share, strict=False))


ANYWHERE = (
    (
        "If you are in danger now, call your local emergency number (112 works in much of the world, 911 in North "
        "America, "
        "999 in Britain, 000 in Australia)."
    ),
    "A free line near you, by country: findahelpline.com, or look for “crisis line” with the name of your country.",
)
WHERE_HELP_IS = (
    "If this is about more than training, a person can help: someone you trust, a doctor, or a free line near you "
    "(findahelpline.com lists them by country)."
)
"""Said beside the answer to a thought that is near to harm."""
HELP = {
    Harm.SELF_HARM: Help(
        Harm.SELF_HARM,
        "What you wrote sounds heavy, and it matters more than training. It has not been scored or answered. "
        "You deserve to say this to a person today: someone you trust, a doctor, or a trained listener.",
        ANYWHERE,
    ),
    Harm.EATING: Help(
        Harm.EATING,
        "What you wrote about food or weight is worth telling someone who knows about it, however small it seems. It "
        "has "
        "not been scored or answered. Food is not something you have to earn. A doctor or a dietitian who works with "
        "athletes can help, and so can someone you trust.",
        (
            *ANYWHERE,
            "Eating-disorder organisations in most countries have a line or a chat; the same directory lists them.",
        ),
    ),
    Harm.ABUSE: Help(
        Harm.ABUSE,
        "What you wrote should not be done to anyone, and it is not your fault. It has not been scored or answered. "
        "You can "
        "tell someone outside of it: a person you trust, a safeguarding officer of your sport or club, a doctor, the "
        "police.",
        (
            *ANYWHERE,
            (
                "Most sports have a safeguarding or integrity contact that is not your coach; the national federation "
                "names it."
            ),
        ),
    ),
}


def help_for(thought: str) -> Help | None:
    """What to show instead of any answer; None where no cue of harm was found."""
    found = harm_in(thought)
    return HELP[found[0]] if found else None
