"""A record on a server: what is refused, and in which words."""

import sys

import psycopg
import pytest
import servers
from psycopg import sql
from sqlalchemy import make_url

from onrecord.errors import (
    NotARecord,
    RecordError,
    RecordMissing,
    RecordOutdated,
    RecordTooNew,
    RecordUnreachable,
    RecordUnwritable,
)
from onrecord.record.dialects import postgresql
from onrecord.record.opening import open_record, upgrade_record
from onrecord.record.places import ServerPlace, place_of
from onrecord.record.tables import SCHEMA_VERSION
from onrecord.record.values import Run
from onrecord.terms.article import Article

NOWHERE = "postgresql://ann:sesame@127.0.0.1:1/news"


def run(url: str, *commands: str) -> None:
    """Do something to the database behind our back."""
    with psycopg.connect(url, autocommit=True) as bare:
        for command in commands:
            bare.execute(sql.SQL(command))


def database(url: str, name: str) -> str:
    """The address of another database on the same server."""
    return url.replace("/postgres?", f"/{name}?")


def test_a_record_is_made_and_found_again(postgresql_url: str) -> None:
    """What is kept on a server is there for the next one who opens it."""
    with open_record(postgresql_url, create=True) as record:
        record.keep(Article("gate", "The gate held."), (), Run("0.1.0", "digest"))
    with open_record(postgresql_url) as record:
        assert record.counts().articles == 1
    assert upgrade_record(postgresql_url) == (SCHEMA_VERSION, SCHEMA_VERSION)


def test_an_empty_database_is_no_record_yet(postgresql_url: str) -> None:
    """Nothing is made by who only reads; how to make one is said."""
    for write in (False, True):
        with pytest.raises(NotARecord, match="is empty; make a record in it with: onrecord read … --db"):
            open_record(postgresql_url, write=write)


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program_is_left_alone(postgresql_url: str, *, create: bool) -> None:
    """A database that is not ours gets none of our tables."""
    run(postgresql_url, "CREATE TABLE statements (id text)")
    with pytest.raises(NotARecord, match="belongs to another program"):
        open_record(postgresql_url, create=create)
    with psycopg.connect(postgresql_url) as bare:
        tables = bare.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [("statements",)]


def test_a_database_in_another_encoding_is_refused(postgresql_url: str) -> None:
    """A record needs every letter there is."""
    make = "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    run(postgresql_url, "DROP DATABASE IF EXISTS latin", make)
    with pytest.raises(NotARecord, match="keeps text as LATIN1; make one with: createdb --encoding UTF8"):
        open_record(database(postgresql_url, "latin"), create=True)


def test_a_later_record_is_refused(postgresql_url: str) -> None:
    """A format that we do not know is not guessed at."""
    open_record(postgresql_url, create=True).close()
    run(postgresql_url, "UPDATE alembic_version SET version_num = '9999'")
    for write in (False, True):
        with pytest.raises(RecordTooNew, match="pip install --upgrade"):
            open_record(postgresql_url, write=write)


def test_an_older_record_says_how_to_upgrade_it(postgresql_url: str) -> None:
    """Reading changes nothing, not even an old format."""
    open_record(postgresql_url, create=True).close()
    run(postgresql_url, "UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(RecordOutdated, match="onrecord upgrade --db postgresql://"):
        open_record(postgresql_url)


def test_a_server_that_does_not_answer() -> None:
    """It is said which server, and not with which password."""
    with pytest.raises(RecordUnreachable, match="the server does not answer") as caught:
        open_record(NOWHERE)
    assert "postgresql://ann:***@127.0.0.1:1/news" in str(caught.value)
    assert "sesame" not in str(caught.value)


def test_a_database_that_is_not_there(postgresql_url: str) -> None:
    """A server does not make databases unasked."""
    with pytest.raises(RecordMissing, match="there is no such database on the server"):
        open_record(database(postgresql_url, "nothing_there"), create=True)


def test_somebody_whom_the_server_does_not_know(postgresql_url: str) -> None:
    """A user who does not exist is the matter, and not the network."""
    with pytest.raises(RecordUnreachable, match="does not let you in; see the user and the password"):
        open_record(f"{postgresql_url}&user=nobody_of_that_name")


def test_who_may_only_read_reads(postgresql_url: str) -> None:
    """Reading needs no more than the right to; writing says what is missing."""
    open_record(postgresql_url, create=True).close()
    run(
        postgresql_url,
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN",
        "GRANT USAGE ON SCHEMA public TO reader",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
    )
    try:
        with open_record(f"{postgresql_url}&user=reader") as record:
            assert record.statements().total == 0
        with (
            pytest.raises(RecordUnwritable, match="does not permit you this"),
            open_record(f"{postgresql_url}&user=reader", write=True) as record,
        ):
            record.keep(Article("gate", "The gate held."), (), Run("0.1.0", "digest"))
    finally:
        servers.clear(postgresql_url)
        run(postgresql_url, "DROP OWNED BY reader", "DROP ROLE reader")


LET_IN, NO_DATABASE = (RecordUnreachable, "let you in"), (RecordMissing, "createdb")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('connection failed: FATAL: password authentication failed for user "ann"', LET_IN),
        ("connection failed: fe_sendauth: no password supplied", LET_IN),
        ('FATAL: no pg_hba.conf entry for host "10.0.0.1"', LET_IN),
        ('FATAL: database "news" does not exist', NO_DATABASE),
        ("connection timeout expired", (RecordUnreachable, "does not answer")),
    ],
)
def test_a_refused_connection_is_understood(said: str, meant: tuple[type[RecordError], str]) -> None:
    """A connection that fails has no SQLSTATE; its words tell what is the matter."""
    found = postgresql.meaning(ServerPlace(make_url(NOWHERE)), psycopg.OperationalError(said))
    assert type(found) is meant[0]
    assert meant[1] in str(found)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:/x",
        "postgresql://x@host:port/news",
        "postgresql://x@127.0.0.1/news?nonsense=1",
        "mysql://x@host/n",
    ],
)
def test_an_address_that_is_none(address: str) -> None:
    """A slip in an address is a sentence."""
    with pytest.raises(RecordMissing, match=r"address|is neither"):
        open_record(address)


def test_a_password_is_never_shown() -> None:
    """Neither before the host nor behind the question mark."""
    for address in (NOWHERE, "postgresql://127.0.0.1:1/news?user=ann&password=sesame"):
        assert "sesame" not in str(place_of(address))


def test_without_the_driver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only who uses a server needs its driver."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordUnreachable, match=r"pip install 'onrecord\[postgresql\]'"):
        open_record(NOWHERE)
