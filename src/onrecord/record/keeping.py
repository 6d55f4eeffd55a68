"""Writing to a record: one transaction an article, and nothing at all if it is there already."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, select, update

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.rows import (
    Row,
    Value,
    actor_row,
    actors_of,
    instant,
    revision_row,
    statement_row,
    writable,
)
from onrecord.record.settling import Settled, judged_in, settle
from onrecord.record.values import Kept, Run
from onrecord.terms.article import Article
from onrecord.terms.entity import folded
from onrecord.terms.page import Refusal
from onrecord.terms.statement import Actor, Statement

__all__ = ["end_run", "keep", "known", "refuse", "reread"]


def known(connection: Connection, article: Article) -> Kept | None:
    """What the record says of an article whose very words it has."""
    holds = (
        select(t.articles.c.id, t.revisions.c.number)
        .join_from(t.articles, t.revisions)
        .where(t.articles.c.key == article.key, t.revisions.c.digest == article.digest)
    )
    row = connection.execute(holds).one_or_none()
    return None if row is None else Kept("unchanged", row.id, row.number)


def keep(connection: Connection, article: Article, statements: Sequence[Statement], run: Run) -> Kept:
    """Write an article with its statements; see ``Record.keep``."""
    statements = tuple({statement.id: statement for statement in statements}.values())
    now = _now()
    _end_refusals(connection, article, now)
    if held := known(connection, article):
        return held
    _keep_run(connection, run)
    kept = _place_of(connection, article)
    latest = _is_latest(connection, kept.article, article)
    outlet = _outlet(connection, article.outlet)
    if kept.outcome == "added":
        facts: Row = {"id": kept.article, "key": article.key, "url": article.url}
        connection.execute(insert(t.articles), {**facts, **_shown(article, outlet, kept.revision)})
    elif latest:
        _succeed(connection, kept, _shown(article, outlet, kept.revision))
    place: Row = {"article_id": kept.article, "number": kept.revision, "read_at": now, "run_id": run.id}
    revision = _inserted(connection, t.revisions, {**revision_row(article), **place})
    given: Row = {"article_id": kept.article, "revision_id": revision, "latest": latest}
    _keep_statements(connection, article, statements, given)
    if judged_in(connection, article.digest):
        settle(connection, revision, statements, run=run.id, again=False)
    return kept


def reread(
    connection: Connection, article: Article, statements: Sequence[Statement], run: Run
) -> Settled | None:
    """Put what a run found in a text of the record in place of what was there; see ``Record.reread``."""
    r = t.revisions.c
    there = select(r.id).where(r.article_id == article.id, r.digest == article.digest)
    revision = connection.execute(there).scalar_one_or_none()
    if revision is None:
        return None
    _keep_run(connection, run)
    found = tuple({statement.id: statement for statement in statements}.values())
    settled = settle(connection, revision, found, run=run.id, again=True)
    connection.execute(update(t.revisions).where(r.id == revision).values(run_id=run.id))
    return settled


def refuse(connection: Connection, refusal: Refusal) -> None:
    """Note an input that was left out, once however often it is met."""
    facts: Row = {
        "place": writable(refusal.origin.place),
        "line": refusal.origin.line,
        "code": refusal.code,
        "reason": writable(refusal.reason),
    }
    same = [t.refusals.c[name].is_not_distinct_from(value) for name, value in facts.items()]
    standing = select(t.refusals.c.id).where(t.refusals.c.ended_at.is_(None), *same)
    if connection.execute(standing).first() is None:
        connection.execute(insert(t.refusals), {**facts, "at": _now()})


def end_run(connection: Connection, run: Run) -> None:
    """Note that a run is done, if it kept anything."""
    connection.execute(update(t.runs).where(t.runs.c.id == run.id).values(ended=_now()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _end_refusals(connection: Connection, article: Article, now: str) -> None:
    connection.execute(
        update(t.refusals)
        .where(
            t.refusals.c.place == writable(article.origin.place),
            t.refusals.c.line.is_not_distinct_from(article.origin.line),
            t.refusals.c.ended_at.is_(None),
        )
        .values(ended_at=now)
    )


def _keep_run(connection: Connection, run: Run) -> None:
    values = {
        "id": run.id,
        "software": run.software,
        "model": run.model,
        "settings": dict(run.settings),
        "started": run.started.isoformat(),
    }
    connection.execute(dialects.of(connection).leaving(t.runs).values(values))


def _place_of(connection: Connection, article: Article) -> Kept:
    """Where an article goes that the record does not have in these words."""
    row = connection.execute(select(t.articles.c.id).where(t.articles.c.key == article.key)).one_or_none()
    if row is None:
        return Kept("added", _free_id(connection, article), 1)
    numbers = connection.execute(select(t.revisions.c.number).where(t.revisions.c.article_id == row.id))
    return Kept("revised", row.id, max(numbers.scalars()) + 1)


def _free_id(connection: Connection, article: Article) -> str:
    # Two folders may each hold a file of the same name, two collections an article "1".
    digits = hashlib.sha256(article.key.encode("utf-8", "surrogatepass")).hexdigest()
    wanted = article.id or digits[:16]
    for id_ in (wanted, f"{wanted}-{digits[:8]}"):
        if connection.execute(select(t.articles.c.id).where(t.articles.c.id == id_)).first() is None:
            return id_
    return f"{wanted}-{digits}"


def _is_latest(connection: Connection, article_id: str, article: Article) -> bool:
    # By the outlet's own times, else by the order of reading: a folder read in the order of its
    # file names may well give the later text first.
    theirs = select(t.revisions.c.instant).where(t.revisions.c.article_id == article_id)
    newest = max(connection.execute(theirs).scalars(), default="")
    return instant(article.modified or article.published) >= newest


def _outlet(connection: Connection, name: str | None) -> int | None:
    if name is None:
        return None
    values = {"name": name, "folded": folded(name)}
    connection.execute(dialects.of(connection).leaving(t.outlets).values(values))
    found: int = connection.execute(select(t.outlets.c.id).where(t.outlets.c.name == name)).scalar_one()
    return found


def _inserted(connection: Connection, table: Table, row: Row) -> int:
    """Write a row and give its number."""
    number: int = connection.execute(insert(table).returning(table.c.id), row).scalar_one()
    return number


def _shown(article: Article, outlet: int | None, revision: int) -> Row:
    published = article.published.isoformat() if article.published else None
    return {"outlet_id": outlet, "title": article.title, "published": published, "revision": revision}


def _succeed(connection: Connection, kept: Kept, shown: Row) -> None:
    connection.execute(update(t.articles).where(t.articles.c.id == kept.article).values(shown))
    earlier = update(t.statements).where(t.statements.c.article_id == kept.article, t.statements.c.latest)
    connection.execute(earlier.values(latest=False))


def _keep_statements(
    connection: Connection, article: Article, statements: Sequence[Statement], given: Row
) -> None:
    if not statements:
        return
    revision = given["revision_id"]
    everybody = (actor for statement in statements for _, _, actor in actors_of(statement))
    mentions = _keep_mentions(connection, everybody, revision)
    connection.execute(
        insert(t.statements),
        [
            {
                **statement_row(article, statement),
                **given,
                "position": position,
                "speaker_mention": mentions[statement.speaker],
            }
            for position, statement in enumerate(statements)
        ],
    )
    written = select(t.statements.c.id, t.statements.c.key).where(t.statements.c.revision_id == revision)
    keys = {row.id: row.key for row in connection.execute(written)}
    connection.execute(
        insert(t.statement_actors),
        [
            {
                "statement_key": keys[statement.id],
                "part": part,
                "position": position,
                "mention_id": mentions[actor],
            }
            for statement in statements
            for part, position, actor in actors_of(statement)
        ],
    )


def _keep_mentions(connection: Connection, actors: Iterable[Actor], revision: Value) -> Mapping[Actor, int]:
    """The id of each actor as this revision names it; the same wording once."""
    return {
        actor: _inserted(connection, t.mentions, {**actor_row(actor), "revision_id": revision})
        for actor in dict.fromkeys(actors)
    }
