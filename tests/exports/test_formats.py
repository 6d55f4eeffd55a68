"""What holds for every format."""

from collections.abc import Iterator

import pytest
import sheets
from hypothesis import given, settings

from onrecord.exports.formats import FORMATS
from onrecord.exports.sheet import Sheet


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25, deadline=None)
@given(sheet=sheets.SHEETS)
def test_anything_can_be_written(name: str, sheet: Sheet) -> None:
    """Whatever is in a text, a name or an address, every format writes it, and text is UTF-8."""
    written = b"".join(FORMATS[name].write([sheet]))
    if not FORMATS[name].binary:
        written.decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_articles_are_written_as_they_come(name: str) -> None:
    """No format waits for the last article before it writes the first."""
    all_ = sheets.sheets()
    given_: list[Sheet] = []

    def coming() -> Iterator[Sheet]:
        for sheet in all_:
            given_.append(sheet)
            yield sheet

    chunks = FORMATS[name].write(coming())
    for _ in range(3):
        next(chunks)
    assert len(given_) < len(all_) / 2


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("gdelt", "parquet")])
def test_every_format_tells_where_a_statement_is_from(name: str) -> None:
    """Outlet, address, day of publication, digest and run; GDELT's events have a table of mentions for it."""
    sheet = sheets.sheets()[0]
    article = sheet.article
    written = b"".join(FORMATS[name].write([sheet])).decode()
    assert article.url is not None
    assert article.outlet is not None
    assert article.published is not None
    assert article.outlet in written
    day = article.published.date().isoformat()
    facts = [article.url, article.digest, str(sheet.run)]
    assert [fact for fact in facts if fact not in written] == []
    assert day in written or day.replace("-", "") in written


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_can_be_written_too(name: str) -> None:
    """No article at all makes a file that is well formed; what it is like is told by each format's tests."""
    assert isinstance(b"".join(FORMATS[name].write([])), bytes)
