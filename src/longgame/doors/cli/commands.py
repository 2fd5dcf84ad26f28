"""The commands there are, and the help that lists them. Nothing is loaded for it, so a person who asks waits least."""

from __future__ import annotations

import os
from collections.abc import Iterator
from textwrap import wrap
from typing import Final, NamedTuple


class Entry(NamedTuple):
    """A command's line in the help: the module that registers it, and what it does."""

    module: str
    help: str


SECTIONS: Final[dict[str, dict[str, Entry]]] = {
    "Every day": {
        "today": Entry("day", "What today calls for, why, and whether a test is earned."),
        "log": Entry("log", "Log what was done, in the words of a plan: log 'Squat  3 x 5 @ 80 kg  rir 2'."),
        "reflect": Entry("day", "Say how it went inside: before, during or after a session. Everything is optional."),
        "review": Entry("review", "Was the purpose served, why, and what next: review last · review DATE · review ID."),
        "wellness": Entry("growth", "Say how a morning is: five items of 1–5 with 5 best, and readings. All optional."),
        "excuse": Entry("day", "Say that nothing is due on some days: ill, injured or away."),
    },
    "Plan": {
        "plan": Entry("plan", "Check, format, show and use plan text."),
        "accept": Entry("accept", "Take up the change of the plan that a review proposes; --undo puts the plan back."),
        "earned": Entry(
            "growth", "Which conditions of a planned test are met, what is missing, and when: earned [TEST]."
        ),
        "align": Entry("align", "Which part of a session was which planned step; put it right, or take that back."),
    },
    "Bring in and find": {
        "import": Entry("imports", "Bring in files, folders and zips, or take an import back."),
        "exercises": Entry("exercises", "List logged exercises, or say what a name means."),
        "search": Entry("finding", "Find words in sessions, plans, notes, thoughts, comments."),
        "comment": Entry("finding", "Comment on a session, or list its comments: comment SESSION|last [WORDS]."),
    },
    "How far": {
        "how-far": Entry("growth", "Then and now on your own measures, with how sure that is: how-far [MEASURE]."),
        "felt": Entry(
            "growth", "Rate your own progress, -3 much worse to +3 much better; shown beside what was measured."
        ),
        "pillars": Entry(
            "review", "Consistency, execution and mindset over four and twelve weeks; self-trust, resilience."
        ),
        "curve": Entry(
            "growth", "What you held for how long, critical power or speed, your zones and drift: curve [SPORT]."
        ),
        "lift": Entry("numbers", "A lift's records with their noise, your own rep curve, loads for reps: lift [NAME]."),
        "race": Entry("numbers", "What one race says of others: race DISTANCE TIME, as race 5k 24:34."),
        "balance": Entry("numbers", "What was left above critical power or speed, through a session: balance [ID]."),
        "load": Entry("growth", "What the last weeks asked for, beside your own usual."),
        "watch": Entry("growth", "The overreach watch: how the signs stand, and what they are made of."),
        "awareness": Entry("growth", "How well effort, reps in reserve and confidence were read."),
    },
    "The inner game": {
        "mind": Entry(
            "mind", "The inner game: thoughts and their patterns, if-then plans, practices, the monthly letter."
        ),
        "checkin": Entry("mind", "The weekly question, its answer, and whether last week's practice helped."),
    },
    "You and your journal": {
        "fact": Entry("day", "Tell a dated fact: threshold_hr, max_hr, critical_power, body_mass …, or list them all."),
        "zone": Entry("day", "Say in which time zone you live, by a name like Europe/Madrid."),
        "vault": Entry("vault", "What protects private words: status, set-passphrase, change, lock, unlock, recovery."),
        "data": Entry("data", "What is kept, who may see it and who saw it; with PERSON and ITEM, allow or withdraw."),
        "look": Entry("data", "Show what somebody may see, and write down that they saw it: look PERSON [ITEM]."),
        "export": Entry("keeping", "Write everything to one zip of open formats: export FILE.zip [--encrypt]."),
        "restore": Entry("keeping", "Make the identical journal of an export, in a folder that holds none yet."),
        "forget": Entry("keeping", "Erase everything this journal holds, for good. Take an export first."),
        "doctor": Entry("keeping", "Is the journal sound: doctor [--repair] mends what can be, and says what cannot."),
        "recompute": Entry("keeping", "Throw away everything derived and make it anew from what is kept for ever."),
    },
    "Doors": {
        "serve": Entry("serve", "Open the web app for this machine alone."),
        "lsp": Entry("plan", "Serve plan text to an editor (language server over standard input and output)."),
    },
}
COMMANDS: Final = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
PURPOSE: Final = "A training journal and coach: was the purpose served, why, and what next."
OPTIONS: Final = {
    "--journal <str>": "The journal's folder, or postgresql://…; else $LONGGAME_JOURNAL, else the usual place.",
    "--json": "Answer in the documented JSON.",
    "--version": "Say which version this is.",
    "--help": "Show this message and exit.",
}
NARROWEST: Final = 50
WIDEST: Final = 78


def overview(width: int | None = None) -> str:
    """The help of the whole command line, `width` columns wide (None: as the terminal, within a readable measure)."""
    columns = _width_of_terminal() if width is None else max(width, NARROWEST)
    parts = [["Usage: longgame [OPTIONS] COMMAND [ARGS]..."]]
    parts.append(wrap(PURPOSE, columns, initial_indent="  ", subsequent_indent="  "))
    parts.append(["Options:", *_two_columns(OPTIONS, max(map(len, OPTIONS)), columns)])
    longest = max(map(len, COMMANDS))
    for section, entries in SECTIONS.items():
        lines = {name: entry.help for name, entry in entries.items()}
        parts.append([f"{section}:", *_two_columns(lines, longest, columns)])
    return "\n\n".join("\n".join(part) for part in parts)


def _two_columns(lines: dict[str, str], longest: int, columns: int) -> Iterator[str]:
    hanging = " " * (longest + 4)
    for name, says in lines.items():
        yield from wrap(
            says, columns, initial_indent=f"  {name:<{longest}}  ", subsequent_indent=hanging, break_on_hyphens=False
        )


def _width_of_terminal() -> int:
    """The columns of the terminal, as $COLUMNS says before what the system says, kept to a readable measure."""
    told = os.environ.get("COLUMNS", "")
    try:
        columns = int(told) if told.isdigit() and int(told) else os.get_terminal_size().columns
    except OSError:
        columns = WIDEST + 2
    return min(max(columns - 2, NARROWEST), WIDEST)
