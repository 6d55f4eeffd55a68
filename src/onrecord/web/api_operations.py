"""What can be asked of the API: one table, from which the routes and the OpenAPI document are made."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.exports.formats import FORMATS, Format
from onrecord.record.facets import FACETS
from onrecord.web import api_questions as ask
from onrecord.web.api_answers import HEAD, Trouble, answer
from onrecord.web.api_bodies import (
    ArticleBody,
    FacetsBody,
    JudgementBody,
    JudgementsBody,
    SpeakerBody,
    SpeakersBody,
    StatementBody,
    StatementsBody,
    article_body,
    facets_body,
    judgement_body,
    speaker_body,
    statement_body,
)
from onrecord.web.api_checking import MOST_DRAFTED, CheckBody, CheckedBody, check
from onrecord.web.api_judging import JudgeBody, UndoBody, judge, undo
from onrecord.web.api_questions import FILTERS, PAGE, Parameter, given, question
from onrecord.web.api_sent import MOST_SENT
from onrecord.web.requests import record_of

__all__ = ["OPERATIONS", "ROOT", "Operation"]

ROOT = "/api/v1"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for.

    Attributes:
        method: ``GET``, which ``HEAD`` goes with, or ``POST``.
        path: its address below ``ROOT``, as OpenAPI writes it.
        name: what programs call it.
        summary: one sentence for the reference.
        run: answers a request.
        body: the type of the answer; ``None`` for a file of one of the formats.
        parameters: what its address may have.
        problems: the numbers of the problems that it may answer with, beside those that all may.
        status: the number of its answer.
        takes: the type of what is sent to it, if anything is.
        most_sent: the most bytes that may be sent to it.
        guarded: whether what is sent needs the token.
    """

    method: str
    path: str
    name: str
    summary: str
    run: Callable[[Request], Response]
    body: type | None
    parameters: Sequence[Parameter] = ()
    problems: Sequence[int] = ()
    status: int = 200
    takes: type | None = None
    most_sent: int = MOST_SENT
    guarded: bool = True


def _statements(request: Request) -> Response:
    values = given(request, (*FILTERS, *PAGE))
    found = record_of(request).statements(question(values))
    further = None
    if found.next is not None:
        same = [(name, text) for name, text in request.query_params.multi_items() if name != "after"]
        further = f"{ROOT}/statements?{urlencode([*same, ('after', found.next)])}"
    body: StatementsBody = {
        "total": found.total,
        "statements": [statement_body(one) for one in found.rows],
        "next": further,
    }
    return answer(request, body, headers={"Link": f'<{further}>; rel="next"'} if further else None)


def _statement(request: Request) -> Response:
    given(request, ())
    found = record_of(request).statement(request.path_params["id"])
    if found is None:
        raise Trouble(404, "this record holds no such statement")
    return answer(request, statement_body(found))


def _article(request: Request) -> Response:
    values = given(request, (ask.REVISION,))
    found = record_of(request).article(request.path_params["id"], revision=values.get("revision"))
    if found is None:
        raise Trouble(404, "this record holds no such article or revision")
    return answer(request, article_body(found))


def _speakers(request: Request) -> Response:
    values = given(request, (ask.KIND, ask.HOW_MANY))
    found = record_of(request).speakers(kinds=values.get("kind"), limit=values.get("limit", 100))
    body: SpeakersBody = {"speakers": [speaker_body(one) for one in found]}
    return answer(request, body)


def _speaker(request: Request) -> Response:
    given(request, ())
    found = record_of(request).speaker(request.path_params["id"])
    if found is None:
        raise Trouble(404, "this record holds no such speaker")
    return answer(request, speaker_body(found))


def _facets(request: Request) -> Response:
    values = given(request, (*FILTERS, ask.FACET, ask.MOST_VALUES))
    names, most = values.get("facet", FACETS), values.get("most", 10)
    return answer(request, facets_body(record_of(request).facets(question(values), names, most=most)))


def _history(request: Request) -> Response:
    given(request, ())
    id_ = request.path_params["id"]
    record = record_of(request)
    if record.statement(id_) is None:
        raise Trouble(404, "this record holds no such statement")
    body: JudgementsBody = {"judgements": [judgement_body(one) for one in record.history(id_)]}
    return answer(request, body)


def _export(request: Request) -> Response:
    from onrecord import pipeline  # noqa: PLC0415 - it loads every room; only who exports waits for it

    values = given(request, (*FILTERS, ask.FORMAT))
    chosen = _format(request, values.get("format"))
    query = question(values)
    name = f'attachment; filename="onrecord{chosen.suffix}"'
    headers = {**HEAD, "Content-Disposition": name}
    if request.method == "HEAD":
        head = Response(headers=headers, media_type=chosen.media_type)
        del head.headers["content-length"]  # how long the file is shows when it is made
        return head
    chunks = chosen.write(pipeline.sheets(record_of(request), query))
    return StreamingResponse(_begun(chunks), headers=headers, media_type=chosen.media_type)


def _begun(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks, the first made at once: what cannot be begun is a problem and no broken file."""
    first = next(chunks, b"")

    def rest() -> Iterator[bytes]:
        yield first
        yield from chunks

    return rest()


def _format(request: Request, name: str | None) -> Format:
    """The format asked for: by its name, else by the first media type of ``Accept`` that is one."""
    if name is not None:
        if name not in FORMATS:
            raise Trouble(400, f"format {name[:80]!r}: this must be one of {', '.join(FORMATS)}")
        return FORMATS[name]
    accepted = _accepted(request.headers.get("accept", ""))
    for media in accepted or ["*/*"]:
        for each in FORMATS.values():
            known = each.media_type.partition(";")[0]
            if media in (known, f"{known.partition('/')[0]}/*", "*/*"):
                return each
    kinds = ", ".join(dict.fromkeys(each.media_type.partition(";")[0] for each in FORMATS.values()))
    raise Trouble(406, f"an export can be had as {kinds}")


def _accepted(header: str) -> list[str]:
    """The media types of an ``Accept`` header, the most wanted first, without those refused (``q=0``)."""
    wanted: list[tuple[float, str]] = []
    for part in header.split(","):
        media, *extras = (piece.strip().lower() for piece in part.split(";"))
        quality = next((extra[2:] for extra in extras if extra.startswith("q=")), "1")
        try:
            weight = float(quality)
        except ValueError:
            weight = 0.0
        if media and weight > 0:
            wanted.append((weight, media))
    return [media for _, media in sorted(wanted, key=lambda each: -each[0])]


def _check(request: Request) -> Response:
    given(request, ())
    return answer(request, check(request))


def _judge(request: Request) -> Response:
    body = judge(request)
    place = f"{ROOT}/statements/{quote(str(body['statement']))}/judgements"
    return answer(request, body, status=201, headers={"Location": place})


def _undo(request: Request) -> Response:
    return answer(request, undo(request), status=201)


OPERATIONS = (
    Operation(
        "GET",
        "/statements",
        "findStatements",
        "Find statements, a page at a time.",
        _statements,
        StatementsBody,
        (*FILTERS, *PAGE),
        (400,),
    ),
    Operation(
        "GET",
        "/statements/{id}",
        "getStatement",
        "A statement by its id.",
        _statement,
        StatementBody,
        (),
        (400, 404),
    ),
    Operation(
        "GET",
        "/statements/{id}/judgements",
        "getJudgements",
        "What people decided about a statement.",
        _history,
        JudgementsBody,
        (),
        (400, 404),
    ),
    Operation(
        "GET",
        "/articles/{id}",
        "getArticle",
        "An article by its id or address, with its statements.",
        _article,
        ArticleBody,
        (ask.REVISION,),
        (400, 404),
    ),
    Operation(
        "GET",
        "/speakers",
        "listSpeakers",
        "Whoever speaks, the most quoted first.",
        _speakers,
        SpeakersBody,
        (ask.KIND, ask.HOW_MANY),
        (400,),
    ),
    Operation(
        "GET",
        "/speakers/{id}",
        "getSpeaker",
        "A speaker by id.",
        _speaker,
        SpeakerBody,
        (),
        (400, 404),
    ),
    Operation(
        "GET",
        "/facets",
        "countStatements",
        "How the statements of a search are spread.",
        _facets,
        FacetsBody,
        (*FILTERS, ask.FACET, ask.MOST_VALUES),
        (400,),
    ),
    Operation(
        "GET",
        "/export",
        "exportStatements",
        "All that a search finds, as a file of any format.",
        _export,
        None,
        (*FILTERS, ask.FORMAT),
        (400, 406),
    ),
    Operation(
        "POST",
        "/check",
        "check",
        "Look for each quotation of a draft: as it is, in other words, or not there.",
        _check,
        CheckedBody,
        (),
        (400, 413, 415),
        takes=CheckBody,
        most_sent=MOST_DRAFTED,
        guarded=False,
    ),
    Operation(
        "POST",
        "/judgements",
        "judge",
        "Say that a statement is right or wrong, or put it right.",
        _judge,
        JudgementBody,
        (),
        (400, 401, 403, 404, 409, 413, 415),
        201,
        JudgeBody,
    ),
    Operation(
        "POST",
        "/judgements/{id}/undo",
        "undo",
        "Take a judgement back.",
        _undo,
        JudgementBody,
        (),
        (400, 401, 403, 404, 409, 413, 415),
        201,
        UndoBody,
    ),
)
"""Everything that can be asked for, in the order of the reference."""
