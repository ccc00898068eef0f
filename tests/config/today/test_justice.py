"""What of investigations waits for a prosecutor and for a force."""

import pytest

from cast import cleveland_sergeant, durham_constable, national_analyst, prosecutor
from justice import ground
from pentameter.config.today import home_page
from pentameter.config.today.justice import of_justice
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db


def acts(actor: Actor) -> list[str]:
    """What the actor has to do."""
    return [one.act for one in home_page(actor, clock.today()).tasks]


def test_checks_wait_for_prosecutors_and_arrests_for_the_force() -> None:
    made = ground.suspect()
    ground.arrested(made)
    assert "Make the non-punishment check of 1 suspect" in acts(prosecutor())
    assert "Say what became of 1 arrest" in acts(durham_constable())
    for other in (cleveland_sergeant(), national_analyst()):
        assert not any("check" in one or "arrest" in one for one in acts(other))


def test_nothing_waits_where_all_was_done() -> None:
    ground.convicted_suspect()
    assert list(of_justice(prosecutor())) == []
    assert list(of_justice(durham_constable())) == []
