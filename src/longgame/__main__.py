"""`python -m longgame` is the command line."""

from longgame.doors.cli.main import run

run()
