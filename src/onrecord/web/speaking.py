"""The page of a speaker: who it is, what they said over time, what is said about them, what is doubtful."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.languages.states import STATES
from onrecord.record.collection import Record
from onrecord.record.filters import EXACT
from onrecord.record.query import Query
from onrecord.record.values import FacetValue, Found, FoundSpeaker, FoundStatement, HeldRole
from onrecord.web import spreading, urls, wording
from onrecord.web.asking import Asked
from onrecord.web.courses import COURSES, course
from onrecord.web.elements import Line
from onrecord.web.fields import percent
from onrecord.web.lines import days, headline, line
from onrecord.web.searching import AT_ONCE, is_large
from onrecord.web.speaker_contexts import SpeakerPage
from onrecord.web.speaker_elements import Doubt, Party, Role, Silence
from onrecord.web.standing import stands

__all__ = ["speaker_page"]

A_PAGE = 40
_FEW = 5
_WORDS = 40
_ON_ONE_DAY = 100
_ARTICLES = 12
_UNKNOWN = "=unknown"


def speaker_page(record: Record, id_: str, asked: Asked, *, counts: bool = False) -> SpeakerPage | None:
    """``/speaker/{id}``; None if there is nobody of that id.

    Args:
        record: the record.
        id_: the actor's id.
        asked: the subject, in words, and where the page before this one ended.
        counts: whether to count however much it is; otherwise much is counted by another request.

    Raises:
        QueryError: if the subject cannot be understood, or ``after`` is no cursor of ours.
    """
    speaker = record.speaker(id_)
    if speaker is None:
        return None
    asked = _theirs(asked, speaker)
    found = record.statements(asked.query(limit=A_PAGE))
    page = _page(speaker, asked, found)
    if asked.after:
        return page
    if not counts and (found.total > AT_ONCE or is_large(record)):
        return replace(page, counting=_address(speaker, asked, ("counts", "yes")))
    return _counted(record, page, speaker, asked, found)


def _theirs(asked: Asked, speaker: FoundSpeaker) -> Asked:
    subject = [("q", asked.words)] if asked.words else []
    return Asked((*subject, ("speaker", speaker.entity.id)), asked.after)


def _address(speaker: FoundSpeaker, asked: Asked, *more: tuple[str, str]) -> str:
    subject = [("q", asked.words)] if asked.words else []
    return urls.with_query(urls.speaker(speaker.entity.id), [*subject, *more])


def _page(speaker: FoundSpeaker, asked: Asked, found: Found) -> SpeakerPage:
    entity = speaker.entity
    return SpeakerPage(
        title=f"{entity.name} · Onrecord",
        section="speakers",
        name=entity.name,
        kind=wording.KIND_WORDS[entity.kind],
        country=STATES.get(entity.country or "", entity.country or ""),
        also=tuple(other for other in entity.names if other != entity.name),
        roles=_roles(speaker.held),
        summary=_summary(speaker, asked, found.total),
        topic=asked.words,
        address=urls.speaker(entity.id),
        days=days(found.rows),
        older=_address(speaker, asked, ("after", found.next)) if found.next else None,
        newest=_address(speaker, asked) if asked.after else None,
        search=asked.address(),
        compare=urls.compare(entity.id, "", asked.words),
    )


def _summary(speaker: FoundSpeaker, asked: Asked, total: int) -> str:
    held = wording.counted(speaker.statements, "statement")
    if asked.words:
        return f"{total:,} of {held} on “{asked.words}”"
    period = wording.period(speaker.first, speaker.last)
    return f"{held}, {period}" if period else held


def _roles(held: Iterable[HeldRole]) -> tuple[Role, ...]:
    """The roles; those that differ in capital letters alone are one."""
    met: dict[str, list[HeldRole]] = {}
    for one in held:
        met.setdefault(_called(one).casefold(), []).append(one)
    return tuple(_role(same) for same in met.values())


def _role(same: Sequence[HeldRole]) -> Role:
    first = min((one.first for one in same if one.first), default=None)
    last = max((one.last for one in same if one.last), default=None)
    number = sum(one.articles for one in same)
    return Role(_called(same[0]), wording.period(first, last), wording.counted(number, "article"))


def _called(held: HeldRole) -> str:
    role, affiliation = held.role or "", held.affiliation or ""
    parts = [role] if affiliation.casefold() in role.casefold() else [role, affiliation]
    return ", ".join(part for part in parts if part)


def _counted(
    record: Record, page: SpeakerPage, speaker: FoundSpeaker, asked: Asked, found: Found
) -> SpeakerPage:
    """The page with what has to be counted or looked up."""
    query, id_ = asked.query(), speaker.entity.id
    courses = (course(record, query, asked, name) for name in COURSES) if found.total else ()
    return replace(
        _with_talk(_with_doubts(record, page, asked), record, id_, asked.words),
        speaks_for=tuple(_parties(record, record.represented(id_), "affiliation")),
        spoken_by=tuple(_parties(record, record.representatives(id_), "speaker")),
        first=_first(record, query),
        latest=line(found.rows[0], longest=_WORDS) if found.rows else None,
        courses=tuple(one for one in courses if one),
        stands=stands(record, id_, asked.words),
        silences=tuple(_silences(record, found.rows)),
    )


def _parties(record: Record, values: Iterable[FacetValue], filter_: str) -> Iterator[Party]:
    """Each name once; it leads to whom it is, or where that is not certain to a search by the name."""
    met: dict[str, list[FacetValue]] = {}
    for value in values:
        met.setdefault(value.label.casefold(), []).append(value)
    for same in met.values():
        ids = [one.value for one in same if not one.value.startswith(EXACT)] or record.meant(same[0].label)
        search = urls.search(**{filter_: EXACT + same[0].label})
        url = urls.speaker(ids[0]) if len(ids) == 1 else search
        yield Party(same[0].label, url, f"{sum(one.count for one in same):,}")


def _first(record: Record, query: Query) -> Line | None:
    """The earliest statement that is dated."""
    held = [one.value for one in record.facets(query, ["day"])["day"].values]
    if not held:
        return None
    rows = record.statements(replace(query, until=min(held), limit=_ON_ONE_DAY)).rows
    return line(rows[-1], longest=_WORDS) if rows else None


def _with_talk(page: SpeakerPage, record: Record, id_: str, subject: str) -> SpeakerPage:
    """What is said about them."""
    asked = Asked((*([("q", subject)] if subject else []), ("target", id_)))
    query = asked.query(limit=_FEW)
    found = record.statements(query)
    few = 0 < found.total <= AT_ONCE
    speakers = record.facets(query, ["speaker"], most=_FEW)["speaker"] if few else None
    return replace(
        page,
        about=tuple(line(row, longest=_WORDS) for row in found.rows),
        about_summary=wording.counted(found.total, "statement") if found.total else "",
        about_url=asked.address(),
        about_speakers=spreading.tallies(speakers, asked) if speakers else (),
    )


def _with_doubts(record: Record, page: SpeakerPage, asked: Asked) -> SpeakerPage:
    """What nobody has reviewed yet, the least certain first."""
    doubtful = asked.also("reviewed", "no").also("sort", "doubt")
    found = record.statements(doubtful.query(limit=_FEW))
    return replace(
        page,
        doubtful=tuple(_doubt(row) for row in found.rows),
        doubtful_summary=wording.counted(found.total, "statement") if found.total else "",
        doubtful_url=doubtful.address(),
    )


def _doubt(row: FoundStatement) -> Doubt:
    statement = row.statement
    least = min(statement.decisions, key=lambda one: one.confidence, default=None)
    why = f"{least.field} {percent(least.confidence)}, by {least.by}" if least else ""
    return Doubt(line(row, longest=_WORDS), percent(statement.confidence), why)


def _silences(record: Record, rows: Sequence[FoundStatement]) -> Iterator[Silence]:
    """What nobody is known to have said in the articles that these statements stand in."""
    titles = {row.article: headline(row) for row in rows}
    for article, title in [*titles.items()][:_ARTICLES]:
        asked = Asked((("speaker", _UNKNOWN), ("article", article)))
        found = record.statements(asked.query(limit=1))
        if found.rows:
            yield Silence(
                article=title,
                url=asked.address(),
                count=wording.counted(found.total, "statement"),
                line=line(found.rows[0], longest=_WORDS),
            )
