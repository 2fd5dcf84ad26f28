"""One request as pages see it: the journal, the athlete's language and theme, and how to answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from longgame.app.pages.marked import pieces
from longgame.app.pages.review_page import sentence
from longgame.app.pictures.intent_mark import intent_mark, unplanned_mark
from longgame.app.pictures.svg import hatch_definition
from longgame.app.pictures.tiny_band import tiny_band
from longgame.app.setting import Setting
from longgame.doors.web import naming
from longgame.doors.web.assets import Assets
from longgame.doors.web.language import DECIMAL_POINTS, LANGUAGES, Words, catalogue, preferred
from longgame.doors.web.memory import Memory, Value
from longgame.doors.web.navigation import BEHIND_MORE, DESTINATIONS
from longgame.doors.web.saying import forget_said, say, say_drawn, say_hint
from longgame.kernel.spans import clock
from longgame.kernel.unknown import Unknown
from longgame.purpose.intent import Intent
from longgame.store.entries import Access
from longgame.store.port import VaultLocked

Made = TypeVar("Made")
THEMES = ("auto", "light", "dark")
LANGUAGE_COOKIE, THEME_COOKIE = "language", "theme"
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_POWER_OF_TEN = re.compile(r"\d(?:\.\d+)?e\+\d+")
FRESH = "a-name-made-when-the-page-is-given"
"""Stands in a page for a name that is new each time the page is given, since pages are kept."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request by one athlete. `shifted` tells that the app shows another day than the machine's as today."""

    request: Request
    setting: Setting
    assets: Assets
    words: Words
    theme: str
    shifted: bool = False
    notices: list[str] = field(default_factory=list)

    def remembered(self, name: str, make: Callable[[Setting], Value]) -> Value:
        """What `make` makes of the journal, made anew only where the journal or the day has changed."""
        memory: Memory = self.request.app.state.memory
        return memory.of(self.setting, name, make)

    def forget_what_was_shown(self) -> None:
        """Leave nothing of the journal in memory that a page was made from."""
        self.request.app.state.memory.forget()
        self.request.app.state.kept.forget()
        forget_said()

    def note_access(self, what: str) -> None:
        """Write down that the athlete opened or took something through these pages."""
        self.setting.journal.accesses.note(Access("athlete", what, "web", self.setting.clock.now()))

    def unless_locked(self, make: Callable[[], Made]) -> Made | None:
        """What `make` gives; None where it needs private words and the vault is locked."""
        try:
            return make()
        except VaultLocked:
            return None

    @property
    def locked(self) -> bool:
        """Whether private words cannot be read now."""
        return self.setting.journal.vault.status().locked

    def page(
        self, template: str, *, at: str, status: int = 200, headers: Mapping[str, str] | None = None, **shown: Any
    ) -> HTMLResponse:
        """A whole page from a template; `at` is the destination of the navigation that it belongs to."""
        return HTMLResponse(self.render(template, at=at, **shown), status, headers)

    def render(self, template: str, **shown: Any) -> str:
        """A template as text, everything a person wrote escaped."""
        found = _templates(self.words.language).get_template(template)
        return found.render(
            visit=self,
            words=self.words,
            asset=self.assets.url,
            destinations=DESTINATIONS,
            behind_more=BEHIND_MORE,
            **shown,
        )

    def json(self, told: dict[str, Any], status: int = 200) -> JSONResponse:
        """An answer for our own scripts."""
        return JSONResponse(told, status)

    def go(self, path: str) -> Response:
        """Send the browser on to a page after a change, so that reloading does not change again."""
        return RedirectResponse(path, 303)


async def visiting(request: Request) -> Visit:
    """The visit of a route; it waits for nothing, so no thread is taken for it."""
    return visit_of(request)


def visit_of(request: Request) -> Visit:
    """The visit that a request is."""
    state = request.app.state
    return Visit(request, state.setting, state.assets, Words(language_of(request)), theme_of(request), state.shifted)


def language_of(request: Request) -> str:
    """The language that was chosen in this browser, else the first of those it accepts that there is."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def theme_of(request: Request) -> str:
    """The theme that was chosen in this browser."""
    theme = request.cookies.get(THEME_COOKIE, "")
    return theme if theme in THEMES else "auto"


Visiting = Annotated[Visit, Depends(visiting)]


def fresh() -> str:
    """A name for what a form will say, so that sending it twice says it once; made when the page is given."""
    return FRESH


@cache
def _templates(language: str) -> Environment:
    """The templates in one language. What is drawn by us comes as Markup; all else is escaped."""
    environment = Environment(
        loader=PackageLoader("longgame.doors.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # added by the i18n extension
    environment.globals.update(sign=partial(sign, language), hatching=Markup(hatch_definition()), languages=LANGUAGES)
    environment.globals.update(
        fresh=fresh,
        pieces=pieces,
        naming=naming,
        tiny_band=tiny_band,
        unplanned_sign=Markup(say_drawn(language, unplanned_mark())),
    )
    environment.filters.update(
        sentence=sentence, clock=clock, said=partial(say, language), hinted=partial(say_hint, language)
    )
    environment.filters["format"] = partial(figures, language)
    environment.filters["drawn"] = lambda drawn: Markup(say_drawn(language, drawn))
    environment.tests["unknown"] = lambda value: isinstance(value, Unknown)
    return environment


def figures(language: str, pattern: str, *values: object) -> str:
    """Numbers by a pattern, with the decimal sign of a language and every digit of large ones.

    >>> figures("de", "%.1f kg", 62.5), figures("en", "%.4g", 123456789012.0)
    ('62,5 kg', '123500000000')
    """
    written = _POWER_OF_TEN.sub(lambda found: f"{float(found[0]):.0f}", pattern % values)
    return _DECIMAL_POINT.sub(DECIMAL_POINTS.get(language, "."), written)


def sign(language: str, intent: Intent | None) -> Markup:
    """The mark of an intent; nothing where there is none."""
    return Markup("") if intent is None else Markup(say_drawn(language, intent_mark(intent)))
