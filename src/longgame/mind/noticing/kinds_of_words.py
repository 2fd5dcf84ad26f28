"""Kinds of words that thoughts are made of, so that a wording nobody wrote down before can still be felt.

Our own lists.
"""

from __future__ import annotations

_LISTS: tuple[tuple[str, str], ...] = (
    (
        "oneself",
        ("i i'm i've i'll i'd me my mine myself we we're our us"),
    ),
    (
        "somebody",
        (
            "he she they he's she's they're they've they'd them him her his hers their theirs others other "
            "everyone everyone's everybody everybody's nobody people guy girl lad lads lass woman women man men "
            "bloke blokes fella fellas boy boys girls dude mate mates friend friends sister brother wife husband "
            "partner cousin teammate teammates batchmates squad group class club crew bunch pack beginners "
            "newbies kids teenagers juniors elites runners riders swimmers lifters pensioners ladies folk someone "
            "somebody who whoever"
        ),
    ),
    (
        "tired",
        (
            "tired knackered exhausted shattered drained wrecked spent gassed fried cooked weary sleepy sluggish "
            "heavy dead empty flat sore aching aches stiff fatigue burnt sleep slept nap yawn yawned yawning "
            "asleep awake battery fuel energy tank steam wiped bonked trashed worn foggy dizzy zombie toast done"
        ),
    ),
    (
        "limb",
        (
            "legs leg arms arm body quads hamstrings calves glutes shoulders forearms lungs grip back hands knees "
            "feet head brain hips hip knee calf shin shoulder tendon achilles ankle hamstring"
        ),
    ),
    (
        "bad",
        (
            "weak pathetic useless lazy stupid rubbish trash garbage hopeless terrible awful crap dreadful "
            "worthless disgusting embarrassing shameful ridiculous unfit clumsy soft dumb thick slow fat ugly "
            "feeble sloppy poor bad worst idiot fool failure loser wimp coward joke disgrace mess quitter muppet "
            "lump donkey weakling slob baby ashamed embarrassed disgusted disappointed hate shame fault blame "
            "excuse excuses discipline willpower backbone spineless"
        ),
    ),
    (
        "good",
        (
            "proud chuffed stoked delighted pleased buzzing thrilled happy strong smooth best nailed smashed "
            "crushed pb pr first finally great brilliant amazing solid clean won win unbroken landed bossed "
            "strongest managed"
        ),
    ),
    (
        "must",
        ("must have need needed should ought gotta got has had supposed"),
    ),
    (
        "never",
        ("never always forever ever nothing everything all whole entire every only either unless none"),
    ),
    (
        "over",
        (
            "over gone ruined wasted waste lost finished blown spoiled write-off pointless point bother zero done "
            "dead failed fail count counts counted matter"
        ),
    ),
    (
        "thanks",
        (
            "thanks thank grateful thankful lucky glad blessed appreciate appreciated appreciative gift privilege "
            "fortunate love loved cherish kind bless owe cheers nice lovely company"
        ),
    ),
    (
        "learning",
        (
            "learned learning learn lesson realized realize noticed found figured discovered understand "
            "understood know works worked helps helped trick clicked turns better easier steadier smoother try "
            "tried next time if when because so"
        ),
    ),
    (
        "fear",
        (
            "nervous anxious panic panicked panicking scared afraid terrified dread dreading stress stressed "
            "worried worry worrying tense guilt guilty pressure nerves jitters shaking trembling racing pounding "
            "overwhelmed freaking freaked edge expect expected deadline"
        ),
    ),
    (
        "future",
        ("will i'll it'll they'll won't going gonna what if bound surely certain doomed end"),
    ),
    (
        "compared",
        (
            "faster slower stronger fitter ahead behind last quicker younger slowest weakest lapped dropped "
            "passed beat overtook easy effortless same twice half double jealous envious like than compared "
            "beside next"
        ),
    ),
    (
        "belonging",
        (
            "belong fit allowed place here among impostor fraud fake pretender welcome invisible outsider stare "
            "staring judged deserve meant real proper athlete runner swimmer lifter cyclist kidding intruder "
            "guest"
        ),
    ),
    (
        "movement",
        (
            "elbows hips chest chin heels stance cadence breath breathe breathing brace rest rests grip warm gear "
            "stride steps eyes rhythm"
        ),
    ),
    (
        "not",
        ("not no don't didn't can't won't isn't wasn't couldn't without nobody hardly barely"),
    ),
    (
        "asking",
        ("why what how who"),
    ),
)


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in _LISTS:
        for word in words.split():
            found[word] = (*found.get(word, ()), kind)
    return found


KINDS = _by_word()
"""The kinds of each word that has one."""
