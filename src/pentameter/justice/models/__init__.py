"""What is true in justice: investigations, suspects and what happened to them; questions of policy."""

from pentameter.justice.models.pipeline import (
    Investigation,
    Mark,
    Participation,
    PipelineEvent,
    Protection,
    Suspect,
    SuspectKey,
)
from pentameter.justice.models.questions import PolicyQuestion, QuestionEntry, QuestionStriking

__all__ = [
    "Investigation",
    "Mark",
    "Participation",
    "PipelineEvent",
    "PolicyQuestion",
    "Protection",
    "QuestionEntry",
    "QuestionStriking",
    "Suspect",
    "SuspectKey",
]
