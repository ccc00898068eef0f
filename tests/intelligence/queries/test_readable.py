"""The condition for the database says the same as the rule."""

import itertools
from collections.abc import Iterator

import pytest
from django.db.models import Sum

import cast
from intelligence import ground
from pentameter.intelligence.models import CountByGrade, CountByWeek, Report
from pentameter.intelligence.phrasing import phrasing
from pentameter.intelligence.queries.readable import countable, readable
from pentameter.intelligence.queries.wordings import reports_saying
from pentameter.intelligence.rules import Handling, may_be_told
from pentameter.intelligence.vocabulary import HANDLING_CODES, NEEDS_CONDITIONS, Scheme
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role

pytestmark = pytest.mark.django_db(transaction=False)


def readers() -> Iterator[Actor]:
    """An officer of an agency of every sector in every jurisdiction, and of the sender and the named recipient."""
    for sector, home in itertools.product(AgencySector, Jurisdiction):
        slug = f"{sector.value}-{home.value}".replace("_", "-")
        yield Actor(slug, Role.FORCE_OFFICER, slug, sector, home, second_factor=True)
    yield Actor("nobody", Role.FORCE_OFFICER)


GRADES = {
    Scheme.THREE_FIVE_TWO: {"source_grade": "1", "information_grade": "A"},
    Scheme.FIVE_FIVE_FIVE: {"source_grade": "A", "information_grade": "1"},
}
SENDERS = (cast.durham_constable, cast.garda)


def test_the_condition_for_the_database_says_the_same_as_the_rule() -> None:
    """Every scheme, code, sender and set of recipients against every reader: the lists and the rule agree."""
    wave_id = ground.wave()
    everyone = [*readers(), *(sender() for sender in SENDERS), cast.cleveland_sergeant()]
    for one in everyone:
        if one.agency:
            cast.agency(one)
    recipients = ["", "cleveland", "garda", "police-ireland; support-england-wales; prosecution-uk-wide"]
    number = 0
    for sender, (scheme, codes), named in itertools.product(SENDERS, HANDLING_CODES.items(), recipients):
        rows = []
        for code in codes:
            number += 1
            conditions = {"handling_conditions": "Ask first."} if code in NEEDS_CONDITIONS[scheme] else {}
            grade = {"grade_scheme": scheme.value, "handling_code": code, **GRADES[scheme], **conditions}
            rows.append(ground.good(number, agency=sender().agency, handling_recipients=named, **grade))
        card = ground.sent(ground.csv_of(rows), wave_id, by=sender(), name=f"{number}.csv")
        assert card.accepted == len(rows)
    reports = list(Report.objects.prefetch_related("recipients"))
    assert len(reports) == 2 * 7 * len(recipients)
    for one in everyone:
        listed = set(Report.objects.filter(readable(one)).values_list("pk", flat=True))
        told = {report.pk for report in reports if may_be_told(handling(report), one).allowed}
        assert listed == told, one
        for table in (CountByWeek, CountByGrade):
            kept = table.objects.filter(countable(one)).aggregate(sum=Sum("counted", default=0))
            assert kept["sum"] == len(told), one
        assert {found.id for found in reports_saying(phrasing("wages"), one)} == told, one
    assert len({frozenset(Report.objects.filter(readable(one)).values_list("pk")) for one in everyone}) > 8


def handling(report: Report) -> Handling:
    """The report's handling, as the rule wants it."""
    home = Jurisdiction.IRELAND if report.agency_id == "garda" else Jurisdiction.ENGLAND_WALES
    named = frozenset(one.agency_id for one in report.recipients.all())
    return Handling(report.agency_id, home, report.scheme, report.handling, named)
