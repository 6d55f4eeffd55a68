"""``onrecord judge``, ``undo`` and ``history``: what people decide about a record."""

import json
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from rich.text import Text

from onrecord.cli.judgements import noted_lines
from onrecord.cli.lines import found_entry, print_lines
from onrecord.cli.options import Database
from onrecord.cli.streams import complain, console, send
from onrecord.errors import JudgementError, QueryError
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.record.collection import Record
    from onrecord.terms.judgement import Judgement, Verdict

__all__ = ["By", "Note", "corrections", "history", "judge", "told", "undo"]

By: TypeAlias = Annotated[
    str, typer.Option("--by", metavar="NAME", show_default=False, help="The name of whoever decides.")
]
Note: TypeAlias = Annotated[
    str | None, typer.Option("--note", metavar="WORDS", show_default=False, help="Why.")
]
_Statement: TypeAlias = Annotated[
    str, typer.Argument(metavar="STATEMENT", show_default=False, help="The id of a statement.")
]


def judge(
    statement: _Statement,
    by: By,
    right: Annotated[
        bool, typer.Option("--right", help="Every field is right as it stands, with the changes given.")
    ] = False,
    wrong: Annotated[
        bool, typer.Option("--wrong", help="It is no statement: hide it wherever it is not asked for.")
    ] = False,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            show_default=False,
            help="Put a field right; nothing after = empties it. An actor is given by id, name or as JSON.",
        ),
    ] = None,
    spans: Annotated[
        list[str] | None,
        typer.Option(
            "--span",
            metavar="ROLE=START-END",
            show_default=False,
            help="Put source, cue or content right: characters START up to END; commas between pieces.",
        ),
    ] = None,
    note: Note = None,
    db: Database = None,
) -> None:
    """Say that a statement is right or wrong, or put it right.

    It holds from then on, in every search, page and export, whatever is read again and with which model;
    onrecord undo takes it back. What was found is kept beneath it, and onrecord history tells everything.

    \b
    Examples:
      onrecord judge 5f0e6b1c2d3a4958 --right --by "Ann Ray" --db news.db
      onrecord judge 5f0e6b1c2d3a4958 --wrong --by "Ann Ray" --note "a photo credit"
      onrecord judge 5f0e6b1c2d3a4958 --set act=deny --span content=10-55,60-71 --by "Ann Ray"
      onrecord judge 5f0e6b1c2d3a4958 --set speaker=joren-maddrick --set said= --by "Ann Ray"
    """
    from onrecord.record.opening import open_record

    if right and wrong:
        raise JudgementError("a statement is right or wrong; give one of --right and --wrong")
    verdict: Verdict | None = "right" if right else "wrong" if wrong else None
    changes = _changes(settings or (), spans or ())
    with open_record(db or Settings.from_environment().db, write=True) as record:
        made = record.judge(statement, by=by, verdict=verdict, changes=changes, note=note)
        _print(record, statement, made)


def undo(
    judgement: Annotated[
        str,
        typer.Argument(
            metavar="JUDGEMENT",
            show_default=False,
            help="The id of a judgement, as onrecord history prints it.",
        ),
    ],
    by: By,
    note: Note = None,
    db: Database = None,
) -> None:
    """Take a judgement back; both stay in the history.

    What it was about stands from then on as if the judgement had not been made. To take back what took
    another judgement back brings that one into force again.

    \b
    Examples:
      onrecord undo 3f9c2a71d0e4b856 --by "Ann Ray" --note "I had misread it" --db news.db
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db, write=True) as record:
        made = record.undo(judgement, by=by, note=note)
        _print(record, record.about(judgement), made)


def history(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", show_default=False, help="The id of a statement or of a speaker."),
    ],
    db: Database = None,
) -> None:
    """Tell everything that people decided about a statement or a speaker, and what of it holds.

    \b
    Examples:
      onrecord history 5f0e6b1c2d3a4958 --db news.db
      onrecord history joren-maddrick
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db) as record:
        lines = told(record, id_)
    print_lines(console(sys.stdout), lines)
    if not lines:
        complain(f"nobody has decided anything about {id_}.")


class Examples(StrEnum):
    """How training examples are written."""

    JSONL = "jsonl"


def corrections(
    form: Annotated[
        Examples,
        typer.Option("--format", "-f", help="How to write them: a text a line, in the guide's schema."),
    ] = Examples.JSONL,
    db: Database = None,
) -> None:
    """Write what people judged as training examples.

    Each line is a text with those of its statements that somebody judged, as they were put right, with who
    judged them when, and which fields they vouch for. Statements that are wrong stand apart.

    \b
    Examples:
      onrecord corrections --db news.db > corrections.jsonl
    """
    from onrecord.exports.corrections import corrections_jsonl
    from onrecord.record.opening import open_record

    writers = {Examples.JSONL: corrections_jsonl}
    with open_record(db or Settings.from_environment().db) as record:
        send(writers[form](record.reviews()), sys.stdout)


def told(record: "Record", id_: str) -> list[Text]:
    """The history of a statement or an actor.

    Raises:
        QueryError: if the record knows neither.
    """
    noted = record.history(id_)
    if not noted and record.statement(id_) is None and record.speaker(id_) is None:
        raise QueryError(f"{id_!r}: the record has no statement or speaker with this id")
    return list(noted_lines(noted))


def _print(record: "Record", id_: str, made: "Judgement") -> None:
    found = record.statement(id_)
    lines = [*found_entry(found), Text(f"    {found.reviewed}", "green")] if found else []
    last = [each for each in record.history(id_) if each.judgement.id == made.id]
    print_lines(console(sys.stdout), [*lines, *noted_lines(last)])


def _changes(settings: Iterable[str], spans: Iterable[str]) -> Mapping[str, object]:
    pairs = [_pair(given, "--set") for given in settings]
    places = [_pair(given, "--span") for given in spans]
    changes = {field: _value(field, text) for field, text in pairs}
    return changes | {role: _pieces(role, text) for role, text in places}


def _pair(given: str, option: str) -> tuple[str, str]:
    field, sign, text = given.partition("=")
    if not sign:
        example = "--set act=deny" if option == "--set" else "--span content=10-55"
        raise JudgementError(f"{option} {given}: a field and its value need = between them, as in {example}")
    return field.strip(), text.strip()


def _value(field: str, text: str) -> object:
    """The value that somebody means by words on the command line."""
    if text[:1] in {"{", "["}:
        try:
            return json.loads(text)
        except ValueError as error:
            raise JudgementError(f"{field}: {text!r} begins like JSON, and is none ({error})") from error
    if field in {"targets", "about"}:
        return [each.strip() for each in text.split(";") if each.strip()]
    if field in {"hedged", "negated"}:
        return {"true": True, "yes": True, "false": False, "no": False}.get(text.casefold(), text)
    if field in {"source", "cue", "content"}:
        return _pieces(field, text)
    return text or None


def _pieces(role: str, text: str) -> list[list[int]]:
    try:
        return [[int(end) for end in piece.split("-")] for piece in text.split(",") if piece.strip()]
    except ValueError as error:
        raise JudgementError(f"{role}: {text!r} is no place; write it like 10-55 or 10-55,60-71") from error
