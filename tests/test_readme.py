"""The README's first screen is real output."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
ARTICLE = "docs/examples/ferry.txt"


def test_the_statements_on_the_first_screen_are_what_is_printed() -> None:
    """The command in the README prints exactly what stands below it."""
    block = re.search(
        r"\$ onrecord extract docs/examples/ferry\.txt\n(.*?)\n```",
        README.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert block is not None
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "extract", ARTICLE],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    assert done.stdout.strip() == block.group(1).strip()


def test_the_article_on_the_first_screen_is_the_one_that_was_read() -> None:
    """The README shows the article that its command reads."""
    body = (ROOT / ARTICLE).read_text(encoding="utf-8").split("---\n", 2)[2]
    shown = README.read_text(encoding="utf-8").replace("\n> ", "\n").replace("\n>\n", "\n\n")
    assert body.strip() in shown
