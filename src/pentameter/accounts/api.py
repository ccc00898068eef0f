"""The door for other contexts."""

from pentameter.accounts.queries import AgencyCard, agencies, agency

__all__ = ["AgencyCard", "agencies", "agency"]
