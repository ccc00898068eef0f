"""Who has to do something about removal lists today, and what."""

from datetime import timedelta

import pytest

from cast import auditor, duty_desk, national_analyst, removals_officer
from decisions.ground import checked, protected, sound, stage, typed
from pentameter.config.today import home_page
from pentameter.decisions.models import RemovalList
from pentameter.decisions.services.screening import check_list
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def acts(actor: Actor) -> list[str]:
    """What the actor has to do."""
    return [one.act for one in home_page(actor, clock.today()).tasks]


def test_the_desk_answers_and_the_officer_waits() -> None:
    protected()
    row = checked()
    with sound():
        assert "Answer 1 line of removal lists" in acts(duty_desk())
        assert acts(removals_officer()) == [f"See list {row.reference} again"]
        RemovalList.objects.update(checked_at=clock.now() - timedelta(hours=25))
        assert acts(removals_officer()) == [f"Check list {row.reference} again"]


def test_a_clear_list_asks_nothing() -> None:
    checked()
    with sound():
        assert acts(removals_officer()) == []


def test_trawling_is_for_the_desk_and_the_auditor() -> None:
    for _ in range(4):
        check_list(list_id=typed("Zorana Testova"), by=SYSTEM)
    for actor in (duty_desk(), auditor()):
        assert any("trawling" in act for act in acts(actor))
    for actor in (removals_officer(), national_analyst()):
        assert not any("trawling" in act for act in acts(actor))
