from __future__ import annotations

from longgame.mind.noticing.learning import NOTHING_LEARNED, Correction, learn
from longgame.mind.noticing.recognise import Noticed, patterns_in
from longgame.mind.patterns import Pattern

PIPPED = [
    Correction("pipped by two plates", frozenset({Pattern.COMPARISON})),
    Correction("pipped at home by inches", frozenset({Pattern.COMPARISON})),
    Correction("pipped, simply pipped", frozenset({Pattern.COMPARISON})),
]


def names(found: tuple[Noticed, ...]) -> list[Pattern]:
    return [one.pattern for one in found]


def test_a_corrected_thought_has_what_its_athlete_said() -> None:
    learned = learn([Correction("everyone in class lapped me again", frozenset({Pattern.GRATITUDE}))])
    assert names(learned.patterns_in("Everyone in class lapped me again")) == [Pattern.GRATITUDE]
    none = learn([Correction("everyone in class lapped me again", frozenset())])
    assert none.patterns_in("everyone in class lapped me again") == ()


def test_words_of_corrections_carry_over_to_new_thoughts() -> None:
    new = "pipped in week four"
    assert patterns_in(new) == ()
    found = learn(PIPPED).patterns_in(new)
    assert names(found) == [Pattern.COMPARISON]
    assert "pipped" in {each.words for each in found[0].evidence}


def test_what_shares_no_word_with_a_correction_stays_as_it_was() -> None:
    learned = learn(PIPPED)
    for thought in ("I'm so weak", "legs like lead", "learned to start slower", "5x5 at 80"):
        assert names(learned.patterns_in(thought)) == names(patterns_in(thought))


def test_the_last_correction_of_a_thought_holds_and_order_of_others_does_not_matter() -> None:
    changed = Correction("pipped by two plates", frozenset())
    assert learn([*PIPPED, changed]).patterns_in("pipped by two plates") == ()
    one, other = learn(PIPPED).weights, learn(PIPPED[::-1]).weights
    for (pattern, mine), (same, theirs) in zip(one, other, strict=True):
        assert pattern is same
        assert [word for word, _ in mine] == [word for word, _ in theirs]
        assert all(abs(a - b) < 1e-9 for (_, a), (_, b) in zip(mine, theirs, strict=True))


def test_without_corrections_nothing_changes() -> None:
    assert learn([]) == NOTHING_LEARNED
    assert NOTHING_LEARNED.patterns_in("I'm so weak") == patterns_in("I'm so weak")
