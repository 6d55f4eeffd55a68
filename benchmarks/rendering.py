"""How long the pages of the web application take to be made, on generated news.

    python benchmarks/rendering.py --statements 1000000 [--cache FOLDER]

Takes the record that ``benchmarks/search.py`` generates (its folder can be given), opens the application
on it in this process, and asks for every kind of page as a browser would, after one that is not counted.
Printed are the median and the 95th percentile in milliseconds: of this process's own processor time,
which a busy machine does not change, and by the clock; then the processor time of the one that is not
counted, and the greatest length of the page. The times are those of the whole answer, with its
routes, its queries and its template. What a page leaves to be counted by a second request is asked for
by itself; its rows say "counts of". To see the pages for reviewers a reviewer is added to the record.
"""

import argparse
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from newsprint import word
from search import Asked, _drawn, _fill, _shown, _timed
from starlette.testclient import TestClient

from onrecord.errors import AccountError
from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.web.app import create_app

REVIEWER, PASSWORD = "Ann Ray", "a yellow telephone"
DRAWN = 20
"""Statements from which pages are made; each page is asked for as often."""

Ask = Callable[[int], str]


def main() -> None:
    """Generate, open, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--cache", type=Path, help="keep the generated record in this folder")
    parser.add_argument("--page", default="", help="only the pages with these words in their name")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (given.cache or Path(folder)) / f"generated-{given.statements}.db"
        _fill(str(path), given.statements)
        with open_record(path) as record:
            drawn = list(islice(_drawn(record, given.statements, Random(5)), DRAWN))  # noqa: S311 - chance
            pages = _pages(record, drawn, given.statements)
        columns = "processor: median / 95th   clock: median / 95th    first    kB"
        print(f"{'':48} {columns}")
        with _browser(path) as client:
            for name, address in pages.items():
                if given.page in name:
                    _time(name, [partial(_get, client, address(nth)) for nth in range(DRAWN)])
            if given.page in "a draft checked":
                _time("a draft checked", [partial(_checked, client, one) for one in drawn])


def _pages(record: Record, drawn: list[Asked], statements: int) -> Mapping[str, Ask]:
    """The address of the nth page of each kind."""
    heard = record.speakers(limit=5_000)
    most, middling = heard[0].entity.id, [one.entity.id for one in heard[len(heard) // 2 :][:DRAWN]]
    others = [one.entity.id for one in heard[1:][:DRAWN]]
    said = [record.statement(f"{Random(nth).randrange(1, statements + 1):016x}") for nth in range(DRAWN)]  # noqa: S311
    told = [one for one in said if one]
    print(f"most quoted: {heard[0].statements:,} statements; middling: {heard[len(heard) // 2].statements:,}")
    return {
        "/": lambda _: "/",
        "/?span=all": lambda _: "/?span=all",
        "counts of /": lambda _: "/?counts=yes",
        "/search": lambda _: "/search",
        "/search?q=word": lambda nth: f"/search?q={drawn[nth].word}",
        "/search?q=word, one of the fifty most frequent": lambda nth: f"/search?q={word(nth)}",
        "/search?q=word&speaker=": lambda nth: f"/search?q={drawn[nth].word}&speaker={drawn[nth].speaker}",
        "/search?speaker=": lambda nth: f"/search?speaker={drawn[nth].speaker}",
        "/search?speaker=, the most quoted": lambda _: f"/search?speaker={most}",
        "counts of /search?speaker=": lambda nth: f"/search?speaker={drawn[nth].speaker}&counts=yes",
        "/search?act=deny": lambda _: "/search?act=deny",
        "/speakers": lambda _: "/speakers",
        "/speaker, the most quoted": lambda _: f"/speaker/{most}",
        "counts of /speaker, the most quoted": lambda _: f"/speaker/{most}?counts=yes",
        "/speaker, middling": lambda nth: f"/speaker/{middling[nth]}",
        "counts of /speaker, middling": lambda nth: f"/speaker/{middling[nth]}?counts=yes",
        "/compare": lambda _: "/compare",
        "/compare, the most quoted and others": lambda nth: f"/compare?a={most}&b={others[nth]}",
        "/compare, middling and by a word": lambda nth: (
            f"/compare?a={most}&b={middling[nth]}&q={drawn[nth].word}"
        ),
        "/article": lambda nth: f"/article/{told[nth].article}",
        "/statement": lambda nth: f"/statement/{told[nth].statement.id}",
        "/check": lambda _: "/check",
        "/about": lambda _: "/about",
        "counts of /about": lambda _: "/about?counts=yes",
        "/feed.atom": lambda _: "/feed.atom",
        "/healthz": lambda _: "/healthz",
        "/review": lambda _: "/review",
        "/review?act=deny": lambda _: "/review?act=deny",
        "/review/history": lambda _: "/review/history",
    }


@contextmanager
def _browser(path: Path) -> Iterator[TestClient]:
    """The browser of a reviewer who is signed in."""
    with open_record(path, write=True) as record, suppress(AccountError):  # added by an earlier run
        record.admit(REVIEWER, password=PASSWORD)
    with TestClient(create_app(path), base_url="http://127.0.0.1:8321") as client:
        form = re.search(r'name="stamp" value="([^"]+)"', client.get("/sign-in").text)
        given = {"name": REVIEWER, "password": PASSWORD, "stamp": form[1] if form else ""}
        client.post("/sign-in", data=given).raise_for_status()
        yield client


def _get(client: TestClient, address: str) -> int:
    answer = client.get(address)
    answer.raise_for_status()
    return len(answer.content)


def _checked(client: TestClient, one: Asked) -> int:
    answer = client.post("/check", data={"text": f"“{one.phrase},” she said."})
    answer.raise_for_status()
    return len(answer.content)


def _time(name: str, asks: Sequence[Callable[[], int]]) -> None:
    first = _timed(asks[:1])[0].processor[0]
    times, sizes = _timed(asks)
    print(
        f"{name:48} {_shown(times.processor)} {_shown(times.wall)} {first:8.1f} {max(sizes) // 1000:5}",
        flush=True,
    )


if __name__ == "__main__":
    main()
