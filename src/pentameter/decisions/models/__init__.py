"""Decisions on people, and removal lists with the answers to their lines."""

from pentameter.decisions.models.accounts import Absence, Account, AccountLook, WeightUsed
from pentameter.decisions.models.court_side import CourtSide
from pentameter.decisions.models.matters import Letter, Matter
from pentameter.decisions.models.screening import LineAct, ListKey, ListLine, RemovalList, TrawlingAlert

__all__ = [
    "Absence",
    "Account",
    "AccountLook",
    "CourtSide",
    "Letter",
    "LineAct",
    "ListKey",
    "ListLine",
    "Matter",
    "RemovalList",
    "TrawlingAlert",
    "WeightUsed",
]
