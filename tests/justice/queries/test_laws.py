"""What was recorded under each law, as it was known on a day."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from justice.register import FORCED, SEXUAL, at, convicted, event, suspect
from pentameter.justice.models import PipelineEvent
from pentameter.justice.queries.laws import happened
from pentameter.justice.queries.outcomes import counts_by_law
from pentameter.justice.rules.laws_register import NOTHING, Recorded, tallied
from pentameter.kernel.actor import Jurisdiction

pytestmark = pytest.mark.django_db
LATE = date(2026, 1, 1)


def of(law: str, on: str, place: Jurisdiction | None = None) -> Recorded:
    return tallied(happened(date.fromisoformat(on), place)).get(law, NOTHING)


def test_the_offence_on_arrest_is_kept_apart_from_the_one_charged() -> None:
    who = suspect()
    event(who, "arrested", "2007-03-01", offence=SEXUAL)
    event(who, "charged", "2007-03-05", offence=FORCED)
    assert of(SEXUAL, "2007-12-31") == Recorded(arrests=1)
    assert of(FORCED, "2007-12-31") == Recorded(charges=1)


def test_a_verdict_counts_under_the_law_of_its_charge() -> None:
    convicted("2008-02-04")
    assert of(FORCED, "2008-02-03") == Recorded(arrests=1, charges=1)
    assert of(FORCED, "2008-02-04") == Recorded(1, 1, 1, date(2008, 2, 4))


def test_a_conviction_of_another_offence_counts_under_that_law_alone() -> None:
    who = suspect()
    charge = event(who, "charged", "2007-03-05", offence=FORCED)
    event(who, "verdict", "2008-02-04", outcome="convicted_of_another", offence=SEXUAL, about=charge)
    assert of(FORCED, "2008-03-01") == Recorded(charges=1)
    assert of(SEXUAL, "2008-03-01") == Recorded(convictions=1, first_conviction_on=date(2008, 2, 4))
    assert counts_by_law()[SEXUAL] == of(SEXUAL, "2008-03-01")
    assert counts_by_law()[FORCED].convictions == 0


def test_an_acquittal_is_no_conviction() -> None:
    who = suspect()
    charge = event(who, "charged", "2007-03-05", offence=FORCED)
    event(who, "verdict", "2007-06-01", outcome="acquitted", about=charge)
    assert of(FORCED, "2008-01-01") == Recorded(charges=1)


def test_what_was_recorded_later_is_not_in_the_register_of_the_day() -> None:
    convicted("2008-02-04", known="2008-03-01")
    assert of(FORCED, "2008-02-29").convictions == 0
    assert of(FORCED, "2008-03-01").first_conviction_on == date(2008, 2, 4)


@pytest.mark.parametrize(("moment", "counted"), [(time(22, 59), 1), (time(23, 0), 0)])
def test_a_day_ends_at_midnight_in_london(moment: time, counted: int) -> None:
    who = suspect()
    row = event(who, "charged", "2007-07-01", offence=FORCED)
    PipelineEvent.objects.filter(pk=row.pk).update(known_at=at("2007-07-01", moment))
    assert of(FORCED, "2007-07-01").charges == counted


def test_what_was_struck_later_stood_on_the_day() -> None:
    charge = convicted("2008-02-04")
    PipelineEvent.objects.filter(about=charge).update(struck_at=at("2008-05-01"))
    assert of(FORCED, "2008-04-30").convictions == 1
    assert of(FORCED, "2008-05-01") == Recorded(arrests=1, charges=1)


@pytest.mark.parametrize(("outcome", "left"), [("quashed", 0), ("retrial", 0), ("upheld", 1)])
def test_a_conviction_stands_until_it_is_known_that_an_appeal_undid_it(outcome: str, left: int) -> None:
    charge = convicted("2008-02-04")
    event(charge.suspect, "appeal_decided", "2009-01-10", known="2009-01-20", outcome=outcome, about=charge)
    assert of(FORCED, "2009-01-19").convictions == 1
    assert of(FORCED, "2009-01-20").convictions == left


def test_an_appeal_that_was_struck_undid_nothing() -> None:
    charge = convicted("2008-02-04")
    event(charge.suspect, "appeal_decided", "2009-01-10", outcome="quashed", about=charge, struck_at=at("2009-02-01"))
    assert of(FORCED, "2009-01-31").convictions == 0
    assert of(FORCED, "2009-02-01").convictions == 1


def test_a_new_verdict_after_a_retrial_counts_from_its_own_day() -> None:
    charge = convicted("2008-02-04")
    event(charge.suspect, "appeal_decided", "2009-01-10", outcome="retrial", about=charge)
    event(charge.suspect, "verdict", "2009-06-01", outcome="convicted", about=charge)
    assert of(FORCED, "2026-01-01") == Recorded(1, 1, 1, date(2009, 6, 1))


def test_it_is_narrowed_to_where_the_investigation_is() -> None:
    convicted("2008-02-04")
    convicted("2007-11-01", place=Jurisdiction.SCOTLAND)
    assert of(FORCED, "2026-01-01").first_conviction_on == date(2007, 11, 1)
    assert of(FORCED, "2026-01-01", Jurisdiction.ENGLAND_WALES) == Recorded(1, 1, 1, date(2008, 2, 4))
    assert of(FORCED, "2026-01-01", Jurisdiction.IRELAND) == NOTHING


def test_the_register_of_today_counts_what_the_pipeline_counts_now() -> None:
    charge = convicted("2008-02-04")
    event(charge.suspect, "appeal_decided", "2009-01-10", outcome="quashed", about=charge)
    convicted("2008-02-04", SEXUAL)
    convicted("2009-02-04", SEXUAL)
    event(suspect(), "charged", "2007-03-05", offence=FORCED, struck_at=at("2007-04-01"))
    ours, theirs = tallied(happened(LATE)), counts_by_law()
    assert ours == theirs
    assert ours[SEXUAL].convictions == 2
    assert ours[FORCED] == Recorded(arrests=1, charges=1)


def test_it_is_one_query() -> None:
    convicted("2008-02-04")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(list(happened(LATE))) == 3
    assert len(asked) == 1
