"""A small assessment, for tests that need no database."""

from datetime import UTC, date, datetime

from pentameter.picture.assessment.rules.content import (
    Assessment,
    Column,
    Drawing,
    Kind,
    Missing,
    Section,
    Table,
    Written,
)

DAY = date(2007, 10, 5)
MOMENT = datetime(2007, 10, 5, 9, 30, tzinfo=UTC)
SVG = '<svg viewBox="0 0 20 10" role="img" aria-label="{}"><title>{}</title><rect width="20" height="10"/></svg>'


def table(*rows: tuple[str | int | float | Missing, ...], key: str = "areas", long: bool = False) -> Table:
    """Areas with a count each."""
    given = rows or (("Durham", 61), ("Kent", Missing.WITHHELD))
    columns = (Column("Area"), Column("Reports", Kind.COUNT))
    return Table(key, "Reports by area", columns, given, "agencies' reports.", DAY, ("Each once.",), long=long)


def drawing(alt: str = "Bar chart. Reports by week: 61 in all.") -> Drawing:
    """A chart."""
    svg = SVG.format(alt, alt)
    return Drawing("weeks", "Reports by week", alt, svg, svg, "agencies' reports.", DAY)


def text(body: str = "Most areas looked.", section: str = "summary") -> Written:
    """What somebody wrote."""
    return Written(section, body, ("Esther Lindqvist", "Callum Redfern"), MOMENT, 2)


def assessment(*tables: Table, texts: tuple[Written, ...] = (), number: int = 1) -> Assessment:
    """One section with a chart, a table, and a note."""
    section = Section(
        "places",
        "Where",
        ("There are reports.",),
        (drawing(),),
        tables or (table(),),
        ("Every report is counted once.",),
    )
    return Assessment(
        operation="Demonstration",
        wave="Second wave",
        days="from 1 October 2007",
        number=number,
        as_of=DAY,
        made_at=MOMENT,
        made_by="Esther Lindqvist, national analyst",
        code="Pentameter 0.1.0, source 3f2a9c81d04e",
        sections=(section,),
        texts=texts,
    )
