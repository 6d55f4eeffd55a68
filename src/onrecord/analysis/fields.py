"""From attributions to statements: every field of the guide, each with the rule that decided it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.analysis.acts import Deed, Wording, deed_of
from onrecord.analysis.antecedents import Turn
from onrecord.analysis.forms import form_of
from onrecord.analysis.leanings import weighed
from onrecord.analysis.marking import marking_of
from onrecord.analysis.nesting import holders
from onrecord.analysis.occasions import occasions
from onrecord.analysis.scene import Scene, scene_of
from onrecord.analysis.speakers import Spoken, place_of, speakers
from onrecord.analysis.surroundings import Occasion
from onrecord.analysis.targets import on_behalf_of, targets_of
from onrecord.terms.article import Article
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Attribution, Decision, Form, Statement, statement_id

__all__ = ["statements"]


_REMEMBERED = 60
"""So many statements back "he" or "the charge" may reach; an article has seldom as many."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of one statement before its acts and targets are."""

    attribution: Attribution
    spoken: Spoken
    occasion: Occasion
    same_speaker: bool


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
    where = occasions(scene, attributions, [s.actor for s in spoken], held)
    same = _carry_on(attributions, spoken)
    turns = sorted(
        (Turn(place_of(a), s.actor, None, a.content) for a, s in zip(attributions, spoken, strict=True)),
        key=lambda turn: turn.at,
    )
    digest = article.digest
    found = [
        _statement(scene, digest, _Found(a, spoken[n], where[n], same[n]), turns)
        for n, a in enumerate(attributions)
    ]
    return tuple(
        statement if outer is None else replace(statement, inside=found[outer].id)
        for statement, outer in zip(found, held, strict=True)
    )


def _carry_on(attributions: Sequence[Attribution], spoken: Sequence[Spoken]) -> tuple[bool, ...]:
    """For each statement, whether the one before it in the text is by the same speaker."""
    order = sorted(range(len(attributions)), key=lambda n: (place_of(attributions[n]), n))
    before = dict(zip(order[1:], order, strict=False))
    return tuple(
        n in before and spoken[before[n]].actor.name == spoken[n].actor.name for n in range(len(attributions))
    )


def _statement(scene: Scene, digest: str, found: _Found, turns: Sequence[Turn]) -> Statement:
    attribution, speaker, occasion = found.attribution, found.spoken.actor, found.occasion
    form = _form(scene, attribution)
    wording = _wording(scene.text, attribution, form)
    deed = weighed(wording, deed_of(wording), attribution.leaning)
    marking = marking_of(_line(scene.text, attribution.cue), same_speaker=found.same_speaker)
    reached = bisect_left(turns, attribution.content[0].start, key=lambda turn: turn.at)
    before = turns[max(reached - _REMEMBERED, 0) : reached]
    return Statement(
        id=statement_id(digest, attribution),
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        form=form,
        mode=deed.mode,
        act=deed.act,
        speaker=speaker,
        on_behalf_of=on_behalf_of(scene, speaker),
        audience=occasion.audience,
        venue=occasion.venue,
        said=occasion.said,
        targets=targets_of(
            scene, attribution, deed.act, speaker=speaker, audience=occasion.audience, turns=before
        ),
        status=marking.status,
        hedged=marking.hedged,
        negated=marking.negated,
        confidence=attribution.confidence,
        decisions=_decisions(attribution, deed, found.spoken, occasion),
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


def _decisions(
    attribution: Attribution, deed: Deed, spoken: Spoken, occasion: Occasion
) -> tuple[Decision, ...]:
    """What decided each derived field, and from which words; a field that is left empty has no decision."""
    cue = attribution.cue
    made = [
        Decision("form", "quotation marks", 0.98, attribution.content),
        Decision("act", deed.by, deed.confidence, cue or attribution.content),
        Decision("mode", deed.by, 0.95, cue),
        Decision("speaker", spoken.by, spoken.confidence, attribution.source),
        *(Decision(field, "words of the cue", 0.95, cue) for field in ("status", "hedged", "negated")),
    ]
    how = "carried over from the same speaker" if occasion.carried else "the sentence of the cue"
    made += [
        Decision(field, how, 0.6)
        for field in ("said", "venue", "audience")
        if getattr(occasion, field) is not None
    ]
    return tuple(made)
