"""Parts of words about death, about not being there, about hurting oneself."""

from __future__ import annotations

from longgame.mind.harm_parts.near import near

_END = (
    r"(?:die|dying|dead|gone|killed|not (?:exist|be (?:alive|here|around))|"
    r"stop(?:ped)? existing|never (?:wake|woken|wake up|born)|"
    r"not (?:wake|woken|waking)|end (?:it|things|everything|my life|me)|sleep (?:for ?ever|"
    r"and not wake|and never wake)|"
    r"over, all of it|be over|disappear|vanish|not (?:be )?breathing|under a (?:train|bus|"
    r"lorry|truck)|buried|in the ground)"
)
_WISH = (
    r"(?:want|wants|wanted|wanna|wish|wishing|wished|hope|hoping|hoped|rather|ready|easier|"
    r"simpler|relief|prefer|better|deserve|"
    r"should|could|if (?:i|only)|feel like|thinking (?:of|about)|thought (?:of|about)|"
    r"dream(?:ing)? (?:of|about)|imagine|pray|"
    r"praying|would like|'d like|'d love|longing|plan(?:ning)?(?: to)?|decided)"
)
_SKIN = (
    r"(?:arms?|thighs?|wrists?|legs?|skin|myself|stomach|hips?|ankles?|again|last night|"
    r"deep(?:er)?|blood|scars?)"
)
_BLADE = (
    r"(?:cut|cuts|cutting|slic\w+|slash\w*|carv\w+|scratch\w*|stab\w*|razor|blades?|"
    r"lighter|scissors|"
    r"picking at|pinch\w*)"
)
_PILLS = (
    r"(?:pills?|tablets?|painkillers?|paracetamol|meds|medication|ibuprofen|"
    r"sleeping tablets|insulin|bottle of)"
)
_HEIGHT = (
    r"(?:bridge|balcony|roof|edge|cliff|tracks|rails|platform|viaduct|window|motorway|"
    r"overpass|multi-?stor\w+|railing|pier)"
)
_CAR = r"(?:car|cars|lorry|lorries|truck|bus|train|trains|traffic|driver)"
_LIVING = (
    r"(?:living|live|alive|life|existing|exist|being here|be here|my existence|carry on|"
    r"going on|breathing)"
)

SELF_HARM = near(
    (
        r"(?:i|i'd|me|just|to|not|never|so tired|would)(?: \w+){0,2} " + _WISH,
        (
            r"(?:i |i'd |to |and |was |were |be |it |just )*(?:die|dead|gone for good|be gone|"
            r"stop existing|not exist|vanish|disappear)(?: \w+)?"
        ),
    ),
    (
        _WISH,
        (
            r"(?:sleep for ?ever|never wake\w*(?: up)?|not (?:wake|woken|waking)(?: up)?|"
            r"not be alive|it to be over|end (?:it all|things|my life)|ending (?:it all|it|things|"
            r"my life|everything))"
        ),
    ),
    (
        r"(?:if i|once i|when i|had i|that i|wish i)(?: was| were| am| had|'m|'d)?",
        (
            r"(?:dead|died|dead and gone|were gone|was gone|stopped existing|never been born|"
            r"never existed)"
        ),
    ),
    (
        (
            r"(?:don't|do not|not|no longer|can't|cannot|nor)(?: \w+){0,2} (?:want\w*|wish\w*|see|"
            r"find|have|bear|stand|face|need)"
        ),
        (
            r"(?:to )?(?:living|live|be alive|being alive|be here anymore|exist|wake up|going on|"
            r"keep going|carry on living|tomorrow|another day alive)"
        ),
    ),
    (
        r"(?:tired|sick|done|exhausted|weary|fed up)(?: \w+)? (?:of|with)",
        r"(?:being (?:alive|here|me)|living|life|existing|existence|this life|breathing)",
    ),
    (
        r"(?:reason|reasons|point|sense|use|purpose|worth|nothing|anything|bother|why)(?: \w+){0,2}",
        (
            r"(?:living|to live|live for|keep living|being alive|go on living|life is worth|"
            r"left to live for|still here|stay alive)"
        ),
    ),
    (
        r"(?:life|everything|it all)",
        (
            r"(?:no point|pointless to live|not worth|isn't worth|unbearable|not liveable|"
            r"no meaning any ?more)"
        ),
    ),
    (
        r"can't (?:go on|carry on|keep going|do|bear|take|cope|face)",
        r"(?:this life|life|living|being here|existing|being alive)",
    ),
    (_BLADE, _SKIN),
    (
        (
            r"(?:hurt|hurting|harm|harming|injure|injuring|punish|punishing|hit|hitting|punch\w*|"
            r"slap\w*|bang\w*|smash\w*|beat|beating|bite|biting)"
        ),
        (
            r"(?:myself|my (?:own )?(?:head|body|face|arms?|legs?|thighs?|"
            r"hands?)(?: \w+){0,3} (?:wall|floor|door|until|till|on purpose)?|(?:head|hand|"
            r"fist)(?: \w+){0,4} (?:wall|floor|door)|on purpose|till (?:it|they|my \w+) (?:bled|"
            r"bleeds|broke))"
        ),
    ),
    (r"(?:wall|door|floor|mirror)", r"(?:till|until)(?: \w+){0,3} (?:bled|bleed\w*|broke)"),
    (
        (
            r"(?:how many|all (?:of )?(?:my|the|these)|too many|collect\w*|sav\w+ up|hoard\w*|"
            r"stash\w*|count\w*|whole (?:box|pack|bottle)|enough|overdos\w*|swallow\w*)"
        ),
        _PILLS,
    ),
    (
        _PILLS,
        (
            r"(?:to (?:die|end|not wake|kill|do it)|would it take|it takes|it would take|"
            r"and not wake|and never wake)"
        ),
    ),
    (
        (
            r"(?:jump\w*|throw(?:ing)? myself|step(?:ping)? off|let go|fall(?:ing)? off|"
            r"climb(?:ed)? (?:over|up)|stood|standing|stand|stared|staring|drawn to|pull of|sat on|"
            r"walk(?:ed)? to|ran to)"
        ),
        _HEIGHT,
    ),
    (_HEIGHT, r"(?:jump\w*|step off|let go|stood there|thought about it|a long time|end it|call(?:s|ing) me)"),
    (
        r"(?:hope|hoping|wish|wishing|pray|praying|let|want|wanted|wouldn't mind|didn't mind|"
        r"if (?:a|the|some))(?: \w+){0,3} " + _CAR,
        r"(?:hits?|hit|see|sees|stop|stops|brake|swerve|take|takes|ran|run|finish\w*)",
    ),
    (
        (
            r"(?:steer|steering|swerv\w*|veer\w*|rid(?:e|ing)|walk(?:ing)?|run(?:ning)?|cycle|"
            r"cycling|step(?:ping)?|drive|driving)"
        ),
        r"(?:into|in front of|under|towards?)(?: \w+){0,2} (?:" + _CAR[3:-1] + r"|wall|tree|river|sea)",
    ),
    (
        r"(?:road|drive|ride|bike|corner)",
        r"(?:didn't|don't|not|didn't just|stop|stopped) (?:steer|steering|brake|braking|turn|turning)",
    ),
    (
        (
            r"(?:better off|happier|easier|cope better|relief|relieved|fine|glad|less trouble|"
            r"not miss me|wouldn't miss me)"
        ),
        (
            r"(?:without me|if i (?:was|were|wasn't|weren't|died|disappeared|vanished)|"
            r"when i'm (?:gone|dead)|i wasn't (?:around|here)|i weren't (?:around|here)|"
            r"once i'm gone|i'm not here)"
        ),
    ),
    (
        (
            r"(?:without me|if i (?:died|was dead|were dead|disappeared|vanished|was gone|"
            r"were gone|wasn't (?:here|around)|weren't (?:here|around)))"
        ),
        r"(?:better off|happier|easier|relief|cope|fine|notice|care|miss)",
    ),
    (
        r"(?:nobody|no one|no-one|anyone|anybody|who|they)(?: even| really| would| will|'d|'ll)*",
        (
            r"(?:miss me|care if i|notice if i (?:stopped existing|died|was gone|disappeared|"
            r"vanished|never)|mourn|come to my funeral|cry for me)"
        ),
    ),
    (
        r"(?:written|wrote|writing|left|ready with|finished)",
        r"(?:the letter|goodbye letters?|my letters?|a note|the note|my will|goodbye)(?: \w+)?",
    ),
    (
        r"(?:dark|bad|black|those|awful|intrusive) (?:thoughts|voices|place)",
        r"(?:back|again|tell|telling|say|saying|louder|do it|every night|winning|die|dying|end)",
    ),
    (r"(?:voices?|head|thoughts)", r"(?:tell me to|telling me to|say to do it|do it already|end it|kill)"),
    (r"(?:got|have|made|there's|having)", r"a plan(?: \w+){0,6} (?:letter|note|pills|date|bridge|end it|die|how)"),
    (
        r"(?:google\w*|search\w*|look\w* up|read\w* about|research\w*)",
        (
            r"(?:ways to die|how to (?:die|end|hang|kill)|painless|suicide|methods|noose|overdose|"
            r"how many (?:pills|tablets))"
        ),
    ),
    (r"(?:tie|tied|tying|rope|belt|noose)", r"(?:round|around) my (?:own )?neck|noose"),
)
