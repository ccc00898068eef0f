"""Writing how clocks stand and which alerts are due: a fixed number of SQL queries for any number of cases."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from pentameter.kernel import clock
from pentameter.victims.models import Alert, Case, HoldsMark, Standing
from pentameter.victims.rules.alerts import Due
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.protection import Protection, State

_TOLD = ("on", "state", "since", "earliest_end", "minimum_met_on", "ended_on", "sentence")


def keep_standings(found: Mapping[UUID, Protection]) -> None:
    """Keep how both clocks of these cases stand. In the caller's transaction. Two SQL queries.

    Where protection from removal has ended and begins again, the holds have changed.
    """
    protected = [case_id for case_id, now in found.items() if now.removal.protected]
    ended = Standing.objects.filter(case_id__in=protected, clock=Clock.REMOVAL.value, state=State.ENDED.value)
    if ended.exists():
        holds_changed()
    rows = [
        Standing(
            case_id=case_id,
            clock=answer.clock.value,
            on=now.on,
            state=answer.state.value,
            since=answer.since,
            earliest_end=answer.earliest_end,
            minimum_met_on=answer.minimum_met_on,
            ended_on=answer.ended_on,
            sentence=answer.sentence,
        )
        for case_id, now in found.items()
        for answer in now.clocks
    ]
    Standing.objects.bulk_create(rows, update_conflicts=True, unique_fields=["case", "clock"], update_fields=_TOLD)


def holds_changed() -> None:
    """Someone became protected, or known by another name or birth: what was cleared before is no longer clear."""
    if not HoldsMark.objects.filter(id=1).update(mark=F("mark") + 1):
        HoldsMark.objects.create(id=1, mark=1)


def raise_alerts(found: Mapping[UUID, tuple[str | None, Iterable[Due]]], *, at: datetime) -> tuple[UUID, ...]:
    """Raise what was not raised yet: an alert is there once, by its key. Answers the ids of the new ones.

    `found`: by case the organisation that supports her, and what is due. In the caller's transaction. Two SQL queries.
    """
    by_key = {one.key: (case_id, agency, one) for case_id, (agency, dues) in found.items() for one in dues}
    known = set(Alert.objects.filter(key__in=by_key).values_list("key", flat=True))
    rows = [
        Alert(
            case_id=case_id,
            agency_id=agency,
            kind=one.kind,
            key=key,
            sentence=one.sentence,
            due_on=one.due_on,
            notice=one.notice,
            raised_at=at,
        )
        for key, (case_id, agency, one) in by_key.items()
        if key not in known
    ]
    Alert.objects.bulk_create(rows, ignore_conflicts=True)
    return tuple(row.id for row in rows)


def alert_desk(row: Case, kind: str, key: str, sentence: str, *, due_on: date | None = None) -> None:
    """Alert the duty desk alone, once for its key, in the caller's transaction. No name and no place in it."""
    raise_alerts({row.id: (None, [Due(key, kind, sentence, due_on, None)])}, at=clock.now())
