"""An agency's part, as typed."""

from datetime import date
from uuid import uuid4

import pytest

from cast import agency, durham_constable
from pentameter.accounts import api as accounts
from pentameter.operations.api import Involvement
from pentameter.operations.forms.participation import EndForm, JoinForm, PartForm

SINCE = {"since_day": "3", "since_month": "10", "since_year": "2007"}


def test_a_part_is_level_plan_and_first_day() -> None:
    seen = uuid4()
    form = PartForm({"level": "full", "plan": " Ports first. ", "replaces": str(seen), **SINCE})
    assert form.is_valid(), form.errors
    part = form.part("durham")
    assert (part.level, part.plan, part.since) == (Involvement.FULL, "Ports first.", date(2007, 10, 3))
    assert part.replaces == seen


def test_the_same_words_take_the_place_of_another_part() -> None:
    seen, now = uuid4(), uuid4()
    form = PartForm({"level": "full", "plan": "Mine.", "replaces": str(seen), **SINCE})
    again, alone = form.over(now), form.over(None)
    assert again.is_valid()
    assert alone.is_valid()
    assert (again.part("durham").replaces, again.part("durham").plan) == (now, "Mine.")
    assert alone.part("durham").replaces is None


@pytest.mark.django_db
def test_only_agencies_on_offer_may_join() -> None:
    agency(durham_constable())
    offer = accounts.agencies().values()
    assert JoinForm({"agency": "durham", "level": "full", **SINCE}).offering(offer).is_valid()
    assert "agency" in JoinForm({"agency": "kent", "level": "full", **SINCE}).offering(offer).errors
    assert next(iter(JoinForm().fields)) == "agency"


def test_a_part_ends_on_a_day() -> None:
    assert not EndForm({"part": str(uuid4())}).is_valid()
