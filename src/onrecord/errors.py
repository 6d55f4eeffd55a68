"""Everything that Onrecord raises on purpose.

    OnrecordError
    ├── InputRefused        one input cannot become an article; the others go on
    │   ├── Unreadable      missing, no permission, not a file
    │   ├── NotText         binary, or bytes in no encoding we can tell
    │   ├── TooLarge        over the size that one article may have
    │   ├── Malformed       JSON, front matter or dates that do not parse
    │   └── Empty           nothing left to read
    ├── RecordError         the record cannot be used
    │   ├── NotARecord      the file is something else
    │   ├── RecordMissing   there is no such file
    │   ├── RecordTooNew    made by a later version
    │   ├── RecordOutdated  made by an earlier version, and only to be read
    │   ├── RecordUnreachable  the server does not answer, or lets nobody in
    │   └── RecordUnwritable   no permission, no space left, locked
    ├── OutputUnwritable    the file that a command is to write
    ├── NotInstalled        a library that only some need
    ├── QueryError          a search that cannot be understood
    ├── JudgementError      a correction that cannot be made
    ├── AccountError        a reviewer's account or password that cannot be so
    ├── SettingError        a setting with a value it cannot have
    ├── WorkerLost          a worker process was killed from outside
    └── ModelError          the trained model is missing or damaged

``str(error)`` is the sentence the user sees: what is wrong, with which thing, and what to do.
"""

__all__ = [
    "AccountError",
    "Empty",
    "InputRefused",
    "JudgementError",
    "Malformed",
    "ModelError",
    "NotARecord",
    "NotInstalled",
    "NotText",
    "OnrecordError",
    "OutputUnwritable",
    "QueryError",
    "RecordError",
    "RecordMissing",
    "RecordOutdated",
    "RecordTooNew",
    "RecordUnreachable",
    "RecordUnwritable",
    "SettingError",
    "TooLarge",
    "Unreadable",
    "WorkerLost",
]


class OnrecordError(Exception):
    """The root: catch this to catch everything that Onrecord raises on purpose."""


class InputRefused(OnrecordError):
    """One input cannot become an article. If you see this, that input was left out and nothing else was."""


class Unreadable(InputRefused):
    """The input is missing, is no regular file, or may not be read."""


class NotText(InputRefused):
    """The input is binary, or its bytes are text in no encoding we can tell."""


class TooLarge(InputRefused):
    """The input is larger than one article may be."""


class Malformed(InputRefused):
    """The input's JSON, front matter or dates do not parse."""


class Empty(InputRefused):
    """The input has no text to read."""


class RecordError(OnrecordError):
    """The record cannot be used."""


class NotARecord(RecordError):
    """The file exists but is no record of Onrecord's."""


class RecordMissing(RecordError):
    """There is no record at that place."""


class RecordTooNew(RecordError):
    """The record was made by a later version of Onrecord."""


class RecordOutdated(RecordError):
    """The record was made by an earlier version of Onrecord and has to be upgraded before it can be read."""


class RecordUnreachable(RecordError):
    """The server that the record is on does not answer, or does not let us in."""


class RecordUnwritable(RecordError):
    """The record cannot be written: no permission, no space left, or locked by another program."""


class OutputUnwritable(OnrecordError):
    """The file that a command was to write cannot be written: no permission, no space, no such folder."""


class NotInstalled(OnrecordError):
    """A library that only some formats need is not installed."""


class QueryError(OnrecordError):
    """A search or a filter that cannot be understood."""


class JudgementError(OnrecordError):
    """A judgement or a correction that cannot be made: of what, and why, is in the sentence."""


class AccountError(OnrecordError):
    """A reviewer's account that cannot be made or changed so, or a password that cannot be taken."""


class SettingError(OnrecordError):
    """A setting has a value that it cannot have."""


class WorkerLost(OnrecordError):
    """A worker process was killed from outside, most often for want of memory; what was kept stays kept."""


class ModelError(OnrecordError):
    """The trained model is missing from the installation, or damaged."""
