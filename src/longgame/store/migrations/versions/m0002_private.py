"""Comments and other private entries, sets logged live, consents, the access log and the vault's keys."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay the new tables; nothing that was there is touched."""
    _private_entries()
    _logged()
    _consents()
    _accesses()
    _vault_keys()


def _private_entries() -> None:
    op.create_table(
        "private_entries",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("said_us", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("session", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "uuid", "said_us", name=op.f("pk_private_entries")),
    )
    op.create_index(op.f("ix_private_entries_athlete_kind_day"), "private_entries", ["athlete", "kind", "day"])
    op.create_index(op.f("ix_private_entries_athlete_session"), "private_entries", ["athlete", "session"])


def _logged() -> None:
    op.create_table(
        "logged",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("said_us", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("athlete", "session", "uuid", "said_us", name=op.f("pk_logged")),
    )


def _consents() -> None:
    op.create_table(
        "consents",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "number", name=op.f("pk_consents")),
    )


def _accesses() -> None:
    op.create_table(
        "accesses",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "number", name=op.f("pk_accesses")),
    )


def _vault_keys() -> None:
    op.create_table(
        "vault_keys",
        sa.Column("athlete", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=True),
        sa.Column("cost", sa.Text(), nullable=True),
        sa.Column("wrapped", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete", "slot", name=op.f("pk_vault_keys")),
    )
