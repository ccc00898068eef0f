"""The browsers in which people signed in."""

from uuid import UUID

import pytest

import cast
from pentameter.accounts.queries.browsers import browsers_of, unacknowledged_browsers
from pentameter.accounts.services.browsers import meet_browser

pytestmark = pytest.mark.django_db


def test_each_account_has_its_own() -> None:
    for person in (cast.caseworker(), cast.duty_desk()):
        cast.in_database(person)
        for family in ("Firefox on Linux", "Chrome on Windows"):
            meet_browser(token="", family=family, by=person)
    mine = browsers_of(UUID(cast.caseworker().id))
    assert {(one.family, one.waits) for one in mine} == {("Firefox on Linux", False), ("Chrome on Windows", True)}
    assert [one.id for one in unacknowledged_browsers(cast.caseworker())] == [one.id for one in mine if one.waits]
