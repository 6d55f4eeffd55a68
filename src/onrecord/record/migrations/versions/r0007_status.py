"""An index by which what is said again and what is taken back are found."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """From format 6 to format 7."""
    op.create_index("statements_by_status", "statements", ["status"])
