"""Duty to Notify: Table 25 by quarter, Table 26 by nationality."""

from collections import Counter

from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.assessment.national.grids import ALL, columns, grid
from pentameter.picture.assessment.rules.content import Column, Kind, Missing, Table
from pentameter.picture.assessment.rules.withholding import told

_SOURCE = "reports of adults who were met and want no referral (Modern Slavery Act 2015 s.52)."


def table_25(evidence: Evidence) -> Table:
    """Reports by quarter and kind of exploitation."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in evidence.notifications:
        counts[one.quarter, one.kind.words.capitalize()] += one.count
    across = tuple(sorted({kind for _, kind in counts}))
    return Table(
        key="national-25",
        title="Table 25: Duty to Notify reports by quarter",
        columns=columns("Quarter", across),
        rows=grid(counts, across),
        source=_SOURCE,
        as_of=evidence.as_of,
    )


def table_26(evidence: Evidence) -> Table:
    """Reports by nationality: nothing is kept of such a person that could name her."""
    return Table(
        key="national-26",
        title="Table 26: Duty to Notify reports by nationality",
        columns=(Column("Nationality"), Column("Reports", Kind.COUNT)),
        rows=(
            ("Each nationality", Missing.NOT_HELD),
            (ALL, told(sum(one.count for one in evidence.notifications))),
        ),
        source=_SOURCE,
        as_of=evidence.as_of,
        notes=("No nationality is kept of a person who wants no referral: nothing is, that could lead to her.",),
    )
