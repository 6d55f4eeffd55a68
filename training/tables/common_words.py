"""Lay down the table of common words that ``onrecord.languages.english.common_words`` reads.

    python training/tables/common_words.py CORPUS.jsonl > src/onrecord/languages/english/common_words.txt

A word is common when a corpus of news writes it in lower case, often enough to be no name.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

_OFTEN = 5
_SHARE = 0.35


def main() -> None:
    """Print the common words of a corpus of articles, one a line."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        for word in re.findall(r"\b[A-Za-z]{3,}\b", json.loads(line)["text"]):
            (lower if word.islower() else capital)[word.lower()] += 1
    for word in sorted(w for w, n in lower.items() if n >= _OFTEN and n >= _SHARE * (n + capital[w])):
        print(word)


if __name__ == "__main__":
    main()
