"""Running the migrations from inside the product: no configuration file, no command line."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from longgame.store.key_places import KeyFolder


def upgrade(connection: Connection, keys: KeyFolder, to: str = "head") -> None:
    """Bring the database from whatever migration it stands at to `to`, within the transaction of `connection`.

    `keys` is where the athletes' keys lie; a migration that seals makes those that are missing.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["keys"] = keys
    command.upgrade(config, to)
