"""Cues of doubt of belonging: in this room, this sport, this body."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

ATHLETE = (
    r"(?:athlete|runner|lifter|cyclist|swimmer|rower|rider|triathlete|climber|crossfitter|weightlifter|powerlifter|"
    r"sportsman|sportswoman|sporty person|gym person|gym type|sportsperson|sports person|marathoner)"
)
PLACE = (
    r"(?:here|this (?:class|gym|club|lane|sport|group|place|team|squad|box|race|level|room|world)|the (?:class|gym|"
    r"club|"
    r"lane|sport|group|team|squad|box|race|room|start line|start pen|weights area|platform|pool)|there)"
)

CUES = (
    cue(
        STRONG,
        r"(?:don't|do not|didn't|doesn't|never|not sure i|not sure if i|if i|do i|did i|whether i|won't ever) "
        r"(?:really |ever |even |truly |quite |feel like i |think i |feel i |feel that i )*"
        r"(?:belong|fit in|fit)(?: in| here| with| at)?",
        r"(?:who am i|who was i|reckon i'm|i'm just|i'm|we're) (?:kidding|fooling|trying to fool)(?: myself)?",
        r"who (?:do i think i am|said i could|does that|let me in)",
        rf"(?:i'm |i am |am i |me |be )?(?:not |never be |never |not even |hardly |no )(?:a |an )?"
        rf"(?:real |proper |true |actual )?{ATHLETE}",
        rf"call (?:myself|me|this) (?:a |an )?(?:\w+ )?(?:{ATHLETE}|training)",
        firm=True,
    ),
    cue(
        STRONG,
        r"impostor(?: syndrome)?",
        r"(?:a |such a |like a |feel like a |complete )(?:fraud|fake|phoney|phony|tourist|charlatan|pretender|poser|"
        r"wannabe)",
        r"(?:faking|fake) it",
        r"(?:just )?pretending(?: to be)?",
        r"(?:out of place|odd one out|an outsider|like an outsider|not one of (?:them|us)|out of my depth|fish out of "
        r"water|"
        r"black sheep|sore thumb)",
        r"(?:find|found) (?:me )?out (?:i|that i)",
        firm=False,
    ),
    cue(
        STRONG,
        rf"(?:shouldn't|should not|should i|should i even|why am i|why i am|no right to|have no right to|"
        rf"no business|not allowed to|can't be|do i deserve to)(?: \w+)? (?:be|being|come|even be|even|be standing|be "
        rf"lining up)"
        rf"(?: \w+)? ?{PLACE}",
        r"(?:no|any) (?:business|right)(?: being| to)(?: \w+){0,4}",
        r"what am i (?:even )?doing (?:here|in this|at this|with these)",
        r"wonder(?:ing)? (?:why|whether|if) (?:i|i'm|to|i should)(?: \w+){0,3} (?:come|here|leave|bother|belong|wave|"
        r"there)",
        r"(?:don't|do not|didn't|doesn't|not) deserve (?:this|to|a|the|my) (?:bib|place|spot|be|lane|number|medal|kit|"
        r"start)",
        r"(?:have|feel i have|feeling i have|there is|there's|i've) no place",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:not|never|wasn't|isn't|aren't|am i) (?:really |just |even |exactly )?(?:cut out|made|meant|built|born|"
        r"designed)"
        r" (?:for|to)(?: \w+){0,3}",
        r"(?:isn't|not|aren't|never|is not|are for|is for) (?:really |just )?(?:for|other) "
        r"(?:people like me|someone like me|bodies like mine|folk like me|people my size|other people|people)",
        r"(?:people|someone|somebody|folk|a person|bodies|women|men|a body|anyone|guys|girls) like (?:me|mine)",
        r"(?:sport|gym|place|class|it|this|running|lifting|cycling|swimming|club|that)(?: \w+)? (?:isn't|not|never|is "
        r"not) (?:really )?for me",
        r"am i too (?:old|slow|fat|weak|unfit|big|new) (?:to|for) (?:be|this|start|here|a|the)",
        r"not (?:a |the )?place for me",
        r"what it takes(?: to be)?",
        r"(?:don't|never|can't) see myself as",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:everyone|everybody|they|people|they all|all of them|they're all|surely they're all|they must)(?: is|'s|"
        r"'re|"
        r" were| was| are| all| must be)? (?:staring|judging|wondering|laughing|looking|judged|stared|laughed)"
        r"(?: at me| why|$)?",
        r"(?:staring|stared|laughing|laughed|laugh|looked|looking) at me",
        r"(?:felt|feel|feeling) (?:judged|invisible|unwelcome|unwanted|watched|stared at|left out|excluded|ignored)",
        r"(?:nobody|no one|none of them|they|these people|no-one)(?: \w+){0,2} (?:don't )?(?:wants?|talks? to|picked|"
        r"likes?|"
        r"speaks? to|noticed|need)(?: me| to me| us)",
        r"(?:better|be better) off without me",
        r"(?:only let me in|let me in because|only here because|by mistake|charity|making up the numbers|a pity)",
        r"(?:taking up|take up|took up|wasting) (?:\w+ )?(?:space|a spot|a place|room|somebody's spot|someone's spot)",
        r"slow(?:ing|s)? (?:them|everyone|everybody|the group|the others) down",
        r"not (?:really )?(?:part|one) of (?:the|this|them)(?: \w+)?",
        r"tagging along",
        firm=True,
    ),
    cue(
        FAIR,
        r"am i too (?:old|slow|fat|weak|unfit|big|new)",
        r"yeah right,? me",
        r"(?:me|i)\??,? (?:an|a) (?:athlete|runner|cyclist|lifter|swimmer)",
        rf"could be an? {ATHLETE}",
        r"everyone can tell",
        r"a joke to (?:them|everyone)",
        r"(?:who|why) (?:am i|i'm) (?:fooling|pretending|here|even)",
        r"why pretend",
        r"(?:proper|real) (?:cyclists|runners|athletes|lifters|swimmers)",
        r"ask me to leave",
    ),
    cue(
        FAINT, r"maybe (?:i|this)", r"belong", r"(?:like|the) (?:a )?beginner", r"should i even", r"everyone else here"
    ),
)
