"""The door for other contexts: frozen values and ids."""

from pentameter.justice.queries.asking import AskedAbout, anybody_to_ask_about, to_ask_about
from pentameter.justice.queries.listing import JusticeDuties, waiting
from pentameter.justice.queries.outcomes import Counts, LawCounts, Outcomes, counts_by_law, outcomes
from pentameter.justice.queries.prosecutions import Prosecution, prosecution_by_reference, prosecutions
from pentameter.justice.rules.people import Person
from pentameter.justice.services.protection import keep_answers

__all__ = [
    "AskedAbout",
    "Counts",
    "JusticeDuties",
    "LawCounts",
    "Outcomes",
    "Person",
    "Prosecution",
    "anybody_to_ask_about",
    "counts_by_law",
    "keep_answers",
    "outcomes",
    "prosecution_by_reference",
    "prosecutions",
    "to_ask_about",
    "waiting",
]
