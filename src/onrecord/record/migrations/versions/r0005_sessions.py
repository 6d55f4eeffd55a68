"""When a session was last used, so that one that nobody uses ends."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """From format 4 to format 5."""
    seen = sa.Column("seen_at", TEXT, comment="when something was last asked for in it, to the minute")
    op.add_column("sessions", seen)
