"""Whether a person was heard for a decision: her account and whether it is open, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from pentameter.decisions.models import Absence, Account, AccountLook, WeightUsed
from pentameter.decisions.queries.consent import account_consent
from pentameter.decisions.rules.gate import Hearing, Told
from pentameter.decisions.rules.wording import plain
from pentameter.kernel import sealing
from pentameter.kernel.actor import Actor, AgencySector
from pentameter.keyring import api as keyring
from pentameter.victims.api import OpenCase, bound


@dataclass(frozen=True, slots=True)
class Heard:
    """How she was heard so far. `account` is the account that may be opened, if there is one."""

    hearing: Hearing
    account: UUID | None = None
    disclosed_at: datetime | None = None
    disclosed_by: str = ""
    opened_at: datetime | None = None
    explained_at: datetime | None = None
    explained_by: str = ""


def heard(case: OpenCase, by: Actor, *, matter: UUID | None = None, person: str = "") -> Heard:
    """How she was heard, as far as `person` (or the actor), who decides `matter`, goes. At most three SQL queries.

    The newest account counts, while her consent stands. An explanation counts if it came after the account was closed.
    """
    mine = AccountLook.objects.filter(account=OuterRef("pk"), person=person or by.id).order_by("at")
    looks = mine.filter(matter_id=matter) if matter else mine.none()
    newest = Account.objects.filter(case=case.row).order_by("-disclosed_at", "-id")
    account = newest.annotate(opened_at=Subquery(looks.values("at")[:1])).first()
    if account is not None and account.closed_at is None and account_consent(case, _authority(account, by)).allowed:
        return Heard(
            Hearing(Told.DISCLOSED, opened=account.opened_at is not None),
            account=account.id,
            disclosed_at=account.disclosed_at,
            disclosed_by=account.disclosed_by,
            opened_at=account.opened_at,
        )
    absence = Absence.objects.filter(case=case.row).order_by("-explained_at", "-id").first()
    if absence is not None and (account is None or absence.explained_at > account.disclosed_at):
        words = _absence(absence, case)
        hearing = Hearing(Told.ABSENT, absence=words)
        return Heard(hearing, explained_at=absence.explained_at, explained_by=absence.explained_by)
    return Heard(Hearing(Told.NOT_ASKED if account is None else Told.CLOSED))


def weight_index(person: str, weight: str) -> str:
    """The blind index of somebody's words on the weight of an account."""
    key = keyring.standing_key("weight given to accounts")
    return sealing.blind_index(key, f"{person}:{plain(weight)}")


def weight_used_before(person: str, weight: str, *, besides: UUID | None = None) -> bool:
    """Whether somebody gave an account its weight in the same words before. One SQL query."""
    if not plain(weight):
        return False
    found = WeightUsed.objects.filter(index=weight_index(person, weight))
    return (found.exclude(matter_id=besides) if besides else found).exists()


def account_words(account: Account, case: OpenCase) -> str:
    """What the account says."""
    said: Any = case.key.unseal(account.sealed, bound_to=bound("account", account.id))
    return str(said)


def _authority(account: Account, by: Actor) -> str:
    """Towards whom her consent is asked: the authority of who decides, or that to which it was disclosed."""
    return by.agency if by.sector is AgencySector.COMPETENT_AUTHORITY else account.authority


def _absence(absence: Absence, case: OpenCase) -> str:
    return str(case.safe.unseal(absence.sealed, bound_to=bound("absence", absence.id))) if case.safe else ""
