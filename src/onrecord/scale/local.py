"""The same road in several processes of one machine."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from onrecord.errors import WorkerLost
from onrecord.pipeline import Attribute, Extract, extract_article
from onrecord.terms.article import Article
from onrecord.terms.page import Refusal

__all__ = ["extracts"]

# Articles handed out per worker before the oldest result is awaited: enough to keep all of them
# busy, few enough that a collection of any size passes through in the same memory.
_AHEAD = 4

_Pending: TypeAlias = Future[Extract | Refusal]


def extracts(
    found: Iterable[Article | Refusal], opening: Callable[[], Attribute], *, workers: int
) -> Generator[Extract | Refusal]:
    """Each article with its statements, found in several processes; the results come in the articles' order.

    Args:
        found: what to read; what was refused before stays refused, in its place.
        opening: opens the model, once in every worker; it travels there, so it must pickle.
        workers: how many processes.

    Raises:
        WorkerLost: if a worker is killed; every result before that one has been given by then.
    """
    rest = iter(found)
    # Spawned, because the threads of a model do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, _prepare, (opening,))
    try:
        waiting = deque(_submit(pool, item) for item in islice(rest, workers * _AHEAD))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(_submit(pool, item) for item in islice(rest, 1))
    except BrokenProcessPool as lost:
        raise WorkerLost(
            "A worker process was killed, most often because memory ran out. What was kept before stays"
            " kept; run the same command again, perhaps with fewer --workers, to read the rest."
        ) from lost
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, item: Article | Refusal) -> _Pending:
    if isinstance(item, Article):
        return pool.submit(_work, item)
    refused: _Pending = Future()
    refused.set_result(item)
    return refused


@dataclass(slots=True)
class _Worker:
    """What one worker process holds."""

    opening: Callable[[], Attribute]
    attribute: Attribute | None = None

    def extract(self, article: Article) -> Extract | Refusal:
        # Opened by the first article and not when the process starts, so that a damaged model is
        # an answer (ModelError) and not a broken pool.
        self.attribute = self.attribute or self.opening()
        return extract_article(article, self.attribute)


_here: _Worker


def _prepare(opening: Callable[[], Attribute]) -> None:
    global _here  # noqa: PLW0603 - the only way that a pool's initialiser can leave something behind
    # Ctrl-C reaches the whole group; only the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here = _Worker(
        opening,
    )


def _work(article: Article) -> Extract | Refusal:
    return _here.extract(article)
