"""A tip-off is held for a step only as it was shown, and only by whoever may."""

from uuid import uuid4

import pytest
from django.db import transaction

import cast
from bulletins.tipdesk.scene import taken
from pentameter.access.api import Compartment, Operation
from pentameter.bulletins.tipdesk.rules.states import Step
from pentameter.bulletins.tipdesk.services.loading import TipChangedMeanwhile, held, stepped, subject
from pentameter.kernel.verdict import Refused
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_held_and_stepped() -> None:
    tip = taken()
    said = {"tip_id": tip.pk, "operation": Operation.READ_TIP, "by": cast.national_analyst()}
    with transaction.atomic():
        one = held(**said, step=Step.OPEN, version=1)
        stepped(one, Step.OPEN)
    tip.refresh_from_db()
    assert (tip.state, tip.version) == ("opened", 2)
    with pytest.raises(TipChangedMeanwhile) as meanwhile, transaction.atomic():
        held(**said, step=Step.CLOSE, version=1)
    assert meanwhile.value.version == 2
    with pytest.raises(Refused, match="open already"), transaction.atomic():
        held(**said, step=Step.OPEN, version=2)
    with pytest.raises(Refused) as never, transaction.atomic():
        held(**{**said, "tip_id": uuid4()}, step=Step.OPEN, version=1)
    assert never.value.hidden


def test_it_lies_with_the_sources() -> None:
    assert subject(uuid4()).compartment is Compartment.SOURCE
