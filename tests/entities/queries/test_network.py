"""The network of one reader: what they may read is in it, and what they may not read leaves no trace."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities import linked
from intelligence import ground
from pentameter.entities.models import Placing
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.graph import Grade, Network
from pentameter.entities.network.sight import sight_of
from pentameter.entities.queries.network import network
from pentameter.entities.queries.routes import ways
from pentameter.entities.queries.seen import things_seen
from pentameter.entities.rules.judgements import Finding
from pentameter.intelligence.api import Theme
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.models import Report
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
BOOKKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def seen(by: Actor, **asked: object) -> Network:
    """The network as a reader sees it."""
    return network(replace(Asked(), **asked), by, as_of=clock.today()).network


def told(of: Network) -> set[tuple[str, str, str]]:
    """What is said in it, but that things are named together."""
    label = {node.id: node.label for node in of.nodes}
    return {
        (label[one.source], one.relation.value, label[one.target])
        for one in of.edges
        if one.relation is not Relation.NAMED_TOGETHER
    }


def test_links_of_several_agencies_meet_in_one_thing() -> None:
    linked.whole()
    of = seen(cast.durham_constable())
    phone = next(node for node in of.nodes if node.kind == "phone")
    assert phone.agencies == ("cleveland", "durham")
    assert phone.id == min(phone.mentions)
    assert told(of) == {
        ("Mira Testova", "uses", "+44 7700 900417"),
        ("Jan Exempel", "controls", "Mira Testova"),
        ("Mira Testova", "lives_at", "12 Example Street"),
        ("Otto Muster", "uses", "+44 7700 900417"),
        ("Otto Muster", "uses", "AA00ABC"),
    }


def test_who_sent_the_closed_report_sees_its_links_too() -> None:
    linked.whole()
    relations = {name for _, name, _ in told(seen(cast.garda()))}
    assert "pays" in relations
    assert "pays" not in {name for _, name, _ in told(seen(cast.durham_constable()))}


def test_grade_handling_and_ground_stand_on_every_edge() -> None:
    linked.whole()
    for edge in seen(cast.garda()).edges:
        for row in Report.objects.filter(pk__in=edge.reports):
            grade = Grade(row.scheme, row.source_grade, row.information_grade)
            assert (edge.grade, edge.handling, edge.agency) == (grade, row.handling, row.agency_id)


READERS = (cast.durham_constable, cast.cleveland_sergeant, cast.national_analyst, cast.outsider, cast.prosecutor)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("closed", [{}, linked.GARDA], ids=["nothing said", "much said"])
def test_a_report_that_may_not_be_read_is_as_if_it_never_was(
    reader: Callable[[], Actor], closed: dict[str, str]
) -> None:
    """The same network, places, figures, path and table as in a world that never had the report."""
    wave = ground.wave()
    linked.send(wave, linked.DURHAM, linked.CLEVELAND)
    asked = Asked(start=linked.mention("person", "durham", 1), end=linked.mention("vehicle", "cleveland"))
    before = network(asked, reader(), as_of=clock.today())
    linked.send(wave, {**linked.GARDA, **closed, "links": closed.get("links", "")})
    after = network(asked, reader(), as_of=clock.today())
    assert after == before
    looks = [sight_of(one.network, asked, ()) for one in (before, after)]
    assert looks[0] == looks[1]
    assert looks[0].way


def test_two_things_that_only_a_hidden_report_makes_one_stay_two() -> None:
    """Durham's two women are one only because the Garda's report names both: its readers alone see that."""
    wave = ground.wave()
    other = {**linked.DURHAM, "person1_name": "Ana Probe", "person1_document": "Y7654321", "links": ""}
    linked.send(wave, linked.DURHAM, other, linked.GARDA)
    first, second = (linked.mention("person", "durham", n) for n in (0, 2))
    bridge = linked.mention("person", "garda")
    before = seen(cast.durham_constable())
    for one in (first, second):
        linked.judge(one, bridge, Finding.SAME)
    linked.place()
    assert Placing.objects.get(pk=first).thing == Placing.objects.get(pk=second).thing
    assert seen(cast.durham_constable()) == before
    assert things_seen([first, second], cast.durham_constable()).of[first] == first


def test_what_a_hidden_judgement_holds_apart_is_one_to_those_who_know_nothing_of_it() -> None:
    wave = ground.wave()
    plain = {"agency": "durham", "person1_name": "Mira Testova"}
    linked.send(wave, plain, plain, linked.GARDA)
    first, second = (linked.mention("person", "durham", n) for n in (0, 1))
    bridge = linked.mention("person", "garda")
    linked.judge(first, second, Finding.SAME)
    linked.place()
    before = seen(cast.durham_constable())
    linked.judge(first, bridge, Finding.SAME)
    linked.judge(second, bridge, Finding.DIFFERENT)
    linked.place()
    assert seen(cast.durham_constable()) == before


def test_a_mention_that_is_placed_nowhere_is_a_thing_by_itself() -> None:
    linked.whole()
    before = seen(cast.durham_constable())
    Placing.objects.all().delete()
    after = seen(cast.durham_constable())
    assert len(after.nodes) > len(before.nodes)
    assert all(len(node.mentions) == 1 for node in after.nodes)


def test_reports_are_narrowed_by_time_grade_force_and_theme() -> None:
    linked.whole()
    by, today = cast.garda(), clock.today()
    assert {node.agencies for node in seen(by, agency="cleveland").nodes} == {("cleveland",)}
    assert {edge.grade.scheme for edge in seen(by, scheme="5x5x5", source_grade="B").edges} == {"5x5x5"}
    assert seen(by, area="Garda Eastern").nodes
    assert not seen(by, theme=Theme.ORGAN_REMOVAL.value).nodes
    assert not seen(by, last=today - timedelta(30)).nodes
    assert seen(by, first=today - timedelta(30)).nodes
    assert {node.kind for node in seen(by, kinds=("phone",)).nodes} == {"phone"}
    assert {edge.relation for edge in seen(by, relations=(Relation.PAYS,)).edges} == {Relation.PAYS}


def test_a_thing_is_shown_with_all_reports_that_mention_it() -> None:
    linked.whole()
    found = network(Asked(things=(linked.mention("phone", "cleveland"),)), cast.durham_constable(), as_of=clock.today())
    assert {ground_.agency for ground_ in found.grounds.values()} == {"durham", "cleveland"}
    assert found.things == (min(linked.mention("phone", "cleveland"), linked.mention("phone", "durham")),)
    alone = network(Asked(things=(linked.mention("premises", "durham"),)), cast.durham_constable(), as_of=clock.today())
    assert {ground_.agency for ground_ in alone.grounds.values()} == {"durham"}


def test_a_thing_that_may_not_be_seen_is_as_if_it_never_was() -> None:
    linked.whole()
    hidden = linked.mention("organisation", "garda")
    with pytest.raises(Refused) as refusal:
        seen(cast.durham_constable(), things=(hidden,))
    assert refusal.value.hidden


@pytest.mark.parametrize("times", [1, 4])
def test_the_number_of_queries_does_not_grow_with_reports(times: int) -> None:
    wave = ground.wave()
    linked.send(wave, *[linked.DURHAM, linked.CLEVELAND, linked.GARDA] * times)
    asked = Asked(things=(linked.mention("phone", "durham"),))
    for wanted, most in ((Asked(), 12), (asked, 18)):
        with CaptureQueriesContext(connection) as captured:
            network(wanted, cast.garda(), as_of=clock.today())
        queries = [one["sql"] for one in captured.captured_queries if not one["sql"].startswith(BOOKKEEPING)]
        assert len(queries) <= most, "\n".join(queries)


def test_routes_are_told_by_reports_that_may_be_read() -> None:
    wave = ground.wave()
    silent = {**linked.CLEVELAND, "person1_nationality": "AL"}
    linked.send(wave, linked.DURHAM, silent, {**linked.GARDA, "route": "VN; IE"})
    found, older = ways(Asked(), cast.durham_constable())
    assert not older
    assert {(way.route, way.nationalities) for way in found} == {(("RO", "FR", "GB"), ()), ((), ("AL",))}
    assert ("VN", "IE") in {way.route for way in ways(Asked(), cast.garda())[0]}
