"""JSON Schema of the API's bodies, read off their types, so that the two cannot part."""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

__all__ = ["Schema", "reference", "schemas_of"]

Schema = dict[str, Any]

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}


def reference(body: type) -> Schema:
    """Where the schema of a body stands in an OpenAPI document."""
    return {"$ref": f"#/components/schemas/{_name(body)}"}


def schemas_of(*bodies: type) -> dict[str, Schema]:
    """The schemas of bodies and of everything inside them, by name."""
    found: dict[str, Schema] = {}
    waiting = list(bodies)
    while waiting:
        body = waiting.pop(0)
        if _name(body) not in found:
            found[_name(body)] = _object(body, waiting)
    return dict(sorted(found.items()))


def _name(body: type) -> str:
    return body.__name__.removesuffix("Body")


def _object(body: type, inside: list[type]) -> Schema:
    hints = get_type_hints(body, include_extras=True)
    given = {name: get_origin(hint) is not NotRequired for name, hint in hints.items()}
    properties = {name: _schema(hint, inside) for name, hint in hints.items()}
    return {
        "type": "object",
        "description": (body.__doc__ or "").split("\n")[0],
        "properties": properties,
        "required": [name for name, needed in given.items() if needed],
        "additionalProperties": False,
    }


def _schema(hint: Any, inside: list[type]) -> Schema:  # noqa: ANN401 - any type of Python's, a line each
    if is_typeddict(hint):
        inside.append(hint)
        return reference(hint)
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    parts, origin = get_args(hint), get_origin(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(part, inside) for part in parts]}
    if origin is Literal:
        return {"type": "string", "enum": list(parts)}
    if origin is dict:
        return {"type": "object"}
    whole = {"type": "array", "items": _schema(parts[0], inside)} if origin is list else None
    return whole or _schema(parts[0], inside)  # what need not be there
