"""Article 26 does not end at the charge: what comes after it reaches a prosecutor, until somebody has looked at it."""

from uuid import UUID

import pytest

from cast import durham_constable, prosecutor
from justice import ground
from pentameter.access.api import Operation
from pentameter.config.today.justice import of_justice
from pentameter.justice.queries.listing import InvestigationFilter, investigations, waiting
from pentameter.justice.queries.opening import opened_suspect
from pentameter.justice.queries.pages import SuspectPage, suspect_page
from pentameter.justice.rules.kinds import Kind, Outcome
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.suspects import mark_suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
SEEN = "She said that he holds her passport and her wages"


def charged() -> tuple[UUID, UUID]:
    """A suspect of Larch who was checked and charged, and the charge."""
    made = ground.suspect()
    ground.checked(made)
    return made, ground.charged(made)


def page_of(made: UUID) -> SuspectPage:
    """The page, as the prosecutor sees it."""
    found = opened_suspect(made, prosecutor(), Operation.VIEW_INVESTIGATION)
    return suspect_page(found, prosecutor(), clock.today())


def listed(state: str) -> int:
    """How many checks the prosecutor's list counts, narrowed to a state."""
    return sum(one.checks for one in investigations(InvestigationFilter(state=state), prosecutor()).lines)


@pytest.mark.parametrize("so_far", ["charged", "convicted", "sentenced"])
def test_a_victim_recognised_after_the_charge_is_a_task_until_a_check_that_knew_it(so_far: str) -> None:
    made, charge = charged()
    if so_far != "charged":
        ground.convicted(made, charge)
    if so_far == "sentenced":
        ground.records(made, Kind.SENTENCED, 8, outcome=Outcome.FINE, about=str(charge))
    assert (waiting(prosecutor()).checks, listed("check")) == (0, 0)
    mark_suspect(suspect_id=made, words=SEEN, by=durham_constable())
    assert (waiting(prosecutor()).checks, listed("check")) == (1, 1)
    assert "Make the non-punishment check of 1 suspect" in [one[0] for one in of_justice(prosecutor())]
    page = page_of(made)
    assert page.card.next.owner.value == "the prosecutor"
    assert page.warning is not None
    assert "Article 26 does not end at the charge" in page.warning.text
    assert "marked that the suspect may be a victim" in page.warning.text
    ground.checked(made, 1)
    assert (waiting(prosecutor()).checks, listed("check")) == (0, 0)
    assert page_of(made).warning is None


def test_somebody_protected_who_is_recognised_after_the_charge_is_a_task() -> None:
    made, _ = charged()
    keep_answers(answers={made: True}, mark=7, by=SYSTEM)
    assert waiting(prosecutor()).checks == 1
    ground.checked(made, 1)
    assert waiting(prosecutor()).checks == 0


def test_a_check_that_says_no_after_the_charge_asks_to_review_it_until_another_says_why_not() -> None:
    made, _ = charged()
    ground.checked(made, 20, Outcome.NOT_TO_BE_CHARGED)
    assert (waiting(prosecutor()).checks, waiting(prosecutor()).reviews) == (0, 1)
    assert listed("check") == listed("review") == 1
    assert any("Review the 1 charge" in one[0] for one in of_justice(prosecutor()))
    page = page_of(made)
    assert page.card.check.value == "review"
    assert page.warning is not None
    assert page.warning.title == "The charge is to be reviewed"
    assert "discontinued" in page.card.next.what
    ground.checked(made, 10, by=ground.second_prosecutor())
    assert waiting(prosecutor()).reviews == listed("check") == 0


def test_a_charge_that_is_discontinued_ends_the_review_and_closes_charging() -> None:
    made, charge = charged()
    ground.checked(made, 20, Outcome.NOT_TO_BE_CHARGED)
    ground.records(made, Kind.VERDICT, 5, outcome=Outcome.DISCONTINUED, about=str(charge))
    assert waiting(prosecutor()).reviews == listed("check") == 0
    assert page_of(made).card.check.value == "closed"
    assert page_of(made).warning is None


def test_who_is_not_punished_is_not_asked_about() -> None:
    made, charge = charged()
    ground.records(made, Kind.VERDICT, 5, outcome=Outcome.ACQUITTED, about=str(charge))
    mark_suspect(suspect_id=made, words=SEEN, by=durham_constable())
    assert waiting(prosecutor()).checks == listed("check") == 0
