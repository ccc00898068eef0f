"""What the database counts, against a recount of the reports one by one."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import caseworker, cleveland_sergeant, durham_constable, garda, national_analyst, outsider, prosecutor
from intelligence import many
from pentameter.intelligence.models import Report
from pentameter.intelligence.queries.reports import NO_AREA, Filter
from pentameter.intelligence.queries.tallies import Tallies, Tally, tallies, total_of
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations

pytestmark = pytest.mark.django_db

FIRST = week_of(clock.today()) - timedelta(weeks=8)
READERS = (durham_constable, cleveland_sergeant, garda, national_analyst, prosecutor, caseworker, outsider)


def wave(number: int = 1) -> UUID:
    """A wave that began eight weeks ago."""
    if number == 1:
        many.seeded_agencies()
        operations.create_operation(slug="demo", name="Demonstration", purpose="", by=SYSTEM)
        accounts_of_the_cast()
    return operations.create_wave(operation="demo", plan=operations.WavePlan("A wave", FIRST), by=SYSTEM)


def accounts_of_the_cast() -> None:
    """The agencies of the cast that the roster does not know."""
    from cast import agency

    for person in READERS:
        agency(person())


def recount(reports: Iterable[Report], key: Callable[[Report], Any]) -> Counter[Any]:
    """How many reports there are by some key."""
    return Counter(map(key, reports))


KEYS: dict[str, Callable[[Report], Any]] = {
    "by_area": lambda one: one.area,
    "by_week": lambda one: one.week,
    "by_theme": lambda one: one.theme,
    "by_theme_and_week": lambda one: (one.theme, one.week),
    "by_grade": lambda one: (one.scheme, one.source_grade, one.information_grade),
    "by_agency": lambda one: one.agency_id,
}


def assert_same(found: Tallies, counted: list[Report], told: list[Report]) -> None:
    """Every number of the tallies, against the reports."""
    assert found.total == Tally(len(counted), len(told))
    for name, key in KEYS.items():
        known, readable = recount(counted, key), recount(told, key)
        assert dict(getattr(found, name)) == {one: Tally(n, readable[one]) for one, n in known.items()}, name
    offered = [one for one in counted if one.advertised]
    assert found.advertised == Tally(len(offered), sum(one.advertised for one in told))
    prices = {one.currency: dict(one.prices) for one in found.prices}
    priced = [one for one in counted if one.price is not None]
    assert prices == {
        currency: dict(recount((one for one in priced if one.currency == currency), lambda one: one.price))
        for currency in {one.currency for one in priced}
    }


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_counts_are_those_of_a_recount(
    reader: Callable[[], Actor], seed: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one = wave()
    many.fill(one, 400, first=FIRST, seed=seed)
    many.fill(wave(2), 20, first=FIRST, seed=seed)
    actor = reader()
    told = [report for report in many.readable_by(actor) if report.wave_id == one]
    with django_assert_num_queries(1):
        withheld = tallies(actor, Filter(wave=one), count_withheld=True)
    assert_same(withheld, list(Report.objects.filter(wave_id=one)), told)
    with django_assert_num_queries(1):
        mine = tallies(actor, Filter(wave=one), count_withheld=False)
    assert_same(mine, told, told)
    assert 0 < len(told) < 400
    with django_assert_num_queries(2):
        assert total_of(actor, Filter(wave=one), count_withheld=True) == withheld.total
        assert total_of(actor, Filter(wave=one), count_withheld=False) == mine.total


@pytest.mark.parametrize(
    "narrowing",
    [
        {"theme": "forced_labour"},
        {"agency": "garda"},
        {"scheme": "5x5x5"},
        {"scheme": "3x5x2", "source_grade": "2", "information_grade": "B"},
        {"area": "Durham", "theme": "unknown"},
        {"advertised": True},
    ],
)
def test_a_filter_narrows_every_count(narrowing: dict[str, Any]) -> None:
    one = wave()
    many.fill(one, 500, first=FIRST)
    reader = garda()
    same = {"agency": "agency_id"}
    chosen = {same.get(name, name): value for name, value in narrowing.items()}
    mine = [r for r in many.readable_by(reader) if all(getattr(r, name) == value for name, value in chosen.items())]
    assert mine
    assert_same(tallies(reader, Filter(wave=one, **narrowing), count_withheld=False), mine, mine)
    every = list(Report.objects.filter(**chosen))
    assert_same(tallies(reader, Filter(wave=one, **narrowing), count_withheld=True), every, mine)


@pytest.mark.parametrize("count_withheld", [True, False])
def test_nothing_counts_nothing(count_withheld: bool) -> None:
    assert tallies(durham_constable(), Filter(wave=wave()), count_withheld=count_withheld) == Tallies()


def test_who_belongs_to_no_agency_reads_nothing_and_may_still_count() -> None:
    one = wave()
    many.fill(one, 50, first=FIRST)
    assert tallies(SYSTEM, Filter(wave=one), count_withheld=True).total == Tally(50, 0)
    assert tallies(SYSTEM, Filter(wave=one), count_withheld=False) == Tallies()


def test_rows_that_wait_in_quarantine() -> None:
    one, other = wave(), wave(2)
    for sender in ("durham", "durham", "kent"):
        many.waiting_row(one, sender)
    many.waiting_row(one, "durham", state="set_aside")
    many.waiting_row(other, "durham")
    assert tallies(national_analyst(), Filter(wave=one), count_withheld=True).quarantined == 3
    assert tallies(durham_constable(), Filter(wave=one), count_withheld=False).quarantined == 2
    assert tallies(national_analyst(), Filter(wave=one, agency="kent"), count_withheld=True).quarantined == 1


def test_reports_without_an_area_can_be_asked_for() -> None:
    one = wave()
    many.fill(one, 60, first=FIRST)
    found = tallies(SYSTEM, Filter(wave=one, area=NO_AREA), count_withheld=True)
    assert set(found.by_area) == {""}
    assert found.total.counted == Report.objects.filter(area="").count()


def test_prices_are_kept_apart_by_currency_and_pence_are_not_lost() -> None:
    one = wave()
    day = date(2007, 10, 3)
    offers = [("GBP", "60.50"), ("GBP", "60.50"), ("GBP", "40"), ("EUR", "80"), ("", "10")]
    rows = [
        many.report(one, "durham", day, advertised=bool(currency), price=Decimal(price), currency=currency)
        for currency, price in offers
    ]
    many.insert(rows)
    found = tallies(durham_constable(), Filter(wave=one), count_withheld=False)
    assert [(each.currency, each.prices) for each in found.prices] == [
        ("", ((Decimal("10.00"), 1),)),
        ("EUR", ((Decimal("80.00"), 1),)),
        ("GBP", ((Decimal("40.00"), 1), (Decimal("60.50"), 2))),
    ]
    assert found.advertised == Tally(4, 4)
