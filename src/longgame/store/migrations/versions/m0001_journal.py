"""The journal as it was first released: every table, one function each."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay the tables, those that others lean on first."""
    _batches()
    _derived()
    _excuses()
    _exercise_mappings()
    _facts()
    _files()
    _import_answers()
    _moves()
    _notes()
    _originals()
    _pairing_choices()
    _plan_versions()
    _said()
    _sessions()
    _supports()
    _wellness()
    _laps()
    _sets()
    _sources()


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "id", name=op.f("pk_batches")),
    )


def _derived() -> None:
    op.create_table(
        "derived",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "kind", "key", name=op.f("pk_derived")),
    )
    op.create_index(op.f("ix_derived_athlete_day"), "derived", ["athlete", "day"], unique=False)


def _excuses() -> None:
    op.create_table(
        "excuses",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "number", name=op.f("pk_excuses")),
    )


def _exercise_mappings() -> None:
    op.create_table(
        "exercise_mappings",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("logged", sa.Text(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "logged", name=op.f("pk_exercise_mappings")),
    )


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("said_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "row", name=op.f("pk_facts")),
    )


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=True),
        sa.Column("reader", sa.Text(), nullable=True),
        sa.Column("extent", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("wellness", sa.Integer(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "batch", "path", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_athlete_original"), "files", ["athlete", "original"], unique=False)
    op.create_index(op.f("ix_files_athlete_outcome"), "files", ["athlete", "outcome"], unique=False)


def _import_answers() -> None:
    op.create_table(
        "import_answers",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "question", name=op.f("pk_import_answers")),
    )


def _moves() -> None:
    op.create_table(
        "moves",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("planned", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "number", name=op.f("pk_moves")),
    )


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("said_us", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "row", name=op.f("pk_notes")),
    )
    op.create_index(op.f("ix_notes_athlete_day"), "notes", ["athlete", "day"], unique=False)


def _originals() -> None:
    op.create_table(
        "originals",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("kept_as", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "hash", name=op.f("pk_originals")),
    )


def _pairing_choices() -> None:
    op.create_table(
        "pairing_choices",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("planned", sa.Text(), nullable=True),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "number", name=op.f("pk_pairing_choices")),
    )


def _plan_versions() -> None:
    op.create_table(
        "plan_versions",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("used_from", sa.Text(), nullable=False),
        sa.Column("used_from_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "number", name=op.f("pk_plan_versions")),
    )


def _said() -> None:
    op.create_table(
        "said",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("session", sa.Text(), nullable=True),
        sa.Column("planned", sa.Text(), nullable=True),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("said_us", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "uuid", name=op.f("pk_said")),
    )
    op.create_index(op.f("ix_said_athlete_day"), "said", ["athlete", "day"], unique=False)
    op.create_index(op.f("ix_said_athlete_session"), "said", ["athlete", "session"], unique=False)


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("shown_as", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("start_us", sa.BigInteger(), nullable=False),
        sa.Column("local_day", sa.Date(), nullable=False),
        sa.Column("sport", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("duration_s", sa.Double(), nullable=True),
        sa.Column("moving_s", sa.Double(), nullable=True),
        sa.Column("distance_m", sa.Double(), nullable=True),
        sa.Column("ascent_m", sa.Double(), nullable=True),
        sa.Column("energy_kj", sa.Double(), nullable=True),
        sa.Column("mean_hr_bpm", sa.Double(), nullable=True),
        sa.Column("mean_power_w", sa.Double(), nullable=True),
        sa.Column("rpe", sa.Double(), nullable=True),
        sa.Column("feel", sa.Double(), nullable=True),
        sa.Column("start_known", sa.Boolean(), nullable=False),
        sa.Column("indoor", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("streams", sa.Text(), nullable=True),
        sa.Column("set_count", sa.Integer(), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "row", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_athlete_id"), "sessions", ["athlete", "id"], unique=False)
    op.create_index(op.f("ix_sessions_athlete_local_day"), "sessions", ["athlete", "local_day"], unique=False)
    op.create_index(op.f("ix_sessions_athlete_shown_as"), "sessions", ["athlete", "shown_as"], unique=False)
    op.create_index(
        op.f("ix_sessions_athlete_shown_start_us"), "sessions", ["athlete", "shown", "start_us"], unique=False
    )
    op.create_index(op.f("ix_sessions_athlete_streams"), "sessions", ["athlete", "streams"], unique=False)


def _supports() -> None:
    op.create_table(
        "supports",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "kind", "row", "original", "batch", name=op.f("pk_supports")),
    )
    op.create_index(op.f("ix_supports_athlete_batch"), "supports", ["athlete", "batch"], unique=False)
    op.create_index(op.f("ix_supports_athlete_original"), "supports", ["athlete", "original"], unique=False)


def _wellness() -> None:
    op.create_table(
        "wellness",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("fatigue", sa.Double(), nullable=True),
        sa.Column("sleep_quality", sa.Double(), nullable=True),
        sa.Column("soreness", sa.Double(), nullable=True),
        sa.Column("stress", sa.Double(), nullable=True),
        sa.Column("mood", sa.Double(), nullable=True),
        sa.Column("readiness", sa.Double(), nullable=True),
        sa.Column("life_stress", sa.Double(), nullable=True),
        sa.Column("sleep_s", sa.Double(), nullable=True),
        sa.Column("resting_hr_bpm", sa.Double(), nullable=True),
        sa.Column("hrv_rmssd_ms", sa.Double(), nullable=True),
        sa.Column("hrv_sdnn_ms", sa.Double(), nullable=True),
        sa.Column("body_mass_kg", sa.Double(), nullable=True),
        sa.Column("steps", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "row", name=op.f("pk_wellness")),
    )
    op.create_index(op.f("ix_wellness_athlete_day"), "wellness", ["athlete", "day"], unique=False)


def _laps() -> None:
    op.create_table(
        "laps",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start_s", sa.Double(), nullable=False),
        sa.Column("stop_s", sa.Double(), nullable=False),
        sa.Column("distance_m", sa.Double(), nullable=True),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("mean_hr_bpm", sa.Double(), nullable=True),
        sa.Column("mean_power_w", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete", "row"], ["sessions.athlete", "sessions.row"], name=op.f("fk_laps_sessions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("athlete", "row", "number", name=op.f("pk_laps")),
    )


def _sets() -> None:
    op.create_table(
        "sets",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("load", sa.Text(), nullable=True),
        sa.Column("load_unit", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rir", sa.Double(), nullable=True),
        sa.Column("rpe", sa.Double(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("clean_reps", sa.Integer(), nullable=True),
        sa.Column("duration_s", sa.Double(), nullable=True),
        sa.Column("distance_m", sa.Double(), nullable=True),
        sa.Column("rest_s", sa.Double(), nullable=True),
        sa.Column("superset", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete", "row"], ["sessions.athlete", "sessions.row"], name=op.f("fk_sets_sessions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("athlete", "row", "number", name=op.f("pk_sets")),
    )


def _sources() -> None:
    op.create_table(
        "sources",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("device", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete", "row"],
            ["sessions.athlete", "sessions.row"],
            name=op.f("fk_sources_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete", "row", "number", name=op.f("pk_sources")),
    )
