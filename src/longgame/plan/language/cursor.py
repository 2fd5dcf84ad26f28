"""A reader that walks along one line, phrase by phrase, and collects what is wrong on the way."""

from __future__ import annotations

import re
from datetime import date

from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault

QUOTED = re.compile(r'\s*(?:"(?P<straight>[^"]*)(?P<end>"?)|“(?P<curly>[^”]*)(?P<curly_end>”?))')
WORD = re.compile(r"\s*(?P<word>[^\s,\"“]+)")
KEY = re.compile(r"\s*(?P<key>[A-Za-z][\w-]*)")
DATE = re.compile(r"\s*(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


class Cursor:
    """Where reading stands in `text`; `faults` grows as it goes."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self.at = at
        self.faults: list[Fault] = []

    @property
    def rest(self) -> str:
        """What has not been read yet, without the spaces around it."""
        return self.text[self.at :].strip()

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what `pattern` matches here, if it does."""
        match = pattern.match(self.text, self.at)
        if match is not None:
            self.at = match.end()
        return match

    def word(self, word: str) -> bool:
        """Read `word` if it stands here as a whole word."""
        return self.take(re.compile(rf"\s*{re.escape(word)}(?![\w-])")) is not None

    def quoted(self) -> str | None:
        """Read a text between quotation marks."""
        match = self.take(QUOTED)
        if match is None:
            return None
        straight = match["straight"] is not None
        if not (match["end"] if straight else match["curly_end"]):
            start = match.end() - len(match[0].lstrip())
            self.fault(PlanCode.TEXT_OPEN, "the text does not end", 'end it with "', start, match.end())
        words = match["straight"] if straight else match["curly"]
        return " ".join(words.replace('"', "'").split())

    def day(self) -> date | None:
        """Read a date such as 2026-11-23; one that is on no calendar becomes a fault."""
        match = self.take(DATE)
        if match is None:
            return None
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        try:
            return date(year, month, day)
        except ValueError:
            words = match[0].strip()
            hint = "write the year, the month and the day, such as 2026-11-23"
            self.fault(PlanCode.DATE_IMPOSSIBLE, f"{words} is on no calendar", hint, match.end() - len(words))
            return None

    def dates(self) -> tuple[date | None, date | None]:
        """Read a date, or a stretch of dates, in the right order."""
        self._skip_spaces()
        start = self.at
        first = self.day()
        if self.at == start or not self.take(re.compile(r"\s*\.\.")):
            return first, first
        last = self.day()
        if first is not None and last is not None and last < first:
            message = f"bounds upside down: the last day {last} is before the first day {first}"
            self.fault(PlanCode.UPSIDE_DOWN, message, f"write {last} .. {first}", start)
            return last, first
        return first, last

    def keys(self) -> tuple[tuple[str, ...], tuple[int, int]]:
        """Read a comma-separated list of goal keys, and where it stands."""
        self._skip_spaces()
        start = self.at
        keys: list[str] = []
        while match := self.take(KEY):
            keys.append(match["key"])
            if not self.take(re.compile(r"\s*,")):
                break
        return tuple(keys), (start, self.at)

    def fault(self, code: PlanCode, message: str, hint: str, start: int | None = None, stop: int | None = None) -> None:
        """Note a fault, at the next word unless told where."""
        if start is None:
            self._skip_spaces()
            start = self.at
            if stop is None:
                following = WORD.match(self.text, start)
                stop = following.end() if following else len(self.text)
        self.faults.append(Fault(code, start, self.at if stop is None else stop, message, hint))

    def end(self, hint: str) -> None:
        """Nothing more may follow; what does becomes a fault."""
        rest = self.rest
        if rest:
            self._skip_spaces()
            message = f"'{rest}' is not understood"
            self.fault(PlanCode.NOT_UNDERSTOOD, message, hint, self.at, self.at + len(rest))
            self.at = len(self.text)

    def _skip_spaces(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
