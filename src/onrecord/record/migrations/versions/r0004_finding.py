"""What statements are found by: one narrow row each, kept true by triggers; every name, to be searched.

A page of a search, its filters and its counts read these rows and no others; those of ``statements`` are
ten times as wide. Triggers fill them, so that they are true whoever writes.
"""

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

# A row of statement_facets out of one of statements, called {s}.
FACETS = """
    SELECT {s}.key, {s}.latest, coalesce({s}.speaker_id, '=' || m.folded), '=' || m.affiliation_folded,
        coalesce(m.country, c.country), {s}.act, {s}.form, {s}.mode, a.outlet_id,
        {s}.dated, {s}.dated_to, {s}.published_on, {s}.published_at, {s}.confidence, {s}.reviewed
    FROM {statements} JOIN articles a ON a.id = {s}.article_id LEFT JOIN actors c ON c.id = {s}.speaker_id"""
COLUMNS = """key, latest, speaker, affiliation, country, act, form, mode, outlet_id, dated, dated_to,
    published_on, published_at, confidence, reviewed"""
OF_STATEMENTS = """latest, speaker_id, speaker_mention, article_id,
    act, form, mode, dated, dated_to, published_on, published_at, confidence, reviewed"""
OF_MENTIONS = "folded, name, affiliation, affiliation_folded, country, actor_id"

NAMES = (
    "INSERT INTO names (folded, name) SELECT new.folded, new.name WHERE true ON CONFLICT DO NOTHING",
    """INSERT INTO names (folded, name) SELECT new.affiliation_folded, new.affiliation
        WHERE new.affiliation_folded IS NOT NULL ON CONFLICT DO NOTHING""",
)
PARTY = """
    INSERT INTO statement_parties (statement_key, part, actor)
    SELECT sa.statement_key, sa.part, coalesce(m.actor_id, '=' || m.folded)
    FROM statement_actors sa JOIN mentions m ON m.id = sa.mention_id
    WHERE sa.part IN ('target', 'audience'){which} ON CONFLICT DO NOTHING"""
# The parties of some statements anew; {keys} gives the statements.
PARTIES_ANEW = (
    "DELETE FROM statement_parties WHERE statement_key IN ({keys})",
    PARTY.format(which=" AND sa.statement_key IN ({keys})"),
)
MENTIONED = "SELECT statement_key FROM statement_actors WHERE mention_id = new.id"
MENTION_CHANGED = (
    """UPDATE statement_facets SET
        speaker = (SELECT coalesce(s.speaker_id, '=' || new.folded) FROM statements s
            WHERE s.key = statement_facets.key),
        affiliation = '=' || new.affiliation_folded,
        country = (SELECT coalesce(new.country, c.country) FROM statements s
            LEFT JOIN actors c ON c.id = s.speaker_id WHERE s.key = statement_facets.key)
    WHERE key IN (SELECT key FROM statements WHERE speaker_mention = new.id)""",
    *NAMES,
    *(command.format(keys=MENTIONED) for command in PARTIES_ANEW),
)
ACTOR_CHANGED = (
    """UPDATE statement_facets SET country = coalesce(
        (SELECT m.country FROM statements s JOIN mentions m ON m.id = s.speaker_mention
            WHERE s.key = statement_facets.key), new.country)
    WHERE speaker = new.id""",
)
OUTLET_CHANGED = (
    """UPDATE statement_facets SET outlet_id = new.outlet_id
    WHERE key IN (SELECT key FROM statements WHERE article_id = new.id)""",
)
INSERTED = (
    f"INSERT INTO statement_facets ({COLUMNS}) {FACETS.format(s='new', statements='mentions m')}"
    " WHERE m.id = new.speaker_mention"
)
CHANGED = ("DELETE FROM statement_facets WHERE key = new.key", INSERTED)

TRIGGERS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("facets_of_statement", "INSERT", "statements", (INSERTED,)),
    ("facets_of_changed_statement", f"UPDATE OF {OF_STATEMENTS}", "statements", CHANGED),
    ("facets_of_deleted_statement", "DELETE", "statements",
        ("DELETE FROM statement_facets WHERE key = old.key",
         "DELETE FROM statement_parties WHERE statement_key = old.key")),
    ("facets_of_mention", f"UPDATE OF {OF_MENTIONS}", "mentions", MENTION_CHANGED),
    ("facets_of_actor", "UPDATE OF country", "actors", ACTOR_CHANGED),
    ("facets_of_article", "UPDATE OF outlet_id", "articles", OUTLET_CHANGED),
    ("names_of_mention", "INSERT", "mentions", NAMES),
    ("names_of_actor", "INSERT", "actor_names", NAMES[:1]),
    ("parties_of_statement", "INSERT", "statement_actors",
        (PARTY.format(which=" AND sa.statement_key = new.statement_key AND sa.part = new.part"
                      " AND sa.position = new.position"),)),
    ("parties_of_changed_statement", "UPDATE", "statement_actors",
        tuple(command.format(keys="new.statement_key, old.statement_key") for command in PARTIES_ANEW)),
    ("parties_of_shortened_statement", "DELETE", "statement_actors",
        tuple(command.format(keys="old.statement_key") for command in PARTIES_ANEW)),
)  # fmt: skip

SQLITE = (
    """CREATE VIRTUAL TABLE names_search USING fts5 (
        folded, content="names", content_rowid="id", tokenize="unicode61 remove_diacritics 0"
    )""",
    """CREATE TRIGGER names_search_insert AFTER INSERT ON names BEGIN
        INSERT INTO names_search (rowid, folded) VALUES (new.id, new.folded);
    END""",
)


def upgrade() -> None:
    """From format 3 to format 4."""
    op.add_column(
        "mentions", sa.Column("affiliation_folded", TEXT, comment="the affiliation as names are compared")
    )
    op.create_index("ix_actor_names_folded", "actor_names", ["folded"])
    _names()
    _facets()
    _parties()
    _fill()
    for name in ("statements_by_date", "statements_by_publication"):
        op.drop_index(name, "statements")
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, event, table, commands in TRIGGERS:
        (_trigger_of_postgresql if postgresql else _trigger_of_sqlite)(name, event, table, commands)


def _names() -> None:
    op.create_table(
        "names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folded", TEXT, nullable=False, comment="the name as names are compared"),
        sa.Column("name", TEXT, nullable=False, comment="as it was first met"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("folded"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for command in SQLITE:
            op.execute(command)
    else:
        op.execute("CREATE INDEX names_search ON names USING gin (to_tsvector('simple', folded))")


def _facets() -> None:
    op.create_table(
        "statement_facets",
        sa.Column("key", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("speaker", TEXT, nullable=False, comment="an actor's id, else = and the folded name"),
        sa.Column("affiliation", TEXT, comment="the speaker's: = and the folded name"),
        sa.Column("country", TEXT, comment="the speaker's"),
        sa.Column("act", TEXT, nullable=False),
        sa.Column("form", TEXT, nullable=False),
        sa.Column("mode", TEXT, nullable=False),
        sa.Column("outlet_id", sa.Integer()),
        sa.Column("dated", TEXT, nullable=False),
        sa.Column("dated_to", TEXT, nullable=False),
        sa.Column("published_on", TEXT, nullable=False),
        sa.Column("published_at", TEXT, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reviewed", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["key"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    latest_first: list[str | sa.TextClause] = ["latest", sa.text("dated DESC"), sa.text("published_at DESC")]
    op.create_index("facets_by_date", "statement_facets", latest_first)
    op.create_index(
        "facets_by_publication",
        "statement_facets",
        ["latest", sa.text("published_on DESC"), sa.text("published_at DESC")],
    )
    op.create_index("facets_by_doubt", "statement_facets", ["latest", "confidence"])
    over_days = sa.text("dated_to > dated")
    op.create_index(
        "facets_by_interval",
        "statement_facets",
        ["dated_to", "dated"],
        sqlite_where=over_days,
        postgresql_where=over_days,
    )
    for name in ("speaker", "affiliation", "country", "act", "outlet_id"):
        op.create_index(f"facets_by_{name.removesuffix('_id')}", "statement_facets", [name, *latest_first])


def _parties() -> None:
    op.create_table(
        "statement_parties",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("part", TEXT, nullable=False),
        sa.Column("actor", TEXT, nullable=False, comment="an actor's id, else = and the folded name"),
        sa.CheckConstraint("part IN ('audience', 'target')", name="part_is_a_party"),
        sa.ForeignKeyConstraint(["statement_key"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement_key", "part", "actor"),
        sqlite_with_rowid=False,
    )
    op.create_index("parties_by_actor", "statement_parties", ["part", "actor", "statement_key"])


def _fill() -> None:
    bind = op.get_bind()
    given = bind.execute(sa.text("SELECT DISTINCT affiliation FROM mentions WHERE affiliation IS NOT NULL"))
    folded = sa.text("UPDATE mentions SET affiliation_folded = :folded WHERE affiliation = :given")
    for (affiliation,) in given.all():
        bind.execute(folded, {"folded": _folded(affiliation), "given": affiliation})
    op.execute("INSERT INTO names (folded, name) SELECT folded, min(name) FROM mentions GROUP BY folded")
    op.execute(
        """INSERT INTO names (folded, name) SELECT affiliation_folded, min(affiliation) FROM mentions
        WHERE affiliation_folded IS NOT NULL GROUP BY affiliation_folded ON CONFLICT DO NOTHING"""
    )
    op.execute(
        """INSERT INTO names (folded, name) SELECT folded, min(name) FROM actor_names
        WHERE true GROUP BY folded ON CONFLICT DO NOTHING"""
    )
    statements = "statements s JOIN mentions m ON m.id = s.speaker_mention"
    op.execute(f"INSERT INTO statement_facets ({COLUMNS}) {FACETS.format(s='s', statements=statements)}")
    op.execute(PARTY.format(which=""))


def _folded(name: str) -> str:
    spaced = "".join(" " if c in "/&_" or unicodedata.category(c) == "Pd" else c for c in name)
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", spaced).casefold())
    kept = "".join(c if c.isalnum() else " " if c.isspace() else "" for c in apart)
    return " ".join(kept.split())


def _trigger_of_sqlite(name: str, event: str, table: str, commands: Sequence[str]) -> None:
    op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {'; '.join(commands)}; END")


def _trigger_of_postgresql(name: str, event: str, table: str, commands: Sequence[str]) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN {'; '.join(commands)}; RETURN NULL; END$$"
    )
    op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
