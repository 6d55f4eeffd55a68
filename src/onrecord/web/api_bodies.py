"""What the API answers with: JSON bodies as types, and how they are made from what the record gives."""

from collections.abc import Mapping
from typing import Literal, TypedDict

from onrecord.exports.guide import GuideStatement, iso, statement_guide
from onrecord.record.judging import Noted
from onrecord.record.values import Facets, FoundArticle, FoundSpeaker, FoundStatement
from onrecord.terms.judgement import Merge, Opinion, Reviewed, Split, Undo, Verdict
from onrecord.terms.statement import ActorKind

__all__ = [
    "ArticleBody", "FacetsBody", "JudgementBody", "JudgementsBody", "PieceBody", "Problem", "SpeakerBody",
    "SpeakersBody", "StatementBody", "StatementsBody", "article_body", "facets_body", "judgement_body",
    "speaker_body", "statement_body",
]  # fmt: skip


class Problem(TypedDict):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class PieceBody(TypedDict):
    """A piece of the content, and whether it is what was searched for."""

    text: str
    hit: bool


class StatementBody(TypedDict):
    """A statement with its words and its article."""

    id: str
    article: str
    revision: int
    latest: bool
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    speaker_id: str | None
    reviewed: Reviewed
    source_words: str
    cue_words: str
    content_words: str
    pieces: list[PieceBody]
    statement: GuideStatement


class StatementsBody(TypedDict):
    """A page of statements; ``next`` is the address of the page after it."""

    total: int
    statements: list[StatementBody]
    next: str | None


class RevisionBody(TypedDict):
    """One text of an article."""

    number: int
    digest: str
    title: str | None
    published: str | None
    modified: str | None
    read_at: str
    statements: int
    latest: bool


class ArticleBody(TypedDict):
    """An article in one of its revisions; the statements' spans count code points of ``text``."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    modified: str | None
    digest: str
    revision: int
    revisions: list[RevisionBody]
    text: str
    statements: list[StatementBody]


class SpeakerBody(TypedDict):
    """An actor of the record; ``first`` and ``last`` are the days of their statements."""

    id: str
    name: str
    kind: ActorKind
    names: list[str]
    roles: list[str]
    country: str | None
    statements: int
    first: str | None
    last: str | None


class SpeakersBody(TypedDict):
    """Whoever speaks, the most quoted first."""

    speakers: list[SpeakerBody]


class FacetValueBody(TypedDict):
    """A value, as a filter takes it and as it is read, and how many statements have it."""

    value: str
    label: str
    count: int


class FacetBody(TypedDict):
    """How statements are spread over the values of one thing."""

    name: str
    values: list[FacetValueBody]
    more: int
    missing: int


class FacetsBody(TypedDict):
    """How the statements of a search are spread."""

    total: int
    facets: list[FacetBody]


class JudgementBody(TypedDict):
    """What a person decided; ``changes`` are the fields put right, in words."""

    id: str
    by: str
    at: str
    note: str | None
    kind: Literal["opinion", "merge", "split", "undo"]
    verdict: Verdict | None
    statement: str | None
    changed: list[str]
    undoes: str | None
    in_force: bool


class JudgementsBody(TypedDict):
    """All that people decided about one thing, the first first."""

    judgements: list[JudgementBody]


def statement_body(found: FoundStatement) -> StatementBody:
    """A statement, ready for JSON."""
    return {
        "id": found.statement.id,
        "article": found.article,
        "revision": found.revision,
        "latest": found.latest,
        "title": found.title,
        "outlet": found.outlet,
        "url": found.url,
        "published": iso(found.published, date_only=found.published_date_only),
        "speaker_id": found.speaker_id,
        "reviewed": found.reviewed,
        "source_words": found.source_words,
        "cue_words": found.cue_words,
        "content_words": found.content_words,
        "pieces": [{"text": piece.text, "hit": piece.hit} for piece in found.pieces],
        "statement": statement_guide(found.statement),
    }


def article_body(found: FoundArticle) -> ArticleBody:
    """An article, ready for JSON."""
    article = found.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": iso(article.published, date_only=article.published_date_only),
        "modified": iso(article.modified, date_only=False),
        "digest": article.digest,
        "revision": found.revision,
        "revisions": [
            {
                "number": one.number,
                "digest": one.digest,
                "title": one.title,
                "published": iso(one.published, date_only=False),
                "modified": iso(one.modified, date_only=False),
                "read_at": one.read_at.isoformat(),
                "statements": one.statements,
                "latest": one.latest,
            }
            for one in found.revisions
        ],
        "text": article.text,
        "statements": [statement_body(one) for one in found.statements],
    }


def speaker_body(found: FoundSpeaker) -> SpeakerBody:
    """A speaker, ready for JSON."""
    entity = found.entity
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "names": list(entity.names),
        "roles": list(entity.roles),
        "country": entity.country,
        "statements": found.statements,
        "first": found.first,
        "last": found.last,
    }


def facets_body(found: Facets) -> FacetsBody:
    """Facets, ready for JSON."""
    return {
        "total": found.total,
        "facets": [
            {
                "name": facet.name,
                "values": [
                    {"value": each.value, "label": each.label, "count": each.count} for each in facet.values
                ],
                "more": facet.more,
                "missing": facet.missing,
            }
            for facet in found.facets
        ],
    }


_KINDS: Mapping[type, Literal["opinion", "merge", "split", "undo"]] = {
    Opinion: "opinion",
    Merge: "merge",
    Split: "split",
    Undo: "undo",
}


def judgement_body(noted: Noted) -> JudgementBody:
    """A judgement, ready for JSON."""
    one, what = noted.judgement, noted.judgement.what
    opinion = what if isinstance(what, Opinion) else None
    return {
        "id": one.id,
        "by": one.by,
        "at": one.at.isoformat(),
        "note": one.note,
        "kind": _KINDS[type(what)],
        "verdict": opinion.verdict if opinion else None,
        "statement": opinion.statement if opinion else None,
        "changed": [change.field for change in opinion.changes] if opinion else [],
        "undoes": what.judgement if isinstance(what, Undo) else None,
        "in_force": noted.in_force,
    }
