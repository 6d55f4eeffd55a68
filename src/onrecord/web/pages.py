"""The pages that list and count: from the record to what a template shows."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version

from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Counts, FoundSpeaker
from onrecord.terms.statement import ACTS
from onrecord.web import urls, wording
from onrecord.web.contexts import AboutPage, SpeakersPage
from onrecord.web.elements import ActCount, Figure, SpeakerLine
from onrecord.web.kept import Kept

__all__ = ["about_page", "speakers_page"]

MOST_SPEAKERS = 500
_UNKNOWN = "=unknown"


def _span(speaker: FoundSpeaker) -> str:
    return wording.period(speaker.first, speaker.last)


def _acts(counts: Mapping[str, int]) -> tuple[ActCount, ...]:
    links: dict[str, str] = {act: urls.search(act=act) for act in ACTS}
    return _shares(counts, wording.ACT_MEANINGS, links)


def _shares(
    counts: Mapping[str, int], meanings: Mapping[str, str], links: Mapping[str, str]
) -> tuple[ActCount, ...]:
    occurring = sorted(((n, name) for name, n in counts.items() if n), key=lambda one: (-one[0], one[1]))
    most = occurring[0][0] if occurring else 1
    return tuple(
        ActCount(name, meanings.get(name, ""), f"{n:,}", round(100 * n / most), links.get(name))
        for n, name in occurring
    )


def speakers_page(record: Record) -> SpeakersPage:
    """``/speakers``."""
    return _speakers.of(record)


def _speakers_page(record: Record) -> SpeakersPage:
    speakers = record.speakers(limit=MOST_SPEAKERS)
    return SpeakersPage(
        title="Speakers · Onrecord",
        section="speakers",
        speakers=tuple(_speaker_lines(speakers)),
        total=_how_many_speak(len(speakers)),
        unknown=_unknown_sentence(record.statements(Query(speaker=_UNKNOWN, limit=1)).total),
    )


def _how_many_speak(shown: int) -> str:
    if shown < MOST_SPEAKERS:
        return f"{wording.counted(shown, 'speaker')}, those with most statements first"
    return f"The {shown:,} speakers with most statements; search finds the others"


def _speaker_lines(speakers: Iterable[FoundSpeaker]) -> Iterable[SpeakerLine]:
    for speaker in speakers:
        entity = speaker.entity
        yield SpeakerLine(
            name=entity.name,
            url=urls.speaker(entity.id),
            detail=entity.roles[0] if entity.roles else wording.KIND_WORDS[entity.kind],
            statements=wording.counted(speaker.statements, "statement"),
            span=_span(speaker),
        )


def _unknown_sentence(unknown: int) -> str:
    if not unknown:
        return ""
    told = wording.counted(unknown, "statement")
    return f"Of {told} the speaker could not be made out; nobody stands here for them."


def about_page(record: Record, *, counts: bool = False) -> AboutPage:
    """``/about``.

    Args:
        record: the record.
        counts: whether to count it however large it is.
    """
    if counts or _about.holds(record):
        return _about.of(record)
    return AboutPage(
        title="About this record · Onrecord",
        section="about",
        place=record.place.name,
        version=version("onrecord"),
        counting=urls.with_query("/about", [("counts", "yes")]),
    )


def _about_page(record: Record) -> AboutPage:
    counts = record.counts()
    links = {form: urls.search(form=form) for form in wording.FORM_MEANINGS}
    unknown = f"{counts.unknown_speakers:,} of {wording.counted(counts.statements, 'statement')}"
    return AboutPage(
        title="About this record · Onrecord",
        section="about",
        figures=tuple(_figures(counts)),
        period=wording.period(counts.first, counts.last),
        acts=_acts(counts.by_act),
        forms=_shares(counts.by_form, wording.FORM_MEANINGS, links),
        place=record.place.name,
        version=version("onrecord"),
        unknown=unknown if counts.unknown_speakers else "",
    )


def _figures(counts: Counts) -> Sequence[Figure]:
    told = [
        (counts.statements, "statement", "/"),
        (counts.speakers, "named speaker", "/speakers"),
        (counts.articles, "article", None),
        (counts.outlets, "outlet", None),
        (counts.revisions - counts.articles, "earlier version", None),
        (counts.unnamed_speakers, "statement by somebody kept nameless", None),
        (counts.unknown_speakers, "statement whose speaker is unknown", None),
        (counts.refusals, "input left out", None),
    ]
    return [Figure(f"{n:,}", _plural(n, noun), url) for n, noun, url in told]


def _plural(number: int, noun: str) -> str:
    if number == 1:
        return noun
    first, _, rest = noun.partition(" ")
    if first in ("statement", "input"):
        return f"{first}s {rest}".rstrip()
    return f"{noun}s"


_speakers, _about = Kept(_speakers_page), Kept(_about_page)
