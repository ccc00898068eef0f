"""Flows from kept counts, against the flows of the reports one by one."""

from datetime import date

import pytest

import cast
from intelligence import ground
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.routes import flows
from pentameter.entities.queries.routes import flows_counted, ways
from pentameter.intelligence.api import Filter

pytestmark = pytest.mark.django_db


def test_for_every_reader_the_flows_are_those_of_the_reports(django_assert_num_queries) -> None:
    wave_id, number = ground.wave(), 0
    victim = {"person1_name": "Mira Testova", "person1_role": "victim"}
    for sender in (cast.durham_constable(), cast.garda(), cast.cleveland_sergeant()):
        rows = []
        for handling, named in (("P", ""), ("C", ""), ("C", "garda"), ("C", "durham; kent")):
            for said in ({"route": "LT; IE; GB"}, {"person1_nationality": "MD", **victim}, {}, {"route": "LT; IE; GB"}):
                number += 1
                told = {"handling_code": handling, "handling_conditions": "Ask.", "handling_recipients": named}
                rows.append(ground.good(number, agency=sender.agency, **told, **said))
        assert ground.sent(ground.csv_of(rows), wave_id, by=sender, name=f"{number}.csv").accepted == len(rows)
    for reader in (cast.durham_constable(), cast.garda(), cast.cleveland_sergeant(), cast.caseworker()):
        told, _ = ways(Asked(), reader)
        with django_assert_num_queries(1):
            found = flows_counted(Filter(wave=wave_id), reader, everything=False)
        assert found is not None
        assert [(one.source, one.through, one.area, one.said, one.count) for one in found.flows] == [
            (one.source, one.through, one.area, one.said, one.count) for one in flows(told)
        ]
        assert found.reports == len(told)
        assert found.without == sum(not one.route and not one.nationalities for one in told)
    everything = flows_counted(Filter(wave=wave_id), cast.caseworker(), everything=True)
    assert everything is not None
    assert everything.reports == number


def test_a_week_is_not_counted_by() -> None:
    assert flows_counted(Filter(week=date(2007, 10, 1)), cast.durham_constable(), everything=False) is None
