"""What is true in justice: investigations, suspects, and what happened to them."""

from pentameter.justice.models.pipeline import (
    Investigation,
    Mark,
    Participation,
    PipelineEvent,
    Protection,
    Suspect,
    SuspectKey,
)

__all__ = [
    "Investigation",
    "Mark",
    "Participation",
    "PipelineEvent",
    "Protection",
    "Suspect",
    "SuspectKey",
]
