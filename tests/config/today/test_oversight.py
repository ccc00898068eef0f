"""What oversight asks of people today."""

from datetime import timedelta

import pytest

from cast import auditor, durham_constable, durham_sergeant, duty_desk
from oversight.ground import flagged
from oversight.services.test_reviewing import broken, drawn_last_week
from pentameter.config.today import home_page
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db


def acts(actor: Actor) -> list[str]:
    """What the actor has to do."""
    return [one.act for one in home_page(actor, clock.today()).tasks]


def test_flags_and_the_sample_are_for_supervisor_and_auditor() -> None:
    flagged()
    drawn_last_week(2)
    for actor in (durham_sergeant(), auditor()):
        assert "Ask about 1 flag" in acts(actor)
        assert any(act.startswith("Check ") and act.endswith("of the sample") for act in acts(actor))
    assert not any("flag" in act for act in (*acts(durham_constable()), *acts(duty_desk())))


def test_broken_glass_is_overdue_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    broken()
    assert "Review 1 new use of broken glass" in acts(duty_desk())
    later = clock.now() + timedelta(hours=25)
    monkeypatch.setattr(clock, "now", lambda: later)
    (late,) = [one for one in home_page(auditor(), clock.today()).tasks if "broken glass" in one.act]
    assert (late.act, late.tag, late.urgency.name) == ("Review 1 use of broken glass", "overdue", "LATE")
