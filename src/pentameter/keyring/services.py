"""Changing the root key while people work: begin a version, wrap every key anew in steps, retire what wraps nothing.

Each step stands whole. Killed anywhere, the change goes on from what is written: a key says by which version it is
wrapped, so what is done is not done again. The keys alone are wrapped anew; what they seal stays as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.sealing import SealBroken
from pentameter.kernel.verdict import Refused, refused, require
from pentameter.keyring.models import RootVersion
from pentameter.keyring.purposes import FIRST
from pentameter.keyring.queries import left_behind
from pentameter.keyring.wrapping import LOCK, Wrapped, current, parted, unwrap, wrapped_by

Anew = tuple[bytes, Any, bytes]
"""A key wrapped anew, its row's id, and the key as it was."""
STEP = 2_000
"""So many keys are wrapped anew in one transaction."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step did. `after` is where the next begins; `closed` opened by no version that lies here."""

    wrapped: int
    closed: int
    after: object


@transaction.atomic
def begin_version(*, number: int, by: Actor) -> None:
    """Let a new version wrap from now on. Its file lies there already.

    Raises:
        Refused: if another change is not finished, or the number is not the next.
    """
    _only_the_system(by)
    _alone()
    if RootVersion.objects.filter(retired_at=None).count() > 1 or number != current() + 1:
        raise Refused("Another change of the root key is not finished. Run the command again to go on.", conflict=True)
    RootVersion.objects.get_or_create(number=number - 1, defaults={"made_at": clock.now()})
    RootVersion.objects.create(number=number, made_at=clock.now())
    record(Event.ROOT_KEY_MADE, by=by, subject=("root_key", number))


def wrap_next(*, kept: Wrapped, after: object, by: Actor) -> Step | None:
    """Wrap the next keys of a column anew by the current version, after a row; None where there are no more.

    They are opened and wrapped before the transaction begins, and written where they are still as they were read: a
    key that was erased meanwhile does not come back.
    """
    _only_the_system(by)
    model = apps.get_model(kept.model)
    rows = model._default_manager.order_by("pk").values_list("pk", kept.column)
    read = list((rows.filter(pk__gt=after) if after is not None else rows)[:STEP])
    if not read:
        return None
    number = _newest()
    older = [(pk, bytes(wrapped)) for pk, wrapped in read if parted(wrapped)[0] != number]
    anew, closed = _anew(kept, number, older)
    return Step(_written(kept, number, anew, by) if anew else 0, closed, read[-1][0])


@transaction.atomic
def retire_versions(*, columns: Sequence[Wrapped], by: Actor) -> tuple[int, ...]:
    """Retire every version but the current one, if it wraps nothing any more. Answers which.

    Raises:
        Refused: if keys are left that an earlier version wrapped.
    """
    _only_the_system(by)
    _alone()
    number = current()
    left = {kept.what: count for kept in columns if (count := left_behind(kept, number))}
    if left:
        said = ", ".join(f"{count:,} of {what}" for what, count in left.items())
        raise Refused(f"Earlier versions of the root key still wrap keys: {said}. They stay.", conflict=True)
    earlier = RootVersion.objects.filter(number__lt=number, retired_at=None)
    retired = tuple(sorted(earlier.values_list("number", flat=True)))
    earlier.update(retired_at=clock.now())
    record(Event.ROOT_KEY_RETIRED, by=by, subject=("root_key", number), detail={"retired": list(retired)})
    return retired


def _anew(kept: Wrapped, number: int, rows: Iterable[tuple[object, bytes]]) -> tuple[list[Anew], int]:
    """Each key that opens as (wrapped anew, id, as it was), and how many do not open."""
    found: list[Anew] = []
    closed = 0
    for pk, wrapped in rows:
        try:
            found.append((wrapped_by(number, kept, pk, unwrap(kept, pk, wrapped)), pk, wrapped))
        except SealBroken:
            closed += 1
    return found, closed


@transaction.atomic
def _written(kept: Wrapped, number: int, anew: Sequence[Anew], by: Actor) -> int:
    model = apps.get_model(kept.model)
    table, pk = model._meta.db_table, model._meta.pk
    column = model._meta.get_field(kept.column).column
    quoted = connection.ops.quote_name
    sql = (
        f"UPDATE {quoted(table)} SET {quoted(column)} = %s "  # noqa: S608 - names of our own models
        f"WHERE {quoted(pk.column)} = %s AND {quoted(column)} = %s"
    )
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(new, pk.get_db_prep_value(one, connection), old) for new, one, old in anew])
        changed = int(cursor.rowcount)
    record(Event.KEYS_WRAPPED_ANEW, by=by, subject=("root_key", number), detail={"what": kept.what, "wrapped": changed})
    return changed


def _newest() -> int:
    last = RootVersion.objects.order_by("-number").values_list("number", flat=True).first()
    return last or FIRST


def _alone() -> None:
    """Wait until nobody is wrapping a key, and let nobody until the transaction ends. SQLite does so by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _only_the_system(by: Actor) -> None:
    if by != SYSTEM:
        require(refused("The root key is changed on the command line alone."))
