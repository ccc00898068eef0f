"""Whether an open investigation knows somebody by what reports mention."""

from uuid import uuid4

import pytest

from justice.ground import investigation, suspect
from pentameter.justice.models import Investigation, Suspect
from pentameter.justice.queries.investigated import investigated, open_investigations
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db


def test_only_while_it_is_open_and_where_it_is_not_known_nobody_can_say() -> None:
    inside = investigation()
    one = suspect(inside)
    agency, mention = Investigation.objects.get(pk=inside).agency_id, uuid4()
    assert investigated([mention], agency=agency) is None
    assert investigated([mention], agency="kent") is False
    Suspect.objects.filter(pk=one).update(mention=mention)
    assert investigated([mention], agency="kent") is True
    assert investigated([uuid4()], agency=agency) is False
    assert open_investigations(agency) == 1
    Investigation.objects.filter(pk=inside).update(closed_on=clock.today())
    assert investigated([mention], agency=agency) is False
    assert open_investigations(agency) == 0
