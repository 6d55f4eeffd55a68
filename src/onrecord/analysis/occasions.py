"""The occasion of a statement: when, where or in what, and to whom.

Every sentence near a statement may tell of its occasion, and so may what the same speaker said before; each
such reading is an option with what tells for and against it, and the likeliest is taken (see ``choosing``).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from onrecord.analysis.acts import Deed
from onrecord.analysis.choosing import Choice, Option, choose, weights
from onrecord.analysis.circumstances import circumstances
from onrecord.analysis.readings import options
from onrecord.analysis.scene import Scene
from onrecord.analysis.signs import same_value
from onrecord.analysis.standing import FIELDS, Occasion, Standing
from onrecord.analysis.surroundings import Surroundings, place_of
from onrecord.terms.statement import Actor, Attribution

__all__ = ["FIELDS", "Choose", "Occasion", "occasions"]

Choose: TypeAlias = Callable[[int, str, Sequence[Option[Any]]], Choice[Any]]
"""Chooses among the options of a field of the statement of a number."""


def by_weights(_number: int, name: str, options: Sequence[Option[Any]]) -> Choice[Any]:
    """The choice that the table of weights makes."""
    return choose(weights()[name], options)


def occasions(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    holders: Sequence[int | None],
    deeds: Sequence[Deed],
    *,
    chooses: Choose = by_weights,
) -> tuple[Occasion, ...]:
    """The occasion of each statement.

    Args:
        scene: the article.
        attributions: its statements.
        speakers: who speaks in each.
        holders: for each, the number of the one whose content holds it.
        deeds: act and mode of each.
        chooses: how one option is chosen; the table of weights, but where that is being fitted.
    """
    order = sorted(range(len(attributions)), key=lambda n: place_of(attributions[n]))
    rank = {number: rank for rank, number in enumerate(order)}
    around = Surroundings(
        scene,
        [attributions[n] for n in order],
        [None if (holder := holders[n]) is None else rank[holder] for n in order],
    )
    who, what = [speakers[n] for n in order], [deeds[n] for n in order]
    read = Standing(around, who, what, circumstances(around, who, what), [Occasion() for _ in order])
    for here, number in enumerate(order):
        for name in FIELDS:
            read.settle(here, name, chooses(number, name, options(read, here, name)))
    _face_each_other(read)
    return tuple(read.chosen[rank[number]] for number in range(len(order)))


def _face_each_other(read: Standing) -> None:
    """In an interview those who take turns speak to each other."""
    if not read.scene.turns:
        return
    for number in range(len(read.names) - 1):
        both = (number, number + 1)
        starts = {read.attributions[n].content[0].start for n in both}
        if starts <= read.scene.turns and read.speakers[number] != read.speakers[number + 1]:
            for one, other in (both, both[::-1]):
                who = read.speakers[other]
                option: Option[Any] = Option(
                    who, same_value(who), "turns of an interview", evidence=read.attributions[other].source
                )
                read.chosen[one] = replace(
                    read.chosen[one], choices=read.chosen[one].choices | {"audience": Choice(option, 0.9)}
                )
