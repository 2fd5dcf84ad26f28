"""A monthly letter to oneself, made of facts that stand in the journal and of one's own words.

It praises nothing and nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from longgame.mind.harm import harm_in

MOST_QUOTES = 6
MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one's own and their day."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """What the journal holds of one month. Counts are whole numbers; sentences come from the engines that made them.

    `progress`, `first_times` and `unknown` are finished sentences; `learned` and `met` are the athlete's own words.
    """

    first: date
    last: date
    sessions: int
    kept: int
    due: int
    rest_kept: int
    rest_due: int
    served: int
    reviewed: int
    low_days_kept: int
    low_days: int
    progress: tuple[str, ...] = ()
    first_times: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    patterns: tuple[tuple[str, int, int], ...] = ()
    learned: tuple[Quote, ...] = ()
    met: tuple[Quote, ...] = ()
    support: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One part of the letter: a heading, sentences, and lines of a list."""

    heading: str
    sentences: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be written in any form."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    def markdown(self) -> str:
        """The letter as Markdown; signs in one's own words stay words."""
        lines = [f"# {_plain(self.title)}"]
        for one in self.paragraphs:
            lines += ["", f"## {_plain(one.heading)}", ""]
            lines += [_plain(" ".join(one.sentences))] if one.sentences else []
            lines += [""] if one.sentences and one.items else []
            lines += [f"- {_plain(item)}" for item in one.items]
        return "\n".join(lines) + "\n"

    def html(self) -> str:
        """The letter as one self-contained page that asks nothing of any network."""
        body = [f"<h1>{escape(self.title)}</h1>"]
        for one in self.paragraphs:
            body.append(f"<h2>{escape(one.heading)}</h2>")
            body += [f"<p>{escape(' '.join(one.sentences))}</p>"] if one.sentences else []
            rows = "".join(f"<li>{escape(item)}</li>" for item in one.items)
            body += [f"<ul>{rows}</ul>"] if rows else []
        return _PAGE.format(title=escape(self.title), body="\n".join(body))


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.05rem/1.6 Georgia, serif; max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; }}
h1 {{ font-size: 1.5rem; }}
h2 {{ font-size: 1.1rem; margin-top: 2rem; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def letter_of(facts: MonthFacts) -> Letter:
    """The letter of a month.

    A part about which the journal holds nothing is left out, or says that it holds nothing.
    """
    parts = (_done(facts), _own_way(facts), _mind(facts), _words(facts), _support(facts), _open(facts))
    return Letter(f"{facts.last:%B %Y}, to myself", tuple(one for one in parts if one is not None))


def _done(facts: MonthFacts) -> Paragraph:
    if not facts.sessions and not facts.due:
        return Paragraph("What I did", ("Nothing was planned or recorded this month.",))
    said = [f"I trained {_times(facts.sessions)}."]
    if facts.due:
        said.append(f"Of {facts.due} promises to myself I kept {facts.kept}.")
    if facts.rest_due:
        said.append(f"Of {facts.rest_due} rest days I kept {facts.rest_kept}.")
    if facts.reviewed:
        said.append(f"Of {facts.reviewed} sessions that could be judged, {facts.served} served their purpose.")
    if facts.low_days:
        said.append(f"On {facts.low_days} days that I called low beforehand, I kept {facts.low_days_kept} promises.")
    return Paragraph("What I did", tuple(said))


def _own_way(facts: MonthFacts) -> Paragraph | None:
    items = (*facts.progress, *facts.first_times)
    return Paragraph("How far I have come", (), items) if items else None


def _mind(facts: MonthFacts) -> Paragraph | None:
    if not facts.patterns:
        return None
    items = tuple(
        f"{pattern}: noticed {_times(noticed)}, met {_times(met)}" for pattern, noticed, met in facts.patterns
    )
    return Paragraph("What went through my mind", (), items)


def _words(facts: MonthFacts) -> Paragraph | None:
    quotes = [one for one in (*facts.learned, *facts.met) if not harm_in(one.words)]
    if not quotes:
        return None
    chosen = sorted(quotes, key=lambda one: (one.day, one.words))[-MOST_QUOTES:]
    return Paragraph("What I learned, in my own words", (), tuple(f"{_day(one.day)}: “{one.words}”" for one in chosen))


def _support(facts: MonthFacts) -> Paragraph | None:
    return Paragraph("What I asked support with", (), facts.support) if facts.support else None


def _open(facts: MonthFacts) -> Paragraph | None:
    return Paragraph("What cannot be told yet", (), facts.unknown) if facts.unknown else None


def _plain(words: str) -> str:
    return " ".join(words.split()).translate(MARKDOWN_SIGNS)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else "never"


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"
