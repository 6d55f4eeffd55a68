"""The occasion of a statement: when, where or in what, and to whom.

Every sentence near a statement may tell of its occasion, and so may what the same speaker said before; each
such reading is an option with what tells for and against it, and the likeliest is taken (see ``choosing``).
"""

import math
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

from onrecord.analysis.acts import Deed
from onrecord.analysis.audiences import addressee_at
from onrecord.analysis.choosing import Choice, Option, choose, weights
from onrecord.analysis.circumstances import circumstances
from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import Surroundings, place_of, published_on
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Actor, Attribution, Said

__all__ = ["FIELDS", "Choose", "Occasion", "occasions"]

FIELDS = ("said", "venue", "audience")
_SIGNS = {"said": "times", "venue": "venues", "audience": "addressees"}
_LEAD = 3
"""How many paragraphs, the headline counted, are the lead."""
_BEFORE, _AFTER = 3, 2
"""So many sentences before and after a statement's own are looked at."""
_REACH = 60
"""So many statements back an occasion carries on, and so many ahead the body is looked through."""
_TOLD = 3
"""So many later sentences that tell anything are looked at."""
_CLAUSE = re.compile(r"\b(?:after|before|when|as|because|since|while|who|which|where|if|until)\b|[;:—–]")
_SHORT = re.compile(r"(?:in|during|at) (?:the|this|that|his|her|their) (\w+)")
_NAME = r"[A-Z][\w.&’'-]*(?: +[A-Z][\w.&’'-]*)*"
_FAR = 40_000
"""The full name of an occasion is looked for so many characters in."""
_LAST_WORD = re.compile(r"([A-Za-z]+)\W*$")
_LEADS = frozenset("on in of after before at during from for by until since the late early earlier last this".split())
_NOBODY = frozenset({"unspecified", "unknown"})
_LONG = 7

Choose: TypeAlias = Callable[[int, str, Sequence[Option[Any]]], Choice[Any]]
"""Chooses among the options of a field of the statement of a number."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and to whom something was said.

    Attributes:
        choices: what was chosen for each field, with the rule, the evidence and how likely it is.
    """

    choices: dict[str, Choice[Any]] = field(default_factory=dict)

    def _value(self, name: str) -> Any:  # noqa: ANN401 - one of three types, told by the field
        choice = self.choices.get(name)
        return choice.option.value if choice and choice.option else None

    @property
    def said(self) -> Said | None:
        """The day or the interval."""
        value: Said | None = self._value("said")
        return value

    @property
    def venue(self) -> str | None:
        """Where or in what, as the text names it."""
        value: str | None = self._value("venue")
        return value

    @property
    def audience(self) -> Actor | None:
        """To whom."""
        value: Actor | None = self._value("audience")
        return value


@dataclass
class _Read:
    """The statements of an article on the way to their occasions."""

    around: Surroundings
    speakers: Sequence[Actor]
    deeds: Sequence[Deed]
    contexts: Sequence[frozenset[str]]
    order: Sequence[int]
    rank: dict[int, int]
    chosen: list[Occasion]

    @property
    def scene(self) -> Scene:
        return self.around.scene

    @property
    def attributions(self) -> Sequence[Attribution]:
        return self.around.attributions

    def sentence_of(self, number: int) -> int:
        return self.scene.sentence_number(place_of(self.attributions[number]))


def by_weights(_number: int, name: str, options: Sequence[Option[Any]]) -> Choice[Any]:
    """The choice that the table of weights makes."""
    return choose(weights()[name], options, same_value)


def same_value(value: Any) -> Hashable:  # noqa: ANN401 - one of three types
    """By what two values of a field are the same."""
    if isinstance(value, Actor):
        return value.name.lower()
    return str(value).lower()


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
    order = sorted(range(len(attributions)), key=lambda n: (place_of(attributions[n]), n))
    read = _Read(
        Surroundings(scene, attributions, holders),
        speakers,
        deeds,
        circumstances(scene, attributions, speakers, holders, deeds),
        order,
        {number: rank for rank, number in enumerate(order)},
        [Occasion() for _ in attributions],
    )
    for number in order:
        for name in FIELDS:
            choice = chooses(number, name, list(_options(read, number, name)))
            read.chosen[number].choices[name] = choice
    _face_each_other(read)
    return tuple(read.chosen)


def _options(read: _Read, number: int, name: str) -> Iterator[Option[Any]]:
    context = read.contexts[number]
    found = [*_from_sentences(read, number, name), *_carried(read, number, name), *_ahead(read, number, name)]
    if name == "audience":
        found += _partners(read, number)
    own = any(group == "own" for group, _, _, _, _ in found)
    for group, by, value, features, evidence in found:
        near = "here" if group in ("own", "content") else "elsewhere"
        table = {group: 1.0, near: 1.0, **{f"{_shared(group)}: {key}": worth for key, worth in features.items()}}
        table |= {f"filled if {key}": 1.0 for key in context}
        table |= {f"{near} if {key}": 1.0 for key in context}
        if group in ("carried on", "carried over"):
            table |= {f"{group} if {key}": 1.0 for key in context}
        if own and group != "own":
            table["elsewhere beside own"] = 1.0
        yield Option(value, by, table, evidence)


def _shared(group: str) -> str:
    """Groups whose features weigh the same."""
    return {"before": "around", "after": "around", "lead": "around", "content": "own"}.get(group, group)


_Found: TypeAlias = tuple[str, str, Any, dict[str, float], Spans]


def _from_sentences(read: _Read, number: int, name: str) -> Iterator[_Found]:
    """What the own sentence, those around it and the lead say."""
    here = read.sentence_of(number)
    last = len(read.scene.sentences) - 1
    paragraph = read.scene.paragraph(place_of(read.attributions[number]))
    yield from _of_sentence(read, number, name, here, "own")
    for away in range(1, _BEFORE + 1):
        if here - away >= 0 and read.scene.sentences[here - away].start >= paragraph.start:
            yield from _of_sentence(read, number, name, here - away, "before")
    for away in range(1, _AFTER + 1):
        if here + away <= last:
            yield from _of_sentence(read, number, name, here + away, "after")
    if name == "audience" or not read.scene.sentences:
        return
    lead = read.scene.paragraphs[:_LEAD]
    for other in range(0, read.scene.sentence_number(lead[-1].end - 1) + 1 if lead else 0):
        if abs(other - here) > _AFTER:
            yield from _of_sentence(read, number, name, other, "lead")


def _of_sentence(read: _Read, number: int, name: str, sentence: int, group: str) -> Iterator[_Found]:
    for span, sign in getattr(read.around.signs(sentence), _SIGNS[name]):
        zone = _zone(read, number, span, group)
        if zone is None:
            continue
        features = _of_sign(read, span, sign)
        features |= _place(read, number, span) if zone in ("own", "content") else _apart(read, number, span)
        if name == "audience" and (features.get("in the cue") or features.get("next to the cue")):
            features[f"{sign.kind} at the cue"] = 1.0
        yield zone, _RULES[zone], _value(read, name, sign), features, (span,)


_RULES = {
    "own": "the sentence of the cue",
    "content": "the words attributed",
    "before": "the sentence before",
    "after": "the sentence after",
    "lead": "the lead of the report",
}


def _zone(read: _Read, number: int, span: Span, group: str) -> str | None:
    """Whose words a sign stands in: the writer's, the statement's own, or nobody's that count."""
    attribution, holder = read.attributions[number], read.around.holders[number]
    if any(c.start <= span.start < c.end for c in attribution.content):
        return "content" if group == "own" and not read.scene.is_quoted(span.start) else None
    if holder is not None:
        held = any(c.start <= span.start < c.end for c in read.attributions[holder].content)
        return group if held and group == "own" else None
    return None if read.around.is_attributed(span) else group


def _value(read: _Read, name: str, sign: Any) -> Any:  # noqa: ANN401 - one of three types
    if name == "venue":
        return _in_full(read.scene, sign.text)
    return sign.said if name == "said" else sign.actor


def _in_full(scene: Scene, venue: str) -> str:
    """The venue as the text gives it in full: "in the interview" is "in an interview with …"."""
    short = _SHORT.fullmatch(venue)
    if short is None:
        return venue
    noun = re.escape(short.group(1))
    longer = re.search(rf"\b(?:in|during|at) an? (?:\w+ )?{noun} (?:with|to|at|on) +(?:the )?{_NAME}", scene.text[:_FAR])
    return " ".join(longer.group().split()) if longer else venue


def _of_sign(read: _Read, span: Span, sign: Any) -> dict[str, float]:  # noqa: ANN401 - one of three types
    """What a sign is like in itself."""
    text = read.scene.text
    before = _LAST_WORD.search(text[max(0, span.start - 12) : span.start])
    word = before.group(1).lower() if before else ""
    features = {getattr(sign, "unit", None) or sign.kind: 1.0}
    features[f"after {word if word in _LEADS else 'any word'}"] = 1.0
    if text[span.end : span.end + 2] in ("'s", "’s") or text[span.end - 2 : span.end] in ("'s", "’s"):
        features["owns"] = 1.0
    if getattr(sign, "lead", ""):
        features[f"with {sign.lead}"] = 1.0
    if getattr(sign, "definite", False):
        features["definite"] = 1.0
    if isinstance(getattr(sign, "said", None), Said):
        features |= _freshness(read, sign.said)
    return features


def _freshness(read: _Read, said: Said) -> dict[str, float]:
    published = published_on(read.scene)
    if published is None:
        return {}
    days = (published - date.fromisoformat(said.text[-10:])).days
    word = "of the day" if days <= 1 else "of the week" if days < _LONG else "old"
    return {f"an interval, {word}" if "/" in said.text else word: 1.0}


def _place(read: _Read, number: int, span: Span) -> dict[str, float]:
    """Where a sign of the own sentence stands: in the cue, before or after it, in its clause or another."""
    attribution = read.attributions[number]
    cue = attribution.cue or attribution.source or attribution.content
    first, last = cue[0].start, cue[-1].end
    if first <= span.start < last:
        return {"in the cue": 1.0, "begins in the cue": float(span.start == first)}
    left, right = (last, span.start) if span.start >= last else (span.end, first)
    between = _unattributed(read, number, left, right)
    gap = sum(ch not in " \n" for ch in between)
    features = {
        "behind the cue" if span.start >= last else "before the cue": 1.0,
        "gap": math.log1p(gap / 10),
        "another clause": float(_CLAUSE.search(between) is not None),
        "next to the cue": float(gap <= 1),
        "a comma between": float("," in between),
    }
    features["begins the sentence"] = float(span.start - read.scene.sentence(span.start).start <= 4)
    features["another cue between"] = float(
        any(left <= place_of(read.attributions[n]) < right for n in _neighbours(read, number))
    )
    features["ends the content"] = float(any(0 <= c.end - span.end <= 2 for c in attribution.content))
    features["begins the content"] = float(any(0 <= span.start - c.start <= 2 for c in attribution.content))
    features["in the source"] = float(any(c.start <= span.start < c.end for c in attribution.source))
    features["behind the content"] = float(span.start >= attribution.content[-1].end)
    return features


def _unattributed(read: _Read, number: int, left: int, right: int) -> str:
    """What stands between two places, without the words that the statement attributes."""
    text, kept, at = read.scene.text, [], left
    for piece in read.attributions[number].content:
        if piece.end > at and piece.start < right:
            kept.append(text[at : max(at, piece.start)])
            at = min(piece.end, right)
    return "".join((*kept, text[at:right]))


def _neighbours(read: _Read, number: int) -> Sequence[int]:
    rank = read.rank[number]
    return [n for n in read.order[max(0, rank - 4) : rank + 5] if n != number]


def _apart(read: _Read, number: int, span: Span) -> dict[str, float]:
    """How a sign in another sentence stands to the statement."""
    sentence = read.scene.sentence(span.start)
    away = abs(read.scene.sentence_number(span.start) - read.sentence_of(number))
    name = read.speakers[number].name
    named = any(m.actor.name == name for m in read.scene.cast.within(sentence.start, sentence.end))
    same = any(
        read.speakers[n].name == name and sentence.start <= place_of(read.attributions[n]) < sentence.end
        for n in _neighbours(read, number)
    )
    others = any(
        read.speakers[n].name != name and sentence.start <= place_of(read.attributions[n]) < sentence.end
        for n in _neighbours(read, number)
    )
    return {
        "next sentence": float(away == 1),
        "the same paragraph": float(read.scene.paragraph(span.start) == read.scene.paragraph(place_of(read.attributions[number]))),
        "names the speaker": float(named),
        "holds words of the speaker": float(same),
        "holds words of another": float(others),
        "speaker kept nameless": float(name in _NOBODY),
        "in the first sentence": float(read.scene.sentence_number(span.start) == 0),
    }


def _carried(read: _Read, number: int, name: str) -> Iterator[_Found]:
    """What was chosen for the statement before, for the last one of the same speaker, for the holder."""
    rank = read.rank[number]
    holder = read.around.holders[number]
    before = [n for n in read.order[max(0, rank - _REACH) : rank] if read.around.holders[n] is None or n == holder]
    if holder is not None:
        yield from _taken(read, number, name, holder, "held")
        return
    speaker = read.speakers[number].name
    same = [n for n in before if read.speakers[n].name == speaker and speaker not in _NOBODY]
    filled = [n for n in same if read.chosen[n].choices[name].option]
    if filled:
        silent = sum(n in same for n in before[before.index(filled[-1]) + 1 :])
        yield from _taken(read, number, name, filled[-1], "carried on", silent=silent)
    others = [n for n in before[-3:] if n not in same and read.chosen[n].choices[name].option]
    if others:
        yield from _taken(read, number, name, others[-1], "carried over")


_CARRYING = {
    "held": "taken over from the statement around it",
    "carried on": "carried over from the same speaker",
    "carried over": "carried over from another speaker",
}


def _taken(read: _Read, number: int, name: str, earlier: int, group: str, *, silent: int = 0) -> Iterator[_Found]:
    choice = read.chosen[earlier].choices.get(name)
    if choice is None or choice.option is None:
        return
    value = choice.option.value
    if isinstance(value, Actor) and value.name == read.speakers[number].name:
        return
    sentences = max(0, read.sentence_of(number) - read.sentence_of(earlier))
    text = read.attributions
    features = {
        "silent since": math.log1p(silent),
        "sentences": math.log1p(sentences),
        "the same sentence": float(sentences == 0),
        "the same paragraph": float(
            read.scene.paragraph(place_of(text[number])) == read.scene.paragraph(place_of(text[earlier]))
        ),
        "next statement": float(read.rank[number] - read.rank[earlier] == 1),
        "from the lead": float(choice.option.by == _RULES["lead"]),
        "sure": choice.confidence,
        "from a sentence": float(choice.option.by == _RULES["own"]),
        "both quoted": float("quoted" in read.contexts[number] and "quoted" in read.contexts[earlier]),
        "same tense": float(_tense(read, number) == _tense(read, earlier)),
    }
    features |= {f"from {key}": 1.0 for key in read.contexts[earlier] if key in _TELLING_CONTEXTS}
    if isinstance(value, Said):
        features |= _freshness(read, value)
    else:
        features |= _same_occasion(read, number, earlier)
    yield group, _CARRYING[group], value, features, choice.option.evidence


_TELLING_CONTEXTS = frozenset({"past", "perfect", "present", "pluperfect", "in the lead", "in the headline", "thought", "another time"})


def _tense(read: _Read, number: int) -> frozenset[str]:
    return read.contexts[number] & {"past", "perfect", "present", "pluperfect", "infinitive", "participle", "modal", "noun", "bare"}


def _same_occasion(read: _Read, number: int, earlier: int) -> dict[str, float]:
    """Whether what is chosen already for two statements speaks of one occasion."""
    features: dict[str, float] = {}
    for name in FIELDS:
        mine, theirs = (read.chosen[n].choices.get(name) for n in (number, earlier))
        if mine is None or theirs is None:
            continue
        key = [c.option and same_value(c.option.value) for c in (mine, theirs)]
        if key[0] is None and key[1] is None:
            features[f"both without {name}"] = 1.0
        elif key[0] == key[1]:
            features[f"the same {name}"] = 1.0
        else:
            features[f"another {name}"] = 1.0
            features[f"without its {name}"] = float(key[0] is None)
        if mine.option and mine.option.by == _RULES["own"]:
            features[f"own {name}"] = 1.0
    return features


def _ahead(read: _Read, number: int, name: str) -> Iterator[_Found]:
    """What the sentence of the same speaker's next statement says that says anything."""
    speaker = read.speakers[number].name
    if speaker in _NOBODY or read.around.holders[number] is not None:
        return
    rank = read.rank[number]
    steps = told = 0
    for later in read.order[rank + 1 : rank + 1 + _REACH]:
        if read.speakers[later].name != speaker or read.around.holders[later] is not None:
            continue
        steps += 1
        signs = [
            (span, sign)
            for span, sign in getattr(read.around.signs(read.sentence_of(later)), _SIGNS[name])
            if _zone(read, later, span, "own") == "own"
        ]
        for span, sign in signs:
            features = _of_sign(read, span, sign) | _place(read, later, span)
            features |= {"steps": math.log1p(steps), "not the first": float(told > 0)}
            yield "ahead", "what the same speaker is said to have said later", _value(read, name, sign), features, (span,)
        told += bool(signs)
        if told == _TOLD:
            return


def _partners(read: _Read, number: int) -> Iterator[_Found]:
    """Who asked before, who answers after, who is asked to act in the content."""
    rank, me = read.rank[number], read.speakers[number]
    place = place_of(read.attributions[number])
    if rank:
        before = read.order[rank - 1]
        near = {"the same paragraph": float(read.scene.paragraph(place).start <= place_of(read.attributions[before]))}
        heard = read.chosen[before].audience
        if read.speakers[before].name != me.name and read.speakers[before].name not in _NOBODY:
            near["was asked"] = float(read.deeds[before].act == "ask")
            near["was addressed"] = float(heard is not None and heard.name == me.name)
            yield "partner", "who spoke to them before", read.speakers[before], near, read.attributions[before].source
    if rank + 1 < len(read.order):
        after = read.order[rank + 1]
        answers = read.speakers[after]
        if answers.name != me.name and answers.name not in _NOBODY:
            near = {
                "the same paragraph": float(place_of(read.attributions[after]) < read.scene.paragraph(place).end),
                "without source": float(not read.attributions[number].source),
            }
            yield "answerer", "who speaks next", answers, near, read.attributions[after].source
    asked = addressee_at(read.scene, read.attributions[number].content[0])
    if asked and asked.actor.name != me.name:
        to = re.match(r"\W*(?:not )?to\b", read.scene.text[asked.end : asked.end + 12])
        features = {"to act": float(to is not None)}
        yield "begins content", "who the words attributed begin with", asked.actor, features, (Span(asked.start, asked.end),)


def _face_each_other(read: _Read) -> None:
    """In an interview those who take turns speak to each other."""
    for number, following in zip(read.order, read.order[1:], strict=False):
        starts = {read.attributions[n].content[0].start for n in (number, following)}
        if starts <= read.scene.turns and read.speakers[number] != read.speakers[following]:
            for one, other in ((number, following), (following, number)):
                option: Option[Any] = Option(read.speakers[other], "turns of an interview", {}, read.attributions[other].source)
                read.chosen[one] = replace(
                    read.chosen[one], choices=read.chosen[one].choices | {"audience": Choice(option, 0.9)}
                )
