"""Reads the news and keeps the record: who said what, to whom, when, in whose words.

    >>> import onrecord
    >>> found = onrecord.extract('"No gate was opened," Joren Maddrick told reporters.')
    >>> [found.words(statement) for statement in found]
    ['"No gate was opened,"']

``extract`` reads one text; ``open`` opens a record, where the statements of many articles are kept.
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import Archive, extract, open  # noqa: A004 - onrecord.open("record.db") is how it reads
    from onrecord.errors import OnrecordError
    from onrecord.pipeline import Account, Extract

    __version__: str

__all__ = ["Account", "Archive", "Extract", "OnrecordError", "__version__", "extract", "open"]

# Whoever uses the library decides where its log goes; without this line Python would print it.
logging.getLogger(__name__).addHandler(logging.NullHandler())

# Looked up when first asked for, so that `import onrecord` is instant and loads nothing but itself.
_HOMES = {
    "Account": "onrecord.pipeline",
    "Archive": "onrecord.api",
    "Extract": "onrecord.pipeline",
    "OnrecordError": "onrecord.errors",
    "extract": "onrecord.api",
    "open": "onrecord.api",
}


if not TYPE_CHECKING:  # or a checker would believe that every name is here

    def __getattr__(name: str) -> object:
        if name == "__version__":
            return import_module("importlib.metadata").version(__name__)
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(_HOMES[name]), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
