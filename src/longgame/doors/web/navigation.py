"""Where one can go: the five places of the phone's bar, and all of them on the desktop's rail."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.doors.web.language import N_


@dataclass(frozen=True, slots=True)
class Destination:
    """A page of the navigation: `icon` names its sign, `bar` tells whether it is on the phone's bar."""

    name: str
    path: str
    label: str
    icon: str
    bar: bool = False


DESTINATIONS = (
    Destination("today", "/", N_("Today"), "today", bar=True),
    Destination("log", "/log", N_("Log"), "log", bar=True),
    Destination("calendar", "/calendar", N_("Calendar"), "calendar", bar=True),
    Destination("how-far", "/how-far", N_("How far"), "how-far", bar=True),
    Destination("review", "/review", N_("Reviews"), "review"),
    Destination("plan", "/plan", N_("Plan"), "plan"),
    Destination("mind", "/mind", N_("Mind"), "mind"),
    Destination("import", "/import", N_("Import"), "import"),
    Destination("search", "/search", N_("Search"), "search"),
    Destination("you", "/you", N_("You"), "you"),
    Destination("more", "/more", N_("More"), "more", bar=True),
)
BEHIND_MORE = frozenset(place.name for place in DESTINATIONS if not place.bar)
"""What the phone's bar reaches by way of More, which stands out there instead."""
