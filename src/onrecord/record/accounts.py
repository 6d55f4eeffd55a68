"""Reviewers' accounts and their sessions, as rows of the tables ``reviewers`` and ``sessions``."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from onrecord.errors import AccountError
from onrecord.record import tables as t

__all__ = [
    "Reviewer",
    "Session",
    "admit",
    "begin",
    "dismiss",
    "end",
    "held_of",
    "name_of",
    "reviewers",
    "seen",
    "session",
    "set_password",
]

LONGEST_NAME = 100
TOKEN_BYTES = 32

r, n = t.reviewers.c, t.sessions.c


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who judges, or did.

    Attributes:
        name: how they are called.
        since: when they were first named.
        signs_in: whether they have a password, and so a way in over the web.
        ended: when they stopped being a reviewer; ``None`` while they are one.
        judgements: how many judgements they made.
    """

    name: str
    since: datetime
    signs_in: bool
    ended: datetime | None
    judgements: int


@dataclass(frozen=True, slots=True)
class Session:
    """A reviewer who is signed in.

    Attributes:
        reviewer: their name.
        began: when they signed in.
        seen: when they last asked for something, to the minute.
    """

    reviewer: str
    began: datetime
    seen: datetime


def name_of(given: str) -> str:
    """A reviewer's name with one space between its words.

    Raises:
        AccountError: if it is empty, too long, or cannot be shown.
    """
    name = " ".join(given.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise AccountError(f"{name[:40]!r}: a reviewer's name has 1 to {LONGEST_NAME} signs that can be seen")
    return name


def reviewers(connection: Connection) -> tuple[Reviewer, ...]:
    """Everybody who judges or did, by name."""
    j = t.judgements.c
    made = func.count(j.number).label("made")
    rows = select(t.reviewers, made).outerjoin_from(t.reviewers, t.judgements, j.reviewer_id == r.id)
    found = connection.execute(rows.group_by(r.id).order_by(r.name)).mappings()
    return tuple(
        Reviewer(
            row["name"],
            datetime.fromisoformat(row["created_at"]),
            row["password_hash"] is not None,
            datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
            row["made"],
        )
        for row in found
    )


def admit(connection: Connection, name: str, held: str) -> None:
    """Give somebody an account, whether they are new, have judged without one, or come back."""
    row = next((each for each in _alike(connection, name) if each["name"] == name), None)
    others = [each["name"] for each in _alike(connection, name) if each["password_hash"] is not None]
    if row is not None and row["password_hash"] is not None and row["ended_at"] is None:
        raise AccountError(
            f"{name}: they have an account; change it with: onrecord reviewer password {name!r}"
        )
    if others and others != [name]:
        raise AccountError(f"{name}: {others[0]!r} has an account; such names are too much alike")
    if row is None:
        connection.execute(insert(t.reviewers), {"name": name, "password_hash": held, "created_at": _now()})
    else:
        given = update(t.reviewers).where(r.id == row["id"])
        connection.execute(given.values(password_hash=held, ended_at=None))


def set_password(connection: Connection, name: str, held: str) -> None:
    """Give a reviewer another password; whoever is signed in with the old one no longer is."""
    row = _one(connection, name)
    connection.execute(update(t.reviewers).where(r.id == row["id"]).values(password_hash=held))
    _end_all(connection, row["id"])


def dismiss(connection: Connection, name: str) -> None:
    """Note that somebody is no reviewer any longer; what they judged stays."""
    row = _one(connection, name)
    gone = update(t.reviewers).where(r.id == row["id"])
    connection.execute(gone.values(ended_at=_now(), password_hash=None))
    _end_all(connection, row["id"])


def held_of(connection: Connection, name: str) -> tuple[str | None, str | None]:
    """Who may sign in under a name, in whatever case it is typed, and what is kept of their password."""
    may = [each for each in _alike(connection, name) if each["password_hash"] and not each["ended_at"]]
    return (may[0]["name"], may[0]["password_hash"]) if len(may) == 1 else (None, None)


def begin(connection: Connection, name: str, *, longest: timedelta, renewed: str | None) -> str:
    """Begin a session; gives its token, of which the digest is kept. Sessions of the past are removed."""
    row = _one(connection, name)
    if renewed is not None:
        connection.execute(update(t.reviewers).where(r.id == row["id"]).values(password_hash=renewed))
    now = _moment()
    connection.execute(delete(t.sessions).where(n.expires_at < _text(now)))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    values = {
        "id": _digest(token),
        "reviewer_id": row["id"],
        "created_at": _text(now),
        "expires_at": _text(now + longest),
        "seen_at": _text(now),
    }
    connection.execute(insert(t.sessions), values)
    return token


def session(connection: Connection, token: str, *, idle: timedelta) -> Session | None:
    """The session of a token, if it holds."""
    rows = select(t.sessions, r.name).join_from(t.sessions, t.reviewers)
    holds = (n.id == _digest(token), n.ended_at.is_(None), r.ended_at.is_(None))
    row = connection.execute(rows.where(*holds)).mappings().one_or_none()
    if row is None:
        return None
    began = datetime.fromisoformat(row["created_at"])
    seen_at = datetime.fromisoformat(row["seen_at"] or row["created_at"])
    now = _moment()
    if now >= datetime.fromisoformat(row["expires_at"]) or now >= seen_at + idle:
        return None
    return Session(row["name"], began, seen_at)


def seen(connection: Connection, token: str) -> None:
    """Note that a session is in use."""
    connection.execute(update(t.sessions).where(n.id == _digest(token)).values(seen_at=_now()))


def end(connection: Connection, token: str) -> None:
    """End a session."""
    going = update(t.sessions).where(n.id == _digest(token), n.ended_at.is_(None))
    connection.execute(going.values(ended_at=_now()))


def _end_all(connection: Connection, reviewer: int) -> None:
    going = update(t.sessions).where(n.reviewer_id == reviewer, n.ended_at.is_(None))
    connection.execute(going.values(ended_at=_now()))


def _one(connection: Connection, name: str) -> RowMapping:
    row = connection.execute(select(t.reviewers).where(r.name == name)).mappings().one_or_none()
    if row is None:
        raise AccountError(f"{name}: there is no reviewer of this name; see: onrecord reviewer list")
    if row["ended_at"] is not None:
        raise AccountError(f"{name}: they stopped being a reviewer on {row['ended_at'][:10]}")
    return row


def _alike(connection: Connection, name: str) -> Sequence[RowMapping]:
    """Reviewers of this name, and of names that differ from it in case only; there are few in all."""
    rows = connection.execute(select(t.reviewers).order_by(r.id)).mappings()
    return [row for row in rows if row["name"].casefold() == name.casefold()]


def _digest(token: str) -> str:
    # The token is 32 bytes of chance: nobody can guess what a plain digest is of.
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _moment() -> datetime:
    return datetime.now(UTC)


def _now() -> str:
    return _text(_moment())


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
