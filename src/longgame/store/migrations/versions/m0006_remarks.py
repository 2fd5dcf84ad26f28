"""What was said of imported files, which may quote them, is sealed; where no key file lies it goes.

Originals are files and no rows: `open_store` seals those once this has held.
"""

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from longgame.kernel.ids import AthleteId
from longgame.store.key_places import KeyFolder
from longgame.store.sealing import KEY_BYTES, FieldCipher

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEY, _SAID = ("athlete", "batch", "path"), ("message", "remarks", "skipped")
_FILES = sa.table("files", *(sa.column(name) for name in (*_KEY, *_SAID)))
_VAULT = sa.table("vault_keys", sa.column("athlete"), sa.column("slot"))
_NOTHING: dict[str, str | None] = {"message": None, "remarks": "[]", "skipped": "[]"}


def upgrade() -> None:
    """Seal the words of each file, row after row."""
    keys: KeyFolder = context.config.attributes["keys"]
    ciphers: dict[str, FieldCipher | None] = {}
    for row in op.get_bind().execute(sa.select(_FILES)).mappings().all():
        athlete = row["athlete"]
        if athlete not in ciphers:
            ciphers[athlete] = _cipher(athlete, keys)
        words = _words(row, ciphers[athlete])
        if words:
            same = (_FILES.c[name] == row[name] for name in _KEY)
            op.get_bind().execute(sa.update(_FILES).where(*same).values(**words))


def _cipher(athlete: str, keys: KeyFolder) -> FieldCipher | None:
    """The cipher where the key is a file, or none was needed yet; None where a passphrase or the keyring has it."""
    key = keys.get(athlete)
    if key is None:
        slots = sa.select(_VAULT.c.slot).where(_VAULT.c.athlete == athlete)
        if op.get_bind().execute(slots).first() is not None:
            return None
        key = keys.make(athlete, secrets.token_bytes(KEY_BYTES))
    return FieldCipher(AthleteId(athlete), key)


def _words(row: Any, cipher: FieldCipher | None) -> dict[str, str | None]:
    if cipher is None:
        return _NOTHING
    said = {name: row[name] for name in _SAID if row[name] != _NOTHING[name]}
    return {name: cipher.seal(text, f"files.{name}/{row['batch']}/{row['path']}") for name, text in said.items()}
