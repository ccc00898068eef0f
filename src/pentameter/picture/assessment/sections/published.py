"""What was published of earlier waves, source by source. Nothing is added up, and nothing is made to agree."""

from pentameter.operations.api import Figure
from pentameter.picture.assessment.evidence import Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Section, Table
from pentameter.picture.rules import published as rules

_SOURCE = "the publications that are named in each row."


def build(evidence: Evidence) -> Section:
    """Both published results of each wave where sources disagree, beside what is counted here."""
    sources = rules.sources(evidence.picture.published)
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=tuple(f"Sources differ. {sentence}" for sentence in rules.differing(evidence.picture.published)),
        tables=(_beside(evidence, sources), _everything(evidence, sources)),
        notes=(
            "Counted by others, in other ways and at other times: to be looked at beside what is counted here, never "
            "added to it. Measures that stand beside each other are near each other, and not the same.",
        ),
    )


def _beside(evidence: Evidence, sources: tuple[rules.Source, ...]) -> Table:
    picture = evidence.picture
    registered = sum(one.people for one in evidence.rescued if one.wave == picture.wave.id)
    ours = (
        registered,
        picture.sums.people_found,
        picture.sums.premises_visited,
        picture.sums.arrests,
        picture.tallies.total.counted,
        *(evidence.outcomes.arrests, evidence.outcomes.charges, evidence.outcomes.convictions),
    )
    measures = rules.MEASURES | rules.RECORDED
    rows = tuple(
        (measure, f"{picture.wave.name}, counted here", "", count)
        for measure, count in zip(measures, ours, strict=True)
    )
    told = tuple(
        (measure, f"{source.wave}, {source.as_of}", figure.measure, figure.value)
        for measure in measures
        for source in sources
        for figure in source.beside(measure)
    )
    both = sorted((*rows, *told), key=lambda row: list(measures).index(row[0]))
    return Table(
        key="published-beside",
        title="This wave beside what was published of earlier ones",
        columns=(Column("Measure"), Column("Wave"), Column("As published"), Column("Figure", Kind.COUNT)),
        rows=tuple((measure, wave, named or "as counted here", value) for measure, wave, named, value in both),
        source=f"agencies' reports and returns, and {_SOURCE}",
        as_of=evidence.as_of,
        names=3,
    )


def _everything(evidence: Evidence, sources: tuple[rules.Source, ...]) -> Table:
    return Table(
        key="published-all",
        title="All published figures",
        columns=(
            *map(Column, ("Wave", "As of", "Measure", "Source", "Note")),
            Column("Figure", Kind.COUNT),
        ),
        rows=tuple(_row(source, figure) for source in sources for figure in source.figures),
        source=_SOURCE,
        as_of=evidence.as_of,
        names=4,
    )


def _row(source: rules.Source, figure: Figure) -> tuple[Cell, ...]:
    return source.wave, source.as_of, figure.measure, figure.source, figure.note, figure.value


SECTION = SectionKind("published", "What was published before", build)
