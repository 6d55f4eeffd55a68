"""A stand-in for the trained model, quick and predictable: ``"words," Name said`` and nothing else."""

import os
import re

from onrecord.errors import ModelError
from onrecord.pipeline import Attribute
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

_SAID = re.compile(r'(?P<content>"[^"]+") (?P<source>[A-Z]\w+(?: [A-Z]\w+)*) (?P<cue>said|denied)')


def attribute(article: Article) -> tuple[Attribution, ...]:
    """Every ``"words," Name said``; the words "break here" break it, "die here" kill the process."""
    if "break here" in article.text:
        message = "something nobody foresaw"
        raise ZeroDivisionError(message)
    if "die here" in article.text:
        os._exit(9)
    return tuple(
        Attribution(
            (Span(*found.span("source")),), (Span(*found.span("cue")),), (Span(*found.span("content")),)
        )
        for found in _SAID.finditer(article.text)
    )


def damaged() -> Attribute:
    """Fail to open, as a damaged model does."""
    message = "the model is damaged"
    raise ModelError(message)


def opening() -> Attribute:
    """Open the stand-in as the model is opened."""
    return attribute
