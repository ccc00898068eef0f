"""The counts that are kept are those of a recount, whatever was sent, mended, sent twice or at once."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import cast
from intelligence import ground, many
from pentameter.audit.models import Entry
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import CountByGrade, CountByWay, CountByWeek, KeptCount, QuarantinedRow, Report
from pentameter.intelligence.queries.kept import TABLES, miscounted, ways
from pentameter.intelligence.services import mend_row, submit_report
from pentameter.intelligence.services.counting import CountedAnew, recount
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

SENDERS: dict[str, Callable[[], Actor]] = {
    "durham": cast.durham_constable,
    "cleveland": cast.cleveland_sergeant,
    "garda": cast.garda,
}
Kept = Counter[tuple[Any, ...]]


def kept(table: type[KeptCount]) -> Kept:
    """What is kept."""
    return Counter({row[:-1]: row[-1] for row in table.objects.values_list(*ways(table), "recipient", "counted")})


def counted(table: type[KeptCount]) -> Kept:
    """The same from the reports, one by one."""
    found: Kept = Counter()
    for report in Report.objects.prefetch_related("recipients", "mentions"):
        way = {"route": " ".join(report.route), "nationalities": "" if report.route else nations(report)}
        alike = tuple(way[name] if name in way else getattr(report, name) for name in ways(table))
        found.update((*alike, one) for one in ["", *(named.agency_id for named in report.recipients.all())])
    return found


def nations(report: Report) -> str:
    """The nationalities of the victims of a report, as its mentions say when they are opened."""
    keys = keys_of(report.agency_id)
    opened = [keys.unseal(bytes(row.sealed), bound_to=f"mention:{row.id}") for row in report.mentions.all()]
    victims = [one for one in opened if one.get("role") in ("victim", "possible_victim")]
    return " ".join(sorted({one["nationality"] for one in victims if one.get("nationality")}))


def assert_counted() -> None:
    """The tables are those of a recount, by the database and by hand."""
    for table in (*TABLES, CountByWay):
        assert kept(table) == counted(table)
    assert miscounted() == {}


@some.composite
def cells(draw: some.DrawFn) -> dict[str, str]:
    """A report of few kinds, so that many are alike; some are wrong, some come twice."""
    scheme = draw(some.sampled_from(["3x5x2", "5x5x5"]))
    told = {"handling_recipients": draw(some.sampled_from(["", "cleveland", "garda; kent", "durham"]))}
    return ground.good(
        draw(some.integers(1, 40)),
        theme=draw(some.sampled_from(["sexual_exploitation", "forced_labour"])),
        reported_on=draw(some.sampled_from([*DAYS, "2025-02-31"])),
        force_area=draw(some.sampled_from(["Durham", ""])),
        grade_scheme=scheme,
        source_grade="1" if scheme == "3x5x2" else "A",
        information_grade="A" if scheme == "3x5x2" else "1",
        handling_code=draw(some.sampled_from(["P", "C"] if scheme == "3x5x2" else ["1", "3", "5"])),
        handling_conditions="Ask first.",
        advertised=draw(some.sampled_from(["yes", ""])),
        route=draw(some.sampled_from(["", "", "LT; IE; GB", "MD"])),
        person1_name="Mira Testova",
        person1_role=draw(some.sampled_from(["victim", "suspect", ""])),
        person1_nationality=draw(some.sampled_from(["LT", "MD", ""])),
        person2_name=draw(some.sampled_from(["Zorana Testova", ""])),
        **told,
    )


DAYS = [(clock.today() - timedelta(days=days)).isoformat() for days in (2, 3, 12, 60)]
senders = some.sampled_from(sorted(SENDERS))
ACTS = some.one_of(
    some.tuples(some.just("file"), senders, some.lists(cells(), min_size=1, max_size=6)),
    some.tuples(some.just("form"), senders, cells()),
    some.tuples(some.just("mend"), some.sampled_from(DAYS)),
)


def do(wave_id: UUID, act: Any) -> None:
    """Send a file, send one report, or mend whatever waits."""
    if act[0] == "mend":
        for row in QuarantinedRow.objects.filter(state="waiting"):
            by = SENDERS[row.file.agency_id]()
            mend_row(row_id=row.id, cells={"reported_on": act[1]}, version=row.version, by=by)
        return
    by = SENDERS[act[1]]()
    if act[0] == "form":
        submit_report(cells=act[2] | {"agency": by.agency}, wave_id=wave_id, by=by)
    else:
        ground.sent(ground.csv_of([one | {"agency": by.agency} for one in act[2]]), wave_id, by=by)


@pytest.mark.django_db(transaction=False)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=some.lists(ACTS, min_size=1, max_size=6))
def test_after_any_history_the_counts_are_those_of_a_recount(acts: list[Any]) -> None:
    for before in (70, 20):
        wave_id = ground.wave(begun_days_ago=before)
    for act in acts:
        do(wave_id, act)
        assert_counted()


@pytest.mark.django_db
def test_what_is_counted() -> None:
    wave_id = ground.wave()
    for number, named in ((1, ""), (2, "garda"), (3, "garda; kent")):
        one = ground.good(number, handling_code="C", handling_conditions="Ask.", handling_recipients=named)
        assert submit_report(cells=one, wave_id=wave_id, by=cast.durham_constable()).report_id
    counts = CountByWeek.objects.values_list("agency_id", "handling", "recipient", "counted")
    assert sorted(counts) == [("durham", "C", "", 3), ("durham", "C", "garda", 2), ("durham", "C", "kent", 1)]
    assert_counted()


@pytest.mark.django_db(transaction=True)
def test_agencies_that_send_at_once_lose_nothing() -> None:
    wave_id = ground.wave()

    def send(number: int, by: Actor) -> None:
        try:
            for turn in range(4):
                rows = [ground.good(100 * number + 10 * turn + n, agency=by.agency) for n in range(9)]
                ground.sent(ground.csv_of(rows), wave_id, by=by, name=f"{number}-{turn}.csv")
        finally:
            connection.close()

    everyone = [cast.durham_constable(), cast.durham_sergeant(), cast.cleveland_sergeant(), cast.garda()]
    threads = [threading.Thread(target=send, args=pair) for pair in enumerate(everyone)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Report.objects.count() == 4 * 4 * 9
    assert_counted()


def spoilt() -> UUID:
    """A wave whose counts of Durham are wrong: one too high, one gone, one of nothing."""
    many.seeded_agencies()
    wave_id = ground.wave()
    many.fill(wave_id, 200, first=date(2007, 10, 1))
    CountByWeek.objects.filter(pk=CountByWeek.objects.filter(agency="durham").first().pk).update(counted=900)
    gone = CountByGrade.objects.filter(agency="durham").first()
    CountByGrade.objects.filter(pk=gone.pk).delete()
    gone.pk, gone.area = None, "Nowhere"
    CountByGrade.objects.bulk_create([gone])
    return wave_id


@pytest.mark.django_db
def test_ways_that_were_never_counted_are_found_and_counted() -> None:
    wave_id, one = ground.wave(), {"person1_name": "Mira Testova", "person1_role": "victim"}
    rows = [ground.good(1, **one, person1_nationality="LT"), ground.good(2, **one, route="MD; GB"), ground.good(3)]
    ground.sent(ground.csv_of(rows), wave_id)
    expected = kept(CountByWay)
    assert {key[-3:]: count for key, count in expected.items()} == {
        ("", "LT", ""): 1,
        ("MD GB", "", ""): 1,
        ("", "", ""): 1,
    }
    CountByWay.objects.all().delete()
    assert miscounted() == {"durham": 1}
    recount(by=SYSTEM)
    assert kept(CountByWay) == expected


@pytest.mark.django_db
def test_what_is_wrong_is_found_and_counted_anew() -> None:
    spoilt()
    others = sorted(CountByWeek.objects.exclude(agency="durham").values_list("pk", "counted"))
    assert miscounted() == {"durham": 6}  # each that differs, as it is and as it should be, and sums
    assert recount(by=SYSTEM) == CountedAnew(("durham",), 6)
    assert_counted()
    assert sorted(CountByWeek.objects.exclude(agency="durham").values_list("pk", "counted")) == others
    row = Entry.objects.get(event="counted_anew")
    assert (row.subject_type, row.subject_id) == ("agency", "durham")
    assert recount(by=SYSTEM) == CountedAnew((), 0)


@pytest.mark.django_db
def test_counting_anew_is_for_pentameter_alone_and_leaves_its_row() -> None:
    spoilt()
    with pytest.raises(Refused, match="Only Pentameter"):
        recount(by=cast.national_analyst())
    no_row_no_act(lambda: recount(by=SYSTEM))


@pytest.mark.django_db(transaction=True)
def test_reports_of_the_version_before_are_counted_when_its_tables_change() -> None:
    many.seeded_agencies()
    wave_id = ground.wave()
    many.fill(wave_id, 300, first=date(2007, 10, 1))
    expected = [kept(table) for table in (*TABLES, CountByWay)]
    try:
        MigrationExecutor(connection).migrate([("intelligence", "0005_arrivals")])
        assert "intelligence_countbyweek" not in connection.introspection.table_names()
    finally:
        MigrationExecutor(connection).migrate([("intelligence", "0006_kept_counts")])
    assert [kept(table) for table in TABLES] == expected[:-1]
    assert set(miscounted()) == set(many.SENDERS)  # until the worker has counted the ways
    recount(by=SYSTEM)
    assert [kept(table) for table in (*TABLES, CountByWay)] == expected
