"""Changes to single lines of a plan's text; every other byte of the text stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff

from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import TextSpan
from longgame.plan.building.codes import EditCode
from longgame.plan.language import format_text, parse
from longgame.plan.model import Block, Comment, DayKind, Entry, Plan, SessionLine, Use


@dataclass(frozen=True, slots=True)
class Edited:
    """The text after a change, the change as a unified diff, and everything that is wrong with the new text.

    A change that cannot be made leaves `text` as it was, `difference` empty, and its reason (P4xx) in `diagnostics`.
    """

    text: str
    difference: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_made(self) -> bool:
        """Whether the text was changed, or already said what was asked for."""
        return not any(isinstance(one.code, EditCode) for one in self.diagnostics)


def put_session(text: str, line: int, session: str) -> Edited:
    """The session that begins at `line` replaced by `session`, the text of one (see `writing.session_text`).

    Lines that say the same as before stay byte for byte, comments between and behind lines too.
    """
    found = find(text, line)
    if not isinstance(found, Entry):
        return refused(text, found)
    if not isinstance(found.content, SessionLine):
        return refused(text, nothing_at(line, "session"))
    return edited(text, found.line, last_line(found), _kept_where_equal(text, found, session))


def put_steps(text: str, line: int, steps: str) -> Edited:
    """The lines under the session at `line` replaced by `steps`; its head stays."""
    found = find(text, line)
    if not isinstance(found, Entry):
        return refused(text, found)
    head = rows_of(text)[line - 1].strip()
    return put_session(text, line, "\n".join([head, *(f"  {row}" for row in steps.splitlines())]))


def put_line(text: str, line: int, words: str) -> Edited:
    """What stands at `line` replaced by `words`; its indentation, the comment behind it and the lines below it stay."""
    found = find(text, line)
    if not isinstance(found, Entry):
        return refused(text, found)
    row = rows_of(text)[line - 1]
    begin = found.column - 1
    return edited(text, line, line, [row[:begin] + " ".join(words.split("\n")) + row[begin + found.width :].rstrip()])


def take_out(text: str, line: int) -> Edited:
    """The line at `line` taken out with all that stands under it."""
    found = find(text, line)
    if not isinstance(found, Entry):
        return refused(text, found)
    return edited(text, found.line, last_line(found), [])


def add_session(text: str, block: int, session: str) -> Edited:
    """`session` put into the block at line `block`, behind the last of its sessions on that day or an earlier one."""
    found = find(text, block)
    if not isinstance(found, Entry):
        return refused(text, found)
    if not isinstance(found.content, Block):
        return refused(text, nothing_at(block, "block"))
    rank = _rank_of_text(session)
    before = [one for one in found.children if isinstance(one.content, SessionLine) and _rank(one.content) <= rank]
    heads = [one for one in found.children if not isinstance(one.content, SessionLine | Use | Comment)]
    after = last_line((before or heads)[-1]) if before or heads else found.line
    rows = indented(session, depth_below(text, found), step_of(text, found))
    return edited(text, after + 1, after, rows)


def add_under(text: str, line: int, lines: str) -> Edited:
    """`lines` put under what stands at `line`, behind all that stands there already."""
    found = find(text, line)
    if not isinstance(found, Entry):
        return refused(text, found)
    rows = indented(lines, depth_below(text, found), step_of(text, found))
    return edited(text, last_line(found) + 1, last_line(found), rows)


def find(text: str, line: int) -> Entry | Diagnostic:
    """The entry that begins at `line`; the reason why there is none to change otherwise."""
    plan = parse(text).plan
    used = _taken_up(plan, line)
    if used is not None:
        message = f"this comes from the template {used.name}, which other places may use too"
        return _reason(EditCode.FROM_TEMPLATE, line, message, "change the template, or write its lines out here")
    for entry in plan.walk():
        if entry.line == line and not isinstance(entry.content, Comment):
            return entry
    return nothing_at(line, "plan line")


def _taken_up(plan: Plan, line: int) -> Use | None:
    return next((e.content for e in plan.walk() if e.line == line and isinstance(e.content, Use)), None)


def nothing_at(line: int, what: str) -> Diagnostic:
    """The reason for leaving a text alone whose line is not what it was thought to be."""
    return _reason(EditCode.NOTHING_THERE, line, f"no {what} begins here", "open the plan again: it has changed since")


def _reason(code: EditCode, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, TextSpan(max(1, line), 1, max(1, line), 2), hint)


def refused(text: str, reason: Diagnostic) -> Edited:
    """The text as it was, and why."""
    return Edited(text, "", (reason,))


def rows_of(text: str) -> list[str]:
    """The lines of the text, each with its own end."""
    return text.splitlines(keepends=True)


def last_line(entry: Entry) -> int:
    """The last line that belongs to an entry."""
    return max(one.line for one in entry.walk())


def edited(text: str, first: int, last: int, rows: Sequence[str]) -> Edited:
    """Lines `first` to `last` (none, for `last` before `first`) replaced by `rows`, in the text's own line ends."""
    old = rows_of(text)
    end = "\r\n" if old and old[0].endswith("\r\n") else "\n"
    new = [row.rstrip("\r\n") + end for row in rows]
    above = old[: first - 1]
    if above and new and above[-1] == above[-1].rstrip("\r\n"):
        above[-1] += end
    made = "".join([*above, *new, *old[last:]])
    if old and old[-1] == old[-1].rstrip("\r\n") and last >= len(old) and made.endswith(end):
        made = made[: -len(end)]
    lines = unified_diff(text.splitlines(), made.splitlines(), "before", "after", n=1, lineterm="")
    return Edited(made, "\n".join(lines), parse(made).diagnostics)


def depth_below(text: str, entry: Entry) -> str:
    """The white space that lines under an entry begin with."""
    rows = rows_of(text)
    own = indentation(rows[entry.line - 1])
    below = next((one for one in entry.children if one.line != entry.line), None)
    return own + "  " if below is None else indentation(rows[below.line - 1])


def step_of(text: str, entry: Entry) -> str:
    """How much deeper than an entry the lines under it stand."""
    own = indentation(rows_of(text)[entry.line - 1])
    return depth_below(text, entry)[len(own) :] or "  "


def indentation(row: str) -> str:
    """The white space a line begins with."""
    return row[: len(row) - len(row.lstrip())]


def indented(lines: str, depth: str, step: str) -> list[str]:
    """Lines that stand at the left moved to `depth`, each level below them deeper by `step`."""
    return [depth + step * _level(row) + row.strip() for row in lines.splitlines() if row.strip()]


def _level(row: str) -> int:
    return len(indentation(row.expandtabs(2))) // 2


def _kept_where_equal(text: str, entry: Entry, session: str) -> list[str]:
    """The new session's lines, those that say what an old one says in that line's own bytes, comments kept."""
    old = rows_of(text)[entry.line - 1 : last_line(entry)]
    new = indented(session, indentation(old[0]), step_of(text, entry))
    was, now = [_said(row) for row in old], [_said(row) for row in new]
    rows: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += old[i:j]
            continue
        kept = [row for row in old[i:j] if row.strip().startswith("#") and _said(row) not in now]
        rows += [*kept, *_with_comments(old[i:j], new[k:m])]
    return rows


def _with_comments(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """New lines with the comments of the old ones they take the place of."""
    heads = [row for row in old if not row.strip().startswith("#") and row.strip()]
    if len(heads) != len(new):
        return list(new)
    return [row + _comment(was) if "#" not in row else row for was, row in zip(heads, new, strict=True)]


def _comment(row: str) -> str:
    entries = list(parse(row.strip()).plan.walk())
    comment = entries[0].comment if entries else None
    return "" if comment is None else f"  #{comment}"


def _said(row: str) -> str:
    """What a line says, however it is spaced; a comment behind it counts as no difference."""
    words = format_text(row.strip()).strip()
    entries = list(parse(row.strip()).plan.walk())
    comment = entries[0].comment if entries and not isinstance(entries[0].content, Comment) else None
    return " ".join((words if comment is None else words.removesuffix(f"#{comment}")).split())


def _rank_of_text(session: str) -> tuple[int, int]:
    entries = parse(f'longgame plan 1\nblock "B"  1 week\n  {session.strip()}').plan.entries
    lines = [one.content for entry in entries for one in entry.walk()]
    return next((_rank(line) for line in lines if isinstance(line, SessionLine)), (9, 0))


def _rank(line: SessionLine) -> tuple[int, int]:
    """Where in a block a session is written: weekdays in their order, then days of a cycle, any day, dates."""
    order = {DayKind.WEEKDAY: 0, DayKind.CYCLE_DAY: 1, DayKind.ANY: 2, DayKind.DATE: 3}
    number = line.day.on.toordinal() if line.day.on else line.day.number
    return order[line.day.kind], number
