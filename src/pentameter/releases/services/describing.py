"""The words of a version, and who may see it before its time."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.accounts.api import PeopleFilter, PersonLine
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.releases.models import EarlyReader
from pentameter.releases.rules.signing import is_described
from pentameter.releases.rules.states import State, Step, may_step
from pentameter.releases.services.loading import NotYet, held_edition, insist
from pentameter.releases.shelf.content import Description
from pentameter.releases.shelf.freezing import canonical


@transaction.atomic
def describe(*, edition_id: UUID, words: Description, revision: int, by: Actor) -> None:
    """Say what the release shows and how its figures came about. It then waits for a second person."""
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    here.insist_on(revision)
    insist(may_step(here.state, Step.DESCRIBE))
    insist(is_described(words, correction=here.row.number > 1))
    here.step(Step.DESCRIBE, words=canonical(asdict(words)), described_by=by.id)
    here.written_by(by)
    record(Event.RELEASE_DESCRIBED, by=by, subject=("release", edition_id), detail={"number": here.row.number})


@transaction.atomic
def name_reader(*, edition_id: UUID, username: str, office: str, because: str, by: Actor, at: datetime) -> None:
    """Let somebody see the version before its time. Their name and office are published with it."""
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    if here.state not in (State.SAFE, State.DESCRIBED):
        raise NotYet("Readers before its time are named once the tables are safe, and before anybody signs.")
    person = _person(username)
    try:
        with transaction.atomic():
            row = EarlyReader.objects.create(
                edition=here.row,
                person=str(person.id),
                name=person.name,
                office=office,
                because=because,
                named_at=at,
                named_by=by.id,
            )
    except IntegrityError as error:
        raise NotYet(f"{person.name} is named already.") from error
    here.change()
    here.written_by(by)
    detail = {"reader": row.person, "row": str(row.id)}
    record(Event.RELEASE_READER_NAMED, by=by, subject=("release", edition_id), detail=detail)


@transaction.atomic
def strike_reader(*, edition_id: UUID, reader_id: UUID, by: Actor, at: datetime) -> None:
    """Take somebody off the list; they cannot see the version from now on. Signed, it has to be sent back first."""
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    if here.state not in (State.SAFE, State.DESCRIBED):
        raise NotYet("The list is part of what was signed. Send the version back first.")
    row = here.row.early_readers.filter(pk=reader_id, until=None).first()
    if row is None:
        raise NotYet("This person is not on the list any more.")
    row.until = at
    row.save(update_fields=["until"])
    here.change()
    here.written_by(by)
    record(Event.RELEASE_READER_STRUCK, by=by, subject=("release", edition_id), detail={"reader": row.person})


def _person(username: str) -> PersonLine:
    """Somebody with an account who may read before its time at all."""
    lines = accounts.people(PeopleFilter(text=username)).lines
    found = next((one for one in lines if one.username == username and one.active), None)
    if found is None:
        raise NotYet(f"Nobody signs in here as “{username}”. Enter the name with which the person signs in.")
    actor = accounts.actor_of_user(found.id)
    if actor is None or not decide(actor, Operation.PREVIEW_RELEASE).allowed:
        raise NotYet(f"{found.name} is {found.role.label}: that role sees no release before its time.")
    return found
