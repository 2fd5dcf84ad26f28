"""What was said at different moments becomes one reflection."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from longgame.record.reflection import NOTHING_SAID, After, Before, Reflection, Said, Thought, reflection_of

MORNING = datetime(2026, 3, 1, 7, tzinfo=UTC)
DAY = date(2026, 3, 1)


def said(uuid: str, words: Before | Thought | After) -> Said:
    return Said(uuid=uuid, day=DAY, words=words)


def test_nothing_said_is_the_empty_reflection() -> None:
    assert reflection_of(()) == NOTHING_SAID


def test_later_words_replace_earlier_ones_field_by_field_in_any_order_of_arrival() -> None:
    later = MORNING + timedelta(hours=2)
    spoken = (
        said("a", Before(MORNING, confidence=4, low_day=True)),
        said("b", Before(later, confidence=7)),
        said("c", Thought(later, "everyone is faster")),
        said("d", After(later, effort=3.0)),
        said("e", After(later + timedelta(minutes=1), stars=5)),
    )
    expected = Reflection(
        before=Before(later, confidence=7, low_day=True),
        thoughts=(Thought(later, "everyone is faster"),),
        after=After(later + timedelta(minutes=1), effort=3.0, stars=5),
    )
    assert {reflection_of(order) == expected for order in permutations(spoken)} == {True}


def test_a_false_answer_is_an_answer() -> None:
    first = said("a", Before(MORNING, low_day=True))
    second = said("b", Before(MORNING + timedelta(minutes=1), low_day=False))
    assert reflection_of((first, second)).before == Before(MORNING + timedelta(minutes=1), low_day=False)
