"""Streams as Parquet, which every data tool reads: one column a channel, seconds first, missing samples NULL."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from longgame.record.streams import Streams
from longgame.store.durable import working_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAMES = tuple(field.name for field in fields(Streams))


class ParquetRoom:
    """Writes and reads Parquet with DuckDB, through unfinished files in one folder of the journal."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: DuckDBPyConnection | None = None

    def write(self, streams: Streams) -> bytes:
        """The streams as the bytes of a Parquet file."""
        columns = {"t_s": streams.t_s, **streams.channels()}
        chosen = ", ".join(f"CASE WHEN isnan({name}) THEN NULL ELSE {name} END AS {name}" for name in columns)
        with working_file(self._folder) as (file, path):
            file.close()
            with self._connection().cursor() as cursor:
                cursor.register("streams", columns)
                cursor.execute(f"COPY (SELECT {chosen} FROM streams) TO '{_quoted(path)}' (FORMAT parquet)")
            return path.read_bytes()

    def read(self, data: bytes) -> Streams:
        """The streams again, every float the same. `ValueError` for what is no such file."""
        import duckdb

        with working_file(self._folder) as (file, path):
            file.write(data)
            file.close()
            try:
                with self._connection().cursor() as cursor:
                    found = cursor.execute(f"SELECT * FROM read_parquet('{_quoted(path)}')").fetchnumpy()
            except duckdb.Error as wrong:
                raise ValueError("not a Parquet file of streams") from wrong
        return Streams(**{name: np.ma.filled(found[name], np.nan) for name in _NAMES if name in found})

    def _connection(self) -> DuckDBPyConnection:
        if self._opened is None:
            import duckdb

            self._opened = duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False})
        return self._opened


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
