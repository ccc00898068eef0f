"""What was disposed of or erased, by ids: what a restored backup has to be rid of again."""

from pentameter.retention.models import Review
from pentameter.retention.rules.groups import Kind, Outcome
from pentameter.retention.storage import Line
from pentameter.victims import api as victims


def gone() -> tuple[Line, ...]:
    """Everything that two people had go, in its order. Two SQL queries."""
    rows = Review.objects.filter(outcome=Outcome.DISPOSE.value, confirmed_at__isnull=False).exclude(
        kind=Kind.CASE.value
    )
    said = rows.values_list("kind", "item", "confirmed_at")
    found = [(Kind(kind), item, at) for kind, item, at in said if at is not None]
    cases = [(Kind.CASE, case, at) for case, at in victims.erased_cases()]
    return tuple(sorted((*found, *cases), key=lambda one: (one[2], one[1])))
