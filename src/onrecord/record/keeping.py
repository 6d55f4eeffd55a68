"""Writing to a record: one transaction an article, and nothing at all if it is there already."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Integer, Table, bindparam, insert, select, update

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.passages import keep_passages
from onrecord.record.rows import (
    Row,
    Value,
    actor_row,
    actors_of,
    article_part,
    instant,
    revision_row,
    statement_part,
    writable,
)
from onrecord.record.settling import Settled, judged_in, settle
from onrecord.record.values import Kept, Run
from onrecord.record.writing import write
from onrecord.terms.article import Article
from onrecord.terms.entity import folded
from onrecord.terms.page import Refusal
from onrecord.terms.statement import Actor, Statement

__all__ = ["end_run", "keep", "known", "refuse", "reread"]


class _Held(NamedTuple):
    """A revision that the record has of an article."""

    id: int
    article: str
    number: int
    digest: str
    instant: str


# What every article asks is put together once, and not once an article.
_REVISIONS = (
    select(t.revisions.c.id, t.revisions.c.article_id, t.revisions.c.number, t.revisions.c.digest)
    .add_columns(t.revisions.c.instant)
    .join_from(t.revisions, t.articles)
    .where(t.articles.c.key == bindparam("key"))
)
_HOLDER = select(t.articles.c.id).where(t.articles.c.id == bindparam("id"))
_OUTLET = select(t.outlets.c.id).where(t.outlets.c.name == bindparam("name"))
_REFUSED = (
    update(t.refusals)
    .where(
        t.refusals.c.place == bindparam("at_place"),
        t.refusals.c.line.is_not_distinct_from(bindparam("at_line", type_=Integer)),
        t.refusals.c.ended_at.is_(None),
    )
    .values(ended_at=bindparam("now"))
)


def known(connection: Connection, article: Article) -> Kept | None:
    """What the record says of an article whose very words it has."""
    return _held(_revisions(connection, article), article)


def _revisions(connection: Connection, article: Article) -> Sequence[_Held]:
    rows = connection.execute(_REVISIONS, {"key": article.key})
    return [_Held(*row) for row in rows]


def _held(revisions: Sequence[_Held], article: Article) -> Kept | None:
    digest = article.digest
    for one in revisions:
        if one.digest == digest:
            return Kept("unchanged", one.article, one.number)
    return None


def keep(connection: Connection, article: Article, statements: Sequence[Statement], run: Run) -> Kept:
    """Write an article with its statements; see ``Record.keep``."""
    statements = tuple({statement.id: statement for statement in statements}.values())
    now = _now()
    connection.execute(
        _REFUSED, {"at_place": writable(article.origin.place), "at_line": article.origin.line, "now": now}
    )
    revisions = _revisions(connection, article)
    if held := _held(revisions, article):
        return held
    _keep_run(connection, run)
    kept = _place_of(connection, article, revisions)
    latest = _is_latest(article, revisions)
    outlet = _outlet(connection, article.outlet)
    if kept.outcome == "added":
        facts: Row = {"id": kept.article, "key": article.key, "url": article.url}
        connection.execute(insert(t.articles), {**facts, **_shown(article, outlet, kept.revision)})
    elif latest:
        _succeed(connection, kept, _shown(article, outlet, kept.revision))
    [revision] = _numbers(connection, t.revisions, 1)
    place: Row = {"article_id": kept.article, "number": kept.revision, "read_at": now, "run_id": run.id}
    write(connection, t.revisions, [{"id": revision, **revision_row(article), **place}])
    keep_passages(connection, revision, article.text)
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


def _keep_run(connection: Connection, run: Run) -> None:
    values = {
        "id": run.id,
        "software": run.software,
        "model": run.model,
        "settings": dict(run.settings),
        "started": run.started.isoformat(),
    }
    connection.execute(dialects.of(connection).leaving(t.runs), values)


def _place_of(connection: Connection, article: Article, revisions: Sequence[_Held]) -> Kept:
    """Where an article goes that the record does not have in these words."""
    if not revisions:
        return Kept("added", _free_id(connection, article), 1)
    return Kept("revised", revisions[0].article, max(one.number for one in revisions) + 1)


def _free_id(connection: Connection, article: Article) -> str:
    # Two folders may each hold a file of the same name, two collections an article "1".
    digits = hashlib.sha256(article.key.encode("utf-8", "surrogatepass")).hexdigest()
    wanted = article.id or digits[:16]
    for id_ in (wanted, f"{wanted}-{digits[:8]}"):
        if connection.execute(_HOLDER, {"id": id_}).first() is None:
            return id_
    return f"{wanted}-{digits}"


def _is_latest(article: Article, revisions: Sequence[_Held]) -> bool:
    # By the outlet's own times, else by the order of reading: a folder read in the order of its
    # file names may well give the later text first.
    newest = max((one.instant for one in revisions), default="")
    return instant(article.modified or article.published) >= newest


def _outlet(connection: Connection, name: str | None) -> int | None:
    if name is None:
        return None
    found: int | None = connection.execute(_OUTLET, {"name": name}).scalar_one_or_none()
    if found is None:
        [found] = _numbers(connection, t.outlets, 1)
        write(connection, t.outlets, [{"id": found, "name": name, "folded": folded(name)}])
    return found


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
    mentions = _keep_mentions(connection, statements, given["revision_id"])
    keys = _numbers(connection, t.statements, len(statements))
    shared = {**article_part(article), **given}
    rows = [
        {
            **shared,
            **statement_part(article, statement),
            "key": key,
            "position": position,
            "speaker_mention": mentions[statement.speaker],
        }
        for position, (key, statement) in enumerate(zip(keys, statements, strict=True))
    ]
    write(connection, t.statements, rows)
    parts: list[Row] = [
        {"statement_key": key, "part": part, "position": position, "mention_id": mentions[actor]}
        for key, statement in zip(keys, statements, strict=True)
        for part, position, actor in actors_of(statement)
    ]
    write(connection, t.statement_actors, parts)


def _keep_mentions(
    connection: Connection, statements: Sequence[Statement], revision: Value
) -> Mapping[Actor, int]:
    """The id of each actor as this revision names it; the same wording once."""
    everybody = dict.fromkeys(actor for statement in statements for _, _, actor in actors_of(statement))
    found = dict(zip(everybody, _numbers(connection, t.mentions, len(everybody)), strict=True))
    rows = [{"id": id_, **actor_row(actor), "revision_id": revision} for actor, id_ in found.items()]
    write(connection, t.mentions, rows)
    return found


def _numbers(connection: Connection, table: Table, amount: int) -> Sequence[int]:
    """The next numbers of a table that numbers its rows."""
    return dialects.of(connection).numbers(connection, table, amount) if amount else ()
