"""The words of the pages in the athlete's language: gettext catalogues, English being the text itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages there are, each in its own name."""
DOMAIN = "longgame"
DECIMAL_POINTS = {"en": ".", "de": ","}


def N_(text: str) -> str:
    """Mark a text for translation where it is written down; it is translated where it is shown."""
    return text


WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


SHORT_DAY = N_("{day} {month_in_short}")
DAY, FULL_DAY = N_("{weekday} {day} {month}"), N_("{weekday} {day} {month} {year}")


@cache
def catalogue(language: str) -> NullTranslations:
    """The catalogue of a language; the one that changes nothing for English."""
    place = files("longgame.doors.web").joinpath("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    if language == "en" or not place.is_file():
        return NullTranslations()
    with place.open("rb") as file:
        return GNUTranslations(file)


def preferred(accepted: str) -> str:
    """The first language of an Accept-Language header that there is, else English.

    >>> preferred("fr-CA,de;q=0.8,en;q=0.5"), preferred("")
    ('de', 'en')
    """
    wanted: list[tuple[float, int, str]] = []
    for part in accepted[:200].split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        wanted.append((-weight, len(wanted), tag.split("-")[0].lower()))
    return next((tag for _, _, tag in sorted(wanted) if tag in LANGUAGES), "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Texts and dates in one language."""

    language: str

    def __call__(self, text: str) -> str:
        """The text in this language."""
        return catalogue(self.language).gettext(text)

    def many(self, one: str, more: str, count: int) -> str:
        """The text for a count, with the count in it where it says %(num)s."""
        return catalogue(self.language).ngettext(one, more, count) % {"num": count}

    def weekday(self, day: date) -> str:
        """The name of the weekday."""
        return self(WEEKDAYS[day.weekday()])

    def short_weekday(self, day: date) -> str:
        """The weekday in two or three letters."""
        return self(SHORT_WEEKDAYS[day.weekday()])

    def month(self, day: date) -> str:
        """The name of the month."""
        return self(MONTHS[day.month - 1])

    def day(self, day: date) -> str:
        """A day without its year."""
        pattern = self(DAY)
        return pattern.format(weekday=self.weekday(day), day=day.day, month=self.month(day))

    def short_day(self, day: date) -> str:
        """A day and its month in as few letters as can be read."""
        return self(SHORT_DAY).format(day=day.day, month_in_short=self.month(day)[:3])

    def full_day(self, day: date) -> str:
        """A day with its year."""
        pattern = self(FULL_DAY)
        return pattern.format(weekday=self.weekday(day), day=day.day, month=self.month(day), year=day.year)

    def of_month(self, day: date) -> str:
        """A month with its year."""
        return f"{self.month(day)} {day.year}"
