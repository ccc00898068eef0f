"""Placing and matching what arrived, in steps that each stand whole.

A step takes the next reports of one agency: their mentions are placed and found by their keys, matched, and decided
or proposed; how far it came is written with them. Killed anywhere, the next goes on after the last that was committed.
Reports whose seals do not open hold up their own agency and nobody else.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.entities.facts import people
from pentameter.entities.linkage.api import Model, Prepared, block_keys, prepare
from pentameter.entities.linkage.api import model as linkage_model
from pentameter.entities.models import Followed
from pentameter.entities.prepared import value_of
from pentameter.entities.queries.following import Behind, behind
from pentameter.entities.queries.islands import islands_of
from pentameter.entities.services import marks
from pentameter.entities.services.entering import enter
from pentameter.entities.services.finding import index_mentions
from pentameter.entities.services.knowing import learn
from pentameter.entities.services.locking import alone, among_others
from pentameter.entities.services.matching import match
from pentameter.entities.services.placing_people import add_blocks, place_all
from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import OpenMention
from pentameter.kernel.actor import Actor
from pentameter.kernel.sealing import SealBroken

REPORTS_A_STEP = 100
MENTIONS_A_STEP = 300


@dataclass(frozen=True, slots=True)
class Step:
    """What a step did. `reports` may be 0: another worker did it meanwhile."""

    agency: str
    reports: int
    mentions: int = 0
    decided: int = 0
    proposed: int = 0


@dataclass(frozen=True, slots=True)
class Ready:
    """Reports of one agency that are read and prepared, and wait to be placed. `up_to` is the number of the last."""

    source: Behind
    up_to: int
    reports: tuple[UUID, ...]
    mentions: tuple[OpenMention, ...]
    prepared: Mapping[UUID, Prepared]


def place_next(*, by: Actor) -> Step | None:
    """Place and match the next reports of the first agency that waits; None where nothing waits that can be opened."""
    model = linkage_model()
    for source in behind():
        try:
            ready = _read(source)
        except SealBroken:
            continue
        return _place(ready, model, by)
    return None


def _read(source: Behind) -> Ready:
    """Opened and prepared before anything is locked."""
    arrivals = intelligence.arrivals(source.agency, after=source.after, limit=REPORTS_A_STEP)
    mentions = intelligence.mentions_of_reports([one.report for one in arrivals])
    taken = _first(arrivals, mentions)
    reports = frozenset(one.report for one in taken)
    ours = tuple(one for one in mentions if one.report in reports)
    prepared = {mention: prepare(facts) for mention, facts in people(ours).items()}
    return Ready(source, taken[-1].number, tuple(one.report for one in taken), ours, prepared)


def _first(
    arrivals: Sequence[intelligence.Arrival], mentions: Collection[OpenMention]
) -> tuple[intelligence.Arrival, ...]:
    """As many reports as a step can bear: at least one, however many people it names."""
    weights: dict[UUID, int] = {}
    for one in mentions:
        weights[one.report] = weights.get(one.report, 0) + 1
    taken: list[intelligence.Arrival] = []
    sum_of_mentions = 0
    for arrival in arrivals:
        sum_of_mentions += weights.get(arrival.report, 0)
        if taken and sum_of_mentions > MENTIONS_A_STEP:
            break
        taken.append(arrival)
    return tuple(taken)


def _place(ready: Ready, model: Model, by: Actor) -> Step:
    source = ready.source
    Followed.objects.bulk_create([Followed(agency_id=source.agency)], ignore_conflicts=True)
    with transaction.atomic():
        reached = dict(Followed.objects.select_for_update().order_by("pk").values_list("agency_id", "arrival"))
        if reached[source.agency] != source.after:
            return Step(source.agency, 0)
        _enter_gate(ready)
        place_all(ready.mentions, ready.prepared, model)
        found = marks.marked(ready.mentions)
        matched = marks.match_marks(found)
        keys = {mention: [value_of(key) for key in block_keys(one)] for mention, one in ready.prepared.items()}
        add_blocks(keys | {mention: [marks.value_of(mark)] for mention, (_, mark) in found.items()})
        index_mentions(ready.mentions, ready.reports)
        learn(ready.prepared.values())
        entered = enter([matched, match(keys, model)], model.version, by)
        Followed.objects.filter(pk=source.agency).update(arrival=ready.up_to)
        detail = {"to": ready.up_to, "mentions": len(ready.mentions), "proposed": entered.proposed}
        record(Event.MENTIONS_PLACED, by=by, subject=("agency", source.agency), detail=detail)
    return Step(source.agency, len(ready.reports), len(ready.mentions), entered.decided, entered.proposed)


def _enter_gate(ready: Ready) -> None:
    """Alone where a judgement placed one of these before: its placing is written wherever it stands."""
    if islands_of([one.id for one in ready.mentions]):
        alone()
    else:
        among_others()
