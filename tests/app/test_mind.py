"""The inner game on a real journal: thoughts, answers, plans, the weekly question, the page and the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from longgame.app.mind.answer import answer_to, low_day_fact
from longgame.app.mind.check_in import (
    LESS,
    NOTE,
    check_in,
    check_in_called,
    check_in_state,
    check_ins,
    choose_practice,
    put_back_lighter,
    reply_to,
    say_whether_it_helped,
    take_up_lighter,
    write_to_coach,
)
from longgame.app.mind.in_review import mind_in_review
from longgame.app.mind.letter import letter_for
from longgame.app.mind.overview import mind_page
from longgame.app.mind.own_facts import own_facts
from longgame.app.mind.plans import drop_plan, make_plan, proposed_plans, tracked_plans, use_plan
from longgame.app.mind.thoughts import correct_thought, erase_thought, meet_thought, thought, thoughts
from longgame.app.reflect import reflect
from longgame.app.review_session import review_which
from longgame.app.search import search
from longgame.app.setting import Setting
from longgame.app.today import card_of_day
from longgame.kernel.clock import FixedClock
from longgame.kernel.unknown import Unknown
from longgame.mind.facts import About
from longgame.mind.patterns import Pattern
from longgame.mind.practices import Practice
from longgame.mind.support.library import practice_called
from longgame.mind.support.practice import Kind, Need
from longgame.record.reflection import After, Before, Said, Thought
from tests.app.conftest import NOW
from tests.app.made import EASY_PLAN, lifted, ride, steady

LAPPED = "everyone in class lapped me again"
TODAY = NOW.date()


def later(setting: Setting, days: float) -> Setting:
    return replace(setting, clock=FixedClock(NOW + timedelta(days=days)))


def think(setting: Setting, text: str, at: datetime = NOW, day: date = TODAY) -> Said:
    return reflect(setting, Thought(at, text), day)


@pytest.fixture
def trained(setting: Setting) -> Setting:
    """Three kept promises of an easy plan, one day called low, and squats that went up for half a year."""
    setting.journal.plans.use("easy", EASY_PLAN, datetime.fromisoformat("2026-11-01T08:00:00+00:00"))
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        setting.journal.sessions.put(ride(day, steady(125)))
    for week in range(24):
        day = date(2026, 6, 1) + timedelta(weeks=week)
        setting.journal.sessions.put(lifted(day.isoformat(), "Squat", (5, 5), kg=str(80 + 1.5 * week)))
    reflect(setting, Before(NOW, confidence=3, low_day=True), date(2026, 11, 17))
    return setting


def test_a_thought_comes_back_with_its_pattern_question_and_own_fact(trained: Setting) -> None:
    said = think(trained, f"{LAPPED}, my squat is nothing")
    answer = answer_to(trained, thought(trained, said.uuid))
    assert answer.pattern is Pattern.COMPARISON
    assert answer.fact is not None
    assert (answer.fact.about, answer.fact.subject, answer.fact.known) == (About.PROGRESS, "Squat", True)
    assert "sure" in answer.fact.says


def test_a_correction_holds_and_teaches(setting: Setting) -> None:
    first, second = think(setting, "pipped by two plates"), think(setting, "pipped, two plates short")
    assert thought(setting, second.uuid).patterns == ()
    corrected = correct_thought(setting, first.uuid[:8], [Pattern.COMPARISON])
    assert (corrected.patterns, corrected.named_by_athlete) == ((Pattern.COMPARISON,), True)
    assert thought(setting, second.uuid).patterns == (Pattern.COMPARISON,)
    correct_thought(later(setting, 1), first.uuid, [])
    assert [one.patterns for one in thoughts(setting)] == [(), ()]


def test_meeting_a_thought_makes_it_a_practice_of_its_session(trained: Setting) -> None:
    said = think(trained, LAPPED, day=date(2026, 11, 17))
    [before] = review_which(trained, "2026-11-17")
    assert Practice.THOUGHTS not in mind_in_review(trained, before).done
    meet_thought(later(trained, 1), said.uuid, "what am I learning?")
    [after] = review_which(trained, "2026-11-17")
    shown = mind_in_review(trained, after)
    assert Practice.THOUGHTS in shown.done
    assert [(one.met, answer.pattern) for one, answer in shown.thoughts] == [
        ("what am I learning?", Pattern.COMPARISON)
    ]
    assert after.review.execution == before.review.execution
    meet_thought(later(trained, 2), said.uuid)
    assert thought(trained, said.uuid).acknowledged


def test_an_erased_thought_is_gone_from_everything_it_touched(trained: Setting) -> None:
    kept, gone = think(trained, "I held back and it felt right"), think(trained, LAPPED)
    correct_thought(trained, gone.uuid, [Pattern.DOUBT])
    meet_thought(trained, gone.uuid, "my own lane")
    assert search(trained, "lapped").found.count == 1
    assert erase_thought(later(trained, 0.01), gone.uuid[:12]) == gone.uuid
    assert [one.uuid for one in thoughts(trained)] == [kept.uuid]
    assert trained.journal.private.answering(gone.uuid) == ()
    assert [search(trained, word).found.count for word in ("lapped", "lane")] == [0, 0]
    with pytest.raises(LookupError):
        erase_thought(trained, gone.uuid)


def test_states_stand_beside_the_pillar_and_never_in_it(trained: Setting) -> None:
    reflect(trained, After(NOW, presence=2, mood=1), date(2026, 11, 17))
    [reviewed] = review_which(trained, "2026-11-17")
    shown = mind_in_review(trained, reviewed)
    assert [(one.name, one.value) for one in shown.states] == [
        ("confidence before", "3 of 10"),
        ("low day", "yes"),
        ("presence", "2 of 10"),
        ("mood", "1 of 10"),
    ]
    assert shown.done == {Practice.PRESENCE}


def test_words_of_harm_get_help_and_are_counted_nowhere(setting: Setting) -> None:
    said = think(setting, "everyone is better than me and I want to die")
    kept = thought(setting, said.uuid)
    assert kept.help is not None
    assert answer_to(setting, kept).says[0] == kept.help.says
    page = mind_page(setting)
    assert (page.patterns, page.comparison.followed.thoughts) == ((), 0)
    with pytest.raises(ValueError, match="not sorted"):
        correct_thought(setting, said.uuid, [Pattern.COMPARISON])
    assert "die" not in letter_for(setting, TODAY).markdown()


def test_the_low_day_has_one_known_fact_on_its_card(trained: Setting) -> None:
    assert card_of_day(trained, TODAY).low_day_fact is None
    reflect(trained, Before(NOW, low_day=True), TODAY)
    found = card_of_day(trained, TODAY).low_day_fact
    assert found is not None
    assert found.known
    assert found == low_day_fact(trained, TODAY)


def test_facts_are_those_of_the_journal(trained: Setting) -> None:
    found = {one.about: one for one in own_facts(trained, TODAY)}
    assert (
        found[About.PROMISES].says
        == "in the last four weeks you kept 6 of 6 promises to yourself, rest days among them."
    )
    assert "rest days" in found[About.REST].says
    assert not found[About.WAY_BACK].known
    assert found[About.FIRST_TIME].says.startswith("on 9 November, Squat with 114.5 kg")


def test_plans_are_proposed_made_used_and_taken_back(setting: Setting) -> None:
    for hours in (0, 1):
        think(setting, f"the next lane was faster than me {hours}", NOW + timedelta(hours=hours))
    [proposed] = [one for one in proposed_plans(setting, thoughts(setting)) if "next lane" in one.moment]
    plan = make_plan(setting, proposed.moment, proposed.act, proposed.pattern)
    assert all("next lane" not in one.moment for one in proposed_plans(setting, thoughts(setting)))
    use_plan(setting, plan.uuid[:6], done=True, helped=True)
    found = use_plan(later(setting, 1), plan.uuid, done=False)
    assert (found.met, found.done, found.helped) == (2, 1, 1)
    drop_plan(later(setting, 2), plan.uuid)
    assert tracked_plans(setting) == ()
    assert all(plan.act not in (one.words or "") for one in setting.journal.private.all())


def test_the_weekly_question_goes_round(trained: Setting) -> None:
    assert check_in_state(trained).due
    reply = check_in(trained, "I can't sleep, work is on my mind")
    assert reply.heard[0].need is Need.SLEEP
    choose_practice(trained, reply.check_in.uuid, reply.practices[0].key)
    now, week = check_in_state(trained), check_in_state(later(trained, 7))
    assert (now.due, now.asks_whether_it_helped) == (False, False)
    assert (week.due, week.asks_whether_it_helped) == (True, True)
    say_whether_it_helped(later(trained, 7), reply.check_in.uuid, helped=True)
    [one] = check_ins(trained)
    assert (one.chosen, one.helped) == (reply.practices[0], True)
    assert [kind.helped for kind in check_in_state(trained).kinds if kind.tried] == [1]


def test_a_note_for_the_coach_is_asked_after_and_learned_from_like_a_practice(trained: Setting) -> None:
    reply = check_in(trained, "my squat technique")
    assert write_to_coach(trained, reply.check_in.uuid).note == reply.note_for_coach
    kept = write_to_coach(later(trained, 1), reply.check_in.uuid, "watch my third set, please")
    assert (kept.note, kept.chosen, kept.helped) == ("watch my third set, please", practice_called(NOTE), None)
    assert reply_to(trained, kept).note_for_coach == kept.note
    week = later(trained, 7)
    assert check_in_state(week).asks_whether_it_helped
    say_whether_it_helped(week, kept.uuid, helped=True)
    [record] = [one for one in check_in_state(week).kinds if one.tried]
    assert (record.kind, record.helped) == (Kind.COACH, 1)
    assert check_in(week, "my technique again").practices[0].key == NOTE


def test_no_note_is_made_of_what_is_met_with_help(trained: Setting) -> None:
    reply = check_in(trained, "I want to die")
    assert reply.note_for_coach is None
    with pytest.raises(ValueError, match="a person you trust"):
        write_to_coach(trained, reply.check_in.uuid)


def test_tiredness_is_offered_a_lighter_session_as_plan_text(trained: Setting) -> None:
    reply = check_in(trained, "I'm exhausted")
    assert reply.plan_change is not None
    assert reply.plan_change.planned.day == date(2026, 11, 24)
    assert reply.plan_change.diff.splitlines()[1:] == [
        "- 55..65 min ride  hr 110..140 bpm",
        "+ 35..45 min ride  hr 110..140 bpm",
    ]
    assert check_in(trained, "confidence").plan_change is None
    assert check_in(trained, "my squat technique").note_for_coach is not None


def test_a_need_can_be_chosen_when_none_was_heard(setting: Setting) -> None:
    assert check_in(setting, "dunno").practices == ()
    assert check_in(setting, "dunno", (Need.FOCUS,)).practices
    assert check_in(setting, "I made myself sick after dinner").practices == ()
    with pytest.raises(ValueError, match="own words"):
        check_in(setting, "  ")


def test_what_followed_a_comparison_is_told_as_counts(trained: Setting) -> None:
    at = datetime.fromisoformat("2026-11-19T20:00:00+00:00")
    think(trained, LAPPED, at, date(2026, 11, 19))
    assert mind_page(trained).comparison.followed.followed == 0
    trained.journal.sessions.put(ride("2026-11-21", steady(170), name="extra"))
    found = mind_page(trained).comparison.followed
    assert (found.thoughts, found.followed) == (1, 1)
    assert "It need not be why" in found.says


def test_the_page_tells_what_it_knows_and_says_what_it_does_not(trained: Setting) -> None:
    page = mind_page(trained)
    assert not isinstance(page.self_trust, Unknown)
    assert (page.self_trust.month.kept, page.self_trust.month.due) == (6, 6)
    assert isinstance(page.confidence, Unknown)
    assert isinstance(page.resilience, Unknown)
    assert len(page.comparison.weeks) == 12


def test_the_letter_is_made_of_the_months_facts(trained: Setting) -> None:
    reflect(trained, After(NOW, learned="To start slower."), date(2026, 11, 17))
    text = letter_for(trained, TODAY).markdown()
    assert text.startswith("# November 2026, to myself")
    for told in ("I trained 5 times", "Of 6 promises to myself I kept 6", "To start slower", "Squat with 114.5 kg"):
        assert told in text


def test_a_comparison_and_the_change_made_in_haste_after_it_stand_together(trained: Setting) -> None:
    hard = ride("2026-11-21", steady(170), name="hard")
    trained.journal.sessions.put(hard)
    think(trained, LAPPED, NOW.replace(day=20), date(2026, 11, 20))
    reflect(trained, After(NOW.replace(day=21), effort=9), date(2026, 11, 21))
    comparison = mind_page(trained).comparison
    assert comparison.followed.followed == 1
    (one,) = comparison.in_haste
    assert one.change.session == hard.id
    assert "nothing needs to be made up" in one.says


def test_a_lighter_session_is_the_practice_of_its_week_unless_put_back(trained: Setting) -> None:
    mine = check_in(trained, "I'm so tired").check_in
    first = take_up_lighter(trained, mine)
    assert first is not None
    assert take_up_lighter(trained, check_in_called(trained, mine.uuid)) == first
    chosen = check_in_called(trained, mine.uuid).chosen
    assert chosen is not None
    assert chosen.key == LESS
    assert check_in_state(later(trained, 8)).asks_whether_it_helped
    put_back_lighter(later(trained, 0.1), check_in_called(trained, mine.uuid))
    assert check_in_called(trained, mine.uuid).chosen is None
    assert trained.journal.plans.history()[-1].text == EASY_PLAN
    assert put_back_lighter(trained, check_in_called(trained, mine.uuid)) is None
