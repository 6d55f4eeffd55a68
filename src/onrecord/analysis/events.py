"""Events: deeds that the writer reports, who did what to whom, typed by PLOVER.

Precision first: a deed counts if a verb of the table tells it in the past, in the writer's own voice,
outside every statement, of somebody who can be made out, and with what the verb needs beside it. What
is denied, intended or only possible is none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.analysis.antecedents import people
from onrecord.analysis.descriptions import described
from onrecord.analysis.kinds import core_of
from onrecord.analysis.pairs import pair
from onrecord.analysis.ranking import best
from onrecord.analysis.scene import Scene, scene_of
from onrecord.analysis.signs import published_on
from onrecord.analysis.sources import pointed_at
from onrecord.analysis.times import said_in
from onrecord.analysis.words import words
from onrecord.languages.english.calendar import MONTHS, WEEKDAYS
from onrecord.languages.english.deeds import COUNTED, DEEDS, Deed
from onrecord.languages.english.grammar import DETERMINERS, PREPOSITIONS, PRONOUNS
from onrecord.languages.english.people import Gender
from onrecord.terms.article import Article
from onrecord.terms.event import Event
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Statement

__all__ = ["events"]

_CLAUSE_BEGINS = re.compile(
    r"[;:]\s|[,\s](?:when|after|because|while|as|since|that|where|although|though|before|until|but)\s|\s[–—-]+\s"
)
_CLAUSE_ENDS = re.compile(
    r"[;:]|\s[–—-]+\s|,\s(?:who|which|where|when|while|as|after|before|and|but|although|though|saying|according|[a-z]+ing)\b"
    r"|\s(?:after|before|because|while|although|though|but|as|when|where|to)\s(?=\w)|\sand\s(?=[a-z]+ed\b|"
    r"(?:met|said|told|held|put|sent|laid|took|gave|made|left|went|was|were|had|has|spoke|wrote|then|later)\b)|,?\s[\"“«]"
)
_UNREAL = re.compile(
    r"\b(?:will|would|could|may|might|should|must|can|not|never|nor|neither|no|to|if|unless|without|nobody|cannot|be|being"
    r"|been|is|are|was|were|get|got|having|\w+n['’]t|let|whether|allegedly|reportedly|almost|nearly)\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:if|unless|had|should|whether|suppose|imagine|wherever|whenever)\b", re.IGNORECASE
)
_KIN = re.compile(r"\b(?:wife|husband|girlfriend|boyfriend|fianc[ée]e?|spouse|future)\b")
"""Whom one meets in private life."""
_OPENING = re.compile(
    r"[\s\"“]*(?:[Tt]hen |[Ll]ater |[Ee]arlier )?(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Bb]y|[Ee]arlier|[Ll]ast"
    r"|[Tt]his|[Ll]ater|[Yy]esterday|[Tt]hen)(?:\s[^,;]{2,40})?, (?:again[^,]{0,40}, )?"
)
"""When or where, before the subject ("In 1993, …")."""
_SUBORDINATE = re.compile(
    r"[\s\"“]*(?:When|After|As|While|Before|Although|Though|Since|Because|Once|Until)\s"
)
_RELATIVE = re.compile(r",?\s(?:who|which|that)\s(?:\w+ly\s)?$")
_OTHERS = re.compile(r"\b(?:who|whose|whom|which|that|said|says)\b")
"""What may bring another subject in between."""
_SHARED = re.compile(r"(?:^|[,\s])and\s(?:\w+ly\s|then\s|later\s)?$")
_AUXILIARY = re.compile(r"\s(?:has|have|had|also|then|later|again|once|twice|(?:\w+ly))$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at|outside|near)\s(?:the\s)?(?P<place>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,3})"
)
_VISITED = re.compile(r"\s(?:the\s|a\s)?(?P<place>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,4})")
_PHRASE_ENDS = re.compile(
    r"[,;:.()\"“”]|\s(?:in|on|at|after|before|during|from|near|over|to|when|while|as|because|where|who|which|that|since"
    r"|for|against|with|by|amid|into|following|last|this|today|yesterday)\s"
)
_SUBJECTS = frozenset({"person", "organisation", "government", "group", "unnamed"})
_UNSURE = ("a description that the tables do not know", "a capitalised name", "no words", "relative pronoun")
_SEX: dict[str, Gender] = {"he": "male", "she": "female"}
_LONGEST_SUBJECT, _LONGEST_OBJECT = 160, 120
_SURE = 0.75


def events(article: Article, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The deeds that an article reports outside its statements, in the order of the text.

    Args:
        article: the article.
        statements: its statements; nothing that one of them says is an event.
    """
    scene = scene_of(article)
    taken = _Taken(article, statements)
    found: list[Event] = []
    for sentence in scene.sentences:
        text = scene.text[sentence.start : sentence.end]
        if _CONDITION.match(text) or text.rstrip().endswith("?"):
            continue
        for deed, verb in _verbs(scene.text, sentence):
            if not taken.holds(verb) and not scene.is_quoted(verb.start):
                event = _event(scene, sentence, deed, verb, taken)
                if event and not any(_same(event, other) for other in found[-4:]):
                    found.append(event)
    return tuple(sorted(found, key=lambda event: event.span))


class _Taken:
    """What belongs to statements or is no part of the report."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        spans = sorted([span for s in statements for span in (*s.content, *s.cue)] + list(article.furniture))
        self._spans: list[Span] = []
        for span in spans:
            if self._spans and span.start <= self._spans[-1].end:
                last = self._spans.pop()
                self._spans.append(Span(last.start, max(last.end, span.end)))
            else:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def holds(self, span: Span) -> bool:
        """Whether a piece of the text touches what is taken."""
        before = bisect_right(self._starts, span.end - 1) - 1
        return before >= 0 and self._spans[before].end > span.start

    def next_after(self, position: int, end: int) -> int:
        """Where the next taken piece starts, ``end`` if none starts before it."""
        after = bisect_right(self._starts, position)
        return min(end, self._starts[after]) if after < len(self._starts) else end


def _verbs(text: str, sentence: Span) -> Iterator[tuple[Deed, Span]]:
    """The verbs of deeds in a sentence, each place once, by the first row that fits."""
    seen: set[int] = set()
    for deed in DEEDS:
        for match in deed.pattern.finditer(text, sentence.start, sentence.end):
            if match.start() not in seen:
                seen.add(match.start())
                yield deed, Span(*match.span())


def _same(event: Event, other: Event) -> bool:
    return event.span.start < other.span.end and other.span.start < event.span.end


def _event(scene: Scene, sentence: Span, deed: Deed, verb: Span, taken: _Taken) -> Event | None:
    begin = _clause_start(scene.text, sentence, verb)
    if not deed.by and _UNREAL.search(scene.text[begin : verb.start]):
        return None
    end = _clause_end(scene.text, sentence, verb, taken)
    if deed.by:
        end = min(end, verb.end + len(scene.text[verb.end : end].split(",")[0]))
    recipient, where = _recipient(scene, deed, verb, end)
    if deed.by:
        subject = _after_by(scene, verb, end)
        start = verb.start + scene.text[verb.start : verb.end].rfind(", ") + 2
    else:
        subject, start = _subject(scene, sentence, begin, verb)
    lacking = deed.needs and recipient is None and where is None
    if lacking or subject is None or taken.holds(Span(start, verb.end)):
        return None
    actor, to = (_by_whom(scene, verb, end), subject) if deed.passive else (subject, recipient)
    if _is_no_deed(deed, actor, to):
        return None
    text = scene.text[sentence.start : sentence.end]
    span = Span(start, _trimmed(scene.text, start, end))
    when = said_in(span.of(scene.text), published_on(scene)) or said_in(text, published_on(scene))
    place = where or _place(scene, verb.end, end)
    told = " ".join(verb.of(scene.text).split())
    return Event(span, deed.type, actor, to, when, place, f"deed: {told}", _SURE, (verb,))


def _is_no_deed(deed: Deed, actor: Actor | None, to: Actor | None) -> bool:
    """Whether it is done to oneself, or is a campaign stop at home rather than a visit to another state."""
    if actor is None or to is None:
        return False
    at_home = deed.needs == "place" and actor.kind == "person" and to.country == actor.country
    return at_home or to.name == actor.name


def _clause_start(text: str, sentence: Span, verb: Span) -> int:
    """Where the clause of a verb begins: after the last conjunction before it, else its sentence."""
    begins = [m.end() for m in _CLAUSE_BEGINS.finditer(text, sentence.start, verb.start)]
    relative = _RELATIVE.search(text, sentence.start, verb.start)
    fitting = [at for at in begins if at < verb.start and not (relative and at > relative.start())]
    start = fitting[-1] if fitting else sentence.start
    opened = _SUBORDINATE.match(text, start, verb.start) if start == sentence.start else None
    if opened is None:
        return start
    comma = text.rfind(", ", opened.end(), verb.start)  # "When it rained, the mayor visited …"
    return comma + 2 if comma > 0 and not relative else opened.end()


def _clause_end(text: str, sentence: Span, verb: Span, taken: _Taken) -> int:
    end = taken.next_after(verb.end, sentence.end)
    match = _CLAUSE_ENDS.search(text, verb.end, end)
    end = match.start() if match else end
    if _SUBORDINATE.match(text, sentence.start, verb.start) and "," not in text[sentence.start : verb.start]:
        return verb.end + len(text[verb.end : end].split(",", maxsplit=1)[0])
    return end


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(' \n\t.,;:!?)"”’»'))


def _subject(scene: Scene, sentence: Span, begin: int, verb: Span) -> tuple[Actor | None, int]:
    """Who does it, and where the clause's own words begin."""
    text = scene.text
    if _SHARED.search(text[sentence.start : verb.start]):
        named = scene.outside_quotes(sentence.start, verb.start)
        if _OTHERS.search(text, sentence.start, verb.start):
            return None, verb.start
        first = named[0] if named and named[0].start - sentence.start <= 1 else None
        titled = first or _begun(scene, sentence, verb)
        return (titled if isinstance(titled, Actor) or titled is None else titled.actor), verb.start
    stop = verb.start
    while (shorter := _AUXILIARY.search(text[begin:stop].rstrip())) is not None:
        stop = begin + shorter.start()
    relative = _RELATIVE.search(text[begin : verb.start])
    if relative:
        stop = begin + relative.start()
        near = [m for m in scene.outside_quotes(begin, stop) if stop - m.end <= 1]
        return (near[-1].actor, verb.start) if near else (None, verb.start)
    opening = _OPENING.match(text, begin, stop)
    begin = opening.end() if opening else begin
    start = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip(' \n"“'))
    if not 0 < stop - start <= _LONGEST_SUBJECT or not text[start:stop].strip(" ,"):
        return None, start
    return _somebody(scene, Span(start, start + len(text[start:stop].rstrip(" ,")))), start


def _begun(scene: Scene, sentence: Span, verb: Span) -> Actor | None:
    """Whoever the sentence begins with, for a verb after "and"."""
    match = re.match(r"[^,;:]{3,80}?(?=,|\s\w+ed\b)", scene.text[sentence.start : verb.start])
    return _somebody(scene, Span(sentence.start, sentence.start + match.end())) if match else None


def _somebody(scene: Scene, phrase: Span) -> Actor | None:
    """The actor that a phrase names or plainly describes; None if that is not sure."""
    text = phrase.of(scene.text)
    case = PRONOUNS.get(text.strip().lower())
    if case:
        chosen = best(scene, phrase.start, (), people(_SEX[case])) if case in _SEX else None
        return chosen[0].actor if chosen else None
    pointed = pointed_at(scene, phrase)
    if pointed:
        return pointed if pointed.kind in _SUBJECTS else None
    core = core_of(text)
    if (
        not words(core)
        or words(core)[0].lower in PREPOSITIONS | {"according", "though", "not"}
        or re.search(r"\s\w+(?:ed|ing)\b", core)
    ):
        return None
    both = pair(scene, core, phrase.start, ())
    if both:
        return both
    actor, by, _ = described(scene, text, phrase.start, ())
    if actor.kind not in _SUBJECTS or by.startswith(_UNSURE):
        return None
    return actor


def _by_whom(scene: Scene, verb: Span, end: int) -> Actor | None:
    """Who did it, behind a passive ("was arrested at noon by the harbour police")."""
    match = re.compile(r"\bby\s").search(scene.text, verb.end, end)
    phrase = _phrase(scene.text, match.end(), end) if match else None
    return _somebody(scene, phrase) if phrase else None


def _after_by(scene: Scene, verb: Span, end: int) -> Actor | None:
    phrase = _phrase(scene.text, verb.end, end)
    return _somebody(scene, phrase) if phrase else None


def _phrase(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that begins at a position."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    cut = _PHRASE_ENDS.search(text, start + 1, end)
    stop = min(cut.start() if cut else end, start + _LONGEST_OBJECT, end)
    stop = start + len(text[start:stop].rstrip(" ,.;:"))
    return Span(start, stop) if stop > start else None


def _recipient(scene: Scene, deed: Deed, verb: Span, end: int) -> tuple[Actor | None, str | None]:
    """To whom, and where if the verb is one of going there."""
    phrase = None if deed.passive or deed.by else _phrase(scene.text, verb.end, end)
    if phrase is None or not _may_receive(deed, verb.of(scene.text), phrase.of(scene.text)):
        return None, None
    inside = scene.cast.within(phrase.start, phrase.end)
    first = inside[0] if inside and inside[0].start - phrase.start <= len("the ") else None
    alone = first is not None and _ALONE.fullmatch(scene.text[first.end : phrase.end])
    named = pointed_at(scene, phrase) or (first.actor if first and alone else None)
    if deed.needs == "place":
        return _visited(scene, named, verb.end, end)
    if deed.needs == "person":
        return (named if named and named.kind == "person" else None), None
    if named is None and deed.needs and words(phrase.of(scene.text))[0].lower in DETERMINERS | COUNTED:
        named = _somebody(scene, phrase)
    return named, None


def _may_receive(deed: Deed, told: str, phrase: str) -> bool:
    """Whether what follows the verb may be to whom it is done."""
    first = words(phrase)[:1]
    if not first or first[0].lower in PREPOSITIONS:
        return False
    if deed.type == "PROTEST":
        return told.endswith("against")
    return deed.type != "CONSULT" or not _KIN.search(phrase)


def _visited(scene: Scene, named: Actor | None, start: int, end: int) -> tuple[Actor | None, str | None]:
    """Whom or what somebody visited: a state, a person, or only a place."""
    match = _VISITED.match(scene.text, start, end)
    owner = match is not None and scene.text[match.end() : match.end() + 2] in ("'s", "’s")
    place = match["place"] if match and not owner else None
    if named and named.kind in ("government", "person"):
        return named, (place if named.kind == "government" else None)
    return None, place


_ALONE = re.compile(r"|\s?\([^()]*\)?|\sand\s.*", re.DOTALL)


def _place(scene: Scene, start: int, end: int) -> str | None:
    for match in _PLACE.finditer(scene.text, start, end):
        named = scene.cast.within(match.start("place"), match.end("place"))
        day = (
            said_in(match["place"], None)
            or match["place"].split()[0].lower().rstrip("s.") in MONTHS.keys() | WEEKDAYS.keys()
        )
        if not day and not any(m.actor.kind == "person" for m in named):
            return match["place"]
    return None
