"""Who has seen a record: found in every row of the audit record, also where she was one of a list."""

import pytest

from cast import auditor, caseworker, decision_maker, duty_desk, in_database, outsider
from no_row_no_act import no_row_no_act
from pentameter.audit.api import Event, looked
from pentameter.kernel.verdict import Refused
from pentameter.victims.services.looks import show_looks, show_protection
from victims.ground import supported

pytestmark = pytest.mark.django_db


def test_every_look_is_told_in_plain_words() -> None:
    done, other = supported(), supported()
    show_protection(case_id=done.case_id, by=decision_maker())
    looked(Event.CASES_LISTED, by=duty_desk(), kind="case", ids=[other.case_id, done.case_id])
    page = show_looks(case_id=done.case_id, purpose="", before=None, by=caseworker())
    told = [(one.actor, one.what, one.others) for one in page.looks]
    assert (duty_desk().id, "saw her in a list of cases", 1) in told
    assert (decision_maker().id, "saw what protects her", 0) in told
    assert told[-1][1] == "opened her record when she was found"
    assert page.agencies[caseworker().agency]
    again = show_looks(case_id=done.case_id, purpose="", before=None, by=caseworker())
    assert again.looks[0].what == "saw who has seen her record"


def test_the_auditor_says_what_for_and_is_told_no_name() -> None:
    done = supported()
    in_database(auditor())
    with pytest.raises(Refused, match="purpose"):
        show_looks(case_id=done.case_id, purpose="", before=None, by=auditor())
    assert show_looks(case_id=done.case_id, purpose="complaint 12", before=None, by=auditor()).frame is None
    with pytest.raises(Refused):
        show_looks(case_id=done.case_id, purpose="", before=None, by=outsider())


def test_a_decision_maker_is_shown_one_clock() -> None:
    done = supported()
    assert len(show_protection(case_id=done.case_id, by=decision_maker()).clocks) == 1
    assert len(show_protection(case_id=done.case_id, by=caseworker()).clocks) == 2
    with pytest.raises(Refused):
        show_protection(case_id=done.case_id, by=outsider())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    done = supported()
    no_row_no_act(lambda: show_protection(case_id=done.case_id, by=caseworker()))
    no_row_no_act(lambda: show_looks(case_id=done.case_id, purpose="", before=None, by=caseworker()))
