"""Who may look at a decision again: another person than the one who made it.

Source: the guidance on the National Referral Mechanism, on reconsideration (to confirm).
"""

from pentameter.decisions.rules.states import Kind
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


def may_reconsider(kind: Kind, person: str, *, decided_by: str) -> Verdict:
    """Whether a person may write on a matter and decide it. `decided_by` made the decision that it looks at.

    Only a reconsideration looks at one; where it is not known who made that decision, nobody may.
    """
    if kind is not Kind.RECONSIDERATION:
        return ALLOWED
    if not decided_by:
        return refused("It is not known who made the decision that is to be looked at again. Call the duty desk.")
    if person == decided_by:
        return refused("You made the decision that is to be looked at again. Another decision-maker reconsiders it.")
    return ALLOWED
