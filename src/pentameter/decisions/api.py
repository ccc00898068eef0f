"""The door for other contexts: frozen values and pure functions."""

from pentameter.decisions.list_keys import WRAPPED
from pentameter.decisions.matching import ENOUGH, Answer, Birth, Explained, Passages, Screen, Solid, Subject, forget
from pentameter.decisions.queries.desk import waiting as lines_waiting
from pentameter.decisions.queries.lists import ListCard, unfinished, waiting_for_officer
from pentameter.decisions.queries.matters import Waiting, waiting
from pentameter.decisions.queries.pending import being_decided
from pentameter.decisions.queries.screened import Screened, screened
from pentameter.decisions.queries.trawling import checks_since, recent_alerts
from pentameter.decisions.rules.screening.clearance import Standing
from pentameter.decisions.rules.screening.trawling import CheckFact, suspicions

__all__ = [
    "ENOUGH",
    "WRAPPED",
    "Answer",
    "Birth",
    "CheckFact",
    "Explained",
    "ListCard",
    "Passages",
    "Screen",
    "Screened",
    "Solid",
    "Standing",
    "Subject",
    "Waiting",
    "being_decided",
    "checks_since",
    "forget",
    "lines_waiting",
    "recent_alerts",
    "screened",
    "suspicions",
    "unfinished",
    "waiting",
    "waiting_for_officer",
]
