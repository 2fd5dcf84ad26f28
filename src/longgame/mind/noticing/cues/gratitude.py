"""Cues of gratitude: thankful or glad for people, place, health, the chance."""

from __future__ import annotations

from longgame.mind.noticing.cue import FAINT, FAIR, STRONG, cue

CUES = (
    cue(
        STRONG,
        r"(?:grateful|thankful|gratitude|thankfully)(?! is not)(?: \w+)*",
        r"(?:thanks|thank you|thank god|thank goodness|cheers|ta|props|big up|kudos|shout ?out|hats off|much love|"
        r"respect) "
        r"(?:to|for|so much|body|legs|coach|you|everyone|guys|lads|girls)?(?: \w+)*",
        r"(?:thank god|thank you|alhamdulillah|mashallah|god is good|praise god|thank heavens|bless|blessed|blessings|"
        r"counting my blessings|hallelujah)(?: \w+)*",
        r"(?:appreciate|appreciated|appreciative|appreciating|appreciation)(?: \w+)*",
        r"(?:wouldn't|couldn't) (?:be here|have done|do this|have got|have made|be where)(?: \w+){0,3} without(?: \w+)",
        r"(?:so |really |very |just |i'm |am |we're |feel |feeling |how )*(?:lucky|fortunate|privileged) (?:to|with|"
        r"that|i|we|enough|me)?(?: \w+)*",
        r"(?:don't|not|never|won't|stop) tak(?:e|ing)(?: \w+){0,3} for granted",
        r"(?:what )?a (?:privilege|gift|blessing|joy|treat)(?: \w+)*",
        r"(?:i|we) get to(?: \w+)*",
        firm=True,
    ),
    cue(
        STRONG,
        r"(?:so |really |just |very |feeling |i'm |am )?glad (?:i|to|that|of|for|we|my|about)(?: \w+)*",
        r"(?:so|very|really) (?:nice|kind|good|lovely|sweet|generous) (?:of|to have|to be|to see|having)(?: \w+)*",
        r"(?:lovely|nice|great|good|wonderful|brilliant|so nice|so good) to (?:be|swim|run|ride|train|see|have|get|"
        r"lift|move|share)(?: \w+)*",
        r"(?:how|what) (?:good|lovely|nice|great) (?:is it|it is|to)(?: \w+)*",
        r"just happy to (?:be|run|move|train)(?: \w+)*",
        r"(?:loved|love|loving|enjoyed|cherish) (?:having|being|that i get|training with|running with|riding with|this "
        r"place|these people|the company|this lot|my crew|swimming)(?: \w+)*",
        r"(?:owe|indebted to) (?:my|him|her|them|coach)(?: \w+)*",
        r"worth (?:her|his|their) weight in gold|(?:they|she|he|volunteers)(?: \w+)? (?:were|was) (?:magic|legends?|a "
        r"legend|stars?|a star|angels?)",
        r"happy to be (?:healthy|back|here|alive|moving|out)(?: \w+)*",
    ),
    cue(
        FAIR,
        r"(?:sunrise|sunset|sunshine)(?: \w+)*",
        r"(?:a year ago|last year|months ago)(?: \w+){0,3} (?:couldn't|could not|could barely)(?: \w+)*",
        r"(?:back after|after) (?:surgery|injury|the baby|illness|the operation)",
        r"(?:being|was) (?:able to|outside)(?: \w+)*",
        r"(?:lent|helped|spotted|waited for|paced|cheered) (?:me|us)",
        r"(?:spotting|pacing|helping|guiding|watching|counting for|waiting for) (?:me|us)",
    ),
    cue(
        FAINT,
        r"(?:happy|glad|love|loved|lovely|nice|company|friends|together|healthy)",
        r"without (?:the|her|him|them)",
    ),
)
