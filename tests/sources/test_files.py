"""What the user names becomes pages; what cannot be read becomes one refusal and costs nothing else."""

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.files import LARGEST_ARTICLE, pages
from onrecord.terms.page import Page, Refusal


def refusal(place: Path | str, *, stdin: bytes | None = None) -> Refusal:
    (only,) = pages([str(place)], stdin=io.BytesIO(stdin) if stdin is not None else None)
    assert isinstance(only, Refusal)
    return only


def articles(place: Path | str, *, stdin: bytes | None = None) -> list[Page]:
    found = list(pages([str(place)], stdin=io.BytesIO(stdin) if stdin is not None else None))
    assert all(isinstance(page, Page) for page in found), found
    return [page for page in found if isinstance(page, Page)]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_is_one_page_with_its_bytes(tmp_path: Path) -> None:
    """A page holds the bytes of the file as they are, and is called by its stem."""
    path = written(tmp_path, "flood.day.txt", b"\xef\xbb\xbfNo gate was opened.\r\n")
    (page,) = articles(path)
    assert (page.content, page.name, page.media_type) == (path.read_bytes(), "flood.day", "text/plain")
    assert str(page.origin) == str(path)


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("empty.txt", b"", "Empty", "is empty"),
        ("blank.jsonl", b" \n\n \n", "Empty", "is empty"),
        ("paper.txt", b"%PDF-1.7\n%...", "NotText", "a PDF"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(99), "NotText", "a JPEG image"),
        ("nuls.txt", b"some\x00bytes", "NotText", "binary data"),
        ("controls.txt", bytes(range(1, 9)) * 20, "NotText", "binary data"),
        ("binary.jsonl", b"\x00\x01\x02" * 9, "NotText", "binary data"),
        ("broken.json", b'{"text": ', "Malformed", "line 1"),
        ("none.json", b"[]", "Empty", "empty list"),
        ("wide.jsonl", '{"text": "x"}'.encode("utf-16"), "NotText", "UTF-8"),
        ("bytes.json", b'{"text": "\xe9"}', "NotText", "byte 10"),
        ("deep.json", b"[" * 99_999, "Malformed", "deep"),
    ],
)
def test_each_bad_file_is_one_refusal_that_says_why(
    tmp_path: Path, name: str, content: bytes, code: str, says: str
) -> None:
    """A file that is no article gives one refusal: the kind, the file and what is wrong with it."""
    path = written(tmp_path, name, content)
    given_reason = refusal(path)
    assert given_reason.code == code
    assert says in given_reason.reason
    assert str(path) in given_reason.reason


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """A line of 20 MB is refused with the limit in the message, and the file after it is read."""
    huge = written(tmp_path, "huge.txt", b"x" * 20_000_000)
    after = written(tmp_path, "after.txt", "Said.")
    first, second = pages([str(huge), str(after)])
    assert isinstance(first, Refusal)
    assert first.code == "TooLarge"
    assert "5 MiB" in first.reason
    assert isinstance(second, Page)


def test_a_missing_place_is_refused(tmp_path: Path) -> None:
    """A path that is not there, and one that cannot be a path, are refused in words."""
    assert "spelling" in refusal(tmp_path / "nothing.txt").reason
    assert refusal("").code == "Unreadable"
    assert refusal("nul\x00.txt").code == "Unreadable"
    assert refusal("x" * 5000).code == "Unreadable"


def test_a_broken_link_is_refused(tmp_path: Path) -> None:
    """A link to nothing is told from a missing file."""
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert "link" in refusal(link).reason


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """A link that leads back to itself is refused and not followed for ever."""
    link = tmp_path / "self.txt"
    link.symlink_to(link)
    assert refusal(link).code == "Unreadable"


def test_a_pipe_and_a_device_are_refused_unopened(tmp_path: Path) -> None:
    """Opening a pipe nobody writes to would wait for ever, so neither it nor a device is opened."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "pipe it in" in refusal(pipe).reason
    assert refusal("/dev/zero").code == "Unreadable"


def test_no_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system will not open is refused and the rest of its folder is read."""
    written(tmp_path, "a.txt", "Said.")
    locked = written(tmp_path, "b.txt", "Said.")
    opened = Path.open

    def guarded(self: Path, mode: str = "r") -> object:
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", guarded)
    first, second = pages([str(tmp_path)])
    assert isinstance(first, Page)
    assert isinstance(second, Refusal)
    assert "permissions" in second.reason


def test_a_folder_without_permission_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be listed is one refusal among the pages of its neighbours."""
    written(tmp_path, "a/one.txt", "Said.")
    written(tmp_path, "c/two.txt", "Said.")
    locked = tmp_path / "b"
    locked.mkdir()
    listed = Path.iterdir

    def guarded(self: Path) -> object:
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", guarded)
    found = list(pages([str(tmp_path)]))
    assert [type(one) for one in found] == [Page, Refusal, Page]
    assert isinstance(found[1], Refusal)
    assert found[1].origin.place == str(locked)


def test_a_folder_is_read_in_order_by_endings(tmp_path: Path) -> None:
    """A folder gives the files with our endings, sorted, sub-folders and links too, hidden ones not."""
    for name in ("b.txt", "a/z.HTML", "a/b.htm", "c.json", "notes.docx", ".hidden.txt", ".git/x.txt"):
        written(tmp_path, name, '{"text": "Said."}')
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    names = [str(page.origin) for page in articles(tmp_path)]
    assert names == [str(tmp_path / name) for name in ("a/b.htm", "a/z.HTML", "b.txt", "c.json")]


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    """A folder without articles says what articles are, and how many other files it holds."""
    written(tmp_path, "notes.docx", "x")
    assert refusal(tmp_path).code == "Empty"
    assert "other kinds in it: 1" in refusal(tmp_path).reason


@pytest.mark.parametrize(
    ("content", "media_types"),
    [
        (b"The minister said so.", ["text/plain"]),
        (b"[sic] The minister said so.", ["text/plain"]),
        (b"{sic} The minister said so.", ["text/plain"]),
        (b"<3 she said", ["text/plain"]),
        (b"\n\n  <!DOCTYPE html><p>Said.</p>", ["text/html"]),
        (b"<p>Said.</p>", ["text/html"]),
        (b'{"text": "Said."}', ["application/json"]),
        (b'\xef\xbb\xbf{"text": "Said."}\n{"text": "Done."}\n', ["application/json"] * 2),
        (b'{\n "text": "Said."\n}', ["application/json"]),
        (b'[{"text": "Said."},\n {"text": "Done."}]', ["application/json"] * 2),
    ],
)
def test_standard_input_and_unknown_endings_are_told_by_their_first_line(
    tmp_path: Path, content: bytes, media_types: list[str]
) -> None:
    """What comes without an ending of ours is read as what it looks like, text when in doubt."""
    assert [page.media_type for page in articles("-", stdin=content)] == media_types
    path = written(tmp_path, "no-ending", content)
    assert [page.media_type for page in articles(path)] == media_types


def test_standard_input_may_be_empty_or_too_large() -> None:
    """Standard input is refused like a file, without reading it all."""
    assert refusal("-", stdin=b"").code == "Empty"
    assert refusal("-", stdin=b"x" * (LARGEST_ARTICLE + 1)).code == "TooLarge"
    assert articles("-", stdin=b"x" * LARGEST_ARTICLE)[0].name == "stdin"


def test_json_lines_are_pages_with_their_lines(tmp_path: Path) -> None:
    """Each line is a page that knows its line; blank lines count and give nothing."""
    path = written(tmp_path, "all.jsonl", b'\n{"text": "a"}\n\nnot json\n{"text": "b"}')
    found = articles(path)
    assert [(page.origin.line, page.content) for page in found] == [
        (2, b'{"text": "a"}'),
        (4, b"not json"),
        (5, b'{"text": "b"}'),
    ]
    assert found[0].name == "all-2"


@pytest.mark.parametrize("first", [True, False])
def test_a_line_over_the_limit_costs_only_itself(*, tmp_path: Path, first: bool) -> None:
    """A line longer than an article may be is refused by its number, and the next line keeps its own."""
    huge = b'{"text": "' + b"x" * (2 * LARGEST_ARTICLE) + b'"}'
    small = b'{"text": "a"}'
    lines = [huge, small] if first else [small, huge, small]
    found = list(pages([str(written(tmp_path, "all.jsonl", b"\n".join(lines)))]))
    assert [type(one) for one in found] == [Refusal if line is huge else Page for line in lines]
    assert [one.origin.line for one in found] == list(range(1, len(lines) + 1))


def test_a_list_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    """The articles before the fault in a JSON list are pages; the fault is a refusal with its line."""
    path = written(tmp_path, "list.json", b'[{"text": "a"},\n{"text": "b"}\n{"text": "c"}]')
    first, second, fault = pages([str(path)])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(fault, Refusal)
    assert "line 3" in fault.reason
    assert second.origin.line == 2


def test_a_file_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    """A file name in bytes that are no UTF-8 gives a page whose name any stream can print."""
    path = os.fsencode(tmp_path) + b"/r\xe9sum\xe9.txt"
    Path(os.fsdecode(path)).write_text("Said.", encoding="utf-8")
    (page,) = articles(tmp_path)
    assert page.name.encode() == "r\N{REPLACEMENT CHARACTER}sum\N{REPLACEMENT CHARACTER}".encode()
    assert str(page.origin).encode()


@given(st.binary(max_size=300))
def test_any_bytes_give_pages_or_refusals(content: bytes) -> None:
    """Whatever stands on standard input, nothing is raised, and something is given back."""
    assert list(pages(["-"], stdin=io.BytesIO(content)))


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers()), min_size=1), st.booleans())
def test_every_object_of_a_json_list_is_a_page(objects: list[dict[str, str | int]], spaced: bool) -> None:
    """Cutting a JSON list loses no object and changes none."""
    document = json.dumps(objects, indent=2 if spaced else None, ensure_ascii=False)
    stdin = io.BytesIO(document.encode("utf-8", "replace"))
    found = [page for page in pages(["-"], stdin=stdin) if isinstance(page, Page)]
    expected = json.loads(document.encode("utf-8", "replace"))
    assert [json.loads(page.content) for page in found] == expected
