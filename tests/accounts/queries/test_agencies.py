"""Agencies, as other contexts ask for them."""

import pytest

from pentameter.accounts.queries.agencies import Change, agencies, agency, slugs, time_zone
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.kernel.actor import SYSTEM, AgencySector, Jurisdiction

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def seeded() -> None:
    seed_agencies(by=SYSTEM)


def test_one_agency() -> None:
    found = agency("durham")
    assert (found.name, found.sector, found.area) == ("Durham Constabulary", AgencySector.POLICE, "Durham")
    assert agency("nowhere") is None


def test_all_agencies_by_name() -> None:
    found = agencies()
    assert [one.name for one in found.values()] == sorted(one.name for one in found.values())
    assert slugs() == set(found)
    assert found["garda"].jurisdiction is Jurisdiction.IRELAND


def test_legal_time() -> None:
    assert (time_zone("garda"), time_zone("durham"), time_zone("nowhere")) == (
        "Europe/Dublin",
        "Europe/London",
        "Europe/London",
    )


@pytest.mark.parametrize(("written", "said"), [("2013-04-01", "1 April 2013"), ("2010", "2010"), ("", "")])
def test_when_a_change_was(written: str, said: str) -> None:
    assert Change("x", "X", written, to_confirm=False).on_words == said
