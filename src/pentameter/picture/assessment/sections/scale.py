"""How many were never seen: estimates as ranges, and refusals as refusals."""

from pentameter.look.words import plural, span
from pentameter.picture import drawing as charts
from pentameter.picture.assessment.evidence import Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Missing, Section, Table
from pentameter.scale.api import EstimateLine

_SOURCE = "estimates from frozen lists of who was known to which organisation."


def build(evidence: Evidence) -> Section:
    """Every run that is done, the latest first."""
    refused = sum(line.low is None for line in evidence.estimates)
    run = plural(len(evidence.estimates), "estimate was", "estimates were")
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"{run} run; {refused} of them gave no answer, and say why."
            if evidence.estimates
            else "No estimate was run yet.",
        ),
        tables=(_table(evidence),),
        notes=(
            "An estimate is a range, not a number. It counts people who were in reach of the organisations whose lists "
            "were used, and rests on the assumptions that its own page names.",
            "No answer is an answer: lists that overlap too little cannot say how many are missing from all of them.",
            "How many people were on the lists is told on the estimate's own page, to those who may see it.",
            "Estimates are of the period, theme and area that are named in the row, and not of the wave.",
        ),
    )


def _table(evidence: Evidence) -> Table:
    return Table(
        key="estimates",
        title="Estimates of how many there are",
        columns=(
            *map(Column, ("Estimate", "Made", "Period", "Theme", "Area", "Answer")),
            Column("From", Kind.COUNT),
            Column("To", Kind.COUNT),
            Column("Of the width, from linking, per cent", Kind.AMOUNT),
        ),
        rows=tuple(map(_row, evidence.estimates)),
        source=_SOURCE,
        as_of=evidence.as_of,
        notes=("Where nothing was in doubt in linking, or a table was uploaded, no part of the width comes from it.",),
        names=5,
    )


def _row(line: EstimateLine) -> tuple[Cell, ...]:
    return (
        line.title,
        f"{line.made_at:%Y-%m-%d %H:%M}",
        span(line.period.start, line.period.end),
        charts.THEMES.get(line.theme, line.theme) or "all",
        line.area or "all",
        line.refused or line.verdict,
        Missing.NOT_GIVEN if line.low is None else line.low,
        Missing.NOT_GIVEN if line.high is None else line.high,
        Missing.NOT_GIVEN if line.share_from_linking is None else round(100 * line.share_from_linking, 1),
    )


SECTION = SectionKind("scale", "How many were never seen", build)
