"""The tables of entities."""

from pentameter.entities.models.alerts import Interest
from pentameter.entities.models.finding import Found
from pentameter.entities.models.following import Followed
from pentameter.entities.models.judgements import Judgement, Undoing
from pentameter.entities.models.knowing import Known
from pentameter.entities.models.links import Link
from pentameter.entities.models.matching import Block, Proposal
from pentameter.entities.models.placing import Placing
from pentameter.entities.models.reviewing import Claim, Opinion

__all__ = [
    "Block",
    "Claim",
    "Followed",
    "Found",
    "Interest",
    "Judgement",
    "Known",
    "Link",
    "Opinion",
    "Placing",
    "Proposal",
    "Undoing",
]
