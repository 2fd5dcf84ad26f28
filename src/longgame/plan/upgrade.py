"""Plan text of older versions of the language brought to the newest, with the difference shown."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff

from longgame.kernel.diagnostics import Diagnostic
from longgame.plan.language import format_text, parse
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.headers import NEWEST


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The text in the newest version of the language, what changed as a unified diff, and what is still wrong."""

    text: str
    difference: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def changes(self) -> bool:
        """Whether the text had to be changed at all."""
        return bool(self.difference)


def upgrade(text: str, name: str = "plan") -> Upgraded:
    """`text` as the newest version writes it; the caller shows the difference before anything is overwritten.

    Text without a first line is taken for version 1, the first there was. A version newer than this longgame is left
    as it is. Version 1 is the newest yet, so beyond the first line only the form changes.
    """
    parsed = parse(text)
    codes = {one.code for one in parsed.diagnostics}
    if PlanCode.VERSION_UNKNOWN in codes:
        return Upgraded(text, "", parsed.diagnostics)
    newer = f"longgame plan {NEWEST}\n\n{text}" if parsed.plan.version is None else text
    newer = format_text(newer)
    lines = unified_diff(text.splitlines(True), newer.splitlines(True), name, f"{name}, version {NEWEST}", n=1)
    return Upgraded(newer, "".join(lines), parse(newer).diagnostics)
