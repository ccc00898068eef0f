"""The file of the mapping: what is wrong in it is said with its line."""

import pytest

from pentameter.scale.mapping import WrongMapping, read
from pentameter.scale.rules.lists import Keeps, Kind

HEAD = "by,value,list,why\n"


def test_a_line_is_read() -> None:
    assert read(HEAD + "agency,some-council,LA,a council\n") == (
        Keeps("agency", "some-council", Kind.LOCAL_AUTHORITY, "a council"),
    )
    assert read(HEAD + "sector,oversight,,none\n")[0].list is None


@pytest.mark.parametrize(
    ("line", "said"),
    [("role,x,LA,y", "Line 2, by: “role”"), ("sector,x,ZZ,y", "Line 2, list: “ZZ”")],
    ids=["by", "list"],
)
def test_what_is_wrong_is_said(line: str, said: str) -> None:
    with pytest.raises(WrongMapping, match=said):
        read(HEAD + line)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\nx,y\n", "Line 1: there is no column by"),
        ("", "Line 1: there is no column by"),
        (HEAD + "agency\n", "Line 2 has too few cells"),
        (HEAD + 'agency,x,LA,"' + "y" * 200_000 + "\n", "cannot be read"),
    ],
)
def test_what_is_no_such_table_is_said(text: str, said: str) -> None:
    with pytest.raises(WrongMapping, match=said):
        read(text)
