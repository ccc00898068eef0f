"""The door for other contexts: frozen values and ids."""

from pentameter.entities.queries.checking import Checked, check_placings, unplaced
from pentameter.entities.queries.interests import Call, InterestLine, InterestPage, unseen
from pentameter.entities.queries.ledger import LedgerLine, Undone
from pentameter.entities.queries.listing import ThingLine, ThingsPage
from pentameter.entities.queries.things import ThingView
from pentameter.entities.rules.judgements import Finding, Way
from pentameter.entities.services import list_things, mend_placings, show_thing
from pentameter.entities.services.rebuilding import Mended

__all__ = [
    "Call",
    "Checked",
    "Finding",
    "InterestLine",
    "InterestPage",
    "LedgerLine",
    "Mended",
    "ThingLine",
    "ThingView",
    "ThingsPage",
    "Undone",
    "Way",
    "check_placings",
    "list_things",
    "mend_placings",
    "show_thing",
    "unplaced",
    "unseen",
]
