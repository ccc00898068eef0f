"""The outline of a network: the same things and links as the network has, closed until they are named."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities import linked
from intelligence import ground
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import NO_FACTS
from pentameter.entities.queries.network import network
from pentameter.entities.queries.outline import Outline, outline
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db
READERS = (cast.durham_constable, cast.cleveland_sergeant, cast.garda, cast.national_analyst, cast.outsider)
ALL = Asked()
BOOKKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def seen(by: Actor, *, most: int = 100, asked: Asked = ALL, wave: UUID | None = None) -> Outline:
    """The outline as a reader sees it."""
    return outline(asked, by, as_of=clock.today(), most=most, wave=wave)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("asked", [Asked(), Asked(agency="durham"), Asked(kinds=("person", "phone"))], ids=repr)
def test_it_is_the_network_closed_and_opens_to_the_same(reader: Callable[[], Actor], asked: Asked) -> None:
    linked.whole()
    whole = network(asked, reader(), as_of=clock.today()).network
    found = seen(reader(), asked=asked)
    assert found.network.edges == whole.edges
    assert found.network.nodes == tuple(replace(node, label="", facts=NO_FACTS) for node in whole.nodes)
    assert found.opened([node.id for node in whole.nodes]) == {node.id: node for node in whole.nodes}


def test_a_report_that_may_not_be_read_leaves_no_trace() -> None:
    wave = ground.wave()
    linked.send(wave, linked.DURHAM, linked.CLEVELAND)
    before = seen(cast.durham_constable())
    linked.send(wave, linked.GARDA)
    assert seen(cast.durham_constable()) == before
    assert seen(cast.garda()) != before


def test_the_latest_are_looked_at_and_it_says_whether_there_are_more() -> None:
    linked.whole()
    all_of_them = seen(cast.durham_constable())
    assert (all_of_them.looked_at, all_of_them.older) == (2, False)
    latest = seen(cast.durham_constable(), most=1)
    assert (latest.looked_at, latest.older) == (1, True)
    assert 0 < len(latest.network.nodes) < len(all_of_them.network.nodes)


def test_reports_of_another_wave_are_no_part_of_it() -> None:
    linked.whole()
    other = ground.wave()
    assert seen(cast.durham_constable(), wave=other).looked_at == 0
    linked.send(other, linked.DURHAM)
    assert seen(cast.durham_constable(), wave=other).looked_at == 1
    assert seen(cast.durham_constable()).looked_at == 3


@pytest.mark.parametrize("times", [1, 4])
def test_it_takes_five_queries_and_none_for_what_is_opened_then(times: int) -> None:
    linked.send(ground.wave(), *[linked.DURHAM, linked.CLEVELAND, linked.GARDA] * times)
    with CaptureQueriesContext(connection) as captured:
        found = seen(cast.garda())
    asked = [one["sql"] for one in captured.captured_queries if not one["sql"].startswith(BOOKKEEPING)]
    assert len(asked) <= 5, "\n".join(asked)
    with CaptureQueriesContext(connection) as captured:
        assert found.opened([]) == {}
        assert found.opened([node.id for node in found.network.nodes])
    assert not captured.captured_queries
