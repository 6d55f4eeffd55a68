"""To whom something was said: "told Sky News", "asked the minister", "in a letter to the court"."""

import re

from onrecord.analysis.kinds import core_of, head_of, kind_of_head
from onrecord.analysis.outlets import writer_or
from onrecord.analysis.scene import Scene
from onrecord.terms.statement import Actor, Attribution

__all__ = ["audience_of"]

_TELLING = re.compile(
    r"\b(?:t(?:old|ell|ells|elling)|assur\w+|remind\w+|inform\w+|ask\w*|thank\w*|promis\w+|exhort\w*"
    r"|implor\w+|beg\w*)$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|with)\s", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s*(?:the\s|a\s|an\s|his\s|her\s|its\s|their\s|fellow\s)*(?:[a-z-]+\s){0,2}?(reporters"
    r"|journalists|supporters|delegates|voters|lawmakers|crowds?|audience|parents|students|members"
    r"|officials|investors|colleagues|(?:news|press) conference|forum|rally|parliament|chamber|council"
    r"|committee|court|republicans|democrats|people)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:interview|conversation|letter|email|e-mail|message|memo|speech|address|remarks|testimony"
    r"|statement|call)\s(?:[\w-]+\s)?(?:with|to|before)\s(?:the\s)?",
    re.IGNORECASE,
)


def audience_of(scene: Scene, attribution: Attribution) -> Actor | None:
    """Who is addressed, if the words right after the cue or the sentence's occasion say so."""
    if not attribution.cue:
        return None
    text = scene.text
    cue = attribution.cue[-1]
    if _TELLING.search(text[cue.start : cue.end].strip(" :,")):
        found = _object(scene, cue.end)
        if found:
            return found
    return _addressed(scene, attribution)


def _object(scene: Scene, at: int) -> Actor | None:
    sentence = scene.sentence(at)
    for mention in scene.cast.within(at, sentence.end):
        between = scene.text[at : mention.start]
        if re.fullmatch(r"\s*(?:to\s)?(?:[\w.]+[’']s\s)?(?:the\s|The\s|fellow\s|his\s|her\s)?", between):
            return writer_or(mention.actor, scene.article.outlet)
        break
    match = _OBJECT.match(scene.text, at, sentence.end)
    if match is None:
        return None
    phrase = core_of(match.group().strip())
    name = re.sub(r"^(?:the|a|an|his|her|its|their|fellow)\s+", "", phrase)
    return Actor(name, kind_of_head(head_of(name), name) or "group")


def _addressed(scene: Scene, attribution: Attribution) -> Actor | None:
    cue = attribution.cue[0]
    sentence = scene.sentence(cue.start)
    for match in _ADDRESSED.finditer(scene.text, sentence.start, sentence.end):
        if any(c.start <= match.start() < c.end for c in attribution.content) or scene.is_quoted(
            match.start()
        ):
            continue
        for mention in scene.cast.within(match.end(), sentence.end):
            if mention.start <= match.end() + 4:
                return writer_or(mention.actor, scene.article.outlet)
            break
    return None
