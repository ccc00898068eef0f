"""What stands behind a thing, in a fixed number of queries."""

import pytest

import cast
from entities import matched
from intelligence import ground
from pentameter.entities.models import Placing
from pentameter.entities.queries.sides import sides

pytestmark = pytest.mark.django_db


def test_a_side_is_what_its_mentions_reports_say(django_assert_num_queries) -> None:
    wave = ground.wave()
    cast.in_database(cast.garda())
    matched.take_in([ground.good(n, phone1="07700 900417", person1_name="Mira Testova") for n in (1, 2)], wave)
    matched.reports_of([[("phone", {"number": "+447700900417"}, "+447700900417")]], wave, "garda")
    matched.place()
    phone = Placing.objects.filter(kind="phone").values_list("thing", flat=True)[0]
    people = set(Placing.objects.filter(kind="person").values_list("thing", flat=True))
    with django_assert_num_queries(4):
        side = sides([phone])[phone]
    assert side.agencies == {"durham", "garda"}
    assert len(side.states) == 2
    assert len(side.reports) == 3
    assert side.named_with == people
    with django_assert_num_queries(4):
        sides([phone, *people])
