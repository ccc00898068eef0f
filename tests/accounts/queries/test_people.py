"""Lists of people."""

import pytest

import cast
from pentameter.accounts.models import Membership, User
from pentameter.accounts.queries import people as queries
from pentameter.accounts.queries.people import PeopleFilter, people, person, place, standing
from pentameter.kernel import clock
from pentameter.kernel.actor import Role
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def cast_on_stage() -> None:
    for one in cast.EVERYONE:
        cast.in_database(one())


@pytest.mark.parametrize(
    ("narrowed", "names"),
    [
        (PeopleFilter(text="thornley"), {"Aidan Thornley"}),
        (PeopleFilter(text="durham."), {"Aidan Thornley", "Bridget Marwood"}),
        (PeopleFilter(agency="durham", role="force_supervisor"), {"Bridget Marwood"}),
        (PeopleFilter(role="auditor"), {"Nuala Brennan"}),
        (PeopleFilter(state="closed"), set()),
        (PeopleFilter(within="garda"), {"Deirdre Halloran"}),
    ],
)
def test_filters(narrowed: PeopleFilter, names: set[str]) -> None:
    assert {line.name for line in people(narrowed).lines} == names


def test_a_person_stands_where_they_were_last() -> None:
    user = cast.in_database(cast.durham_constable())
    now = clock.now()
    Membership.objects.filter(user=user).update(ended_at=now)
    Membership.objects.create(user=user, agency_id="kent", role=Role.FORCE_SUPERVISOR, began_at=now)
    line = person(user.pk).line
    assert (line.agency.slug, line.role) == ("kent", Role.FORCE_SUPERVISOR)
    assert [spell.agency for spell in person(user.pk).spells] == ["Kent", "Durham"]
    assert user.name not in {one.name for one in people(PeopleFilter(within="durham")).lines}


def test_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE_SIZE", 5)
    shown = [people(PeopleFilter(page=number)) for number in (1, 2, 3, 4, 5)]
    assert [len(page.lines) for page in shown] == [5, 5, 5, 1, 0]
    assert shown[0].pages == 4
    assert len({line.id for page in shown for line in page.lines}) == len(cast.EVERYONE)


def test_who_is_not_there_is_none() -> None:
    assert person(new_id()) is None
    assert standing(new_id()) is None
    assert place("nowhere") is None


def test_standing_counts_administrators_who_may_act() -> None:
    admin = cast.in_database(cast.administrator())
    assert standing(admin.pk).administrators == 1
    User.objects.filter(pk=admin.pk).update(is_active=False)
    assert queries.administrators() == 0
