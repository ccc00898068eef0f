"""Of whom a second opinion on a pair can be asked: people and roles that may judge it and may read both reports."""

from collections.abc import Iterable, Iterator, Mapping

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.accounts.api import AgencyCard
from pentameter.entities.queries.queue import PairRow
from pentameter.entities.rules.reviewing import SECOND_OF, Whom
from pentameter.intelligence.api import readable_reports
from pentameter.kernel.actor import Actor, AgencySector, Role

Choice = tuple[str, str]
_PLURAL = {Role.NATIONAL_ANALYST: "any analyst", Role.FORCE_SUPERVISOR: "any supervisor"}


def askable(row: PairRow, senders: Iterable[str], by: Actor) -> tuple[Choice, ...]:
    """Whom the actor may ask: stored form and words. Colleagues of their own agency come first."""
    return (*_colleagues(by), *_roles(row, senders, by))


def _colleagues(by: Actor) -> Iterator[Choice]:
    """People of one's own agency: it reads both reports, so they may, too."""
    for role in SECOND_OF:
        found = accounts.people(accounts.PeopleFilter(agency=by.agency, role=role.value, state="open"))
        yield from ((str(one.id), f"{one.name}, {role.label}") for one in found.lines if str(one.id) != by.id)


def _roles(row: PairRow, senders: Iterable[str], by: Actor) -> Iterator[Choice]:
    cards = accounts.agencies()
    centres = [slug for slug, card in cards.items() if card.sector is AgencySector.NATIONAL_CENTRE]
    for slug in dict.fromkeys((by.agency, *centres, *senders)):
        if slug in cards and _reads(cards[slug], row, whom := _anyone(cards, slug)):
            yield whom.text, f"{_PLURAL[Role(whom.role)].capitalize()} of {cards[slug].name}"


def _anyone(cards: Mapping[str, AgencyCard], slug: str) -> Whom:
    centre = cards[slug].sector is AgencySector.NATIONAL_CENTRE
    return Whom(role=(Role.NATIONAL_ANALYST if centre else Role.FORCE_SUPERVISOR).value, agency=slug)


def _reads(card: AgencyCard, row: PairRow, whom: Whom) -> bool:
    """Whether somebody in that role there may judge pairs and read both reports."""
    somebody = Actor("anyone", Role(whom.role), card.slug, card.sector, card.jurisdiction)
    if not decide(somebody, Operation.JUDGE_PAIR).allowed:
        return False
    both = {row.left_report, row.right_report}
    return readable_reports(both, somebody) == both
