"""One report by itself."""

from collections.abc import Callable
from uuid import uuid4

import pytest

import cast
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Report
from pentameter.intelligence.services import submit_report
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def test_a_report_is_accepted_with_its_row_in_the_record() -> None:
    sent = submit_report(cells=ground.full(1), wave_id=ground.wave(), by=cast.durham_constable())
    report = Report.objects.get(pk=sent.report_id)
    assert (report.own_reference, report.file_id, report.mentions.count()) == ("DUR-00001", None, 3)
    assert Entry.objects.get(event="report_accepted").subject_id == str(sent.report_id)


def test_the_same_report_again_is_here_already() -> None:
    wave_id = ground.wave()
    submit_report(cells=ground.full(1), wave_id=wave_id, by=cast.durham_constable())
    again = submit_report(cells=ground.full(1), wave_id=wave_id, by=cast.durham_sergeant())
    assert again.duplicate
    assert Report.objects.count() == 1


def test_all_that_is_wrong_is_told_at_once() -> None:
    cells = ground.good(7, theme="none such", reported_on="", handling_code="C")
    sent = submit_report(cells=cells, wave_id=ground.wave(), by=cast.durham_constable(), number=7)
    assert {problem.field for problem in sent.problems} == {"theme", "reported_on", "handling_conditions"}
    assert all(problem.sentence.startswith("Row 7, ") for problem in sent.problems)
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "who", [cast.prosecutor, cast.duty_desk, cast.auditor, cast.administrator, cast.removals_officer, cast.statistician]
)
def test_who_may_not_send(who: Callable[[], Actor]) -> None:
    with pytest.raises(Refused):
        submit_report(cells=ground.good(1), wave_id=ground.wave(), by=who())


def test_a_wave_that_is_not_there() -> None:
    ground.wave()
    with pytest.raises(Refused, match="no such wave"):
        submit_report(cells=ground.good(1), wave_id=uuid4(), by=cast.durham_constable())
