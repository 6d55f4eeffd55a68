"""Who may work on a record: its reviewers, their passwords and their sessions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from onrecord.record import accounts
from onrecord.record.accounts import Reviewer, Session
from onrecord.record.dialects import translated
from onrecord.record.places import Place

__all__ = ["Staff"]


class Staff:
    """An open record, as far as it knows who works on it; :class:`Record` has all of it."""

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine = engine
        self.place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, or leave the server; the record may be used again, and opens it anew."""
        with translated(self.place):
            self._engine.dispose()

    def reviewers(self) -> tuple[Reviewer, ...]:
        """Everybody who judges or did, by name."""
        with self._work() as connection:
            return accounts.reviewers(connection)

    def admit(self, name: str, *, password: str) -> None:
        """Let somebody sign in who is new, who has judged without an account, or who comes back.

        Raises:
            AccountError: if they have an account, or the name or the password cannot be taken.
            RecordUnwritable: if it cannot be written.
        """
        from onrecord.record import passwords  # noqa: PLC0415 - only who asks for a password waits for it

        wanted = accounts.name_of(name)
        held = passwords.hashed(password, name=wanted)
        with self._work() as connection:
            accounts.admit(connection, wanted, held)

    def set_password(self, name: str, *, password: str) -> None:
        """Give a reviewer another password, and end their sessions; raises as ``admit`` does."""
        from onrecord.record import passwords  # noqa: PLC0415 - likewise

        wanted = accounts.name_of(name)
        held = passwords.hashed(password, name=wanted)
        with self._work() as connection:
            accounts.set_password(connection, wanted, held)

    def dismiss(self, name: str) -> None:
        """Let somebody judge and sign in no longer, and end their sessions; what they judged stays.

        Raises:
            AccountError: if there is no such reviewer.
            RecordUnwritable: if it cannot be written.
        """
        with self._work() as connection:
            accounts.dismiss(connection, accounts.name_of(name))

    def sign_in(self, name: str, *, password: str, longest: timedelta) -> str | None:
        """Begin a session.

        Args:
            name: a reviewer's, in small or capital letters.
            password: theirs.
            longest: when it ends at the latest.

        Returns:
            The token by which the session is known from then on (``session``), of which only the SHA-256 is
            kept; ``None`` if the name and the password are not those of a reviewer.

        Raises:
            RecordUnwritable: if it cannot be written.
        """
        from onrecord.record import passwords  # noqa: PLC0415 - likewise

        with self._work() as connection:
            known, held = accounts.held_of(connection, " ".join(name.split()))
        # This takes its time, in which others may write.
        if not passwords.fits(held, password) or known is None:
            return None
        again = passwords.renewed(held, password)
        with self._work() as connection:
            return accounts.begin(connection, known, longest=longest, renewed=again)

    def session(self, token: str, *, idle: timedelta) -> Session | None:
        """The session with this token, unless it has ended, or nothing was asked for in it for so long."""
        with self._work() as connection:
            return accounts.session(connection, token, idle=idle)

    def seen(self, token: str) -> None:
        """Note that a session is in use."""
        with self._work() as connection:
            accounts.seen(connection, token)

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._work() as connection:
            accounts.end(connection, token)

    @contextmanager
    def _work(self) -> Iterator[Connection]:
        with translated(self.place), self._engine.begin() as connection:
            yield connection
