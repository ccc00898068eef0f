"""What a decision of each kind has to say besides its reasons."""

from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import RESULTS, Kind, Result
from pentameter.decisions.rules.wording import plain
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

GROUNDS_OF_LAW = {"public_order": "public order", "bad_faith": "bad faith: victim status claimed improperly"}
"""Grounds of an early end that rules of protection know (CETS 197 art. 13(3))."""


def whole(kind: Kind, draft: Draft) -> Verdict:
    """Whether nothing that this kind of decision needs is missing."""
    if draft.result not in RESULTS[kind]:
        return refused("Choose how this is decided.")
    if draft.decided_on is None:
        return refused("Enter the day of the decision.")
    if not plain(draft.facts):
        return refused("Say which facts the decision rests on.")
    if draft.result is Result.DISQUALIFIED:
        return _disqualified(draft)
    if kind is Kind.LEAVE and draft.result is Result.GRANTED:
        return _leave(draft)
    return ALLOWED


def _disqualified(draft: Draft) -> Verdict:
    if draft.ground not in GROUNDS_OF_LAW:
        return refused("Choose the ground on which protection ends early.")
    if not plain(draft.evidence):
        return refused("Say on which evidence protection ends early.")
    if draft.review_on is None or (draft.decided_on is not None and draft.review_on <= draft.decided_on):
        return refused("Give the day on which this is looked at again, after the day of the decision.")
    return ALLOWED


def _leave(draft: Draft) -> Verdict:
    if draft.until is None or (draft.decided_on is not None and draft.until < draft.decided_on):
        return refused("Give the last day of the leave, not before the day of the decision.")
    return ALLOWED
