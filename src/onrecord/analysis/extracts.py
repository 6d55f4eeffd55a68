"""What an article comes to: its statements, and the deeds that it reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.analysis.events import events
from onrecord.terms.article import Article
from onrecord.terms.event import Event
from onrecord.terms.span import words_of
from onrecord.terms.statement import Statement

__all__ = ["Extract"]


@dataclass(frozen=True, slots=True)
class Extract:
    """One article with the statements found in it; to iterate over it is to iterate over them.

    Attributes:
        article: the article as it was read.
        statements: its statements, in the order of the text.
    """

    article: Article
    statements: tuple[Statement, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """The deeds that the article reports outside its statements, worked out when they are asked for."""
        return events(self.article, self.statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)

    def words(self, statement: Statement) -> str:
        """What is attributed, in the words of the text; ``…`` stands between its pieces."""
        return words_of(self.article.text, statement.content)
