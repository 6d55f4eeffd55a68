"""Passwords: which may be chosen, and what is kept of them (Argon2id, by the defaults of argon2-cffi)."""

import unicodedata
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from onrecord.errors import AccountError

__all__ = ["LEAST", "MOST", "fits", "hashed", "renewed"]

LEAST, MOST = 10, 1000
"""How many characters a password has at least, and at most."""

_hasher = PasswordHasher()
_few_at_once = BoundedSemaphore(2)
"""Each hash takes 64 MiB while it is worked out; a crowd of guesses must not take all there is."""


def hashed(password: str, *, name: str) -> str:
    """What is kept of a password.

    Args:
        password: as it was typed.
        name: whose it is; their password may be anything but that.

    Raises:
        AccountError: if it is too short, too long, the name itself, or no text.
    """
    given = _plain(password)
    if given is None:
        raise AccountError("the password holds half a character (a lone surrogate); choose another")
    if not LEAST <= len(given) <= MOST:
        raise AccountError(f"a password has {LEAST} to {MOST:,} characters; this one has {len(given):,}")
    if given.casefold() == name.casefold():
        raise AccountError("the password is the name; choose another")
    with _few_at_once:
        return _hasher.hash(given)


def fits(held: str | None, password: str) -> bool:
    """Whether a password is the one of which this is kept; takes as long if nothing is kept."""
    given = _plain(password)
    nobody = _of_nobody()
    with _few_at_once:
        try:
            right = _hasher.verify(held or nobody, (given or "")[: MOST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return right and held is not None and given is not None


def renewed(held: str | None, password: str) -> str | None:
    """What to keep of a password from now on, if the parameters are not those of today."""
    if held is None or not _hasher.check_needs_rehash(held):
        return None
    with _few_at_once:
        return _hasher.hash(_plain(password) or "")


@cache
def _of_nobody() -> str:
    with _few_at_once:
        return _hasher.hash("the password of nobody")


def _plain(password: str) -> str | None:
    """The same characters however the keyboard composed them; None if they are no text."""
    try:
        password.encode()
    except UnicodeEncodeError:
        return None
    return unicodedata.normalize("NFC", password)
