"""Bring the catalogues of the engine's sentences up to `locale/sentences.txt`, keeping what is translated, and compile.

Run by `tools/translations.sh`. A form that has no translation yet is printed; a test fails until it has one.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).parents[1] / "src/longgame/doors/web/locale"
MADE = datetime(2026, 11, 26, tzinfo=UTC)
"""One moment for every catalogue, so that making it again changes nothing."""


def main() -> None:
    """Every language that has a folder."""
    lines = (LOCALE / "sentences.txt").read_text("utf-8").split("\n")
    forms = [line for line in lines if line.strip() and not line.startswith("#")]
    for place in sorted(LOCALE.glob("*/LC_MESSAGES")):
        file = place / "sentences.po"
        known = {str(one.id): str(one.string) for one in read_po(file.open("rb"))} if file.is_file() else {}
        catalog = Catalog(place.parent.name, project="longgame", charset="utf-8", fuzzy=False)
        catalog.creation_date = catalog.revision_date = MADE
        for form in forms:
            catalog.add(form, known.get(form, ""))
        with file.open("wb") as written, file.with_suffix(".mo").open("wb") as compiled:
            write_po(written, catalog, width=76, sort_output=True)
            write_mo(compiled, catalog)
        print(place.parent.name, *(f"\n  without a translation: {form}" for form in forms if not known.get(form)))


if __name__ == "__main__":
    main()
