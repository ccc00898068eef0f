"""HTML and PDF say the same, are tagged, carry the marking everywhere, and run or fetch nothing."""

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from pentameter.kernel.verdict import Refused
from pentameter.picture.assessment.files.documents import html, pdf
from pentameter.picture.assessment.files.page import MOST_ROWS, shown
from pentameter.picture.assessment.rules.content import Cell, Missing
from picture.assessment.sample import assessment, drawing, table, text

DIGEST = "ab" * 32
MADE = assessment(texts=(text("Most areas looked.\n\n- one\n- <script>alert(1)</script>"),))


@pytest.fixture(scope="module")
def read() -> PdfReader:
    """The PDF, opened again."""
    return PdfReader(io.BytesIO(pdf(MADE, DIGEST)))


def _tags(node: Any, found: list[DictionaryObject]) -> list[DictionaryObject]:
    """Every element of the tag tree."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for child in node:
            _tags(child, found)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            found.append(node)
        if "/K" in node:
            _tags(node["/K"], found)
    return found


@pytest.fixture(scope="module")
def tags(read: PdfReader) -> list[DictionaryObject]:
    """Its tags."""
    return _tags(read.root_object["/StructTreeRoot"]["/K"], [])


def test_the_pdf_is_tagged_and_says_title_language_and_the_dates_of_the_version(read: PdfReader) -> None:
    assert read.root_object["/MarkInfo"]["/Marked"]
    assert read.root_object["/Lang"] == "en-GB"
    assert read.metadata is not None
    assert read.metadata.title == "National assessment: Demonstration, Second wave, version 1"
    assert read.metadata.creation_date == read.metadata.modification_date == MADE.made_at
    assert "pdfuaid" in str(read.xmp_metadata.stream.get_data() if read.xmp_metadata else "")


def test_headings_tables_lists_and_figures_are_tagged(tags: list[DictionaryObject]) -> None:
    kinds = {str(tag["/S"]) for tag in tags}
    assert {"/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Figure", "/P"} <= kinds


def test_every_figure_of_the_pdf_has_its_words(tags: list[DictionaryObject]) -> None:
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert [str(tag["/Alt"]) for tag in figures] == [drawing().alt]


def test_the_marking_stands_on_every_page(read: PdfReader) -> None:
    assert len(read.pages) > 1
    assert all(MADE.marking in page.extract_text().replace("\n", " ") for page in read.pages)


def test_headers_of_a_long_table_come_again_on_each_page() -> None:
    rows = [(f"Area {number}", number) for number in range(MOST_ROWS)]
    pages = PdfReader(io.BytesIO(pdf(assessment(table(*rows)), DIGEST))).pages
    with_rows = [page.extract_text() for page in pages if re.search(r"Area \d", page.extract_text())]
    assert len(with_rows) > 1
    assert all(re.search(r"Area\s+Reports", words) for words in with_rows)


def test_a_very_long_table_is_named_and_stands_in_the_workbook() -> None:
    rows = [(f"Area {number}", number) for number in range(MOST_ROWS + 1)]
    made = assessment(table(*rows, long=True))
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(made, DIGEST))).pages)
    assert "Area 12" not in words
    assert "71 rows: they stand in the workbook" in words.replace("\n", " ")
    assert "Area 70" in html(made, DIGEST).decode()


def test_each_figure_says_its_source_and_its_day() -> None:
    words = html(MADE, DIGEST).decode()
    assert words.count("Source: agencies&#39; reports. As of 5 October 2007.") == 2
    assert words.count(MADE.marking) == 2
    assert DIGEST in words


def test_what_people_wrote_stands_between_the_figures_and_is_nothing_but_words() -> None:
    words = html(MADE, DIGEST).decode()
    assert "<p>Most areas looked.</p>" in words
    assert "<li>&lt;script&gt;alert(1)&lt;/script&gt;</li>" in words
    assert "Written by Esther Lindqvist and Callum Redfern, last on 5 October 2007." in words
    assert "<script" not in words
    assert not re.search(r"""(src|href)=["']?(https?:|/)""", words)


def test_the_same_version_is_the_same_to_the_byte() -> None:
    assert html(MADE, DIGEST) == html(MADE, DIGEST)


def test_an_assessment_without_a_text_says_so() -> None:
    assert "No summary was written for this version." in html(assessment(), DIGEST).decode()


def test_where_no_pdf_can_be_made_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(Refused, match="install Pentameter with its extra `pdf`"):
        pdf(MADE, DIGEST)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (1234, "1,234"),
        (40.0, "40"),
        (12.5, "12.5"),
        ("Kent", "Kent"),
        (Missing.WITHHELD, "withheld"),
        (None, "not there"),
    ],
)
def test_a_cell_as_it_is_read(cell: Cell | None, words: str) -> None:
    assert shown(cell) == words
