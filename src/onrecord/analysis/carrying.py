"""What an occasion takes over from the statements before it."""

import math
from bisect import bisect_left
from collections.abc import Mapping

from onrecord.analysis.choosing import Told, Traits
from onrecord.analysis.offers import Offers
from onrecord.analysis.signs import freshness, published_on
from onrecord.analysis.standing import FIELDS, Standing

__all__ = ["carry"]

_SLIGHT = 0.15
"""What is less likely than this is no leaning."""
_APART, _CHAIN = 12, 10
"""So many sentences between, and so many statements before, are looked at."""
_REACH, _LAST = 60, 3
"""So many statements back an occasion of the same speaker carries on, and so many back another's."""
_TELLING_CONTEXTS = frozenset(
    {"past", "perfect", "present", "pluperfect", "in the lead", "in the headline", "thought", "another time"}
    | {"a day told", "told somebody", "by a relative", "introduced", "opens a paragraph", "known venue"}
)
_TENSES = frozenset(
    {"past", "perfect", "present", "pluperfect", "infinitive", "participle", "modal", "noun", "bare"}
)


def carry(offers: Offers) -> None:
    """Offer what was chosen for the statement before, for the speaker's last one, for the holder."""
    read, number, name = offers.read, offers.number, offers.name
    holder = read.around.holders[number]
    if holder is not None:
        _take(offers, holder, "held")
        return
    keys, speaker = read.keys[name], read.names[number]
    same = read.by_speaker.get(speaker, ())
    same = same[bisect_left(same, number - _REACH) : bisect_left(same, number)]
    for silent, earlier in enumerate(reversed(same)):
        if keys[earlier] is not None:
            _take(offers, earlier, "carried on", silent=silent)
            break
    if same and keys[same[-1]] is None:
        _take(offers, same[-1], "leaning")
    here = bisect_left(read.free, number)
    for earlier in reversed(read.free[max(0, here - _LAST) : here]):
        if keys[earlier] is not None and (not same or read.names[earlier] != speaker):
            _take(offers, earlier, "carried over")
            break


def _take(offers: Offers, earlier: int, group: str, *, silent: int = 0) -> None:
    read, number, name = offers.read, offers.number, offers.name
    choice = read.chosen[earlier].choices.get(name)
    if choice is None:
        return
    leaning = choice.leaning if group == "leaning" and choice.lean > _SLIGHT else None
    option = choice.option or leaning
    if option is None or (name == "audience" and option.value.name == read.names[number]):
        return
    fresh = freshness(published_on(read.scene), option.value) if name == "said" else {}
    if name == "said" and group == "carried over" and _is_stale(read, number, earlier, fresh):
        return
    features = {
        "sure": choice.confidence if choice.option else choice.lean,
        "chain": math.log1p(read.keys[name][max(0, number - _CHAIN) : number].count(option.key)),
        **(fresh if name == "said" else _same_occasion(read, number, earlier)),
    }
    if silent:
        features["silent since"] = math.log1p(silent)
    if option.by == "the lead of the report":
        features["from the lead"] = 1.0
    if option.by == "the sentence of the cue":
        features["from a sentence"] = 1.0
    told = _pair(read, number, earlier).under(f"{group}: "), Told(f"{group}: ", features)
    offers.add(group, option.value, option.key, told, option.evidence)


def _is_stale(read: Standing, number: int, earlier: int, fresh: Mapping[str, float]) -> bool:
    """Whether a day is too long ago for somebody else's words in another paragraph to be of it."""
    paragraphs = read.around.paragraphs
    return paragraphs[number] != paragraphs[earlier] and "of the day" not in fresh


def _pair(read: Standing, number: int, earlier: int) -> Traits:
    """How a statement stands to an earlier one, whatever is taken over; the same each time."""
    asked = "pair", number, earlier
    if asked not in read.kept:
        read.kept[asked] = Traits(_between(read, number, earlier) | _alike(read, number, earlier))
    found: Traits = read.kept[asked]
    return found


def _alike(read: Standing, number: int, earlier: int) -> dict[str, float]:
    """How near an earlier statement is to another one, and how like it."""
    around, mine, theirs = read.around, read.contexts[number], read.contexts[earlier]
    sentences = max(0, around.sentences[number] - around.sentences[earlier])
    found = {f"from {case}": 1.0 for case in theirs & _TELLING_CONTEXTS}
    found["sentences"] = math.log1p(sentences)
    if sentences == 0:
        found["the same sentence"] = 1.0
    if around.paragraphs[number] == around.paragraphs[earlier]:
        found["the same paragraph"] = 1.0
    if number - earlier == 1:
        found["next statement"] = 1.0
    if "quoted" in mine and "quoted" in theirs:
        found["both quoted"] = 1.0
    if mine & _TENSES == theirs & _TENSES:
        found["same tense"] = 1.0
    return found


def _between(read: Standing, number: int, earlier: int) -> dict[str, float]:
    """What lies between a statement and an earlier one: other people's words, other days, other venues."""
    around, speaker = read.around, read.names[earlier]
    last = around.sentences[number]
    first = min(last, max(around.sentences[earlier] + 1, last - _APART))
    others = sum([name != speaker for name in read.names[earlier + 1 : number]])
    places = sorted((around.places[earlier], around.places[number]))
    days, venues = around.told_before["said"], around.told_before["venue"]
    return {
        "days between": math.log1p(days[last] - days[first]),
        "venues between": math.log1p(venues[last] - venues[first]),
        "others between": math.log1p(others),
        "told between": math.log1p(read.scene.told_between(*places)),
    }


def _same_occasion(read: Standing, number: int, earlier: int) -> dict[str, float]:
    """Whether what is chosen already for two statements speaks of one occasion."""
    features: dict[str, float] = {}
    for name in FIELDS:
        keys = read.keys[name]
        if not earlier < number < len(keys):
            continue
        ours, theirs = keys[number], keys[earlier]
        if ours == theirs:
            features[f"both without {name}" if ours is None else f"the same {name}"] = 1.0
        else:
            features[f"another {name}"] = 1.0
            if ours is None:
                features[f"without its {name}"] = 1.0
        mine = read.chosen[number].choices[name].option
        if mine and mine.by == "the sentence of the cue":
            features[f"own {name}"] = 1.0
    return features
