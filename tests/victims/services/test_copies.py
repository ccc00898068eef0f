"""What she may have about herself is given, for a purpose, and recorded."""

import pytest

from cast import caseworker, decision_maker, duty_desk
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.rules.support import EntryState
from pentameter.victims.services.assessments import assess
from pentameter.victims.services.copies import give_copy
from pentameter.victims.services.notes import write_note
from pentameter.victims.services.plans import plan_task, settle
from victims.ground import NAME, WHERE, supported, worked_with
from victims.support_ground import case, risk, task

pytestmark = pytest.mark.django_db


def test_it_holds_what_is_kept_about_her() -> None:
    done = worked_with()
    page = give_copy(case_id=done.case_id, purpose="she asked", by=caseworker())
    told = {value for one in page.sections for _, value in one.facts}
    assert {NAME, WHERE} <= told
    assert Entry.objects.get(event="whereabouts_read").purpose == "she asked"
    assert len(page.protection.clocks) == 2
    assert page.looks
    assert Entry.objects.get(event="copy_given").purpose == "she asked"


def test_whoever_may_not_see_where_she_is_does_not_see_it_on_her_copy() -> None:
    page = give_copy(case_id=supported().case_id, purpose="she asked", by=caseworker())
    told = {value for one in page.sections for _, value in one.facts}
    assert NAME in told
    assert WHERE not in told
    assert not page.tells_where
    assert not Entry.objects.filter(event="whereabouts_read").exists()


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


def test_it_says_how_she_was_supported_and_leaves_notes_to_be_read_with_her() -> None:
    case_id = case()
    assess(case_id=case_id, assessment=risk(), by=caseworker())
    task_id = plan_task(case_id=case_id, task=task(), by=caseworker())
    settle(case_id=case_id, entry_id=task_id, to=EntryState.DONE, reason="", version=1, by=caseworker())
    write_note(case_id=case_id, text="What another woman said of him.", by=caseworker())
    page = give_copy(case_id=case_id, purpose="she asked", by=caseworker())
    (support,) = (one for one in page.sections if one.heading == "Your support")
    told = [value for _, value in support.facts]
    assert told[0].startswith("Risk assessment: ")
    assert told[1].startswith("Task: Ask for a dentist")
    assert told[1].endswith("(done)")
    assert "another woman" not in str(page.sections)
