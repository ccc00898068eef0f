"""What can happen to a suspect, and how each of it can end: the words of the pipeline."""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What happened. In the order in which things of one day are read."""

    REOPENED = "reopened"
    ARRESTED = "arrested"
    BAILED = "bailed"
    RELEASED = "released"
    NO_ACTION = "no_action"
    CHECKED = "checked"
    CHARGED = "charged"
    APPEARED = "appeared"
    PLEADED = "pleaded"
    TRIED = "tried"
    VERDICT = "verdict"
    SENTENCED = "sentenced"
    ORDERED = "ordered"
    APPEALED = "appealed"
    APPEAL_DECIDED = "appeal_decided"

    @property
    def words(self) -> str:
        """As people say it, beginning a line."""
        return _KINDS[self]


_KINDS = {
    Kind.REOPENED: "Taken up again",
    Kind.ARRESTED: "Arrest",
    Kind.BAILED: "Bail",
    Kind.RELEASED: "Released under investigation",
    Kind.NO_ACTION: "No further action",
    Kind.CHECKED: "Non-punishment check",
    Kind.CHARGED: "Charge",
    Kind.APPEARED: "First appearance",
    Kind.PLEADED: "Plea",
    Kind.TRIED: "Trial",
    Kind.VERDICT: "Verdict",
    Kind.SENTENCED: "Sentence",
    Kind.ORDERED: "Order",
    Kind.APPEALED: "Appeal",
    Kind.APPEAL_DECIDED: "Appeal decided",
}
ORDER = {kind: number for number, kind in enumerate(Kind)}
"""How things of one day are read: what comes first in law comes first."""
OF_FORCE = frozenset({Kind.REOPENED, Kind.ARRESTED, Kind.BAILED, Kind.RELEASED, Kind.NO_ACTION})
"""Recorded by the forces of the investigation."""
OF_PROSECUTOR = frozenset({Kind.CHECKED, Kind.CHARGED})
"""Recorded by prosecutors to whom it was sent, and by nobody else."""
OF_COURT = frozenset(Kind) - OF_FORCE - OF_PROSECUTOR
"""Recorded by whoever of both learned of it first."""
ABOUT_A_CHARGE = OF_COURT - {Kind.ORDERED}
"""What concerns one charge. An order may stand without one."""
WITH_OFFENCE = frozenset({Kind.ARRESTED, Kind.CHARGED})
"""What names an offence: the one on arrest is kept apart from the one charged."""


OTHER = "other"
"""Said of an arrest for an offence that the register of laws does not hold."""


class Outcome(StrEnum):
    """How something ended, or in which way it was done."""

    CHARGE = "charge"
    SUMMONS = "summons"
    PETITION = "petition"
    NOTHING_FOUND = "nothing_found"
    MAY_BE_CHARGED = "may_be_charged"
    NOT_TO_BE_CHARGED = "not_to_be_charged"
    GUILTY = "guilty"
    NOT_GUILTY = "not_guilty"
    NO_PLEA = "no_plea"
    CONVICTED = "convicted"
    CONVICTED_OF_ANOTHER = "convicted_of_another"
    ACQUITTED = "acquitted"
    DISCONTINUED = "discontinued"
    NOT_AGREED = "not_agreed"
    CUSTODY = "custody"
    SUSPENDED = "suspended"
    COMMUNITY = "community"
    FINE = "fine"
    OTHER = "other"
    PREVENTION = "prevention"
    PREVENTION_ON_APPLICATION = "prevention_on_application"
    RISK = "risk"
    REPARATION = "reparation"
    CONFISCATION = "confiscation"
    FORFEITURE = "forfeiture"
    DISMISSED = "dismissed"
    SENTENCE_CHANGED = "sentence_changed"
    QUASHED = "quashed"
    RETRIAL = "retrial"

    @property
    def words(self) -> str:
        """As people say it."""
        return _OUTCOMES.get(self, self.value.replace("_", " "))


_OUTCOMES = {
    Outcome.NOTHING_FOUND: "nothing points to a victim",
    Outcome.MAY_BE_CHARGED: "may be a victim, and may be charged all the same",
    Outcome.NOT_TO_BE_CHARGED: "not to be charged",
    Outcome.NO_PLEA: "no plea entered",
    Outcome.CONVICTED_OF_ANOTHER: "convicted of another offence instead",
    Outcome.NOT_AGREED: "jury not agreed",
    Outcome.SUSPENDED: "suspended sentence",
    Outcome.COMMUNITY: "community sentence",
    Outcome.OTHER: "another sentence",
    Outcome.PREVENTION: "prevention order on conviction",
    Outcome.PREVENTION_ON_APPLICATION: "prevention order on application",
    Outcome.RISK: "risk order",
    Outcome.REPARATION: "reparation order",
    Outcome.CONFISCATION: "confiscation order",
    Outcome.FORFEITURE: "forfeiture",
    Outcome.QUASHED: "conviction quashed",
    Outcome.RETRIAL: "retrial ordered",
}
OUTCOMES: Mapping[Kind, tuple[Outcome, ...]] = {
    Kind.CHECKED: (Outcome.NOTHING_FOUND, Outcome.MAY_BE_CHARGED, Outcome.NOT_TO_BE_CHARGED),
    Kind.CHARGED: (Outcome.CHARGE, Outcome.SUMMONS, Outcome.PETITION),
    Kind.PLEADED: (Outcome.GUILTY, Outcome.NOT_GUILTY, Outcome.NO_PLEA),
    Kind.VERDICT: (
        *(Outcome.CONVICTED, Outcome.CONVICTED_OF_ANOTHER),
        *(Outcome.ACQUITTED, Outcome.DISCONTINUED, Outcome.NOT_AGREED),
    ),
    Kind.SENTENCED: (Outcome.CUSTODY, Outcome.SUSPENDED, Outcome.COMMUNITY, Outcome.FINE, Outcome.OTHER),
    Kind.ORDERED: (
        *(Outcome.PREVENTION, Outcome.PREVENTION_ON_APPLICATION, Outcome.RISK),
        *(Outcome.REPARATION, Outcome.CONFISCATION, Outcome.FORFEITURE),
    ),
    Kind.APPEAL_DECIDED: (Outcome.DISMISSED, Outcome.SENTENCE_CHANGED, Outcome.QUASHED, Outcome.RETRIAL),
}
"""How each kind can end. What is not here has no outcome."""
CONVICTS = frozenset({Outcome.CONVICTED, Outcome.CONVICTED_OF_ANOTHER})
"""A verdict of guilty: of the offence charged, or of another instead, which then counts under its own law."""
CLEARS = frozenset({Outcome.NOTHING_FOUND, Outcome.MAY_BE_CHARGED})
"""A check with one of these lets a charge follow."""
