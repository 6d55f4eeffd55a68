from dataclasses import fields
from pathlib import Path

import pytest

from onrecord.errors import SettingError
from onrecord.settings import SETTINGS, Settings


def test_nothing_set_gives_the_defaults() -> None:
    """An empty environment is a complete one."""
    assert Settings.from_environment({}) == Settings()


def test_every_field_has_its_variable() -> None:
    """What the settings hold is what the environment can set, in the same order of the reference."""
    assert {setting.name for setting in SETTINGS} == {field.name for field in fields(Settings)}


def test_a_variable_is_read() -> None:
    """Each variable ends in its field, with its type."""
    settings = Settings.from_environment(
        {"ONRECORD_DB": "~/news.db", "ONRECORD_PORT": "80", "ONRECORD_THREADS": "2", "ONRECORD_WORKERS": ""}
    )
    assert settings == Settings(db=str(Path.home() / "news.db"), port=80, threads=2)


@pytest.mark.parametrize("text", ["0", "-1", "65536", "eighty", "8.5", "²"])
def test_an_impossible_port_is_refused(text: str) -> None:
    """A value out of range or no number is named together with its variable and the remedy."""
    with pytest.raises(SettingError, match=r"ONRECORD_PORT is .* whole number from 1 to 65535"):
        Settings.from_environment({"ONRECORD_PORT": text})


def test_all_mistakes_are_told_at_once() -> None:
    """Who has made two mistakes hears of both."""
    with pytest.raises(SettingError, match=r"ONRECORD_PORT.*ONRECORD_WORKERS"):
        Settings.from_environment({"ONRECORD_WORKERS": "many", "ONRECORD_PORT": "none"})


def test_whether_readers_sign_in_is_yes_or_no() -> None:
    """Nothing else is taken for either, since a slip would open the record."""
    for text, value in (("yes", True), ("NO", False), ("", False)):
        assert Settings.from_environment({"ONRECORD_READERS_SIGN_IN": text}).readers_sign_in is value
    for text in ("true", "1", "ye"):
        with pytest.raises(SettingError, match=r"ONRECORD_READERS_SIGN_IN is .* yes or no"):
            Settings.from_environment({"ONRECORD_READERS_SIGN_IN": text})


def test_hosts_are_names_alone() -> None:
    """Several with commas between; neither a scheme, nor a port, nor a star."""
    held = Settings.from_environment({"ONRECORD_HOSTS": "desk.example, 10.0.0.7 ,"})
    assert held.hosts == ("desk.example", "10.0.0.7")
    for text in ("https://desk.example", "desk.example:443", "*", "a b"):
        with pytest.raises(SettingError, match="ONRECORD_HOSTS"):
            Settings.from_environment({"ONRECORD_HOSTS": text})
