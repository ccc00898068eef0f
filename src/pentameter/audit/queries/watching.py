"""Rows for those who watch over looks: streamed in their order, ids and codes alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from pentameter.audit.models import Entry
from pentameter.audit.queries.pages import Line, as_line
from pentameter.kernel.actor import Role

_AT_ONCE = 2_000
_COLUMNS = ("seq", "at", "event", "actor", "role", "agency", "subject_id", "detail")


@dataclass(frozen=True, slots=True)
class Noted:
    """A row, without its purpose and its place in the chain. `detail` is as it lies in the table."""

    seq: int
    at: datetime
    event: str
    actor: str
    role: str
    agency: str
    subject_id: str
    detail: str


def anybody_acted() -> bool:
    """Whether there is a row that is not the system's own. One SQL query, which ends at the first."""
    return Entry.objects.exclude(role=Role.SYSTEM.value).exists()


def rows_of(events: Collection[str], *, since: datetime, until: datetime) -> Iterator[Noted]:
    """The rows of these events from one moment to before another, in their order, never many of them at once.

    No question stays open between two of them: whoever reads may write meanwhile.
    """
    first = Entry.objects.filter(at__gte=since).order_by("at", "seq").values_list("seq", flat=True).first()
    found = Entry.objects.filter(event__in=list(events), at__gte=since, at__lt=until).order_by("seq")
    last = first - 1 if first is not None else None
    while last is not None:
        some = [Noted(*row) for row in found.filter(seq__gt=last).values_list(*_COLUMNS)[:_AT_ONCE]]
        yield from some
        last = some[-1].seq if len(some) == _AT_ONCE else None


def lines(seqs: Collection[int]) -> dict[int, Line]:
    """These rows by their numbers. One SQL query for two thousand."""
    wanted = sorted(seqs)
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    return {row.seq: as_line(row) for part in parts for row in Entry.objects.filter(seq__in=part)}


def latest_of(event: str, *, agency: str = "", most: int) -> tuple[Line, ...]:
    """The newest rows of one event, of one agency or of all. One SQL query."""
    found = Entry.objects.filter(event=event, **({"agency": agency} if agency else {}))
    return tuple(as_line(row) for row in found.order_by("-seq")[:most])
