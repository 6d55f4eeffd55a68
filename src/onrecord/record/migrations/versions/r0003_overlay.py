"""Judgements as they were made; what was found beneath what is shown; what a new model dropped."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """From format 2 to format 3."""
    _judgements()
    _statements()
    _actors()
    _dropped()


def _judgements() -> None:
    op.drop_table("judgements")  # nothing wrote to it
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), nullable=False, comment="1, 2, … in the order of deciding"),
        sa.Column("id", TEXT, nullable=False, comment="derived from everything that was decided"),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("statement_id", TEXT, comment="the statement that is judged"),
        sa.Column("digest", TEXT, comment="the digest of the text that the statement stands in"),
        sa.Column("actor_id", TEXT, comment="the actor that is judged, as the id was then"),
        sa.Column("undoes", TEXT, comment="the judgement that is taken back"),
        sa.Column("changes", JSON, comment="what is right: values by field, or who is merged or split"),
        sa.Column("who", JSON, comment="the actors of the record that are meant"),
        sa.Column("seen", JSON, comment="the statement as the reviewer saw it"),
        sa.Column("run_id", TEXT, comment="the run that had found the statement"),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("at", TEXT, nullable=False, comment="in UTC"),
        sa.Column("note", TEXT),
        sa.CheckConstraint(
            "kind IN ('right', 'wrong', 'corrected', 'merge', 'split', 'undo')", name="kind_is_known"
        ),
        sa.CheckConstraint("statement_id IS NOT NULL OR actor_id IS NOT NULL", name="judges_something"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    for name in ("actor_id", "digest", "reviewer_id", "statement_id", "undoes"):
        op.create_index(f"ix_judgements_{name}", "judgements", [name])


def _statements() -> None:
    reviewed = sa.Column("reviewed", TEXT, nullable=False, server_default="unreviewed")
    op.add_column("statements", reviewed)
    op.add_column("statements", sa.Column("found", JSON, comment="what was found, where people put it right"))
    op.create_index("statements_by_review", "statements", ["latest", "reviewed", "confidence"])


def _actors() -> None:
    op.add_column("mentions", sa.Column("bound_id", TEXT, comment="who it is, where a person said so"))
    op.add_column(
        "mentions", sa.Column("linked_id", TEXT, comment="who it was linked to before people merged or split")
    )
    op.create_index("ix_mentions_linked_id", "mentions", ["linked_id"])
    op.create_table(
        "linked_actors",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("country", TEXT),
        sa.Column("names", JSON, nullable=False),
        sa.Column("roles", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _dropped() -> None:
    op.create_table(
        "dropped_statements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("run_id", TEXT, nullable=False, comment="the run that had found it"),
        sa.Column("dropped_by", TEXT, nullable=False, comment="the run that found something else"),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("found", JSON, nullable=False, comment="the statement as it was found"),
        sa.ForeignKeyConstraint(["dropped_by"], ["runs.id"]),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"]),
        sa.PrimaryKeyConstraint("number"),
    )
    for name in ("id", "revision_id"):
        op.create_index(f"ix_dropped_statements_{name}", "dropped_statements", [name])
