"""What a person reads when something is not there, not understood, busy or broken."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from longgame.doors.web.guard import log_fault
from longgame.doors.web.language import N_
from longgame.doors.web.visit import visit_of
from longgame.store.port import VaultLocked

SAYS = {
    400: (N_("That could not be read"), N_("What was sent is not what this page expects. Nothing was changed.")),
    403: (
        N_("That did not come from here"),
        N_("Changes are taken only from longgame's own pages, open in this browser. Nothing was changed."),
    ),
    404: (N_("There is nothing here"), N_("The page or session you asked for is not in this journal.")),
    405: (N_("That is not done here"), N_("This address shows or takes something else. Nothing was changed.")),
    409: (
        N_("That has moved on"),
        N_("The plan or the day has changed since this was shown. Reload that page and look again."),
    ),
    413: (N_("That is too large"), N_("More was sent than is taken at once. Nothing of it was kept.")),
    421: (
        N_("Not under this name"),
        N_("longgame answers to this machine alone. Open it under the address it printed when it started."),
    ),
    422: (
        N_("Something is missing or out of range"),
        N_("One of the fields could not be understood. Go back, and look at it once more; nothing was changed."),
    ),
    500: (
        N_("Something went wrong on our side"),
        N_("The journal is as it was. Try again; if it stays, restart longgame and look at what it prints."),
    ),
    503: (
        N_("The journal is busy"),
        N_("Something else is writing to it, such as a large import. Nothing was lost; try again in a moment."),
    ),
}


LOCKED = N_("The journal is locked")
LOCKED_SAYS = N_("Private words open with your passphrase; they stay open until you lock them or longgame ends.")


def _before(request: Request) -> str:
    """The page that a refused change was made on."""
    told = urlsplit(request.headers.get("referer", ""))
    return told.path if told.netloc == request.url.netloc else "/"


async def problem(request: Request, status: int) -> Response:
    """The page (or, for scripts, the JSON) that tells of a problem."""
    status = status if status in SAYS else 500
    title, says = SAYS[status]
    visit = visit_of(request)
    if "text/html" not in request.headers.get("accept", "text/html"):
        return JSONResponse({"problem": visit.words(title), "says": visit.words(says)}, status)
    return visit.page("problem.html", at="", status=status, code=status, title=title, says=says)


def answer_problems(app: FastAPI) -> None:
    """Have every problem that is foreseen answered by its page; the guard takes the others."""

    async def known(request: Request, fault: Exception) -> Response:
        return await problem(request, fault.status_code if isinstance(fault, HTTPException) else 500)

    async def not_understood(request: Request, _fault: Exception) -> Response:
        return await problem(request, 422)

    async def busy(request: Request, fault: Exception) -> Response:
        log_fault(fault)
        return await problem(request, 503 if "locked" in str(fault) else 500)

    async def locked(request: Request, _fault: Exception) -> Response:
        visit = visit_of(request)
        if "text/html" not in request.headers.get("accept", "text/html"):
            return JSONResponse({"problem": visit.words(LOCKED), "says": visit.words(LOCKED_SAYS)}, 403)
        return visit.page("unlock.html", at="", status=403, back=_before(request), wrong=False)

    app.add_exception_handler(HTTPException, known)
    app.add_exception_handler(VaultLocked, locked)
    app.add_exception_handler(RequestValidationError, not_understood)
    app.add_exception_handler(OperationalError, busy)
