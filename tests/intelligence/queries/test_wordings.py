"""Reports by what they say, on whatever database the tests run; what is hidden is neither found nor felt."""

from uuid import UUID

import pytest
from django.db import connection

import cast
from intelligence import ground
from pentameter.intelligence.models import Report, Unlisted, Wording
from pentameter.intelligence.phrasing import phrasing
from pentameter.intelligence.queries import wordings
from pentameter.intelligence.services import submit_report
from pentameter.intelligence.services.listing import list_all_anew, listed
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db(transaction=False)

TEXTS = (
    "A woman said that her wages were kept from her, and her passport.",
    "Мира was seen at the coach station with two passports.",
    "Nothing but O'Brien's taxi; the wages of sin -- ' OR 1=1.",
)


@pytest.fixture
def wave() -> UUID:
    """A wave with three reports of Durham's, each accepted in its own way."""
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(1, text=TEXTS[0]), ground.good(2, text=TEXTS[1])]), wave_id)
    submit_report(cells=ground.good(3, text=TEXTS[2], place="Seaham"), wave_id=wave_id, by=cast.durham_constable())
    return wave_id


def found(asked: str, by: Actor | None = None) -> set[int]:
    """The numbers of the reports that say it."""
    reader = by or cast.cleveland_sergeant()
    said = [one.id for one in wordings.reports_saying(phrasing(asked), reader)]
    lines = wordings.report_lines(said, reader)
    assert lines.keys() == set(said)
    return {int(line.own_reference.rpartition("-")[2]) for line in lines.values()}


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("wages", {1, 3}),
        ("WAGES Passport", {1}),
        ('"wages were kept"', {1}),
        ('"kept wages"', set()),
        ("passport", {1}),
        ("passp*", {1, 2}),
        ('"her pass*"', {1}),
        ("wages -passport", {3}),
        ('wages -"kept from"', {3}),
        ("mira", {2}),
        ("МИРА", {2}),
        ("obrien", {3}),
        ("o'brien's", {3}),
        ("seaham", {3}),
        ("DUR-00002", {2}),
        ('"1=1"', {3}),
        ("' OR 1=1 --", {3}),
        ("words", set()),
        ("shelves : x*", set()),
        ("wages OR passport", set()),
        (") wages (", {1, 3}),
        ("a", {1}),
        ("", set()),
        ("-wages", set()),
        ("e" * 10_000, set()),
        ("x" * 199, set()),
        ("wages \x00 & | ! <-> :* \\ '", {1, 3}),
    ],
)
def test_words_phrases_what_is_left_out_and_beginnings(wave: UUID, asked: str, numbers: set[int]) -> None:
    assert found(asked) == numbers


def test_what_is_hidden_is_not_found_by_its_words_nor_by_the_shelves_it_stands_on(wave: UUID) -> None:
    hidden = ground.good(4, text="wages xylophone", handling_code="C", handling_conditions="Ask us.")
    submit_report(cells=hidden, wave_id=wave, by=cast.durham_constable())
    assert found("xylophone", cast.durham_constable()) == {4}
    shelf = Wording.objects.get(words__contains="xylophone").shelves.split()[0]
    assert found("xylophone") == found(shelf) == found("-wages xylophone") == set()
    assert found("wages") == {1, 3}


def test_what_is_named_for_an_agency_is_found_by_it_alone(wave: UUID) -> None:
    conditions = {"handling_code": "C", "handling_conditions": "Ask us.", "handling_recipients": "garda"}
    submit_report(cells=ground.good(5, text="xylophone", **conditions), wave_id=wave, by=cast.durham_constable())
    assert found("xylophone", cast.garda()) == {5}
    assert found("xylophone", cast.cleveland_sergeant()) == set()


def test_every_report_is_worded_and_waits_to_be_listed_until_it_is(wave: UUID) -> None:
    every = set(Report.objects.values_list("id", flat=True))
    assert set(Wording.objects.values_list("report_id", flat=True)) == every == set(wordings.unlisted(10))
    assert wordings.unlisted_for(cast.cleveland_sergeant()) == 3
    assert wordings.unlisted_for(cast.removals_officer()) == 0
    listed(wordings.unlisted(2))
    assert wordings.unlisted_for(cast.cleveland_sergeant()) == Unlisted.objects.count() == 1
    list_all_anew()
    assert set(wordings.unlisted(10)) == every


def test_a_report_that_is_taken_away_leaves_no_word_in_the_index(wave: UUID) -> None:
    Unlisted.objects.all().delete()
    Wording.objects.all().delete()
    assert found("wages") == set()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM intelligence_words WHERE intelligence_words MATCH 'wages'")
            assert cursor.fetchone() == (0,)
            cursor.execute("INSERT INTO intelligence_words(intelligence_words, rank) VALUES('integrity-check', 1)")


def test_however_many_are_found_it_is_one_query_and_a_bounded_answer(
    wave: UUID, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        assert len(wordings.reports_saying(phrasing("wages"), cast.garda())) == 2
    monkeypatch.setattr(wordings, "MOST", 0)
    with django_assert_num_queries(1):
        assert len(wordings.reports_saying(phrasing("wages"), cast.garda())) == 1
