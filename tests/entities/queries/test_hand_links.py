"""Links said by hand, for those who may read both their reports."""

import pytest

import cast
from entities import linked
from pentameter.entities.network.asked import Asked
from pentameter.entities.queries.hand_links import links_of
from pentameter.entities.queries.network import network
from pentameter.entities.services.links import NewLink, add_link
from pentameter.intelligence.intake.relations import Relation
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db


def _by_hand(by: Actor, **asked: str) -> list[str]:
    found = network(Asked(**asked), by, as_of=clock.today()).network
    return [edge.handling for edge in found.edges if edge.by]


def test_who_may_not_read_one_of_both_reports_sees_nothing_of_it() -> None:
    linked.whole()
    source, target = linked.mention("person", "garda"), linked.mention("person", "durham")
    link = NewLink(source, Relation.CONTROLS, target, "She said so.")
    add_link(link=link, by=cast.garda(), today=clock.today())
    assert _by_hand(cast.garda()) == ["3x5x2 P; 5x5x5 4"]
    assert _by_hand(cast.garda(), scheme="3x5x2") == []
    assert _by_hand(cast.durham_constable()) == []
    assert [one.reason for one in links_of([target], cast.garda())] == ["She said so."]
    assert [one.reason for one in links_of([source], cast.garda())] == ["She said so."]
    assert links_of([target], cast.durham_constable()) == ()
