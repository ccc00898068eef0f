from collections.abc import Generator

from pentameter.intelligence.intake.drafts import FileKind, RawRow
from pentameter.intelligence.intake.readers.source import Source

ended: list[str] = []


def three() -> Generator[RawRow, None, None]:
    try:
        for number in (2, 3, 4):
            yield RawRow(number, {})
    finally:
        ended.append("ended")


def test_rows_from_the_beginning_and_from_the_middle() -> None:
    with Source(FileKind.RETURNS, "csv", three) as source:
        assert [row.number for row in source.rows()] == [2, 3, 4]
        assert [row.number for row in source.rows(skip=2)] == [4]
        assert list(source.rows(skip=9)) == []


def test_leaving_ends_what_was_begun() -> None:
    ended.clear()
    with Source(FileKind.RETURNS, "csv", three) as source:
        next(source.rows())
        next(source.rows(skip=1))
        assert not ended
    assert ended == ["ended", "ended"]
