"""On PostgreSQL every text is ordered by its code points, as on SQLite, whatever language the server speaks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give each text column of each table of the journal that order."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    found = sa.inspect(connection)
    for table in found.get_table_names():
        for column in found.get_columns(table) if table != "alembic_version" else ():
            if isinstance(column["type"], sa.Text):
                op.alter_column(table, column["name"], type_=postgresql.TEXT(collation="C"))
