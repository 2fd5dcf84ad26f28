"""Forms as a browser would send them: every field with what stands in it."""

from __future__ import annotations

from html.parser import HTMLParser

Fields = list[tuple[str, str]]


class _Forms(HTMLParser):
    """Gathers the fields of each form of a page, under the form's address."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Fields]] = []
        self.buttons: list[Fields] = []
        self.select: str | None = None
        self.options: list[tuple[str, bool]] = []
        self.area: str | None = None
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((told.get("action", ""), []))
            self.buttons.append([])
        elif tag == "input" and told.get("type") in ("checkbox", "radio"):
            if "checked" in told:
                self._field(told["name"], told.get("value", "on"))
        elif tag == "input" and told.get("type") != "file" and "name" in told:
            self._field(told["name"], told.get("value", ""))
        elif tag == "button" and "name" in told and self.buttons:
            self.buttons[-1].append((told["name"], told.get("value", "")))
        elif tag == "select":
            self.select, self.options = told["name"], []
        elif tag == "option" and self.select is not None:
            self.options.append((told.get("value", ""), "selected" in told))
        elif tag == "textarea":
            self.area, self.words = told["name"], ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.select is not None:
            chosen = [value for value, selected in self.options if selected] or [self.options[0][0]]
            self._field(self.select, chosen[0])
            self.select = None
        elif tag == "textarea" and self.area is not None:
            self._field(self.area, self.words.removeprefix("\n"))
            self.area = None

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.words += data

    def _field(self, name: str, value: str) -> None:
        if self.forms:
            self.forms[-1][1].append((name, value))


def forms_of(page: str) -> list[tuple[str, Fields]]:
    """Every form of a page: its address, and its fields with what stands in them, sent by its first button."""
    reading = _Forms()
    reading.feed(page)
    both = zip(reading.forms, reading.buttons, strict=True)
    return [(address, [*fields, *buttons[:1]]) for (address, fields), buttons in both]


def fields_of(page: str, action: str) -> dict[str, list[str]]:
    """The fields of the first form of a page that goes to an address."""
    reading = _Forms()
    reading.feed(page)
    fields = next(fields for address, fields in reading.forms if address == action)
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found


def area_of(page: str, name: str = "text") -> str:
    """What stands in the first text area or field of that name."""
    reading = _Forms()
    reading.feed(page)
    return next(value for _, fields in reading.forms for field, value in fields if field == name)
