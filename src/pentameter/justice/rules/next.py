"""What is next for a suspect, and who has to do it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pentameter.justice.rules.screen import CHECK_OWNERS, CheckState
from pentameter.justice.rules.stages import OWNERS, SPARED, Owner, Stage

BEFORE_CHARGE = frozenset({Stage.SUSPECTED, Stage.ARRESTED, Stage.ON_BAIL, Stage.RELEASED})
"""A charge could still be the first."""
UNDER_CHECK = frozenset(Stage) - SPARED - {Stage.NO_ACTION}
"""A penalty can come, or stands: new facts ask for the check at every one of these, also after the charge."""


@dataclass(frozen=True, slots=True)
class Next:
    """What has to be done, and by whom."""

    what: str
    owner: Owner


_STEPS: Mapping[Stage, str] = {
    Stage.SUSPECTED: "Record an arrest, send the investigation to prosecutors, or record that nothing more is done.",
    Stage.ARRESTED: "Say what became of the arrest: bail, release under investigation, or no further action.",
    Stage.ON_BAIL: "Go on investigating, and send the investigation to prosecutors.",
    Stage.RELEASED: "Go on investigating, and send the investigation to prosecutors.",
    Stage.NO_ACTION: "Nothing, unless it is taken up again.",
    Stage.CHARGED: "The first appearance.",
    Stage.APPEARED: "The plea.",
    Stage.PLEADED: "The trial, or the verdict where there is no trial.",
    Stage.IN_TRIAL: "The verdict.",
    Stage.AGAIN: "Say whether there is a new trial, or record how it ended.",
    Stage.CONVICTED: "The sentence.",
    Stage.SENTENCED: "Nothing more has to follow. Orders and an appeal can.",
    Stage.APPEALED: "The decision on the appeal.",
    Stage.ACQUITTED: "Nothing.",
    Stage.DISCONTINUED: "Nothing.",
    Stage.QUASHED: "Nothing.",
}
_CHECKS: Mapping[CheckState, str] = {
    CheckState.TO_MAKE: "Make the non-punishment check.",
    CheckState.ASK_AGAIN: "There are new facts: make the non-punishment check again.",
    CheckState.MAY_CHARGE: "Decide whether to charge.",
    CheckState.CLOSED: "No charge, unless another prosecutor looks at it again.",
    CheckState.REVIEW: "Review the charge: record that it is discontinued, or let another prosecutor make the check "
    "again and say why it goes on.",
}


def next_step(stage: Stage, check: CheckState, *, sent: bool) -> Next:
    """What is next. Once prosecutors have it, what waits for them comes first; new facts do, at every stage."""
    if sent and stage in BEFORE_CHARGE and stage is not Stage.ARRESTED:
        return Next(_CHECKS[check], CHECK_OWNERS[check])
    if check in (CheckState.ASK_AGAIN, CheckState.REVIEW) and stage in UNDER_CHECK - BEFORE_CHARGE:
        return Next(_CHECKS[check], CHECK_OWNERS[check])
    return Next(_STEPS[stage], OWNERS[stage])


@dataclass(frozen=True, slots=True)
class Warned:
    """What stands over a suspect's page: in a word, and in sentences."""

    title: str
    text: str


def warning(stage: Stage, check: CheckState, *, why: str, new: str) -> Warned | None:
    """What a suspect's page warns of. `why`: why no charge can follow now; `new`: what the check did not know."""
    if stage in BEFORE_CHARGE:
        return Warned("No charge as it stands", why) if why else None
    if stage in UNDER_CHECK and check is CheckState.REVIEW:
        said = "A non-punishment check made since the charge says that there is to be none."
        return Warned("The charge is to be reviewed", f"{said} {_CHECKS[check]}")
    if stage in UNDER_CHECK and check is CheckState.ASK_AGAIN:
        said = "There is a charge, and there are new facts since the non-punishment check."
        return Warned("Look again", f"{said} {new} Article 26 does not end at the charge: make the check again.")
    return None
