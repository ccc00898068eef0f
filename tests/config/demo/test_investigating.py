"""The demo's investigations are registered once, through the services, and stand where their stories say."""

from collections import Counter

import pytest

from pentameter.accounts import api as accounts
from pentameter.config.demo import investigating, seeding
from pentameter.config.demo.investigations import INVESTIGATIONS
from pentameter.justice.api import counts_by_law, outcomes
from pentameter.justice.models import Investigation, Protection, Suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations

pytestmark = pytest.mark.django_db


@pytest.fixture
def registered() -> int:
    """The demo's people, an operation, its cases and investigations."""
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    operations.create_operation(slug=seeding.OPERATION, name="Demo", purpose="To show.", by=SYSTEM)
    plan = operations.WavePlan("First", clock.today().replace(day=1), None)
    operations.create_wave(operation=seeding.OPERATION, plan=plan, by=SYSTEM)
    seeding.register_cases(clock.today())
    return investigating.register_investigations(clock.today())


def test_every_investigation_is_registered_once(registered: int) -> None:
    assert registered == len(INVESTIGATIONS) == Investigation.objects.count()
    assert investigating.register_investigations(clock.today()) == 0
    assert set(Investigation.objects.values_list("jurisdiction", flat=True)) == {
        *("england_wales", "scotland", "northern_ireland", "ireland")
    }


def test_they_stand_in_many_states(registered: int) -> None:
    stages = Counter(Suspect.objects.values_list("stage", flat=True))
    assert set(stages) == {
        *("suspected", "arrested", "on_bail", "released", "no_action"),
        *("appeared", "again", "sentenced", "appealed", "acquitted"),
    }


def test_one_waits_at_the_check_since_they_may_be_somebody_protected(registered: int) -> None:
    assert Protection.objects.filter(answer="may_be").count() == 1
    waits = Suspect.objects.get(protection__answer="may_be")
    assert (waits.stage, waits.check_state) == ("released", "to_make")


def test_some_are_convicted_of_trafficking_and_nobody_under_the_offence_of_2004(registered: int) -> None:
    assert outcomes(None, by=SYSTEM).convicted_of_trafficking == 3
    laws = counts_by_law()
    assert "AITC04-4" not in laws
    assert {code for code, counts in laws.items() if counts.convictions} == {"MSA15-2", "HTESA15-1", "NI15-2"}
