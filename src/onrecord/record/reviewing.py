"""What is still to be reviewed, and how far the reviewers are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select, tuple_

from onrecord.record import tables as t
from onrecord.record.filters import filters
from onrecord.record.finding import statements_of
from onrecord.record.overlay import found_of, judgements_on, place_of, statement_of
from onrecord.record.query import Query
from onrecord.record.searching import search
from onrecord.record.values import FoundStatement
from onrecord.record.words import words_of
from onrecord.terms.article import Article
from onrecord.terms.judgement import Review, in_force

__all__ = ["Progress", "next_to_review", "progress", "reviews"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reviewing of a record is; statements are those of latest revisions.

    Attributes:
        unreviewed: statements that nobody has judged, or whose judgements were all taken back.
        right: statements that stand as they were found, by somebody's word.
        corrected: statements in which somebody put something right.
        wrong: statements that are none, by somebody's word.
        judgements: how many judgements each reviewer made, the busiest first; taking back counts as one.
    """

    unreviewed: int
    right: int
    corrected: int
    wrong: int
    judgements: Mapping[str, int]

    @property
    def reviewed(self) -> int:
        """Statements that somebody has judged."""
        return self.right + self.corrected + self.wrong

    @property
    def statements(self) -> int:
        """All statements."""
        return self.unreviewed + self.reviewed


def next_to_review(
    connection: Connection, query: Query, *, limit: int, after: str | None
) -> tuple[FoundStatement, ...]:
    """Statements that nobody has judged, the least certain first; see ``Record.to_review``."""
    f, s = t.statement_facets.c, t.statements.c
    asked = replace(query, reviewed=query.reviewed or "no", after=None)
    words = words_of(asked.text)
    found = search(connection, filters(connection, asked), words)
    rows = found.rows(f.confidence, f.key, few=limit)
    if after is not None:
        place = select(s.confidence, s.key).where(s.id == after).order_by(s.latest.desc(), s.key)
        last = connection.execute(place.limit(1)).one_or_none()
        if last is not None:
            rows = rows.where(tuple_(f.confidence, f.key) > tuple_(last.confidence, last.key))
    keys = connection.execute(rows.order_by(f.confidence, f.key).limit(limit), found.given)
    return statements_of(connection, [row.key for row in keys], words)


def reviews(connection: Connection, *, after: int) -> tuple[int, Article, tuple[Review, ...], int] | None:
    """The next text of which statements are judged, after the revision with this number.

    Returns:
        The number of its revision, the text, its judged statements in their order, and how many
        statements of it nobody has judged.
    """
    s = t.statements
    here = select(func.min(s.c.revision_id)).where(s.c.revision_id > after, s.c.reviewed != "unreviewed")
    revision = connection.execute(here).scalar_one()
    if revision is None:
        return None
    rows = connection.execute(select(s).where(s.c.revision_id == revision).order_by(s.c.position))
    held = rows.mappings().all()
    told = [row for row in held if row["reviewed"] != "unreviewed"]
    judgements = judgements_on(connection, [row["id"] for row in told])
    found = tuple(
        Review(
            statement_of(connection, row),
            found_of(connection, row),
            row["reviewed"],
            in_force(judgements[row["id"]]),
        )
        for row in told
    )
    return revision, place_of(connection, revision).article, found, len(held) - len(told)


def progress(connection: Connection) -> Progress:
    """How many statements are reviewed, and by whom."""
    s, a, r = t.statements.c, t.articles.c, t.revisions.c
    shown = select(s.reviewed, func.count()).where(s.latest).group_by(s.reviewed)
    counts = {row[0]: row[1] for row in connection.execute(shown)}
    wrong = (
        select(func.count())
        .select_from(t.statements)
        .join(t.revisions, s.revision_id == r.id)
        .join(t.articles, (a.id == s.article_id) & (a.revision == r.number))
        .where(~s.latest, s.reviewed == "wrong")
    )
    j, name = t.judgements, t.reviewers.c.name
    made = (
        select(name, func.count(j.c.number).label("made"))
        .join_from(t.reviewers, j, j.c.reviewer_id == t.reviewers.c.id)
        .group_by(name)
        .order_by(func.count(j.c.number).desc(), name)
    )
    return Progress(
        unreviewed=counts.get("unreviewed", 0),
        right=counts.get("right", 0),
        corrected=counts.get("corrected", 0),
        wrong=connection.execute(wrong).scalar_one(),
        judgements={row[0]: row[1] for row in connection.execute(made)},
    )
