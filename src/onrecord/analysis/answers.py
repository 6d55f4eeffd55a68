"""What a statement is about: the earlier statements of the same text that it answers or says again.

Few and sure, rule by rule, the surest first: the answer to a question, words that name what was said ("the
charge", "Mr Tesk's claims"), a replying cue, and what the same speaker takes back or says again. Between
the headline and what says the same below it nothing is claimed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from operator import attrgetter

from onrecord.analysis.acts import Deed
from onrecord.analysis.contents import disputes
from onrecord.analysis.naming import Named, named_in
from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import place_of
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.terms.span import words_of
from onrecord.terms.statement import Act, Actor, Attribution, Status

__all__ = ["Answer", "answers"]

_REPLYING = re.compile(
    r"\b(?:respon|repl(?:y|ie)|answer|rebut|shot back|fir(?:ed|es|ing) back|hit(?:s|ting)? back"
    r"|counter(?:ed|s|ing)|retort|den(?:y|ie)"
    r"|dismiss|reject|disput|refut|contradict|agreed? with|disagree|echo)"
)
_PRESSING = re.compile(r"\b(?:press(?:ed|es|ing)|remind(?:ed|s|ing)|follow(?:ed|ing)? up)\b")
_ON_THAT = re.compile(r"(?:(?:whether|if|why|how) )?(?:that|this|it|so)\b")
_ONLY_THAT = re.compile(r"(?:that|this|it|so)\W*")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+")
_SENTENCE = re.compile(r"[.?!:][\"”’')»]*\s*$")
_DISPUTING: frozenset[Act] = frozenset({"deny", "doubt", "criticise", "confirm", "refuse", "accept"})
_SHORT = 40
"""A turn of fewer characters goes on from the turn before it."""
_START = attrgetter("start")
_HEADLINES = 3
"""At most so many lines head a report."""
_MOST = 3
"""So many statements are meant by somebody's claims at most."""
_NEAR, _REACH = 1, 4
"""So many paragraphs back are what was just said, and what "the charge" may name."""
_SHARED = 2
"""At least so many telling words make the same words."""
_SHARE = 0.3
"""The share of the telling words of the shorter statement that must be in both."""
_RUN = 4
"""So many words in the same order are the same words whatever is done by them."""
_BACK = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements that one is about, by number, and the rule that says so."""

    about: tuple[int, ...]
    by: str
    confidence: float


@dataclass(frozen=True)
class _Said:
    """One statement as the rules see it.

    Attributes:
        number: its number.
        at: where it stands.
        paragraph: the number of its paragraph, from one.
        speaker: whose it is, by name.
        heard: who is addressed, by name.
        act: its act.
        status: how the cue marks it.
        cue: the cue in lower case.
        content: the content in lower case.
        words: the words of the content.
        holder: the number of the statement whose content holds it.
        turn: whether it is a turn of an interview.
    """

    number: int
    at: int
    paragraph: int
    speaker: str
    heard: str | None
    act: Act
    status: Status
    cue: str
    content: str
    words: tuple[str, ...]
    holder: int | None
    turn: bool

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words of the content that tell something."""
        return frozenset(self.words) - FUNCTION_WORDS

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Those of them that follow each other."""
        return frozenset(pairwise(word for word in self.words if word not in FUNCTION_WORDS))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """So many words in their order as make the same words of another statement's."""
        return frozenset(zip(*(self.words[n:] for n in range(_RUN)), strict=False))


@dataclass(slots=True)
class _Record:
    """The statements of an article in order, and what each was found to be about."""

    order: list[_Said]
    numbers: dict[int, _Said]
    headline: int
    found: dict[int, Answer] = field(default_factory=dict)

    def before(self, rank: int) -> Iterator[_Said]:
        """The statements before one, those inside it and around it left out, the latest first."""
        me = self.order[rank]
        for one in reversed(self.order[max(0, rank - _BACK) : rank]):
            if one.number != me.holder and one.holder != me.number:
                yield one

    def just_before(self, rank: int) -> Iterator[_Said]:
        """Those of them in the same paragraph or the one before."""
        first = self.order[rank].paragraph - _NEAR
        return takewhile(lambda one: one.paragraph >= first, self.before(rank))

    def asks(self, speaker: str) -> int:
        """How many turns of a speaker ask."""
        return sum(one.turn and one.speaker == speaker and "?" in one.content for one in self.order)


def answers(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    *,
    audiences: Sequence[Actor | None],
    deeds: Sequence[Deed],
    statuses: Sequence[Status],
    holders: Sequence[int | None],
) -> tuple[Answer | None, ...]:
    """For each statement, the earlier ones it answers, denies or repeats, if the text makes that plain."""
    said = []
    for number, (attribution, heard) in enumerate(zip(attributions, audiences, strict=True)):
        at = place_of(attribution)
        cue, content = (
            " ".join(words_of(scene.text, role).lower().split())
            for role in (attribution.cue, attribution.content)
        )
        said.append(
            _Said(
                number,
                at,
                bisect_right(scene.paragraphs, at, key=_START),
                speakers[number].name,
                heard.name if heard else None,
                deeds[number].act,
                statuses[number],
                cue,
                content,
                tuple(_WORD.findall(content)),
                holders[number],
                attribution.content[0].start in scene.turns,
            )
        )
    order = sorted(said, key=lambda one: (one.at, one.number))
    record = _Record(order, dict(enumerate(said)), _headlines(scene))
    for rank, one in enumerate(record.order[1:], 1):
        answer = next((found for rule in _RULES if (found := rule(record, rank))), None)
        if answer:
            record.found[one.number] = answer
    return tuple(record.found.get(number) for number in range(len(attributions)))


def _headlines(scene: Scene) -> int:
    """How many lines head the report: its title, and what ends without a full stop."""
    title = scene.article.title or ""
    lines = (paragraph.of(scene.text).strip() for paragraph in scene.paragraphs[:_HEADLINES])
    heads = takewhile(lambda line: not _SENTENCE.search(line) or line.rstrip(". ") in title, lines)
    return sum(1 for _ in heads)


def _to_turn(record: _Record, rank: int) -> Answer | None:
    """A turn of an interview answers the turn before it; one that asks back is short."""
    me = record.order[rank]
    if not me.turn:
        return None
    last = next((one for one in record.before(rank) if one.turn and one.holder is None), None)
    if last is None or last.speaker == me.speaker:
        return None
    if "?" in last.content or last.act == "ask" or record.asks(last.speaker) > record.asks(me.speaker):
        inner = [one.number for one in record.before(rank) if one.holder == last.number]
        return Answer((last.number, *inner), "the answer to the turn before it", 0.9)
    if len(me.content) < _SHORT:
        return Answer((last.number,), "a short question about the turn before it", 0.6)
    return None


def _to_question(record: _Record, rank: int) -> Answer | None:
    """What is said next by another speaker than the one who asked, or goes on in the same paragraph."""
    me = record.order[rank]
    if me.turn or me.act == "ask" or me.holder is not None or me.status == "retracts" or "earlier" in me.cue:
        return None
    for one in record.just_before(rank):
        if one.speaker == me.speaker or one.holder is not None:
            continue
        heard = one.heard == me.speaker or (one.heard is None and one.paragraph == me.paragraph)
        answered = one.act == "ask" and heard
        return Answer((one.number,), "the answer to the question before it", 0.85) if answered else None
    return None


def _asking_back(record: _Record, rank: int) -> Answer | None:
    """A question that goes on from what was just said: "pressed on", "asked whether that meant no"."""
    me = record.order[rank]
    if not _PRESSING.search(me.cue) and not (me.act == "ask" and _ON_THAT.match(me.content)):
        return None
    for one in record.just_before(rank):
        if one.speaker != me.speaker and one.holder is None and one.act != "ask":
            return Answer((one.number,), "a question about what was just said", 0.7)
    return None


def _to_named(record: _Record, rank: int) -> Answer | None:
    """What is named as "the charge" or "Mr Tesk's claims": the statements before that are named so."""
    me = record.order[rank]
    named = None if me.turn else named_in(me.content)
    if named is None:
        return None
    if named.pointing:
        last = next((one for one in record.before(rank) if one.holder is None), None)
        if last and last.speaker == me.speaker and last.number in record.found:
            return Answer(record.found[last.number].about, "points at the statements of the one before", 0.6)
    meant = [] if named.inside else _meant(record, rank, named)
    return Answer(tuple(one.number for one in meant), "names what was said", 0.75) if meant else None


def _meant(record: _Record, rank: int, named: Named) -> list[_Said]:
    """The statements that are named, the latest first."""
    me = record.order[rank]
    own = me.status in ("retracts", "repeats")
    theirs = [
        one
        for one in record.before(rank)
        if (
            named.owner in _WORD.findall(one.speaker.lower())
            if named.owner
            else (one.speaker == me.speaker) == own
        )
    ]
    fitting = [one for one in theirs if one.act in named.acts and one.paragraph > record.headline]
    if named.pick == "first":
        return fitting[-1:]
    if named.pick == "all":
        claims = [one for one in theirs if one in fitting or disputes(one.content)]
        return [one for one in claims if one.number not in record.found][:_MOST]
    if named.owner:
        return (fitting or theirs)[:1]
    return [one for one in fitting if me.paragraph - one.paragraph <= _REACH][:1]


def _to_that(record: _Record, rank: int) -> Answer | None:
    """What "denied this" means: the statement just before, all of it."""
    me = record.order[rank]
    if me.act not in _DISPUTING or not _ONLY_THAT.fullmatch(me.content):
        return None
    one = record.order[rank - 1]
    while one.holder is not None and record.numbers[one.holder].at < me.at:
        one = record.numbers[one.holder]
    if one.speaker == me.speaker or one.number == me.holder or me.paragraph - one.paragraph > _NEAR:
        return None
    return Answer((one.number,), "it is what was just said", 0.7)


def _reply(record: _Record, rank: int) -> Answer | None:
    """A cue that replies answers the latest statement of another speaker in the same paragraph."""
    me = record.order[rank]
    if not _REPLYING.search(me.cue):
        return None
    for one in record.before(rank):
        if one.paragraph != me.paragraph:
            return None
        if one.speaker != me.speaker and one.holder is None:
            return Answer((one.number,), "a reply to the statement before it", 0.65)
    return None


def _again(record: _Record, rank: int) -> Answer | None:
    """What the same speaker takes back or says again in the body of the report."""
    me = record.order[rank]
    if me.status == "continues" or me.turn:
        return None
    for one in record.before(rank):
        if one.speaker != me.speaker or one.paragraph <= record.headline:
            continue
        if me.status == "retracts" and me.paragraph - one.paragraph <= _NEAR:
            return Answer((one.number,), "takes back what the speaker just said", 0.7)
        if _same_words(me, one):
            return Answer((one.number,), "says the same speaker's words again", 0.6)
    return None


def _same_words(one: _Said, other: _Said) -> bool:
    shared = len(one.telling & other.telling)
    if shared < max(_SHARED, _SHARE * min(len(one.telling), len(other.telling))):
        return False
    if one.status == "repeats" or (one.act == other.act and not one.pairs.isdisjoint(other.pairs)):
        return True
    return not one.runs.isdisjoint(other.runs)


_RULES: tuple[Callable[[_Record, int], Answer | None], ...] = (
    _to_turn,
    _to_question,
    _asking_back,
    _to_named,
    _to_that,
    _reply,
    _again,
)
