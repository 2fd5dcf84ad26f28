"""The files that streams are kept in, named by what they say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from longgame.kernel.ids import ContentHash
from longgame.record.streams import Streams
from longgame.store.durable import writing_file
from longgame.store.streams import decode_streams, encode_streams, streams_hash


@dataclass(frozen=True, slots=True)
class StreamFiles:
    """One athlete's stream files in one folder."""

    folder: Path

    def keep(self, streams: Streams) -> ContentHash:
        """Keep streams and give their hash; the same streams are kept once."""
        name = streams_hash(streams)
        path = self.path(name)
        if not path.exists():
            with writing_file(path) as file:
                file.write(encode_streams(streams))
        return name

    def load(self, name: ContentHash, channels: tuple[str, ...] | None = None) -> Streams:
        """The streams of that hash, all channels or the named ones. `FileNotFoundError`, `ValueError` on damage."""
        return decode_streams(self.path(name).read_bytes(), channels)

    def path(self, name: ContentHash) -> Path:
        """Where streams of that hash lie."""
        return self.folder / name[:2] / name[2:]
