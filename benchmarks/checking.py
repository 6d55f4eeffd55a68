"""How long a quotation takes to be checked against a large record, on generated news.

    python benchmarks/checking.py --statements 1000000 [--cache FOLDER]

Takes the record that ``benchmarks/search.py`` generates (its folder can be given), cuts its articles into
passages if they are not, and checks quotations of it: as they stand, with one word changed, of words that do
not stand together, of common words alone; then a draft with a hundred. Printed are the median and the
95th percentile of this process's own processor time, which a busy machine does not change.
"""

import argparse
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from newsprint import word
from search import _fill
from sqlalchemy import select

from onrecord import checking
from onrecord.record import tables as t
from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.record.passages import keep_passages, passages

COMMON, QUOTATIONS, IN_A_DRAFT = 25, 40, 100


def main() -> None:
    """Generate, check, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--cache", type=Path, help="keep the generated record in this folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (given.cache or Path(folder)) / f"generated-{given.statements}.db"
        _fill(str(path), given.statements)
        with open_record(path, write=True) as record:
            _cut(record)
        with open_record(path) as record:
            _report(record, given.statements)


def _cut(record: Record) -> None:
    with record._work() as connection:  # noqa: SLF001 - what generates the record knows nothing of passages
        if connection.execute(select(passages.c.id).limit(1)).first() is None:
            for id_, text in connection.execute(select(t.revisions.c.id, t.revisions.c.text)).all():
                keep_passages(connection, id_, text)


def _report(record: Record, statements: int) -> None:
    chance = Random(3)  # noqa: S311 - chance, not secrets

    def said() -> str:
        while True:
            with record._work() as connection:  # noqa: SLF001 - any statement, however little it is asked for
                key = chance.randrange(statements) + 1
                found = connection.execute(
                    select(t.statements.c.content_words).where(t.statements.c.key == key)
                )
                words = found.scalar_one_or_none()
            if words and len(words.split()) >= 8:
                return re.sub(r'["“”]', "", words)

    def changed() -> str:
        words = said().split()
        words[chance.randrange(1, len(words) - 1)] = "zzzebra"
        return " ".join(words)

    kinds: dict[str, Callable[[], str]] = {
        "as it stands": said,
        "one word changed": changed,
        "of words that stand apart": lambda: " ".join(
            chance.sample(f"{said()} {said()} {said()}".split(), 12)
        ),
        "eight common words": lambda: " ".join(word(chance.randrange(COMMON)) for _ in range(8)),
        "a common word": lambda: word(chance.randrange(COMMON)),
    }
    for name, made in kinds.items():
        _time(record, name, [made() for _ in range(QUOTATIONS)])
    parts = [f"“{said() if n % 2 else changed()},” she said." for n in range(IN_A_DRAFT)]
    _time(record, f"a draft of {IN_A_DRAFT}", ["\n\n".join(parts)])


def _time(record: Record, name: str, drafts: list[str]) -> None:
    took: list[float] = []
    states: Counter[str] = Counter()
    for draft in drafts:
        start = time.process_time()
        checked = checking.check(record, draft)
        took.append(1000 * (time.process_time() - start))
        states.update(finding.state for finding in checked.findings)
    late = sorted(took)[int(0.95 * (len(took) - 1))]
    print(f"{name:26} {statistics.median(took):8.1f} {late:8.1f} ms  {dict(states)}")


if __name__ == "__main__":
    main()
