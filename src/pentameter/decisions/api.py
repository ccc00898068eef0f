"""The door for other contexts: frozen values and pure functions."""

from pentameter.decisions.matching import ENOUGH, Answer, Birth, Explained, Screen, Subject
from pentameter.decisions.queries.desk import waiting as lines_waiting
from pentameter.decisions.queries.lists import ListCard, unfinished, waiting_for_officer
from pentameter.decisions.queries.matters import Waiting, waiting
from pentameter.decisions.queries.screened import Screened, screened
from pentameter.decisions.queries.trawling import recent_alerts
from pentameter.decisions.rules.screening.clearance import Standing

__all__ = [
    "ENOUGH",
    "Answer",
    "Birth",
    "Explained",
    "ListCard",
    "Screen",
    "Screened",
    "Standing",
    "Subject",
    "Waiting",
    "lines_waiting",
    "recent_alerts",
    "screened",
    "unfinished",
    "waiting",
    "waiting_for_officer",
]
