"""The tables of a record, under names that a reader of the bare file understands.

Two conventions hold everywhere. Spans are JSON, ``[[start, end], …]``, counted in code points of the
revision's ``text``; the words they cover stand beside them as plain text, because nobody should have to
cut a text by hand to read a statement. Times are ISO 8601 text exactly as the article gives them, with
its own time zone; a column that is compared or sorted by says so in its comment.
"""

import sqlalchemy
from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
)

__all__ = [
    "SCHEMA_VERSION",
    "actor_names",
    "actor_roles",
    "actors",
    "articles",
    "dropped_statements",
    "judgements",
    "linked_actors",
    "links",
    "mentions",
    "meta",
    "names",
    "outlets",
    "particulars",
    "refusals",
    "reviewers",
    "revisions",
    "runs",
    "saved_searches",
    "sessions",
    "statement_actors",
    "statement_facets",
    "statement_parties",
    "statements",
    "tables",
]

SCHEMA_VERSION = 7
"""The format of the tables below: the number of the last revision in ``migrations/versions``.

Whoever changes a table adds a revision that brings older records there, and raises this. It is
written to the file as SQLite's ``user_version``, too.
"""

Text = sqlalchemy.Text().with_variant(sqlalchemy.Text(collation="C"), "postgresql")
"""Text that is compared and sorted by its code points, in every database and whatever its locale."""

Json = JSON(none_as_null=True)
"""JSON of a column that may be empty."""

tables = MetaData()

meta = Table(
    "meta",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

outlets = Table(
    "outlets",
    tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("folded", Text, nullable=False, comment="the name as names are compared"),
)

runs = Table(
    "runs",
    tables,
    Column("id", Text, primary_key=True),
    Column("software", Text, nullable=False),
    Column("model", Text, nullable=False, comment="the digest of the model file"),
    Column("settings", JSON, nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text, comment="empty while it runs, and for good if it was cut short"),
)

articles = Table(
    "articles",
    tables,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True, comment="the address, else the digest of the words"),
    Column("url", Text, index=True),
    Column("outlet_id", ForeignKey("outlets.id"), index=True),
    Column("title", Text, comment="of the latest revision"),
    Column("published", Text, comment="of the latest revision"),
    Column("revision", Integer, nullable=False, comment="the number of the latest revision"),
)

revisions = Table(
    "revisions",
    tables,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False, comment="1, 2, … in the order of reading"),
    Column("digest", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("published_date_only", Boolean, nullable=False),
    Column("modified", Text),
    Column("instant", Text, nullable=False, comment="modified or published in UTC; tells which is latest"),
    Column("place", Text, nullable=False, comment="where it was read"),
    Column("line", Integer),
    Column("read_at", Text, nullable=False),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("furniture", JSON, nullable=False),
    Column("captions", JSON, nullable=False),
    Column("text", Text, nullable=False, comment="as read; nothing is normalised"),
    UniqueConstraint("article_id", "number"),
    UniqueConstraint("article_id", "digest"),
)

particulars = Table(
    "particulars",
    tables,
    Column("id", Integer, primary_key=True),
    Column("revision_id", ForeignKey("revisions.id"), nullable=False, index=True),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Text),
    Column("published_date_only", Boolean, nullable=False),
    Column("modified", Text),
    Column("place", Text, nullable=False, comment="where it was read"),
    Column("line", Integer),
    Column("furniture", JSON, nullable=False),
    Column("captions", JSON, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("replaced_at", Text, nullable=False, comment="when the same words were read with others"),
)

actors = Table(
    "actors",
    tables,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Text, comment="the one met most often"),
    Column("country", Text, comment="ISO 3166 alpha-2"),
)

actor_names = Table(
    "actor_names",
    tables,
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, comment="0 is the fullest"),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True, comment="the name as names are compared"),
)

actor_roles = Table(
    "actor_roles",
    tables,
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, comment="0 is the most frequent"),
    Column("role", Text),
    Column("affiliation", Text, comment="the organisation that the role is in"),
    Column("first", Text, nullable=False, comment="the day of the first article that says so, else empty"),
    Column("last", Text, nullable=False, comment="the day of the last article that says so, else empty"),
    Column("articles", Integer, nullable=False, comment="how many revisions of articles say so"),
    CheckConstraint("role IS NOT NULL OR affiliation IS NOT NULL", name="role_or_affiliation"),
)

mentions = Table(
    "mentions",
    tables,
    Column("id", Integer, primary_key=True),
    Column("revision_id", ForeignKey("revisions.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Text),
    Column("affiliation", Text),
    Column("country", Text),
    Column("folded", Text, nullable=False, comment="the name as names are compared"),
    Column("actor_id", ForeignKey("actors.id"), index=True, comment="who it is across articles"),
    Column("bound_id", Text, comment="who it is, where a person said so"),
    Column("linked_id", Text, index=True, comment="who it was linked to before people merged or split"),
    Column("affiliation_folded", Text, comment="the affiliation as names are compared"),
)

names = Table(
    "names",
    tables,
    Column("id", Integer, primary_key=True),
    Column("folded", Text, nullable=False, unique=True, comment="the name as names are compared"),
    Column("name", Text, nullable=False, comment="as it was first met"),
)

statements = Table(
    "statements",
    tables,
    Column("key", Integer, primary_key=True, comment="the number that the search index knows it by"),
    Column("id", Text, nullable=False, index=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("revision_id", ForeignKey("revisions.id"), nullable=False),
    Column("position", Integer, nullable=False, comment="0, 1, … in the order of the text"),
    Column(
        "latest",
        Boolean,
        nullable=False,
        comment="whether it is found unasked: in the latest revision, not judged wrong",
    ),
    Column("title", Text),
    Column("speaker_id", ForeignKey("actors.id"), comment="who it is across articles"),
    Column("speaker_mention", ForeignKey("mentions.id"), nullable=False, index=True),
    Column("act", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("said", Text),
    Column("venue", Text),
    Column("source_words", Text, nullable=False),
    Column("cue_words", Text, nullable=False),
    Column("content_words", Text, nullable=False),
    Column("source_spans", JSON, nullable=False),
    Column("cue_spans", JSON, nullable=False),
    Column("content_spans", JSON, nullable=False),
    Column("inside", Text),
    Column("about", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("decisions", JSON, nullable=False),
    Column("dated", Text, nullable=False, comment="first day said, else the day published, else empty"),
    Column("dated_to", Text, nullable=False, comment="last day said, else the day published, else empty"),
    Column("published_on", Text, nullable=False, comment="the day published, where it was published"),
    Column("published_at", Text, nullable=False, comment="the moment published, in UTC"),
    Column("reviewed", Text, nullable=False, server_default="unreviewed"),
    Column("found", Json, comment="what was found, where people put it right"),
    UniqueConstraint("revision_id", "id"),
    Index("statements_by_speaker", "speaker_id", "dated", "published_at"),
    Index("statements_by_article", "article_id", "revision_id", "position"),
    Index("statements_by_status", "status"),
    Index("statements_by_review", "latest", "reviewed", "confidence"),
)

statement_actors = Table(
    "statement_actors",
    tables,
    Column("statement_key", ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("mention_id", ForeignKey("mentions.id"), nullable=False, index=True),
    CheckConstraint("part IN ('speaker', 'for', 'audience', 'target')", name="part_is_known"),
)

statement_facets = Table(
    "statement_facets",
    tables,
    Column("key", ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("latest", Boolean, nullable=False),
    Column("speaker", Text, nullable=False, comment="an actor's id, else = and the folded name"),
    Column("affiliation", Text, comment="the speaker's: = and the folded name"),
    Column("country", Text, comment="the speaker's"),
    *(Column(name, Text, nullable=False) for name in ("act", "form", "mode")),
    Column("outlet_id", Integer),
    *(Column(name, Text, nullable=False) for name in ("dated", "dated_to", "published_on", "published_at")),
    Column("confidence", Float, nullable=False),
    Column("reviewed", Text, nullable=False),
)
"""What a statement is found by: one narrow row each, kept true by triggers. Write to the other tables."""

_facets = statement_facets.c
_latest_first = (_facets.latest, _facets.dated.desc(), _facets.published_at.desc())
Index("facets_by_date", *_latest_first)
Index("facets_by_publication", _facets.latest, _facets.published_on.desc(), _facets.published_at.desc())
Index("facets_by_doubt", _facets.latest, _facets.confidence)
for _name in ("speaker", "affiliation", "country", "act", "outlet_id"):
    Index(f"facets_by_{_name.removesuffix('_id')}", _facets[_name], *_latest_first)
_over = _facets.dated_to > _facets.dated
Index("facets_by_interval", _facets.dated_to, _facets.dated, sqlite_where=_over, postgresql_where=_over)

statement_parties = Table(
    "statement_parties",
    tables,
    Column("statement_key", ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("actor", Text, primary_key=True, comment="an actor's id, else = and the folded name"),
    CheckConstraint("part IN ('audience', 'target')", name="part_is_a_party"),
    Index("parties_by_actor", "part", "actor", "statement_key"),
    sqlite_with_rowid=False,
)
"""Whom a statement is about or said to, each once; kept true by triggers, too."""

refusals = Table(
    "refusals",
    tables,
    Column("id", Integer, primary_key=True),
    Column("place", Text, nullable=False, index=True),
    Column("line", Integer),
    Column("code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("ended_at", Text, comment="when the same place was read after all"),
)

links = Table(
    "links",
    tables,
    Column("kind", Text, primary_key=True),
    Column("left", Text, primary_key=True, comment="the later or the dependent one"),
    Column("right", Text, primary_key=True, comment="the earlier or the main one"),
    Column("by", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)

reviewers = Table(
    "reviewers",
    tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("password_hash", Text, comment="empty for somebody who has no way in over the web"),
    Column("created_at", Text, nullable=False),
    Column("ended_at", Text, comment="when they stopped being a reviewer"),
)

sessions = Table(
    "sessions",
    tables,
    Column("id", Text, primary_key=True, comment="the SHA-256 of the token in the browser's cookie"),
    Column("reviewer_id", ForeignKey("reviewers.id"), nullable=False, index=True),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("ended_at", Text, comment="when they left"),
    Column("seen_at", Text, comment="when something was last asked for in it, to the minute"),
)

saved_searches = Table(
    "saved_searches",
    tables,
    Column("id", Integer, primary_key=True),
    Column("reviewer_id", ForeignKey("reviewers.id"), index=True, comment="whose; empty for everybody's"),
    Column("name", Text, nullable=False),
    Column("query", JSON, nullable=False, comment="the filters by name, as in the address of a search"),
    Column("created_at", Text, nullable=False),
    Column("seen_at", Text, comment="when it was last looked at: what came later is new"),
    Column("ended_at", Text, comment="when it was removed"),
)

judgements = Table(
    "judgements",
    tables,
    Column("number", Integer, primary_key=True, comment="1, 2, … in the order of deciding"),
    Column("id", Text, nullable=False, unique=True, comment="derived from everything that was decided"),
    Column("kind", Text, nullable=False),
    Column("statement_id", Text, index=True, comment="the statement that is judged"),
    Column("digest", Text, index=True, comment="the digest of the text that the statement stands in"),
    Column("actor_id", Text, index=True, comment="the actor that is judged, as the id was then"),
    Column("undoes", Text, index=True, comment="the judgement that is taken back"),
    Column("changes", Json, comment="what is right: values by field, or who is merged or split"),
    Column("who", Json, comment="the actors of the record that are meant"),
    Column("seen", Json, comment="the statement as the reviewer saw it"),
    Column("run_id", ForeignKey("runs.id"), comment="the run that had found the statement"),
    Column("reviewer_id", ForeignKey("reviewers.id"), nullable=False, index=True),
    Column("at", Text, nullable=False, comment="in UTC"),
    Column("note", Text),
    CheckConstraint(
        "kind IN ('right', 'wrong', 'corrected', 'merge', 'split', 'undo')", name="kind_is_known"
    ),
    CheckConstraint("statement_id IS NOT NULL OR actor_id IS NOT NULL", name="judges_something"),
)

linked_actors = Table(
    "linked_actors",
    tables,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("names", Json, nullable=False),
    Column("roles", Json, nullable=False),
)

dropped_statements = Table(
    "dropped_statements",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("revision_id", ForeignKey("revisions.id"), nullable=False, index=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False, comment="the run that had found it"),
    Column("dropped_by", ForeignKey("runs.id"), nullable=False, comment="the run that found something else"),
    Column("at", Text, nullable=False),
    Column("found", Json, nullable=False, comment="the statement as it was found"),
)
