"""Tables as they are uploaded: read whatever their program, refused with row, field and mend."""

from pathlib import Path

import pytest

from pentameter.kernel.verdict import Refused
from pentameter.scale.reading import MOST_ROWS, read
from pentameter.scale.rules.tables import Table
from scale import scene

HEAD = "NG,PF,count\n"


def table(tmp_path: Path, text: str, name: str = "table.csv", encoding: str = "utf-8") -> Table:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return read(path, name=name)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("NG,PF,count\n1,0,90\n0,1,140\n1,1,60\n", "utf-8"),
        ("NG;PF;count\n1;0;90\n0;1;140\n1;1;60\n", "utf-8-sig"),
        ("count\tNG\tPF\n90\t1\t0\n140\t0\t1\n60\t1\t1\n", "utf-16"),
        ("NG,PF,Count\r\n\r\n1,0,40\r\n1,0,50\r\n0,1,140\r\n1,1,60\r\n0,0,0\r\n", "cp1252"),
        ("NG,PF,count\n1.0,0.0,90.0\n0,1,140\n1,1,60\n", "utf-8"),
        ("NG,PF,\uff43\uff4f\uff55\uff4e\uff54\n1,0,90\n0,1,140\n1,1,60\n", "utf-8"),
    ],
    ids=["commas", "semicolons", "tabs", "twice", "decimals", "wide letters"],
)
def test_a_table_is_read_whatever_wrote_it(tmp_path: Path, text: str, encoding: str) -> None:
    assert table(tmp_path, text, encoding=encoding) == scene.small()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("NG,PF\n1,0\n", "Row 1: there is no column “count”. Write the number of people"),
        ("NG,count\n1,3\n", "Row 1: there are 1 lists. Between 2 and 8"),
        (",PF,count\n1,0,3\n", "Row 1, column 1: the column has no name."),
        ("NG,ng,count\n1,0,3\n", "Row 1: two columns are called “ng”."),
        ("N:G,PF,count\n1,0,3\n", "a list's name holds no colon"),
        (HEAD + "1,0,3\n1,x,3\n", "Row 3, PF: “x” is neither 0 nor 1. Write 1 if its people are on this list"),
        (HEAD + "1,,3\n", "Row 2, PF: nothing is written."),
        (HEAD + "1,0,\n", "Row 2, count: nothing is written."),
        (HEAD + "1,0,-3\n", "Row 2, count: “-3” is not a number of people."),
        (HEAD + "1,0,2.5\n", "Row 2, count: “2.5” is not a number of people."),
        (HEAD + '1,0,"1,200"\n', "Row 2, count: “1,200” is not a number of people."),
        (HEAD + "1,0,999999999\n", "is more than 100,000,000"),
        (HEAD + f"1,0,{'9' * 5_000}\n", "is more than 100,000,000"),
        (HEAD + "1,0,60000000\n0,1,60000000\n", "counts 120,000,000 people, more than 100,000,000"),
        (HEAD + "0,0,3\n", "Row 2 is on no list."),
        (HEAD + "1,0,3,4\n", "Row 2 has more cells than there are headings."),
        (HEAD + "1,0,0\n", "counts nobody"),
        (HEAD + "1,0,1\n" * (MOST_ROWS + 1), "has more than 2,000 rows"),
        (",".join(f"L{n}" for n in range(9)) + ",count\n", "there are 9 lists"),
    ],
    ids=range(20),
)
def test_what_is_wrong_names_row_and_field_and_says_how_to_mend_it(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        table(tmp_path, text)
    assert sentence in refused.value.reason


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"%PDF-1.7 and more"), ("a.json", b'{"LA": 1}'), ("a.xlsx", b"PK\x03\x04 broken")],
    ids=["pdf", "json", "broken"],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read(path, name=name)
    assert name in refused.value.reason
