"""`longgame serve`: the web app for this machine. The app is a program of its own that is started here by its name."""

from __future__ import annotations

import os
import socket
import sys
from typing import Annotated

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import JOURNAL_VARIABLE, open_setting

APP = "longgame.doors.web.main:from_environment"
ON_VARIABLE = "LONGGAME_ON"
LOOPBACK = "127.0.0.1"


def register(app: typer.Typer) -> None:
    """Add the serve command."""
    app.command()(serve)


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port; 0 takes any that is free.")] = 8484,
    on: Annotated[str | None, typer.Option("--on", help="Show this day as today, as YYYY-MM-DD.")] = None,
) -> None:
    """Serve the journal on the loopback address until stopped."""
    import uvicorn

    from longgame.doors.cli.day import a_day

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        day = None if on is None else a_day(asked, on, setting.today)
    if asked.folder:
        os.environ[JOURNAL_VARIABLE] = str(asked.folder)
    if day is not None:
        os.environ[ON_VARIABLE] = day.isoformat()
    with _listening(asked, port) as listener:
        address = f"http://{LOOPBACK}:{listener.getsockname()[1]}/"
        asked.answer({"address": address}, [f"longgame is open at {address}", "Ctrl-C closes it."])
        sys.stdout.flush()
        config = uvicorn.Config(APP, factory=True, access_log=False, log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


def _listening(asked: Terminal, port: int) -> socket.socket:
    try:
        listener = socket.create_server((LOOPBACK, port))
        # Connections take this over: an answer in two pieces must not wait 40 ms for the first to be confirmed.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as taken:
        hint = "name another one with --port, or 0 for any that is free"
        asked.refuse(f"port {port} cannot be used: {taken.strerror}\n  hint: {hint}")
