"""What holds mentions together for one reader: judgements of sameness between two mentions that they may both read."""

from collections.abc import Collection, Iterable
from uuid import UUID

from pentameter.entities.rules.judgements import Finding, Judgement


def together(readable: Collection[UUID], held: Iterable[Judgement]) -> tuple[frozenset[UUID], ...]:
    """One thing's readable mentions in the groups that a reader may see, the largest first.

    Args:
        readable: mentions of one thing that the reader may read.
        held: judgements that hold; those that reach beyond the readable, or say anything but "same", join nothing.
    """
    beside: dict[UUID, list[UUID]] = {one: [] for one in readable}
    for one in held:
        if one.finding is Finding.SAME and one.left in beside and one.right in beside:
            beside[one.left].append(one.right)
            beside[one.right].append(one.left)
    groups, seen = [], set[UUID]()
    for mention in beside:
        if mention not in seen:
            groups.append(group := _reached(mention, beside))
            seen |= group
    return tuple(sorted(groups, key=lambda group: (-len(group), min(group))))


def _reached(start: UUID, beside: dict[UUID, list[UUID]]) -> frozenset[UUID]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(beside[waiting.pop()]) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)
