"""The day: `today`, `reflect`, and the facts and excuses that plan words and promises lean on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.setting import Setting
    from longgame.record.reflection import After, Before, Said, Thought
    from longgame.record.sets import Form

Day = Annotated[str | None, typer.Option("--on", help="The day, as YYYY-MM-DD; today when not given.")]
SessionOption = Annotated[str | None, typer.Option(help="The session's id, when the day has several.")]
Confidence = Annotated[int | None, typer.Option(min=0, max=10, help="Before: confidence in the intention, 0–10.")]
LowDay = Annotated[bool | None, typer.Option(help="Before: is it a low day?")]
Intention = Annotated[bool | None, typer.Option(help="Before: the intention is clear and confirmed.")]
ExpectedEffort = Annotated[float | None, typer.Option(min=0, max=10, help="Before: the effort you expect, CR10.")]
Adaptation = Annotated[str | None, typer.Option(help="Before: plan text to put in the day's place.")]
ThoughtOption = Annotated[str | None, typer.Option(help="During: a thought you noticed.")]
Met = Annotated[str | None, typer.Option(help="During: how you answered the thought.")]
AtSet = Annotated[int | None, typer.Option(min=1, help="During: at which set.")]
AtMinute = Annotated[float | None, typer.Option(min=0, help="During: at which minute.")]
Effort = Annotated[float | None, typer.Option(min=0, max=10, help="After: session effort, CR10.")]
Presence = Annotated[int | None, typer.Option(min=0, max=10, help="After: how present you were.")]
Challenge = Annotated[int | None, typer.Option(min=0, max=10, help="After: how challenging it was.")]
FormOption = Annotated[str | None, typer.Option(help="After: clean, fading or broke-down.")]
Pain = Annotated[int | None, typer.Option(min=0, max=10, help="After: pain, 0–10.")]
Mood = Annotated[int | None, typer.Option(min=0, max=10, help="After: mood, 0–10.")]
Built = Annotated[str | None, typer.Option(help="After: what it built.")]
Learned = Annotated[str | None, typer.Option(help="After: what you learned.")]
Stars = Annotated[int | None, typer.Option(min=0, max=5, help="After: your own satisfaction; never scored.")]


def register(app: typer.Typer) -> None:
    """Add the commands of the day."""
    app.command()(today)
    app.command()(reflect)
    app.command()(fact)
    app.command()(excuse)
    app.command()(zone)


def a_day(asked: Terminal, written: str | None, otherwise: date) -> date:
    """The day a person named; `today` and `yesterday` are understood."""
    if written is None or written == "today":
        return otherwise
    if written == "yesterday":
        return otherwise - timedelta(days=1)
    try:
        return date.fromisoformat(written)
    except ValueError:
        asked.refuse(f"{written!r} is no day; write it as 2026-11-23")


def today(context: typer.Context, on: Day = None) -> None:
    """Print the day's card."""
    from longgame.app.today import card_of_day, card_to_json, card_words

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        card = card_of_day(setting, a_day(asked, on, setting.today))
        asked.answer(card_to_json(card), card_words(card))


def reflect(
    context: typer.Context,
    on: Day = None,
    session: SessionOption = None,
    confidence: Confidence = None,
    low_day: LowDay = None,
    intention: Intention = None,
    expect: ExpectedEffort = None,
    adapt: Adaptation = None,
    thought: ThoughtOption = None,
    met: Met = None,
    at_set: AtSet = None,
    at_minute: AtMinute = None,
    effort: Effort = None,
    presence: Presence = None,
    challenge: Challenge = None,
    form: FormOption = None,
    pain: Pain = None,
    mood: Mood = None,
    built: Built = None,
    learned: Learned = None,
    stars: Stars = None,
) -> None:
    """Keep whatever was said; each option belongs to before, during or after."""
    from longgame.record.reflection import After, Before, Thought

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        day, now = a_day(asked, on, setting.today), setting.clock.now()
        said: list[Before | Thought | After] = [
            Before(now, confidence, low_day, intention, expect, adapt),
            After(now, effort, presence, challenge, a_form(asked, form), built, learned, pain, None, mood, stars),
        ]
        if thought is not None:
            said.append(Thought(now, thought, None if at_minute is None else at_minute * 60, at_set, met))
        _keep(asked, setting, said, day, session)


def _keep(
    asked: Terminal, setting: Setting, said: list[Before | Thought | After], day: date, session: str | None
) -> None:
    from longgame.app.reflect import reflect as keep
    from longgame.app.reflect import says_something
    from longgame.kernel.ids import SessionId

    about = SessionId(session) if session else None
    kept = [keep(setting, words, day, about) for words in said if says_something(words)]
    if not kept:
        asked.refuse("nothing was said; `longgame reflect --help` lists what can be")
    payload = [{"uuid": one.uuid, "day": one.day.isoformat(), "session": one.session} for one in kept]
    answers, words = _answers(setting, kept)
    asked.answer({"said": payload, "answers": answers}, [f"Kept for {day.isoformat()}.", *words])


def _answers(setting: Setting, kept: list[Said]) -> tuple[list[dict[str, Any]], list[str]]:
    """What is said back to the thoughts among the words: pattern, turned-round question, a fact; or ways to help."""
    from longgame.app.mind.answer import answer_to, answer_to_json
    from longgame.app.mind.thoughts import thought
    from longgame.record.reflection import Thought

    found = [thought(setting, one.uuid) for one in kept if isinstance(one.words, Thought)]
    answers = [(one, answer_to(setting, one)) for one in found]
    return [answer_to_json(one, said) for one, said in answers], [line for _, said in answers for line in said.says]


def a_form(asked: Terminal, written: str | None) -> Form | None:
    """The form a person named, with a dash where its words have a space."""
    from longgame.record.sets import Form

    if written is None:
        return None
    words = {form.value.replace(" ", "-"): form for form in Form}
    if written not in words:
        asked.refuse(f"{written!r} is no form; say one of {', '.join(words)}")
    return words[written]


def fact(
    context: typer.Context,
    kind: Annotated[str | None, typer.Argument(help="Such as threshold_hr; left out, all facts are listed.")] = None,
    value: Annotated[float | None, typer.Argument(help="In bpm, W, m/s or kg, as the kind has it.")] = None,
    since: Annotated[str | None, typer.Option(help="From which day on it holds; today when not given.")] = None,
    about: Annotated[str | None, typer.Option(help="The exercise, for one_rep_max.")] = None,
) -> None:
    """Keep a dated fact about the athlete, or list those kept."""
    from longgame.app.profile import facts_to_json, facts_words, tell_fact

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if kind is not None and value is not None:
            try:
                tell_fact(setting, kind, value, a_day(asked, since, setting.today), about)
            except ValueError as wrong:
                asked.refuse(str(wrong))
        elif kind is not None:
            asked.refuse(f"what is the value of {kind}? Write it as: longgame fact {kind} NUMBER")
        asked.answer(facts_to_json(setting), facts_words(setting))


def excuse(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="ill, injured or away.")],
    first: Annotated[str, typer.Argument(help="The first day, as YYYY-MM-DD.")],
    last: Annotated[str | None, typer.Argument(help="The last day; the first when not given.")] = None,
    note: Annotated[str | None, typer.Option(help="Anything you want to remember about it.")] = None,
) -> None:
    """Keep an excuse: on these days nothing was due, and nothing counts as missed."""
    from longgame.app.profile import be_excused

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        start = a_day(asked, first, setting.today)
        end = a_day(asked, last, start) if last else start
        try:
            be_excused(setting, kind, start, end, note)
        except ValueError as wrong:
            asked.refuse(str(wrong))
        asked.answer(
            {"kind": kind, "first": start.isoformat(), "last": end.isoformat()},
            [f"Nothing is due from {start.isoformat()} to {end.isoformat()}."],
        )


def zone(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="An IANA name; left out, the present one is shown.")] = None,
) -> None:
    """Set or show the journal's home zone; readers of local times lean on it from the next import on."""
    from longgame.app.setting import live_in

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if name is not None:
            try:
                live_in(setting, name)
            except ValueError as wrong:
                asked.refuse(str(wrong))
        asked.answer({"zone": str(setting.zone)}, [str(setting.zone)])
