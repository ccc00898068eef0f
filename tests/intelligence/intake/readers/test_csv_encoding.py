from pathlib import Path

import pytest

from pentameter.intelligence.intake.readers.csv_encoding import survey

TEXT = "agency,place\ndurham,Café\n"


@pytest.mark.parametrize(
    ("content", "encoding", "called"),
    [
        (b"agency,place\n", "utf-8", "UTF-8"),
        (TEXT.encode(), "utf-8", "UTF-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig", "UTF-8"),
        (TEXT.encode("utf-16"), "utf-16", "UTF-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "UTF-16-LE"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "UTF-16-BE"),
        (TEXT.encode("cp1252"), "cp1252", "Windows-1252"),
        (TEXT.encode() + TEXT.encode("cp1252"), "utf-8", "UTF-8"),
        (b"agency\0,place\n", "utf-8", "UTF-8"),
    ],
)
def test_the_encoding_is_told_from_the_whole_file(content: bytes, encoding: str, called: str, tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(content)
    found = survey(path, file="week.csv")
    assert (found.encoding, found.called) == (encoding, called)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_counted_however_they_end(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(ends.join("abc").encode())
    assert survey(path, file="week.csv").lines == 3
