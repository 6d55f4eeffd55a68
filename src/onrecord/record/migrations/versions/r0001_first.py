"""The tables of format 1: what was read, its statements, who is who, what was left out.

A migration is history and stays as it was written: it imports nothing of the record's.
"""

import sys
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


# PostgreSQL's index sees the words that FTS5's unicode61 sees: letters, numbers, private use and the marks
# that combine with them, without case and accents. The bodies are bound when they are made, so that they
# hold in a restored copy, too, whatever its search path.
SEARCH = (
    """
    CREATE FUNCTION onrecord_words(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN octet_length(given) = length(given)
        THEN regexp_replace(lower(given), '[^a-z0-9]+', ' ', 'g')
        ELSE regexp_replace(regexp_replace(
            normalize({small}, NFD), '[\\u0300-\\u036f]+', '', 'g'), '[^{words}]+', ' ', 'g')
        END""",
    """
    CREATE FUNCTION onrecord_index(content text, source text, title text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('simple'::regconfig, coalesce(onrecord_words(content), '')), 'A')
        || setweight(to_tsvector('simple'::regconfig, coalesce(onrecord_words(source), '')), 'B')
        || setweight(to_tsvector('simple'::regconfig, coalesce(onrecord_words(title), '')), 'C')""",
    """
    ALTER TABLE statements ADD COLUMN search tsvector
    GENERATED ALWAYS AS (onrecord_index(content_words, source_words, title)) STORED""",
    "CREATE INDEX statements_search ON statements USING gin (search)",
)

INDEX = (
    """
    CREATE VIRTUAL TABLE statements_search USING fts5 (
        content_words, source_words, title,
        content="statements", content_rowid="key", tokenize="unicode61 remove_diacritics 2"
    )""",
    """
    CREATE TRIGGER statements_search_insert AFTER INSERT ON statements BEGIN
        INSERT INTO statements_search (rowid, content_words, source_words, title)
        VALUES (new.key, new.content_words, new.source_words, new.title);
    END""",
    """
    CREATE TRIGGER statements_search_delete AFTER DELETE ON statements BEGIN
        INSERT INTO statements_search (statements_search, rowid, content_words, source_words, title)
        VALUES ('delete', old.key, old.content_words, old.source_words, old.title);
    END""",
    """
    CREATE TRIGGER statements_search_update AFTER UPDATE OF content_words, source_words, title ON statements
    BEGIN
        INSERT INTO statements_search (statements_search, rowid, content_words, source_words, title)
        VALUES ('delete', old.key, old.content_words, old.source_words, old.title);
        INSERT INTO statements_search (rowid, content_words, source_words, title)
        VALUES (new.key, new.content_words, new.source_words, new.title);
    END""",
)


def upgrade() -> None:
    """Make the tables of format 1."""
    _meta()
    _outlets()
    _runs()
    _articles()
    _revisions()
    _refusals()
    _actors()
    _actor_names()
    _actor_roles()
    _mentions()
    _statements()
    _statement_actors()
    _links()
    _indexes_of_statements()
    if op.get_bind().dialect.name == "sqlite":
        for command in INDEX:
            op.execute(command)
    else:
        bind = op.get_bind()
        icu = bind.exec_driver_sql("SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu'").first()
        small = 'lower(given COLLATE "und-x-icu") COLLATE "default"' if icu else "lower(given)"
        for command in SEARCH:
            bind.exec_driver_sql(command.replace("{small}", small).replace("{words}", _signs_of_words()))


def _signs_of_words() -> str:
    """The signs of which words are made, as ranges of a regular expression of PostgreSQL's."""
    ranges: list[list[int]] = []
    for code in range(1, sys.maxunicode + 1):
        category = unicodedata.category(chr(code))
        if category[0] in "LNM" or category == "Co":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\U{first:08X}-\\U{last:08X}" for first, last in ranges)


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _outlets() -> None:
    op.create_table(
        "outlets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("folded", TEXT, nullable=False, comment="the name as names are compared"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("software", TEXT, nullable=False),
        sa.Column("model", TEXT, nullable=False, comment="the digest of the model file"),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("started", TEXT, nullable=False),
        sa.Column("ended", TEXT, comment="empty while it runs, and for good if it was cut short"),
        sa.PrimaryKeyConstraint("id"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False, comment="the address, else the digest of the words"),
        sa.Column("url", TEXT),
        sa.Column("outlet_id", sa.Integer()),
        sa.Column("title", TEXT, comment="of the latest revision"),
        sa.Column("published", TEXT, comment="of the latest revision"),
        sa.Column("revision", sa.Integer(), nullable=False, comment="the number of the latest revision"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_articles_outlet_id", "articles", ["outlet_id"])
    op.create_index("ix_articles_url", "articles", ["url"])


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", TEXT, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="1, 2, … in the order of reading"),
        sa.Column("digest", TEXT, nullable=False),
        sa.Column("title", TEXT),
        sa.Column("published", TEXT),
        sa.Column("published_date_only", sa.Boolean(), nullable=False),
        sa.Column("modified", TEXT),
        sa.Column(
            "instant", TEXT, nullable=False, comment="modified or published in UTC; tells which is latest"
        ),
        sa.Column("place", TEXT, nullable=False, comment="where it was read"),
        sa.Column("line", sa.Integer()),
        sa.Column("read_at", TEXT, nullable=False),
        sa.Column("run_id", TEXT, nullable=False),
        sa.Column("furniture", sa.JSON(), nullable=False),
        sa.Column("captions", sa.JSON(), nullable=False),
        sa.Column("text", TEXT, nullable=False, comment="as read; nothing is normalised"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("article_id", "digest"),
        sa.UniqueConstraint("article_id", "number"),
    )


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("ended_at", TEXT, comment="when the same place was read after all"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_refusals_place", "refusals", ["place"])


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("role", TEXT, comment="the one met most often"),
        sa.Column("country", TEXT, comment="ISO 3166 alpha-2"),
        sa.PrimaryKeyConstraint("id"),
    )


def _actor_names() -> None:
    op.create_table(
        "actor_names",
        sa.Column("actor_id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="0 is the fullest"),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("folded", TEXT, nullable=False, comment="the name as names are compared"),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", "position"),
    )


def _actor_roles() -> None:
    op.create_table(
        "actor_roles",
        sa.Column("actor_id", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="0 is the most frequent"),
        sa.Column("role", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", "position"),
    )


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("role", TEXT),
        sa.Column("affiliation", TEXT),
        sa.Column("country", TEXT),
        sa.Column("folded", TEXT, nullable=False, comment="the name as names are compared"),
        sa.Column("actor_id", TEXT, comment="who it is across articles"),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"]),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_mentions_actor_id", "mentions", ["actor_id"])
    op.create_index("ix_mentions_revision_id", "mentions", ["revision_id"])


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column(
            "key", sa.Integer(), nullable=False, comment="the number that the search index knows it by"
        ),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("article_id", TEXT, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="0, 1, … in the order of the text"),
        sa.Column(
            "latest",
            sa.Boolean(),
            nullable=False,
            comment="whether it is found unasked: in the latest revision, not judged wrong",
        ),
        sa.Column("title", TEXT),
        sa.Column("speaker_id", TEXT, comment="who it is across articles"),
        sa.Column("speaker_mention", sa.Integer(), nullable=False),
        sa.Column("act", TEXT, nullable=False),
        sa.Column("form", TEXT, nullable=False),
        sa.Column("mode", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("said", TEXT),
        sa.Column("venue", TEXT),
        sa.Column("source_words", TEXT, nullable=False),
        sa.Column("cue_words", TEXT, nullable=False),
        sa.Column("content_words", TEXT, nullable=False),
        sa.Column("source_spans", sa.JSON(), nullable=False),
        sa.Column("cue_spans", sa.JSON(), nullable=False),
        sa.Column("content_spans", sa.JSON(), nullable=False),
        sa.Column("inside", TEXT),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column(
            "dated", TEXT, nullable=False, comment="first day said, else the day published, else empty"
        ),
        sa.Column(
            "dated_to", TEXT, nullable=False, comment="last day said, else the day published, else empty"
        ),
        sa.Column("published_on", TEXT, nullable=False, comment="the day published, where it was published"),
        sa.Column("published_at", TEXT, nullable=False, comment="the moment published, in UTC"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"]),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"]),
        sa.ForeignKeyConstraint(["speaker_id"], ["actors.id"]),
        sa.ForeignKeyConstraint(["speaker_mention"], ["mentions.id"]),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("revision_id", "id"),
    )


def _statement_actors() -> None:
    op.create_table(
        "statement_actors",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("part", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("part IN ('speaker', 'for', 'audience', 'target')", name="part_is_known"),
        sa.ForeignKeyConstraint(["mention_id"], ["mentions.id"]),
        sa.ForeignKeyConstraint(["statement_key"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement_key", "part", "position"),
    )
    op.create_index("ix_statement_actors_mention_id", "statement_actors", ["mention_id"])


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("left", TEXT, nullable=False, comment="the later or the dependent one"),
        sa.Column("right", TEXT, nullable=False, comment="the earlier or the main one"),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "left", "right"),
    )


def _indexes_of_statements() -> None:
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_index("ix_statements_speaker_mention", "statements", ["speaker_mention"])
    op.create_index("statements_by_article", "statements", ["article_id", "revision_id", "position"])
    op.create_index("statements_by_date", "statements", ["latest", "dated", "published_at"])
    op.create_index("statements_by_publication", "statements", ["latest", "published_on", "published_at"])
    op.create_index("statements_by_speaker", "statements", ["speaker_id", "dated", "published_at"])
