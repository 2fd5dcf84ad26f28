"""The plan: its text with what is wrong as one types, a preview, templates, and every version there was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, HTTPException, UploadFile
from starlette.responses import Response

from longgame.app.carry_workouts import Foreign, carry_in, carry_out
from longgame.app.new_plan import PlanTemplate, new_plan, templates, with_why
from longgame.app.own_words import parsed, words_today
from longgame.app.pages.steps import step_rows
from longgame.app.show_plan import weeks_of
from longgame.app.write_plan import CheckedPlan, check_plan, checked_to_json, formatted, use_plan
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.saying import say, say_hint
from longgame.doors.web.visit import Visit, Visiting
from longgame.kernel.diagnostics import Diagnostic
from longgame.plan.diff import Change, compare
from longgame.plan.language.assist import complete
from longgame.store.entries import PlanVersion

router = APIRouter(prefix="/plan")

LONGEST_PLAN = 400_000
PREVIEW_WEEKS = 8
Text = Annotated[str, Form(max_length=LONGEST_PLAN)]
Begin = Annotated[Literal["use", "edit"], Form()]
Week = Annotated[Literal["this", "next"], Form()]
NAME = "plan"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the plan as the history shows it: what it changed against the one before."""

    plan: PlanVersion
    changes: tuple[Change, ...]
    in_force: bool


@router.get("")
@kept
def plan(visit: Visiting) -> Response:
    """The plan in force in its editor, or the ways to begin one."""
    in_force = _in_force(visit)
    if in_force is None:
        return visit.page("plan_begin.html", at="plan", templates=templates())
    return editor(visit, in_force.text)


@router.get("/templates")
@kept
def all_templates(visit: Visiting) -> Response:
    """The templates, each for a real situation."""
    return visit.page("plan_begin.html", at="plan", templates=templates())


@router.get("/templates/{name}")
@kept
def one_template(visit: Visiting, name: str) -> Response:
    """What a template makes of its first weeks, and the way to use it.

    It begins this week, or the next one where days of its first week have gone by: nobody promised those.
    """
    chosen, today = _template(name), visit.setting.today
    mondays = (_monday(visit), _monday(visit) + timedelta(days=7))
    weeks = weeks_of(visit.setting, with_why(new_plan(chosen, mondays[0]), ""))
    late = any(one.day < today for one in weeks[0].sessions)
    if late:
        weeks = weeks_of(visit.setting, with_why(new_plan(chosen, mondays[1]), ""))
    told: dict[str, Any] = {
        "chosen": chosen,
        "mondays": mondays,
        "late": late,
        "weeks": weeks[:PREVIEW_WEEKS],
        "step_rows": step_rows,
    }
    return visit.page("plan_template.html", at="plan", **told)


@router.post("/templates/{name}")
def begin(
    visit: Visiting, name: str, then: Begin, week: Week = "this", why: Annotated[str, Form(max_length=300)] = ""
) -> Response:
    """Begin a template for a reason of one's own: use it at once, or open its text first."""
    monday = _monday(visit) + timedelta(days=7 if week == "next" else 0)
    text = with_why(new_plan(_template(name), monday), why)
    return editor(visit, text) if then == "edit" else use(visit, text)


def _template(name: str) -> PlanTemplate:
    found = next((one for one in templates() if one.name == name), None)
    if found is None:
        raise HTTPException(404)
    return found


def _monday(visit: Visit) -> date:
    """The Monday of the present week."""
    return visit.setting.today - timedelta(days=visit.setting.today.weekday())


@router.get("/empty")
@kept
def empty(visit: Visiting) -> Response:
    """An editor with nothing but the first line."""
    return editor(visit, "longgame plan 1\n\n")


@router.post("/edit")
def edit(visit: Visiting, text: Text) -> Response:
    """A text from elsewhere in the editor."""
    return editor(visit, text)


@router.post("/check")
def check(visit: Visiting, text: Text) -> Response:
    """What is wrong with a text, and the weeks it makes; scripts get JSON with the preview as a fragment."""
    text = _lines(text)
    if "text/html" in visit.request.headers.get("accept", ""):
        return editor(visit, text)
    checked = check_plan(NAME, text, words_today(visit.setting))
    preview = visit.render("plan_preview.html", at="plan", **_preview(visit, text))
    told = [_in_words(visit, one) for one in checked_to_json(checked)]
    return visit.json({"diagnostics": told, "preview": preview})


def _in_words(visit: Visit, diagnostic: dict[str, Any]) -> dict[str, Any]:
    """A diagnostic as JSON, what it says in the athlete's language."""
    language, hint = visit.words.language, diagnostic["hint"]
    return {
        **diagnostic,
        "message": say(language, diagnostic["message"]),
        "hint": hint and say_hint(language, hint),
    }


@router.post("/format")
def lay_out(visit: Visiting, text: Text) -> Response:
    """The text in its canonical form."""
    return visit.json({"text": formatted(_lines(text))})


@router.post("")
def use(visit: Visiting, text: Text) -> Response:
    """Make this text the plan in force from now on; what was planned for earlier days stays."""
    use_plan(visit.setting, NAME, _lines(text))
    return visit.go("/")


@router.post("/complete")
def offer(
    visit: Visiting, text: Text, line: Annotated[int, Form(ge=1)], column: Annotated[int, Form(ge=1)]
) -> Response:
    """What could stand at a place of the text."""
    offers = [
        {"label": one.label, "insert": one.insert, "kind": one.kind.value, "says": one.says, "from": one.span.column}
        for one in complete(_lines(text), line, column)
    ]
    return visit.json({"offers": offers})


@router.post("/carry")
async def carry(visit: Visiting, file: UploadFile) -> Response:
    """Plan text of a workout file, in the editor behind the text of the plan in force."""
    data = await file.read(LONGEST_PLAN)
    made = carry_in(visit.setting, file.filename or "workout", data)
    texts = [one.text for one in made if one.text]
    if not texts:
        problems = [one for part in made for one in part.diagnostics]
        return visit.page("not_carried.html", at="plan", status=422, problems=problems)
    return editor(visit, "\n".join(texts))


@dataclass(frozen=True, slots=True)
class Way:
    """One format a day's session can be taken along in, and what it cannot say."""

    to: Foreign
    number: int
    name: str
    losses: tuple[Diagnostic, ...]


@router.get("/take/{day}")
@kept
def take(visit: Visiting, day: date) -> Response:
    """The sessions of one day for a watch, a trainer or another program, each with what is lost on the way."""
    in_force = _in_force(visit)
    text = "" if in_force is None else in_force.text
    ways = [
        Way(to, number, one.name, one.exported.diagnostics)
        for to in Foreign
        for number, one in enumerate(carry_out(visit.setting, NAME, text, to, day))
        if one.data
    ]
    if not ways:
        raise HTTPException(404)
    return visit.page("take_along.html", at="plan", day=day, ways=ways)


@router.get("/export/{to}")
def export(visit: Visiting, to: Foreign, on: date | None = None, number: int = 0) -> Response:
    """The plan, or one session of one day of it, for another program."""
    in_force = _in_force(visit)
    made = () if in_force is None else carry_out(visit.setting, NAME, in_force.text, to, on)
    if not 0 <= number < len(made):
        raise HTTPException(404)
    one = made[number]
    named = f"attachment; filename*=UTF-8''{quote(one.name, safe='')}"
    return Response(one.data, media_type="application/octet-stream", headers={"content-disposition": named})


@router.get("/versions")
@kept
def versions(visit: Visiting) -> Response:
    """Every version there was, the latest first, with what each changed in words."""
    history = visit.setting.journal.plans.history()
    in_force = _in_force(visit)
    before: list[PlanVersion | None] = [None, *history]
    found = [
        Version(one, () if old is None else compare(parsed(old.text), parsed(one.text)), one == in_force)
        for old, one in zip(before, history, strict=False)
    ]
    return visit.page("plan_versions.html", at="plan", versions=found[::-1])


@router.get("/versions/{text_hash}")
@kept
def one_version(visit: Visiting, text_hash: str) -> Response:
    """The text of a version in the editor, to look at or to use again."""
    found = next((one for one in visit.setting.journal.plans.history() if one.hash == text_hash), None)
    if found is None:
        raise HTTPException(404)
    return editor(visit, found.text)


def _in_force(visit: Visit) -> PlanVersion | None:
    """The version in force; the first one where the app shows a day before any was used."""
    plans = visit.setting.journal.plans
    return plans.at(visit.setting.clock.now()) or next(iter(plans.history()), None)


def _lines(text: str) -> str:
    """The text with the line ends that plans have; browsers send others."""
    return text.replace("\r\n", "\n")


def editor(visit: Visit, text: str, difference: str = "") -> Response:
    """A text in the editor; `difference` is what a form has just changed in it."""
    text = _lines(text)
    checked: CheckedPlan = check_plan(NAME, text, words_today(visit.setting))
    problems = checked_to_json(checked)
    told = {**_preview(visit, text), "in_force": _in_force(visit) is not None}
    return visit.page("plan.html", at="plan", text=text, problems=problems, difference=difference, **told)


def _preview(visit: Visit, text: str) -> dict[str, Any]:
    """The weeks that a text makes, from the present one on."""
    weeks = weeks_of(visit.setting, text)
    monday = _monday(visit)
    coming = [week for week in weeks if week.monday >= monday] or list(weeks)
    return {"weeks": coming[:PREVIEW_WEEKS], "step_rows": step_rows}
