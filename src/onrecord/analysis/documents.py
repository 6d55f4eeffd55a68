"""Documents that speak: "the poll" is the one named in full, "the letter" speaks for whoever wrote it."""

import re
from collections.abc import Sequence

from onrecord.analysis.antecedents import Turn
from onrecord.analysis.scene import Scene
from onrecord.analysis.words import words
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.nouns import SAME_DOCUMENT, VEHICLES
from onrecord.terms.statement import Actor

__all__ = ["document"]

_PLAIN = DETERMINERS | {"new", "latest", "same", "recent", "national", "other", "full", "official"}
_NAMED = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][\w.’'&/-]*(?:[ ]|(?:of|and|for) (?=[^\W\d_a-z]))){1,7}(?:[a-z]+ ){0,2}?)"
    r"(?P<head>[Pp]oll|[Ss]urvey|[Ss]tudy|[Rr]eport|[Aa]nalysis|[Rr]eview|[Aa]udit)\b"
)
_MADE_BY = re.compile(
    r"\b(?P<head>poll|survey|study|report|analysis|review|audit)\w*,? (?:of [\w ]{3,40}? )?(?:was )?"
    r"(?:conducted |released |published |commissioned |done |issued |taken )?"
    r"(?:\w+ ){0,2}?(?:by|from) (?:the )?"
    r"(?P<name>[^\W\d_a-z][\w.’'&/-]*(?: (?:of |and |for )?[^\W\d_a-z][\w.’'&/-]*)*)"
)
_RUN_BY = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.’'&-]*(?: (?:of |and |for )?[^\W\d_a-z][\w.’'&-]*)*) (?:has |had )?"
    r"(?:ran|run|published|printed|carried|released|issued|aired) (?:an?|its|their) (?:[\w-]+ ){0,2}?"
    r"(?P<head>feature|article|story|piece|editorial|report|study|survey|poll|documentary|investigation)\b"
)
"""Whoever publishes it gives it its name ("The Courier ran a feature")."""
_SENTENCES = re.compile(r"(?<=[a-z]{3}\.)\s")
_REACH, _AHEAD = 20_000, 1500
"""So many characters back and ahead a document's full name is looked for."""


def document(scene: Scene, core: str, head: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """The document that a bare description takes up, or who wrote it; None if the text names none.

    Args:
        scene: the article.
        core: the description ("the new poll").
        head: its head noun.
        at: where it stands.
        turns: who spoke before.
    """
    telling = [word for word in words(core) if word.lower not in _PLAIN and word.lower != head]
    if len(telling) == 1 and telling[0].text.isupper():
        full = _full_name(scene, _same(head), at)
        initials = "".join(word.text[0] for word in words(full.name) if word.capital) if full else ""
        return full if initials == telling[0].text else None
    if telling:
        return None
    if head in VEHICLES and core.lower().startswith(("the ", "that ", "this ")):
        writer = _writer(scene, head, at, turns)
        if writer:
            return writer
    same = _same(head)
    return _spoke_before(same, core, turns) or _full_name(scene, same, at)


def _same(head: str) -> frozenset[str]:
    return frozenset().union({head}, *(group for group in SAME_DOCUMENT if head in group))


def _writer(scene: Scene, head: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """Whoever spoke in the letter, the statement, the release spoken of before."""
    for turn in reversed(turns):
        if turn.at < at and turn.actor.kind in ("person", "organisation", "group", "government"):
            sentence = scene.sentence(turn.at)
            if re.search(rf"\b{head}\b", scene.text[sentence.start : sentence.end], re.IGNORECASE):
                return turn.actor
    return None


def _spoke_before(same: frozenset[str], core: str, turns: Sequence[Turn]) -> Actor | None:
    if core.lower().startswith(("a ", "an ", "another ")):
        return None
    for turn in reversed(turns):
        called = [word for word in words(turn.actor.name) if word.lower not in _PLAIN]
        if turn.actor.kind == "document" and len(called) > 1 and same & {word.lower for word in called}:
            return turn.actor
    return None


def _full_name(scene: Scene, same: frozenset[str], at: int) -> Actor | None:
    """The last full name before, else the first one soon after."""
    found: list[tuple[int, str]] = []
    for pattern in (_NAMED, _MADE_BY, _RUN_BY):
        for match in pattern.finditer(scene.text, max(0, at - _REACH), at + _AHEAD):
            if match["head"].lower() in same:
                parts = _SENTENCES.split(match["name"])
                name = _without_start(parts[0 if pattern is _MADE_BY else -1])
                if name:
                    found.append((match.start(), f"{name} {_usual(scene.text, match['head'].lower())}"))
    found.sort()
    before = [name for place, name in found if place < at]
    after = [name for place, name in found if place >= at]
    chosen = before[-1] if before else next(iter(after), None)
    return Actor(chosen, "document") if chosen else None


def _usual(text: str, head: str) -> str:
    """What a text calls a poll most: a survey that is "the poll" ever after is a poll."""
    if head not in ("poll", "survey"):
        return head
    polls, surveys = (len(re.findall(rf"\b{each}\b", text, re.IGNORECASE)) for each in ("poll", "survey"))
    return "poll" if polls > surveys else "survey" if surveys > polls else head


def _without_start(name: str) -> str:
    """The name without what only begins its sentence."""
    kept = list(words(name))
    while kept and (kept[0].lower in FUNCTION_WORDS or kept[0].lower in _PLAIN or not kept[0].capital):
        kept.pop(0)
    return " ".join(name[kept[0].start :].split()) if kept and kept[0].capital else ""
