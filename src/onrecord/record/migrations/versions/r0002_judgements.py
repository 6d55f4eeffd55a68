"""Judgements and who makes them; what an article was called before; roles over time."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

# What formats before this one held of it can be told from the mentions.
ROLES = """
INSERT INTO actor_roles (actor_id, position, role, affiliation, first, last, articles)
SELECT actor_id, row_number() OVER (
        PARTITION BY actor_id
        ORDER BY count(DISTINCT revision_id) DESC, coalesce(role, ''), coalesce(affiliation, '')
    ) - 1, role, affiliation,
    coalesce(min(day), ''), coalesce(max(day), ''), count(DISTINCT revision_id)
FROM (
    SELECT m.actor_id, m.role, m.affiliation, m.revision_id, substr(r.published, 1, 10) AS day
    FROM mentions m JOIN revisions r ON r.id = m.revision_id
    WHERE m.actor_id IS NOT NULL AND (m.role IS NOT NULL OR m.affiliation IS NOT NULL)
) AS held
GROUP BY actor_id, role, affiliation
"""


def upgrade() -> None:
    """From format 1 to format 2."""
    _particulars()
    _roles()
    _reviewers()
    _judgements()


def _particulars() -> None:
    op.create_table(
        "particulars",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("outlet", TEXT),
        sa.Column("title", TEXT),
        sa.Column("published", TEXT),
        sa.Column("published_date_only", sa.Boolean(), nullable=False),
        sa.Column("modified", TEXT),
        sa.Column("place", TEXT, nullable=False, comment="where it was read"),
        sa.Column("line", sa.Integer()),
        sa.Column("furniture", sa.JSON(), nullable=False),
        sa.Column("captions", sa.JSON(), nullable=False),
        sa.Column("read_at", TEXT, nullable=False),
        sa.Column("run_id", TEXT, nullable=False),
        sa.Column("replaced_at", TEXT, nullable=False, comment="when the same words were read with others"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_particulars_revision_id", "particulars", ["revision_id"])


def _roles() -> None:
    op.drop_table("actor_roles")
    op.create_table(
        "actor_roles",
        sa.Column("actor_id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="0 is the most frequent"),
        sa.Column("role", TEXT),
        sa.Column("affiliation", TEXT, comment="the organisation that the role is in"),
        sa.Column(
            "first", TEXT, nullable=False, comment="the day of the first article that says so, else empty"
        ),
        sa.Column(
            "last", TEXT, nullable=False, comment="the day of the last article that says so, else empty"
        ),
        sa.Column("articles", sa.Integer(), nullable=False, comment="how many revisions of articles say so"),
        sa.CheckConstraint("role IS NOT NULL OR affiliation IS NOT NULL", name="role_or_affiliation"),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", "position"),
    )
    op.execute(ROLES)


def _reviewers() -> None:
    op.create_table(
        "reviewers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("password_hash", TEXT, comment="empty for somebody who has no way in over the web"),
        sa.Column("created_at", TEXT, nullable=False),
        sa.Column("ended_at", TEXT, comment="when they stopped being a reviewer"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", TEXT, nullable=False, comment="the SHA-256 of the token in the browser's cookie"),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("created_at", TEXT, nullable=False),
        sa.Column("expires_at", TEXT, nullable=False),
        sa.Column("ended_at", TEXT, comment="when they left"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sessions_reviewer_id", "sessions", ["reviewer_id"])
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), comment="whose; empty for everybody's"),
        sa.Column("name", TEXT, nullable=False),
        sa.Column(
            "query", sa.JSON(), nullable=False, comment="the filters by name, as in the address of a search"
        ),
        sa.Column("created_at", TEXT, nullable=False),
        sa.Column("seen_at", TEXT, comment="when it was last looked at: what came later is new"),
        sa.Column("ended_at", TEXT, comment="when it was removed"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_saved_searches_reviewer_id", "saved_searches", ["reviewer_id"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("statement_id", TEXT, comment="the statement that is judged"),
        sa.Column("article_id", TEXT, comment="the statement's article"),
        sa.Column("digest", TEXT, comment="the digest of the text that the statement was read in"),
        sa.Column("actor_id", TEXT, comment="the actor that is judged, as the id was then"),
        sa.Column("field", TEXT, comment="the field that is put right, by its name in the guide"),
        sa.Column("old", sa.JSON(), comment="what stood there"),
        sa.Column("new", sa.JSON(), comment="what is right"),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("note", TEXT),
        sa.Column("undone_at", TEXT, comment="when it was taken back"),
        sa.Column("undone_by", sa.Integer(), comment="who took it back"),
        sa.CheckConstraint(
            "kind IN ('right', 'wrong', 'field', 'span', 'merge', 'split')", name="kind_is_known"
        ),
        sa.CheckConstraint("statement_id IS NOT NULL OR actor_id IS NOT NULL", name="judges_something"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"]),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"]),
        sa.ForeignKeyConstraint(["undone_by"], ["reviewers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_judgements_actor_id", "judgements", ["actor_id"])
    op.create_index("ix_judgements_article_id", "judgements", ["article_id"])
    op.create_index("ix_judgements_reviewer_id", "judgements", ["reviewer_id"])
    op.create_index("ix_judgements_statement_id", "judgements", ["statement_id"])
