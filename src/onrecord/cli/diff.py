"""``onrecord diff`` and ``onrecord reread``: what another model or version changes in a record."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from onrecord.cli.account import shown, table
from onrecord.cli.judgements import worth
from onrecord.cli.lines import print_lines, who
from onrecord.cli.options import Database
from onrecord.cli.read import Workers, opened_model
from onrecord.cli.streams import console, visible
from onrecord.exports.guide import statement_guide
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.record.comparing import Compared, Difference
    from onrecord.terms.article import Article

__all__ = ["diff", "reread"]


class Told(StrEnum):
    """How differences are told."""

    TEXT = "text"
    JSON = "json"


@dataclass(slots=True)
class _Account:
    """What was compared so far."""

    texts: int = 0
    same: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    judged: int = 0
    only_old: int = 0
    only_new: int = 0

    def add(self, compared: "Compared") -> None:
        self.texts += 1
        self.same += compared.same
        for each in compared.differences:
            self.kinds[each.kind] += 1
            self.fields.update(change.field for change in each.altered)
            self.judged += each.judged


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", show_default=False, help="A record: a file or an address.")
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]",
            show_default=False,
            help="Another record of the same articles. Without it: what the model here would find in them.",
        ),
    ] = None,
    told: Annotated[
        Told, typer.Option("--format", "-f", help="How to print: to be read, or as one JSON document.")
    ] = Told.TEXT,
    workers: Workers = None,
) -> None:
    """Tell which statements another model or version finds, misses or reads otherwise.

    Nothing is changed. The same texts are compared as they were found, whatever people said since: what
    people judged holds, and is counted apart. With one record, its texts are read again
    by the model that is installed here; onrecord reread then puts that in place.

    \b
    Examples:
      onrecord diff news.db
      onrecord diff news.db news-read-by-0.2.db
      onrecord diff news.db --format json > changes.json
    """
    account = _Account()
    found = _differences(old, new, workers, account)
    if told is Told.JSON:
        _write_json(found, account)
    else:
        print_lines(console(sys.stdout), (line for each in found for line in _lines(*each)))
        print_lines(console(sys.stdout), table(_rows(account)))


def reread(
    db: Database = None,
    workers: Workers = None,
) -> None:
    """Read every text of a record again with the model that is installed here.

    What it finds takes the place of what was found before; what people judged holds, and stays even if it
    is not found again. What is found no longer is kept in the table dropped_statements.
    onrecord diff tells beforehand what would change.

    \b
    Examples:
      onrecord diff news.db
      onrecord reread --db news.db
    """
    from onrecord import pipeline
    from onrecord.record.opening import open_record

    settings = Settings.from_environment()
    path = db or settings.db
    with open_record(path, write=True) as record:
        reader, extracting = opened_model(workers=workers or settings.workers, threads=settings.threads)
        account = pipeline.reread(record, extracting, run=reader.run())
    rows = [
        ("found as before", account.same),
        ("altered", account.altered),
        ("new", account.new),
        ("gone", account.gone),
        ("kept by judgement", account.kept),
    ]
    told = [*((name, f"{count:,}") for name, count in rows), ("record", shown(path))]
    print_lines(console(sys.stdout), table(told))


def _differences(
    old: str, new: str | None, workers: int | None, account: _Account
) -> "Iterator[tuple[Article, Difference]]":
    from onrecord import pipeline
    from onrecord.record.comparing import Compared
    from onrecord.record.opening import open_record

    settings = Settings.from_environment()
    with open_record(old) as earlier:
        if new is None:
            _, extracting = opened_model(workers=workers or settings.workers, threads=settings.threads)
            yield from _counted(pipeline.foresee(earlier, extracting), account)
            return
        with open_record(new) as later:
            for each in pipeline.differences(earlier, later):
                if isinstance(each, Compared):
                    yield from _counted([each], account)
                else:
                    account.only_old += 1
            account.only_new = sum(1 for each in later.readings() if earlier.reading(each.article) is None)


def _counted(found: "Iterable[Compared]", account: _Account) -> "Iterator[tuple[Article, Difference]]":
    for each in found:
        account.add(each)
        for one in each.differences:
            yield each.article, one


_SIGNS = {"gone": ("-", "red"), "new": ("+", "green"), "altered": ("~", "yellow")}


def _lines(article: "Article", one: "Difference") -> Iterator[Text]:
    sign, colour = _SIGNS[one.kind]
    said = f"{who(one.statement.speaker)}, {one.statement.act}: {visible(one.words)}"
    yield Text.assemble((f"{sign} ", colour), said)
    for each in one.altered:
        yield Text(f"    {each.field}: {worth(each.old)} → {worth(each.new)}")
    judged = " · judged by people, whose word holds" if one.judged else ""
    yield Text(f"    {visible(article.id)} · {one.id}{judged}", "dim")


def _rows(account: _Account) -> list[tuple[str, str]]:
    fields = ", ".join(f"{name} {count:,}" for name, count in account.fields.most_common())
    rows = [
        ("texts compared", f"{account.texts:,}"),
        ("found alike", f"{account.same:,}"),
        ("gone", f"{account.kinds['gone']:,}"),
        ("new", f"{account.kinds['new']:,}"),
        ("altered", f"{account.kinds['altered']:,}"),
        ("  in", fields),
        ("judged by people", f"{account.judged:,}" if account.judged else ""),
        ("texts only in the first", f"{account.only_old:,}" if account.only_old else ""),
        ("texts only in the second", f"{account.only_new:,}" if account.only_new else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _write_json(found: "Iterable[tuple[Article, Difference]]", account: _Account) -> None:
    sys.stdout.write('{"differences": [')
    for number, (article, one) in enumerate(found):
        sys.stdout.write(",\n" if number else "\n")
        sys.stdout.write(json.dumps(_json(article, one), ensure_ascii=False))
    counts = {
        "texts": account.texts,
        "same": account.same,
        **{kind: account.kinds[kind] for kind in _SIGNS},
        "fields": dict(account.fields.most_common()),
        "judged": account.judged,
        "only_old": account.only_old,
        "only_new": account.only_new,
    }
    sys.stdout.write(f'], "counts": {json.dumps(counts)}}}\n')


def _json(article: "Article", one: "Difference") -> Mapping[str, Any]:
    from onrecord.record.judged import worth_json

    return {
        "kind": one.kind,
        "article": article.id,
        "digest": article.digest,
        "id": one.id,
        "judged": one.judged,
        "words": one.words,
        "changes": {each.field: [worth_json(each.old), worth_json(each.new)] for each in one.altered},
        "statement": statement_guide(one.statement),
    }
