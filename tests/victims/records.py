"""What the tests of consent, referrals and notifications share."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from django.db import models, transaction

from cast import caseworker, durham_constable
from pentameter.access.api import Compartment, Operation
from pentameter.accounts.models import Agency
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.ledger import ConsentFacts
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.consent import Saying, record_consent
from pentameter.victims.services.referrals import AskedAtRescue, ask_at_rescue

ELSEWHERE = "shoreline-refuge"
NOTE = "she said so in her own words, canary-consent"


def opened_by(case_id: UUID, by: Actor | None = None) -> OpenCase:
    """The case, as the Durham constable opens it."""
    return opened(case_id, by or durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)


def ask_in_the_night(case_id: UUID, *, agrees: bool | None, by: Actor | None = None) -> AskedAtRescue:
    """What registering does in its own transaction."""
    actor = by or durham_constable()
    with transaction.atomic():
        return ask_at_rescue(opened_by(case_id, actor), agrees=agrees, by=actor)


def other_organisation(slug: str = ELSEWHERE) -> str:
    """Another support organisation."""
    Agency.objects.get_or_create(
        slug=slug, defaults={"name": slug.replace("-", " ").title(), "sector": "support", "jurisdiction": "scotland"}
    )
    return slug


def says(
    case_id: UUID,
    said: Said,
    *,
    purpose: Purpose = Purpose.SUPPORT,
    agency: str = "",
    until: date | None = None,
    by: Actor | None = None,
) -> UUID:
    """She says something, and the Durham constable writes it down."""
    facts = ConsentFacts(language="sq", interpreter="by telephone", asked_by="the constable", note=NOTE)
    saying = Saying(purpose, said, agency=agency, until=until, facts=facts)
    return record_consent(case_id=case_id, saying=saying, by=by or durham_constable())


def plain(model: type[models.Model]) -> str:
    """Everything that a table holds, as who steals the file reads it."""
    return " ".join(
        str(bytes(v) if isinstance(v, memoryview) else v) for row in model.objects.values_list() for v in row
    )


def worker_elsewhere() -> Actor:
    """A caseworker of the other organisation."""
    return replace(caseworker(), id=str(uuid5(UUID(int=2007), "elsewhere")), name="Gwen Tallis", agency=ELSEWHERE)
