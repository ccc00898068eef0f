"""The door for other contexts: frozen values and ids."""

from pentameter.justice.queries.outcomes import Counts, LawCounts, Outcomes, counts_by_law, outcomes

__all__ = [
    "Counts",
    "LawCounts",
    "Outcomes",
    "counts_by_law",
    "outcomes",
]
