"""A hold is asked for by its reference: yes or no, and whom to call."""

from datetime import date

import pytest

from cast import auditor, decision_maker, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import CaseKey
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.services.events import record_event
from pentameter.victims.services.holds import look_up_hold
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_a_hold_stands_while_she_is_protected() -> None:
    done = rescued()
    answer = look_up_hold(reference=done.reference.lower().replace("-", " "), by=removals_officer())
    assert (answer.known, answer.stands) == (True, True)


def test_it_stands_no_more_when_protection_has_ended() -> None:
    done = rescued(found_on=date(2024, 1, 2))
    for event in (
        Event(EventKind.REASONABLE_GROUNDS, on=date(2024, 1, 9), outcome=Outcome.POSITIVE),
        Event(EventKind.CONCLUSIVE_GROUNDS, on=date(2024, 6, 3), outcome=Outcome.NEGATIVE),
    ):
        record_event(case_id=done.case_id, event=event, origin="decision", by=decision_maker())
    answer = look_up_hold(reference=done.reference, by=removals_officer())
    assert (answer.known, answer.stands) == (True, False)


def test_what_no_longer_opens_stands() -> None:
    done = rescued()
    CaseKey.objects.all().delete()
    assert look_up_hold(reference=done.reference, by=removals_officer()).stands


def test_a_reference_that_never_was_is_not_known() -> None:
    answer = look_up_hold(reference="H-0000-0000", by=removals_officer())
    assert (answer.known, answer.stands) == (False, False)
    assert Entry.objects.filter(event="hold_looked_up").count() == 1


def test_who_has_no_use_for_it_is_refused() -> None:
    with pytest.raises(Refused):
        look_up_hold(reference="H-0000-0000", by=auditor())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_answer() -> None:
    done = rescued()
    no_row_no_act(lambda: look_up_hold(reference=done.reference, by=removals_officer()))
