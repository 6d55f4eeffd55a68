"""The page of the API, made from its OpenAPI document."""

from typing import Any

from onrecord.web.api_openapi import document

__all__ = ["page"]

_INTRO = """What the API answers, made from the same table as its OpenAPI document, which a running
server gives at `/api/v1/openapi.json`. [How to use it](../how-to/api.md) has examples.
Every address below begins with `/api/v1`; `HEAD` and `OPTIONS` are answered wherever
`GET` or `POST` is.
"""

_PROBLEMS = """A problem has the media type `application/problem+json` (RFC 9457) and always the same
four parts: `type`, `title`, `status`, `detail`. Every address may also answer 405 (with
`Allow`), 429 and 503 (with `Retry-After`) and, should we have made a mistake, 500.
"""


def page() -> str:
    """Each operation with its parameters and answers, then the bodies."""
    whole = document()
    parts = [_INTRO]
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            parts.append(_operation(method.upper(), path, operation))
    parts += ["## Problems\n", _PROBLEMS, "## Bodies\n"]
    parts += [_body(name, schema) for name, schema in whole["components"]["schemas"].items()]
    return "\n".join(parts)


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    lines = [f"## {method} {path}\n", f"{operation['summary']}\n"]
    if operation["parameters"]:
        lines += ["| parameter | | |", "| --- | --- | --- |"]
        lines += [_parameter(each) for each in operation["parameters"]]
        lines.append("")
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        token = ", with the token" if "security" in operation else ""
        lines.append(f"Takes {_kind(schema)}{token}.\n")
    lines += ["| answer | |", "| --- | --- |"]
    lines += [
        f"| {status} | {_answer(answer)} |" for status, answer in sorted(operation["responses"].items())
    ]
    return "\n".join([*lines, ""])


def _parameter(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    many = " (repeatable)" if schema.get("type") == "array" else ""
    meaning = parameter.get("description", "the id, as other answers give it")
    return f"| `{parameter['name']}` | {meaning}{many} | {_kind(schema.get('items', schema))} |"


def _answer(answer: dict[str, Any]) -> str:
    kinds = [
        _kind(content["schema"]) if "schema" in content else f"`{media}`"
        for media, content in answer.get("content", {}).items()
    ]
    return " ".join([_plain(answer["description"]), *([", ".join(kinds)] if kinds else [])])


def _body(name: str, schema: dict[str, Any]) -> str:
    needed = schema["required"]
    rows = [
        f"| `{key}` | {_kind(value)} | {'' if key in needed else 'may be left out'} |"
        for key, value in schema["properties"].items()
    ]
    return "\n".join(
        [f"### {name}\n", f"{schema['description']}\n", "| | | |", "| --- | --- | --- |", *rows, ""]
    )


def _plain(text: str) -> str:
    return text.replace("``", "`")


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_kind(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    bounds = [f"from {schema['minimum']}"] if "minimum" in schema else []
    bounds += [f"to {schema['maximum']}"] if "maximum" in schema else []
    return " ".join([schema.get("type", "anything"), *bounds])
