"""The door for other contexts: frozen values and ids."""

from pentameter.justice.keys import WRAPPED
from pentameter.justice.queries.asking import AskedAbout, anybody_to_ask_about, to_ask_about
from pentameter.justice.queries.investigated import investigated, open_investigations
from pentameter.justice.queries.listing import JusticeDuties, waiting
from pentameter.justice.queries.outcomes import Counts, Outcomes, counts_by_law, headline, outcomes
from pentameter.justice.queries.prosecutions import Prosecution, prosecution_by_reference, prosecutions
from pentameter.justice.queries.questions import QuestionCard
from pentameter.justice.rules.laws_register import LawLine, Recorded
from pentameter.justice.rules.laws_telling import as_dict as law_as_dict
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.questions import State as QuestionState
from pentameter.justice.services.laws import law_lines
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.questions import policy_questions

__all__ = [
    "WRAPPED",
    "AskedAbout",
    "Counts",
    "JusticeDuties",
    "LawLine",
    "Outcomes",
    "Person",
    "Prosecution",
    "QuestionCard",
    "QuestionState",
    "Recorded",
    "anybody_to_ask_about",
    "counts_by_law",
    "headline",
    "investigated",
    "keep_answers",
    "law_as_dict",
    "law_lines",
    "open_investigations",
    "outcomes",
    "policy_questions",
    "prosecution_by_reference",
    "prosecutions",
    "to_ask_about",
    "waiting",
]
