"""Alerts: seen, taken by somebody, done with a note, and taken back. None goes by itself."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.victims.keys import NoKey, safe_of
from pentameter.victims.models import Alert
from pentameter.victims.queries.alerts import AlertLine, AlertPage, alert_line, alert_page, seen_by
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.alerts import ENDING, stem_of

CHANGED = "Somebody dealt with this alert after you opened the page. Load it again to see how it stands."


@transaction.atomic
def show_alerts(*, by: Actor) -> AlertPage:
    """What waits, the most urgent first."""
    require(decide(by, Operation.VIEW_ALERTS))
    page = alert_page(by)
    shown = dict.fromkeys(one.case_id for one in (*page.open, *page.done))
    looked(Act.ALERTS_SHOWN, by=by, kind="case", ids=list(shown))
    return page


@transaction.atomic
def show_alert(*, alert_id: UUID, by: Actor) -> AlertLine:
    """One alert, to say what was done about it."""
    row = _seen(alert_id, by)
    looked(Act.ALERTS_SHOWN, by=by, kind="case", ids=[row.case_id])
    return alert_line(row)


@transaction.atomic
def take_alert(*, alert_id: UUID, by: Actor) -> None:
    """Say that one deals with it, so that nobody else need."""
    row = _seen(alert_id, by)
    changed = Alert.objects.filter(pk=row.pk, taken_at=None, done_at=None).update(taken_at=clock.now(), taken_by=by.id)
    _record(row, changed, by, "taken")


@transaction.atomic
def finish_alert(*, alert_id: UUID, note: str, by: Actor) -> None:
    """Say what was done. Earlier notices of the same ending are done with it."""
    row = _seen(alert_id, by)
    if not note.strip():
        raise Refused("Say what was done, so that whoever comes after you need not ask.")
    same = seen_by(by).filter(case_id=row.case_id, kind=row.kind, done_at=None)
    ids = [pk for pk, key in same.values_list("pk", "key") if pk == row.pk or stem_of(key) == stem_of(row.key)]
    done = {"done_at": clock.now(), "done_by": by.id}
    changed = Alert.objects.filter(pk=row.pk, done_at=None).update(note=_sealed(row, note), **done)
    if row.kind == ENDING:
        Alert.objects.filter(pk__in=ids, done_at=None).update(**done)
    _record(row, changed, by, "done")


@transaction.atomic
def undo_alert(*, alert_id: UUID, by: Actor) -> None:
    """Have it wait again: done by mistake, or taken by somebody who cannot go on."""
    row = _seen(alert_id, by)
    clean = {"taken_at": None, "taken_by": "", "done_at": None, "done_by": ""}
    changed = Alert.objects.filter(pk=row.pk, taken_at=row.taken_at, done_at=row.done_at).update(**clean)
    _record(row, changed if row.taken_at or row.done_at else 0, by, "undone")


def _seen(alert_id: UUID, by: Actor) -> Alert:
    require(decide(by, Operation.VIEW_ALERTS))
    row = seen_by(by).select_related("case").filter(pk=alert_id).first()
    if row is None:
        raise never_was()
    subject = Subject("case", str(row.case_id), Compartment.DECISION, owner_agency=by.agency, released=True)
    require(decide(by, Operation.VIEW_ALERTS, subject))
    return row


def _sealed(row: Alert, note: str) -> bytes | None:
    """The note under the case's key; nothing where the case was erased."""
    try:
        return safe_of(row.case_id).seal({"note": note.strip()}, bound_to=bound("alert", row.id))
    except NoKey:
        return None


def _record(row: Alert, changed: int, by: Actor, what: str) -> None:
    if not changed:
        raise Refused(CHANGED, conflict=True)
    record(Act.ALERT_TAKEN, by=by, subject=("case", row.case_id), detail={"alert": str(row.id), "what": what})
