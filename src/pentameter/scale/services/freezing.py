"""Freezing the lists: who was seen by whom, counted once, with the tables of other linkings beside it.

The national centre counts: a report puts people on a list where its handling code lets the centre have it, whoever asks
for the run. So a run does not depend on who asked, and a statistician counts what they may not read.
"""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction

from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, record
from pentameter.entities import api as entities
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.scale import estimating
from pentameter.scale.mapping import shipped
from pentameter.scale.models import Frozen, Run
from pentameter.scale.queries.runs import question_of
from pentameter.scale.rules.asking import Question, Source
from pentameter.scale.rules.counting import Lists, Sighting, lists_of
from pentameter.scale.rules.lists import Kind, Organisation, list_of
from pentameter.scale.rules.tables import Table, canonical
from pentameter.scale.services.unwilling import unwilling_things

COUNTED_BY = "national-centre"
"""The agency whose right to be told decides which reports are counted."""


@transaction.atomic
def freeze_lists(*, run_id: UUID, by: Actor) -> estimating.Frozen:
    """The lists of a run, frozen now unless they were before. What is frozen stays as it is."""
    run = Run.objects.select_for_update().get(pk=run_id)
    row = Frozen.objects.filter(run=run).first() or _freeze(run, by)
    return frozen_of(row)


def frozen_of(row: Frozen) -> estimating.Frozen:
    """Frozen lists as they are worked out from."""
    tables = [Table.from_json(one) for one in json.loads(row.drawn)]
    return estimating.Frozen(Table.from_json(json.loads(row.table)), tuple(tables))


def _freeze(run: Run, by: Actor) -> Frozen:
    lists, ground = _given(run) if run.source == Source.TABLE.value else _from_entities(question_of(run))
    table = lists.table
    row = Frozen.objects.create(
        run=run,
        digest=table.digest,
        table=canonical(table.as_json()),
        drawn=canonical([one.as_json() for one in lists.drawn]),
        people=table.people,
        ground=canonical(ground),
        frozen_at=clock.now(),
    )
    detail = {"digest": row.digest, "people": row.people, "drawn": len(lists.drawn)}
    record(Event.LISTS_FROZEN, by=by, subject=("estimate", run.id), detail=detail)
    return row


def _given(run: Run) -> tuple[Lists, dict[str, Any]]:
    table = Table.from_json(json.loads(run.given))
    return Lists(table, (), table.people), {"agencies": {}}


def _from_entities(question: Question) -> tuple[Lists, dict[str, Any]]:
    end = question.period.end or question.period.start
    among = entities.Among(question.period.start, end, question.area, question.theme)
    seen = entities.seen_people(among, _who_counts())
    kept = {slug: kind for slug, kind in _lists().items() if kind is not None}
    unwilling = unwilling_things(clock.now())
    sightings = [
        Sighting(one.mention, one.thing, kept[one.agency])
        for one in seen.people
        if one.agency in kept and one.thing not in unwilling
    ]
    linkage = entities.linkage_of([one.mention for one in sightings])
    draws = _draws(linkage, question) if linkage.doubts else iter(())
    lists = lists_of(sightings, entities.likeliest(linkage), draws)
    told = {one.agency for one in seen.people}
    ground = {
        "agencies": {slug: kind.value for slug, kind in sorted(kept.items()) if slug in told},
        "left_out": seen.left_out,
        "unsaid": seen.unsaid,
        "without_consent": len(unwilling & {one.thing for one in seen.people}),
        "as_judged": lists.as_judged,
        "doubts": linkage.doubts,
        "mark": {**asdict(entities.ledger_mark()), "model": entities.model().version},
    }
    return lists, ground


def _draws(linkage: entities.Linkage, question: Question) -> Iterator[Mapping[UUID, UUID]]:
    """Each draw has chance of its own, so that more draws change none of the first."""
    for number in range(question.draws):
        rng = random.Random(f"{question.seed}:{number}")  # noqa: S311 - chance is seeded here, and guards nothing
        yield entities.drawn(linkage, rng.random)


def _lists() -> dict[str, Kind | None]:
    """The list that each agency keeps."""
    mapping = shipped()
    cards = accounts.agencies().values()
    return {one.slug: list_of(Organisation(one.slug, one.kind, one.sector), mapping) for one in cards}


def _who_counts() -> Actor:
    """The centre; nobody where there is none, who may be told nothing."""
    card = accounts.agency(COUNTED_BY)
    nobody = Actor("counting", Role.NATIONAL_ANALYST)
    return Actor("counting", Role.NATIONAL_ANALYST, card.slug, card.sector, card.jurisdiction) if card else nobody
