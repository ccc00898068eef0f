"""Whether she consents that those who decide read her account. Asked at every step that lives on it."""

from pentameter.accounts import api as accounts
from pentameter.kernel.actor import Actor, AgencySector
from pentameter.kernel.verdict import Verdict, refused
from pentameter.victims.api import OpenCase, Purpose, consent_stands


def account_consent(case: OpenCase, by: Actor) -> Verdict:
    """Whether her consent stands: for who decides towards their own authority, for others towards any."""
    if by.sector is AgencySector.COMPETENT_AUTHORITY:
        return consent_stands(case, Purpose.ACCOUNT, by.agency)
    authorities = [one.slug for one in accounts.agencies().values() if one.sector is AgencySector.COMPETENT_AUTHORITY]
    answers = [consent_stands(case, Purpose.ACCOUNT, slug) for slug in authorities]
    nobody = refused("No competent authority is known here: nobody could read her account.")
    return next((one for one in answers if one.allowed), answers[0] if answers else nobody)
