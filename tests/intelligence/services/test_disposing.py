"""A report that is disposed of: what it said goes, what is counted stays, and only once."""

from uuid import uuid4

import pytest

import cast
from intelligence import ground
from no_row_no_act import no_row_no_act
from pentameter.intelligence.models import Mention, OriginalText, Report, SourceIdentity, Wording
from pentameter.intelligence.queries.disposable import report_at_review, reports_at_review
from pentameter.intelligence.queries.kept import miscounted
from pentameter.intelligence.queries.mentions import mentions_of_reports
from pentameter.intelligence.rules import DISPOSED_WORDS, counted_of
from pentameter.intelligence.services import submit_report
from pentameter.intelligence.services.disposing import dispose_report
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def sent() -> Report:
    done = submit_report(cells=ground.full(1), wave_id=ground.wave(), by=cast.durham_constable())
    return Report.objects.get(pk=done.report_id)


def test_what_it_said_goes_and_what_is_counted_stays() -> None:
    before = sent()
    dispose_report(report_id=before.id, by=cast.durham_sergeant())
    after = Report.objects.get(pk=before.id)
    assert (after.text, after.place, after.content) == (DISPOSED_WORDS, "", "")
    assert (after.theme, after.week, after.own_reference) == (before.theme, before.week, before.own_reference)
    assert Wording.objects.get().words == ""
    assert not OriginalText.objects.exists()
    assert not SourceIdentity.objects.exists()
    people = [one.values for one in mentions_of_reports([before.id]) if one.kind == "person"]
    assert people == [{"role": "possible_victim"}]
    assert not Mention.objects.exclude(identifier_index="").exists()
    assert miscounted() == {}
    assert counted_of({"role": "victim", "name": "Mira", "nationality": "RO"}) == {
        "role": "victim",
        "nationality": "RO",
    }
    with pytest.raises(Refused, match="already"):
        dispose_report(report_id=before.id, by=cast.durham_sergeant())
    assert report_at_review(before.id).gone
    assert reports_at_review("durham", reported_by=clock.today(), limit=9) == ()


def test_only_the_agency_that_sent_it() -> None:
    report = sent()
    for who in (cast.cleveland_sergeant(), cast.national_analyst()):
        with pytest.raises(Refused) as told:
            dispose_report(report_id=report.id, by=who)
        assert told.value.hidden
    with pytest.raises(Refused) as told:
        dispose_report(report_id=uuid4(), by=cast.durham_sergeant())
    assert told.value.hidden
    with pytest.raises(Refused, match="may not"):
        dispose_report(report_id=report.id, by=cast.prosecutor())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    report = sent()
    no_row_no_act(lambda: dispose_report(report_id=report.id, by=cast.durham_sergeant()))
