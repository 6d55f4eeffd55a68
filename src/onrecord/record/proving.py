"""Proving a record: every text still has its digest, and every span still yields its words."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from sqlalchemy import Connection, RowMapping, Select, Text, cast, select

from onrecord.record import tables as t
from onrecord.record.judged import found_from, judgement_from, made
from onrecord.record.overlay import judgements_on, statement_of
from onrecord.record.rows import spans_from
from onrecord.terms.article import digest_of
from onrecord.terms.change import FIELDS, value_of
from onrecord.terms.judgement import Judgement, in_force, judged
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Attribution, statement_id

__all__ = ["Fault", "FaultKind", "Passed", "Proved", "prove", "prove_judgements", "prove_shown", "strays"]

FaultKind: TypeAlias = Literal["digest", "words", "span", "id", "place", "judgement"]
"""What is wrong: the text has another digest; a span yields other words; a span is no span of the text;
a statement's id is not that of its spans; a statement stands in no text; a judgement is not what was
written down, or not what its statement shows."""

AT_ONCE = 50
"""Texts that are held at a time."""

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing of a record that is not what the record says it is.

    Attributes:
        kind: what is wrong.
        article: the id of the article; ``None`` for what belongs to none.
        revision: the number of the article's revision.
        statement: the id of the statement, if it is about one.
        what: which part: ``text``, ``source``, ``cue``, ``content``, ``furniture``, ``captions``, ``id`` …
        recorded: what the record says.
        found: what is there.
    """

    kind: FaultKind
    article: str | None
    revision: int | None
    statement: str | None
    what: str
    recorded: str
    found: str

    def __str__(self) -> str:
        named = (("article", self.article), ("revision", self.revision), ("statement", self.statement))
        place = ", ".join(f"{name} {id_}" for name, id_ in named if id_) or "the record"
        return f"{place}: {self.what} is {_short(self.found)}, the record says {_short(self.recorded)}"


@dataclass(frozen=True, slots=True)
class Proved:
    """One revision that was gone through.

    Attributes:
        place: the number that the record knows the revision by; a proof goes on after it.
        statements: how many statements it has.
        spans: how many pieces of text they point to.
        faults: what is wrong with it; empty if all is well.
    """

    place: int
    statements: int
    spans: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """One judgement, or one judged statement, that was gone through.

    Attributes:
        place: the number after which the proof goes on.
        faults: what is wrong with it.
    """

    place: int
    faults: tuple[Fault, ...]


def prove(connection: Connection, *, after: int = 0) -> tuple[Proved, ...]:
    """Go through the revisions that follow the one with this number; a few, or none if there are no more."""
    revisions = connection.execute(_texts(after)).mappings().all()
    statements: dict[int, list[RowMapping]] = {row["id"]: [] for row in revisions}
    for row in connection.execute(_statements(list(statements))).mappings():
        statements[row["revision_id"]].append(row)
    return tuple(_proved(row, statements[row["id"]]) for row in revisions)


def strays(connection: Connection) -> tuple[Fault, ...]:
    """Statements that stand in no text of the record, or in that of another article."""
    s, r = t.statements.c, t.revisions.c
    lost = (
        select(s.id, s.article_id, s.revision_id, r.article_id.label("theirs"))
        .outerjoin_from(t.statements, t.revisions, s.revision_id == r.id)
        .where(s.article_id.is_distinct_from(r.article_id))
        .order_by(s.key)
    )
    return tuple(
        Fault("place", row.article_id, None, row.id, "its text", row.article_id, row.theirs or "not there")
        for row in connection.execute(lost)
    )


def prove_judgements(connection: Connection, *, after: int = 0) -> tuple[Passed, ...]:
    """Go through the judgements that follow the one with this number: each is what was written down then."""
    j, name = t.judgements, t.reviewers.c.name.label("by")
    rows = select(j, name).join_from(j, t.reviewers, j.c.reviewer_id == t.reviewers.c.id)
    some = rows.where(j.c.number > after).order_by(j.c.number).limit(AT_ONCE)
    return tuple(_judged(row) for row in connection.execute(some).mappings())


def _judged(row: RowMapping) -> Passed:
    held = judgement_from(row)
    own = made(held.by, held.at, held.note, held.what).id
    about, what = row["statement_id"], "the id of what a judgement says"
    fault = Fault("judgement", None, None, about, what, held.id, own)
    return Passed(row["number"], () if own == held.id else (fault,))


def prove_shown(connection: Connection, *, after: int = 0) -> tuple[Passed, ...]:
    """Go through the judged statements that follow the one with this key: each shows what is in force."""
    s = t.statements
    some = select(s).where(s.c.key > after, s.c.found.is_not(None)).order_by(s.c.key).limit(AT_ONCE)
    rows = connection.execute(some).mappings().all()
    judgements = judgements_on(connection, [row["id"] for row in rows])
    return tuple(_shown(connection, row, judgements[row["id"]]) for row in rows)


def _shown(connection: Connection, row: RowMapping, judgements: Sequence[Judgement]) -> Passed:
    wanted = replace(judged(found_from(row["found"]), in_force(judgements)).statement, id=row["id"])
    shown = statement_of(connection, row)
    faults = [
        Fault("judgement", row["article_id"], None, row["id"], field, str(right), str(there))
        for field in FIELDS
        if (right := value_of(wanted, field)) != (there := value_of(shown, field))
    ]
    return Passed(row["key"], tuple(faults))


def _texts(after: int) -> "Select[*tuple[object, ...]]":
    r = t.revisions.c
    spans = (cast(r.furniture, Text).label("furniture"), cast(r.captions, Text).label("captions"))
    rows = select(r.id, r.article_id, r.number, r.digest, r.text, *spans)
    return rows.where(r.id > after).order_by(r.id).limit(AT_ONCE)


def _statements(revisions: Sequence[int]) -> "Select[*tuple[object, ...]]":
    # Spans as bare text: somebody may have written into the file what is no JSON.
    s = t.statements.c
    spans = [cast(s[f"{role}_spans"], Text).label(f"{role}_spans") for role in ROLES]
    spans.append(cast(s.found, Text).label("found"))
    rows = select(s.id, s.revision_id, s.source_words, s.cue_words, s.content_words, *spans)
    return rows.where(s.revision_id.in_(revisions)).order_by(s.revision_id, s.position)


def _proved(revision: RowMapping, statements: Sequence[RowMapping]) -> Proved:
    faults = list(_text_faults(revision))
    spans = 0
    for row in statements:
        pointed = {role: _spans(revision, f"{role}_spans", row) for role in ROLES}
        spans += sum(len(each or ()) for each in pointed.values())
        faults += _statement_faults(revision, row, pointed)
    return Proved(revision["id"], len(statements), spans, tuple(faults))


def _text_faults(revision: RowMapping) -> Iterator[Fault]:
    if (digest := digest_of(revision["text"])) != revision["digest"]:
        yield _fault("digest", revision, "the digest of the text", recorded=revision["digest"], found=digest)
    for what in ("furniture", "captions"):
        if _spans(revision, what) is None:
            yield _fault("span", revision, what, recorded="spans of the text", found=revision[what])


def _statement_faults(
    revision: RowMapping, row: RowMapping, pointed: Mapping[str, Spans | None]
) -> Iterator[Fault]:
    id_ = row["id"]
    for role, spans in pointed.items():
        held, said = row[f"{role}_spans"], row[f"{role}_words"]
        if spans is None:
            yield _fault("span", revision, f"{role} spans", id_, recorded="spans of the text", found=held)
        elif (words := words_of(revision["text"], spans)) != said:
            yield _fault("words", revision, role, id_, recorded=said, found=words)
    yield from _identity_faults(revision, row, pointed)


def _identity_faults(
    revision: RowMapping, row: RowMapping, pointed: Mapping[str, Spans | None]
) -> Iterator[Fault]:
    """See that an id is that of the spans as they were found; a person may have put the spans right since."""
    id_, spans = row["id"], [pointed[role] for role in ROLES]
    if row["found"] is not None:
        try:
            found = found_from(json.loads(row["found"]))
        except (ValueError, TypeError, KeyError):
            yield _fault(
                "judgement", revision, "what was found", id_, recorded="a statement", found=row["found"]
            )
            return
        id_, spans = found.id, [found.source, found.cue, found.content]
    source, cue, content = spans
    if source is not None and cue is not None and content is not None:
        own = statement_id(revision["digest"], Attribution(source, cue, content))
        if own != id_:
            yield _fault("id", revision, "the id of its spans", row["id"], recorded=id_, found=own)


def _spans(revision: RowMapping, column: str, row: RowMapping | None = None) -> Spans | None:
    """The spans of a column; nothing if they are no spans of the text."""
    try:
        spans = spans_from(json.loads((row or revision)[column]))
    except (ValueError, TypeError):
        return None
    return None if any(span.end > len(revision["text"]) for span in spans) else spans


def _fault(
    kind: FaultKind,
    revision: RowMapping,
    what: str,
    statement: str | None = None,
    *,
    recorded: str,
    found: str,
) -> Fault:
    return Fault(kind, revision["article_id"], revision["number"], statement, what, recorded, found)


def _short(text: str) -> str:
    most = 80
    return repr(text if len(text) <= most else f"{text[:most]}…")
