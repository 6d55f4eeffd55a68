"""Who else is about when something is said: in the venue, beside the cue, or speaking before and after."""

import re
from collections.abc import Iterator

from onrecord.analysis.audiences import addressee_at
from onrecord.analysis.carrying import Found
from onrecord.analysis.outlets import writer_or
from onrecord.analysis.standing import NOBODY, Standing
from onrecord.analysis.surroundings import place_of
from onrecord.terms.span import Span

__all__ = ["beside", "in_venue", "partners"]

_TALK = re.compile(
    r"\b(?:interview|conversation|chat|letter|e-?mail|memo|address|speech|testimony|call|talk|briefing|remarks)\b"
)
_LINK = re.compile(
    r"\b(with|to|by|on|in|at|for|from|of|before|against|after|as|about)\s(?:the\s|a\s|an\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s$")
_FEW = 3


def in_venue(read: Standing, number: int) -> Iterator[Found]:
    """Who is named in the venue: a programme stands for its outlet, an interview is with somebody."""
    choice = read.chosen[number].choices.get("venue")
    if choice is None or choice.option is None:
        return
    here = choice.option.by == "the sentence of the cue"
    for span in choice.option.evidence:
        talk = _TALK.search(span.of(read.scene.text))
        for rank, mention in enumerate(read.scene.cast.within(span.start, span.end)):
            actor = writer_or(mention.actor, read.around.outlet)
            if actor.name == read.speakers[number].name:
                continue
            lead = _LINK.search(read.scene.text[max(span.start, mention.start - 12) : mention.start])
            features = {
                f"is {actor.kind}": 1.0,
                f"after {lead.group(1).lower()}" if lead else "after no link": 1.0,
                "in a talk": float(talk is not None),
                f"in a talk, {actor.kind}": float(talk is not None),
                "before the talk": float(talk is not None and mention.start < span.start + talk.start()),
                "first": float(rank == 0),
                "here": float(here),
                f"the venue {'is here' if here else choice.option.by}": 1.0,
                "owner": float(read.scene.text[mention.end : mention.end + 2] in ("'s", "’s")),
            }
            yield (
                "in the venue",
                "who is named in the venue",
                actor,
                features,
                (Span(mention.start, mention.end),),
            )


def beside(read: Standing, number: int) -> Iterator[Found]:
    """Who else is named in the sentence of the cue ("pressed by a host, Rask gave way")."""
    attribution, text = read.attributions[number], read.scene.text
    cue = attribution.cue or attribution.source or attribution.content
    sentence = read.scene.sentence(cue[0].start)
    passive = bool(attribution.source) and _BY.search(
        text[max(0, attribution.source[0].start - 4) : attribution.source[0].start]
    )
    own = (*attribution.content, *attribution.source)
    rank = 0
    for mention in read.scene.outside_quotes(sentence.start, sentence.end):
        if mention.actor.name == read.speakers[number].name or any(
            s.start <= mention.name < s.end for s in own
        ):
            continue
        lead = _LINK.search(text[max(sentence.start, mention.start - 12) : mention.start])
        side = "before" if mention.start < cue[0].start else "behind"
        features = {
            side: 1.0,
            f"is {mention.actor.kind}": 1.0,
            f"after {lead.group(1).lower()}" if lead else "after no link": 1.0,
            f"{side}, passive" if passive else f"{side}, active": 1.0,
            f"{side}, {read.deeds[number].act}": 1.0,
            "first": float(rank == 0),
        }
        rank += 1
        actor = writer_or(mention.actor, read.around.outlet)
        yield "beside", "who is named beside the cue", actor, features, (Span(mention.start, mention.end),)
        if rank == _FEW:
            return


def partners(read: Standing, number: int) -> Iterator[Found]:
    """Who asked before, who answers after, who is asked to act in the content."""
    rank, me = read.rank[number], read.speakers[number]
    place = place_of(read.attributions[number])
    if rank:
        before = read.order[rank - 1]
        near = {
            "the same paragraph": float(
                read.scene.paragraph(place).start <= place_of(read.attributions[before])
            )
        }
        heard = read.chosen[before].audience
        if read.speakers[before].name != me.name and read.speakers[before].name not in NOBODY:
            near["was asked"] = float(read.deeds[before].act == "ask")
            near["was addressed"] = float(heard is not None and heard.name == me.name)
            yield (
                "partner",
                "who spoke to them before",
                read.speakers[before],
                near,
                read.attributions[before].source,
            )
    if rank + 1 < len(read.order):
        after = read.order[rank + 1]
        answers = read.speakers[after]
        if answers.name != me.name and answers.name not in NOBODY:
            near = {
                "the same paragraph": float(
                    place_of(read.attributions[after]) < read.scene.paragraph(place).end
                ),
                "without source": float(not read.attributions[number].source),
            }
            yield "answerer", "who speaks next", answers, near, read.attributions[after].source
    asked = addressee_at(read.scene, read.attributions[number].content[0])
    if asked and asked.actor.name != me.name:
        to = re.match(r"\W*(?:not )?to\b", read.scene.text[asked.end : asked.end + 12])
        features = {"to act": float(to is not None)}
        yield (
            "begins content",
            "who the words attributed begin with",
            asked.actor,
            features,
            (Span(asked.start, asked.end),),
        )
