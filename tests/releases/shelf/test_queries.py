"""A page of the public door asks a fixed number of queries."""

import pytest
from pytest_django import DjangoAssertNumQueries

from pentameter.releases.shelf.queries import file_of, latest, on_show
from pentameter.releases.shelf.services import put
from public_door import BOTH
from releases.shelf.test_services import FILE, one_on_shelf

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_however_many_versions_there_are(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(1, 6):
        put(one_on_shelf(number=number))
    with django_assert_num_queries(1, using="public"):
        assert len(latest()) == 1
    with django_assert_num_queries(3, using="public"):
        shown = on_show("people-found")
    assert shown is not None
    assert [one.number for one in shown.versions] == [5, 4, 3, 2, 1]
    with django_assert_num_queries(1, using="public"):
        file_of("people-found", 3, FILE.name)
