"""Giving a version up before it was published, and withdrawing it after."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.releases.rules.states import Step
from pentameter.releases.services.bringing import bring
from pentameter.releases.services.loading import NotYet, held_edition
from pentameter.releases.services.wording import insist_on_nobody_named


@transaction.atomic
def abandon(*, edition_id: UUID, because: str, revision: int, by: Actor, at: datetime) -> None:
    """Give a version up that is not to be published."""
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    here.insist_on(revision)
    if not because.strip():
        raise NotYet("Say why it is given up.")
    here.step(Step.ABANDON, ended_at=at, ended_by=by.id, ended_because=because)
    record(Event.RELEASE_ABANDONED, by=by, subject=("release", edition_id), detail={"number": here.row.number})


@transaction.atomic
def withdraw(*, edition_id: UUID, because: str, revision: int, by: Actor, at: datetime) -> None:
    """Withdraw a version that was published: its figures and files go, and its page says since when and why.

    What was public once stays known: the attacker goes on counting with it.
    """
    here = held_edition(edition_id, Operation.WITHDRAW_RELEASE, by)
    here.insist_on(revision)
    if not because.strip():
        raise NotYet("Say to everyone why it is withdrawn.")
    insist_on_nobody_named(because, by=by)
    here.step(Step.WITHDRAW, ended_at=at, ended_by=by.id, ended_because=because)
    record(Event.RELEASE_WITHDRAWN, by=by, subject=("release", edition_id), detail={"number": here.row.number})
    transaction.on_commit(lambda: bring(edition_id=edition_id), robust=True)
