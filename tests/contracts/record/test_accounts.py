"""Accounts: who may sign in, and for how long, on every database."""

from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from onrecord.errors import AccountError, JudgementError
from onrecord.record import accounts, passwords
from onrecord.record.accounts import Reviewer
from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.terms.statement import Statement

pytestmark = pytest.mark.usefixtures("quick_passwords")

WORDS = "a yellow telephone"
DAY, WEEK, HALF_A_DAY = timedelta(days=1), timedelta(days=7), timedelta(hours=12)


@pytest.fixture
def ann(record: Record) -> Record:
    """A record with one reviewer who signs in."""
    record.admit("Ann  Ray", password=WORDS)
    return record


def entered(record: Record, name: str = "Ann Ray", password: str = WORDS) -> str | None:
    return record.sign_in(name, password=password, longest=WEEK)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(accounts, "_moment", lambda: moment)


def test_the_right_password_begins_a_session(ann: Record) -> None:
    """The token leads to the reviewer's name; a name may be typed in small letters and with more spaces."""
    for name in ("Ann Ray", " ann   RAY "):
        token = entered(ann, name)
        assert token is not None
        session = ann.session(token, idle=HALF_A_DAY)
        assert session is not None
        assert session.reviewer == "Ann Ray"


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ann Ray", "a yellow telephon"), ("Ben", WORDS), ("", ""), ("Ann Ray", ""), ("Ann\0Ray", WORDS),
     ("Ann Ray", "\ud800" * 12), ("Ann Ray", WORDS * 1000)],
)  # fmt: skip
def test_anything_else_does_not(ann: Record, name: str, password: str) -> None:
    """A wrong name or password begins nothing, whatever it holds."""
    assert entered(ann, name, password) is None


def test_an_unknown_name_costs_as_much_as_a_wrong_password(
    ann: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hash is worked out for nobody, too, so that time does not tell who has an account."""
    checked = []
    held = passwords._hasher

    class Watched(PasswordHasher):
        def verify(self, *given: object) -> bool:  # type: ignore[override]
            checked.append(given)
            return held.verify(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(passwords, "_hasher", Watched(time_cost=1, memory_cost=8, parallelism=1))
    entered(ann, "Nobody")
    entered(ann, "Ann Ray", "something else")
    assert len(checked) == 2


def test_neither_password_nor_token_stands_in_the_record(ann: Record) -> None:
    """What is kept leads back to neither."""
    token = entered(ann)
    with ann._engine.begin() as connection:
        rows = [
            *connection.exec_driver_sql("SELECT password_hash FROM reviewers").all(),
            *connection.exec_driver_sql("SELECT id FROM sessions").all(),
        ]
    assert str(rows[0][0]).startswith("$argon2id$")
    assert token not in str(rows)
    assert WORDS not in str(rows)


def test_a_password_may_be_composed_in_two_ways(record: Record) -> None:
    """An accent typed as one sign or as two is the same password."""
    record.admit("Ann Ray", password="caf\u00e9 au lait")
    assert entered(record, "Ann Ray", "cafe\u0301 au lait") is not None


@pytest.mark.parametrize(
    ("name", "password", "complaint"),
    [
        ("Ann Ray", "too short", "10 to 1,000"),
        ("Ann Ray", "x" * 1001, "10 to 1,000"),
        ("Somebody Else", "SOMEBODY ELSE", "is the name"),
        ("Ann Ray", "\ud800" * 12, "half a character"),
        (" ", WORDS, "1 to 100 signs"),
        ("x" * 101, WORDS, "1 to 100 signs"),
        ("Ann\0Ray", WORDS, "1 to 100 signs"),
        ("\ud800", WORDS, "1 to 100 signs"),
        ("Bo", WORDS, "they have an account"),
        ("BO", WORDS, "too much alike"),
    ],
)
def test_what_cannot_be_an_account_is_refused(
    record: Record, name: str, password: str, complaint: str
) -> None:
    """The reason is told."""
    record.admit("Bo", password=WORDS)
    with pytest.raises(AccountError, match=complaint):
        record.admit(name, password=password)


def test_a_session_that_nobody_uses_ends(ann: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends half a day after the last use; each use begins it anew."""
    token = entered(ann)
    assert token is not None
    start = datetime.now(UTC)
    at(monkeypatch, start + timedelta(hours=11))
    assert ann.session(token, idle=HALF_A_DAY) is not None
    ann.seen(token)
    at(monkeypatch, start + timedelta(hours=22))
    assert ann.session(token, idle=HALF_A_DAY) is not None
    at(monkeypatch, start + timedelta(hours=24))
    assert ann.session(token, idle=HALF_A_DAY) is None


def test_every_session_ends(ann: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much it is used, it ends after a week; the next one to sign in removes what has ended."""
    token = entered(ann)
    assert token is not None
    start = datetime.now(UTC)
    for hours in range(10, 7 * 24, 10):
        at(monkeypatch, start + timedelta(hours=hours))
        assert ann.session(token, idle=HALF_A_DAY) is not None
        ann.seen(token)
    at(monkeypatch, start + WEEK + timedelta(seconds=1))
    assert ann.session(token, idle=HALF_A_DAY) is None
    assert entered(ann) is not None
    with ann._engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sessions").scalar_one() == 1


def test_signing_out_ends_this_session_alone(ann: Record) -> None:
    """Another browser stays signed in."""
    one, other = entered(ann), entered(ann)
    assert one
    assert other
    ann.sign_out(one)
    assert ann.session(one, idle=HALF_A_DAY) is None
    assert ann.session(other, idle=HALF_A_DAY) is not None


@pytest.mark.parametrize("what", ["password", "dismissal"])
def test_a_new_password_and_a_dismissal_end_all_sessions(ann: Record, what: str) -> None:
    """Whoever had the old password, or the place, is out at once."""
    token = entered(ann)
    assert token
    if what == "password":
        ann.set_password("Ann Ray", password="a green telephone")
    else:
        ann.dismiss("Ann Ray")
    assert ann.session(token, idle=HALF_A_DAY) is None
    assert entered(ann) is None
    assert (entered(ann, password="a green telephone") is not None) == (what == "password")


def test_who_was_dismissed_judges_no_longer_and_may_come_back(
    ann: Record, said: tuple[Statement, ...]
) -> None:
    """What they judged stays; to admit them again is to give them a new password."""
    ann.judge(said[0].id, verdict="right", by="Ann Ray")
    ann.dismiss("Ann Ray")
    with pytest.raises(JudgementError, match="stopped being a reviewer"):
        ann.judge(said[1].id, verdict="right", by="Ann Ray")
    with pytest.raises(AccountError, match="stopped being a reviewer"):
        ann.dismiss("Ann Ray")
    assert ann.progress().judgements == {"Ann Ray": 1}
    ann.admit("Ann Ray", password="a green telephone")
    assert entered(ann, password="a green telephone") is not None
    ann.judge(said[1].id, verdict="right", by="Ann Ray")


def test_everybody_who_judges_is_listed(ann: Record, said: tuple[Statement, ...]) -> None:
    """Those too who judge from the command line and have no password; they may be given one."""
    ann.judge(said[0].id, verdict="right", by="Ben")
    told = [(one.name, one.signs_in, one.judgements) for one in ann.reviewers()]
    assert told == [("Ann Ray", True, 0), ("Ben", False, 1)]
    assert isinstance(ann.reviewers()[0], Reviewer)
    assert entered(ann, "Ben") is None
    ann.admit("Ben", password=WORDS)
    assert entered(ann, "Ben") is not None


def test_a_password_is_kept_anew_when_the_parameters_change(
    ann: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signing in with a hash of yesterday leaves one of today."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert entered(ann) is not None
    with ann._engine.begin() as connection:
        held = connection.exec_driver_sql("SELECT password_hash FROM reviewers").scalar_one()
    assert "t=2" in held
    assert entered(ann) is not None


def test_a_record_that_is_only_read_knows_sessions(ann: Record, record_url: str) -> None:
    """The pages read a session without the right to write."""
    token = entered(ann)
    assert token
    with open_record(record_url) as reading:
        assert reading.session(token, idle=DAY) is not None
        assert reading.session("another", idle=DAY) is None
        assert reading.session("\ud800", idle=DAY) is None
