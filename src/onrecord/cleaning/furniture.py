"""Finding in a text the pieces that are no part of the report, and its captions.

The rules are few and careful: a line of furniture that is missed costs little, a sentence taken for
furniture is lost. Each holds for whole lines, or for the beginning or the end of one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.terms.span import Span, Spans

__all__ = ["Marks", "lines_of", "marks", "merged", "without"]

_AGENCY = (
    r"(?:AFP|AP(?: Photo)?|Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|PA(?: Wire| Media)?|dpa|DPA|ANSA"
    r"|TASS|Xinhua|Kyodo|Anadolu(?: Agency)?|Bloomberg|Getty(?: Images)?|NurPhoto|Shutterstock|Alamy"
    r"|Rex Features|Instagram|Pool|UPI|IANS|PTI|CNN)"
)
_AGENCIES = rf"{_AGENCY}(?:(?:\s?/\s?| via ){_AGENCY}){{0,3}}"
_NAMED = r"(?:(?![a-z]{3}\.\s)[^\n:;!?“”«»\"]){2,80}"
_LABEL = r"(?:Photo(?:graph)?|Picture|Image|Photo credit|Credit|PHOTO|CREDIT)s?"

_CREDIT = re.compile(
    rf"(?:(?<=[.!?…’”'\"»)\]])\s+|(?:(?<=\s)|^))"  # after the end of a sentence, or alone on its line
    rf"(?P<credit>\({_LABEL}(?::| by)\s{_NAMED}\)|\({_AGENCIES}(?:/{_NAMED})?\)"
    rf"|{_LABEL}(?::| by) {_NAMED})\s*\Z",
)
_BARE_AGENCY = re.compile(
    rf"(?:(?<=[.!?…’”'\"»)\]])(?<![A-Z]\.)\s+(?P<closing>{_AGENCIES})"  # not "Michael R. Bloomberg"
    rf"|^\s*(?P<alone>(?:[—–-]\s?)?{_AGENCIES}\.?))\s*\Z",
)

_WHOLE = re.compile(
    r"""\s*(?:
      (?:live|latest)(?:\s+updates?)?\s*:\s*follow\b.*
    | (?:live\s+updates|follow\s+live)\b\s*[:–—-].*
    | follow\s+(?:our|the\s+latest|all\s+the\s+latest)\b.{0,80}
    | (?:last\s+|first\s+)?(?:updated|published|modified)\s*(?:at|on|:)\s*(?=.*\d).{4,60}
    | share\s+(?:this|on|via)\b[^.]{0,80} | share(?:\s*[|/·,]\s*\w[\w\s-]{0,20})*
    | (?:read|see|watch)\s+(?:more|also|next|also\s+here)\s*:.* | read\s+more
    | follow\s+(?:us|\w+\s\w+)\s+on\s+(?:twitter|x|facebook|instagram|telegram|whatsapp)\b.{0,60}
    | sign\s+up\s+(?:for|to)\b.{0,60}newsletters?\b.{0,60}
    | advertisement | story\s+continues\s+below(?:\s+advertisement)?\.?
    | skip\s+(?:past\s+)?\w+.{0,40}\bpromotion
    | for\s+immediate\s+release\.? | -*\s*ends?\s*-+ | \#\s?\#\s?\#
    | \((?:additional\s+)?(?:reporting|writing|editing)\s+by\b[^()]{3,200}\)
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(
    r"\s*(?:By|From) (?:[A-Z][\w.’'-]*|(?=\w)(?:and|in|de|van|von|of|our|own|staff|agencies|for|the|at) ?)"
    r"(?:,? (?:[A-Z][\w.’'-]*|and|in|de|van|von|of|our|own|staff|agencies|for|the|at)){1,11}\s*",
)
_REGION = r"(?:, (?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?|(?:[A-Z][a-z]?\.){2,3}))?"  # , Calmora or , N.H.
_DAY = r"(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2})?"  # , Feb 2
_DASH = r"\s?(?:—|–|--?)\s"
_DATELINE = re.compile(
    rf"\s*(?P<dateline>(?!EXCLUSIVE|BREAKING)[A-Z][A-Z.]+(?:[ -][A-Z][A-Z.]+){{0,2}}{_REGION}{_DAY}"
    rf"(?:\s?\([A-Z][^()\n]{{1,40}}\))?{_DASH})(?=\S)"
    rf"|\s*(?P<agency>[A-Z][\w.’' ]{{2,30}}{_REGION}{_DAY} \({_AGENCY}\)(?:{_DASH}|\s))(?=\S)",
)

_OPENING_LINES = 8  # bylines and datelines stand above the report or at its beginning
_LONGEST_CAPTION = 400
_CAPTION_SENTENCES = 3
_SENTENCE_BREAK = re.compile(r"[.!?]['’”\"]?\s+[A-Z]")
_LONGEST_FURNITURE = 240
_LONGEST_BYLINE = 100


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found in a text; no two spans overlap.

    Attributes:
        furniture: credits, stamps, share lines, bylines and datelines.
        captions: the captions, without their credits.
    """

    furniture: Spans
    captions: Spans


def marks(text: str) -> Marks:
    """The furniture and the captions that a text shows by its words alone.

    A caption is told by the credit at its end. The last lines of an article may end in an agency's
    name without being captions.
    """
    furniture: list[Span] = []
    captions: list[Span] = []
    lines = list(lines_of(text))
    for number, line in enumerate(lines):
        whole = line.end - line.start <= _LONGEST_FURNITURE and _whole_line(line.of(text), number)
        if whole:
            furniture.append(line)
            continue
        credit = _credit(text, line)
        if credit:
            furniture.append(credit)
            if _is_caption(text, line, credit, last=number == len(lines) - 1):
                captions.append(Span(line.start, credit.start))
        if number < _OPENING_LINES:
            furniture.extend(_dateline(text, line))
    found = merged(furniture)
    return Marks(found, without(text, captions, found))


def lines_of(text: str) -> Iterator[Span]:
    """The lines of a text that are not blank, without the white space round them."""
    for match in re.finditer(r"\S(?:[^\n]*\S)?", text):
        yield Span(*match.span())


def merged(spans: Sequence[Span]) -> Spans:
    """The spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def without(text: str, spans: Sequence[Span], holes: Spans) -> Spans:
    """What is left of the spans outside the holes, without the white space at its ends."""
    left: list[Span] = []
    for span in merged(spans):
        at = span.start
        inside = [hole for hole in holes if hole.start < span.end and hole.end > span.start]
        for start, end in [*((hole.start, hole.end) for hole in inside), (span.end, span.end)]:
            left.extend(_trimmed(text, at, start))
            at = max(at, end)
    return tuple(left)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _whole_line(line: str, number: int) -> bool:
    return bool(_WHOLE.fullmatch(line)) or (
        number < _OPENING_LINES and len(line) < _LONGEST_BYLINE and bool(_BYLINE.fullmatch(line))
    )


def _credit(text: str, line: Span) -> Span | None:
    words = line.of(text)[-_LONGEST_FURNITURE:]
    found = _CREDIT.search(words) or _BARE_AGENCY.search(words)
    if not found:
        return None
    start, end = found.span(found.lastgroup or 0)
    return Span(line.end - len(words) + start, line.end - len(words) + end)


def _is_caption(text: str, line: Span, credit: Span, *, last: bool) -> bool:
    """Whether a line that ends in a credit is a caption: short, and no more than three sentences.

    A bare agency's name at the very end signs the article.
    """
    if last and _BARE_AGENCY.search(line.of(text)):
        return False
    words = text[line.start : credit.start].strip()
    sentences = 1 + len(_SENTENCE_BREAK.findall(words))
    return 0 < len(words) <= _LONGEST_CAPTION and sentences <= _CAPTION_SENTENCES and not words[0].isdigit()


def _dateline(text: str, line: Span) -> Iterator[Span]:
    found = _DATELINE.match(line.of(text)[:120])
    if found:
        group = "dateline" if found["dateline"] else "agency"
        yield Span(line.start + found.start(group), line.start + len(found[0].rstrip()))
