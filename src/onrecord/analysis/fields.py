"""From attributions to statements: every field of the guide, each with the rule that decided it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.acts import Deed, Wording, deed_of
from onrecord.analysis.aims import Candidate, Case, evidence
from onrecord.analysis.answers import Answer, answers
from onrecord.analysis.antecedents import Turn
from onrecord.analysis.forms import form_of
from onrecord.analysis.leanings import weighed
from onrecord.analysis.marking import Marking, marking_of
from onrecord.analysis.nesting import holders
from onrecord.analysis.occasions import FIELDS, Occasion, occasions
from onrecord.analysis.scene import Scene, scene_of
from onrecord.analysis.speakers import Spoken, place_of, speakers
from onrecord.analysis.targets import on_behalf_of, pick
from onrecord.terms.article import Article
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor, Attribution, Decision, Form, Statement, statement_id

__all__ = ["statements"]


_REMEMBERED = 60
"""So many statements back "he" or "the charge" may reach; an article has seldom as many."""


@dataclass(frozen=True, slots=True)
class _Found:
    """All that is known of one statement; others by their numbers."""

    id: str
    attribution: Attribution
    spoken: Spoken
    occasion: Occasion
    deed: Deed
    form: Form
    aimed: tuple[tuple[Candidate, float], ...]
    marking: Marking
    holder: int | None
    answer: Answer | None


def statements(article: Article, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Fill every field of the statements of one article.

    Args:
        article: the article.
        attributions: the spans of its statements, in any order.

    Returns:
        One statement an attribution, in the same order; the same input gives the same ids.
    """
    scene = scene_of(article)
    held = holders(attributions)
    spoken = speakers(scene, attributions)
    forms = [_form(scene, a) for a in attributions]
    wordings = [_wording(scene.text, a, form) for a, form in zip(attributions, forms, strict=True)]
    deeds = weighed(wordings, list(map(deed_of, wordings)), [a.leaning for a in attributions])
    where = occasions(scene, attributions, [s.actor for s in spoken], held, deeds)
    same = _carry_on(attributions, spoken)
    turns = sorted(
        (Turn(place_of(a), s.actor, None, a.content) for a, s in zip(attributions, spoken, strict=True)),
        key=lambda turn: turn.at,
    )
    marked = [_marking(wording, same_speaker=same[n]) for n, wording in enumerate(wordings)]
    actors = [s.actor for s in spoken]
    replies = answers(
        scene,
        attributions,
        actors,
        audiences=[w.audience for w in where],
        deeds=deeds,
        statuses=[m.status for m in marked],
        holders=held,
    )
    aimed = _aims(scene, attributions, actors, where=where, deeds=deeds, turns=turns)
    digest = article.digest
    ids = [statement_id(digest, a) for a in attributions]
    found = (
        _Found(ids[n], a, spoken[n], where[n], deeds[n], forms[n], aimed[n], marked[n], held[n], replies[n])
        for n, a in enumerate(attributions)
    )
    return tuple(_statement(scene, each, ids) for each in found)


def _carry_on(attributions: Sequence[Attribution], spoken: Sequence[Spoken]) -> tuple[bool, ...]:
    """For each statement, whether the one before it in the text is by the same speaker."""
    order = sorted(range(len(attributions)), key=lambda n: (place_of(attributions[n]), n))
    before = dict(zip(order[1:], order, strict=False))
    return tuple(
        n in before and spoken[before[n]].actor.name == spoken[n].actor.name for n in range(len(attributions))
    )


def _aims(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    *,
    where: Sequence[Occasion],
    deeds: Sequence[Deed],
    turns: Sequence[Turn],
) -> list[tuple[tuple[Candidate, float], ...]]:
    """The targets of each statement, those before it known."""
    found: list[tuple[tuple[Candidate, float], ...]] = [()] * len(attributions)
    last: dict[str, tuple[Actor, ...]] = {}
    before: tuple[Actor, ...] = ()
    tally: Counter[Actor] = Counter()
    for n in sorted(range(len(attributions)), key=lambda n: (place_of(attributions[n]), n)):
        reached = bisect_left(turns, attributions[n].content[0].start, key=lambda turn: turn.at)
        known = turns[max(reached - _REMEMBERED, 0) : reached]
        speaker = speakers[n]
        case = Case(
            scene,
            attributions[n],
            deeds[n],
            speaker,
            where[n].audience,
            known,
            before,
            last.get(speaker.name, ()),
            tally,
        )
        found[n] = pick(case)
        before = tuple(one.actor for one, _ in found[n])
        last[speaker.name] = before
        tally.update(before)
    return found


def _statement(scene: Scene, found: _Found, ids: Sequence[str]) -> Statement:
    attribution, speaker, occasion = found.attribution, found.spoken.actor, found.occasion
    deed = found.deed
    marking = found.marking
    return Statement(
        id=found.id,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        form=found.form,
        mode=deed.mode,
        act=deed.act,
        speaker=speaker,
        on_behalf_of=on_behalf_of(scene, speaker),
        audience=occasion.audience,
        venue=occasion.venue,
        said=occasion.said,
        targets=tuple(one.actor for one, _ in found.aimed),
        status=marking.status,
        hedged=marking.hedged,
        negated=marking.negated,
        inside=None if found.holder is None else ids[found.holder],
        about=tuple(ids[n] for n in found.answer.about) if found.answer else (),
        confidence=attribution.confidence,
        decisions=_decisions(found),
    )


def _form(scene: Scene, attribution: Attribution) -> Form:
    if attribution.content[0].start in scene.turns:
        return "direct"
    return form_of(scene.text, scene.quoted, attribution.content)


def _line(text: str, spans: Spans) -> str:
    return " ".join(words_of(text, spans, gap=" ").split())


def _wording(text: str, attribution: Attribution, form: Form) -> Wording:
    source, cue, content = (
        _line(text, role) for role in (attribution.source, attribution.cue, attribution.content)
    )
    return Wording(source, cue, content, quoted=form == "direct")


def _marking(wording: Wording, *, same_speaker: bool) -> Marking:
    """The marks of cue and content; what is all quoted marks nothing, it is the speaker's."""
    content = "" if wording.quoted else wording.content
    return marking_of(wording.cue, content, same_speaker=same_speaker)


def _decisions(found: _Found) -> tuple[Decision, ...]:
    """What decided each derived field, and from which words; a field that is left empty has no decision."""
    attribution, deed, spoken, occasion = found.attribution, found.deed, found.spoken, found.occasion
    cue = attribution.cue
    made = [
        Decision("form", "quotation marks", 0.98, attribution.content),
        Decision("act", deed.by, deed.confidence, cue or attribution.content),
        Decision("mode", deed.by, 0.95, cue),
        *spoken.decisions(attribution.source),
        *(Decision(field, "words of the cue", 0.95, cue) for field in ("status", "hedged", "negated")),
    ]
    for field in FIELDS:
        choice = occasion.choices[field]
        if choice.option:
            made.append(Decision(field, choice.option.by, choice.confidence, choice.option.evidence))
    for one, likely in found.aimed[:1]:
        made.append(Decision("targets", ", ".join(sorted(one.ways)), max(likely, 0.01), evidence(one)))
    if found.answer:
        made.append(Decision("about", found.answer.by, found.answer.confidence, cue))
    return tuple(made)
