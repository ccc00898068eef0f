"""How the versions of the root key stand."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import connection

from pentameter.keyring.models import RootVersion
from pentameter.keyring.purposes import FIRST
from pentameter.keyring.wrapping import BARE, HEAD, Wrapped


@dataclass(frozen=True, slots=True)
class Versions:
    """The version that wraps, since when, and the earlier ones: those that still open something, and retired ones."""

    current: int
    since: datetime | None
    earlier: tuple[int, ...]
    retired: tuple[int, ...]

    @property
    def changing(self) -> bool:
        """Whether a change of the root key has begun and is not finished."""
        return bool(self.earlier)


def versions() -> Versions:
    """How they stand now. One SQL query."""
    rows = list(RootVersion.objects.order_by("number"))
    if not rows:
        return Versions(FIRST, None, (), ())
    *before, last = rows
    return Versions(
        last.number,
        last.made_at,
        tuple(row.number for row in before if row.retired_at is None),
        tuple(row.number for row in before if row.retired_at is not None),
    )


def keys_kept(kept: Wrapped) -> int:
    """How many keys a column holds."""
    return int(apps.get_model(kept.model)._default_manager.count())


def left_behind(kept: Wrapped, number: int) -> int:
    """How many keys of a column are not wrapped by a version. One SQL query."""
    model = apps.get_model(kept.model)
    quoted = connection.ops.quote_name
    column = quoted(model._meta.get_field(kept.column).column)
    sql = (
        f"SELECT count(*) FROM {quoted(model._meta.db_table)} "  # noqa: S608 - names of our own models
        f"WHERE length({column}) = %s OR substr({column}, 1, {HEAD}) <> %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [BARE, number.to_bytes(HEAD, "big")])
        return int(cursor.fetchone()[0])
