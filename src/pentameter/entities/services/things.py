"""Things and interests as pages show them: what the looks answer, in words, with the names of agencies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked
from pentameter.entities.models import Placing
from pentameter.entities.queries.contradicted import Against, contradicted
from pentameter.entities.queries.interests import InterestPage
from pentameter.entities.queries.ledger import LedgerLine
from pentameter.entities.queries.listing import ThingsPage
from pentameter.entities.queries.readability import may_read
from pentameter.entities.queries.records import RecordView, name_of, record_view
from pentameter.entities.queries.things import ThingView
from pentameter.entities.services.interests import show_interests
from pentameter.entities.services.looks import list_things, show_thing
from pentameter.entities.services.pairs import agency_names
from pentameter.intelligence.api import shown_mentions
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require

FOUND = 50


@dataclass(frozen=True, slots=True)
class ThingsList:
    """The list of things, or, by a report's reference, what that report mentions."""

    found: ThingsPage
    names: Mapping[UUID, str]
    agencies: Mapping[str, str]
    by_reference: tuple[RecordView, ...] | None = None


@dataclass(frozen=True, slots=True)
class ThingPage:
    """One thing to one reader. `names` says what every mention is called that the ledger is about."""

    thing: ThingView
    name: str
    records: tuple[RecordView, ...]
    names: Mapping[UUID, str]
    against: tuple[Against, ...]
    agencies: Mapping[str, str]
    may_judge: bool
    may_see_network: bool

    @property
    def areas(self) -> tuple[str, ...]:
        """The force areas that its reports are from."""
        return tuple(sorted({one.area for one in self.records if one.area}))


@dataclass(frozen=True, slots=True)
class InterestsPage:
    """What the reader's agency is told, each about one of its own mentions."""

    found: InterestPage
    records: Mapping[UUID, RecordView]


@transaction.atomic
def things_page(*, kind: str, number: int, reference: str, by: Actor) -> ThingsList:
    """A page of things; or what a report mentions."""
    if reference:
        return _by_reference(reference, by)
    found = list_things(by=by, kind=kind, page=number)
    return ThingsList(found, {line.id: name_of(line.first) for line in found.lines}, agency_names())


@transaction.atomic
def thing_page(*, mention_id: UUID, by: Actor) -> ThingPage:
    """One thing, by any of its mentions that the reader may read."""
    thing = show_thing(mention_id=mention_id, by=by)
    cards = accounts.agencies()
    records = sorted(
        (record_view(one, cards) for one in thing.mentions), key=lambda one: (one.reported_on, one.mention)
    )
    shown = [*thing.mentions, *thing.others.values()]
    lines = {line.id: line for line in thing.ledger}
    return ThingPage(
        thing=thing,
        name=_name(thing, mention_id),
        records=tuple(reversed(records)),
        names={one.mention.id: name_of(one) for one in shown},
        against=tuple(_against(lines, thing)),
        agencies=agency_names(),
        may_judge=decide(by, Operation.JUDGE_PAIR).allowed,
        may_see_network=decide(by, Operation.VIEW_NETWORK).allowed,
    )


@transaction.atomic
def interests_page(*, number: int, withdrawn: bool, by: Actor) -> InterestsPage:
    """What the reader's agency is told."""
    found = show_interests(by=by, page=number, withdrawn=withdrawn)
    cards = accounts.agencies()
    return InterestsPage(found, {line.id: record_view(line.about, cards) for line in found.lines})


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """The contradictions around the reader's own judgements, with what every mention is called."""

    against: tuple[Against, ...]
    names: Mapping[UUID, str]


@transaction.atomic
def contradictions_page(*, by: Actor) -> ContradictionsPage:
    """What contradicts the reader's own judgements."""
    require(decide(by, Operation.JUDGE_PAIR))
    found = contradicted(by)
    lines = [line for one in found for line in (one.same, one.different)]
    shown = shown_mentions({mention for line in lines for mention in line.pair}, by)
    looked(Event.PAIR_SHOWN, by=by, kind="judgement", ids=[line.id for line in lines])
    return ContradictionsPage(found, {one: name_of(held) for one, held in shown.items()})


def _by_reference(reference: str, by: Actor) -> ThingsList:
    """What the reports that are called so mention, of those that the reader may read."""
    require(decide(by, Operation.VIEW_THINGS))
    rows = Placing.objects.filter(may_read(by, "report_id"), report__own_reference__iexact=reference)
    found = list(rows.order_by("report", "mention").values_list("mention_id", flat=True)[:FOUND])
    shown, cards = shown_mentions(found, by), accounts.agencies()
    looked(Event.THINGS_LISTED, by=by, kind="mention", ids=found)
    records = tuple(record_view(shown[one], cards) for one in found if one in shown)
    return ThingsList(ThingsPage((), 1, more=False), {}, agency_names(), records)


def _against(lines: Mapping[UUID, LedgerLine], thing: ThingView) -> Iterable[Against]:
    return (Against(lines[one.same], lines[one.different]) for one in thing.contradictions)


def _name(thing: ThingView, mention_id: UUID) -> str:
    own = next((one for one in thing.mentions if one.mention.id == mention_id), None)
    return name_of(own or thing.mentions[0])
