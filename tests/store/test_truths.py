"""Plans, words, facts, choices and derived values: kept as said, found as asked."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from longgame.kernel.ids import ContentHash, PlannedId, SessionId, content_hash
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind, Fact, FactKind
from longgame.record.reflection import After, Before, Said, Thought
from longgame.record.sets import Form
from longgame.record.wellness import Wellness
from longgame.store.entries import (
    BatchId,
    DaysRead,
    Derived,
    ExerciseMapping,
    ImportAnswer,
    Move,
    PairingChoice,
    Support,
)
from longgame.store.journal import SqlJournal, open_store
from tests.store.examples import SUPPORT, run

BOTH_DATABASES = True

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = date(2026, 3, 1)
HOUR = timedelta(hours=1)


def test_the_plan_in_use_is_the_last_one_used_by_then(journal: SqlJournal) -> None:
    first = journal.plans.use("spring", "longgame plan 1\n", NOON)
    second = journal.plans.use("spring", "longgame plan 1\n# harder\n", NOON + HOUR)
    assert journal.plans.at(NOON - HOUR) is None
    assert journal.plans.at(NOON) == first
    assert journal.plans.at(NOON + HOUR / 2) == first
    assert journal.plans.at(NOON + HOUR) == second
    assert journal.plans.history() == (first, second)
    assert journal.plans.version(content_hash(b"longgame plan 1\n")) == first


def test_using_the_text_in_use_makes_no_new_version_but_going_back_does(journal: SqlJournal) -> None:
    for hours, text in enumerate(("a", "a", "b", "a")):
        journal.plans.use("spring", text, NOON + hours * HOUR)
    assert [version.text for version in journal.plans.history()] == ["a", "b", "a"]


def test_moves_are_all_kept_in_order(journal: SqlJournal) -> None:
    moves = tuple(Move(PlannedId("p"), DAY + timedelta(days=n), NOON + n * HOUR) for n in (1, 0))
    for move in moves:
        journal.plans.move(move)
    assert journal.plans.moves() == moves


def test_words_come_back_whole_and_are_said_once(journal: SqlJournal) -> None:
    spoken = (
        Said("u1", DAY, Before(NOON, 7, False, True, 6.5, "Easy instead\n"), planned=PlannedId("p")),
        Said("u2", DAY, Thought(NOON + HOUR, "alle sind schneller", 61.5, 3, "my own pace", True)),
        Said("u3", DAY, After(NOON + 2 * HOUR, 3.5, 8, 4, Form.CLEAN, "patience", "less is more", 0, 1, -2, 5)),
    )
    assert [journal.reflections.add(one) for one in spoken] == [True, True, True]
    assert journal.reflections.add(spoken[0]) is False
    assert journal.reflections.between(DAY, DAY) == spoken
    assert journal.reflections.all() == spoken
    assert journal.reflections.between(DAY + timedelta(days=1), date.max) == ()


def test_words_about_any_recording_are_words_about_the_session(journal: SqlJournal) -> None:
    watch, app = run("watch"), run("app")
    for one in (watch, app):
        journal.sessions.add(one, SUPPORT)
    journal.reflections.add(Said("u1", DAY, Thought(NOON, "here"), session=SessionId("app")))
    assert journal.reflections.about(SessionId("watch")) == ()
    journal.sessions.show_as(watch, (watch.id, app.id), ())
    assert [said.uuid for said in journal.reflections.about(SessionId("watch"))] == ["u1"]
    assert journal.reflections.about(SessionId("not there yet")) == ()


def test_wellness_by_hand_is_replaced_and_each_source_speaks_for_itself(journal: SqlJournal) -> None:
    journal.days.put_wellness(Wellness(DAY, fatigue=2.0))
    journal.days.put_wellness(Wellness(DAY, fatigue=4.0, note="better"))
    ring = Wellness(DAY, hrv_rmssd_ms=61.5, steps=9000, source="oura")
    journal.days.put_wellness(ring, SUPPORT)
    journal.days.put_wellness(Wellness(DAY, steps=100, source="oura"), SUPPORT)
    assert journal.days.wellness() == (Wellness(DAY, fatigue=4.0, note="better"), ring)
    assert journal.days.wellness(last=DAY - timedelta(days=1)) == ()


def test_the_later_word_on_a_fact_holds_and_a_hand_goes_before_a_file(journal: SqlJournal) -> None:
    journal.days.put_fact(Fact(FactKind.MAX_HR, 190, DAY), NOON)
    journal.days.put_fact(Fact(FactKind.MAX_HR, 188, DAY), NOON + HOUR)
    journal.days.put_fact(Fact(FactKind.MAX_HR, 201, DAY), NOON + 2 * HOUR, SUPPORT)
    journal.days.put_fact(Fact(FactKind.ONE_REP_MAX, 140, DAY, "Squat"), NOON)
    profile = journal.days.profile()
    assert profile.value(FactKind.MAX_HR, DAY) == 188
    assert profile.value(FactKind.ONE_REP_MAX, DAY, "Squat") == 140
    assert len(profile.facts) == 2


def test_an_excuse_holds_until_it_is_taken_back(journal: SqlJournal) -> None:
    ill = Excuse(ExcuseKind.ILL, DAY, DAY + timedelta(days=2), "flu")
    journal.days.put_excuse(ill, NOON)
    assert journal.days.profile().excused(DAY + timedelta(days=2)) == ill
    journal.days.withdraw_excuse(ill, NOON + HOUR)
    assert journal.days.profile().excuses == ()


def test_notes_come_in_the_order_of_their_moments(journal: SqlJournal) -> None:
    late, early = Note(NOON + HOUR, "späť", "daylio"), Note(NOON, "früh", "athlete")
    journal.days.put_note(late, SUPPORT)
    journal.days.put_note(early)
    journal.days.put_note(late, SUPPORT)
    assert journal.days.notes(DAY, DAY) == (early, late)


def test_what_a_file_says_of_days_is_kept_at_once_and_stands_once(journal: SqlJournal) -> None:
    days = [Wellness(DAY + timedelta(days=k), steps=1000 + k, source="ring") for k in range(1100)]
    read = DaysRead(
        (*days, days[0]),
        (Fact(FactKind.MAX_HR, 190, DAY), Fact(FactKind.MAX_HR, 190, DAY), Fact(FactKind.BODY_MASS, 70, DAY)),
        (Note(NOON, "früh", "daylio"), Note(NOON, "früh", "daylio")),
    )
    journal.days.put_wellness(days[7], SUPPORT)
    journal.days.put_read(read, NOON, SUPPORT)
    journal.days.put_read(read, NOON + HOUR, SUPPORT)
    assert journal.days.wellness() == tuple(days)
    assert journal.days.notes() == (Note(NOON, "früh", "daylio"),)
    assert [(fact.kind, fact.value) for fact in journal.days.profile().facts] == [
        (FactKind.BODY_MASS, 70),
        (FactKind.MAX_HR, 190),
    ]


def test_the_last_standing_choice_holds_and_the_log_keeps_all(journal: SqlJournal) -> None:
    session = SessionId("s")
    journal.pairings.choose(PairingChoice(session, PlannedId("p1"), NOON))
    journal.pairings.choose(PairingChoice(session, None, NOON + HOUR))
    assert [choice.planned for choice in journal.pairings.standing()] == [None]
    assert journal.pairings.undo(session, NOON + 2 * HOUR) is True
    assert [choice.planned for choice in journal.pairings.standing()] == ["p1"]
    assert journal.pairings.undo(session, NOON + 3 * HOUR) is True
    assert journal.pairings.undo(session, NOON + 4 * HOUR) is False
    assert [(choice.planned, choice.undone_at) for choice in journal.pairings.log()] == [
        ("p1", NOON + 3 * HOUR),
        (None, NOON + 2 * HOUR),
    ]


def test_answers_are_remembered_and_can_be_changed(journal: SqlJournal) -> None:
    journal.answers.map_exercise(ExerciseMapping("BP", "Bench Press", NOON))
    journal.answers.map_exercise(ExerciseMapping("BP", "Board Press", NOON + HOUR))
    journal.answers.answer(ImportAnswer("strong:unit", "lb", NOON))
    assert journal.answers.exercises() == (ExerciseMapping("BP", "Board Press", NOON + HOUR),)
    assert journal.answers.answers() == (ImportAnswer("strong:unit", "lb", NOON),)


def test_derived_values_are_kept_until_their_day_changes(journal: SqlJournal) -> None:
    def review(key: str, day: date | None) -> Derived:
        return Derived("review", key, b'{"verdict": "served"}', ContentHash("c" * 64), "1", day)

    kept, late, whole = review("a", DAY), review("b", DAY + timedelta(days=1)), review("c", None)
    for one in (kept, late, whole, kept):
        journal.derived.save(one)
    assert journal.derived.load("review", "b") == late
    assert journal.derived.of_kind("review") == (kept, late, whole)
    assert journal.derived.forget_from(DAY + timedelta(days=1)) == 2
    assert journal.derived.of_kind("review") == (kept,)
    assert journal.derived.load("review", "b") is None


def test_all_of_it_is_there_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.journal().plans.use("p", "text", NOON)
        store.journal().sessions.add(run(), Support(ContentHash("a" * 64), BatchId("b")))
    with open_store(tmp_path) as store:
        assert [version.text for version in store.journal().plans.history()] == ["text"]
        assert [head.id for head in store.journal().sessions.heads()] == ["run-1"]


def test_of_readings_that_are_alike_the_notes_decide_and_not_the_names_of_rows(journal: SqlJournal) -> None:
    """Rows are named with the journal's own key, so an order by name would be another in each journal."""
    notes = [f"note {number}" for number in range(12)]
    for note in notes:
        journal.days.put_wellness(Wellness(DAY, fatigue=3.0, note=note, source="ring"), SUPPORT)
    assert [one.note for one in journal.days.wellness()] == [max(notes)]
