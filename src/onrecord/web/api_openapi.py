"""The OpenAPI document of the API, made from the table of operations."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from onrecord.exports.formats import FORMATS
from onrecord.web.api_bodies import Problem
from onrecord.web.api_operations import OPERATIONS, ROOT, Operation
from onrecord.web.api_questions import Parameter
from onrecord.web.api_schemas import Schema, reference, schemas_of

__all__ = ["document"]

_ALWAYS = (429, 503)
"""Problems that any answer may be."""

_MEANINGS: Mapping[int, str] = {
    400: "It cannot be understood.",
    401: "The token is missing or wrong.",
    403: "The record can only be read here.",
    404: "The record holds no such thing.",
    406: "There is no such format.",
    409: "The judgement cannot be made so.",
    413: "More was sent than may be.",
    415: "Something else than JSON was sent.",
    429: "Too many requests; `Retry-After` tells how many seconds to wait.",
    503: "The record cannot be used just now.",
}


def document() -> dict[str, Any]:
    """The document, OpenAPI 3.1."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    bodies = [body for each in OPERATIONS for body in (each.body, each.takes) if body is not None]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Onrecord",
            "version": version("onrecord"),
            "description": "Who said what, to whom, when, in whose words: a record to be read by programs.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": ROOT}],
        "paths": paths,
        "components": {
            "schemas": schemas_of(*bodies, Problem),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    answers: dict[str, Any] = {str(operation.status): _answer(operation)}
    if operation.method == "GET" and operation.body is not None:
        answers["304"] = {"description": "It is what `If-None-Match` names."}
    for status in sorted({*operation.problems, *_ALWAYS}):
        content = {"application/problem+json": {"schema": reference(Problem)}}
        answers[str(status)] = {"description": _MEANINGS[status], "content": content}
    found: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [*_path(operation), *(_parameter(each) for each in operation.parameters)],
        "responses": answers,
    }
    if operation.takes is not None:
        schema = {"schema": reference(operation.takes)}
        found["requestBody"] = {"required": True, "content": {"application/json": schema}}
        if operation.guarded:
            found["security"] = [{"token": []}]
    return found


def _answer(operation: Operation) -> dict[str, Any]:
    if operation.body is None:
        kinds = dict.fromkeys(each.media_type.partition(";")[0] for each in FORMATS.values())
        return {"description": "The file.", "content": {kind: {} for kind in kinds}}
    content = {"application/json": {"schema": reference(operation.body)}}
    return {"description": (operation.body.__doc__ or "").split("\n")[0], "content": content}


def _path(operation: Operation) -> list[Schema]:
    if "{id}" not in operation.path:
        return []
    id_ = {"type": "string", "minLength": 1, "pattern": "^[^/]+$"}
    return [{"name": "id", "in": "path", "required": True, "schema": id_}]


def _parameter(parameter: Parameter) -> Schema:
    schema = parameter.schema if not parameter.many else {"type": "array", "items": parameter.schema}
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.meaning,
        "required": False,
        "schema": schema,
        **({"style": "form", "explode": True} if parameter.many else {}),
    }
