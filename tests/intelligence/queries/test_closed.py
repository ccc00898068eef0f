"""Mentions that stay closed: who is told of them, and what opens them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import cast
from intelligence import ground
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.queries.closed import ClosedReports, closed_between, opened_facts
from pentameter.intelligence.queries.links import Between, mentions_in, reports_between
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.vocabulary import MentionKind
from pentameter.kernel.actor import Actor
from pentameter.kernel.sealing import SealBroken

pytestmark = pytest.mark.django_db

CLOSED = {"grade_scheme": "5x5x5", "source_grade": "B", "information_grade": "2", "handling_code": "4"}


@pytest.fixture
def reports() -> dict[str, Report]:
    """An open report and one that stays with its sender."""
    card = ground.sent(ground.csv_of([ground.full(1), ground.full(2, **CLOSED)]), ground.wave())
    assert ground.counts(card) == (2, 2, 0, 0)
    return {report.own_reference: report for report in Report.objects.all()}


def closed(by: Actor, *, limit: int = 10, kind: MentionKind | None = None) -> ClosedReports:
    """All reports that somebody may read, with what they mention."""
    return closed_between(by, Filter(), Between(), limit=limit, kind=kind)


@pytest.mark.parametrize("reader", [cast.durham_constable, cast.cleveland_sergeant, cast.garda])
def test_they_are_those_that_the_reader_is_shown_and_open_to_the_same_facts(
    reports: dict[str, Report], reader: Callable[[], Actor]
) -> None:
    found = closed(reader())
    assert found.grounds == reports_between(reader(), limit=10)
    shown = {one.mention.id: one.mention for one in mentions_in([one.id for one in reports.values()], reader())}
    assert {one.id: (one.report, one.agency, one.kind) for one in found.mentions} == {
        one.id: (one.report, one.agency, one.kind) for one in shown.values()
    }
    assert opened_facts(found.mentions) == {one.id: one.values for one in shown.values()}


def test_what_is_kept_back_is_not_there(reports: dict[str, Report]) -> None:
    told = closed(cast.garda())
    assert {one.report for one in told.mentions} == {reports["DUR-00001"].id}
    assert [one.report for one in told.grounds] == [reports["DUR-00001"].id]
    assert len({one.report for one in closed(cast.durham_constable()).mentions}) == 2


def test_so_many_reports_however_much_each_mentions(reports: dict[str, Report]) -> None:
    latest = closed(cast.durham_constable(), limit=1)
    [ground] = reports_between(cast.durham_constable(), limit=1)
    assert latest.grounds == (ground,)
    assert len(latest.mentions) == Mention.objects.filter(report_id=ground.report).count() > 1


def test_things_of_one_kind_alone_and_yet_every_report(reports: dict[str, Report]) -> None:
    people = closed(cast.durham_constable(), kind=MentionKind.PERSON)
    assert {one.kind for one in people.mentions} == {"person"}
    bare = closed(cast.durham_constable(), kind=MentionKind.ADVERT)
    assert (len(bare.grounds), bare.mentions) == (2, ())


def test_it_is_one_query_and_opening_is_none(reports: dict[str, Report], django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        found = closed(cast.durham_constable())
        assert opened_facts(found.mentions)
    assert {"sealed", "key"}.isdisjoint(repr(found.mentions[0]).replace("(", ", ").replace("=", ", ").split(", "))


def test_a_mention_whose_key_is_another_does_not_open(reports: dict[str, Report]) -> None:
    first = closed(cast.durham_constable()).mentions[0]
    with pytest.raises(SealBroken):
        opened_facts([replace(first, key=b"")])
