"""Private words that were written down plain are sealed, each to its place."""

import secrets
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from longgame.kernel.ids import AthleteId
from longgame.store.key_places import KeyFolder
from longgame.store.sealing import CHECK, KEY_BYTES, FieldCipher

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_FIELDS = (
    ("said", "words", ("uuid",)),
    ("sessions", "note", ("row",)),
    ("sessions", "raw", ("row",)),
    ("sets", "note", ("row", "number")),
    ("excuses", "note", ("number",)),
    ("private_entries", "words", ("uuid", "said_us")),
    ("logged", "note", ("session", "uuid", "said_us")),
)
_FEELINGS = ("fatigue", "sleep_quality", "soreness", "stress", "mood", "readiness", "life_stress")
_MEASURED = ("sleep_s", "resting_hr_bpm", "hrv_rmssd_ms", "hrv_sdnn_ms", "body_mass_kg", "steps")
_READINGS = ("day", *_FEELINGS, *_MEASURED, "note", "source")


def upgrade() -> None:
    """Seal field after field; names that were made from private words are made anew with the key."""
    ciphers = _Ciphers(context.config.attributes["keys"])
    for table, column, key in _FIELDS:
        for row in _filled(table, column, key):
            _set(table, row, key, {column: _sealed(ciphers, table, column, row, key)})
    for row in list(_filled("notes", "text", ("row", "said_at", "source"))):
        cipher = ciphers.of(row["athlete"])
        name = cipher.name("note", row["said_at"], row["source"], row["text"])
        _rename(row, "notes", name, {"text": cipher.seal(row["text"], f"notes.text/{name}")})
    for row in list(_filled("wellness", "note", ("row", "by_hand", *_READINGS))):
        cipher = ciphers.of(row["athlete"])
        name = row["row"] if row["by_hand"] else cipher.name("read", *(str(row[one]) for one in _READINGS))
        _rename(row, "wellness", name, {"note": cipher.seal(row["note"], f"wellness.note/{name}")})


class _Ciphers:
    """The cipher of each athlete, whose key is made and whose vault is founded on first use."""

    def __init__(self, keys: KeyFolder) -> None:
        self._keys = keys
        self._made: dict[str, FieldCipher] = {}

    def of(self, athlete: str) -> FieldCipher:
        if athlete not in self._made:
            key = self._keys.get(athlete) or self._keys.make(athlete, secrets.token_bytes(KEY_BYTES))
            self._made[athlete] = FieldCipher(AthleteId(athlete), key)
            row = {"athlete": athlete, "slot": CHECK, "wrapped": self._made[athlete].check()}
            op.bulk_insert(_table("vault_keys", ("athlete", "slot", "wrapped")), [row])
        return self._made[athlete]


def _table(name: str, columns: tuple[str, ...]) -> sa.TableClause:
    return sa.table(name, *(sa.column(one, sa.Date() if one == "day" else None) for one in columns))


def _filled(table: str, column: str, others: tuple[str, ...]) -> Iterator[Any]:
    """The rows in which `column` says something, as mappings."""
    names = tuple(dict.fromkeys(("athlete", *others, column)))
    found = _table(table, names)
    yield from op.get_bind().execute(sa.select(found).where(found.c[column].is_not(None))).mappings().all()


def _sealed(ciphers: _Ciphers, table: str, column: str, row: Any, key: tuple[str, ...]) -> str:
    place = "/".join((f"{table}.{column}", *(str(row[one]) for one in key)))
    return ciphers.of(row["athlete"]).seal(row[column], place)


def _set(table: str, row: Any, key: tuple[str, ...], values: dict[str, str]) -> None:
    meant = _table(table, tuple(dict.fromkeys(("athlete", *key, *values))))
    same = (meant.c[one] == row[one] for one in ("athlete", *key))
    op.get_bind().execute(sa.update(meant).where(*same).values(**values))


def _rename(row: Any, table: str, name: str, values: dict[str, str]) -> None:
    """Give a row its sealed values and its new name, also where `supports` says what it rests on."""
    _set(table, row, ("row",), {"row": name, **values})
    supports = _table("supports", ("athlete", "kind", "row"))
    same = (supports.c.athlete == row["athlete"], supports.c.kind == table, supports.c.row == row["row"])
    op.get_bind().execute(sa.update(supports).where(*same).values(row=name))
