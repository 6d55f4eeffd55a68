"""Statements as TEI: each article a text, what somebody says in it ``<said who toWhom direct>``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal, get_args

from onrecord.exports.guide import iso
from onrecord.exports.sheet import Sheet
from onrecord.exports.teitext import Piece, body, element, nested, plain
from onrecord.exports.vocabulary import article_iri
from onrecord.terms.span import Spans
from onrecord.terms.statement import ACTS, Actor, ActorKind, Form, Mode, Statement

__all__ = ["tei_chunks"]

_NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SURE, _LIKELY = 0.8, 0.5

_Role = Literal["source", "cue", "content"]


def tei_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """One corpus with each article as it comes; a text that says so if there is none, which no corpus may."""
    count = 0
    for count, sheet in enumerate(sheets, 1):
        if count == 1:
            yield f"{_HEAD}<teiCorpus {_NAMESPACE}>\n{_corpus_header()}\n".encode()
        yield ("".join(_article(sheet, f"a{count}")) + "\n").encode()
    if count:
        yield b"</teiCorpus>\n"
    else:
        nothing = f"<text><body>{element('p', 'No statement was found.')}</body></text>"
        yield f"{_HEAD}<TEI {_NAMESPACE}>\n{_corpus_header()}\n{nothing}</TEI>\n".encode()


def _corpus_header() -> str:
    software = element(
        "application", element("label", "Onrecord"), ident="onrecord", version=version("onrecord")
    )
    description = element(
        "fileDesc",
        element("titleStmt", element("title", "Statements in the news"))
        + element("publicationStmt", element("p", "Written by Onrecord."))
        + element("sourceDesc", element("p", "Articles of the press, each with its own header.")),
    )
    classes = "".join(
        _taxonomy(name, values)
        for name, values in (("act", ACTS), ("mode", get_args(Mode)), ("form", get_args(Form)))
    )
    encoding = element("appInfo", software) + element("classDecl", classes)
    return element("teiHeader", description + element("encodingDesc", encoding))


def _taxonomy(name: str, values: Sequence[str]) -> str:
    each = (element("category", element("catDesc", value), xml__id=f"{name}.{value}") for value in values)
    return element("taxonomy", "".join(each), xml__id=name)


@dataclass(frozen=True, slots=True)
class _Owner:
    """What pieces of a text are pieces of: one role of one statement."""

    number: int
    statement: Statement
    role: _Role


def _article(sheet: Sheet, prefix: str) -> Iterator[str]:
    ids = {
        actor: f"{prefix}.p{number}"
        for number, actor in enumerate(dict.fromkeys(_everybody(sheet.statements)), 1)
    }
    owners = [
        _Owner(number, statement, role)
        for number, statement in enumerate(sheet.statements, 1)
        for role in get_args(_Role)
    ]

    given = [Piece(span, place) for place, owner in enumerate(owners) for span in _spans(owner)]
    pieces = nested(sheet.article.text, given)
    yield f'<TEI {_NAMESPACE} xml:id="{prefix}">{_header(sheet, ids)}<text><body>'
    yield from body(sheet.article.text, pieces, list(_tags(pieces, owners, ids, prefix)))
    yield "</body></text></TEI>"


def _spans(owner: _Owner) -> Spans:
    statement = owner.statement
    return {"source": statement.source, "cue": statement.cue, "content": statement.content}[owner.role]


def _everybody(statements: Iterable[Statement]) -> Iterator[Actor]:
    for statement in statements:
        for actor in (statement.speaker, statement.on_behalf_of, statement.audience, *statement.targets):
            if actor is not None and actor.kind != "unknown":
                yield actor


def _header(sheet: Sheet, ids: Mapping[Actor, str]) -> str:
    article = sheet.article
    address = article_iri(sheet)
    published = iso(article.published, date_only=article.published_date_only)
    facts = (("SHA-256", article.digest), ("article", article.id))
    known = (("revision", str(sheet.revision) if sheet.revision else None), ("run", sheet.run))
    source = "".join(
        (
            element("title", plain(article.title)) if article.title else "",
            element("publisher", plain(article.outlet)) if article.outlet else "",
            element("date", published, when=published) if published else "",
            element("ref", plain(article.url), target=address) if article.url == address else "",
            *(element("idno", plain(value), type=kind) for kind, value in (*facts, *known) if value),
        )
    )
    description = element(
        "fileDesc",
        element("titleStmt", element("title", plain(article.title or article.id or "Untitled")))
        + element("publicationStmt", element("p", "Written by Onrecord."))
        + element("sourceDesc", element("bibl", source)),
    )
    people = "".join(_participant(sheet, actor, id_) for actor, id_ in ids.items())
    profile = element("profileDesc", element("particDesc", element("listPerson", people))) if people else ""
    return element("teiHeader", description + profile)


_PARTICIPANTS: Mapping[ActorKind, tuple[str, str]] = {
    "person": ("person", "persName"),
    "unnamed": ("person", "persName"),
    "group": ("personGrp", "persName"),
    "organisation": ("org", "orgName"),
    "government": ("org", "orgName"),
    "writer": ("org", "orgName"),
    "document": ("org", "orgName"),
}


def _participant(sheet: Sheet, actor: Actor, id_: str) -> str:
    name, naming = _PARTICIPANTS[actor.kind]
    known = sheet.actors.get(actor)
    parts = element(naming, plain(actor.name), type=actor.kind)
    parts += element("idno", plain(known), type="actor") if known else ""
    if name != "org":
        parts += element("occupation", plain(actor.role)) if actor.role else ""
        state = element("country", plain(actor.country), key=actor.country) if actor.country else ""
        body_ = element("orgName", plain(actor.affiliation)) if actor.affiliation else ""
        parts += element("affiliation", body_ + state) if body_ or state else ""
    elif actor.country:
        parts += element("country", plain(actor.country), key=actor.country)
    return element(name, parts, xml__id=id_)


def _tags(
    pieces: Sequence[Piece], owners: Sequence[_Owner], ids: Mapping[Actor, str], prefix: str
) -> Iterator[tuple[str, str]]:
    """The opening and the closing tag of each piece; pieces of one span are chained."""
    total: dict[int, int] = {}
    for piece in pieces:
        total[piece.owner] = total.get(piece.owner, 0) + 1
    met: dict[int, int] = {}
    for piece in pieces:
        owner = owners[piece.owner]
        number = met[piece.owner] = met.get(piece.owner, 0) + 1
        chain = f"{prefix}.s{owner.number}.{owner.role}."
        links = {
            "xml__id": f"{chain}{number}",
            "prev": f"#{chain}{number - 1}" if number > 1 else None,
            "next": f"#{chain}{number + 1}" if number < total[piece.owner] else None,
        }
        if owner.role == "content":
            tag = element("said", "|", **links, **_said(owner.statement, ids))
        else:
            content = f"#{prefix}.s{owner.number}.content.1"
            tag = element("seg", "|", **links, type=owner.role, corresp=content)
        opening, _, closing = tag.rpartition("|")
        yield opening, closing


def _said(statement: Statement, ids: Mapping[Actor, str]) -> Mapping[str, str | None]:
    speaker, audience = ids.get(statement.speaker), statement.audience and ids.get(statement.audience)
    sure = statement.confidence
    return {
        "n": statement.id,
        "who": f"#{speaker}" if speaker else None,
        "toWhom": f"#{audience}" if audience else None,
        "direct": str(statement.form == "direct").lower(),
        "aloud": {"speech": "true", "thought": "false"}.get(statement.mode),
        "ana": f"#act.{statement.act} #mode.{statement.mode} #form.{statement.form}",
        "cert": "high" if sure >= _SURE else "medium" if sure >= _LIKELY else "low",
    }
