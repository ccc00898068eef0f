"""What the pages of entities stand on: two reports that may mean one woman, placed, and proposed as a pair.

Cleveland's report may be read by all police. The Garda's names the national centre as its recipient and nobody else, so
an analyst there may read both, and Cleveland's sergeant her own alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import cast
from intelligence import ground
from pentameter.entities.linkage.api import PersonFacts, model, prepare
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.prepared import Kept, sealed
from pentameter.entities.rules.judgements import pair_of
from pentameter.entities.rules.proposals import ProposalState
from pentameter.intelligence.api import OpenMention, mentions_by_id, mentions_of_reports
from pentameter.intelligence.models import Report
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

HERS = {
    "person1_name": "Elira Testova",
    "person1_role": "possible_victim",
    "person1_sex": "female",
    "person1_dob": "1986",
    "person1_nationality": "AL",
    "phone1": "07700 900417",
    "place": "Middlesbrough",
}
THEIRS = {
    "person1_name": "Testowa Elira",
    "person1_role": "victim",
    "person1_sex": "female",
    "person1_dob": "1986-04-17",
    "person1_nationality": "AL",
    "phone1": "+44 7700 900417",
    "place": "Drogheda",
}
ONLY_THE_CENTRE = {"handling_code": "C", "handling_recipients": "national-centre", "handling_conditions": "Call us."}


@dataclass(frozen=True)
class Scene:
    """The wave, the two mentions, and the pair in the queue."""

    wave: UUID
    hers: UUID
    theirs: UUID
    pair: UUID

    def at(self, part: str = "") -> str:
        """The address of the pair, or of something of it."""
        return f"/queue/{self.pair}/{part}"


def scene(*, theirs: Mapping[str, str] | None = None) -> Scene:
    """Everything, with what the Garda's report says in place of what it says here."""
    wave = ground.wave()
    for person in cast.EVERYONE:
        cast.in_database(person())
    one = told(wave, 1, HERS, by=cast.cleveland_sergeant())
    other = told(wave, 2, {**THEIRS, **ONLY_THE_CENTRE, **(theirs or {})}, by=cast.garda())
    return Scene(wave, one, other, proposed(one, other))


def told(wave: UUID, number: int, facts: Mapping[str, str], *, by: Actor) -> UUID:
    """The person's mention in a report of the actor's agency, of which all mentions are placed."""
    reference = f"{by.agency[:3].upper()}-{number:05d}"
    row = ground.good(number, agency=by.agency, report_ref=reference, **facts)
    ground.sent(ground.csv_of([row]), wave, by=by, name=f"{reference}.csv")
    report = Report.objects.get(own_reference=reference)
    mentions = mentions_of_reports([report.id])
    for mention in mentions:
        _place(mention, mentions)
    return next(one.id for one in mentions if one.kind == "person")


def proposed(one: UUID, other: UUID, *, impact: float = 10.0) -> UUID:
    """A pair in the queue."""
    left, right = pair_of(one, other)
    kind = mentions_by_id([left])[left].kind
    row = Proposal.objects.create(
        left_id=left,
        right_id=right,
        kind=kind,
        state=ProposalState.OPEN.value,
        weight=9.0,
        impact=impact,
        model_version=model().version,
        proposed_at=clock.now(),
    )
    return row.id


def _place(mention: OpenMention, around: tuple[OpenMention, ...]) -> None:
    phones = tuple(one.values["number"] for one in around if one.kind == "phone")
    values = mention.values
    facts = PersonFacts(
        name=values.get("name", ""),
        sex=values.get("sex", ""),
        dob=values.get("dob", ""),
        nationality=values.get("nationality", ""),
        phones=phones,
        documents=tuple(filter(None, [values.get("document", "")])),
    )
    kept = Kept(values.get("role", ""), prepare(facts)) if mention.kind == "person" else Kept()
    Placing.objects.create(
        mention_id=mention.id,
        report_id=mention.report,
        agency_id=mention.agency,
        kind=mention.kind,
        thing=mention.id,
        island=mention.id,
        sealed=sealed(mention.id, kept),
        prepared_by=model().version,
    )
