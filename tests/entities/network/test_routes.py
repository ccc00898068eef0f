"""Routes: what is said and what is inferred stay apart, and small counts stay here."""

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.network.routes import FEWEST, Flow, Stream, Way, flows, for_the_public, streams

COUNTRIES = st.sampled_from(["RO", "AL", "VN", "FR", "GB"])
WAYS = st.lists(
    st.builds(
        Way,
        report=st.integers(0, 40).map(lambda n: UUID(int=n)),
        route=st.lists(COUNTRIES, max_size=4).map(tuple),
        nationalities=st.lists(COUNTRIES, max_size=3).map(tuple),
        area=st.sampled_from(["Durham", "Kent", ""]),
    ),
    max_size=60,
    unique_by=lambda way: way.report,
)


def _way(number: int, route: tuple[str, ...] = (), nations: tuple[str, ...] = (), area: str = "Durham") -> Way:
    return Way(UUID(int=number), route, nations, area)


def test_what_a_report_says_is_not_added_to_what_is_inferred() -> None:
    found = flows([_way(1, ("RO", "FR", "GB"), ("RO",)), _way(2, nations=("RO", "RO")), _way(3, ("RO", "FR", "GB"))])
    assert found == (
        Flow("RO", ("FR",), "Durham", said=True, reports=(UUID(int=1), UUID(int=3))),
        Flow("RO", (), "Durham", said=False, reports=(UUID(int=2),)),
    )


def test_a_route_of_one_country_says_the_source_alone() -> None:
    assert flows([_way(1, ("RO",))])[0] == Flow("RO", (), "Durham", said=True, reports=(UUID(int=1),))


def test_a_report_of_two_nationalities_counts_for_each() -> None:
    assert [(one.source, one.count) for one in flows([_way(1, nations=("VN", "AL"))])] == [("AL", 1), ("VN", 1)]


def test_who_says_nothing_is_in_no_flow() -> None:
    assert flows([_way(1)]) == ()


@given(WAYS)
def test_every_report_that_says_something_is_counted_as_often_as_it_says_it(ways: list[Way]) -> None:
    counted = Counter(report for flow in flows(ways) for report in flow.reports)
    for way in ways:
        assert counted[way.report] == (1 if way.route else len(set(way.nationalities)))


@given(WAYS)
def test_as_much_comes_to_the_areas_as_leaves_the_sources(ways: list[Way]) -> None:
    found = flows(ways)
    told = streams(found)
    assert sum(one.count for one in told if one.step == 0) == sum(flow.count for flow in found)
    assert sum(one.count for one in told) == sum(flow.count * (len(flow.through) + 1) for flow in found)


def test_streams_join_the_stops_of_a_way() -> None:
    found = flows([_way(1, ("RO", "FR", "GB"))])
    assert streams(found) == (Stream(0, "RO", "FR", 1), Stream(1, "FR", "Durham", 1))


def test_small_counts_are_not_for_the_public() -> None:
    many = [_way(n, ("RO", "GB")) for n in range(FEWEST)]
    few = [_way(100 + n, ("AL", "GB")) for n in range(FEWEST - 1)]
    found = flows([*many, *few])
    assert [flow.is_small for flow in found] == [False, True]
    assert [flow.source for flow in for_the_public(found)] == ["RO"]
