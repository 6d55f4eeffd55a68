"""``onrecord check``: whether what a draft quotes was said."""

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from onrecord.cli.lines import counted, print_lines
from onrecord.cli.options import Database
from onrecord.cli.streams import complain, console, input_for, visible
from onrecord.settings import Settings
from onrecord.terms.article import Article

if TYPE_CHECKING:
    from onrecord.cleaning.dates import Moment
    from onrecord.linking.places import Piece, Place
    from onrecord.linking.quotations import Checked, Finding
    from onrecord.pipeline import Attribute

__all__ = ["Report", "check"]

DIFFERS = 1
"""Some quotation is cut, altered or missing: as ``grep`` and ``diff`` leave when something is so."""

_STYLES = {"as_is": "bold green", "altered": "bold yellow", "missing": "bold red"}
_MOST_PLACES = 5


class Report(StrEnum):
    """How a check is printed."""

    TEXT = "text"
    JSON = "json"


def check(
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="Drafts: .txt, .html, .json or .jsonl files. Without any, or with -: standard input.",
        ),
    ] = None,
    db: Database = None,
    report: Annotated[
        Report, typer.Option("--format", "-f", help="To be read, or as one JSON object for each draft.")
    ] = Report.TEXT,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            show_default=False,
            help="The day of drafts that give none; their 'on Thursday' is counted from it.",
        ),
    ] = None,
) -> None:
    """Look for each quotation of a draft in a record: as it is, cut or altered, or not there.

    Everything that stands in quotation marks is looked for in every article of the record, whether the
    article gives it to somebody or not; a text without quotation marks is one quotation. Other quotation
    marks, dashes, spaces, capitals and stops make no other quotation, and neither do [brackets] and an
    ellipsis, but they are told. Where the draft says who said it, or when, and the record has it otherwise,
    that is told, too.

    The exit code is 0 if every quotation is found as it is, 1 if one is not, and 2 if the draft or
    the record cannot be read.

    \b
    Examples:
      onrecord check draft.txt --db news.db
      onrecord check draft.html --db news.db --format json | jq '.quotations[] | select(.state != "as_is")'
      echo 'A test is not an opening' | onrecord check --db news.db
    """
    from onrecord import checking, pipeline
    from onrecord.cli.extract import moment_of
    from onrecord.record.opening import open_record

    settings = Settings.from_environment()
    wanted = places or ["-"]
    day = moment_of(published)
    differs = False
    with open_record(db or settings.db) as record:
        attribute = _attribute()
        drafts = pipeline.articles(wanted, stdin=input_for(wanted), published=day)
        for number, draft in enumerate(drafts):
            if not isinstance(draft, Article):
                complain(draft.reason)
                raise typer.Exit(2)
            checked = checking.check(record, draft.text, attribute=attribute, published=_day(draft))
            _WRITERS[report](draft, checked, number)
            differs |= checked.count("as_is") < len(checked.findings)
    if differs:
        raise typer.Exit(DIFFERS)


def _attribute() -> "Attribute | None":
    from onrecord import pipeline
    from onrecord.errors import ModelError

    try:
        return pipeline.attributor(threads=Settings.from_environment().threads)
    except ModelError as error:
        complain(f"{error} Who is quoted is not compared.")
        return None


def _day(draft: Article) -> "Moment | None":
    from onrecord.cleaning.dates import Moment

    return Moment(draft.published, draft.published_date_only) if draft.published else None


def _write_json(draft: Article, checked: "Checked", _: int) -> None:
    from onrecord.web.api_checking import checked_body

    body = {"id": draft.id, **checked_body(checked)}
    sys.stdout.write(json.dumps(body, ensure_ascii=False) + "\n")


def _write_text(draft: Article, checked: "Checked", number: int) -> None:
    from onrecord.web.check_wording import summary

    title = draft.title or (str(draft.origin) if draft.origin.place != "-" else "standard input")
    screen = console(sys.stdout)
    lines = [Text()] if number else []
    lines.append(Text.assemble((visible(title), "bold underline"), f" · {summary(checked)}"))
    for nth, finding in enumerate(checked.findings, 1):
        lines += [Text(), *_told(nth, finding)]
    print_lines(screen, lines)


def _told(number: int, finding: "Finding") -> Iterator[Text]:
    from onrecord.web.check_wording import SIGNS, STATES, claims, how_many

    state = f"{SIGNS[finding.state]} {STATES[finding.state]}"
    amount = how_many(finding)
    yield Text.assemble(f"{number}. ", (state, _STYLES[finding.state]), f" {amount}" if amount else "")
    yield Text(f"    {visible(finding.words)}")
    for sentence in claims(finding):
        yield Text.assemble("    ", (f"! {visible(sentence)}", "bold"))
    if finding.state == "missing" and finding.places:
        yield Text("    The nearest words:", style="dim")
    for nth, place in enumerate(finding.places[:_MOST_PLACES]):
        yield from _place(place, whole=nth == 0)
    if (rest := len(finding.places) - _MOST_PLACES) > 0:
        yield Text(f"    and {counted(rest, 'further place')}", style="dim")


def _place(place: "Place", *, whole: bool) -> Iterator[Text]:
    from onrecord.web.check_wording import day_of, notes, speaker

    passage = place.passage
    facts = [day_of(place), passage.title or passage.article, passage.outlet]
    yield Text.assemble(
        "    ", (visible(speaker(place)), "bold"), *(f" · {visible(fact)}" for fact in facts if fact)
    )
    if whole:
        if not place.exact:
            yield Text.assemble("      ", *_compared(place.pieces))
        yield Text(f"      {visible(f'{place.before}{place.words}{place.after}')}", style="dim")
        yield from (Text(f"      {sentence}", style="dim") for sentence in notes(place))
    id_ = place.given.statement.id if place.given else "no statement"
    where = f"{passage.article} · characters {place.span.start}–{place.span.end} · {id_}"
    yield Text(f"      {visible(where)}", style="dim")


def _compared(pieces: "tuple[Piece, ...]") -> Iterator[tuple[str, str]]:
    """The quotation with what differs between signs, so that it shows without colours, too."""
    for number, piece in enumerate(pieces):
        drafted, printed = visible(piece.draft), visible(piece.record)
        if number:
            yield " ", ""
        if piece.kind in ("same", "ellipsis", "brackets"):
            yield drafted, ""
        if piece.kind in ("replaced", "put_in"):
            yield f"[-{drafted}-]", "red"
        if piece.kind in ("replaced", "left_out"):
            yield f"{{+{printed}+}}", "green"


_WRITERS = {Report.TEXT: _write_text, Report.JSON: _write_json}
