"""Ways from a source country through others to the place where people are found."""

from collections.abc import Iterable

from pentameter.entities.api import Flow, FlowChart
from pentameter.intelligence.intake.normalise import countries
from pentameter.look.charts.chart import Width
from pentameter.look.words import plural
from pentameter.picture.assessment.evidence import REPORTS, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Column, Drawing, Kind, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn

_DRAWN = 25
SEVERAL = "several areas"


def build(evidence: Evidence) -> Section:
    """What reports say of the way, and apart from it what is inferred; ways of few reports are withheld."""
    told, withheld = put_together(evidence.flows)
    cut = "Ways were read from the latest reports only, for there are too many to read all of them."
    notes = (
        "What a report says of the way is said. Where it says nothing, a victim's nationality stands for the source "
        "and the report's area for the end: that is inferred. The two are never added together.",
        "Only reports that whoever made this assessment may read were read for their ways. The command line may read "
        "none.",
        f"A way that few reports tell of is put together with others from the same country, as leading to "
        f"“{SEVERAL}”. Where they are still fewer than ten together they are withheld, for they may point to a person.",
        cut if evidence.flows_cut else "",
    )
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"{plural(len(told), 'way is', 'ways are')} told of by ten reports or more; "
            f"{plural(withheld, 'way is', 'ways are')} withheld.",
        ),
        drawings=tuple(filter(None, (_chart(evidence, told, said=said) for said in (True, False)))),
        tables=(_table(evidence, told),),
        notes=tuple(filter(None, notes)),
    )


def put_together(flows: Iterable[Flow]) -> tuple[tuple[Flow, ...], int]:
    """The ways that can be told, those of few reports put together by their source; and how many stay withheld."""
    told: list[Flow] = []
    small: dict[tuple[str, bool], list[Flow]] = {}
    for flow in flows:
        if flow.is_small:
            small.setdefault((flow.source, flow.said), []).append(flow)
        else:
            told.append(flow)
    withheld = 0
    for (source, said), few in small.items():
        reports = tuple(sorted({report for flow in few for report in flow.reports}))
        together = Flow(source, (), SEVERAL, said, reports)
        if together.is_small or len(few) < 2:
            withheld += len(few)
        else:
            told.append(together)
    return tuple(sorted(told, key=lambda one: (-one.count, not one.said, one.source, one.area))), withheld


def _chart(evidence: Evidence, told: tuple[Flow, ...], *, said: bool) -> Drawing | None:
    flows = tuple(flow for flow in told if flow.said is said)
    if not flows:
        return None
    title = "Routes that reports name" if said else "Routes inferred from nationality"
    chart = FlowChart(
        title=title, source=REPORTS, as_of=evidence.as_of, width=Width.MOST, flows=flows, drawn=min(_DRAWN, len(flows))
    )
    return drawn(
        "routes-said" if said else "routes-inferred",
        chart,
        f"Flow chart. {title}: the {chart.drawn} ways that most reports tell of. The table has all of them.",
    )


def _table(evidence: Evidence, told: tuple[Flow, ...]) -> Table:
    return Table(
        key="routes",
        title="Ways that ten reports or more tell of",
        columns=(
            *map(Column, ("From", "Through", "To the area", "Said or inferred")),
            Column("Reports", Kind.COUNT),
        ),
        rows=tuple(map(_row, told)),
        source=REPORTS,
        as_of=evidence.as_of,
        names=4,
    )


def _row(flow: Flow) -> tuple[str | int, ...]:
    said = "said" if flow.said else "inferred"
    return countries.name(flow.source), _through(flow), flow.area or "not named", said, flow.count


def _through(flow: Flow) -> str:
    """What lies between, as the charts of ways say it; of ways that were put together it can be anything."""
    if flow.area == SEVERAL:
        return "not told"
    return ", then ".join(map(countries.name, flow.through)) or ("directly" if flow.said else "not known")


SECTION = SectionKind("routes", "Routes", build)
