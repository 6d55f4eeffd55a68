"""A line of JSON breaks no stream and no reader."""

from onrecord.exports.guide import as_guide
from onrecord.exports.jsontext import dumped
from onrecord.terms.article import Article


def test_only_what_breaks_is_escaped() -> None:
    """Halves of pairs and odd line ends are escaped; a backslash before them stays what it is."""
    line = dumped(as_guide(Article("é", "\\\ud83d \u2028 \x85 🙂"), ()))
    assert '"é"' in line
    assert r"\\\ud83d \u2028 \u0085 🙂" in line
