"""A look on its way to a template: addresses that lead on, tables cut into pages, and words."""

import json
from uuid import UUID

import pytest
from django.urls import reverse

import cast
from entities import linked
from pentameter.entities.network.asked import Asked
from pentameter.entities.network_pages import choices, look, rows
from pentameter.entities.network_pages.look import Page
from pentameter.entities.network_pages.routes import RoutePage
from pentameter.entities.services.network import show_network, show_routes, show_thing
from pentameter.kernel import clock
from pentameter.kernel.periods import week_of

pytestmark = pytest.mark.django_db


def _page(asked: Asked | None = None) -> Page:
    found = show_network(asked=asked or Asked(), by=cast.durham_constable(), today=clock.today())
    return Page(found, reverse("entities:network"))


def test_every_thing_on_the_chart_is_a_row_and_a_place() -> None:
    linked.whole()
    page = _page()
    data = json.loads(str(page.data))
    assert {row.node.label for row in page.things} == {node["full"] for node in data["nodes"]}
    assert {node["id"] for node in data["nodes"]} == {str(thing) for thing in page.sight.at.at}
    assert [row.links for row in page.things] == sorted((row.links for row in page.things), reverse=True)
    assert len(page.links_table.rows) == len(page.sight.drawn.edges)


def test_addresses_keep_what_was_asked() -> None:
    linked.whole()
    start = linked.mention("phone", "durham")
    page = _page(Asked(agency="durham", start=start))
    row = page.things[0]
    assert row.end in ("", f"/network/?agency=durham&start={start}&end={row.node.id}")
    assert page.without_way == "/network/?agency=durham"
    assert page.rows.ways["end"] == f"/network/?agency=durham&start={start}&end={rows.NIL}"
    assert page.opened(row.node.id) == f"/network/things/{row.node.id}/"


def test_opening_from_a_thing_adds_to_it() -> None:
    linked.whole()
    mention = linked.mention("premises", "durham")
    asked = Asked(things=(mention,))
    found, node = show_thing(thing=mention, asked=asked, by=cast.durham_constable(), today=clock.today())
    page = Page(found, reverse("entities:network_thing", args=[mention]), node)
    other = UUID(int=5)
    assert page.opened(other) == f"/network/things/{mention}/?thing={other}"
    assert dict(page.about)["Reported by"] == "Durham"
    assert str(node.id) not in {value for value, _ in page.rows.others()}


def test_a_week_of_the_timeline_leads_to_that_week_alone() -> None:
    linked.whole()
    monday = week_of(clock.today())
    told = [week for week in _page().timeline.weeks if week.count]
    assert sum(week.count or 0 for week in told) == 2
    assert all(f"first={week.monday.isoformat()}" in week.href and week.monday <= monday for week in told)


def test_tables_are_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "ROWS", 3)
    linked.whole()
    first = _page()
    second = Page(first.found, first.address, number=2)
    assert len(first.things) == 3
    assert not {row.node.id for row in first.things} & {row.node.id for row in second.things}
    assert first.pages > 2
    assert first.page_address == "/network/?"


def test_what_can_be_chosen_is_chosen_again() -> None:
    linked.whole()
    made = {one.name: one for one in choices.choices(Asked(agency="durham", kinds=("phone",), most=500))}
    assert [value for value, _, on in made["agency"].options if on] == ["durham"]
    assert [value for value, _, on in made["kind"].options if on] == ["phone"]
    assert [value for value, _, on in made["most"].options if on] == ["500"]


def test_routes_stand_apart_on_their_page() -> None:
    wave = linked.whole()
    linked.send(wave, {**linked.CLEVELAND, "person1_nationality": "AL", "person1_document": ""})
    page = RoutePage(show_routes(asked=Asked(), by=cast.durham_constable(), today=clock.today()))
    assert [flow.source for flow in page.said.flows] == ["RO"]
    assert [flow.source for flow in page.inferred.flows] == ["AL"]
    assert page.small == 2
