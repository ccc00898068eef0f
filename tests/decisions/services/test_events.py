"""What each decision tells the clocks, and what it does not."""

from datetime import timedelta
from itertools import product

import pytest

from cast import decision_maker
from decisions import persons
from pentameter.access.api import Compartment, Operation
from pentameter.decisions.models import Matter
from pentameter.decisions.rules.states import RESULTS, Kind, Result
from pentameter.decisions.services.events import about_event, decided
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import EventKind, opened, protection_of
from pentameter.victims.models import CaseEvent

pytestmark = pytest.mark.django_db

TELLS = {
    (Kind.REASONABLE_GROUNDS, Result.POSITIVE): ("reasonable_grounds", "positive"),
    (Kind.REASONABLE_GROUNDS, Result.NEGATIVE): ("reasonable_grounds", "negative"),
    (Kind.CONCLUSIVE_GROUNDS, Result.POSITIVE): ("conclusive_grounds", "positive"),
    (Kind.CONCLUSIVE_GROUNDS, Result.NEGATIVE): ("conclusive_grounds", "negative"),
    (Kind.RECONSIDERATION, Result.POSITIVE): ("reconsideration_ended", "positive"),
    (Kind.RECONSIDERATION, Result.NEGATIVE): ("reconsideration_ended", "negative"),
    (Kind.LEAVE, Result.GRANTED): ("leave_granted", ""),
    (Kind.LEAVE, Result.REFUSED): ("leave_refused", ""),
    (Kind.DISQUALIFICATION, Result.DISQUALIFIED): ("disqualified", ""),
}


@pytest.mark.parametrize(("kind", "place"), list(product(Kind, (0, 1))))
def test_each_decision_tells_what_it_is(kind: Kind, place: int) -> None:
    case_id = persons.protected()
    result = RESULTS[kind][place]
    before = set(CaseEvent.objects.values_list("id", flat=True))
    matter = Matter(case_id=case_id, kind=kind.value, about=Matter(kind="conclusive_grounds"))
    later = persons.today() + timedelta(days=90)
    said = persons.draft(result, until=later, review_on=later, ground="public_order", evidence="A judgment.")
    decided(matter, said, decision_maker())
    told = CaseEvent.objects.exclude(id__in=before)
    assert [(one.kind, one.outcome) for one in told] == ([TELLS[kind, result]] if (kind, result) in TELLS else [])
    assert all(one.origin == "decisions" for one in told)


def test_a_reconsideration_of_nothing_is_refused() -> None:
    assert about_event(Matter(about=Matter(kind="reasonable_grounds"))) is EventKind.REASONABLE_GROUNDS
    with pytest.raises(Refused, match="not known which decision"):
        about_event(Matter())


@pytest.mark.parametrize(("basis", "protects"), [("", True), ("old", False)])
def test_on_old_facts_no_second_period_begins_by_itself(basis: str, protects: bool) -> None:
    """Nationality and Borders Act 2022 s.62: that takes a recorded discretion."""
    case_id = persons.run_out()
    matter = Matter(case_id=case_id, kind=Kind.REASONABLE_GROUNDS.value)
    decided(matter, persons.draft(Result.POSITIVE, basis=basis), decision_maker())
    case = opened(case_id, decision_maker(), Operation.VIEW_PROTECTION, Compartment.DECISION)
    assert protection_of(case).removal.protected is protects
