"""What statements are searched by and exported by: the same filters with the same words for them."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

__all__ = [
    "Act",
    "Affiliation",
    "Audience",
    "Country",
    "Form",
    "MaxConfidence",
    "MinConfidence",
    "Mode",
    "Outlet",
    "Reviewed",
    "Since",
    "Speaker",
    "Status",
    "Target",
    "Time",
    "Until",
    "When",
    "Words",
]

Words: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        show_default=False,
        help="All of these words; '\"in a row\"', begin*, this OR that, NOT those. Without any: all.",
    ),
]
Speaker: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Who says it: words of a name, or an id. Repeatable."),
]
Affiliation: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--affiliation", metavar="NAME", help="From where the speaker speaks: words of its name. Repeatable."
    ),
]
Country: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="CODE", help="The speaker's state: ISO codes, XA or XA,XB."),
]
Act: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--act", metavar="ACT", help="What they do by it: say, deny, admit, accuse; or deny,refuse."
    ),
]
Status: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help="Whether it is new, repeats, retracts or continues, or several."
    ),
]
Form: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--form", metavar="FORM", help="How it is quoted: direct, mixed or indirect, or several."),
]
Mode: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--mode", metavar="MODE", help="Whether it is speech, thought or ruling, or several."),
]
Target: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="NAME", help="Whom it is about: words of a name, or an id. Repeatable."),
]
Audience: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--audience", metavar="NAME", help="To whom: words of a name, or an id. Repeatable."),
]
Outlet: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Who published it: words of the name. Repeatable."),
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Said on this day or later: 2026-02-16, 2026-02 or 2026."),
]
Until: TypeAlias = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Said on this day or before it, likewise.")
]


class Time(StrEnum):
    """What days are about."""

    SAID = "said"
    PUBLISHED = "published"


When: TypeAlias = Annotated[
    Time, typer.Option("--when", help="Whether the days are those of saying or of publishing.")
]
MinConfidence: TypeAlias = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="SHARE", help="Only what is at least so sure: 0 to 1."),
]
MaxConfidence: TypeAlias = Annotated[
    float | None,
    typer.Option("--max-confidence", metavar="SHARE", help="Only what is at most so sure: 0 to 1."),
]
Reviewed: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--reviewed",
        metavar="STATE",
        help="What people said of it: unreviewed, right, corrected, wrong, or several; yes or no.",
    ),
]
