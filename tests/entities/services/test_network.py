"""Looking at the network leaves one row with what was shown; carrying it away says why."""

import json

import pytest

import cast
from entities import linked
from pentameter.audit.models import Entry
from pentameter.entities.network.asked import Asked
from pentameter.entities.services.network import copy_network, show_network, show_routes, show_thing
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


def _detail(event: str) -> str:
    (entry,) = Entry.objects.filter(event=event)
    return json.dumps(entry.detail, default=str)


def test_a_look_is_recorded_with_what_was_drawn() -> None:
    linked.whole()
    page = show_network(asked=Asked(), by=cast.durham_constable(), today=clock.today())
    detail = _detail("network_shown")
    assert all(str(node.id) in detail for node in page.sight.drawn.nodes)
    assert "Mira" not in detail


def test_a_thing_is_shown_by_any_mention_of_it() -> None:
    linked.whole()
    mention = linked.mention("person", "cleveland")
    page, node = show_thing(thing=mention, asked=Asked(things=(mention,)), by=cast.garda(), today=clock.today())
    assert mention in node.mentions
    assert node.id in page.sight.at.at


def test_filters_that_leave_nothing_of_a_thing_say_so() -> None:
    linked.whole()
    mention = linked.mention("person", "durham")
    asked = Asked(things=(mention,), agency="kent")
    with pytest.raises(Refused, match="Clear them to see it"):
        show_thing(thing=mention, asked=asked, by=cast.durham_constable(), today=clock.today())


def test_a_copy_needs_a_purpose_and_a_right() -> None:
    linked.whole()
    chart = copy_network(asked=Asked(), purpose="to brief", by=cast.national_analyst(), today=clock.today())
    assert "Mira Testova" in chart.table().csv()
    assert "pays" not in chart.table().csv()
    assert Entry.objects.get(event="network_exported").purpose == "to brief"
    for by, purpose in ((cast.national_analyst(), ""), (cast.durham_constable(), "to brief")):
        with pytest.raises(Refused):
            copy_network(asked=Asked(), purpose=purpose, by=by, today=clock.today())


def test_a_copy_of_what_makes_no_sense_is_refused_with_the_reason() -> None:
    asked = Asked(problems=("The scheme has no such grade.",))
    with pytest.raises(Refused, match="no such grade"):
        copy_network(asked=asked, purpose="to brief", by=cast.national_analyst(), today=clock.today())


def test_routes_are_a_look_too() -> None:
    linked.whole()
    page = show_routes(asked=Asked(), by=cast.durham_constable(), today=clock.today())
    assert [(flow.source, flow.through, flow.said) for flow in page.flows] == [("RO", ("FR",), True)]
    assert (page.reports, page.without) == (2, 1)
    assert _detail("network_shown")


def test_no_row_no_act() -> None:
    linked.whole()
    today, analyst = clock.today(), cast.national_analyst()
    thing = linked.mention("phone", "durham")
    no_row_no_act(lambda: show_network(asked=Asked(), by=analyst, today=today))
    no_row_no_act(lambda: show_thing(thing=thing, asked=Asked(things=(thing,)), by=analyst, today=today))
    no_row_no_act(lambda: copy_network(asked=Asked(), purpose="x", by=analyst, today=today))
    no_row_no_act(lambda: show_routes(asked=Asked(), by=analyst, today=today))
