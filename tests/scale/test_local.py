from collections.abc import Iterator

import pytest
import quoting

from onrecord.errors import ModelError, WorkerLost
from onrecord.pipeline import Extract
from onrecord.pipeline import extracts as alone
from onrecord.scale.local import extracts
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Refusal


def several(number: int) -> Iterator[Article | Refusal]:
    for n in range(number):
        if n % 5 == 3:
            yield Refusal(Origin(f"{n}.txt"), "Empty", "nothing there")
        else:
            words = "break here" if n % 7 == 5 else f'"It rained {n} times," Nils Abery said.'
            yield Article(f"{n}", words, origin=Origin(f"{n}.txt"))


def test_several_processes_give_what_one_gives() -> None:
    """The results, their order and their refusals do not depend on how many work."""
    assert list(extracts(several(24), quoting.opening, workers=2)) == list(
        alone(several(24), quoting.attribute)
    )


def test_a_killed_worker_is_reported_and_costs_only_what_came_after() -> None:
    """Results before the fatal article are given; then one clear error says what to do."""
    found = [*several(3), Article("fatal", "die here"), *several(2)]
    results: list[Extract | Refusal] = []
    with pytest.raises(WorkerLost, match="run the same command again"):
        results.extend(extracts(found, quoting.opening, workers=1))
    assert results == list(alone(several(3), quoting.attribute))


def test_a_damaged_model_is_an_answer_and_no_broken_pool() -> None:
    """A worker that cannot open its model says why."""
    with pytest.raises(ModelError, match="damaged"):
        list(extracts(several(3), quoting.damaged, workers=1))


def test_nothing_to_read_is_nothing() -> None:
    """No articles, no results, no waiting."""
    assert list(extracts([], quoting.opening, workers=2)) == []


def test_articles_are_taken_only_as_they_are_needed() -> None:
    """A collection that does not fit into memory passes through: few articles are in hand at a time."""
    taken = 0

    def counting() -> Iterator[Article | Refusal]:
        nonlocal taken
        for each in several(1000):
            taken += 1
            yield each

    results = extracts(counting(), quoting.opening, workers=2)
    next(results)
    assert taken < 20
    results.close()
