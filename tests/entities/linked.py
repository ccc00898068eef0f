"""A small world of linked reports: agencies, people who share phones, mentions placed by what identifies them.

The woman and the phone in Durham's report stand in Cleveland's too; the Garda's report stays with the Garda.
"""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

import cast
from intelligence import ground
from pentameter.entities.models import Judgement, Placing
from pentameter.entities.rules import judgements as rules
from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Way, pair_of
from pentameter.intelligence.models import Mention
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id

Cells = Mapping[str, str]
SENDERS = {
    "durham": cast.durham_constable,
    "cleveland": cast.cleveland_sergeant,
    "garda": cast.garda,
    "national-centre": cast.national_analyst,
}
CLOSED = {"grade_scheme": "5x5x5", "source_grade": "B", "information_grade": "2", "handling_code": "4"}
"""A grade whose handling code keeps the report with its sender."""

DURHAM = {
    "agency": "durham",
    "person1_name": "Mira Testova",
    "person1_role": "possible_victim",
    "person1_nationality": "RO",
    "person1_document": "X1234567",
    "person2_name": "Jan Exempel",
    "person2_role": "suspect",
    "phone1": "07700 900417",
    "premises_address": "12 Example Street",
    "premises_postcode": "DH1 3XX",
    "links": "person1 uses phone1; person2 controls person1; person1 lives_at premises",
    "route": "RO; FR; GB",
}
CLEVELAND = {
    "agency": "cleveland",
    "person1_name": "Mira Testowa",
    "person1_role": "victim",
    "person1_document": "X1234567",
    "person2_name": "Otto Muster",
    "phone1": "07700 900417",
    "vehicle_registration": "AA00 ABC",
    "links": "person2 uses phone1; person2 uses vehicle",
}
GARDA = {
    "agency": "garda",
    **CLOSED,
    "force_area": "Garda Eastern",
    "person1_name": "Ciara Sample",
    "person1_role": "suspect",
    "phone1": "07700 900417",
    "vehicle_registration": "AA00 ABC",
    "organisation_name": "Example Staff Ltd",
    "links": "person1 uses phone1; organisation pays person1",
}


def send(wave: UUID, *rows: Cells) -> None:
    """Take these rows in, each from its own agency, and place what they mention."""
    for number, row in enumerate(rows, start=1):
        by: Actor = SENDERS[row["agency"]]()
        cells = ground.good(**{"report_ref": f"{row['agency']}-{new_id()}", **row})
        card = ground.sent(ground.csv_of([cells]), wave, by=by, name=f"{number}.csv")
        assert ground.counts(card) == (1, 1, 0, 0), card
    place()


def whole() -> UUID:
    """The wave with all three reports."""
    wave = ground.wave()
    send(wave, DURHAM, CLEVELAND, GARDA)
    return wave


def place() -> None:
    """Place every mention anew: equal identifiers are one thing, and what was judged besides."""
    Placing.objects.all().delete()
    mentions = list(Mention.objects.select_related("report").order_by("id"))
    by_index: dict[str, list[UUID]] = defaultdict(list)
    for one in mentions:
        if one.identifier_index:
            by_index[one.identifier_index].append(one.id)
    for first, *others in by_index.values():
        for other in others:
            judge(first, other, Finding.SAME, Way.IDENTIFIER)
    seen = canonical([one.id for one in mentions], map(_value, Judgement.objects.filter(undoing=None)))
    for one in mentions:
        Placing.objects.create(
            mention=one,
            report=one.report,
            agency_id=one.report.agency_id,
            kind=one.kind,
            thing=seen.thing_of[one.id],
            island=seen.island_of[one.id],
            sealed=b"",
        )


def judge(one: UUID, other: UUID, finding: Finding, way: Way = Way.PERSON) -> None:
    """A judgement in the ledger, unless there is one of its kind already."""
    left, right = pair_of(one, other)
    if not Judgement.objects.filter(left=left, right=right, way=way.value).exists():
        Judgement.objects.create(
            left_id=left, right_id=right, finding=finding.value, way=way.value, made_at=clock.now(), made_by="test"
        )


def _value(row: Judgement) -> rules.Judgement:
    return rules.Judgement(row.id, row.left_id, row.right_id, Finding(row.finding), Way(row.way), row.made_at)


def mention(kind: str, agency: str, position: int = 0) -> UUID:
    """A mention of a kind in an agency's first report; of several, the one at a place."""
    found = Mention.objects.filter(kind=kind, report__agency_id=agency).order_by("report_id", "position")
    return found[position].id
