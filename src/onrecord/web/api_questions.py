"""From the parameters of a request to a question for the record; the parameters are a table."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from starlette.requests import Request

from onrecord.errors import QueryError
from onrecord.record.facets import FACETS
from onrecord.record.query import MOST, Query, Sort, When
from onrecord.terms.judgement import Reviewed
from onrecord.terms.statement import ACTS, ActorKind, Form, Mode, Status
from onrecord.web.api_answers import Trouble
from onrecord.web.api_schemas import Schema

__all__ = [
    "FACET",
    "FILTERS",
    "FORMAT",
    "HOW_MANY",
    "KIND",
    "MOST_VALUES",
    "PAGE",
    "REVISION",
    "Parameter",
    "given",
    "question",
]

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a request's address.

    Attributes:
        name: what it is called there.
        meaning: one phrase for the reference.
        schema: what a value may be.
        attribute: the attribute of ``Query`` that it sets, where that is called otherwise.
        read: reads a value; raises ``ValueError`` if it cannot be.
        many: whether it may be given several times.
    """

    name: str
    meaning: str
    schema: Schema
    attribute: str = ""
    read: Callable[[str], object] = str
    many: bool = False


_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_PAGE: Schema = {"type": "integer", "minimum": 1, "maximum": MOST}
_TEXT: Schema = {"type": "string", "maxLength": _LONGEST}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def _one_of(known: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(known)}


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 - far beyond any limit
        raise ValueError(text)
    return int(text)


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text]


FILTERS = (
    Parameter(
        "q",
        "words that must be there; `begin*`, `this OR that`, `NOT those`",
        _TEXT,
        "text",
    ),
    Parameter("speaker", "who says it: words of a name, or an id", _TEXT, many=True),
    Parameter("affiliation", "the organisation that they speak from: words of its name", _TEXT, many=True),
    Parameter("country", "the state that they speak from: ISO 3166 alpha-2", _TEXT, many=True),
    Parameter("act", "what they do by it", _one_of(ACTS), many=True),
    Parameter("status", "whether it is new, said again or taken back", _one_of(get_args(Status)), many=True),
    Parameter("form", "how it is quoted", _one_of(get_args(Form)), many=True),
    Parameter("mode", "whether it is said, thought or decided", _one_of(get_args(Mode)), many=True),
    Parameter("target", "whom it is about or aimed at: words of a name, or an id", _TEXT, many=True),
    Parameter("audience", "to whom it is said, likewise", _TEXT, many=True),
    Parameter("outlet", "who published it: words of the name", _TEXT, many=True),
    Parameter("article", "the article's id", _TEXT),
    Parameter("since", "the first day: 2026-02-16, 2026-02 or 2026", _DAY),
    Parameter("until", "the last day, likewise", _DAY),
    Parameter("when", "whether the days are those of saying or of publishing", _one_of(get_args(When))),
    Parameter("min_confidence", "how sure at least", _SHARE, read=float),
    Parameter("max_confidence", "how sure at most", _SHARE, read=float),
    Parameter("reviewed", "how it stands by people's judgement", _one_of(get_args(Reviewed)), many=True),
    Parameter(
        "superseded", "find what a later revision replaced, too", _one_of(("true", "false")), read=_flag
    ),
)
"""What narrows a search, an export and facets."""

PAGE = (
    Parameter(
        "sort", "what comes first: the latest, the best match, the least certain", _one_of(get_args(Sort))
    ),
    Parameter("limit", "how many a page has", _PAGE, read=_whole),
    Parameter("after", "where the page before ended; out of `next`", {"type": "string", "maxLength": 2000}),
)
"""What makes a page of a search."""

REVISION = Parameter(
    "revision", "a revision's number; the latest without it", {"type": "integer", "minimum": 1}, read=_whole
)
FORMAT = Parameter("format", "a format by name, which goes before `Accept`", {"type": "string"})
FACET = Parameter("facet", "what to count by; all without it", _one_of(FACETS), many=True)
MOST_VALUES = Parameter(
    "most", "values of each facet", {"type": "integer", "minimum": 1, "maximum": 1000}, read=_whole
)
KIND = Parameter("kind", "only actors of this kind", _one_of(get_args(ActorKind)), many=True)
HOW_MANY = Parameter("limit", "how many at most", _PAGE, read=_whole)


def given(request: Request, parameters: Sequence[Parameter]) -> dict[str, Any]:
    """The values of a request's parameters by name; of one that may come several times all.

    Raises:
        Trouble: 400 if there is one that nobody knows, one too often, or one with an impossible value.
    """
    known = {parameter.name: parameter for parameter in parameters}
    found: dict[str, Any] = {}
    for name, text in request.query_params.multi_items():
        parameter = known.get(name)
        if parameter is None:
            names = ", ".join(known) or "none"
            raise Trouble(400, f"{name[:80]!r} is no parameter here; there are: {names}")
        value = _value(parameter, text)
        if parameter.many:
            found.setdefault(name, []).append(value)
        elif name in found:
            raise Trouble(400, f"{name}: this can be given once")
        else:
            found[name] = value
    return found


def question(values: dict[str, Any]) -> Query:
    """The question that such values ask.

    Raises:
        QueryError: if a value cannot be.
    """
    names = {parameter.name: parameter.attribute or parameter.name for parameter in (*FILTERS, *PAGE)}
    return Query(**{names[name]: value for name, value in values.items() if name in names})


def _value(parameter: Parameter, text: str) -> object:
    longest = parameter.schema.get("maxLength", _LONGEST)
    if len(text) > longest:
        raise QueryError(f"{parameter.name}: this is too long; {longest} characters are the most")
    try:
        value = parameter.read(text)
    except (ValueError, KeyError):
        raise QueryError(f"{parameter.name} {text[:80]!r}: this must be {_kind(parameter.schema)}") from None
    _check(parameter, value)
    return value


def _check(parameter: Parameter, value: object) -> None:
    schema = parameter.schema
    allowed = schema.get("enum")
    if allowed is not None and parameter.read is str and value not in allowed:
        raise QueryError(f"{parameter.name} {str(value)[:80]!r}: this must be one of {', '.join(allowed)}")
    pattern = schema.get("pattern")
    if pattern is not None and not re.fullmatch(pattern, str(value)):
        shown = repr(str(value)[:80])
        raise QueryError(f"{parameter.name} {shown} is no date; write it like 2026-02-16, 2026-02 or 2026")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        if not low <= value <= high:  # not a number is not between anything
            raise QueryError(f"{parameter.name} {value}: this must be {_kind(schema)}")


def _kind(schema: Schema) -> str:
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    named = {"integer": "a whole number", "number": "a number"}.get(schema["type"], "text")
    low, high = schema.get("minimum"), schema.get("maximum")
    return f"{named} from {low} to {high}" if high is not None else f"{named} from {low} on"
