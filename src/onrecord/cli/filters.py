"""What statements are searched by and exported by: the same filters with the same words for them."""

from typing import Annotated, TypeAlias

import typer

__all__ = ["Act", "Form", "Outlet", "Since", "Speaker", "Until", "Words"]

Words: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        show_default=False,
        help="All of these words; '\"in a row\"', begin*, this OR that, NOT those. Without any: all.",
    ),
]
Speaker: TypeAlias = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Who says it: words of a name, or an id.")
]
Act: TypeAlias = Annotated[
    str | None,
    typer.Option("--act", metavar="ACT", help="What they do by it: say, deny, admit, accuse, promise …"),
]
Form: TypeAlias = Annotated[
    str | None, typer.Option("--form", metavar="FORM", help="How it is quoted: direct, mixed or indirect.")
]
Outlet: TypeAlias = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published it: words of the name.")
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Said on this day or later: 2026-02-16, 2026-02 or 2026."),
]
Until: TypeAlias = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Said on this day or before it, likewise.")
]
