import io
import zipfile
from pathlib import Path

import pytest

from pentameter.intelligence.intake.drafts import FileRefused, ReportDraft
from pentameter.intelligence.intake.limits import LONGEST_LINE
from tests.intelligence.intake.readers.network.reading import drafts, entity, lines, rows, said

NODES = b"id,kind,name\na,person,Mira Testova\nb,person,Viktor Example\n"
EDGES = b"id,source,target,relation\nl,a,b,travelled_with\nm,a,nobody,pays\n"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(
                {"nodes": "nodes.csv", "edges": "edges.csv", "ftm": "network.ftm.json"}.get(name, name), content
            )
    return out.getvalue()


def test_rows_of_the_second_table_are_counted_on(tmp_path: Path) -> None:
    content = zipped(nodes=NODES, edges=EDGES)
    assert [row.number for row in rows(content, tmp_path, "n.zip")] == [2, 3, 5, 6]
    *_, link, stray = drafts(content, tmp_path, "n.zip")
    assert isinstance(link, ReportDraft)
    assert "Row 6, target: no person or thing in the file has the id nobody." in said(stray)


def test_lines_in_an_archive(tmp_path: Path) -> None:
    (made,) = drafts(zipped(ftm=lines(entity("p", "Person", name="Mira"))), tmp_path, "n.zip")
    assert isinstance(made, ReportDraft)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped(nodes=NODES), "archive"),
        (zipped(nodes=b"one,two\n1,2\n", edges=EDGES), "headings_unknown"),
        (zipped(nodes=NODES, edges=b""), "headings_unknown"),
        (zipped(nodes=NODES, edges=EDGES + b"x" * (LONGEST_LINE + 1)), "too_large_unpacked"),
        (zipped(nodes=NODES, edges=EDGES)[:-30], "damaged"),
        (zipped(nodes=NODES + b"0" * 300_000_000, edges=EDGES), "too_large_unpacked"),
    ],
)
def test_what_is_refused_as_a_whole(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        rows(content, tmp_path, "n.zip")
    assert refused.value.code == code
    assert "n.zip" in refused.value.sentence


def test_a_line_longer_than_any_can_be(tmp_path: Path) -> None:
    noise = bytes(33 + at * 7919 % 90 for at in range(LONGEST_LINE + 10)).replace(b'"', b"x").replace(b",", b"x")
    with pytest.raises(FileRefused) as refused:
        rows(zipped(nodes=NODES + noise, edges=EDGES), tmp_path, "n.zip")
    assert refused.value.code in {"line_too_long", "too_large_unpacked"}
