"""What the tests of entities stand on: mentions in reports of many agencies, placed and judged."""

from datetime import timedelta
from uuid import UUID

import cast
from intelligence import ground as reports
from intelligence import many
from pentameter.accounts.models import Agency
from pentameter.entities.models import Interest, Placing
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.services import judge_pair, undo_judgement
from pentameter.intelligence import bulk
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import Mention, Recipient, Report
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction
from pentameter.kernel.ids import new_id

SAME, DIFFERENT, UNSURE = Finding.SAME, Finding.DIFFERENT, Finding.UNSURE

State = tuple[dict[UUID, tuple[UUID, UUID]], set[tuple[UUID, str, str | None]]]


class Ground:
    """A wave with agencies; mentions are added as a test needs them."""

    def __init__(self) -> None:
        self.wave = reports.wave()
        agency("immigration-enforcement", AgencySector.IMMIGRATION_ENFORCEMENT)

    def mention(
        self,
        sender: str = "durham",
        name: str = "Mira Testova",
        *,
        kind: str = "person",
        handling: str = "P",
        scheme: str = "3x5x2",
        named: tuple[str, ...] = (),
    ) -> UUID:
        """A mention in a report of its own."""
        reported_on = clock.today() - timedelta(days=3)
        report = many.report(self.wave, sender, reported_on, handling=handling, scheme=scheme)
        bulk.insert(Report, [report])
        bulk.insert(Recipient, [{"report_id": report["id"], "agency_id": one} for one in named])
        identifier = new_id()
        values = {"name": name, "role": "possible_victim"} if kind == "person" else {"identifier": name}
        sealed = keys_of(sender).seal(values, bound_to=f"mention:{identifier}")
        Mention.objects.create(id=identifier, report_id=report["id"], position=1, kind=kind, sealed=sealed)
        return identifier

    def mentions(self, count: int, sender: str = "durham") -> list[UUID]:
        """Some mentions, the smallest first."""
        return sorted(self.mention(sender, f"Person {number}") for number in range(count))


def agency(slug: str, sector: AgencySector = AgencySector.POLICE) -> str:
    """One more agency."""
    values = {"name": slug.replace("-", " ").title(), "sector": sector.value}
    Agency.objects.get_or_create(slug=slug, defaults={**values, "jurisdiction": Jurisdiction.ENGLAND_WALES.value})
    return slug


def judged(one: UUID, other: UUID, finding: Finding = SAME, *, reason: str = "", by: Actor | None = None) -> UUID:
    """A person's judgement."""
    who = by or cast.national_analyst()
    return judge_pair(left=one, right=other, finding=finding, reason=reason, by=who).id


def undone(judgement: UUID, *, reason: str = "", by: Actor | None = None) -> None:
    """A judgement is undone."""
    undo_judgement(judgement_id=judgement, reason=reason, by=by or cast.national_analyst())


def things() -> set[frozenset[UUID]]:
    """The things of more than one mention, as they are placed."""
    groups: dict[UUID, set[UUID]] = {}
    for mention, thing in Placing.objects.values_list("mention_id", "thing"):
        groups.setdefault(thing, set()).add(mention)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def state() -> State:
    """Where every mention is placed, and who is told of whom: what an undo has to bring back exactly."""
    places = {mention: (thing, island) for mention, thing, island in _placed()}
    live = Interest.objects.filter(withdrawn_at=None).values_list("thing", "told_id", "other_id")
    return places, set(live)


def _placed() -> list[tuple[UUID, UUID, UUID]]:
    return list(Placing.objects.values_list("mention_id", "thing", "island"))
