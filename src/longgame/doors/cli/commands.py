"""The commands there are, and the group that loads a room only when one of its commands is run."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter
    from typer.models import CommandInfo


class Entry(NamedTuple):
    """A command's line in the help: the module that registers it, and what it does."""

    module: str
    help: str


SECTIONS: Final[dict[str, dict[str, Entry]]] = {
    "Every day": {
        "today": Entry("day", "What today calls for, why, and whether a test is earned."),
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


class CommandTable(TyperGroup):
    """The top of the command line. Only the command that is run is built, out of its own module; help needs none."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 -- the signature is the library's
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 -- as above
        """Build one command; None when there is none of this name."""
        entry = COMMANDS.get(cmd_name)
        return None if entry is None else build(cmd_name, entry)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 -- as above
        """Write the table out, which loads no room."""
        widest = max(map(len, COMMANDS))
        for section, entries in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl([(name.ljust(widest), entry.help) for name, entry in entries.items()])


def build(name: str, entry: Entry) -> Command:
    """Load the module of a command and build what it registers under this name; LookupError when it does not."""
    registered = typer.Typer()
    import_module(f"longgame.doors.cli.{entry.module}").register(registered)
    for group in registered.registered_groups:
        if group.name == name and group.typer_instance is not None:
            group.typer_instance.info.help = group.typer_instance.info.help or entry.help
            return get_command(group.typer_instance)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.registered_commands = [each for each in registered.registered_commands if _name(each) == name]
    alone.registered_commands[0].help = alone.registered_commands[0].help or entry.help
    return get_command(alone)


def _name(command: CommandInfo) -> str:
    return command.name or (command.callback.__name__ if command.callback else "")
