"""Articles cut into passages, by which words are found wherever they stand in a text."""

import re
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ENOUGH, LONGEST, OVERLAP = 500, 1_500, 300
AT_ONCE = 200

SQLITE = """
    CREATE VIRTUAL TABLE passages_search USING fts5 (
        words, content="passage_words", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
    )"""
POSTGRESQL = (
    "ALTER TABLE passages ADD COLUMN search tsvector",
    "CREATE INDEX passages_search ON passages USING gin (search)",
)
PLACE = "INSERT INTO passages (id, revision_id, start, length) VALUES (:id, :revision, :start, :length)"
WORDS_OF_SQLITE = "INSERT INTO passages_search (rowid, words) VALUES (:id, :words)"
WORDS_OF_POSTGRESQL = (
    "UPDATE passages SET search = to_tsvector('simple'::regconfig, onrecord_words(:words)) WHERE id = :id"
)


def upgrade() -> None:
    """From format 5 to format 6."""
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column(
            "start", sa.Integer(), nullable=False, comment="where it begins in the text, in code points"
        ),
        sa.Column("length", sa.Integer(), nullable=False, comment="in code points"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_passages_revision_id", "passages", ["revision_id"])
    sqlite = op.get_bind().dialect.name == "sqlite"
    for command in (SQLITE,) if sqlite else POSTGRESQL:
        op.execute(command)
    _fill(WORDS_OF_SQLITE if sqlite else WORDS_OF_POSTGRESQL)
    if not sqlite:
        numbers = "SELECT setval(pg_get_serial_sequence('passages', 'id'), (SELECT max(id) FROM passages))"
        op.execute(numbers)


def _fill(words: str) -> None:
    bind = op.get_bind()
    some = sa.text("SELECT id, text FROM revisions WHERE id > :last ORDER BY id LIMIT :most")
    last = number = 0
    while texts := bind.execute(some, {"last": last, "most": AT_ONCE}).all():
        rows = []
        for id_, text in texts:
            for start, length in _cut(text):
                number += 1
                part = text[start : start + length]
                rows.append({"id": number, "revision": id_, "start": start, "length": length, "words": part})
        if rows:
            bind.execute(sa.text(PLACE), rows)
            bind.execute(sa.text(words), rows)
        last = texts[-1][0]


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    end = 0
    for paragraph in re.finditer(r"\S[^\r\n\u2028\u2029]*", text):
        if start is not None and paragraph.end() - start > LONGEST:
            yield from _windows(text, start, end)
            start = None
        start = paragraph.start() if start is None else start
        end = paragraph.end()
        if end - start >= ENOUGH:
            yield from _windows(text, start, end)
            start = None
    if start is not None:
        yield from _windows(text, start, end)


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        stop = _space(text, start + LONGEST - OVERLAP, start + LONGEST, start + LONGEST)
        yield start, stop - start
        start = _space(text, stop - OVERLAP, stop - OVERLAP // 2, stop - OVERLAP)
    yield start, end - start


def _space(text: str, first: int, last: int, otherwise: int) -> int:
    found = text.rfind(" ", first, last)
    return otherwise if found < 0 else found + 1
