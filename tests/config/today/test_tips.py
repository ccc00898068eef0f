"""The desk is told of tip-offs that wait; nobody else is."""

import pytest

import cast
from bulletins.tipdesk.scene import taken
from config.today.test_page import acts
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_who_opens_tip_offs_is_told_that_they_wait() -> None:
    taken()
    assert "Look at 1 tip-off" in acts(cast.national_analyst())
    assert not [act for act in acts(cast.durham_sergeant()) if "tip-off" in act]
