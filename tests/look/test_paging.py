"""Pages of a list."""

import pytest
from django.test import RequestFactory

from pentameter.look.paging import number_of, without_page


@pytest.mark.parametrize(
    ("query", "number"), [("", 1), ("page=3", 3), ("page=x", 1), ("page=-1", 1), ("page=²", 1), ("page=12345678", 1)]
)
def test_the_page_that_was_asked_for(rf: RequestFactory, query: str, number: int) -> None:
    assert number_of(rf.get(f"/list/?{query}")) == number


@pytest.mark.parametrize(
    ("query", "address"),
    [("", "/list/?"), ("page=3", "/list/?"), ("a=1&page=3&b=x%20y", "/list/?a=1&b=x+y&")],
)
def test_the_address_to_which_a_page_is_added(rf: RequestFactory, query: str, address: str) -> None:
    assert without_page(rf.get(f"/list/?{query}")) == address
