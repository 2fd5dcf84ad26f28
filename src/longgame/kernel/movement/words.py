"""Names of exercises as bags of words: one spelling for all the ways in which apps and people write the same thing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from longgame.kernel.movement.exercise import Equipment

_SPELLINGS = (
    (r"e z curl bar|ez curl bar|e z bar|ez bar|curl bar|sz bar|sz stange", "ezbar"),
    (r"trap bar|hex bar|hexagon bar", "trapbar"),
    (r"safety squat bar|safety bar|ssb", "safetybar"),
    (r"smith machine|multipress|smith", "smithmachine"),
    (r"hammer strength|leverage machine|leverage|lever", "machine"),
    (r"resistance band|loop band|bands?|banded|elastic", "band"),
    (r"body ?weight|body only|no equipment|bw", "bodyweight"),
    (r"medicine ball|med ball|medball", "medicineball"),
    (r"exercise ball|stability ball|swiss ball|physioball|gym ball|fit ?ball", "exerciseball"),
    (r"suspension|suspended|trx|rings?(?= |$)", "suspension"),
    (r"dumb ?bells?|dbs?", "dumbbell"),
    (r"bar ?bells?|bb|olympic bar", "barbell"),
    (r"kettle ?bells?|kbs?", "kettlebell"),
    (r"pulley machine|pulley", "cable"),
    (r"plate loaded", "plateloaded"),
    (r"ohp", "overhead press"),
    (r"rdls?", "romanian deadlift"),
    (r"sldl", "stiff leg deadlift"),
    (r"dls?", "deadlift"),
    (r"bss", "bulgarian split squat"),
    (r"ghr", "glute ham raise"),
    (r"cgbp", "close grip bench press"),
    (r"hspu", "handstand push up"),
    (r"t2b|ttb", "toe to bar"),
    (r"dead lifts?", "deadlift"),
    (r"pull ?ups?", "pull up"),
    (r"push ?ups?|press ups?", "push up"),
    (r"chin ?ups?|chins?(?! )", "chin up"),
    (r"sit ?ups?", "sit up"),
    (r"step ?ups?", "step up"),
    (r"push ?downs?|press ?downs?", "pushdown"),
    (r"pull ?downs?", "pulldown"),
    (r"kick ?backs?", "kickback"),
    (r"pull ?overs?", "pullover"),
    (r"cross ?overs?", "crossover"),
    (r"skull ?crushers?", "skullcrusher"),
    (r"push press(es)?", "pushpress"),
    (r"fl(ye|y|ie)s?", "fly"),
    (r"biceps?", "biceps"),
    (r"triceps?", "triceps"),
    (r"t bar", "tbar"),
    (r"21s?", "twentyones"),
    (r"v bar|v grip", "vbar"),
    (r"v ups?", "vup"),
    (r"(one|single|1|uni) ?arm(ed)?|unilateral|single handed|one handed|single hand", "singlearm"),
    (r"(one|single|1) ?leg(ged)?", "singleleg"),
    (r"two ?arm(ed)?|2 arm|double arm|both arms", "twoarm"),
    (r"bent ?over", "bentover"),
    (r"behind (the )?(neck|head)", "behindneck"),
    (r"behind (the )?back", "behindback"),
    (r"chest supported", "chestsupported"),
    (r"iso lateral|isolateral", "isolateral"),
    (r"half kneeling", "halfkneeling"),
    (r"cross ?body", "crossbody"),
    (r"straight bar", ""),
    (r"medium grip|shoulder width|regular grip|normal grip", ""),
    (r"(close|narrow) grip", "closegrip"),
    (r"wide grip|wider grip", "widegrip"),
    (r"(reverse|reversed|underhand|supinated|under) grip|underhanded|underhand|supinated", "underhand"),
    (r"(neutral|hammer|palms? facing in|palms? in) grip|neutral|palms? facing in|palms? in", "neutral"),
    (r"(overhand|pronated) grip|overhand|pronated", "overhand"),
    (r"mixed grip", "mixedgrip"),
    (r"low bar", "lowbar"),
    (r"high bar", "highbar"),
    (r"touch and go|tng", "touchandgo"),
    (r"feet up", "feetup"),
    (r"feet elevated", "feetelevated"),
    (r"b stance|kickstand|staggered stance", "bstance"),
)
_REPLACED = tuple((re.compile(rf"(?<![^ ])(?:{pattern})(?![^ ])"), word) for pattern, word in _SPELLINGS)
_STOP_TEXT = """
the a an and with on in of to for from at your using version exercise attachment grip flat bar weighted weight w style
medium two s olympic handle handles hold holds
"""
_STOP_WORDS = frozenset(_STOP_TEXT.split())
_PLURALS = {"presse": "press", "calve": "calf", "crunche": "crunch", "benche": "bench", "stretche": "stretch"}
_KEEP_FINAL_S = frozenset({"biceps", "triceps"})
_EQUIPMENT = {
    "barbell": Equipment.BARBELL,
    "dumbbell": Equipment.DUMBBELL,
    "kettlebell": Equipment.KETTLEBELL,
    "cable": Equipment.CABLE,
    "machine": Equipment.MACHINE,
    "smithmachine": Equipment.SMITH_MACHINE,
    "band": Equipment.BAND,
    "bodyweight": Equipment.BODYWEIGHT,
    "ezbar": Equipment.EZ_BAR,
    "trapbar": Equipment.TRAP_BAR,
    "safetybar": Equipment.SAFETY_BAR,
    "landmine": Equipment.LANDMINE,
    "suspension": Equipment.SUSPENSION,
    "plate": Equipment.PLATE,
    "medicineball": Equipment.MEDICINE_BALL,
    "exerciseball": Equipment.EXERCISE_BALL,
    "sandbag": Equipment.SANDBAG,
    "sled": Equipment.SLED,
}
_MODIFIER_TEXT = """
incline decline seated standing lying kneeling halfkneeling prone supine wide narrow closegrip widegrip close underhand
overhand neutral mixedgrip singlearm singleleg twoarm alternating alternate alternated paused pause tempo eccentric
negative isometric deficit elevated behindneck behindback chestsupported deep full partial walking low high assisted
kipping strict chain explosive speed rope vbar isolateral plateloaded horizontal vertical crossbody lowbar highbar
touchandgo feetup feetelevated bstance heavy light slow jumping static cambered deadstop continuous right left
"""
MODIFIERS = frozenset(_MODIFIER_TEXT.split())
"""Words of stance, grip, side and manner: they make another exercise, and never another pattern. Words such as
"reverse", "rear", "front" or "overhead" do change what works, so they are not among them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name taken apart: its words without the equipment, and what equipment it names."""

    words: frozenset[str]
    equipment: Equipment | None = None


@lru_cache(maxsize=8192)
def bag(name: str) -> frozenset[str]:
    """The words of a name in one spelling, without order, case, accents, plurals and words that tell nothing.

    >>> sorted(bag("Bench Presses, Dumb-bells")) == sorted(bag("DB bench press"))
    True
    """
    wide = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(letter for letter in wide if not unicodedata.combining(letter)).replace("'", "").replace("’", "")
    text = " ".join(re.sub(r"[^\w]+|_", " ", text).split())
    for pattern, word in _REPLACED:
        text = pattern.sub(word, text)
    return frozenset(_singular(word) for word in text.split() if word not in _STOP_WORDS)


def apart(words: frozenset[str]) -> Named:
    """A bag of words with the equipment taken out; of two pieces of equipment the words keep both."""
    named = words & _EQUIPMENT.keys()
    if len(named) != 1:
        return Named(words)
    (word,) = named
    return Named(words - named, _EQUIPMENT[word])


def without_modifiers(words: frozenset[str]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The bag itself and the bags left when words of stance, grip, side or manner are taken out, fewest first, each
    with what was taken out."""
    found = sorted(words & MODIFIERS)[:5]
    choices = (frozenset(taken) for count in range(len(found) + 1) for taken in combinations(found, count))
    return tuple((words - taken, taken) for taken in choices)


def _singular(word: str) -> str:
    if len(word) <= 2 or not word.endswith("s") or word in _KEEP_FINAL_S or word.endswith("ss"):
        return word
    return _PLURALS.get(word[:-1], word[:-1])
