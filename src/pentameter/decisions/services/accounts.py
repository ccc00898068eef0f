"""The account of what she went through: disclosed one way with her consent, opened by name, or its absence explained.

Caseworkers disclose; decision-makers read, for a decision that they took up, with a purpose. Nothing goes back: a
caseworker does not learn from it what is thought, and a decision-maker sees no record of support.
"""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event, record
from pentameter.decisions.models import Absence, Account, AccountLook
from pentameter.decisions.queries.consent import account_consent
from pentameter.decisions.queries.hearings import account_words, heard
from pentameter.decisions.rules.gate import Told
from pentameter.decisions.rules.states import HEARD, State
from pentameter.decisions.rules.wording import own_words, plain
from pentameter.decisions.services.loading import HeldMatter, NotYet, held_matter, insist
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import OpenCase, bound, held


@transaction.atomic
def disclose_account(*, case_id: UUID, words: str, by: Actor) -> UUID:
    """Disclose her account to those who decide, with her consent. A newer one takes the place of an older one."""
    case = _hers(case_id, by)
    insist(account_consent(case, by))
    if not plain(words):
        raise NotYet("Write the account, as she gave it.")
    at, identifier = clock.now(), new_id()
    Account.objects.filter(case=case.row, closed_at=None).update(closed_at=at)
    sealed = case.key.seal(words, bound_to=bound("account", identifier))
    Account.objects.create(id=identifier, case=case.row, sealed=sealed, disclosed_at=at, disclosed_by=by.id)
    record(Event.ACCOUNT_DISCLOSED, by=by, subject=("case", case_id), detail={"account": str(identifier)})
    return identifier


@transaction.atomic
def explain_absence(*, case_id: UUID, words: str, by: Actor) -> None:
    """Say why there is no account, as her caseworker."""
    _explained(_hers(case_id, by), words, by)
    record(Event.ABSENCE_EXPLAINED, by=by, subject=("case", case_id))


@transaction.atomic
def explain_absence_for(*, matter_id: UUID, words: str, by: Actor) -> None:
    """Say why there is no account, as the one who decides."""
    here = held_matter(matter_id, Operation.DECIDE, by)
    if here.kind not in HEARD:
        raise Refused("This decision does not ask for an account.")
    _explained(here.case, words, by)
    record(Event.ABSENCE_EXPLAINED, by=by, subject=("case", here.row.case_id), detail={"matter": str(matter_id)})


@transaction.atomic
def read_account(*, matter_id: UUID, purpose: str, by: Actor) -> str:
    """Open her account for a decision, with a purpose. That it was opened is written down before it is shown."""
    here = held_matter(matter_id, Operation.READ_ACCOUNT, by, purpose=purpose)
    _may_read(here, by)
    found = heard(here.case, by, matter=matter_id)
    if found.hearing.told is not Told.DISCLOSED or found.account is None:
        raise Refused("There is no account that may be opened. She was not asked, or withdrew her consent.")
    account = Account.objects.get(pk=found.account)
    AccountLook.objects.create(account=account, matter=here.row, person=by.id, at=clock.now())
    words = account_words(account, here.case)
    detail = {"matter": str(matter_id), "account": str(account.id)}
    record(Event.ACCOUNT_READ, by=by, subject=("case", here.row.case_id), purpose=purpose, detail=detail)
    return words


def _may_read(here: HeldMatter, by: Actor) -> None:
    """Only who decides reads it, and only for a decision that asks for it."""
    if here.kind not in HEARD:
        raise Refused("This decision does not ask for an account.")
    if here.state is not State.CONSIDERING or here.row.taken_by != by.id:
        raise Refused("Her account is opened by the person who decides. Take this matter up first.")


def _explained(case: OpenCase, words: str, by: Actor) -> None:
    if heard(case, by).hearing.told is Told.DISCLOSED:
        raise NotYet("Her account was disclosed: it is there to be read.")
    Account.objects.filter(case=case.row, closed_at=None).update(closed_at=clock.now())
    insist(own_words(words, what="why there is no account"))
    identifier = new_id()
    sealed = case.key.seal(words, bound_to=bound("absence", identifier))
    Absence.objects.create(id=identifier, case=case.row, sealed=sealed, explained_at=clock.now(), explained_by=by.id)


def _hers(case_id: UUID, by: Actor) -> OpenCase:
    return held(case_id=case_id, operation=Operation.DISCLOSE_ACCOUNT, compartment=Compartment.SUPPORT, by=by)
