"""Which agencies have looked, and which have not: without it no other figure can be read."""

from pentameter.look.words import day, listed, plural
from pentameter.operations.api import CoverageLine, WeekStatus
from pentameter.picture import drawing as charts
from pentameter.picture.assessment.evidence import RETURNS, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Column, Drawing, Kind, Missing, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn
from pentameter.picture.links import Links

_A_DRAWING = 20
_SAID = (
    (WeekStatus.FOUND, "Weeks found"),
    (WeekStatus.NIL, "Weeks nil"),
    (WeekStatus.NOT_LOOKED, "Weeks not looked"),
    (WeekStatus.NONE, "Weeks without return"),
)


def build(evidence: Evidence) -> Section:
    """The strip of each agency, and the same in numbers."""
    looking = evidence.picture.looking
    silent = f"No return at all came from {listed(list(looking.silent))}." if looking.silent else ""
    lead = (
        f"{looking.looked} of {plural(looking.taking_part, 'agency', 'agencies')} that take part have looked; "
        f"{looking.found_nothing} of them found nothing.",
        f"There are {plural(looking.nil_returns, 'nil return')} from "
        f"{plural(looking.nil_agencies, 'agency', 'agencies')}.",
        silent,
    )
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=tuple(filter(None, lead)),
        drawings=_strips(evidence),
        tables=(_table(evidence),),
        notes=(
            "A nil return says that an agency looked and found nothing. It is a finding. No return says nothing.",
            "Where nobody looked, no report means neither that there is a problem nor that there is none.",
        ),
    )


def _strips(evidence: Evidence) -> tuple[Drawing, ...]:
    lines = evidence.picture.lines
    parts = [lines[i : i + _A_DRAWING] for i in range(0, len(lines), _A_DRAWING)]
    return tuple(
        drawn(
            f"coverage-{number}",
            charts.coverage(evidence.picture, part, Links()),
            f"Strip chart of who has looked, week by week, from {part[0].participant.name} to "
            f"{part[-1].participant.name}. The table says the same in numbers.",
        )
        for number, part in enumerate(parts, 1)
    )


def _table(evidence: Evidence) -> Table:
    return Table(
        key="coverage",
        title="Who has looked, by agency",
        columns=(Column("Agency"), *(Column(label, Kind.COUNT) for _, label in _SAID), Column("Last looked")),
        rows=tuple(map(_row, evidence.picture.lines)),
        source=RETURNS,
        as_of=evidence.as_of,
    )


def _row(line: CoverageLine) -> tuple[str | int | Missing, ...]:
    said = (sum(cell.expected and cell.status is status for cell in line.cells) for status, _ in _SAID)
    return line.participant.name, *said, day(line.last_looked) if line.last_looked else "never"


SECTION = SectionKind("looking", "Who has looked", build)
