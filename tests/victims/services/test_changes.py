"""A case is changed without losing what another changed meanwhile; who she is moves the mark of holds."""

from datetime import timedelta

import pytest

from cast import caseworker, durham_constable, duty_desk, outsider
from no_row_no_act import no_row_no_act
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, HoldsMark
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.cases import Age, Identity, Practical
from pentameter.victims.services.changes import (
    ChangedMeanwhile,
    WhoSheIs,
    change_identity,
    change_practical,
    close_case,
    reopen_case,
)
from pentameter.victims.services.fitting import DoesNotFit
from victims.ground import rescued, supported

pytestmark = pytest.mark.django_db
HER = WhoSheIs(Identity(given="Zora", surname="Testova", born="1989-02"), Age.ADULT)


def test_who_she_is_is_saved_and_what_was_cleared_is_no_longer_clear() -> None:
    done = rescued()
    before = HoldsMark.objects.get().mark
    assert change_identity(case_id=done.case_id, who=HER, version=1, by=durham_constable()) is None
    case = opened(done.case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    assert (case.identity, case.row.version) == (HER.identity, 2)
    assert HoldsMark.objects.get().mark == before + 1
    row = Entry.objects.order_by("-seq")[0]
    assert row.event == "case_changed"
    assert "Zora" not in row.detail


def test_who_comes_second_is_shown_both_and_loses_nothing() -> None:
    done = supported()
    change_identity(case_id=done.case_id, who=HER, version=1, by=durham_constable())
    theirs = change_identity(case_id=done.case_id, who=WhoSheIs(Identity(), Age.ADULT), version=1, by=caseworker())
    assert isinstance(theirs, ChangedMeanwhile)
    assert (theirs.current.identity, theirs.current.number) == (HER.identity, 2)
    assert Entry.objects.order_by("-seq")[0].event == "case_read"
    practical = change_practical(case_id=done.case_id, practical=Practical(language="sq"), version=1, by=caseworker())
    assert isinstance(practical, ChangedMeanwhile)
    assert (
        change_practical(case_id=done.case_id, practical=Practical(language="ro"), version=2, by=caseworker()) is None
    )
    case = opened(done.case_id, caseworker(), Operation.VIEW_CASE, Compartment.IDENTITY)
    assert (case.identity, case.practical.language) == (HER.identity, "ro")


@pytest.mark.parametrize(
    ("who", "field"),
    [
        (WhoSheIs(Identity(born=str(clock.today() + timedelta(days=2))), Age.CHILD), "born"),
        (WhoSheIs(Identity(born=str(clock.today() - timedelta(days=6000))), Age.ADULT), "age"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(who: WhoSheIs, field: str) -> None:
    done = rescued()
    with pytest.raises(DoesNotFit) as wrong:
        change_identity(case_id=done.case_id, who=who, version=1, by=durham_constable())
    assert wrong.value.field == field
    assert Case.objects.get(pk=done.case_id).version == 1


def test_a_child_becomes_an_adult_by_an_assessment_that_is_kept() -> None:
    done = rescued(age=Age.MAYBE_CHILD)
    with pytest.raises(DoesNotFit, match="until her age is assessed"):
        change_identity(case_id=done.case_id, who=HER, version=1, by=durham_constable())
    who = WhoSheIs(HER.identity, Age.ADULT, "by two social workers")
    change_identity(case_id=done.case_id, who=who, version=1, by=durham_constable())
    assert Case.objects.get(pk=done.case_id).age == "adult"
    assert Entry.objects.order_by("-seq")[0].purpose == "by two social workers"


def test_a_closed_case_takes_nothing_until_it_is_opened_again() -> None:
    done = rescued()
    close_case(case_id=done.case_id, reason="moved away", by=durham_constable())
    assert Case.objects.get(pk=done.case_id).closed_on == clock.today()
    for again in (
        lambda: change_identity(case_id=done.case_id, who=HER, version=2, by=durham_constable()),
        lambda: change_practical(case_id=done.case_id, practical=Practical(), version=2, by=durham_constable()),
        lambda: close_case(case_id=done.case_id, reason="again", by=durham_constable()),
    ):
        with pytest.raises(Refused, match="Open it again first"):
            again()
    reopen_case(case_id=done.case_id, reason="came back", by=durham_constable())
    row = Case.objects.get(pk=done.case_id)
    assert (row.state, row.closed_on, row.version) == ("open", None, 3)
    with pytest.raises(Refused, match="open already"):
        reopen_case(case_id=done.case_id, reason="again", by=durham_constable())


def test_why_it_is_closed_is_said() -> None:
    done = rescued()
    with pytest.raises(Refused, match="Say why"):
        close_case(case_id=done.case_id, reason=" ", by=duty_desk())


def test_an_outsider_changes_nothing() -> None:
    done = rescued()
    with pytest.raises(Refused) as answer:
        change_identity(case_id=done.case_id, who=HER, version=1, by=outsider())
    assert answer.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_change() -> None:
    done, officer = rescued(), durham_constable()
    no_row_no_act(lambda: change_identity(case_id=done.case_id, who=HER, version=1, by=officer))
    no_row_no_act(lambda: change_practical(case_id=done.case_id, practical=Practical(), version=1, by=officer))
    no_row_no_act(lambda: close_case(case_id=done.case_id, reason="moved", by=officer))
    close_case(case_id=done.case_id, reason="moved", by=officer)
    no_row_no_act(lambda: reopen_case(case_id=done.case_id, reason="back", by=officer))
