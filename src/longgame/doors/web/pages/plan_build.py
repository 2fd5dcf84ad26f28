"""The plan by form: a session added or changed through fields, which write the same text that a person would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from longgame.app.own_words import parsed
from longgame.doors.web.pages.plan import LONGEST_PLAN, Text, editor
from longgame.doors.web.session_fields import ABOUTS, SPORTS, WEEKDAYS, session_of, step_rows
from longgame.doors.web.visit import Visit, Visiting
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.plan.building.editing import Edited, add_session, find, nothing_at, put_session, take_out
from longgame.plan.building.forms import SessionForm
from longgame.plan.building.reading import session_form
from longgame.plan.building.writing import session_text
from longgame.plan.model import Block, Entry, GoalLine, SessionLine
from longgame.plan.wording.lines import day_words
from longgame.purpose.intent import Intent

router = APIRouter(prefix="/plan/build")

Line = Annotated[int, Form(ge=0, le=100_000)]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session of a block, as the list of all names it."""

    line: int
    day: str
    title: str
    intent: Intent | None


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One block of the plan with its sessions."""

    line: int
    title: str
    sessions: tuple[SessionRow, ...]


@router.post("")
def build(visit: Visiting, text: Text) -> Response:
    """The sessions of a text, to choose one from or to add one to a block."""
    return _list(visit, text.replace("\r\n", "\n"))


def _list(visit: Visit, text: str, wrong: Diagnostic | None = None) -> Response:
    status = 200 if wrong is None else 409
    return visit.page("plan_build.html", at="plan", status=status, text=text, blocks=_blocks(text), wrong=wrong)


def _blocks(text: str) -> list[BlockRow]:
    entries = [entry for entry in parsed(text).walk() if isinstance(entry.content, Block)]
    return [BlockRow(entry.line, _title(entry), tuple(_sessions(entry))) for entry in entries]


def _title(entry: Entry) -> str:
    return entry.content.title or "" if isinstance(entry.content, Block | SessionLine) else ""


def _sessions(block: Entry) -> list[SessionRow]:
    return [
        SessionRow(one.line, day_words(one.content.day), _title(one), one.content.intent)
        for one in block.children
        if isinstance(one.content, SessionLine)
    ]


@router.post("/session")
def session(visit: Visiting, text: Text, line: Line = 0, block: Line = 0) -> Response:
    """The form of the session at a line, or an empty one for a block."""
    text = text.replace("\r\n", "\n")
    before = _before(text, line, block)
    return _list(visit, text, before) if isinstance(before, Diagnostic) else _form(visit, text, line, block, before)


def _before(text: str, line: int, block: int) -> SessionForm | Diagnostic:
    """The session as it stands, or an empty one to add to a block; why not, where the text has neither there."""
    found = find(text, line or block)
    if isinstance(found, Diagnostic):
        return found
    if line and isinstance(found.content, SessionLine):
        return session_form(found)
    if not line and isinstance(found.content, Block):
        return SessionForm("Mon", Intent.BASE.value, goals=tuple(_goals(text)[:1]))
    return nothing_at(line or block, "session" if line else "block")


def _goals(text: str) -> list[str]:
    return [entry.content.key for entry in parsed(text).walk() if isinstance(entry.content, GoalLine)]


def _form(
    visit: Visit, text: str, line: int, block: int, form: SessionForm, problems: tuple[Diagnostic, ...] = ()
) -> Response:
    return visit.page(
        "plan_session.html",
        at="plan",
        status=422 if problems else 200,
        text=text,
        line=line,
        block=block,
        form=form,
        rows=step_rows(form),
        problems=problems,
        days=WEEKDAYS if form.day in WEEKDAYS else (form.day, *WEEKDAYS),
        intents=tuple(Intent),
        goals=list(dict.fromkeys((*_goals(text), *form.goals))),
        abouts=ABOUTS,
        sports=SPORTS,
    )


async def _sent(request: Request) -> FormData:
    return await request.form(max_fields=4_000)


@router.post("/write")
def write(visit: Visiting, sent: Annotated[FormData, Depends(_sent)]) -> Response:
    """Write what the form says into the text, and show it in the editor; nothing is in use before."""
    fields = {name: value for name, value in sent.items() if isinstance(value, str)}
    text = fields.get("text", "").replace("\r\n", "\n")
    line, block = (int(fields[name]) if fields.get(name, "").isdecimal() else 0 for name in ("line", "block"))
    if len(text) > LONGEST_PLAN:
        raise HTTPException(413)
    before = _before(text, line, block)
    if isinstance(before, Diagnostic):
        return _list(visit, text, before)
    if fields.get("do") == "out":
        return _shown(visit, text, take_out(text, line))
    form = session_of(fields, [str(one) for one in sent.getlist("goals")], before)
    if fields.get("do") == "more":
        return _form(visit, text, line, block, form)
    built = session_text(form)
    wrong = tuple(one for one in built.diagnostics if one.severity is Severity.ERROR)
    if wrong:
        return _form(visit, text, line, block, form, wrong)
    return _shown(visit, text, put_session(text, line, built.text) if line else add_session(text, block, built.text))


def _shown(visit: Visit, text: str, made: Edited) -> Response:
    """The text after the change in its editor, with the change beside it; why not, where it cannot be made."""
    return editor(visit, made.text, made.difference) if made.is_made else _list(visit, text, made.diagnostics[0])
