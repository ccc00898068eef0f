"""Whether she still consents that those who decide read her account."""

from pentameter.victims.api import OpenCase


def account_consent_stands(case: OpenCase) -> bool:
    """Whether nothing says that she withdrew it. What nobody can open any more is not read."""
    return case.safe is not None
