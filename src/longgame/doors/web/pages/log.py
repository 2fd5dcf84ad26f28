"""Log: a session set by set, with or without a signal. The page carries itself; these addresses take what it says.

Every change has a uuid that the device made, and saying it again says nothing new: a phone may send what it is not
sure arrived.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from longgame.app.log_day import log_day, log_day_to_json
from longgame.app.log_set import log_head, log_set, went_past
from longgame.app.reflect import reflect
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.pages.log_words import log_words
from longgame.doors.web.saying import say
from longgame.doors.web.visit import Visiting
from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import UNIT_BY_SYMBOL, Amount, Dimension
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.reflection import After, Before, Thought
from longgame.record.sets import Form, SetKind, StrengthSet

router = APIRouter()

Uuid = Annotated[str, Path(pattern="^[0-9a-f-]{8,40}$")]
Short = Annotated[str, Field(max_length=200)]
Words = Annotated[str, Field(max_length=10_000)]
Tenth = Annotated[int, Field(ge=0, le=10)]
Seconds = Annotated[float, Field(ge=0, le=400_000, allow_inf_nan=False)]
Metres = Annotated[float, Field(ge=0, le=2_000_000, allow_inf_nan=False)]


class _Sent(BaseModel):
    """What a device sends: only what is known here, and always with the moment it was said."""

    model_config = ConfigDict(extra="forbid")
    said_at: AwareDatetime


class HeadSent(_Sent):
    """A live session as a whole."""

    start: AwareDatetime
    sport: Sport
    planned: Short | None = None
    title: Short | None = None
    duration_s: Seconds | None = None
    distance_m: Metres | None = None
    rpe: Annotated[float, Field(ge=0, le=10)] | None = None
    note: Words | None = None


class SetSent(_Sent):
    """One set done; with `taken_back` there is none after all."""

    done_at: AwareDatetime
    taken_back: bool = False
    exercise: Short = ""
    reps: Annotated[int, Field(ge=0, le=10_000)] | None = None
    load: Annotated[Decimal, Field(ge=0, le=5000, max_digits=8)] | None = None
    unit: str = "kg"
    kind: SetKind = SetKind.WORK
    rir: Annotated[float, Field(ge=0, le=20)] | None = None
    rpe: Annotated[float, Field(ge=0, le=10)] | None = None
    form: Form | None = None
    clean_reps: Annotated[int, Field(ge=0, le=10_000)] | None = None
    duration_s: Seconds | None = None
    distance_m: Metres | None = None
    rest_s: Seconds | None = None
    superset: Short | None = None
    note: Words | None = None

    def as_set(self) -> StrengthSet:
        """The set in the journal's words; 422 for a unit that weighs nothing."""
        unit = UNIT_BY_SYMBOL.get(self.unit)
        if unit is None or unit.dimension is not Dimension.MASS:
            raise HTTPException(422)
        told = self.model_dump(exclude={"said_at", "done_at", "taken_back", "load", "unit"})
        return StrengthSet(load=None if self.load is None else Amount(self.load, unit), **told)


class PastSent(_Sent):
    """That somebody went on past the top of the day's bounds, and at what."""

    what: Short


class BeforeSent(_Sent):
    """Said before the start."""

    confidence: Tenth | None = None
    low_day: bool | None = None
    intention_confirmed: bool | None = None
    expected_rpe: Annotated[float, Field(ge=0, le=10)] | None = None


class ThoughtSent(_Sent):
    """A thought noticed between sets."""

    text: Annotated[str, Field(min_length=1, max_length=10_000)]
    at_s: Seconds | None = None
    at_set: Annotated[int, Field(ge=1, le=10_000)] | None = None
    met: Words | None = None
    acknowledged: bool = False


class AfterSent(_Sent):
    """Said at the end; all of it optional."""

    effort: Annotated[float, Field(ge=0, le=10)] | None = None
    presence: Tenth | None = None
    challenge: Tenth | None = None
    form: Form | None = None
    built: Words | None = None
    learned: Words | None = None
    pain: Tenth | None = None
    soreness: Tenth | None = None
    mood: Tenth | None = None
    stars: Annotated[int, Field(ge=0, le=5)] | None = None


@router.get("/log")
@kept
def log(visit: Visiting) -> Response:
    """The logger. What it shows lives in the browser, so that it opens where no server is in reach."""
    return visit.page("log.html", at="log", say=log_words(visit.words))


@router.get("/log/day.json")
@kept
def day(visit: Visiting) -> Response:
    """Today's promises as the logger needs them, and by how much this journal's clock differs from the machine's."""
    setting = visit.setting
    ahead = setting.clock.now() - datetime.now(UTC)
    told = log_day_to_json(log_day(setting, setting.today))
    for step in (step for session in told["sessions"] for step in session["steps"]):
        step["name"] = say(visit.words.language, step["name"])
        for target in step["targets"]:
            target |= {part: say(visit.words.language, target[part]) for part in ("name", "words")}
    return JSONResponse({**told, "clock_ahead_ms": round(ahead.total_seconds() * 1000)})


@router.put("/log/live/{session}")
def put_head(visit: Visiting, session: Uuid, sent: HeadSent) -> Response:
    """Begin a live session, or say it anew."""
    told = sent.model_dump(exclude={"planned"})
    head = LoggedHead(local_day=sent.start.date(), **told)
    planned = None if sent.planned is None else PlannedId(sent.planned)
    return _kept(log_head(visit.setting, SessionId(session), head, planned))


@router.put("/log/live/{session}/sets/{uuid}")
def put_set(visit: Visiting, session: Uuid, uuid: Uuid, sent: SetSent) -> Response:
    """Say one set, correct it or take it back."""
    done = None if sent.taken_back else sent.as_set()
    return _kept(log_set(visit.setting, SessionId(session), LoggedSet(uuid, sent.said_at, sent.done_at, done)))


@router.put("/log/live/{session}/past/{uuid}")
def put_past(visit: Visiting, session: Uuid, uuid: Uuid, sent: PastSent) -> Response:
    """Say that one went on past the top of today's bounds."""
    day = sent.said_at.date()
    return _kept(went_past(visit.setting, SessionId(session), uuid, sent.said_at, day, sent.what))


@router.put("/log/live/{session}/before/{uuid}")
def put_before(visit: Visiting, session: Uuid, uuid: Uuid, sent: BeforeSent) -> Response:
    """Say how it looks before the start."""
    return _said(visit, session, uuid, Before(**sent.model_dump()))


@router.put("/log/live/{session}/thoughts/{uuid}")
def put_thought(visit: Visiting, session: Uuid, uuid: Uuid, sent: ThoughtSent) -> Response:
    """Keep a thought."""
    return _said(visit, session, uuid, Thought(**sent.model_dump()))


@router.put("/log/live/{session}/after/{uuid}")
def put_after(visit: Visiting, session: Uuid, uuid: Uuid, sent: AfterSent) -> Response:
    """Close a session in words."""
    return _said(visit, session, uuid, After(**sent.model_dump()))


def _said(visit: Visiting, session: str, uuid: str, words: Before | Thought | After) -> Response:
    reflect(visit.setting, words, words.said_at.date(), SessionId(session), uuid)
    return _kept(True)


def _kept(new: bool) -> Response:
    """What a device needs to hear: it is on the disk now, or was before."""
    return JSONResponse({"kept": True, "new": new})
