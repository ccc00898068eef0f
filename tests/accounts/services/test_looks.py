"""Every look at people, agencies and tokens leaves its row."""

import json
from uuid import UUID, uuid4

import pytest

import cast
from pentameter.accounts.queries.agencies import AgencyFilter
from pentameter.accounts.queries.people import PeopleFilter
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.accounts.services.looks import (
    everyone,
    list_agencies,
    list_people,
    list_tokens,
    read_agency,
    read_own_account,
    read_person,
)
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def people() -> None:
    seed_agencies(by=SYSTEM)
    for person in cast.EVERYONE:
        cast.in_database(person())


def last() -> Entry:
    return Entry.objects.order_by("-seq")[0]


def test_an_administrator_sees_everyone() -> None:
    page = list_people(narrowed=PeopleFilter(), by=cast.administrator())
    assert page.total == len(page.lines) == len(cast.EVERYONE)
    assert last().event == "people_shown"
    assert set(json.loads(last().detail)["ids"]) == {person().id for person in cast.EVERYONE}


def test_a_supervisor_sees_their_own_people_whatever_they_ask_for() -> None:
    asked = PeopleFilter(agency="kent", within="kent")
    assert list_people(narrowed=asked, by=cast.durham_sergeant()).lines == ()
    page = list_people(narrowed=PeopleFilter(), by=cast.durham_sergeant())
    assert {line.agency.slug for line in page.lines} == {"durham"}


@pytest.mark.parametrize("person", [cast.durham_constable, cast.caseworker, cast.national_analyst, cast.editor])
def test_others_see_nobody(person) -> None:
    with pytest.raises(Refused):
        list_people(narrowed=PeopleFilter(), by=person())


def test_the_command_line_lists_everyone() -> None:
    assert len(everyone(by=SYSTEM)) == len(cast.EVERYONE)


def test_a_person_of_another_agency_is_as_if_never_there() -> None:
    with pytest.raises(Refused) as of_kent:
        read_person(user_id=UUID(cast.outsider().id), by=cast.durham_sergeant())
    with pytest.raises(Refused) as of_nobody:
        read_person(user_id=uuid4(), by=cast.durham_sergeant())
    assert of_kent.value.hidden
    assert of_nobody.value.hidden


def test_what_may_be_done_is_said_by_the_same_rules() -> None:
    admin = cast.administrator()
    page = read_person(user_id=UUID(cast.garda().id), by=admin)
    assert page.may_manage
    assert page.may_close.allowed
    assert last().subject_id == cast.garda().id
    own = read_person(user_id=UUID(admin.id), by=admin)
    assert not own.may_close.allowed
    assert not own.may_give_link.allowed
    assert not read_person(user_id=UUID(cast.garda().id), by=cast.auditor()).may_manage


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        (AgencyFilter(when="2007", jurisdiction="ireland"), {"garda"}),
        (AgencyFilter(text="síochána"), {"garda"}),
        (AgencyFilter(text="hampshire constabulary"), {"hampshire"}),
        (AgencyFilter(sector="prosecution", jurisdiction="scotland"), {"prosecution-scotland"}),
        (AgencyFilter(when="today", sector="labour_inspectorate"), {"glaa"}),
    ],
)
def test_agencies_are_found_by_what_is_known_of_them(narrowed: AgencyFilter, expected: set[str]) -> None:
    rows = list_agencies(narrowed=narrowed, by=cast.durham_constable())
    assert {row.card.slug for row in rows} == expected
    assert last().event == "agencies_shown"


def test_an_agency_shows_who_came_before_and_after() -> None:
    row = read_agency(slug="nca", by=cast.auditor()).agency
    assert {change.slug for change in row.predecessors} == {"soca", "ukhtc"}
    before = read_agency(slug="bia", by=cast.auditor()).agency
    assert before.successors[0].words == "UK Border Agency"
    assert all(change.to_confirm for change in before.successors)
    with pytest.raises(Refused) as refusal:
        read_agency(slug="nowhere", by=cast.auditor())
    assert refusal.value.hidden


def test_only_administrators_see_tokens() -> None:
    assert list_tokens(by=cast.administrator()) == ()
    assert last().event == "tokens_shown"
    with pytest.raises(Refused):
        list_tokens(by=cast.auditor())


def test_a_look_at_ones_own_account_is_a_look() -> None:
    account = read_own_account(session_key="", by=cast.garda())
    assert account.has_app
    assert last().event == "sessions_shown"


def test_lists_ask_a_fixed_number_of_times(django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(8):
        list_people(narrowed=PeopleFilter(), by=cast.administrator())
    with django_assert_max_num_queries(11):
        list_agencies(narrowed=AgencyFilter(), by=cast.administrator())
