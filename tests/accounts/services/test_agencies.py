"""The agencies are there, once, and what was changed since is left alone."""

import pytest

import cast
from pentameter.accounts.models import Agency, Succession
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def test_seeding_twice_adds_nothing_twice() -> None:
    assert seed_agencies(by=SYSTEM) == 79
    assert seed_agencies(by=SYSTEM) == 0
    assert (Agency.objects.count(), Succession.objects.count()) == (79, 16)
    assert Entry.objects.filter(event="agencies_seeded").count() == 1


def test_what_was_changed_since_is_left_alone() -> None:
    seed_agencies(by=SYSTEM)
    Agency.objects.filter(slug="competent-authority").update(name="Single Competent Authority")
    Agency.objects.filter(slug="an-cuan").delete()
    assert seed_agencies(by=SYSTEM) == 1
    assert Agency.objects.get(slug="competent-authority").name == "Single Competent Authority"


def test_a_real_installation_has_no_invented_agency(settings) -> None:
    settings.IS_DEMO = False
    seed_agencies(by=SYSTEM)
    assert not Agency.objects.filter(source__startswith="invented").exists()


def test_whom_soca_became() -> None:
    seed_agencies(by=SYSTEM)
    change = Succession.objects.get(predecessor="soca")
    assert (change.successor_id, change.succeeded_on, change.to_confirm) == ("nca", "2013-10-07", True)


def test_an_officer_does_not_seed() -> None:
    with pytest.raises(Refused):
        seed_agencies(by=cast.durham_constable())
