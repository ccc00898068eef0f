"""The release as an accessible workbook by gptables: cover, contents, notes, one table a sheet.

Source: the Government Analysis Function's guidance on releasing statistics in spreadsheets, which gptables follows.
"""

import io
from typing import TYPE_CHECKING, Any

from pentameter.look import words
from pentameter.releases.shelf.content import WITHHELD, Content, Table
from pentameter.releases.shelf.layout import Grid, grid

if TYPE_CHECKING:
    from gptables import Cover, GPTable, GPWorkbook
    from pandas import DataFrame

_A4 = 9
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""What people wrote stays what it is: nothing in a cell is run, and nothing leads anywhere."""
_RANGES = "Ranges"
_PARTS = (
    ("summary", "What it shows"),
    ("source", "Where the figures come from"),
    ("method", "How they were counted and made safe"),
    ("counting", "What counts"),
    ("revisions", "Whether they will change"),
    ("withheld", "What was withheld, and why"),
    ("changed", "What changed in this version"),
)


def workbook(content: Content, digest: str) -> bytes:
    """The workbook. Its properties bear the time of publication, so that the same release is the same file."""
    from gptables import produce_workbook
    from pandas import DataFrame

    notes = _notes(content)
    sheets = {str(number): _sheet(table, notes) for number, table in enumerate(content.tables, 1)}
    if content.ranges:
        sheets[_RANGES] = _ranges(content)
    said = {"Note": list(notes.values()) or ["n1"], "Text": [plain(one) for one in notes] or ["There are no notes."]}
    into = io.BytesIO()
    book = produce_workbook(
        into,
        {"About": _about(content), **sheets},
        cover=_cover(content, digest),
        notes_table=DataFrame(said),
        contentsheet_options={"instructions": "This worksheet contains one table: what stands on which sheet."},
        workbook_options=_OPTIONS,
    )
    _finish(book, content)
    book.close()
    return into.getvalue()


def plain(text: str) -> str:
    """A text in which gptables finds neither a note nor a link."""
    return " ".join(text.replace("$$", "$ $").replace("](", "] (").split())


def _notes(content: Content) -> dict[str, str]:
    """Every note once, with the name by which sheets refer to it."""
    every = (note for table in content.tables for note in (*table.notes, table.done) if note)
    return {note: f"n{number}" for number, note in enumerate(dict.fromkeys(every), 1)}


def _sheet(table: Table, notes: dict[str, str]) -> "GPTable":
    from gptables import GPTable

    laid = grid(table)
    refers = "".join(f"$${notes[note]}$$" for note in dict.fromkeys((*table.notes, table.done)) if note)
    legend = [f"Shorthand in this table: {WITHHELD} = withheld, which is not zero"] if table.withheld else []
    subtitles = [f"As of {words.day(table.as_of)}."]
    if laid.across_title:
        subtitles.append(f"The columns of numbers are told apart by {laid.across_title.lower()}.")
    return GPTable(
        table=_frame(laid),
        table_name="t_" + "".join(sign if sign.isalnum() else "_" for sign in table.key),
        title=f"{plain(table.title)} {refers}".strip(),
        subtitles=subtitles,
        source=f"Source: {plain(table.source)}",
        legend=legend,
        index_columns={2: len(laid.heads) - 1},
        additional_formatting=_formatting(laid),
    )


def _frame(laid: Grid) -> "DataFrame":
    from pandas import DataFrame

    rows = [[*line.names, *(WITHHELD if one is None else one for one in line.counts)] for line in laid.lines]
    return DataFrame(rows, columns=[*laid.heads, *laid.across], dtype=object)


def _formatting(laid: Grid) -> list[dict[str, Any]]:
    number = {"num_format": "#,##0", "align": "right"}
    return [{"column": {"columns": [label], "format": number}} for label in laid.across]


def _ranges(content: Content) -> "GPTable":
    rows = [[one.title, one.about, str(one.low), str(one.high), words.day(one.as_of)] for one in content.ranges]
    heads = ["Estimate", "About", "From", "To", "As of"]
    return _own(heads, rows, "ranges", "Ranges of how many there may be", f"Source: {plain(content.ranges[0].source)}")


def _about(content: Content) -> "GPTable":
    said = content.description
    rows = [[heading, plain(getattr(said, name))] for name, heading in _PARTS if getattr(said, name).strip()]
    rows.append(["Who could see it before its time", _access(content)])
    return _own(["Subject", "Text"], rows, "about", "About this release", "This worksheet contains one table.")


def _access(content: Content) -> str:
    return plain("; ".join(content.access)) or "Nobody but the statisticians who prepared and signed it."


def _own(heads: list[str], rows: list[list[str]], name: str, title: str, instructions: str) -> "GPTable":
    from gptables import GPTable
    from pandas import DataFrame

    made = DataFrame(rows, columns=heads, dtype=object)
    return GPTable(table=made, table_name=name, title=title, instructions=instructions, index_columns={2: 0})


def _cover(content: Content, digest: str) -> "Cover":
    from gptables import Cover

    facts = (
        f"Version: {content.number}",
        f"Published: {words.moment(content.published_at)}",
        f"Figures as of: {words.day(content.as_of)}",
        f"Digest of this version (SHA-256): {digest}",
    )
    about = [
        "Each table stands on a sheet of its own, with its source and the day of its figures. Notes stand on the sheet "
        "“Notes”.",
        f"{WITHHELD} stands where a count is withheld so that nobody can be recognised. It never means zero.",
    ]
    demo = ["Demonstration data. Nobody in this workbook is real."] if content.demo else []
    return Cover(title=plain(content.title), intro=[*demo, plain(content.description.summary), *facts], about=about)


def _finish(book: "GPWorkbook", content: Content) -> None:
    """Properties, and what is printed on every page."""
    created = content.published_at.replace(tzinfo=None)
    book.set_properties({"title": content.title, "author": "Pentameter", "created": created})
    for sheet in book.worksheets():
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&A&R&8Page &P of &N")
