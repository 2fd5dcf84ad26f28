"""The inner game: `mind …` and `checkin`. Private words are printed where they were asked for, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.day import Day, a_day
from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.mind.check_in import CheckInState
    from longgame.app.setting import Setting
    from longgame.mind.patterns import Pattern
    from longgame.mind.support.practice import Need

Uuid = Annotated[str, typer.Argument(help="Its id, or the beginning of it.")]
PatternOption = Annotated[str | None, typer.Option(help="Such as comparison or self-criticism.")]


def register(app: typer.Typer) -> None:
    """Add the commands of the inner game."""
    mind = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)
    mind.callback()(overview)
    mind.command(help="The thoughts of the last weeks, or one with its answer: mind thoughts [ID].")(thoughts)
    mind.command(help="How often each pattern was noticed and met.")(patterns)
    mind.command(help="Say which patterns a thought has; it is learned from, on this machine only.")(correct)
    mind.command(help="Keep how you met a thought, in your words; without words it was acknowledged.")(meet)
    mind.command(help="Erase a thought for good, with how it was named and met.")(erase)
    mind.command(help="If-then plans with their use, and what is worth one.")(plans)
    mind.command(help="Make an if-then plan: mind plan MOMENT ACT.")(plan)
    mind.command(help="Note that a plan's moment came: whether the act was done, and whether it helped.")(used)
    mind.command(help="Take an if-then plan back.")(drop)
    mind.command(help="The practices there are, with sources, all or for one need.")(practices)
    mind.command(help="A letter to yourself about one month, from facts in the journal: --md or --html FILE.")(letter)
    app.add_typer(mind, name="mind")
    app.command()(checkin)


def overview(context: typer.Context) -> None:
    """Print the page of the mind."""
    if context.invoked_subcommand is not None:
        return
    from longgame.app.mind.overview import mind_page
    from longgame.app.mind.overview_words import page_to_json, page_words

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        page = mind_page(setting)
        asked.answer(page_to_json(page), page_words(page))


def thoughts(
    context: typer.Context, which: Annotated[str | None, typer.Argument(help="One thought's id.")] = None
) -> None:
    """Print thoughts; one by itself with its answer."""
    from longgame.app.mind.answer import answer_to, answer_to_json, thought_to_json, thought_words
    from longgame.app.mind.thoughts import thought
    from longgame.app.mind.thoughts import thoughts as kept

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if which is None:
            every = kept(setting)
            lines = [line for one in every for line in thought_words(one)]
            asked.answer([thought_to_json(one) for one in every], lines or ["No thought was kept yet."])
            return
        try:
            found = thought(setting, which)
        except LookupError as missing:
            asked.refuse(str(missing))
        answer = answer_to(setting, found)
        asked.answer(answer_to_json(found, answer), [*thought_words(found), *(f"  {line}" for line in answer.says)])


def patterns(context: typer.Context) -> None:
    """Print how often each pattern was noticed."""
    from longgame.app.mind.overview import patterns_of_season
    from longgame.app.mind.overview_words import patterns_to_json, patterns_words

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = patterns_of_season(setting)
        asked.answer(patterns_to_json(found), patterns_words(found))


def correct(
    context: typer.Context,
    which: Uuid,
    named: Annotated[
        list[str] | None, typer.Argument(help="Patterns it has; `none`, or nothing, for no pattern.")
    ] = None,
) -> None:
    """Keep the athlete's own word on a thought's patterns."""
    from longgame.app.mind.answer import thought_to_json, thought_words
    from longgame.app.mind.thoughts import correct_thought

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            chosen = [_pattern(one) for one in named or [] if one != "none"]
            found = correct_thought(setting, which, chosen)
        except (LookupError, ValueError) as wrong:
            asked.refuse(str(wrong))
        asked.answer(thought_to_json(found), thought_words(found))


def meet(
    context: typer.Context,
    which: Uuid,
    words: Annotated[str | None, typer.Argument(help="Your answer to it.")] = None,
) -> None:
    """Keep how a thought was met."""
    from longgame.app.mind.answer import thought_to_json, thought_words
    from longgame.app.mind.thoughts import meet_thought

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            found = meet_thought(setting, which, words)
        except LookupError as missing:
            asked.refuse(str(missing))
        asked.answer(thought_to_json(found), thought_words(found))


def erase(context: typer.Context, which: Uuid) -> None:
    """Erase a thought."""
    from longgame.app.mind.thoughts import erase_thought

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            gone = erase_thought(setting, which)
        except LookupError as missing:
            asked.refuse(str(missing))
        asked.answer({"erased": gone}, ["Erased; its words are gone."])


def plans(context: typer.Context) -> None:
    """Print if-then plans and proposals."""
    from longgame.app.mind.plans import plan_to_json, proposal_to_json, proposed_plans, tracked_plans
    from longgame.app.mind.thoughts import thoughts as kept

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        mine, worth = tracked_plans(setting), proposed_plans(setting, kept(setting))
        lines = [f"{one.says}  [{one.plan.uuid}]" for one in mine]
        lines += [f"Worth a plan? {one.says} {one.because}" for one in worth]
        payload = {"plans": [plan_to_json(one) for one in mine], "proposals": [proposal_to_json(one) for one in worth]}
        asked.answer(payload, lines or ["No if-then plan yet: longgame mind plan MOMENT ACT"])


def plan(
    context: typer.Context,
    moment: Annotated[str, typer.Argument(help="The moment, as you would meet it: “I look at the next lane”.")],
    act: Annotated[str, typer.Argument(help="One small act: “I count my next four breaths out”.")],
    pattern: PatternOption = None,
) -> None:
    """Make an if-then plan."""
    from longgame.app.mind.plans import make_plan, plan_to_json, tracked_plans

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            made = make_plan(setting, moment, act, None if pattern is None else _pattern(pattern))
        except ValueError as wrong:
            asked.refuse(str(wrong))
        found = next(one for one in tracked_plans(setting) if one.plan.uuid == made.uuid)
        asked.answer(plan_to_json(found), [f"{made.says}  [{made.uuid}]"])


def used(
    context: typer.Context,
    which: Uuid,
    done: Annotated[bool, typer.Option(help="Whether the act was done.")] = True,
    helped: Annotated[bool | None, typer.Option(help="Whether it helped.")] = None,
    on: Day = None,
) -> None:
    """Note the use of a plan."""
    from longgame.app.mind.plans import plan_to_json, use_plan

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            found = use_plan(setting, which, done, helped, a_day(asked, on, setting.today))
        except LookupError as missing:
            asked.refuse(str(missing))
        asked.answer(plan_to_json(found), [found.says])


def drop(context: typer.Context, which: Uuid) -> None:
    """Take a plan back."""
    from longgame.app.mind.plans import drop_plan

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            drop_plan(setting, which)
        except LookupError as missing:
            asked.refuse(str(missing))
        asked.answer({"dropped": which}, ["Taken back; its words are gone."])


def practices(
    context: typer.Context, need: Annotated[str | None, typer.Argument(help="One need, such as sleep.")] = None
) -> None:
    """Print the library of practices."""
    from longgame.app.mind.check_in_words import practice_to_json, practice_words
    from longgame.mind.support.library import PRACTICES, practices_for

    asked = terminal(context)
    found = PRACTICES if need is None else practices_for(_need(asked, need))
    asked.answer([practice_to_json(one) for one in found], [line for one in found for line in practice_words(one)])


def letter(
    context: typer.Context,
    month: Annotated[str | None, typer.Argument(help="A month as 2026-11; this one when not given.")] = None,
    md: Annotated[Path | None, typer.Option(help="Write it here as Markdown.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write it here as a page.")] = None,
) -> None:
    """Print or write the monthly letter."""
    from longgame.app.mind.letter import letter_for

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        made = letter_for(setting, _month(asked, month, setting.today))
        for file, text in ((md, made.markdown()), (html, made.html())):
            if file is not None:
                _write(asked, file, text)
        asked.answer({"title": made.title, "markdown": made.markdown()}, [made.markdown()])
    asked.close()


def checkin(
    context: typer.Context,
    answer: Annotated[str | None, typer.Argument(help="What you could use support with, in your own words.")] = None,
    need: Annotated[list[str] | None, typer.Option(help="The need you mean, in place of what was heard.")] = None,
    choose: Annotated[str | None, typer.Option(help="Take this practice for the week.")] = None,
    helped: Annotated[
        bool | None, typer.Option("--helped/--not-helped", help="Whether last week's practice helped.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(help="Keep this note for your coach; '' keeps the one that was offered.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Make the change of the plan that was offered.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put the plan back as it was before that change.")] = False,
) -> None:
    """Ask, answer, choose, take up a lighter session, or say whether it helped."""
    from longgame.app.mind.check_in import check_in, check_in_state
    from longgame.app.mind.check_in_words import reply_to_json, reply_words, state_to_json, state_words
    from longgame.mind.support.practice import Need

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if answer is not None:
            wanted = tuple(_need(asked, one) for one in need or [])
            try:
                reply = check_in(setting, answer, wanted)
            except ValueError as wrong:
                asked.refuse(str(wrong))
            asked.answer(reply_to_json(reply), reply_words(reply, tuple(one.value for one in Need)))
            return
        if accept or undo:
            _lighter(asked, setting, check_in_state(setting), undo)
            return
        _follow_up(asked, setting, check_in_state(setting), choose, helped, note)
        state = check_in_state(setting)
        asked.answer(state_to_json(state), state_words(state))


def _follow_up(
    asked: Terminal,
    setting: Setting,
    state: CheckInState,
    choose: str | None,
    helped: bool | None,
    note: str | None,
) -> None:
    from longgame.app.mind.check_in import choose_practice, say_whether_it_helped, write_to_coach

    try:
        if helped is not None:
            if state.waiting is None:
                raise LookupError("no practice waits for an answer; `longgame checkin --choose` takes one for the week")
            say_whether_it_helped(setting, state.waiting.uuid, helped)
        if (choose is not None or note is not None) and state.last is None:
            raise LookupError('answer first: longgame checkin "in your own words"')
        if choose is not None and state.last is not None:
            choose_practice(setting, state.last.uuid, choose)
        if note is not None and state.last is not None:
            write_to_coach(setting, state.last.uuid, note)
    except (LookupError, ValueError) as refused:
        asked.refuse(str(refused))


def _lighter(asked: Terminal, setting: Setting, state: CheckInState, undo: bool) -> None:
    """Take up the lighter session of the last answer, or put the plan back."""
    from longgame.app.accept_step import NotAccepted
    from longgame.app.accepted_words import accepted_to_json, accepted_words
    from longgame.app.mind.check_in import put_back_lighter, take_up_lighter

    if state.last is None:
        asked.refuse('Answer first: longgame checkin "in your own words"')
    try:
        done = (put_back_lighter if undo else take_up_lighter)(setting, state.last)
    except NotAccepted as refused:
        asked.refuse(f"Nothing was changed: {refused}.")
    if done is None:
        asked.refuse("Nothing was changed: the last answer has no change of the plan that could be.")
    asked.answer(accepted_to_json(done, undo), accepted_words(done, undo))


def _pattern(written: str) -> Pattern:
    from longgame.mind.patterns import pattern_named

    return pattern_named(written)


def _need(asked: Terminal, written: str) -> Need:
    from longgame.mind.support.practice import Need

    try:
        return Need(written)
    except ValueError:
        asked.refuse(f"{written!r} is no need; there are {', '.join(one.value for one in Need)}")


def _month(asked: Terminal, written: str | None, today: date) -> date:
    if written is None:
        return today
    try:
        return date.fromisoformat(f"{written}-01")
    except ValueError:
        asked.refuse(f"{written!r} is no month; write it as 2026-11")


def _write(asked: Terminal, file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as refused:
        asked.wrong(f"{file}: cannot be written: {refused.strerror}")
