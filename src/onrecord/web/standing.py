"""How somebody stands by what they said: what they granted or took back, and who disputes it."""

from collections.abc import Iterator, Sequence

from onrecord.record.collection import Record
from onrecord.record.values import FacetValue, FoundStatement
from onrecord.web.asking import Asked
from onrecord.web.elements import Line
from onrecord.web.lines import line, said_day
from onrecord.web.speaker_elements import Party, Stand

__all__ = ["DISPUTING", "stands"]

DISPUTING = ("deny", "doubt", "criticise", "accuse")
"""Acts by which somebody stands against another."""

_FEW, _OF_A_KIND = 5, 3
_WORDS = 40
_GRANTED = (("act", "admit", "admitted"), ("status", "retracts", "taken back"))
_REPEATED = ("status", "repeats", "said again")


def stands(record: Record, id_: str, subject: str) -> tuple[Stand, ...]:
    """What an actor granted or took back, what others did on the same subject, and who disputes them.

    Whoever takes something back is often called no name in that sentence ("the spokesman withdrew
    the remark"), so on a subject it is told who else did.

    Args:
        record: the record.
        id_: the actor's id.
        subject: words that all of it must have; empty for everything.

    Raises:
        QueryError: if the subject cannot be understood.
    """
    words = [("q", subject)] if subject else []
    theirs, anybody = Asked((*words, ("speaker", id_))), Asked(tuple(words))
    told = f" on “{subject}”" if subject else ""
    granted, more = _granted(record, theirs)
    empty = f"Nothing they said{told} is marked as admitted or taken back."
    repeated = [*_counted(record, theirs.also(*_REPEATED[:2]), _REPEATED[2])]
    found = [Stand("granted", f"Granted or taken back{told}", _lines(granted), (*more, *repeated), empty)]
    if subject:
        others, more = _granted(record, anybody)
        lines = _lines([row for row in others if row.speaker_id != id_])
        found += [Stand("others", f"By others, or without a name{told}", lines, more)] if lines else []
    return (*found, _disputed(record, id_, words, told))


def _granted(record: Record, asked: Asked) -> tuple[Sequence[FoundStatement], tuple[Party, ...]]:
    """What is taken back, then what is granted, the latest first; and searches for all of either."""
    rows: dict[str, FoundStatement] = {}
    more: list[Party] = []
    for name, value, told in reversed(_GRANTED):
        narrowed = asked.also(name, value)
        found = record.statements(narrowed.query(limit=_OF_A_KIND))
        rows |= {row.statement.id: row for row in sorted(found.rows, key=said_day, reverse=True)}
        more += [Party(told, narrowed.address(), f"{found.total:,}")] if found.total else []
    return tuple(rows.values()), tuple(more)


def _disputed(record: Record, id_: str, words: Sequence[tuple[str, str]], told: str) -> Stand:
    asked = _against(words, [id_])
    found = record.statements(asked.query(limit=_FEW))
    more = [Party("deny, doubt, criticise or accuse them", asked.address(), f"{found.total:,}")]
    for label, theirs in _represented(record.represented(id_)):
        more += _counted(record, _against(words, theirs), f"do so to {label}, for whom they speak")
    more += _counted(record, Asked((*words, ("target", id_))), "said about them in all")
    empty = f"Nobody is found to deny, doubt, criticise or accuse them{told}."
    return Stand(
        "disputed",
        f"Who disputes them{told}",
        _lines(found.rows),
        tuple(more if found.total else more[1:]),
        empty,
    )


def _against(words: Sequence[tuple[str, str]], whom: Sequence[str]) -> Asked:
    return Asked((*words, *(("target", one) for one in whom), *(("act", act) for act in DISPUTING)))


def _represented(values: Sequence[FacetValue]) -> Iterator[tuple[str, list[str]]]:
    """Those they speak for by name, each with all that the name may mean."""
    met: dict[str, list[str]] = {}
    for value in values:
        met.setdefault(value.label, []).append(value.value)
    yield from [*met.items()][:1]


def _counted(record: Record, asked: Asked, told: str) -> Iterator[Party]:
    if number := record.statements(asked.query(limit=1)).total:
        yield Party(told, asked.address(), f"{number:,}")


def _lines(rows: Sequence[FoundStatement]) -> tuple[Line, ...]:
    return tuple(line(row, longest=_WORDS) for row in rows)
