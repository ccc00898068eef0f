"""What may be typed about people."""

import pytest

import cast
from pentameter.accounts.forms.people import AddPersonForm, AgencyFilterForm, PeopleFilterForm, role_choices
from pentameter.accounts.queries.agencies import AgencyFilter
from pentameter.accounts.queries.people import PeopleFilter
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.kernel.actor import SYSTEM, Role

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def seeded() -> None:
    seed_agencies(by=SYSTEM)


def test_no_person_is_offered_a_systems_role() -> None:
    assert {value for value, _ in role_choices()} == {*Role} - {Role.SYSTEM, Role.AGENCY_SYSTEM}


def test_past_agencies_are_not_offered() -> None:
    offered = {value for value, _ in AddPersonForm().fields["agency"].choices}
    assert "strathclyde" not in offered
    assert "police-scotland" in offered


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("durham.constable", True), ("a1_b-c.d", True), ("Durham", False), (".x", False), ("a b", False), ("å", False)],
)
def test_usernames(typed: str, fits: bool) -> None:
    form = AddPersonForm(
        {"username": typed, "name": "N", "email": "n@example.org", "agency": "durham", "role": "force_officer"}
    )
    assert form.is_valid() is fits
    if fits:
        assert form.person().role is Role.FORCE_OFFICER


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ({}, PeopleFilter()),
        ({"q": " ann ", "page": "3"}, PeopleFilter(text="ann", page=3)),
        ({"role": "nonsense", "agency": "nowhere", "page": "-1", "state": "x"}, PeopleFilter()),
        ({"role": "auditor", "state": "open"}, PeopleFilter(role="auditor", state="open")),
    ],
)
def test_what_cannot_be_read_is_left_out_of_a_filter(sent: dict[str, str], read: PeopleFilter) -> None:
    assert PeopleFilterForm(sent).narrowed() == read


def test_the_filter_of_agencies() -> None:
    cast.agency(cast.durham_constable())
    sent = {"q": "x", "when": "2007", "sector": "police", "jurisdiction": "mars"}
    assert AgencyFilterForm(sent).narrowed() == AgencyFilter(text="x", when="2007", sector="police")
