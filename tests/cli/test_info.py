import re
from collections.abc import Callable
from pathlib import Path


def test_versions_model_and_settings(printed: Callable[..., str]) -> None:
    """What is installed, which model, and every setting."""
    text = printed("info")
    assert text.startswith("onrecord  ")
    assert "sha256:" in text
    assert "ONRECORD_WORKERS" in text


def test_what_a_record_holds(record: Path, printed: Callable[..., str]) -> None:
    """With ``--db``, the record is counted."""
    text = printed("info", "--db", str(record))
    assert re.search(rf"^record +{re.escape(str(record))}$", text, re.MULTILINE)
    assert re.search(r"^  statements +2$", text, re.MULTILINE)
