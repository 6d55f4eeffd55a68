"""A folder is walked once, in order."""

from pathlib import Path

from onrecord.sources.folders import files_in, shown, unreadable


def test_folders_linked_in_a_ring_end(tmp_path: Path) -> None:
    """Two folders that link to each other are each read once."""
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text("x", encoding="utf-8")
        (tmp_path / name / "ring").symlink_to(tmp_path / other)
    assert sum(error is None for _, error in files_in(tmp_path)) == 2


def test_a_deep_folder_is_walked(tmp_path: Path) -> None:
    """The walk does not depend on Python's stack."""
    folder = tmp_path
    for _ in range(300):
        folder /= "d"
        folder.mkdir()
    (folder / "x.txt").write_text("x", encoding="utf-8")
    assert list(files_in(tmp_path)) == [(folder / "x.txt", None)]


def test_every_reason_names_the_place(tmp_path: Path) -> None:
    """Whatever the system says, the sentence names the file and ends like one."""
    for error in (
        FileNotFoundError(2, "x"),
        PermissionError(13, "x"),
        OSError(5, "Input/output error"),
        ValueError(),
    ):
        sentence = str(unreadable(tmp_path / "f.txt", error))
        assert shown(tmp_path / "f.txt") in sentence
        assert sentence.endswith(".")
