"""The tables of entities."""

from pentameter.entities.models.alerts import Interest
from pentameter.entities.models.finding import Found
from pentameter.entities.models.following import Followed
from pentameter.entities.models.judgements import Judgement, Undoing
from pentameter.entities.models.knowing import Known
from pentameter.entities.models.links import Link
from pentameter.entities.models.matching import Block, Proposal
from pentameter.entities.models.placing import Placing

__all__ = ["Block", "Followed", "Found", "Interest", "Judgement", "Known", "Link", "Placing", "Proposal", "Undoing"]
