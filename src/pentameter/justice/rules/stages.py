"""Where a suspect and each of their charges stand, who has to act there, and what can follow.

Two tables: a suspect until they are charged, and each charge from then on. What is refused is refused in a sentence.
Source: the pipeline of the operation (investigation, arrest, charge, court, appeal), with its owners.
"""

from collections.abc import Mapping
from enum import StrEnum

from pentameter.justice.rules.kinds import CONVICTS, Kind, Outcome


class Stage(StrEnum):
    """How a suspect stands before a charge, or how a charge stands."""

    SUSPECTED = "suspected"
    ARRESTED = "arrested"
    ON_BAIL = "on_bail"
    RELEASED = "released"
    NO_ACTION = "no_action"
    CHARGED = "charged"
    APPEARED = "appeared"
    PLEADED = "pleaded"
    IN_TRIAL = "in_trial"
    AGAIN = "again"
    CONVICTED = "convicted"
    SENTENCED = "sentenced"
    APPEALED = "appealed"
    ACQUITTED = "acquitted"
    DISCONTINUED = "discontinued"
    QUASHED = "quashed"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS.get(self, self.value.replace("_", " "))


_WORDS = {
    Stage.SUSPECTED: "under investigation",
    Stage.RELEASED: "released under investigation",
    Stage.NO_ACTION: "no further action",
    Stage.APPEARED: "first appearance made",
    Stage.PLEADED: "plea entered",
    Stage.IN_TRIAL: "on trial",
    Stage.AGAIN: "to be tried again, or ended",
    Stage.APPEALED: "under appeal",
    Stage.QUASHED: "conviction quashed",
}


class Owner(StrEnum):
    """Who has to act."""

    FORCE = "the force"
    PROSECUTOR = "the prosecutor"
    ANOTHER = "another prosecutor than the one who checked"
    COURT = "the court"
    NOBODY = "nobody"


OWNERS: Mapping[Stage, Owner] = {
    **dict.fromkeys((Stage.SUSPECTED, Stage.ARRESTED, Stage.ON_BAIL, Stage.RELEASED), Owner.FORCE),
    **dict.fromkeys((Stage.CHARGED, Stage.APPEARED, Stage.PLEADED, Stage.IN_TRIAL), Owner.COURT),
    **dict.fromkeys((Stage.CONVICTED, Stage.APPEALED), Owner.COURT),
    Stage.AGAIN: Owner.PROSECUTOR,
    **dict.fromkeys((Stage.NO_ACTION, Stage.SENTENCED), Owner.NOBODY),
    **dict.fromkeys((Stage.ACQUITTED, Stage.DISCONTINUED, Stage.QUASHED), Owner.NOBODY),
}
Next = Stage | str | Mapping[Outcome, Stage]
"""What follows: a stage, a stage by outcome, or the sentence that refuses it."""
ENDED = frozenset({Stage.SENTENCED, Stage.ACQUITTED, Stage.DISCONTINUED, Stage.QUASHED})
"""Nothing more has to follow for a charge that stands like this."""
SPARED = frozenset({Stage.ACQUITTED, Stage.DISCONTINUED, Stage.QUASHED})
"""The charge is over, and nobody is punished for it."""
GUILTY = frozenset({Stage.CONVICTED, Stage.SENTENCED, Stage.APPEALED})
"""A conviction stands."""

_ARREST_FIRST = "No arrest stands before this day. Record the arrest first, or check the day."
_IS_OPEN = "It is open already: there is nothing to take up again."
_IS_CHARGED = "There is a charge before this day. What ends a charge is recorded as its verdict."
_TAKE_UP = "No further action was decided before this day. Record that it was taken up again, or an arrest, first."

BEFORE: Mapping[Stage, Mapping[Kind, Stage | str]] = {
    Stage.SUSPECTED: {
        Kind.ARRESTED: Stage.ARRESTED,
        Kind.BAILED: _ARREST_FIRST,
        Kind.RELEASED: _ARREST_FIRST,
        Kind.NO_ACTION: Stage.NO_ACTION,
        Kind.REOPENED: _IS_OPEN,
        Kind.CHARGED: Stage.CHARGED,
    },
    **{
        stage: {
            Kind.ARRESTED: Stage.ARRESTED,
            Kind.BAILED: Stage.ON_BAIL,
            Kind.RELEASED: Stage.RELEASED,
            Kind.NO_ACTION: Stage.NO_ACTION,
            Kind.REOPENED: _IS_OPEN,
            Kind.CHARGED: Stage.CHARGED,
        }
        for stage in (Stage.ARRESTED, Stage.ON_BAIL, Stage.RELEASED)
    },
    Stage.NO_ACTION: {
        Kind.ARRESTED: Stage.ARRESTED,
        Kind.BAILED: _TAKE_UP,
        Kind.RELEASED: _TAKE_UP,
        Kind.NO_ACTION: "No further action stands already.",
        Kind.REOPENED: Stage.SUSPECTED,
        Kind.CHARGED: _TAKE_UP,
    },
    Stage.CHARGED: {
        Kind.ARRESTED: Stage.CHARGED,
        Kind.BAILED: _IS_CHARGED,
        Kind.RELEASED: _IS_CHARGED,
        Kind.NO_ACTION: _IS_CHARGED,
        Kind.REOPENED: _IS_CHARGED,
        Kind.CHARGED: Stage.CHARGED,
    },
}
"""A suspect until the charge: every stage and every kind that concerns it. After a charge they stay charged."""

_VERDICTS: Mapping[Outcome, Stage] = {
    **dict.fromkeys(CONVICTS, Stage.CONVICTED),
    Outcome.ACQUITTED: Stage.ACQUITTED,
    Outcome.DISCONTINUED: Stage.DISCONTINUED,
    Outcome.NOT_AGREED: Stage.AGAIN,
}
_VERDICT_FIRST = "No verdict of guilty stands for this charge before this day. Record the verdict first."
_DECIDED = "This charge was decided before this day. Check the day, or strike the verdict out if it is wrong."
_OVER = "This charge is over. Check the day, or strike out what ended it if that is wrong."
_NO_APPEAL = "No appeal was made against this before this day. Record the appeal first."


def _row(
    appeared: Stage | str, pleaded: Stage | str, tried: Stage | str, *, verdict: bool, sentenced: Stage | str = ""
) -> Mapping[Kind, Next]:
    return {
        Kind.APPEARED: appeared,
        Kind.PLEADED: pleaded,
        Kind.TRIED: tried,
        Kind.VERDICT: _VERDICTS if verdict else _DECIDED,
        Kind.SENTENCED: sentenced or _VERDICT_FIRST,
        Kind.APPEALED: _VERDICT_FIRST,
        Kind.APPEAL_DECIDED: _NO_APPEAL,
    }


_APPEARED = "The first appearance is recorded already, or comes before what is recorded. Check the day."
_COURT = (Kind.APPEARED, Kind.PLEADED, Kind.TRIED, Kind.VERDICT, Kind.SENTENCED, Kind.APPEALED, Kind.APPEAL_DECIDED)
CHARGE: Mapping[Stage, Mapping[Kind, Next]] = {
    Stage.CHARGED: _row(Stage.APPEARED, Stage.PLEADED, Stage.IN_TRIAL, verdict=True),
    Stage.APPEARED: _row(_APPEARED, Stage.PLEADED, Stage.IN_TRIAL, verdict=True),
    Stage.PLEADED: _row(_APPEARED, Stage.PLEADED, Stage.IN_TRIAL, verdict=True),
    Stage.IN_TRIAL: _row(_APPEARED, Stage.IN_TRIAL, Stage.IN_TRIAL, verdict=True),
    Stage.AGAIN: _row(_APPEARED, Stage.AGAIN, Stage.IN_TRIAL, verdict=True),
    Stage.CONVICTED: {
        **_row(_DECIDED, _DECIDED, _DECIDED, verdict=False, sentenced=Stage.SENTENCED),
        Kind.APPEALED: Stage.APPEALED,
    },
    Stage.SENTENCED: {
        **_row(_DECIDED, _DECIDED, _DECIDED, verdict=False, sentenced="The sentence is recorded already."),
        Kind.APPEALED: Stage.APPEALED,
    },
    Stage.APPEALED: {
        **_row(_DECIDED, _DECIDED, _DECIDED, verdict=False, sentenced=Stage.APPEALED),
        Kind.APPEALED: "An appeal is under way already.",
        Kind.APPEAL_DECIDED: {
            Outcome.DISMISSED: Stage.SENTENCED,
            Outcome.SENTENCE_CHANGED: Stage.SENTENCED,
            Outcome.QUASHED: Stage.QUASHED,
            Outcome.RETRIAL: Stage.AGAIN,
        },
    },
    **{stage: dict.fromkeys(_COURT, _OVER) for stage in (Stage.ACQUITTED, Stage.DISCONTINUED, Stage.QUASHED)},
}
"""A charge: every stage and every kind of the court. What was learned late may be missing between: a verdict may
follow a charge. A sentence needs a verdict, and an appeal something to appeal against."""


def follows(stage: Stage, kind: Kind, outcome: Outcome | None = None) -> Stage | str:
    """What follows for a suspect before the charge, or for a charge: the stage, or the sentence that refuses it."""
    found = BEFORE[stage][kind] if kind in BEFORE[Stage.SUSPECTED] else CHARGE[stage][kind]
    if isinstance(found, Mapping):
        return found.get(outcome, "Choose how it ended.") if outcome else "Choose how it ended."
    return found


def following(
    table: Mapping[Stage, Mapping[Kind, Next]],
) -> dict[Stage, frozenset[Stage]]:
    """A table for its diagram: which stages can follow which."""
    return {stage: frozenset(_targets(row)) - {stage} for stage, row in table.items()}


def _targets(row: Mapping[Kind, Next]) -> set[Stage]:
    found: set[Stage] = set()
    for one in row.values():
        found |= set(one.values()) if isinstance(one, Mapping) else {one} if isinstance(one, Stage) else set()
    return found
