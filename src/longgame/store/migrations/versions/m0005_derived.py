"""Reviews and other derived values that were kept in the clear go; they are made again, and sealed, when asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Throw away everything derived but the counter of changes, which tells nothing."""
    derived = sa.table("derived", sa.column("kind"))
    op.execute(sa.delete(derived).where(derived.c.kind != "changes"))
