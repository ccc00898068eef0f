"""Decisions, and the removal lists that are screened."""

from pentameter.decisions.models.accounts import Absence, Account, AccountLook, WeightUsed
from pentameter.decisions.models.matters import Letter, Matter

__all__ = ["Absence", "Account", "AccountLook", "Letter", "Matter", "WeightUsed"]
