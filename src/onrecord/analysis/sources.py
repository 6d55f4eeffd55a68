"""Names in a source: which of them is the one that speaks, and who speaks together."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.analysis.cast import Mention
from onrecord.analysis.kinds import core_of, head_of, kind_of_head, names_somebody
from onrecord.analysis.scene import Scene
from onrecord.analysis.titles import office_in
from onrecord.languages.english.grammar import DETERMINERS
from onrecord.languages.english.nouns import NAMELESS, ORGANISATIONS
from onrecord.languages.english.people import OFFICES
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["pointed_at"]

_LINK = re.compile(
    r"\s(?:of|on|in|at|for|from|with|by|about|to|against|over|between|led|close|representing|backing"
    r"|supporting|who|that|which|outside|like)\s"
)
_OWNER = re.compile(r"['’]s?(?=\s+\w)")
_GOES_ON = re.compile(r"(?:of|from|in|at|and|on|himself|herself|itself|for|also|both|&|\()(?:\W|$)")
_OF_BOTH = re.compile(r"\sand\s(?:the\s)?(?:[A-Z][\w.]*\s)+[a-z]+s$")
"""Two that only lend their names to who speaks ("Crown and Council spokesmen")."""
_WHO = re.compile(r"\swho\s[^,;:]{3,120}")
_CUT = re.compile(r",(?!\d{3})|;|\(|\s(?:[–—-]|--)\s|\s(?:who|whose|which|that)\b")
_AND = re.compile(
    r"\s*(?:\([^()]*\))?,?(?:\s[–—-]+)?\s+(?:and|&|along with|together with|as well as)\s+(?P<rest>[^,;()]+)"
    r"|\s?/\s?(?P<other>[^\W\d_a-z].*)"
)
_BETWEEN = re.compile(
    r"(?:\s\([^()]*\))?(?:[^.;:]*[\s,)])?(?:and|&|along with|together with|as well as)\s[^.;:]*"
    r"|\s?/\s?|[^.;:]*,[^.;:]*"
)
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|said|says|told|is|was|has|had|such as|including"
    r"|like|wearing|holding)\b|[\"“”]"
)
_JOINS = re.compile(r",?\s(?:and|or|&)\s(?:[A-Z]\w+\.?\s){0,2}|,\s")
_NOUN = re.compile(
    r"\s(?!(?:and|or|who|of|from|in|at|on|along|together|as|himself|herself|both|the|with|for)\b)[a-z]"
)
"""What somebody only lends their name to ("a Doe supporter")."""
_ALONG = re.compile(r"\b(?:along|together) with (?:the )?$")
_NEAR = 16
_LAST = re.compile(r"\band\b|&|/|\balong with\b|\btogether with\b|\bas well as\b")
_PREPOSITION = re.compile(r"\b(?:of|on|in|at|for|from|with|about|to|against|over|between|like)\s(?:the\s)?$")
_LEADING = re.compile(r"^(?:(?:by|from|among|according to|for|to)\s+)?(?:the\s+)?", re.IGNORECASE)
_GIVEN_AND = re.compile(r"[^\W\d_a-z]\w+\s(?:and|&)\s$")


def pointed_at(scene: Scene, source: Span) -> Actor | None:
    """The actor that the source names outright, or None if it only describes somebody."""
    text = scene.text
    inside = scene.cast.within(source.start, source.end)
    cut = _CUT.search(text, source.start + 1, source.end)
    core_end = cut.start() if cut else source.end
    if not inside:
        return _apposed(text, (), source, core_end)
    together = _persons_together(text, source, inside)
    if together:
        return together
    heads = [m for m in inside if m.name < core_end and _is_head(text, m, source.start, core_end)]
    joined = _listed(text, source, inside) or _joined(text, source, heads)
    if joined:
        return joined
    apposed = _apposed(text, inside, source, core_end)
    if heads and heads[0].actor.kind != "person" and apposed:
        return apposed
    if heads:
        return _as_counted(text, source, core_end, heads[0])
    return apposed or _named_last(text, inside, source, core_end)


def _named_last(text: str, inside: Sequence[Mention], source: Span, core_end: int) -> Actor | None:
    """The person in whose name a description ends ("Fight for Harbours organising director Jo Doe")."""
    last = next((m for m in reversed(inside) if m.end <= core_end), None)
    if last is None or last.actor.kind != "person" or text[last.end : core_end].strip(' .,"”“'):
        return None
    before = text[source.start : last.name]
    noun = re.search(r"\b([a-z][a-z-]+)\s$", before)
    links = list(_LINK.finditer(before))
    if noun is None or not links or not _is_personal(noun[1]):
        return None
    governing = head_of(before[: links[-1].start()])
    held = kind_of_head(governing, governing) is not None or _is_personal(governing)
    return None if held and " and " not in before[links[-1].end() :] else last.actor


def _is_personal(noun: str) -> bool:
    return noun in OFFICES or noun in NAMELESS or names_somebody(noun)


def _is_head(text: str, mention: Mention, start: int, core_end: int) -> bool:
    """Whether the phrase is about the mention: nothing but titles leads up to it, no noun follows."""
    if _LINK.search(text, start, mention.start + 1):
        return False
    if _OWNER.match(text, mention.end, core_end):
        return False
    if _OF_BOTH.match(text, mention.end, core_end):
        return False
    after = text[mention.end : core_end].strip(" \u00a0\t\n.,'’\"”“s")
    return not after or _GOES_ON.match(after) is not None


def _persons_together(text: str, source: Span, inside: Sequence[Mention]) -> Actor | None:
    """Persons named one after the other ("Jo Doe, the mayor, and his deputy, Ann Roe")."""
    people = _persons_named(text, source, inside)
    names = list(dict.fromkeys(m.actor.name for m in people))
    if not people or _LINK.search(text, source.start, people[0].start):
        return None
    shared = _GIVEN_AND.search(text, source.start, people[0].name)
    if len(names) == 1 and shared and shared.start() == source.start:
        return Actor(text[source.start : people[0].end], "group")
    gaps = [text[left.end : right.start] for left, right in pairwise(people)]
    listed = all(_BETWEEN.fullmatch(gap) and not _CLAUSE.search(gap) for gap in gaps)
    if len(names) < 2 or not listed or not _LAST.search(gaps[-1]):  # noqa: PLR2004 - a pair
        return None
    return Actor(f"{', '.join(names[:-1])} and {names[-1]}", "group")


def _persons_named(text: str, source: Span, inside: Sequence[Mention]) -> list[Mention]:
    """The persons of a source who speak: no owners, no supporters' idols, nobody a preposition leads to."""
    people: list[Mention] = []
    led_to = -1
    for m in inside:
        if m.actor.kind != "person":
            continue
        led = _PREPOSITION.search(text, max(source.start, m.start - _NEAR), m.start)
        if led and _ALONG.search(text, max(source.start, m.start - _NEAR), m.start):
            led = None
        if led or (led_to >= 0 and _JOINS.fullmatch(text, led_to, m.start)):
            led_to = m.end
        elif not _OWNER.match(text, m.end, source.end) and not _NOUN.match(text, m.end, source.end):
            people.append(m)
    return people


_OTHERS = re.compile(
    r"(?P<list>.+?),?\s(?:and|[–—-]+ and)\s"
    r"(?P<rest>(?:some |several |many )?(?:other|others|his|her|their|its|those|some)\b[^,;]*)"
)


def _listed(text: str, source: Span, inside: Sequence[Mention]) -> Actor | None:
    """Names in a row that ends in those without one ("Doe, Roe, and other members")."""
    flat = " ".join(source.of(text).split()).strip(" –—-,")
    match = _OTHERS.fullmatch(flat)
    if match is None or "," not in match["list"] or _CLAUSE.search(flat) or not inside:
        return None
    parts = [part.strip() for part in match["list"].split(",")]
    if inside[0].start - source.start > _NEAR or not all(
        re.match(r"[A-Z]|(?:his|her|their|its)\s", p) for p in parts
    ):
        return None
    return Actor(f"{', '.join(parts)} and {match['rest'].strip(' –—-')}", "group")


def _joined(text: str, source: Span, heads: Sequence[Mention]) -> Actor | None:
    """A name and whoever speaks with it: "Doe and his supporters", "the union and two banks"."""
    if not heads:
        return None
    first = heads[0]
    match = _AND.match(text, first.end, source.end)
    if match is None:
        return None
    rest = match["rest"] or match["other"]
    second = next((m for m in heads[1:] if m.start >= match.start(match.lastgroup or "rest")), None)
    titled = text[second.start : second.name] if second else ""
    office = text[source.start : match.start()].rsplit(maxsplit=1)[-1].lower() in OFFICES
    if second and second.actor.kind == "person" and (office or titled[:1].islower()):
        return second.actor
    if second is None and first.actor.kind != "person" and office_in(rest):
        return None
    if second is None and not _speaks_too(rest):
        return None
    lead = "" if first.actor.kind == "person" else _flat(text, source.start, first.start)
    other = second.actor.name if second else " ".join(rest.split()).rstrip(" –—-")
    name = f"{lead}{first.actor.name} and {other}"
    return Actor(_LEADING.sub("", name, count=1).strip(), "group")


def _speaks_too(rest: str) -> bool:
    """Whether what follows "and" is somebody rather than the end of a name or a title."""
    words = rest.split()
    return (
        (len(words) > 1 and words[0].lower() in DETERMINERS)
        or words[-1].endswith("s")
        or head_of(rest).endswith("s")
    )


def _flat(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()) + " " if text[start:end].strip() else ""


def _as_counted(text: str, source: Span, core_end: int, head: Mention) -> Actor:
    """A set is called as it is counted and described: "some Republicans", "Democrats from the north"."""
    clause = _WHO.match(text, core_end, source.end) if head.end == core_end else None
    end = clause.end() if clause else core_end
    written = _LEADING.sub("", _flat(text, source.start, end), count=1).strip(' ."”“').rstrip("'’")
    plural = head.actor.kind == "organisation" and written[:1].islower() and written.endswith("s")
    if head.actor.kind != "group" and not plural:
        return head.actor
    return Actor(written or head.actor.name, "group", country=head.actor.country)


def _apposed(text: str, inside: Sequence[Mention], source: Span, core_end: int) -> Actor | None:
    """The name in apposition to what describes it ("An attorney for Doe, Jo Roe,")."""
    core = core_of(text[source.start : core_end])
    head = head_of(core)
    several = _apposed_persons(text, inside, source, core_end) if head.endswith("s") else None
    if several:
        return several
    personal = (
        office_in(core) is not None
        or head in ("group", "rival", "counterpart", "them", "favorite")
        or _is_personal(head)
    )
    body = head in ORGANISATIONS
    for mention in inside:
        begins = mention.start if mention.start > core_end else mention.name
        apposed = re.fullmatch(r"\s*(?:[,–—-]|--)\s*(?:the\s|\")?", text[core_end:begins])
        if apposed and mention.actor.kind == "person" and personal:
            return mention.actor
        if (
            apposed
            and mention.actor.kind == "organisation"
            and body
            and text[mention.end : mention.end + 1] in ",)"
        ):
            return mention.actor
    return _apposed_name(text, source, core_end) if body and core_end < source.end else None


def _apposed_persons(text: str, inside: Sequence[Mention], source: Span, core_end: int) -> Actor | None:
    """The persons in apposition to a plural ("two clerks, Jo Doe and Ann Roe")."""
    after = [m for m in inside if m.name > core_end]
    listed = _persons_named(text, Span(core_end, source.end), after) if after else []
    if len(listed) < 2 or not re.fullmatch(r"\s*(?:[,–—:-]|--)\s*", text[core_end : listed[0].start]):  # noqa: PLR2004 - a list
        return None
    names = list(dict.fromkeys(m.actor.name for m in listed))
    return Actor(f"{', '.join(names[:-1])} and {names[-1]}", "group")


def _apposed_name(text: str, source: Span, core_end: int) -> Actor | None:
    """A capitalised name between commas that the cast does not know ("One group, Occupy the Quay,")."""
    match = re.fullmatch(r",\s(?P<name>[^\W\d_a-z][^,;()]{2,60}),?\s*", text[core_end : source.end])
    if match is None or not all(w[0].isupper() or len(w) < 4 for w in match["name"].split()):  # noqa: PLR2004 - "for", "at"
        return None
    return Actor(" ".join(match["name"].split()), "organisation")
