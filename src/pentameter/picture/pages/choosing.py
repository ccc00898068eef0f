"""Which page class a section of the picture has."""

from collections.abc import Mapping

from pentameter.kernel.actor import Actor
from pentameter.picture.page import Page
from pentameter.picture.pages.demand import DemandPage
from pentameter.picture.pages.frame import FramePage
from pentameter.picture.pages.law import EstimatesPage, LawPage, OutcomesPage
from pentameter.picture.pages.overview import OverviewPage
from pentameter.picture.pages.parts import NetworksPage, PeoplePage, ProtectionPage, RoutesPage
from pentameter.picture.sections import Section
from pentameter.picture.services import Seen

_PAGES: Mapping[Section, type[FramePage]] = {
    Section.OVERVIEW: OverviewPage,
    Section.ROUTES: RoutesPage,
    Section.NETWORKS: NetworksPage,
    Section.DEMAND: DemandPage,
    Section.PEOPLE: PeoplePage,
    Section.PROTECTION: ProtectionPage,
    Section.OUTCOMES: OutcomesPage,
    Section.LAW: LawPage,
    Section.ESTIMATES: EstimatesPage,
}


def page_of(seen: Seen, reader: Actor) -> FramePage:
    """What was seen, on its way to a template."""
    kind = _PAGES.get(seen.section, Page)
    return kind.online(seen.frame, reader, seen.section, seen.part)
