"""Whether she consents that those who decide read her account. Asked at every step that lives on it."""

from pentameter.accounts import api as accounts
from pentameter.kernel.actor import AgencySector
from pentameter.kernel.verdict import Verdict, refused
from pentameter.victims.api import OpenCase, Purpose, consent_stands


def account_consent(case: OpenCase, authority: str) -> Verdict:
    """Whether her consent that `authority` (an agency's short name) reads her account stands. One SQL query."""
    return consent_stands(case, Purpose.ACCOUNT, authority)


def authority_for(case: OpenCase) -> tuple[str, Verdict]:
    """The competent authority that she lets read her account, or the first one with why it may not."""
    found = [one.slug for one in accounts.agencies().values() if one.sector is AgencySector.COMPETENT_AUTHORITY]
    answers = [(slug, account_consent(case, slug)) for slug in found]
    nobody = ("", refused("No competent authority is known here: nobody could read her account."))
    return next((one for one in answers if one[1].allowed), answers[0] if answers else nobody)
