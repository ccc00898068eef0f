"""An erased case leaves no sealed byte in any table, and keeps its reference, its anonymity and the record."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.db.models import BinaryField
from django.test import Client

from cast import caseworker, duty_desk, in_database, sign_in, without_second_factor
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseEvent, CaseKey, Erasure, HoldsMark, NeedToKnow
from pentameter.victims.rules.erasure import Why
from pentameter.victims.rules.events import Event, EventKind
from pentameter.victims.services.alerts import finish_alert
from pentameter.victims.services.attachments import Upload, attach
from pentameter.victims.services.corrections import strike_out
from pentameter.victims.services.erasure import agree_erasure, ask_erasure, belonging, show_erasure, withdraw_erasure
from pentameter.victims.services.events import record_event
from victims.ground import supported

pytestmark = pytest.mark.django_db
FOR = "request 12"


def asked() -> UUID:
    """A case with something sealed in many tables, whose erasure she asked for."""
    done = supported(found_on=clock.today() - timedelta(days=9))
    in_database(duty_desk())
    event = Event(EventKind.WITHDRAWN, on=clock.today(), reasons="canary-words")
    struck = record_event(case_id=done.case_id, event=event, origin="case", by=caseworker())
    strike_out(case_id=done.case_id, event_id=struck, reason="canary-words", by=caseworker())
    attach(case_id=done.case_id, upload=Upload("a.txt", b"canary-words", "canary-words"), by=caseworker())
    alert = Case.objects.get(pk=done.case_id).alerts.first()
    finish_alert(alert_id=alert.id, note="canary-words", by=duty_desk())
    NeedToKnow.objects.create(
        case_id=done.case_id,
        person=caseworker().id,
        kind="assigned",
        purpose="canary-words",
        began_at=clock.now(),
        given_by="x",
    )
    ask_erasure(case_id=done.case_id, why=Why.SHE_ASKS, was_told=True, purpose=FOR, by=caseworker())
    return done.case_id


def sealed_left(case_id: UUID) -> list[str]:
    """Every sealed byte of a case in whatever table."""
    found = []
    for model, path in belonging():
        names = [one.attname for one in model._meta.local_fields if isinstance(one, BinaryField)]
        for row in model._default_manager.filter(**{path: case_id}).values(*names) if names else ():
            found += [f"{model._meta.label}.{name}" for name, value in row.items() if value and bytes(value)]
    row = Case.objects.get(pk=case_id)
    return found + [name for name in ("identity", "practical", "whereabouts") if getattr(row, name)]


def test_two_people_erase_it_and_no_sealed_byte_is_left() -> None:
    case_id = asked()
    mark, rows = HoldsMark.objects.get().mark, Entry.objects.count()
    assert len(sealed_left(case_id)) > 5
    with pytest.raises(Refused, match="Another person"):
        agree_erasure(case_id=case_id, purpose=FOR, by=caseworker())
    agree_erasure(case_id=case_id, purpose=FOR, by=duty_desk())
    assert sealed_left(case_id) == []
    assert not CaseKey.objects.filter(case_id=case_id).exists()
    row = Case.objects.get(pk=case_id)
    assert (row.state, row.anonymous_for_life) == ("erased", True)
    assert not NeedToKnow.objects.exclude(purpose="").exists()
    assert HoldsMark.objects.get().mark == mark + 1
    assert Entry.objects.count() == rows + 1
    assert Entry.objects.get(event="case_erased").purpose == FOR
    assert CaseEvent.objects.filter(case_id=case_id).exists()
    with pytest.raises(Refused):
        agree_erasure(case_id=case_id, purpose=FOR, by=duty_desk())


def test_its_pages_still_work_and_say_what_is_left() -> None:
    case_id = asked()
    agree_erasure(case_id=case_id, purpose=FOR, by=duty_desk())
    for person in (caseworker(), duty_desk()):
        client = sign_in(Client(), person)
        page = client.get(f"/cases/{case_id}/protection/")
        assert page.status_code == 200
        assert "What is left of this case" in page.content.decode()
        assert "canary" not in page.content.decode()
        for rest in ("erasure/", "protection/"):
            assert client.get(f"/cases/{case_id}/{rest}").status_code == 200
        assert client.get("/alerts/").status_code == 200
    assert sign_in(Client(), caseworker()).get(f"/cases/{case_id}/looks/").status_code == 200


def test_it_is_refused_while_she_is_protected_and_may_be_withdrawn() -> None:
    done = supported()
    for why, told in ((Why.MISTAKE, True), (Why.SHE_ASKS, False)):
        with pytest.raises(Refused, match="while it protects"):
            ask_erasure(case_id=done.case_id, why=why, was_told=told, purpose=FOR, by=caseworker())
    with pytest.raises(Refused, match="purpose"):
        ask_erasure(case_id=done.case_id, why=Why.SHE_ASKS, was_told=True, purpose="", by=caseworker())
    who = without_second_factor(caseworker())
    with pytest.raises(Refused, match="second factor"):
        ask_erasure(case_id=done.case_id, why=Why.SHE_ASKS, was_told=True, purpose=FOR, by=who)
    ask_erasure(case_id=done.case_id, why=Why.SHE_ASKS, was_told=True, purpose=FOR, by=caseworker())
    with pytest.raises(Refused, match="asked already"):
        ask_erasure(case_id=done.case_id, why=Why.SHE_ASKS, was_told=True, purpose=FOR, by=caseworker())
    withdraw_erasure(case_id=done.case_id, purpose=FOR, by=duty_desk())
    assert Erasure.objects.get().withdrawn_by == duty_desk().id
    with pytest.raises(Refused, match="withdrawn"):
        agree_erasure(case_id=done.case_id, purpose=FOR, by=duty_desk())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_erasure() -> None:
    done = supported()
    ask = {"case_id": done.case_id, "why": Why.SHE_ASKS, "was_told": True, "purpose": FOR, "by": caseworker()}
    no_row_no_act(lambda: ask_erasure(**ask))
    no_row_no_act(lambda: show_erasure(case_id=done.case_id, purpose=FOR, by=caseworker()))
    ask_erasure(**ask)
    no_row_no_act(lambda: agree_erasure(case_id=done.case_id, purpose=FOR, by=duty_desk()))
    no_row_no_act(lambda: withdraw_erasure(case_id=done.case_id, purpose=FOR, by=duty_desk()))


def test_everything_that_hangs_on_a_case_is_found() -> None:
    labels = {model._meta.label for model, _ in belonging()}
    assert {"victims.CaseEvent", "victims.Alert", "victims.CaseKey"} <= labels
    assert all(apps.get_model(label) for label in labels)
