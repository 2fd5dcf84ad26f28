"""Logging on the command line, in the words of a plan."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.command_line import CommandLine


def test_a_session_is_logged_in_words_up_to_the_top_of_its_bounds(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    plan = tmp_path / "bar.plan"
    plan.write_text(
        'longgame plan 1\n\nblock "B"  2026-11-23 .. 2026-11-29\n  Wed "Bar"  strength\n    Pull-up  2 x 4..6\n',
        "utf-8",
    )
    line("plan", "use", str(plan))
    wednesday = ("--on", "2026-11-25", "--start", "18:30")
    assert line("log", *wednesday).out == "Bar — strength\n  Pull-up  2 x 4..6\n"
    first = line("log", "Pull-up  2 x 5  rir 2", *wednesday, "--json").json
    assert (first["title"], first["day_at_top"], [one["reps"] for one in first["sets"]]) == ("Bar", True, [5, 5])
    beyond = line("log", "Pull-up  1 x 5", *wednesday)
    assert (beyond.code, beyond.err.splitlines()[0]) == (
        1,
        "You are at the top of today's bounds for Pull-up. Stop here, and this is a full success.",
    )
    assert "Beyond today's bounds: Pull-up" in line("log", "Pull-up  1 x 5", "--past", *wednesday).out
    assert line("log", "--undo", *wednesday).out == "Taken back: Pull-up 5 reps.\n"
    assert line("log", "--took", "25", *wednesday).code == 0
    assert line("log", "--took", "25", *wednesday).code == 1
    (review,) = [line("review", "2026-11-25", "--json").json]
    assert (review["planned"]["title"], review["session"]["start"][:16]) == ("Bar", "2026-11-25T18:30")
