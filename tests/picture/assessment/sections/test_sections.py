"""Every section's figures are those that a recount finds; every figure has its source and its day."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from pentameter.entities.api import Flow
from pentameter.intelligence.api import Prices
from pentameter.intelligence.models import Report
from pentameter.justice.api import Counts, Outcomes
from pentameter.kernel import clock
from pentameter.kernel.periods import Period
from pentameter.look.words import day
from pentameter.operations.models import Return
from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.assessment.rules.content import Kind, Missing, Section, Table
from pentameter.picture.assessment.sections import (
    SECTIONS,
    demand,
    found,
    justice,
    laws,
    looking,
    people,
    places,
    published,
    reports,
    routes,
    scale,
)
from pentameter.scale.api import EstimateLine
from pentameter.victims.api import Age, PeopleCounted
from picture import scene
from picture.assessment.ground import a_whole_wave, evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole() -> Evidence:
    """Of a wave with everything."""
    return evidence(a_whole_wave(300))


def _table(section: Section, key: str) -> Table:
    return next(table for table in section.tables if table.key == key)


def _all(given: Evidence) -> list[Section]:
    return [kind.build(given) for kind in SECTIONS]


def test_keys_are_unique_for_ever(whole: Evidence) -> None:
    sections = _all(whole)
    assert [section.key for section in sections] == [kind.key for kind in SECTIONS]
    keys = [table.key for section in sections for table in section.tables]
    assert len(set(keys)) == len(keys)


def test_every_figure_has_its_source_and_its_day(whole: Evidence) -> None:
    for section in _all(whole):
        for figure in (*section.tables, *section.drawings):
            assert figure.source.endswith("."), figure.title
            assert figure.as_of == clock.today()
        for drawing in section.drawings:
            assert drawing.alt
            assert f"<title>{drawing.alt[:12]}" in drawing.wide
            assert "href" not in drawing.wide + drawing.narrow, "a version leads nowhere"


def test_every_row_is_as_wide_as_its_table_and_named_once(whole: Evidence) -> None:
    for section in _all(whole):
        for table in section.tables:
            assert all(len(row) == len(table.columns) for row in table.rows), table.key
            names = Counter(row[: table.names] for row in table.rows)
            assert not [name for name, times in names.items() if times > 1], table.key


def test_found_is_a_recount_of_returns(whole: Evidence) -> None:
    rows = {row[0]: row for row in _table(found.build(whole), "found-by-agency").rows}
    returns = Return.objects.filter(wave=whole.picture.wave.id, superseded_at=None)
    for name, figure in ((1, "people_found"), (2, "premises_visited"), (3, "arrests")):
        assert rows["All agencies"][name] == sum(getattr(row, figure) or 0 for row in returns)
    by_week = _table(found.build(whole), "found-by-week").rows
    assert by_week[-1][1:] == rows["All agencies"][1:4]


def test_reports_are_a_recount_by_theme_week_and_grade(whole: Evidence) -> None:
    section = reports.build(whole)
    for key in ("reports-by-theme", "reports-by-week"):
        *rows, total = _table(section, key).rows
        assert sum(int(row[-1]) for row in rows) == total[-1] == Report.objects.count()
    graded = [table for table in section.tables if table.key.startswith("reports-by-grade")]
    assert sum(int(row[-1]) for table in graded for row in table.rows) == Report.objects.count()


def test_areas_are_a_recount(whole: Evidence) -> None:
    told = {row[0]: row[1] for row in _table(places.build(whole), "areas").rows}
    assert told["Durham"] == Report.objects.filter(area="Durham").count()
    assert len(told) == 49


def test_who_looked_and_who_never_said_anything(whole: Evidence) -> None:
    section = looking.build(whole)
    rows = {str(row[0]): row for row in _table(section, "coverage").rows}
    assert rows["Cleveland Police"][1:3] == (1, 1)
    assert rows["Norfolk Constabulary"][-1] == "never"
    assert "No return at all came from" in section.lead[-1]


def test_sources_that_differ_stand_side_by_side(whole: Evidence) -> None:
    section = published.build(whole)
    assert any("528 arrests" in sentence and "406 suspects arrested" in sentence for sentence in section.lead)
    values = [row[-1] for row in _table(section, "published-beside").rows if row[0] == "Arrests"]
    assert {528, 406} <= set(values)


def test_demand_counts_advertised_premises_and_prices(whole: Evidence) -> None:
    section = demand.build(whole)
    counted = Report.objects.filter(price__isnull=False).count()
    assert sum(int(row[1]) for row in _table(section, "prices").rows) == counted
    assert str(Report.objects.filter(advertised=True).count()) in section.lead[0]


def test_a_price_is_told_in_full_however_large(whole: Evidence) -> None:
    dong = Prices("VND", ((Decimal(900_000), 1), (Decimal("1500000.50"), 1), (Decimal(2_500_000), 1)))
    tallies = replace(whole.picture.tallies, prices=(dong,))
    section = demand.build(replace(whole, picture=replace(whole.picture, tallies=tallies)))
    assert section.lead[1] == "Advertised prices, VND: 3 prices, median 1,500,000.50, from 900,000 to 2,500,000."


def test_an_empty_wave_and_one_to_come_say_so() -> None:
    for of in (scene.a_wave(participants=()), scene.a_wave(weeks_ago=-2)):
        for section in _all(evidence(of)):
            assert section.notes
            for table in section.tables:
                counted = [at for at, column in enumerate(table.columns) if column.kind is Kind.COUNT]
                told = {row[at] for row in table.rows for at in counted}
                assert not [cell for cell in told if not isinstance(cell, Missing) and cell], table.key


def _flow(source: str, area: str, reports_told: int, *, first: int = 0, said: bool = True) -> Flow:
    return Flow(source, (), area, said, tuple(UUID(int=first + number) for number in range(reports_told)))


def test_ways_of_few_reports_are_put_together_by_their_source() -> None:
    flows = (
        _flow("AL", "Kent", 12),
        _flow("AL", "Durham", 6, first=20),
        _flow("AL", "Fife", 7, first=30),
        _flow("VN", "Kent", 4, first=50),
        _flow("VN", "Fife", 3, first=60),
        _flow("CN", "Kent", 9, first=70),
    )
    told, withheld = routes.put_together(flows)
    assert [(flow.source, flow.area, flow.count) for flow in told] == [("AL", routes.SEVERAL, 13), ("AL", "Kent", 12)]
    assert withheld == 3


def test_reports_that_two_small_ways_share_count_once() -> None:
    told, withheld = routes.put_together((_flow("AL", "Kent", 6), _flow("AL", "Fife", 6)))
    assert (told, withheld) == ((), 2)


def test_said_and_inferred_are_drawn_apart(whole: Evidence) -> None:
    flows = (_flow("AL", "Kent", 12), _flow("AL", "Kent", 11, said=False))
    section = routes.build(replace(whole, flows=flows, flows_cut=True))
    assert [drawing.key for drawing in section.drawings] == ["routes-said", "routes-inferred"]
    assert [row[0] for row in _table(section, "routes").rows] == ["Albania", "Albania"]
    assert any("too many" in note for note in section.notes)


def test_what_is_not_known_of_a_way_is_not_told_as_known(whole: Evidence) -> None:
    apart = (_flow("AL", "Durham", 6), _flow("AL", "Fife", 7, first=20))
    flows = (_flow("VN", "Kent", 12), _flow("CN", "Kent", 11, said=False), *apart)
    rows = _table(routes.build(replace(whole, flows=flows)), "routes").rows
    assert [row[:4] for row in rows] == [
        ("Albania", "not told", routes.SEVERAL, "said"),
        ("Vietnam", "directly", "Kent", "said"),
        ("China", "not known", "Kent", "inferred"),
    ]


def test_arrests_charges_and_convictions_by_agency_and_week(whole: Evidence) -> None:
    durham = Counts(arrests=4, charges=2, charged_with_trafficking=1, convictions=1, people_arrested=3)
    week = clock.today() - timedelta(days=clock.today().weekday())
    sums = {name: getattr(durham, name) for name in ("arrests", "charges", "convictions", "people_arrested")}
    outcomes = Outcomes(**sums, by_force={"durham": durham}, by_week={week: durham}, as_of=clock.now())
    section = justice.build(replace(whole, outcomes=outcomes))
    assert section.lead[0].startswith("3 people were arrested")
    by_agency = _table(section, "justice-by-agency").rows
    assert by_agency[0] == ("Durham Constabulary", 4, 0, 0, 2, 1, 1, 0)
    assert by_agency[-1][:2] == ("All agencies", 4)
    assert [drawing.key for drawing in section.drawings] == ["justice-arrests-by-week"]
    assert not justice.build(whole).drawings, "nothing is drawn of nothing"


def test_weeks_without_an_arrest_stand_among_the_others(whole: Evidence) -> None:
    weeks = whole.picture.grid.weeks
    outcomes = Outcomes(arrests=3, by_force={}, by_week={weeks[0]: Counts(arrests=3)}, as_of=clock.now())
    section = justice.build(replace(whole, outcomes=outcomes))
    *rows, total = _table(section, "justice-by-week").rows
    assert [row[:2] for row in rows] == [(day(weeks[0]), 3), *((day(week), 0) for week in weeks[1:])]
    assert total[:2] == ("All weeks", 3)
    assert all(f"Week of {week.isoformat()}: " in section.drawings[0].wide for week in weeks)


def test_laws_that_never_led_to_a_conviction_stand_out(whole: Evidence) -> None:
    section = laws.build(whole)
    never = [line for line in whole.laws if line.stands_out]
    assert never
    assert section.lead[0].startswith(f"{len(never)} laws have never led to a conviction")
    rows = {row[:2]: row for row in _table(section, "laws").rows}
    assert len(rows) == len(whole.laws)
    assert all(rows[line.law, line.name][4] == line.sentence for line in never)


def test_what_is_to_be_confirmed_keeps_that_mark(whole: Evidence) -> None:
    marked = {line.law for line in whole.laws if "to confirm" in line.verification}
    told = {row[0] for row in _table(laws.build(whole), "laws").rows if "to confirm" in str(row[3])}
    assert marked
    assert marked == told


def test_estimates_are_ranges_and_refusals_are_refusals(whole: Evidence) -> None:
    run = EstimateLine(
        run=UUID(int=1),
        title="United Kingdom, 2013",
        period=Period(date(2013, 1, 1), date(2013, 12, 31)),
        theme="",
        area="",
        low=9_900,
        high=12_800,
        verdict="Moderately reliable.",
        refused="",
        counted=2_744,
        share_from_linking=0.125,
        made_at=clock.now(),
    )
    refused = replace(
        run, title="One list", low=None, high=None, verdict="", refused="One list says nothing.", counted=3
    )
    section = scale.build(replace(whole, estimates=(run, refused)))
    assert section.lead == ("2 estimates were run; 1 of them gave no answer, and say why.",)
    one, other = _table(section, "estimates").rows
    assert one[5:] == ("Moderately reliable.", 9_900, 12_800, 12.5)
    assert other[5:] == ("One list says nothing.", Missing.NOT_GIVEN, Missing.NOT_GIVEN, 12.5)
    assert scale.build(whole).lead == ("No estimate was run yet.",)


def test_ages_and_nationalities_of_few_people_are_withheld(whole: Evidence) -> None:
    counted = PeopleCounted({Age.ADULT: 30, Age.CHILD: 3}, {"AL": 20, "VN": 7, "": 6})
    section = people.build(replace(whole, people=counted))
    assert section.lead == ("33 people of this wave are counted by age and nationality.",)
    assert (
        _table(section, "people-by-age").rows[0][1] is _table(section, "people-by-age").rows[1][1] is Missing.WITHHELD
    )
    assert _table(section, "people-by-nationality").rows == (("Albania", 20), ("others, put together", 13))
    few = people.build(replace(whole, people=PeopleCounted({Age.ADULT: 2}, {"AL": 2})))
    assert "2" not in str([table.rows for table in few.tables])
    assert "Albania" not in str(few)
