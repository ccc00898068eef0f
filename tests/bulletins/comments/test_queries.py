"""What can be asked of reports and figures."""

from datetime import date

import pytest

from bulletins import people
from pentameter.bulletins.comments.models import Report, Tally
from pentameter.bulletins.comments.queries.figures import KINDS, figures
from pentameter.bulletins.comments.queries.reported import record_of, report_by
from pentameter.bulletins.comments.rules.reporting import Outcome, Reason
from pentameter.bulletins.comments.services.reporting import Complaint, report_comment
from pentameter.bulletins.comments.services.telling import answer_reports
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def complaint(**more: object) -> Complaint:
    return Complaint(Reason.RULE, "attack", "It is unkind.", "192.0.2.7", **more)


def test_a_report_is_made_once_found_by_its_code_and_answered_once() -> None:
    people.article()
    made = people.shown(people.reader())
    code = report_comment(comment_id=made.pk, complaint=complaint())
    with pytest.raises(Refused, match="Once is enough"):
        report_comment(comment_id=made.pk, complaint=complaint())
    assert report_by(code).outcome is None
    assert report_by("another code") is None
    assert answer_reports(comment_id=made.pk, until=clock.now(), outcome=Outcome.NOT_AGREED) == 1
    assert answer_reports(comment_id=made.pk, until=clock.now(), outcome=Outcome.AGREED) == 0
    assert report_by(code).outcome is Outcome.NOT_AGREED
    assert record_of(Report.objects.get().reporter).not_agreed == 1
    assert "192.0.2.7" not in str(Report.objects.values())


def test_whoever_reports_falsely_again_and_again_hides_nothing_any_more() -> None:
    people.article()
    one, hider = people.reader(), people.reader("Ridge Walker")
    for number in range(6):
        made = people.shown(one, f"Fair words, number {number}.")
        report_comment(comment_id=made.pk, complaint=Complaint(Reason.IDENTIFIES, "", "", "192.0.2.7", hider.pk))
        made.refresh_from_db()
        assert (made.hidden_at is not None) == (number < 5)
        answer_reports(comment_id=made.pk, until=clock.now(), outcome=Outcome.NOT_AGREED)


def test_figures_by_month_with_the_reasons_most_often_first() -> None:
    for month, kind, rule, number in (
        (date(2026, 10, 1), "published", "", 40),
        (date(2026, 11, 1), "published", "", 2),
        (date(2026, 11, 1), "removed", "", 3),
        (date(2026, 11, 1), "removed", "attack", 2),
        (date(2026, 11, 1), "removed", "identify", 1),
    ):
        Tally.objects.create(month=month, kind=kind, rule=rule, number=number)
    page = figures()
    assert page.months == (date(2026, 11, 1), date(2026, 10, 1))
    assert page.rows[0] == ("Published", (2, 40), 42)
    assert page.why == (("It attacks people.", 2), ("It could identify somebody.", 1))
    assert len(page.rows) == len(KINDS)
