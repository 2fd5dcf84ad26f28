"""Developer fields: what apps on a device add to its messages, and describe in the file itself."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.formats.fit.base_types import BYTE, BaseType
from longgame.intake.formats.fit.definitions import DeveloperSlot
from longgame.intake.formats.fit.profile import Meaning


@dataclass(frozen=True, slots=True)
class DeveloperField:
    """A developer field as its description tells it.

    `developer` is the number that the file gives the app, `application` the app's own identifier in hex where the
    file tells it. `native_message` and `native_field` name the field of FIT's profile that the app says it equals.
    """

    developer: int
    number: int
    meaning: Meaning
    base: BaseType
    application: str | None = None
    native_message: int | None = None
    native_field: int | None = None
    described: bool = True

    def describes(self, slot: DeveloperSlot) -> bool:
        """Whether the slot holds this field."""
        return (slot.developer, slot.number) == (self.developer, self.number)

    def base_for(self, size: int) -> BaseType:
        """The field's base type; bytes if `size` is not a multiple of it."""
        return BYTE if size % self.base.size else self.base
