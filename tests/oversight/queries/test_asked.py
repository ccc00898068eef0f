"""Facts, flags and homes as they are asked for."""

from datetime import timedelta

import pytest

from cast import auditor, caseworker, durham_constable, durham_sergeant
from oversight.ground import colleague, flagged, rescued_by, stage
from pentameter.kernel import clock
from pentameter.oversight.queries.facts import known
from pentameter.oversight.queries.flags import flag, flags, flags_waiting
from pentameter.oversight.queries.homes import declared_at
from pentameter.oversight.services.homes import declare_home

pytestmark = pytest.mark.django_db


def test_facts_are_ids_and_shares() -> None:
    stage()
    case = rescued_by(colleague(0))
    facts = known(since=clock.now() - timedelta(days=1))
    found = facts.case(str(case))
    assert found is not None
    assert (found.agency, found.opened_by, found.closed_on) == ("durham", colleague(0).id, None)
    assert facts.needs(durham_constable().id, str(case)) == ()
    assert 0 < facts.share(durham_constable().id) < 0.01
    assert facts.case("nobody") is None


def test_flags_of_ones_agency_or_of_all() -> None:
    row = flagged()
    for reader, waiting in ((durham_sergeant(), 1), (auditor(), 1), (durham_constable(), 0), (caseworker(), 0)):
        assert flags_waiting(reader) == flags(reader).waiting == waiting
        assert (flag(row.id, reader) is not None) is bool(waiting)


def test_when_somebody_said_where_they_live() -> None:
    stage()
    assert declared_at(durham_constable().id) is None
    declare_home(postcode="DH1 3XX", by=durham_constable())
    assert declared_at(durham_constable().id) is not None
