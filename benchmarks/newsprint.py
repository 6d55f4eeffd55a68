"""Generated news for the benchmarks: as many statements as wanted, with the frequencies of the real thing.

Nothing in it means anything: words, names and outlets are made of syllables. What is like real news is
what a search feels: word frequencies after Zipf and Mandelbrot (the most frequent word stands in six of
ten statements, half of the vocabulary hardly anywhere), the lengths of statements, a few speakers and
outlets with most of the statements and a long tail with one or two, nameless and unknown speakers,
busy and quiet days over ten years, statements of revisions that were replaced.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.terms.entity import folded
from onrecord.terms.statement import ACTS

__all__ = ["Newsprint", "Rows", "word"]

Rows: TypeAlias = Mapping[str, list[dict[str, Any]]]
"""Rows by table, in the order in which they can be written."""

VOCABULARY = 200_000
OUTLETS = 400
AFFILIATIONS = 8_000
COUNTRIES = tuple(f"{a}{b}" for a in "QX" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
FIRST_DAY, DAYS = np.datetime64("2014-01-01"), 3653
AN_ARTICLE = 12
"""Statements in an article."""

_ACT_SHARES = (30, 6, 5, 3, 1, 2, 1, 3, 4, 3, 1, 2, 3, 1, 2, 4, 1.5, 0.5, 6, 1.5, 2, 4, 7, 5, 2)
_SYLLABLES = [c + v for c in "bcdfghjklmnprstvz" for v in "aeiou"]


def word(rank: int) -> str:
    """The word of a rank; 0 is the most frequent one."""
    left, made = rank + 37, ""
    while left:
        left, this = divmod(left, len(_SYLLABLES))
        made += _SYLLABLES[this]
    return made


def _heavy_tailed(amount: int, shift: float, exponent: float) -> NDArray[np.float64]:
    """The cumulative shares of Zipf and Mandelbrot's law."""
    shares = 1 / (np.arange(amount) + shift) ** exponent
    cumulated: NDArray[np.float64] = (shares / shares.sum()).cumsum()
    return cumulated


@dataclass(frozen=True, slots=True)
class _Person:
    id: str | None
    name: str
    kind: str
    affiliation: str | None
    country: str | None


class Newsprint:
    """News of so many statements; the same number gives the same news.

    Attributes:
        statements: how many statements there are.
    """

    def __init__(self, statements: int, *, seed: int = 7) -> None:
        self.statements = statements
        self._chance = np.random.default_rng(seed)
        self._words = np.array([word(rank) for rank in range(VOCABULARY)], dtype=object)
        self._word_shares = _heavy_tailed(VOCABULARY, 2.7, 1.07)
        self._people = [self._person(number) for number in range(max(50, statements // 16))]
        self._person_shares = _heavy_tailed(len(self._people), 8, 1.03)
        self._outlet_shares = _heavy_tailed(OUTLETS, 3, 1.1)
        busy = self._chance.lognormal(0, 0.4, DAYS) * np.linspace(0.5, 1.5, DAYS)
        self._day_shares = (busy / busy.sum()).cumsum()
        self._counts = {"statements": 0, "revisions": 0, "mentions": 0}

    def rows(self) -> Iterator[Rows]:
        """All rows of all tables, some thousands of statements at a time."""
        yield self._standing()
        articles = -(-self.statements // AN_ARTICLE)
        for start in range(0, articles, 500):
            yield self._articles(start, min(500, articles - start))

    def _person(self, number: int) -> _Person:
        # A tenth of those met are kept nameless, and are linked to nobody.
        chance = self._chance
        affiliation = (
            self._affiliation(int(chance.beta(1, 12) * AFFILIATIONS)) if chance.random() < 0.45 else None
        )
        country = COUNTRIES[int(chance.beta(1, 5) * len(COUNTRIES))] if chance.random() < 0.4 else None
        if number == 3:
            return _Person(None, "unknown", "unknown", None, None)
        if number % 10 == 5:
            return _Person(
                None, f"a {word(number % 97)} official {word(number % 1009)}", "unnamed", affiliation, country
            )
        first, last = word(1000 + number * 7 % 5000).title(), word(9000 + number).title()
        return _Person(f"{first}-{last}".lower(), f"{first} {last}", "person", affiliation, country)

    @staticmethod
    def _affiliation(number: int) -> str:
        return f"{word(20_000 + number).title()} Ministry of {word(30_000 + number).title()}"

    def _standing(self) -> Rows:
        named = [person for person in self._people if person.id]
        outlets = [f"The {word(50_000 + number).title()} Courier" for number in range(OUTLETS)]
        run = {
            "id": "0" * 16,
            "software": "bench",
            "model": "0" * 64,
            "settings": {},
            "started": "2026-01-01T00:00:00",
        }
        return {
            "runs": [run],
            "outlets": [
                {"id": number, "name": name, "folded": folded(name)} for number, name in enumerate(outlets, 1)
            ],
            "actors": [
                {"id": p.id, "name": p.name, "kind": p.kind, "role": None, "country": p.country}
                for p in named
            ],
            "actor_names": [
                {"actor_id": p.id, "position": place, "name": name, "folded": folded(name)}
                for p in named
                for place, name in enumerate((p.name, p.name.split()[-1]))
            ],
        }

    def _drawn(self, shares: NDArray[np.float64], amount: int) -> list[int]:
        drawn: list[int] = np.searchsorted(shares, self._chance.random(amount)).tolist()
        return drawn

    def _articles(self, start: int, amount: int) -> Rows:
        made: dict[str, list[dict[str, Any]]] = {
            name: [] for name in ("articles", "revisions", "mentions", "statements", "statement_actors")
        }
        outlets = self._drawn(self._outlet_shares, amount)
        days = (FIRST_DAY + np.array(self._drawn(self._day_shares, amount))).astype(str)
        minutes = self._chance.integers(0, 1440, amount).tolist()
        for place in range(amount):
            number = start + place
            moment = f"{days[place]}T{minutes[place] // 60:02}:{minutes[place] % 60:02}:00+00:00"
            id_ = f"article-{number}"
            # One article in twenty was changed after it was published: the first text stays, superseded.
            texts = 2 if number % 20 == 7 else 1
            made["articles"].append(
                {
                    "id": id_,
                    "key": id_,
                    "url": f"https://news.example/{number}",
                    "outlet_id": outlets[place] + 1,
                    "title": None,
                    "published": moment,
                    "revision": texts,
                }
            )
            for text in range(texts):
                self._revision(made, made["articles"][-1], text + 1, latest=text + 1 == texts)
        return made

    def _revision(
        self, made: dict[str, list[dict[str, Any]]], article: dict[str, Any], number: int, *, latest: bool
    ) -> None:
        amount = min(AN_ARTICLE, self.statements - self._counts["statements"])
        if amount <= 0:
            return
        self._counts["revisions"] += 1
        revision = self._counts["revisions"]
        lengths = np.clip(self._chance.lognormal(3.0, 0.5, amount + 1), 3, 120).astype(int)
        lengths[0] = 9
        tokens = self._words[np.searchsorted(self._word_shares, self._chance.random(int(lengths.sum())))]
        sentences = [" ".join(part) for part in np.split(tokens, lengths.cumsum()[:-1])]
        title, *contents = sentences
        article["title"] = title
        # Few speak often in one article: four people share its statements.
        people = [self._people[drawn] for drawn in self._drawn(self._person_shares, 7)]
        mentions = {person: self._mention(made, revision, person) for person in dict.fromkeys(people)}
        chosen = self._chance.random((amount, 6))
        text, cues = "", []
        for place, content in enumerate(contents):
            speaker = people[int(chosen[place, 0] ** 2 * 4)]
            cue = f"{speaker.name} said that "
            cues.append((speaker, len(text), len(text) + len(cue)))
            text += f"{cue}{content}.\n"
        made["revisions"].append(_revision_row(revision, number, article, text))
        for place, content in enumerate(contents):
            self._counts["statements"] += 1
            key = self._counts["statements"]
            speaker, start, end = cues[place]
            made["statements"].append(
                _statement(
                    key,
                    place,
                    article,
                    revision,
                    speaker,
                    mentions[speaker],
                    content,
                    (start, end),
                    chosen[place].tolist(),
                    latest=latest,
                )
            )
            made["statement_actors"] += _parts(key, speaker, people, mentions, chosen[place].tolist())

    def _mention(self, made: dict[str, list[dict[str, Any]]], revision: int, person: _Person) -> int:
        self._counts["mentions"] += 1
        made["mentions"].append(
            {
                "id": self._counts["mentions"],
                "revision_id": revision,
                "name": person.name,
                "kind": person.kind,
                "role": None,
                "affiliation": person.affiliation,
                "country": person.country,
                "folded": folded(person.name),
                "affiliation_folded": folded(person.affiliation) if person.affiliation else None,
                "actor_id": person.id,
            }
        )
        return self._counts["mentions"]


_ACTS = np.array(_ACT_SHARES).cumsum() / sum(_ACT_SHARES)


def _revision_row(revision: int, number: int, article: dict[str, Any], text: str) -> dict[str, Any]:
    return {
        "id": revision,
        "article_id": article["id"],
        "number": number,
        "digest": hashlib.sha256(f"{revision}".encode()).hexdigest(),
        "title": article["title"],
        "published": article["published"],
        "published_date_only": False,
        "modified": None,
        "instant": article["published"][:19],
        "place": f"{article['id']}.txt",
        "line": None,
        "read_at": "2026-01-01T00:00:00",
        "run_id": "0" * 16,
        "furniture": [],
        "captions": [],
        "text": text,
    }


def _parts(
    key: int, speaker: _Person, people: list[_Person], mentions: dict[_Person, int], chosen: list[float]
) -> list[dict[str, Any]]:
    """Who has which part in a statement: whoever speaks, now and then targets and an audience."""
    others = [("speaker", speaker)]
    others += [("target", people[n]) for n, share in ((4, 0.7), (5, 0.2)) if chosen[1] < share]
    if chosen[2] < 0.1:
        others.append(("audience", people[6]))
    before = [part for part, _ in others]
    return [
        {
            "statement_key": key,
            "part": part,
            "position": before[:place].count(part),
            "mention_id": mentions[person],
        }
        for place, (part, person) in enumerate(others)
    ]


def _statement(  # noqa: PLR0917 - the facts of one row
    key: int,
    position: int,
    article: dict[str, Any],
    revision: int,
    speaker: _Person,
    mention: int,
    content: str,
    cue: tuple[int, int],
    chance: list[float],
    *,
    latest: bool,
) -> dict[str, Any]:
    day = article["published"][:10]
    first, last = (f"{day[:7]}-01", f"{day[:7]}-28") if chance[0] > 0.97 else (day, day)
    start, end = cue
    name = len(speaker.name)
    return {
        "key": key,
        "id": f"{key:016x}",
        "article_id": article["id"],
        "revision_id": revision,
        "position": position,
        "latest": latest,
        "title": article["title"],
        "speaker_id": speaker.id,
        "speaker_mention": mention,
        "act": ACTS[int(np.searchsorted(_ACTS, chance[3]))],
        "form": "direct" if chance[4] < 0.35 else "mixed" if chance[4] < 0.5 else "indirect",
        "mode": "thought" if chance[5] < 0.12 else "ruling" if chance[5] > 0.97 else "speech",
        "status": "new",
        "hedged": False,
        "negated": False,
        "said": day if first == last else day[:7],
        "venue": None,
        "source_words": speaker.name,
        "cue_words": "said",
        "content_words": content,
        "source_spans": [[start, start + name]],
        "cue_spans": [[start + name + 1, start + name + 5]],
        "content_spans": [[end, end + len(content)]],
        "inside": None,
        "about": [],
        "confidence": round(0.3 + 0.7 * chance[5] ** 0.4, 4),
        "decisions": [
            ["act", "cue lexicon: said", 0.9],
            ["speaker", "name in the source", 0.95],
            ["said", "day of publication", 0.8],
        ],
        "dated": first,
        "dated_to": last,
        "published_on": day,
        "published_at": article["published"][:19],
    }
