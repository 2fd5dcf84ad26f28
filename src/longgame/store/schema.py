"""The tables of a journal: one schema for SQLite and PostgreSQL, every row with the athlete it belongs to.

Moments are kept twice: as ISO 8601 text with the offset they were said in, and as microseconds since 1970 UTC to
order by. Loads are decimal text beside their unit, so that 62.50 kg comes back as 62.50 kg. Text that is nobody
else's business goes through the vault before it gets here.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects import postgresql

HEAD = "0006"
"""The migration that makes a database equal to this module."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
    }
)


_WORDS = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text that both databases order the same way, by its code points."""


def _key(name: str) -> Column[str]:
    return Column(name, _WORDS, primary_key=True)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _text(name: str) -> Column[str]:
    return Column(name, _WORDS, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, _WORDS, nullable=True)


def _amount(name: str) -> Column[float]:
    return Column(name, Double, nullable=True)


def _of_session() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["athlete", "row"], ["sessions.athlete", "sessions.row"], ondelete="CASCADE")


originals = Table(
    "originals",
    metadata,
    _key("athlete"),
    _key("hash"),
    Column("size", BigInteger, nullable=False),
    _text("kept_as"),
)

sessions = Table(
    "sessions",
    metadata,
    _key("athlete"),
    _key("row"),
    _text("id"),
    _text("layer"),
    Column("shown", Boolean, nullable=False),
    _text("shown_as"),
    _text("content"),
    _text("start"),
    Column("start_us", BigInteger, nullable=False),
    Column("local_day", Date, nullable=False),
    _text("sport"),
    _maybe("title"),
    _amount("duration_s"),
    _amount("moving_s"),
    _amount("distance_m"),
    _amount("ascent_m"),
    _amount("energy_kj"),
    _amount("mean_hr_bpm"),
    _amount("mean_power_w"),
    _amount("rpe"),
    _amount("feel"),
    Column("start_known", Boolean, nullable=False),
    Column("indoor", Boolean, nullable=True),
    _maybe("note"),
    _maybe("raw"),
    _maybe("streams"),
    Column("set_count", Integer, nullable=False),
    _maybe("because"),
)
Index(None, sessions.c.athlete, sessions.c.shown, sessions.c.start_us)
Index(None, sessions.c.athlete, sessions.c.local_day)
Index(None, sessions.c.athlete, sessions.c.id)
Index(None, sessions.c.athlete, sessions.c.shown_as)
Index(None, sessions.c.athlete, sessions.c.streams)

sources = Table(
    "sources",
    metadata,
    _key("athlete"),
    _key("row"),
    _number(),
    _text("original"),
    _text("reader"),
    _maybe("external_id"),
    _maybe("device"),
    _of_session(),
)

laps = Table(
    "laps",
    metadata,
    _key("athlete"),
    _key("row"),
    _number(),
    Column("start_s", Double, nullable=False),
    Column("stop_s", Double, nullable=False),
    _amount("distance_m"),
    _text("trigger"),
    _amount("mean_hr_bpm"),
    _amount("mean_power_w"),
    _of_session(),
)

sets = Table(
    "sets",
    metadata,
    _key("athlete"),
    _key("row"),
    _number(),
    _text("exercise"),
    Column("reps", Integer, nullable=True),
    _maybe("load"),
    _maybe("load_unit"),
    _text("kind"),
    _amount("rir"),
    _amount("rpe"),
    _maybe("form"),
    Column("clean_reps", Integer, nullable=True),
    _amount("duration_s"),
    _amount("distance_m"),
    _amount("rest_s"),
    _maybe("superset"),
    _maybe("side"),
    _maybe("note"),
    _of_session(),
)

supports = Table(
    "supports",
    metadata,
    _key("athlete"),
    _key("kind"),
    _key("row"),
    _key("original"),
    _key("batch"),
)
Index(None, supports.c.athlete, supports.c.batch)
Index(None, supports.c.athlete, supports.c.original)

wellness = Table(
    "wellness",
    metadata,
    _key("athlete"),
    _key("row"),
    Column("by_hand", Boolean, nullable=False),
    Column("day", Date, nullable=False),
    *(
        _amount(item)
        for item in (
            "fatigue",
            "sleep_quality",
            "soreness",
            "stress",
            "mood",
            "readiness",
            "life_stress",
            "sleep_s",
            "resting_hr_bpm",
            "hrv_rmssd_ms",
            "hrv_sdnn_ms",
            "body_mass_kg",
        )
    ),
    Column("steps", BigInteger, nullable=True),
    _maybe("note"),
    _maybe("source"),
)
Index(None, wellness.c.athlete, wellness.c.day)

facts = Table(
    "facts",
    metadata,
    _key("athlete"),
    _key("row"),
    Column("by_hand", Boolean, nullable=False),
    _text("kind"),
    Column("value", Double, nullable=False),
    Column("since", Date, nullable=False),
    _maybe("about"),
    _text("said_at"),
    Column("said_us", BigInteger, nullable=False),
)

excuses = Table(
    "excuses",
    metadata,
    _key("athlete"),
    _number(),
    _text("kind"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    _maybe("note"),
    _text("said_at"),
    _maybe("withdrawn_at"),
)

notes = Table(
    "notes",
    metadata,
    _key("athlete"),
    _key("row"),
    Column("day", Date, nullable=False),
    _text("said_at"),
    Column("said_us", BigInteger, nullable=False),
    _text("text"),
    _text("source"),
)
Index(None, notes.c.athlete, notes.c.day)

plan_versions = Table(
    "plan_versions",
    metadata,
    _key("athlete"),
    _number(),
    _text("name"),
    _text("hash"),
    _text("text"),
    _text("used_from"),
    Column("used_from_us", BigInteger, nullable=False),
)

moves = Table(
    "moves",
    metadata,
    _key("athlete"),
    _number(),
    _text("planned"),
    Column("day", Date, nullable=False),
    _text("said_at"),
)

said = Table(
    "said",
    metadata,
    _key("athlete"),
    _key("uuid"),
    Column("day", Date, nullable=False),
    _maybe("session"),
    _maybe("planned"),
    _text("said_at"),
    Column("said_us", BigInteger, nullable=False),
    _text("kind"),
    _text("words"),
)
Index(None, said.c.athlete, said.c.day)
Index(None, said.c.athlete, said.c.session)

pairing_choices = Table(
    "pairing_choices",
    metadata,
    _key("athlete"),
    _number(),
    _text("session"),
    _maybe("planned"),
    _text("said_at"),
    _maybe("undone_at"),
)

exercise_mappings = Table(
    "exercise_mappings",
    metadata,
    _key("athlete"),
    _key("logged"),
    _text("exercise"),
    _text("said_at"),
)

import_answers = Table(
    "import_answers",
    metadata,
    _key("athlete"),
    _key("question"),
    _text("answer"),
    _text("said_at"),
)

derived = Table(
    "derived",
    metadata,
    _key("athlete"),
    _key("kind"),
    _key("key"),
    Column("value", LargeBinary, nullable=False),
    _text("inputs"),
    _text("engine"),
    Column("day", Date, nullable=True),
)
Index(None, derived.c.athlete, derived.c.day)

batches = Table(
    "batches",
    metadata,
    _key("athlete"),
    _key("id"),
    Column("number", Integer, nullable=False),
    _text("said_at"),
    _text("asked"),
    _maybe("undone_at"),
)

files = Table(
    "files",
    metadata,
    _key("athlete"),
    _key("batch"),
    _key("path"),
    _text("outcome"),
    _maybe("original"),
    _maybe("reader"),
    _maybe("extent"),
    _maybe("code"),
    _maybe("message"),
    Column("sessions", Integer, nullable=False),
    Column("sets", Integer, nullable=False),
    Column("wellness", Integer, nullable=False),
    _text("remarks"),
    _text("skipped"),
)
Index(None, files.c.athlete, files.c.original)
Index(None, files.c.athlete, files.c.outcome)

private_entries = Table(
    "private_entries",
    metadata,
    _key("athlete"),
    _key("uuid"),
    Column("said_us", BigInteger, primary_key=True, autoincrement=False),
    _text("said_at"),
    _text("kind"),
    Column("day", Date, nullable=False),
    _maybe("session"),
    _maybe("about"),
    _maybe("words"),
)
Index(None, private_entries.c.athlete, private_entries.c.kind, private_entries.c.day)
Index(None, private_entries.c.athlete, private_entries.c.session)

logged = Table(
    "logged",
    metadata,
    _key("athlete"),
    _key("session"),
    _key("uuid"),
    Column("said_us", BigInteger, primary_key=True, autoincrement=False),
    _text("said_at"),
    _maybe("told"),
    _maybe("note"),
)

consents = Table(
    "consents",
    metadata,
    _key("athlete"),
    _number(),
    _text("person"),
    _text("item"),
    Column("allowed", Boolean, nullable=False),
    _text("said_at"),
)

accesses = Table(
    "accesses",
    metadata,
    _key("athlete"),
    _number(),
    _text("who"),
    _text("what"),
    _text("through"),
    _text("seen_at"),
)

vault_keys = Table(
    "vault_keys",
    metadata,
    _key("athlete"),
    _key("slot"),
    _maybe("salt"),
    _maybe("cost"),
    _text("wrapped"),
)
