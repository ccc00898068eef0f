"""A restore is marked; two people at the duty desk confirm; until then everybody counts as protected."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from audit.records import fill, ledger_in
from cast import auditor, decision_maker, duty_desk, in_database, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Restoration
from pentameter.victims.queries.holds import holds_mark
from pentameter.victims.queries.restorations import nothing_missing, restores
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.services.events import record_event
from pentameter.victims.services.holds import look_up_hold
from pentameter.victims.services.restoring import confirm_restore, mark_restored, notice_losses, show_restores
from pentameter.victims.tasks import look_for_losses
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def _marked() -> UUID:
    in_database(duty_desk())
    mark_restored(stands_for=clock.now() - timedelta(hours=8), by=SYSTEM)
    return restores()[0].id


def _colleague():
    return replace(duty_desk(), id=str(uuid4()))


def test_two_people_confirm_one_after_the_other() -> None:
    assert nothing_missing().allowed
    restore = _marked()
    assert not nothing_missing().allowed
    assert confirm_restore(restore_id=restore, by=duty_desk()) is False
    assert not nothing_missing().allowed
    with pytest.raises(Refused, match="A second person"):
        confirm_restore(restore_id=restore, by=duty_desk())
    assert confirm_restore(restore_id=restore, by=_colleague()) is True
    assert nothing_missing().allowed
    with pytest.raises(Refused, match="already"):
        confirm_restore(restore_id=restore, by=_colleague())
    assert Entry.objects.filter(event="restore_confirmed").count() == 2


def test_a_hold_stands_for_whom_it_did_not_until_it_is_confirmed() -> None:
    done = rescued(found_on=date(2024, 1, 2))
    for event in (
        Event(EventKind.REASONABLE_GROUNDS, on=date(2024, 1, 9), outcome=Outcome.POSITIVE),
        Event(EventKind.CONCLUSIVE_GROUNDS, on=date(2024, 6, 3), outcome=Outcome.NEGATIVE),
    ):
        record_event(case_id=done.case_id, event=event, origin="decision", by=decision_maker())
    assert not look_up_hold(reference=done.reference, by=removals_officer()).stands
    mark, restore = holds_mark(), _marked()
    assert look_up_hold(reference=done.reference, by=removals_officer()).stands
    assert holds_mark() > mark, "lists that were called clear are checked again"
    for person in (duty_desk(), _colleague()):
        confirm_restore(restore_id=restore, by=person)
    assert not look_up_hold(reference=done.reference, by=removals_officer()).stands


def test_a_record_shorter_than_its_checkpoints_is_a_restore(settings, tmp_path) -> None:
    settings.AUDIT_LEDGER = ledger_in(tmp_path)
    in_database(duty_desk())
    fill(3, every=3)
    assert not notice_losses(by=SYSTEM), "nothing is gone"
    last = settings.AUDIT_LEDGER.read().last
    beyond = replace(last, number=last.number + 1, seq=last.seq + 40, previous=last.fingerprint(), signature="")
    settings.AUDIT_LEDGER.append(beyond.signed(settings.AUDIT_LEDGER.signer))
    newest = Entry.objects.latest("seq").at
    assert notice_losses(by=SYSTEM)
    assert restores()[0].restored.stands_for == newest
    assert not nothing_missing().allowed
    assert not notice_losses(by=SYSTEM), "it is marked once"
    look_for_losses()
    assert len(restores()) == 1


def test_who_is_not_at_the_desk_neither_sees_nor_confirms() -> None:
    restore = _marked()
    for act in (lambda: show_restores(by=auditor()), lambda: confirm_restore(restore_id=restore, by=auditor())):
        with pytest.raises(Refused):
            act()
    with pytest.raises(Refused) as never:
        confirm_restore(restore_id=uuid4(), by=duty_desk())
    assert never.value.hidden


def test_the_database_knows_no_confirmation_by_one_person() -> None:
    _marked()
    for changed in (
        {"second_by": "a", "second_at": clock.now()},
        {"first_by": "a", "second_by": "a", "second_at": clock.now()},
        {"first_by": "a", "second_by": "b"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Restoration.objects.update(**changed)


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    restore = _marked()
    no_row_no_act(lambda: show_restores(by=duty_desk()))
    no_row_no_act(lambda: confirm_restore(restore_id=restore, by=duty_desk()))
    no_row_no_act(lambda: mark_restored(stands_for=clock.now(), by=SYSTEM))
