"""Cues of fatigue: body or mind is tired, empty, unslept."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

LIMB = (
    r"(?:legs?|arms?|body|quads?|hammies|hamstrings|calves|glutes|shoulders|forearms?|lungs|grip|back|hands|lats|"
    r"everything|muscles|feet|brain|head|triceps|biceps|hips)"
)
SPENT = (
    r"(?:dead|toast|cooked|gone|fried|shot|jelly|lead|heavy|empty|smoked|trashed|wrecked|stuffed|tired|sore|burning|"
    r"blown(?: up)?|done|flat|wobbly|numb|finished|knackered|concrete|cement|stone|wood|screaming|aching|achy|ached|"
    r"drained|"
    r"stiff|weak|like (?:lead|jelly|concrete|wood|stone|bricks|cement|wet \w+|mush)|giving up|not there|full of lead|"
    r"foggy)"
)

CUES = (
    cue(
        STRONG,
        r"(?:exhausted|exhaustion|knackered|shattered|wiped(?: out)?|drained|(?:i'm|am|was|felt|feeling|feel|totally|"
        r"completely|so|absolutely) (?:wrecked|spent|trashed)|totally spent|zonked|pooped|banjaxed|"
        r"buggered|cream crackered|done in|burn(?:t|ed) out|burnout|worn out|bushed|beat up|fried|gassed(?: out)?|"
        r"dead on my feet|out on my feet|dead tired|weary|bonked|bonk|bonking|run down|dog tired|ruined after|"
        r"fatigued?|sluggish|lethargic|drowsy|sleepy|sleep deprived|jet ?lagged|tiredness|shagged?|dead to the world|"
        r"pure done|cream-crackered|jiggered|goosed|puffed out|winded|tuckered(?: out)?|hanging out my)",
        r"(?:so |too |very |really |bit |a bit |feeling |i'm |am |just |super |pretty |always |still |bone |dead |"
        r"proper |quite |mentally |got )"
        r"(?:very |so |too |really )?tired",
        r"^tired",
        r"(?:tire me|tiring|tired (?:legs|body|arms|but|after|from|before|today|all|of it))",
    ),
    cue(
        STRONG,
        rf"{LIMB}(?: \w+)? (?:are|were|was|is|feel|felt|feels|just|like|went|still|had)?(?: \w+)? ?(?:so |like |"
        rf"totally |just |very |still |absolutely |completely )*{SPENT}",
        rf"(?:heavy|dead|tired|sore|empty|leaden|jelly|wooden|cooked|trashed) {LIMB}",
        r"legs? (?:just )?(?:wouldn't|didn't|won't|refused to|had nothing)(?: go| turn| move)?",
        r"(?:no|zero|not much|not a lot of|hardly any|little|low) (?:energy|gas|juice|pop|zip|power|spark|fuel|legs|"
        r"snap|go)"
        r"(?: \w+){0,4}",
        r"(?:nothing|not much|little) (?:left )?in the (?:tank|legs)",
        r"nothing (?:left|to give)|(?:had|have|got) nothing(?: left)?",
        r"(?:out of|ran out of|run out of|lost) (?:steam|gas|puff|energy|petrol|juice)",
        r"running on (?:fumes|empty|nothing)|(?:empty|tank's empty|tank is empty)",
        r"(?:battery|body battery)(?: is| was| at|'s)? (?:at |on )?(?:\d+ ?%?|low|empty|flat|dead)",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:slept|sleep|sleeping|had|got|with|on) (?:only |about |just |barely |like )?(?:\d|one|two|three|four|five|"
        r"no|little|hardly any|bad|rubbish|poor)"
        r" ?(?:hours?|h|hrs?|sleep|badly)?(?: of sleep| sleep)",
        r"slept (?:badly|terribly|awful\w*|rubbish|like crap|\w+ hours)",
        r"(?:didn't|hardly|barely|couldn't|not|can't) (?:sleep|slept)(?: a wink| much| well| at all|$|\.)",
        r"(?:up all night|no sleep|need(?:s)? sleep|want(?:ed)? my bed|fall asleep|falling asleep|eyes open|wide awake "
        r"at)",
        r"(?:hit|hitting) the wall",
        r"(?:three|two|four|several|many) hard days in a row|caught up with me",
        r"(?:not|hardly|under)[ -]?recovered",
        r"(?:like|feel like|felt like) (?:a zombie|wet \w+|death|lead|a sack|i'd been hit|treacle|someone on my back|a "
        r"truck)",
        r"(?:flat as|flat today|just flat|felt flat|feeling flat|feel flat|foggy|fading|faded)(?: \w+)*",
        firm=True,
    ),
    cue(
        FAIR,
        r"(?:sore|aching|achy|ached|aches)(?: everywhere| all over)?",
        r"hands on (?:my )?knees|seeing stars|gasping|out of breath",
        r"after (?:nights|a night shift|night shifts?|the late shift|late shifts)",
        r"(?:heavy|flat|slow|empty)(?: and| from)(?: \w+)*",
        r"grip gone|shift this",
        r"who needs sleep|fresh as a daisy",
        r"blown up|(?:legs|it) had gone",
        r"someone on my back",
    ),
    cue(STRONG, r"(?:like|as if) i had someone on my back", r"fresh as a daisy, said", r"battery at \d"),
    cue(FAINT, r"(?:heavy|flat|dead|sore|struggled|slow|sleep|energy|rest)", r"by the end", r"tired", r"gone"),
)
