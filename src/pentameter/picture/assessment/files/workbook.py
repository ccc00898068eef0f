"""The assessment as an accessible workbook by gptables: cover, contents, notes, sources, texts, one table a sheet.

Source: the Government Analysis Function's guidance on releasing statistics in spreadsheets, which gptables follows.
"""

import io
from typing import TYPE_CHECKING

from pentameter.look import words
from pentameter.picture.assessment.files.cells import WIDEST, formatting, frame, long_columns, plain, plain_title
from pentameter.picture.assessment.files.page import Page, absences, sheets
from pentameter.picture.assessment.rules.content import Assessment, Column, Section, Table
from pentameter.picture.assessment.rules.texts import blocks

if TYPE_CHECKING:
    from gptables import Cover, GPTable, GPWorkbook

_A4 = 9
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""What people wrote stays what it is: nothing in a cell is run, and nothing leads anywhere."""


def workbook(assessment: Assessment, digest: str) -> bytes:
    """The workbook. Its properties bear the dates of the version, so that the same version is the same file."""
    from gptables import produce_workbook
    from pandas import DataFrame

    notes = _notes(assessment)
    labels = sheets(assessment.tables)
    made = {labels[table.key]: _sheet(assessment, section, table, notes) for section, table in _tables(assessment)}
    into = io.BytesIO()
    book = produce_workbook(
        into,
        {"Sources": _sources(assessment, labels), **_texts(assessment), **made},
        cover=_cover(assessment, digest),
        notes_table=DataFrame({"Note": list(notes.values()), "Text": list(map(plain, notes))}),
        contentsheet_options={"instructions": "This worksheet contains one table: what stands on which sheet."},
        workbook_options=_OPTIONS,
    )
    _narrow(book, assessment, labels)
    _finish(book, assessment)
    book.close()
    return into.getvalue()


def _tables(assessment: Assessment) -> tuple[tuple[Section, Table], ...]:
    return tuple((section, table) for section in assessment.sections for table in section.tables)


def _notes(assessment: Assessment) -> dict[str, str]:
    """Every note once, with the name by which sheets refer to it."""
    every = (note for section, table in _tables(assessment) for note in (*table.notes, *section.notes))
    return {note: f"n{number}" for number, note in enumerate(dict.fromkeys(every), 1)}


def _sheet(assessment: Assessment, section: Section, table: Table, notes: dict[str, str]) -> "GPTable":
    from gptables import GPTable

    refers = "".join(f"$${notes[note]}$$" for note in dict.fromkeys((*table.notes, *section.notes)))
    legend = [f"{one.symbol} = {one.meaning}" for one in absences(table)]
    return GPTable(
        table=frame(table.columns, table.rows),
        table_name="t_" + "".join(sign if sign.isalnum() else "_" for sign in table.key),
        title=f"{plain_title(table.title)} {refers}".strip(),
        subtitles=[f"{section.title}. As of {words.day(table.as_of)}.", assessment.marking],
        source=f"Source: {plain(table.source)}",
        legend=["Shorthand in this table: " + "; ".join(legend)] if legend else [],
        index_columns={2: 0},
        additional_formatting=formatting(table.columns),
    )


def _sources(assessment: Assessment, labels: dict[str, str]) -> "GPTable":
    columns = tuple(map(Column, ("Sheet", "Table", "Source", "As of")))
    rows = tuple((labels[one.key], one.title, one.source, words.day(one.as_of)) for one in assessment.tables)
    return _own(columns, rows, "sources", "Sources", "This worksheet contains one table: where each figure comes from.")


def _texts(assessment: Assessment) -> dict[str, "GPTable"]:
    """What people wrote, a row for each paragraph; no sheet where nobody wrote anything."""
    titles = {section.key: section.title for section in assessment.sections}
    page = Page(assessment, "")
    rows = tuple(
        (titles.get(text.section, "Summary"), paragraph, page.by(text))
        for text in assessment.texts
        for block in blocks(text.body)
        for paragraph in (block.items or (block.paragraph,))
    )
    columns = tuple(map(Column, ("Section", "Text", "Written by")))
    said = "This worksheet contains one table: what people wrote between the figures, a row for each paragraph."
    return {"Texts": _own(columns, rows, "texts", "Texts", said)} if rows else {}


def _own(
    columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], name: str, title: str, instructions: str
) -> "GPTable":
    from gptables import GPTable

    made = frame(columns, rows)
    return GPTable(table=made, table_name=name, title=title, instructions=instructions, index_columns={2: 0})


def _cover(assessment: Assessment, digest: str) -> "Cover":
    from gptables import Cover

    facts = [plain(f"{term}: {value}") for term, value in Page(assessment, digest).facts]
    about = [
        "Each table stands on a sheet of its own, with its source and the day of its figures. Notes stand on the sheet "
        "“Notes”. Shorthand in cells is told on the sheet where it occurs; no shorthand means zero.",
        "This workbook was made from figures that were frozen with this version. Made again, it says the same.",
    ]
    demo = ["Demonstration data. Nobody in this workbook is real."] if assessment.demo else []
    return Cover(title=plain_title(assessment.title), intro=[assessment.marking, *demo, *facts], about=about)


def _narrow(book: "GPWorkbook", assessment: Assessment, labels: dict[str, str]) -> None:
    """Columns of long texts, which would otherwise be as wide as their longest."""
    for table in assessment.tables:
        sheet = book.get_worksheet_by_name(labels[table.key])
        for at in long_columns(table.columns, table.rows):
            sheet.set_column(at, at, WIDEST)


def _finish(book: "GPWorkbook", assessment: Assessment) -> None:
    """Properties, and what is printed on every page."""
    created = assessment.made_at.replace(tzinfo=None)
    book.set_properties({"title": assessment.title, "author": assessment.made_by, "created": created})
    for sheet in book.worksheets():
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L&8{assessment.marking}")
        sheet.set_footer("&L&8&A&R&8Page &P of &N")
