"""Who else is about when something is said: in the venue, beside the cue, or speaking before and after."""

import re

from onrecord.analysis.audiences import addressee_at
from onrecord.analysis.cast import Mention
from onrecord.analysis.choosing import Told
from onrecord.analysis.offers import Offers
from onrecord.analysis.outlets import writer_or
from onrecord.analysis.signs import same_value
from onrecord.analysis.standing import NOBODY, Standing
from onrecord.analysis.tellings import holds
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Actor

__all__ = ["beside", "in_venue", "partners"]

_TALK = re.compile(
    r"\b(?:interview|conversation|chat|letter|e-?mail|memo|address|speech|testimony|call|talk|briefing|remarks)\b"
)
_LINK = re.compile(
    r"\b(with|to|by|on|in|at|for|from|of|before|against|after|as|about)\s(?:the\s|a\s|an\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s$")
_TO_ACT = re.compile(r"\W*(?:not )?to\b")
_FEW = 3


def _offer(offers: Offers, group: str, actor: Actor, features: dict[str, float], evidence: Spans) -> None:
    offers.add(group, actor, same_value(actor), (Told(f"{group}: ", features),), evidence)


def _link(read: Standing, mention: Mention, start: int) -> str:
    """The preposition that somebody named behind a position stands after."""
    lead = _LINK.search(read.scene.text[max(start, mention.start - 12) : mention.start])
    return f"after {lead.group(1).lower()}" if lead else "after no link"


def in_venue(offers: Offers) -> None:
    """Who is named in the venue: a programme stands for its outlet, an interview is with somebody."""
    read, number = offers.read, offers.number
    choice = read.chosen[number].choices.get("venue")
    if choice is None or choice.option is None:
        return
    here = choice.option.by == "the sentence of the cue"
    for span in choice.option.evidence:
        talk = _TALK.search(span.of(read.scene.text))
        for rank, mention in enumerate(read.scene.cast.within(span.start, span.end)):
            actor = writer_or(mention.actor, read.around.outlet)
            if actor.name == read.names[number]:
                continue
            features = {
                f"is {actor.kind}": 1.0,
                _link(read, mention, span.start): 1.0,
                "in a talk": float(talk is not None),
                f"in a talk, {actor.kind}": float(talk is not None),
                "before the talk": float(talk is not None and mention.start < span.start + talk.start()),
                "first": float(rank == 0),
                "here": float(here),
                f"the venue {'is here' if here else choice.option.by}": 1.0,
                "owner": float(read.scene.text[mention.end : mention.end + 2] in ("'s", "’s")),
            }
            named = (Span(mention.start, mention.end),)
            _offer(offers, "in the venue", actor, features, named)


def beside(offers: Offers) -> None:
    """Who else is named in the sentence of the cue ("pressed by a host, Rask gave way")."""
    read, number = offers.read, offers.number
    attribution, text = read.attributions[number], read.scene.text
    place = read.around.places[number]
    sentence = read.scene.sentence(place)
    first = attribution.source[0].start if attribution.source else 0
    voice = "passive" if _BY.search(text[max(0, first - 4) : first]) else "active"
    rank = 0
    for mention in read.scene.outside_quotes(sentence.start, sentence.end):
        if (
            mention.actor.name == read.names[number]
            or holds(attribution.content, mention.name)
            or holds(attribution.source, mention.name)
        ):
            continue
        side = "before" if mention.start < place else "behind"
        features = {
            side: 1.0,
            f"is {mention.actor.kind}": 1.0,
            _link(read, mention, sentence.start): 1.0,
            f"{side}, {voice}": 1.0,
            f"{side}, {read.deeds[number].act}": 1.0,
            "first": float(rank == 0),
        }
        rank += 1
        actor = writer_or(mention.actor, read.around.outlet)
        named = (Span(mention.start, mention.end),)
        _offer(offers, "beside", actor, features, named)
        if rank == _FEW:
            return


def partners(offers: Offers) -> None:
    """Who asked before, who answers after, who is asked to act in the content."""
    read, number = offers.read, offers.number
    if number:
        _asking(offers, number - 1)
    if number + 1 < len(read.names):
        _answering(offers, number + 1)
    asked = addressee_at(read.scene, read.attributions[number].content[0])
    if asked and asked.actor.name != read.names[number]:
        acting = _TO_ACT.match(read.scene.text[asked.end : asked.end + 12])
        features = {"to act": float(acting is not None)}
        _offer(offers, "begins content", asked.actor, features, (Span(asked.start, asked.end),))


def _asking(offers: Offers, before: int) -> None:
    """Who speaks before somebody else."""
    read, number = offers.read, offers.number
    me, other = read.names[number], read.speakers[before]
    if other.name == me or other.name in NOBODY:
        return
    heard = read.chosen[before].audience
    near = {
        "the same paragraph": float(read.around.paragraphs[number] == read.around.paragraphs[before]),
        "was asked": float(read.deeds[before].act == "ask"),
        "was addressed": float(heard is not None and heard.name == me),
    }
    _offer(offers, "partner", other, near, read.attributions[before].source)


def _answering(offers: Offers, after: int) -> None:
    """Who speaks after somebody else."""
    read, number = offers.read, offers.number
    other = read.speakers[after]
    if other.name == read.names[number] or other.name in NOBODY:
        return
    near = {
        "the same paragraph": float(read.around.paragraphs[after] == read.around.paragraphs[number]),
        "without source": float(not read.attributions[number].source),
    }
    _offer(offers, "answerer", other, near, read.attributions[after].source)
