"""Parts of words about purging, starving, food that must be earned or undone."""

from __future__ import annotations

from longgame.mind.harm_parts.near import near

_FOOD = (
    r"(?:food|foods|eat|eats|eating|ate|eaten|dinner|lunch|breakfast|meals?|snacks?|carbs?|"
    r"bread|rice|pasta|cake|sugar|calories?|kcals?|fat|plate|bite|fridge|grape|apple)"
)
_THIN = (
    r"(?:thin|thinner|skinny|skinnier|lighter|lean(?:er)?|under \d+(?: kilos| kg| lbs|"
    r" pounds)?|weight|scales?|kilos?|pounds|bones|ribs|size)"
)
_NOT_EAT = (
    r"(?:don't|didn't|won't|can't|cannot|couldn't|haven't|hadn't|wouldn't|stopped|stop|"
    r"refuse|refused|avoid|avoiding|never|not allowed|mustn't|not going|quit|gave up|not)"
)
_RUN_OFF = (
    r"(?:burn|burned|burnt|burning|run|ran|running|work|worked|sweat|cycled|swim|exercise|"
    r"exercised|train|trained|treadmill|sit-?ups|star jumps)"
)

EATING = near(
    (
        (
            r"(?:sick|throw(?:ing|n)? up|threw up|vomit\w*|puk\w+|chuck(?:ed|ing)? up|"
            r"bring(?:ing)? it (?:back )?up|brought it (?:back )?up|purg\w+|gag\w*)"
        ),
        (
            r"(?:on purpose|deliberately|after (?:dinner|lunch|eating|meals?|every meal|food|"
            r"breakfast)|again to|to (?:make|be|get|stay) (?:the )?(?:weight|class|lighter|thin\w*|"
            r"light)|before (?:the )?weigh)"
        ),
    ),
    (
        r"(?:weigh(?:ed|ing)?|scales?|weigh in|weigh-in)",
        (
            r"(?:before and after|after every|every (?:hour|time|glass|meal|few hours)|times (?:a|"
            r"today|per|this)|cry|cried|can't stop|first thing and|obsess\w*|ten times|rules my|"
            r"decides)"
        ),
    ),
    (
        r"(?:only|let myself|allow(?:ed)? myself|permit|permission|deserve|earn|earned|allowed|reward)",
        (
            r"(?:eat|eats|eating|dinner|lunch|breakfast|bread|carbs|food|meal|snack|pudding|"
            r"dessert)(?: \w+){0,4}? (?:if|when|unless|until|after|once|because)"
        ),
    ),
    (
        (
            r"(?:if|unless|until|till|because)(?: i| i've| i'd)? (?:\w+ ){0,4}(?:miss\w*|skip\w*|"
            r"fail\w*|don't (?:run|train)|didn't (?:run|train)|run|train|burn\w*)"
        ),
        (
            r"(?:no|don't get|don't eat|can't eat|not eat|no food|no dinner|skip dinner|skip food|"
            r"starve)(?: \w+)?"
        ),
    ),
    (r"(?:don't|won't|can't|cannot|never)(?: \w+)? (?:let|allow) myself", _FOOD),
    (
        (
            r"(?:disgust\w*|gross|revolting|guilty|ashamed|hate myself|sick of myself|panic\w*|cry|"
            r"cried|terrified|scared|afraid|fear|anxious|shame)"
        ),
        (
            r"(?:when i eat|after eating|eating|if i eat|to eat|i ate|having eaten|of food|food|"
            r"rice|carbs|calories|gaining|putting on|getting fat|bigger|a (?:single )?kilo|"
            r"the scales?)"
        ),
    ),
    (
        _FOOD,
        (
            r"(?:disgust\w*|enemy|poison|in secret|secretly|punish\w*|make up for it|on purpose|"
            r"terrif\w*|scares me|frightens me|panic|control\w*|i hate myself|then i cry|and cry)"
        ),
    ),
    (
        r"(?:every|each|all the|what i|whatever i) (?:calorie|calories|bite|gram|ate|eat|crumb|meal)",
        r"(?:" + _RUN_OFF[3:-1] + r"|count\w*|log\w*|off)",
    ),
    (
        _FOOD,
        (
            r"(?:and |then |so )?(?:i )?(?:ran|run|running|cycled|trained|exercise|squats|sit-?ups|"
            r"km|k|miles)(?: \w+){0,3} (?:as (?:a )?punishment|to punish|to make up|to burn|off|"
            r"until two|till midnight|in the night)"
        ),
    ),
    (
        (
            r"(?:punish\w*|burn(?:ing|ed)? off|run(?:ning)? off|ran off|work(?:ing)? off|"
            r"make up for|undo|cancel out)"
        ),
        r"(?:ate|eat|eating|cake|pizza|dinner|lunch|calories|meal|food|binge|biscuits?|chocolate)",
    ),
    (
        r"(?:in secret|secretly|in my room|at night|behind the door|locked in the bathroom)",
        r"(?:burn|what i ate|exercise|star jumps|sit-?ups|eat|ate|binge\w*|sick|throw up)",
    ),
    (r"(?:chew\w*|chewing)", r"(?:spit\w*|spat|bin|napkin)"),
    (
        (
            r"(?:hid|hide|hiding|hidden|lied|lie|lying|pretend\w*|told (?:my |them|him|her|"
            r"everyone|mum|mom|coach)(?: \w+)?)"
        ),
        (
            r"(?:i'd eaten|i had eaten|i've eaten|i ate|food|meals?|my plate|already eaten|"
            r"not hungry|my lunch)"
        ),
    ),
    (
        r"(?:haven't|have not|hadn't|didn't|not) (?:eaten|eat|had food|touched food)",
        r"(?:since|for|in|till|until|today|yesterday|days?|all day|powerful|proud|strong)(?: \w+)?",
    ),
    (
        r"(?:skip\w*|missing|no|without) (?:meals?|breakfast|lunch|dinner|food|eating)",
        (
            r"(?:so|till|until|to (?:lose|be|get|make|stay)|again|scales?|no lunch|no dinner|"
            r"weight|kilos|every day|under|lighter|thin\w*)"
        ),
    ),
    (
        r"(?:had|eaten|ate|eat|having|live on|living on|survive on)",
        (
            r"(?:only |just |nothing but )?(?:an apple|one apple|black coffee|cucumber|gum|water|"
            r"coffee|ice|half a banana|a rice cake|a yoghurt|lettuce)(?: \w+){0,4} (?:today|"
            r"all day|a day|since|for|every)"
        ),
    ),
    (
        r"(?:an apple|coffee|cucumber|gum|rice cake|lettuce|water)",
        r"(?:is|was|are) (?:all|enough|my (?:dinner|lunch|meal|food)|dinner|lunch)",
    ),
    (
        (
            r"(?:coach|trainer|she|he|mum|mom|dad|they) (?:says?|said|thinks?|wants?|"
            r"told me)(?: \w+){0,3} (?:lighter|thin\w*|skinn\w+|fat|weight|kilos)"
        ),
        r"(?:so|and|apple|eat|eating|stopped|starv\w*|skip\w*|cut|hungry|no)",
    ),
    (
        r"(?:log|logging|count|counting|track|tracking|weigh)(?: \w+)? (?:every|each|all)",
        r"(?:grape|calorie|calories|gram|bite|crumb|leaf|almond)",
    ),
    (r"(?:cry|panic|hate myself|sick)", r"(?:over|above|more than) (?:\d{3,4}|my limit)"),
    (
        (
            r"(?:hate|loathe|can't stand|disgusted (?:by|with)) my (?:body|belly|thighs|stomach|"
            r"weight|reflection)(?: so much)?"
        ),
        r"(?:eat|food|starve|thin\w*|disappear|sick|bones|can't)",
    ),
    (
        r"(?:see|feel|count|show\w*) (?:my |the )?(?:hip ?bones?|ribs|bones|collar ?bones?|spine)",
        r"(?:before|more|again|good|proud|happy|race|when|and)|my (?:hip ?bones?|ribs|collar ?bones?)",
    ),
    (r"(?:see|feel|count|show\w*)", r"my (?:hip ?bones?|ribs|bones|collar ?bones?)"),
    (r"(?:not|never|still not|isn't|nowhere near) (?:thin|skinny|light|lean|small)", r"enough"),
    (
        r"(?:periods?|cycle)",
        (
            r"(?:stopp\w*|gone|months|missing|vanish\w*|disappear\w*|lost|none|not come|hasn't|"
            r"haven't|no)(?: \w+)?"
        ),
    ),
    (
        r"(?:bin bags?|sauna|no water|spitting|diuretic\w*|water pills|laxative\w*|sweat ?suit)",
        r"(?:weight|weigh|kilos?|class|scales?|days|hours)",
    ),
    (
        r"(?:fasting|fasted|fasts|starv\w*|not eating)",
        r"(?:days?|hours|straight|again|works|powerful|till|until|on purpose|myself)",
    ),
    (
        (
            r"(?:binge\w*|binging|bingeing|ate the whole|eaten the whole|stuff\w* myself|"
            r"can't stop eating|couldn't stop eating)"
        ),
        r"(?:night|then|and|again|cupboard|sick|ran|hate|secret|shame|every|stop)",
    ),
    (
        (
            r"(?:under|less than|below|only|just|on|to|goes over|over) (?:[3-9]\d\d|1[0-2]\d\d|"
            r"a thousand|eight hundred|six hundred|five hundred)(?: ?k?cals?| calories)?"
        ),
        r"(?:a day|today|per day|again|limit|and (?:cry|run|\d+k)|every day|deal)",
    ),
)
