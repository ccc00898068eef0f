"""What the page of routes is given: flows as charts and tables, with their words."""

from dataclasses import dataclass

from pentameter.entities.network.flow_drawing import FlowChart
from pentameter.entities.network.routes import FEWEST, Flow
from pentameter.entities.services.network import RoutesPage
from pentameter.look.charts.chart import Width

_DRAWN = 40


@dataclass(frozen=True, slots=True)
class RoutePage:
    """The routes on their way to a template."""

    found: RoutesPage

    @property
    def said(self) -> FlowChart:
        """What reports say of the way."""
        note = "Each band is as thick as reports are many. The last country of a route is the one where the area lies."
        return self._chart("Routes that reports name", self._of(said=True), note)

    @property
    def inferred(self) -> FlowChart:
        """What is inferred where they do not."""
        note = "No report says so: a victim's nationality stands for the source, and the report's area for the end."
        return self._chart("Inferred from nationality", self._of(said=False), note)

    @property
    def small(self) -> int:
        """How many ways are told of by few reports."""
        return sum(flow.is_small for flow in self.found.flows)

    @property
    def fewest(self) -> int:
        """Below which a count may point to a person."""
        return FEWEST

    def _of(self, *, said: bool) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.found.flows if flow.said is said)

    def _chart(self, title: str, flows: tuple[Flow, ...], note: str) -> FlowChart:
        if len(flows) > _DRAWN:
            note += f" The {_DRAWN} ways of most reports are drawn; the table has all {len(flows):,}."
        return FlowChart(
            title=title,
            source="reports that you may read.",
            as_of=self.found.as_of,
            note=note,
            width=Width.FULL,
            flows=flows,
            drawn=_DRAWN,
        )
