"""Links for those who may read their reports, and for nobody else."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

import cast
from intelligence import ground
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.models import Mention, Report, SaidLink
from pentameter.intelligence.queries.links import Between, links_said, mentions_in, reports_between
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.services import read_report
from pentameter.intelligence.services.rows import facts
from pentameter.kernel import clock
from tests.intelligence.intake.rows import draft

pytestmark = pytest.mark.django_db

LINKED = {"links": "person1 uses phone1; person1 uses vehicle", "route": "RO; FR; GB"}


@pytest.fixture
def reports() -> dict[str, Report]:
    """An open report and one that stays with its sender, both with links."""
    closed = {"grade_scheme": "5x5x5", "source_grade": "B", "information_grade": "2", "handling_code": "4"}
    rows = [ground.full(1, **LINKED), ground.full(2, **closed, **LINKED)]
    card = ground.sent(ground.csv_of(rows), ground.wave())
    assert ground.counts(card) == (2, 2, 0, 0)
    return {report.own_reference: report for report in Report.objects.all()}


def test_links_are_told_to_readers_of_their_report_alone(reports: dict[str, Report]) -> None:
    ids = [report.id for report in reports.values()]
    own, other = links_said(ids, cast.durham_constable()), links_said(ids, cast.cleveland_sergeant())
    assert len(own) == 4
    assert {one.report for one in other} == {reports["DUR-00001"].id}
    person, phone, vehicle = Mention.objects.filter(report=reports["DUR-00001"]).order_by("position")
    assert [(one.source, one.relation, one.target) for one in other] == [
        (person.id, Relation.USES, phone.id),
        (person.id, Relation.USES, vehicle.id),
    ]


def test_mentions_and_reports_are_kept_back_with_them(reports: dict[str, Report]) -> None:
    ids = [report.id for report in reports.values()]
    assert len(mentions_in(ids, cast.durham_constable())) == 6
    assert {one.ground.report for one in mentions_in(ids, cast.garda())} == {reports["DUR-00001"].id}
    (told,) = reports_between(cast.garda(), limit=10)
    assert (told.report, told.route) == (reports["DUR-00001"].id, ("RO", "FR", "GB"))
    assert len(reports_between(cast.durham_constable(), limit=10)) == 2
    assert len(reports_between(cast.durham_constable(), limit=1)) == 1
    assert reports_between(cast.garda(), among=[reports["DUR-00002"].id], limit=10) == ()


def test_reports_are_narrowed_by_their_days() -> None:
    today = clock.today()
    days = {"event_from": (today - timedelta(30)).isoformat(), "event_to": (today - timedelta(20)).isoformat()}
    ground.sent(ground.csv_of([ground.good(1, **days), ground.good(2)]), ground.wave())

    def found(first: date | None, last: date | None) -> list[str]:
        told = reports_between(cast.durham_constable(), Filter(), Between(first, last), limit=10)
        return sorted(one.own_reference for one in told)

    assert found(None, None) == ["DUR-00001", "DUR-00002"]
    assert found(today - timedelta(25), today - timedelta(10)) == ["DUR-00001"]
    assert found(today - timedelta(20), None) == ["DUR-00001", "DUR-00002"]
    assert found(today - timedelta(19), None) == ["DUR-00002"]
    assert found(None, today - timedelta(31)) == []


def test_a_reader_sees_them_on_the_report(reports: dict[str, Report]) -> None:
    view = read_report(report_id=reports["DUR-00001"].id, by=cast.garda())
    assert view.links == (("Mira Testova", "uses", "+44 7700 900417"), ("Mira Testova", "uses", "NK07ABC"))
    assert view.route == ("Romania", "France", "United Kingdom")


def test_the_same_file_again_doubles_nothing(reports: dict[str, Report]) -> None:
    wave = reports["DUR-00001"].wave_id
    again = ground.sent(ground.csv_of([ground.full(1, **LINKED)]), wave, name="again.csv")
    assert ground.counts(again) == (1, 0, 0, 1)
    other = ground.sent(ground.csv_of([ground.full(1, links="person1 uses phone1")]), wave, name="other.csv")
    assert ground.counts(other) == (1, 0, 1, 0)
    assert SaidLink.objects.count() == 4


def test_what_says_neither_link_nor_route_keeps_its_old_digest() -> None:
    assert {"links", "route"}.isdisjoint(facts(draft()))
    assert facts(draft(route="RO"))["route"] == ("RO",)


def test_the_table_refuses_a_link_of_one_thing_with_itself(reports: dict[str, Report]) -> None:
    one = Mention.objects.filter(report=reports["DUR-00001"]).first()
    assert one is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        SaidLink.objects.create(report_id=one.report_id, source=one, relation="uses", target=one)
