"""Parts of words about violence, touching, threats and control by somebody with power."""

from __future__ import annotations

from longgame.mind.harm_parts.near import near

_POWER = (
    r"(?:coach|coaches|he|she|they|trainer|physio|doctor|dad|father|mum|mom|mother|husband|"
    r"wife|partner|boyfriend|girlfriend|ex|"
    r"captain|stepdad|uncle|brother|manager|masseur|instructor|teacher|older (?:boys|girls|"
    r"lads|ones|swimmers|players)|teammates?|"
    r"the (?:boys|lads|girls|others|seniors)|someone|somebody|a man|some (?:guy|man|bloke)|"
    r"director|official)"
)
ABUSE_AT_ONCE = near(
    (
        _POWER + r"(?: \w+){0,3} (?:touch\w*|grop\w+|strok\w+|rub\w*|kiss\w*|lick\w*|undress\w*|"
        r"fondl\w*|squeez\w+|(?:put|puts|putting|slid|slides) (?:his|her|their|a) (?:hands?|"
        r"fingers?|arm|tongue)|feels? up|felt up)",
        (
            r"(?:me|my (?:bum|breasts?|chest|thighs?|legs?|shorts|bra|back|neck|waist)|where|up my|"
            r"under my|down my|inside my|in a way)(?: \w+)?"
        ),
    ),
    (
        _POWER + r"(?: \w+){0,3} (?:hit|hits|hitting|slap\w*|punch\w*|kick\w*|beat|beats|chok\w+|"
        r"strangl\w+|shov\w+|push\w* me (?:against|down|into|over)|throw\w* things|threw|"
        r"drag\w*|grab\w*|pull\w* (?:me by )?my hair|pin\w*|shook|burn\w*|spat|whip\w*|belt\w*|"
        r"smack\w*)",
        (
            r"(?:me|us|my (?:face|neck|arm|hair|throat|wrist|head)|with (?:the|a|his|her) (?:belt|"
            r"stick|bat|hose|paddle|fist|hand))(?: \w+)?"
        ),
    ),
    within=2,
)
ABUSE = near(
    (
        _POWER + r"(?: \w+){0,4} (?:make|makes|made|making|force|forces|forced|forcing)",
        (
            r"(?:us|me|the (?:girls|boys|new ones|juniors|younger ones)|them)(?: \w+){0,5} (?:till|"
            r"until|naked|undress|strip|drink|eat|crawl|beg|cry|collapse|vomit\w*|throw up|"
            r"pass(?:ed)? out|on (?:an injury|a broken)|sorry)"
        ),
    ),
    (
        _POWER + r"(?: \w+){0,3} (?:won't let|doesn't let|didn't let|wouldn't let|never lets|forbids?|"
        r"forbade|stops|stopped|bans|banned)",
        (
            r"(?:me|us)(?: \w+){0,4} (?:see|leave|go|eat|drink|phone|friends|money|talk|toilet|"
            r"water|out|speak|train|alone)"
        ),
    ),
    (
        _POWER + r"(?: \w+){0,2} (?:reads?|checks?|takes?|took|controls?|tracks?|hides?|hid|locks?|"
        r"locked|smash\w*|broke)",
        (
            r"(?:my (?:phone|messages|keys|car keys|money|passport|location|card|bike|shoes|"
            r"account|door)|me (?:in|out|up))(?: \w+)?"
        ),
    ),
    (
        _POWER + r"(?: \w+){0,3} (?:said|says|told|tells|warned|warns|threaten\w*|swore|promised|'d|would|will)",
        (
            r"(?:throw me out|kick me (?:off|out)|drop me|cut me|kill|hurt|ruin|finish me|"
            r"end my career|never (?:run|race|play|swim|compete))(?: \w+){0,6} (?:if|tell|told|"
            r"told anyone|say|report|leave|quit|refuse)?"
        ),
    ),
    (
        (
            r"(?:don't|not to|never|can't|mustn't|if i|if you|dare)(?: ever)? (?:tell|told|"
            r"say anything|speak|report)"
        ),
        r"(?:anyone|anybody|a soul|parents|mum|mom|dad|police|what happened|about it|or else)",
    ),
    (r"(?:our|a|little) secret", r"(?:coach|he|she|they|said|told|tell|keep|him|her)"),
    (r"(?:he|she|coach|trainer|they|said|kiss\w*|touch\w*)", r"(?:our|it's a|a little) secret"),
    (
        _POWER + r"(?: \w+){0,3} (?:sends?|sent|sending|asks?|asked|wants?|wanted|demands?|begs?|"
        r"keeps? asking|keeps? sending|shows?|showed)",
        (
            r"(?:me )?(?:\w+ ){0,3}(?:nudes?|pictures? of (?:himself|herself|my|his|me)|"
            r"photos? of (?:himself|herself|my|his|me)|naked|dick pics?|underwear|sexual|kisses|"
            r"video of me|for sex|sex)"
        ),
    ),
    (
        (
            r"(?:film\w*|photograph\w*|video\w*|record\w*|watch\w*|spy\w*|walk\w* in(?: on)?|"
            r"comes? (?:into|in)|came (?:into|in)|barge\w*)"
        ),
        (
            r"(?:me (?:changing|naked|undress\w*|in the shower\w*|without)|us (?:changing|naked|"
            r"undress\w*)|(?:the )?(?:girls'|boys'|women's|our) (?:changing|locker|shower)|"
            r"when (?:we're|we are|i'm|i am) (?:naked|changing|undressed)|showers? without|"
            r"shared it|while we (?:change|shower))"
        ),
    ),
    (
        _POWER + r"(?: \w+){0,3} (?:call\w*|calling|mock\w*|humiliat\w*|belittl\w*|insult\w*|shout\w*|"
        r"scream\w*|yell\w*|swear\w*|laugh\w* at)",
        (
            r"(?:me|us|at me|at us)(?: \w+){0,6} (?:fat|cow|pig|stupid|whale|slut|worthless|ugly|"
            r"retard\w*|names|in front of|every (?:day|session|week)|until|till|useless|disgusting|"
            r"face)"
        ),
    ),
    (
        r"(?:afraid|scared|frightened|terrified|dread)(?: \w+)? (?:of|what|to|that|about)",
        (
            r"(?:he|she|him|her|they|coach|dad|home|my (?:partner|husband|wife|coach|dad|father|"
            r"mum|mother|boyfriend|girlfriend|ex|brother|stepdad))(?:'ll|'d| will| would|"
            r" might)?(?: (?:do|does|hit|hurt|come|be|find|react|kill|if|when|again|alone)|$)"
        ),
    ),
    (
        r"(?:held|hold|holding|pinned|tied|locked|trapped|cornered)",
        (
            r"(?:me|us)(?: \w+){0,3} (?:down|in|up|against|the (?:shower|showers|locker|room|"
            r"cupboard|changing room)|so i couldn't|and (?:laughed|filmed|touched))"
        ),
    ),
    (
        r"(?:follow\w*|stalk\w*|turns? up|shows? up|hanging round|parked)",
        (
            r"(?:me (?:home|again|on my (?:run|way)|from|at night|every)|outside my (?:house|flat|"
            r"home|work)|where i live|knows? where i)(?: \w+)?"
        ),
    ),
    (
        r"(?:forced|pressured|blackmail\w*|coerc\w*)",
        r"(?:me|himself on me|herself on me|i said no|to (?:sleep with|undress|kiss|touch|strip))",
    ),
    (r"(?:i said|said|saying|kept saying) no", r"(?:he|she|they|didn't stop|wouldn't stop|anyway|carried on|stop)"),
    (
        r"(?:bruis\w*|black eye|marks|scars?|broken (?:rib|nose|arm))",
        (
            r"(?:he|she|from (?:him|her|my|dad|coach|the belt)|where (?:he|she|they)|gave me|"
            r"because of (?:him|her)|left (?:me|by))"
        ),
    ),
    (
        r"(?:withhold\w*|withheld|refus\w*|took away|takes away|no)",
        (
            r"(?:water|food|toilet|breaks?)(?: \w+){0,4} (?:as (?:a )?punish\w*|punish\w*|until|"
            r"till|if we|when we (?:lose|fail))"
        ),
    ),
    (
        r"(?:drink|drank|shots|strip|naked|crawl|initiation|hazing|ritual)",
        (
            r"(?:until|till) (?:they|we|i|you|he|she|someone|somebody)(?: \w+)? (?:pass\w* out|"
            r"threw up|throw up|vomit\w*|cried|cry|sick|faint\w*)|initiation|hazing"
        ),
    ),
    (
        r"(?:threat\w*|kill|hurt|harm)",
        r"(?:my (?:dog|cat|kids|children|family|horse|pets?)|me (?:if|when|again))(?: \w+)?",
    ),
    (r"(?:money|card|account|wages|bank)", r"(?:he|she) (?:controls?|takes|took|keeps|holds|won't)"),
)
