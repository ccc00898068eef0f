"""How many things of an agency another holds too, as far as it was told: counts by kind, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce

from pentameter.entities.models import Interest
from pentameter.entities.queries import queue
from pentameter.entities.queries.queue import QueueFilter
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class SharedCount:
    """Things of one kind that judgements join with another agency's, and of how many notices nobody has seen."""

    things: int
    unseen: int


@dataclass(frozen=True, slots=True)
class SharedCounts:
    """The same by kind, and notices by the agency to call; `by_desk`: those for which the desk stands in."""

    by_kind: Mapping[str, SharedCount] = field(default_factory=dict)
    by_agency: Mapping[str, int] = field(default_factory=dict)
    by_desk: int = 0

    @property
    def things(self) -> int:
        """All of them."""
        return sum(one.things for one in self.by_kind.values())

    @property
    def unseen(self) -> int:
        """Notices that nobody has seen."""
        return sum(one.unseen for one in self.by_kind.values())


def shared_counts(agency: str) -> SharedCounts:
    """What an agency was told that stands. One SQL query."""
    rows = Interest.objects.filter(told_id=agency, withdrawn_at=None).order_by()
    unseen = Count("id", filter=Q(seen_at=None))
    of_kinds = rows.values(part=Value("kind"), key=F("kind")).annotate(
        counted=Count("thing", distinct=True), new=unseen
    )
    others = Coalesce(F("other_id"), Value(""))
    of_calls = rows.values(part=Value("call"), key=others).annotate(counted=Count("id"), new=unseen)
    found = list(of_kinds.union(of_calls, all=True))
    calls = {row["key"]: row["counted"] for row in found if row["part"] == "call"}
    kinds = {row["key"]: SharedCount(row["counted"], row["new"]) for row in found if row["part"] == "kind"}
    by_desk = calls.pop("", 0)
    return SharedCounts(kinds, calls, by_desk)


def pairs_waiting(by: Actor) -> int:
    """How many pairs the actor can take, up to one more than are counted. One SQL query."""
    return queue.count(by, QueueFilter(), clock.now())
