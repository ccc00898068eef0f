"""What she may have about herself is given, for a purpose, and recorded."""

import pytest

from cast import caseworker, decision_maker, duty_desk
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.services.copies import give_copy
from victims.ground import NAME, WHERE, supported

pytestmark = pytest.mark.django_db


def test_it_holds_what_is_kept_about_her() -> None:
    done = supported()
    page = give_copy(case_id=done.case_id, purpose="she asked", by=caseworker())
    told = {value for one in page.sections for _, value in one.facts}
    assert {NAME, WHERE} <= told
    assert len(page.protection.clocks) == 2
    assert page.looks
    assert Entry.objects.get(event="copy_given").purpose == "she asked"


def test_who_may_not_and_what_was_erased() -> None:
    done = supported()
    for person in (duty_desk(), decision_maker()):
        with pytest.raises(Refused):
            give_copy(case_id=done.case_id, purpose="she asked", by=person)
    with pytest.raises(Refused, match="purpose"):
        give_copy(case_id=done.case_id, purpose="", by=caseworker())
    Case.objects.update(identity=None, practical=None, whereabouts=None, state="erased")
    CaseKey.objects.all().delete()
    with pytest.raises(Refused, match="erased"):
        give_copy(case_id=done.case_id, purpose="she asked", by=caseworker())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_copy() -> None:
    done = supported()
    no_row_no_act(lambda: give_copy(case_id=done.case_id, purpose="she asked", by=caseworker()))
