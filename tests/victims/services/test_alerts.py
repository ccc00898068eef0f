"""Alerts are seen by who must, taken, done with a note, taken back, and never lost."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cast import caseworker, decision_maker, duty_desk, in_database
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, Case, NeedToKnow
from pentameter.victims.queries.alerts import alerts_waiting
from pentameter.victims.rules.alerts import Due
from pentameter.victims.services.alerts import finish_alert, show_alert, show_alerts, take_alert, undo_alert
from pentameter.victims.services.keeping import raise_alerts
from victims.ground import supported

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def raised() -> tuple[UUID, UUID]:
    """Two notices of one ending, the second in two days; and the id of the second."""
    done = supported()
    on = TODAY + timedelta(days=2)
    for notice in (7, 2):
        what = Due(f"ending:{done.case_id}:removal:period:{on}:{notice}", "ending", "It could end.", on, notice)
        raise_alerts({done.case_id: (caseworker().agency, [what])}, at=clock.now())
    return done.case_id, Alert.objects.get(notice=2).id


def elsewhere():
    return replace(caseworker(), id=str(uuid4()), agency="another-house")


def test_the_desk_sees_all_and_a_caseworker_those_of_her_organisation() -> None:
    case_id, alert = raised()
    desk, hers = show_alerts(by=duty_desk()), show_alerts(by=caseworker())
    assert {one.kind for one in desk.open} == {"rescue", "could end"}
    assert [(one.id, one.urgency) for one in hers.open] == [(alert, "in 2 days")]
    assert show_alerts(by=elsewhere()).open == ()
    NeedToKnow.objects.create(
        case_id=case_id, person=elsewhere().id, kind="assigned", began_at=clock.now(), given_by="x"
    )
    NeedToKnow.objects.update(person=(friend := elsewhere()).id)
    assert len(show_alerts(by=friend).open) == 1
    with pytest.raises(Refused):
        show_alerts(by=decision_maker())


def test_what_could_end_follows_her_to_who_supports_her_now() -> None:
    case_id, _ = raised()
    in_database(other := elsewhere())
    Case.objects.filter(pk=case_id).update(support_agency_id=other.agency)
    assert len(show_alerts(by=other).open) == 1
    assert show_alerts(by=caseworker()).open == ()


def test_taken_done_with_its_earlier_notices_and_undone() -> None:
    _, alert = raised()
    assert (alerts_waiting(caseworker()).waiting, alerts_waiting(caseworker()).pressing) == (1, 1)
    take_alert(alert_id=alert, by=caseworker())
    with pytest.raises(Refused, match="dealt with this alert"):
        take_alert(alert_id=alert, by=duty_desk())
    with pytest.raises(Refused, match="Say what was done"):
        finish_alert(alert_id=alert, note=" ", by=caseworker())
    finish_alert(alert_id=alert, note="Asked for an extension.", by=caseworker())
    assert alerts_waiting(caseworker()).waiting == 0
    assert Alert.objects.filter(kind="ending", done_at=None).count() == 0
    assert b"extension" not in bytes(Alert.objects.get(pk=alert).note or b"")
    page = show_alerts(by=caseworker())
    assert len(page.done) == 2
    undo_alert(alert_id=alert, by=duty_desk())
    assert [one.id for one in show_alerts(by=caseworker()).open] == [alert]
    with pytest.raises(Refused, match="dealt with this alert"):
        undo_alert(alert_id=alert, by=duty_desk())


def test_what_is_not_there_or_not_for_one() -> None:
    _, alert = raised()
    for who, which in ((elsewhere(), alert), (duty_desk(), uuid4())):
        for act in (
            lambda who=who, which=which: take_alert(alert_id=which, by=who),
            lambda who=who, which=which: show_alert(alert_id=which, by=who),
            lambda who=who, which=which: finish_alert(alert_id=which, note="x", by=who),
        ):
            with pytest.raises(Refused) as refusal:
                act()
            assert refusal.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act_on_an_alert() -> None:
    _, alert = raised()
    no_row_no_act(lambda: show_alerts(by=caseworker()))
    no_row_no_act(lambda: take_alert(alert_id=alert, by=caseworker()))
    no_row_no_act(lambda: finish_alert(alert_id=alert, note="Called.", by=caseworker()))
    take_alert(alert_id=alert, by=caseworker())
    no_row_no_act(lambda: undo_alert(alert_id=alert, by=caseworker()))


def test_whoever_supported_her_before_sees_nothing_more_of_her_in_alerts() -> None:
    done = supported()
    what = Due(f"determined:{uuid4()}", "determined", "A determination ends protection early.", TODAY, None)
    raise_alerts({done.case_id: (caseworker().agency, [what])}, at=clock.now())
    assert len(show_alerts(by=caseworker()).open) == 1
    in_database(other := elsewhere())
    Case.objects.filter(pk=done.case_id).update(support_agency_id=other.agency)
    assert show_alerts(by=caseworker()).open == ()
    assert alerts_waiting(caseworker()).waiting == 0
    assert len(show_alerts(by=other).open) == 1
